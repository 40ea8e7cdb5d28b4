//! Pages to write and ways to read them back.

#![allow(clippy::disallowed_methods, reason = "reads files of the repository")]

use std::fs;
use std::path::Path;

use document::{Archive, Kind};
use resume::Resume;
use resume::outline::Outline;
use serde_json::Value;

pub(crate) fn resume(value: Value) -> Resume {
    serde_json::from_value(value).expect("a resume")
}

/// The shipped examples and the pages the templates are tried on.
pub(crate) fn samples() -> Vec<(String, Resume)> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..");
    let folders = ["roles/backend-engineer/examples", "crates/typeset/tests/samples"];
    let mut samples = Vec::new();
    for folder in folders {
        for entry in fs::read_dir(root.join(folder)).expect("the folder is there") {
            let path = entry.expect("an entry").path();
            let name = path.file_name().expect("a name").to_string_lossy().into_owned();
            let bytes = fs::read(&path).expect("a file");
            let format = extract::Format::detect(Some(&name), &bytes);
            let parsed =
                extract::read(&bytes, format, &extract::Limits::default()).expect("a resume");
            samples.push((name, parsed.resume));
        }
    }
    samples.sort_by(|(one, _), (other, _)| one.cmp(other));
    assert!(samples.len() > 15);
    samples
}

/// The parts of a container by name, in the order they are stored.
pub(crate) fn parts(bytes: &[u8]) -> Vec<(String, String)> {
    let archive = Archive::open(bytes, &document::Limits::default()).expect("a container");
    let text = |name: &str| String::from_utf8(archive.part(name).expect("a part")).expect("UTF-8");
    archive.names().map(|name| (name.to_owned(), text(name))).collect()
}

fn document(bytes: &[u8]) -> document::Document {
    let document = document::read(bytes, Kind::Docx, &document::Limits::default());
    let document = document.expect("a document");
    assert!(
        document.hidden.is_empty() && document.hazards.is_empty(),
        "{:?} {:?}",
        document.hidden,
        document.hazards
    );
    document
}

/// The lines of a Word file, as a person sees them.
pub(crate) fn shown(bytes: &[u8]) -> String {
    document(bytes).lines.iter().map(|line| line.text() + "\n").collect()
}

/// The paragraphs of a Word file as they are stored.
pub(crate) fn naive(bytes: &[u8]) -> String {
    document(bytes).naive
}

/// The first text of a page that does not stand behind the ones before it.
pub(crate) fn missing(resume: &Resume, text: &str) -> Option<String> {
    let mut rest = text;
    for leaf in Outline::of(resume).leaves() {
        let Some(start) = rest.find(leaf) else {
            return Some(format!("{leaf:?} is not in {rest}"));
        };
        rest = &rest[start + leaf.len()..];
    }
    None
}

/// The resume our reader makes of a Word file.
pub(crate) fn read_back(bytes: &[u8]) -> Resume {
    extract::read_document(&document(bytes)).parsed.resume
}

/// Every value a page shows, by its path: no settings, addresses without scheme.
fn leaves(value: &Value, path: &str, found: &mut Vec<(String, String)>) {
    match value {
        Value::Object(map) => {
            for (key, value) in
                map.iter().filter(|(key, _)| !matches!(key.as_str(), "vitae" | "meta"))
            {
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

/// Values of the source that were not read as they stand in it.
pub(crate) fn lost(source: &Resume, read: &Resume) -> Vec<String> {
    let json = |resume: &Resume| {
        let text = export::export(resume, export::Format::JsonResume, &export::Options::default());
        serde_json::from_slice::<Value>(&text).expect("JSON")
    };
    let (mut wanted, mut found) = (Vec::new(), Vec::new());
    leaves(&json(source), "", &mut wanted);
    leaves(&json(read), "", &mut found);
    wanted.retain(|leaf| !found.contains(leaf));
    wanted.into_iter().map(|(path, text)| format!("{path}: {text}")).collect()
}
