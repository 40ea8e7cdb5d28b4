//! What is written is read back: every text in its place, and every value in its field.

#![allow(clippy::disallowed_methods, reason = "reads files of the repository")]

use std::path::PathBuf;

use document::{Document, Kind, Limits};
use export::{Format, Options, export};
use extract::{Loss, verify, verify_document};
use resume::Resume;
use resume::outline::Outline;
use serde_json::Value;

/// Formats that a reader of documents opens.
const FORMATS: [(Format, Kind); 3] =
    [(Format::Html, Kind::Html), (Format::Markdown, Kind::Markdown), (Format::Text, Kind::Text)];

/// The resumes of a folder of the repository, by file name.
fn resumes(folder: &str) -> Vec<(String, Resume)> {
    let folder = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../..").join(folder);
    let mut files: Vec<PathBuf> = std::fs::read_dir(&folder)
        .expect("a folder")
        .map(|file| file.expect("a file").path())
        .filter(|file| file.extension().is_some_and(|it| it == "yaml" || it == "json"))
        .collect();
    files.sort();
    let read = |file: PathBuf| {
        let name = file.file_name().expect("a name").to_string_lossy().into_owned();
        let bytes = std::fs::read(&file).expect("a file");
        let format = extract::Format::detect(Some(&name), &bytes);
        let parsed = extract::read(&bytes, format, &extract::Limits::default());
        (name, parsed.expect("a resume").resume)
    };
    files.into_iter().map(read).collect()
}

fn examples() -> Vec<(String, Resume)> {
    resumes("roles/backend-engineer/examples")
}

fn samples() -> Vec<(String, Resume)> {
    resumes("crates/typeset/tests/samples")
}

fn read(resume: &Resume, format: Format, kind: Kind) -> Document {
    let bytes = export(resume, format, &Options::default());
    document::read(&bytes, kind, &Limits::default()).expect("a document")
}

#[test]
fn every_text_is_read_back_in_order() {
    let mut lost = Vec::new();
    for (name, resume) in examples().into_iter().chain(samples()) {
        let outline = Outline::of(&resume);
        for (format, kind) in FORMATS {
            let document = read(&resume, format, kind);
            for Loss { leaf, kind } in verify_document(&outline.leaves(), &document) {
                lost.push(format!("{name} as {format:?}: {kind:?}: {leaf}"));
            }
            // Marks of Markdown are letters to a reader that does not know it.
            if kind == Kind::Html {
                for Loss { leaf, kind } in verify(&outline.leaves(), &document.naive) {
                    lost.push(format!("{name} as {format:?}, read naively: {kind:?}: {leaf}"));
                }
            }
            for hidden in &document.hidden {
                lost.push(format!("{name} as {format:?} hides {}", hidden.text));
            }
        }
    }
    assert!(lost.is_empty(), "{}", lost.join("\n"));
}

/// Every value a page shows, by its path: no settings, addresses without scheme.
fn leaves(value: &Value, path: &str, found: &mut Vec<(String, String)>) {
    match value {
        Value::Object(map) => {
            let shown = |key: &str| !matches!(key, "vitae" | "meta");
            for (key, value) in map.iter().filter(|(key, _)| shown(key)) {
                leaves(value, &format!("{path}.{key}"), found);
            }
        }
        Value::Array(items) => {
            for (at, value) in items.iter().enumerate() {
                leaves(value, &format!("{path}.{at}"), found);
            }
        }
        Value::String(text) => {
            let bare = text.trim_start_matches("https://").trim_end_matches('/');
            let bare = bare.split_whitespace().collect::<Vec<_>>().join(" ");
            found.push((path.trim_start_matches('.').to_owned(), bare));
        }
        _ => {}
    }
}

fn values(resume: &Resume) -> Vec<(String, String)> {
    let json = export(resume, Format::JsonResume, &Options::default());
    let mut found = Vec::new();
    leaves(&serde_json::from_slice(&json).expect("JSON"), "", &mut found);
    found
}

/// How many values the pages of resumes have, and those that were not read from them.
fn lost_values(resumes: Vec<(String, Resume)>) -> (usize, Vec<String>) {
    let (mut all, mut lost) = (0, Vec::new());
    for (name, resume) in resumes {
        let wanted = values(&resume);
        for (format, kind) in FORMATS {
            let reading = extract::read_document(&read(&resume, format, kind));
            let found = values(&reading.parsed.resume);
            all += wanted.len();
            let missing = wanted.iter().filter(|leaf| !found.contains(leaf));
            lost.extend(
                missing.map(|(path, text)| format!("{name} as {format:?}: {path}: {text}")),
            );
        }
    }
    (all, lost)
}

/// Other characters are spelled in ASCII, and everything that has none of them is read as before.
#[test]
fn seven_bits_hold_a_page() {
    let options = Options { ascii: true, ..Options::default() };
    for (name, resume) in examples().into_iter().chain(samples()) {
        let bytes = export(&resume, Format::Text, &options);
        assert!(bytes.is_ascii(), "{name}");
        let text = String::from_utf8(bytes).expect("ASCII");
        let outline = Outline::of(&resume);
        let plain: Vec<&str> =
            outline.leaves().into_iter().filter(|leaf| leaf.is_ascii()).collect();
        assert_eq!(verify(&plain, &text), [], "{name}");
        let lines = String::from_utf8(export(&resume, Format::Text, &Options::default()));
        assert_eq!(text.lines().count(), lines.expect("UTF-8").lines().count(), "{name}");
    }
}

#[test]
fn every_value_of_the_examples_is_read_into_its_field() {
    let (all, lost) = lost_values(examples());
    assert!(lost.is_empty(), "{} of {all}:\n{}", lost.len(), lost.join("\n"));
}
