//! What variants show, and where it stands in the whole.

use serde_json::{Value, json};

use super::*;
use crate::{Finding, Fix, Severity};

/// Bullets: `plain`, `a` (tag ops), `b` (tags ops, api), `c` (id only).
fn whole(variant: &Value) -> Resume {
    serde_json::from_value(json!({
        "basics": { "name": "Ada", "label": "Engineer", "summary": "Builds things." },
        "work": [
            { "name": "North", "highlights": [
                "plain",
                { "text": "a", "tags": ["ops"] },
                { "text": "b", "tags": ["ops", "api"] },
                { "text": "c", "id": "c1" },
            ] },
            { "name": "South", "highlights": [{ "text": "d", "tags": ["ops"] }] },
        ],
        "projects": [{ "name": "Pin", "highlights": [{ "text": "e", "tags": ["api"] }] }],
        "interests": [{ "name": "Chess" }],
        "vitae": {
            "stage": "mid",
            "sections": ["skills"],
            "allow": [
                { "rule": "long-bullet", "at": "work[0].highlights[1]", "reason": "r" },
                { "rule": "long-bullet", "at": "work[0].highlights[3]", "reason": "r" },
                { "rule": "long-bullet", "at": "c1", "reason": "r" },
            ],
            "variants": { "x": variant, "other": {} },
        },
    }))
    .expect("a resume")
}

/// The bullets of a variant: those of an entry together, entries apart.
#[track_caller]
fn check(variant: &Value, expected: &str) {
    let cut = whole(variant).variant("x").expect("a variant");
    let work = cut.work.iter().map(|role| &role.highlights);
    let lists = work.chain(cut.projects.iter().map(|project| &project.highlights));
    let words = |list: &Vec<Bullet>| {
        list.iter().map(|bullet| bullet.text.as_str()).collect::<Vec<_>>().join(" ")
    };
    assert_eq!(lists.map(words).collect::<Vec<_>>().join(" | "), expected, "{variant}");
    assert!(cut.vitae.is_none_or(|settings| settings.variants.is_empty()));
}

#[test]
fn bullets_are_chosen_by_id_and_tag() {
    check(&json!({}), "plain a b c | d | e");
    check(&json!({ "select": ["ops"] }), "plain a b | d | ");
    check(&json!({ "select": ["api"] }), "plain b |  | e");
    check(&json!({ "select": ["api", "c1"] }), "plain b c |  | e");
    check(&json!({ "select": [" api "] }), "plain b |  | e");
    check(&json!({ "select": ["nothing"] }), "plain |  | ");
    check(&json!({ "omit": ["ops"] }), "plain c |  | e");
    check(&json!({ "omit": ["c1"] }), "plain a b | d | e");
    check(&json!({ "omit": ["nothing"] }), "plain a b c | d | e");
    check(&json!({ "select": ["ops"], "omit": ["api"] }), "plain a | d | ");
    check(&json!({ "select": ["Ops"] }), "plain |  | ");
}

#[test]
fn sections_are_left_out_and_ordered() {
    check(&json!({ "omit": ["projects"] }), "plain a b c | d");
    let cut = whole(&json!({ "omit": ["interests"], "sections": ["projects", "work"] }));
    let cut = cut.variant("x").expect("a variant");
    assert!(cut.interests.is_empty());
    assert_eq!(cut.vitae.expect("settings").sections, ["projects", "work"]);
    let cut = whole(&json!({})).variant("x").expect("a variant");
    assert_eq!(cut.vitae.expect("settings").sections, ["skills"]);
}

#[test]
fn the_top_of_the_page_is_worded_anew() {
    let cut = whole(&json!({ "label": "Payments Engineer" })).variant("x").expect("a variant");
    let basics = cut.basics.expect("basics");
    assert_eq!(basics.label.as_deref(), Some("Payments Engineer"));
    assert_eq!(basics.summary.as_deref(), Some("Builds things."));
    let bare = json!({ "vitae": { "variants": { "x": { "summary": "Short." } } } });
    let bare: Resume = serde_json::from_value(bare).expect("a resume");
    let cut = bare.variant("x").expect("a variant");
    assert_eq!(cut.basics.and_then(|basics| basics.summary).as_deref(), Some("Short."));
    assert_eq!(cut.vitae, None);
}

