//! Cover letters: what a template is given, and what becomes of the page.

use resume::letter::Letter;
use serde_json::{Value, json};

use super::samples::resume_with;
use crate::{Options, Pages, Template, TypesetError, letter};

const DECLARATION: &str = "summary = \"s\"\ngood-for = \"g\"\nlicense = \"MIT\"\n\
    font = \"Libertinus Serif\"\nstyles = [\"regular\"]\naccent = \"#1d4e79\"\n";

/// Prints every text of a letter under the name of the resume.
const SOURCE: &str = "\
#let data = json(\"/data.json\")
#set document(title: data.title)
#set text(font: data.look.font, fallback: false, ligatures: false)
#let letter = data.letter
#heading(data.outline.name)
#assert(data.outline.sections.len() == 0 and data.outline.summary == none)
#for it in letter.recipient { par(it) }
#for it in (letter.date, letter.subject, letter.greeting) { if it != none { par(it) } }
#for it in letter.paragraphs { par(it) }
#if letter.closing != none { par(letter.closing) }
";

fn set(content: Value, source: &str) -> Result<Pages, TypesetError> {
    let template = Template::new("own", DECLARATION, source)?;
    let mut resume = resume_with("basics", json!({ "name": "Ada Example", "summary": "S." }));
    resume.work = resume_with("work", json!([{ "name": "Northwind" }])).work;
    let content: Letter = serde_json::from_value(content).expect("a letter");
    letter(&resume, &content, &Options::new(&template))
}

fn whole() -> Value {
    json!({
        "recipient": ["Ms. Okafor", "Northwind Parcel"],
        "date": "2026-11-30",
        "subject": "Backend Engineer",
        "greeting": "Dear Ms. Okafor,",
        "body": "First paragraph.\n\nSecond one & <last>.",
        "closing": "Kind regards,",
    })
}

#[test]
fn a_letter_becomes_pages() {
    let pages = set(whole(), SOURCE).expect("set");
    assert_eq!(pages.count(), 1);
    let drawn = pages.text();
    for text in ["AdaExample", "30November2026", "Secondone&<last>.", "Kindregards,"] {
        assert!(drawn.contains(text), "{text} in {drawn}");
    }
    assert!(!drawn.contains("Northwind,"));
    let pdf = pages.pdf().expect("a PDF");
    assert!(pdf.starts_with(b"%PDF-"));
    let same = set(whole(), SOURCE).expect("set").pdf().expect("a PDF");
    assert!(pdf == same);
}

#[test]
fn what_a_letter_lacks_is_none() {
    let pages = set(json!({ "body": "Hello." }), SOURCE).expect("set");
    assert_eq!(pages.text(), "AdaExampleHello.");
}

#[test]
fn characters_no_font_draws_are_named() {
    for key in ["subject", "greeting", "body", "closing"] {
        let mut content = whole();
        content[key] = json!("日");
        let error = set(content, SOURCE).expect_err("no such glyph").to_string();
        assert!(error.contains("'日' (U+65E5)"), "{key}: {error}");
    }
}

#[test]
fn a_template_without_letters_is_no_silent_page() {
    let silent = SOURCE.replace("letter.paragraphs", "()");
    assert_eq!(
        set(whole(), &silent).err(),
        Some(TypesetError::NoLetter { template: "own".to_owned() })
    );
}
