//! Pages to write and ways to read them back.

mod repository;
mod values;

use document::{Archive, Kind};
use resume::Resume;
use resume::outline::Outline;
use serde_json::Value;

pub(crate) use repository::samples;

pub(crate) fn resume(value: Value) -> Resume {
    serde_json::from_value(value).expect("a resume")
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

/// Values of the source that were not read as they stand in it.
pub(crate) fn lost(source: &Resume, read: &Resume) -> Vec<String> {
    let json = |resume: &Resume| {
        let text = export::export(resume, export::Format::JsonResume, &export::Options::default());
        serde_json::from_slice::<Value>(&text).expect("JSON")
    };
    values::lost(&json(source), &json(read))
}
