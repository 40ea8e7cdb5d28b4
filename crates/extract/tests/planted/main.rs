//! Files with a fault that the tests put in, and files that only look like it.
//!
//! Every planted file has a twin that differs in the fault alone. A planted file must be found
//! out, with the words and the place, and nothing of what is hidden may reach the resume; a clean
//! file must stay without a word of complaint.

mod clean_office;
mod clean_pdf;
mod damage;
mod fixtures;
#[path = "../../../document/tests/office/make.rs"]
#[expect(dead_code, reason = "a part of what the tests of documents make")]
mod make;
mod office;
mod pdf;
mod pdf_hidden;
mod rules;
mod text;

use document::{Document, Kind, Limits};
use extract::{About, Reading, read_document, reader_rules};
use resume::{Finding, Severity};

/// Reads a file that must be readable.
#[track_caller]
fn read(bytes: &[u8], kind: Kind) -> (Document, Reading) {
    let document = document::read(bytes, kind, &Limits::default()).expect("a document");
    let reading = read_document(&document);
    (document, reading)
}

/// Errors and warnings about the document.
fn faults(reading: &Reading) -> Vec<&Finding> {
    let of_documents = |id: &str| {
        reader_rules().iter().any(|rule| rule.id == id && rule.about == About::Documents)
    };
    let findings = reading.parsed.findings.iter();
    findings.filter(|f| f.severity >= Severity::Warning && of_documents(&f.rule)).collect()
}

/// Everything that is taken from a document: its lines, the resume, the text of the places.
fn taken(document: &Document, reading: &Reading) -> String {
    let lines: Vec<String> = document.lines.iter().map(document::Line::text).collect();
    let resume = serde_json::to_string(&reading.parsed.resume).expect("a resume");
    format!("{}\n{resume}\n{}", lines.join("\n"), document.placed().text)
}

/// A file that hides some words: how, in the words of the message, and where on the first page.
#[track_caller]
fn check_hidden(bytes: &[u8], kind: Kind, words: &str, how: &str, place: Option<(f32, f32)>) {
    let (document, reading) = read(bytes, kind);
    let faults = faults(&reading);
    let [finding] = faults.as_slice() else { panic!("{how}: {faults:#?} {:?}", document.hidden) };
    assert_eq!((&*finding.rule, finding.severity), ("hidden-text", Severity::Error), "{how}");
    assert!(finding.message.contains(how), "{how}: {}", finding.message);
    let first = words.split_whitespace().next().unwrap_or(words);
    assert!(finding.message.contains(first), "{how}: {}", finding.message);
    let all = taken(&document, &reading);
    for word in words.split_whitespace() {
        assert!(!all.contains(word), "{how}: {word} reached\n{all}");
    }
    assert!(all.contains("Tidewater Freight"), "{how}: the page is lost");
    let region = finding.region;
    match place {
        None => assert!(region.is_none(), "{how}: {region:?}"),
        Some((x, y)) => {
            let region = region.expect("a place");
            let rect = region.rect;
            assert_eq!(region.page, 1, "{how}");
            let inside =
                (rect.left..rect.right).contains(&x) && (rect.top..rect.bottom).contains(&y);
            assert!(inside, "{how}: {rect:?} is not at {x}, {y}");
        }
    }
}

/// A file without a fault that shows some words.
#[track_caller]
fn check_clean(bytes: &[u8], kind: Kind, words: &str) {
    let (document, reading) = read(bytes, kind);
    let faults = faults(&reading);
    assert!(faults.is_empty(), "{words}: {faults:#?}\n{:?}", document.hidden);
    assert!(document.hidden.is_empty(), "{words}: {:?}", document.hidden);
    let all = taken(&document, &reading);
    assert!(all.contains(words), "{words} is lost:\n{all}");
}
