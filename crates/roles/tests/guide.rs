//! The shipped career guide loads, and every way to break it has its error.

#![expect(clippy::disallowed_methods, reason = "the test compares the binary with the folder")]

use std::path::Path;

use resume::Stage;
use roles::{Guide, RolePack, guide};

/// The text of a data file as it is on disk now.
fn on_disk(name: &str) -> Option<String> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../roles");
    std::fs::read_to_string(folder.join(name)).ok()
}

#[test]
fn the_embedded_guide_is_the_one_on_disk() {
    let loaded = Guide::load("backend-engineer", RolePack::backend_engineer(), on_disk);
    assert_eq!(loaded.as_ref(), Ok(guide()));
}

/// Loads the guide with one text of a file replaced; `expected` is a part of the error.
#[track_caller]
fn check(file: &str, text: &str, by: &str, expected: &str) {
    let changed = |name: &str| {
        let found = on_disk(name)?;
        if !name.ends_with(file) {
            return Some(found);
        }
        assert!(found.contains(text), "{file} does not hold {text}");
        Some(found.replacen(text, by, 1))
    };
    let error = Guide::load("backend-engineer", RolePack::backend_engineer(), changed);
    let error = error.expect_err(expected).to_string();
    assert!(error.contains(file) && error.contains(expected), "{error}");
}

#[test]
fn every_mistake_has_its_error() {
    check("guide/stages.toml", "stage = \"mid\"", "stage = \"junior\"", "one entry per stage");
    check("guide/stages.toml", "id = \"apis\"", "id = \"features\"", "two entries");
    check("guide/stages.toml", "helped = \"", "help = \"", "unknown field `help`");
    check("guide/skills.toml", "expect = [1, 2, 3, 3]", "expect = [1, 2, 1, 3]", "never fall");
    check("guide/skills.toml", "expect = [1, 2, 3, 3]", "expect = [1, 2, 3, 4]", "0 to 3");
    check("guide/skills.toml", "Cut ‹what was slow", "Cut what was slow", "slots");
    check("guide/skills.toml", "Cut ‹what was slow", "Cut by 50 % ‹what was slow", "no numbers");
    check("guide/skills.toml", "\"race-condition\"", "\"race-conditions\"", "no concept");
    check("guide/skills.toml", "\"technical-writing\"", "\"poetry-writing\"", "no skill of");
    check("guide/skills.toml", "group = \"core\"", "group = \"later\"", "by group");
    check("guide/skills.toml", "id = \"writing\"", "id = \"Writing\"", "is not an id");
    check("guide/paths.toml", "clusters = 3", "clutters = 3", "`clutters` is no skill");
    check("guide/paths.toml", "clusters = 3", "clusters = 0", "level 1 to 3");
    check("guide/paths.toml", "toil = 2, ", "", "no path asks for `toil`");
    check("guide/steps.toml", "\"cloud\"]", "\"clouds\"]", "no skill has the id `clouds`");
    check("guide/steps.toml", "stage = \"junior\"", "stage = \"mid\"", "by stage");
    check("guide/pay.toml", "p10 = 82460", "p10 = 982460", "percentiles rise");
    check("guide/pay.toml", "date = \"2025-05\"", "date = \"lately\"", "no month");
    check("guide/pay.toml", "date = \"2024-05\"", "date = \"2026-05\"", "no later figures");
    check("guide/pay.toml", "low = 75000", "low = 175000", "no width");
    check("guide/pay.toml", "\"platform\", ", "\"platforms\", ", "no path");
}

#[test]
fn slots_are_what_stands_between_the_marks() {
    let skill = guide().skill("mentoring").expect("a skill");
    assert_eq!(skill.slots(), ["how many", "what they run or lead"]);
    assert_eq!((skill.expected(Stage::Junior), skill.expected(Stage::Staff)), (0, 3));
}
