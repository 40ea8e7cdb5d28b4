//! What is written is read back: every text in its place, and every value in its field.

#[path = "support/repository.rs"]
mod repository;
#[path = "support/values.rs"]
mod values;

use document::{Document, Kind, Limits};
use export::{Format, Options, export};
use extract::{Loss, verify, verify_document};
use repository::{examples, samples};
use resume::Resume;
use resume::outline::Outline;
use serde_json::Value;

/// Formats that a reader of documents opens.
const FORMATS: [(Format, Kind); 3] =
    [(Format::Html, Kind::Html), (Format::Markdown, Kind::Markdown), (Format::Text, Kind::Text)];

fn read(resume: &Resume, format: Format, kind: Kind) -> Document {
    let bytes = export(resume, format, &Options::default());
    document::read(&bytes, kind, &Limits::default()).expect("a document")
}

#[test]
fn every_text_is_read_back_in_order() {
    let mut lost = Vec::new();
    for (name, resume) in samples() {
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

fn json(resume: &Resume) -> Value {
    let json = export(resume, Format::JsonResume, &Options::default());
    serde_json::from_slice(&json).expect("JSON")
}

/// Other characters are spelled in ASCII, and everything that has none of them is read as before.
#[test]
fn seven_bits_hold_a_page() {
    let options = Options { ascii: true, ..Options::default() };
    for (name, resume) in samples() {
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
    let mut lost = Vec::new();
    for (name, resume) in examples() {
        for (format, kind) in FORMATS {
            let reading = extract::read_document(&read(&resume, format, kind));
            let values = values::lost(&json(&resume), &json(&reading.parsed.resume));
            lost.extend(values.into_iter().map(|value| format!("{name} as {format:?}: {value}")));
        }
    }
    assert!(lost.is_empty(), "{}:\n{}", lost.len(), lost.join("\n"));
}
