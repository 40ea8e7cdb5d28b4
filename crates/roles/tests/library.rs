//! The shipped examples load, every file of the folder is listed, and every way to break the
//! library has its error.

#![expect(clippy::disallowed_methods, reason = "the test compares the binary with the folder")]

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use resume::Stage;
use roles::{Library, RolePack, library};

fn data_folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../../roles")
}

/// The text of a data file as it is on disk now.
fn on_disk(name: &str) -> Option<String> {
    std::fs::read_to_string(data_folder().join(name)).ok()
}

#[test]
fn the_embedded_library_is_the_one_on_disk() {
    let loaded = Library::load("backend-engineer", on_disk);
    assert_eq!(loaded.as_ref(), Ok(library()));
}

#[test]
fn every_page_of_the_folder_is_listed() {
    let folder = data_folder().join("backend-engineer/examples");
    let on_disk: BTreeSet<String> = std::fs::read_dir(folder)
        .expect("the folder of examples can be read")
        .filter_map(|entry| entry.ok()?.file_name().into_string().ok())
        .map(|name| name.trim_end_matches(".yaml").to_owned())
        .collect();
    let listed: BTreeSet<String> =
        library().resumes.iter().map(|resume| resume.name.clone()).collect();
    assert_eq!(on_disk, listed);
}

#[test]
fn the_first_page_of_a_stage_is_its_example() {
    for stage in Stage::ALL {
        let first = library().resume(&stage.to_string());
        assert_eq!(first.map(|resume| resume.stage), Some(stage));
        assert_eq!(first.map(|resume| resume.yaml.as_str()), RolePack::example(stage));
    }
    assert_eq!(library().resume("principal"), None);
}

const RESUMES: &str =
    "[[resume]]\nname = \"mid\"\nstage = \"mid\"\nsector = \"Health\"\ntitle = \"Lab results\"\n";
const BULLETS: &str =
    "[[bullet]]\nid = \"a\"\ntheme = \"cost\"\nstage = \"mid\"\ntext = \"Wrote it\"\n";
const PAIRS: &str = "[[pair]]\nid = \"a\"\ntheme = \"cost\"\nstage = \"mid\"\nweak = \"Did it\"\nstrong = \"Wrote it\"\n";

/// Loads a small library with the text of one file changed. `expected` is a part of the error, or
/// empty where there must be none.
#[track_caller]
fn check(file: &str, text: Option<&str>, expected: &str) {
    let small = |name: &str| {
        let name = name.strip_prefix("small/")?;
        if name == file {
            return text.map(str::to_owned);
        }
        let text = match name {
            "examples.toml" => RESUMES,
            "bullets.toml" => BULLETS,
            "pairs.toml" => PAIRS,
            "examples/mid.yaml" => "basics: {}",
            _ => return None,
        };
        Some(text.to_owned())
    };
    let error = Library::load("small", small).err().map(|error| error.to_string());
    let error = error.unwrap_or_default();
    assert_eq!(error.is_empty(), expected.is_empty(), "{error}");
    assert!(error.contains(expected), "{error}");
}

#[test]
fn broken_libraries_are_refused() {
    check("", None, "");
    check("bullets.toml", Some("bullet = []"), "");
    for file in ["examples.toml", "bullets.toml", "pairs.toml", "examples/mid.yaml"] {
        check(file, None, &format!("file `{file}` is missing"));
    }
    check("examples.toml", Some(&format!("{RESUMES}why = \"\"")), "unknown field `why`");
    check("bullets.toml", Some(&format!("{BULLETS}why = \"\"")), "`bullets.toml`: line 6");
    check("pairs.toml", Some(&format!("{PAIRS}why = \"\"")), "unknown field `why`");
    check("bullets.toml", Some(&format!("{BULLETS}{BULLETS}")), "two entries have the id `a`");
    check("pairs.toml", Some(&format!("{PAIRS}{PAIRS}")), "two entries have the id `a`");
    check("examples.toml", Some(&format!("{RESUMES}{RESUMES}")), "the id `mid`");
    check("bullets.toml", Some(&BULLETS.replace("Wrote it", " ")), "`a`: a text is empty");
    check("pairs.toml", Some(&PAIRS.replace("Did it", "")), "`a`: a text is empty");
    check("pairs.toml", Some(&format!("{PAIRS}rules = [\"\"]")), "`a`: a text is empty");
    check("examples/mid.yaml", Some("\n"), "`mid`: a text is empty");
    check("bullets.toml", Some(&BULLETS.replace("\"a\"", "\"A b\"")), "`A b` is not an id");
    check("pairs.toml", Some(&PAIRS.replace("\"a\"", "\"\"")), "`` is not an id");
    check("pairs.toml", Some(&PAIRS.replace("\"mid\"", "\"boss\"")), "unknown variant `boss`");
}