#[test]
fn another_name_is_an_error_that_knows_the_names() {
    let error = whole(&json!({})).variant("y").expect_err("no such variant");
    assert_eq!(error.to_string(), "there is no variant `y`");
    assert_eq!(error.known, ["other", "x"]);
    assert!(Resume::default().variant("x").is_err_and(|error| error.known.is_empty()));
}

/// Where a path of the cut leads, and back.
#[track_caller]
fn check_path(variant: &Value, cut: &str, source: &str) {
    let path = |text: &str| text.parse::<FieldPath>().expect("a path");
    let made = whole(variant).cut("x").expect("a variant");
    assert_eq!(made.in_source(&path(cut)).to_string(), source, "{cut}");
    if !source.starts_with("vitae.variants") {
        assert_eq!(made.of_source(&path(source)), Some(path(cut)), "{source}");
    }
}

#[test]
fn paths_lead_into_the_whole() {
    check_path(&json!({ "select": ["api"] }), "work[0].highlights[0]", "work[0].highlights[0]");
    check_path(&json!({ "select": ["api"] }), "work[0].highlights[1]", "work[0].highlights[2]");
    check_path(
        &json!({ "omit": ["ops"] }),
        "work[0].highlights[1].text",
        "work[0].highlights[3].text",
    );
    check_path(&json!({ "omit": ["ops"] }), "work[0].highlights", "work[0].highlights");
    check_path(
        &json!({ "omit": ["ops"] }),
        "projects[0].highlights[0]",
        "projects[0].highlights[0]",
    );
    check_path(&json!({ "omit": ["ops"] }), "", "");
    check_path(&json!({ "omit": ["ops"] }), "work[1].name", "work[1].name");
    check_path(&json!({ "label": "L" }), "basics.label", "vitae.variants.x.label");
    check_path(&json!({ "label": "L" }), "basics.summary", "basics.summary");
    check_path(
        &json!({ "sections": ["work"] }),
        "vitae.sections[0]",
        "vitae.variants.x.sections[0]",
    );
    // The allowance of a bullet that is left out is gone.
    check_path(&json!({ "omit": ["ops"] }), "vitae.allow[0].at", "vitae.allow[1].at");
}

#[test]
fn what_the_reader_found_comes_along_when_it_is_shown() {
    let parsed = |paths: &[&str]| {
        let finding = |path: &&str| {
            let path = path.parse().expect("a path");
            Finding::new("unknown-value", Severity::Error, path, "wrong")
        };
        let resume = whole(&json!({ "label": "L", "omit": ["ops", "interests"] }));
        Parsed { resume, findings: paths.iter().map(finding).collect(), ..Parsed::default() }
    };
    let all = parsed(&[
        "work[0].highlights[3]",
        "work[0].highlights[1]",
        "basics.label",
        "basics.name",
        "interests[0].name",
        "vitae.variants.x.omit[0]",
        "vitae.variants.other.omit[0]",
    ]);
    let cut = all.resume.cut("x").expect("a variant");
    let left = cut.parsed(&all).findings;
    let left: Vec<String> = left.iter().map(|finding| finding.path.to_string()).collect();
    assert_eq!(left, ["work[0].highlights[1]", "basics.name", "vitae.variants.x.omit[0]"]);
}

#[test]
fn allowances_stay_with_their_bullets() {
    let cut = whole(&json!({ "omit": ["ops"] })).variant("x").expect("a variant");
    let allow = cut.vitae.expect("settings").allow;
    let at: Vec<_> = allow.iter().map(|one| one.at.as_deref().unwrap_or_default()).collect();
    assert_eq!(at, ["work[0].highlights[1]", "c1"]);
}

#[test]
fn edits_of_a_cut_become_edits_of_the_whole() {
    let resume = whole(&json!({ "omit": ["api"] }));
    let cut = resume.cut("x").expect("a variant");
    let list: FieldPath = "work[0].highlights".parse().expect("a path");
    // The cut shows `plain a c`.
    let mut edit = Fix::reorder("Sort", list.clone(), vec![2, 0, 1]).edits.remove(0);
    cut.edit_in_source(&mut edit);
    assert_eq!(edit, Edit::Reorder { path: list.clone(), order: vec![3, 0, 2, 1] });
    let mut edit = Edit::Remove { path: list.index(2) };
    cut.edit_in_source(&mut edit);
    assert_eq!(edit, Edit::Remove { path: list.index(3) });
}
