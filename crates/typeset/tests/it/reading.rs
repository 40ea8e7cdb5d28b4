//! The text of a page comes back whole, in order, in plain letters.

use document::{Document, Part};
use serde_json::json;
use unicode_normalization::UnicodeNormalization;

use super::layouts::score::Score;
use super::layouts::view::View;
use super::poppler;
use super::samples::{CASES, read, resume_with, set};

/// A text with white space collapsed, as lines may wrap anywhere between words.
fn collapsed(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// A text without white space: words too long for a line are broken inside.
///
/// Poppler takes a backtick close to a letter for an accent on it, so backticks are left out, too.
pub(super) fn packed(text: &str) -> String {
    let dropped = |c: &char| c.is_whitespace() || matches!(c, '`' | '\u{300}');
    text.nfd().filter(|c| !dropped(c)).collect()
}

/// What our own reader takes for the text of the pages, without heads and feet.
pub(super) fn body(document: &Document) -> String {
    let lines = document.lines.iter();
    let body = lines.filter(|line| !matches!(line.part, Part::Header | Part::Footer));
    body.map(|line| line.text() + "\n").collect()
}

#[track_caller]
pub(super) fn assert_in_order(case: &str, leaves: &[&str], text: &str, form: fn(&str) -> String) {
    let text = form(text);
    let mut rest = text.as_str();
    for leaf in leaves {
        let leaf = form(leaf);
        match rest.find(&leaf) {
            Some(start) => rest = &rest[start + leaf.len()..],
            None => panic!("{case}: {leaf:?} is missing or out of order before\n{rest}"),
        }
    }
}

#[test]
fn every_text_is_read_back_in_order() {
    for case in &*CASES {
        let Some(text) = &case.text else { return };
        let form =
            if ["hostile", "names", "untold"].contains(&case.sample) { packed } else { collapsed };
        assert_in_order(&case.name, &case.template.outline(&case.resume).leaves(), text, form);
    }
}

#[test]
fn our_own_reader_reads_every_text_in_order() {
    for case in &*CASES {
        let outline = case.template.outline(&case.resume);
        assert_in_order(&case.name, &outline.leaves(), &body(&case.document), packed);
    }
}

#[test]
fn our_own_reader_finds_the_fields() {
    let ordinary = ["typical", "long", "roles", "untold"];
    for case in CASES.iter().filter(|case| ordinary.contains(&case.sample)) {
        let mut score = Score::default();
        let shown = View::of(&case.resume).shown(&[], false);
        score.add(&View::of(&case.reading.parsed.resume), &shown);
        let missed: Vec<_> = score.fields().filter(|(_, f1)| *f1 < 0.9995).collect();
        // An employer that stands in the same face as its text is missed now and then.
        assert!(score.mean() > 0.97, "{}: {missed:?}", case.name);
    }
}

#[test]
fn the_check_notices_what_is_missing_and_what_moved() {
    let in_order = |text: &'static str| {
        std::panic::catch_unwind(|| assert_in_order("", &["a b", "c"], text, collapsed)).is_ok()
    };
    assert_eq!((in_order("a\nb c"), in_order("c a b"), in_order("a b")), (true, false, false));
}

#[test]
fn letters_stay_plain() {
    for case in &*CASES {
        let Some(text) = &case.text else { return };
        let odd = |c: &char| matches!(c, '\u{FB00}'..='\u{FB06}' | '\u{AD}' | '\u{E000}'..='\u{F8FF}' | '\u{FFFD}');
        assert_eq!(text.chars().find(odd), None, "{}", case.name);
    }
}

#[track_caller]
fn check(summary: &str, expected: &str) {
    let resume = resume_with("basics", json!({ "summary": summary }));
    let pdf = set(&resume).and_then(|pages| pages.pdf()).expect("a PDF");
    let Some(text) = poppler::text(&pdf) else { return };
    assert_eq!(collapsed(&text), expected, "{summary:?}");
}

#[test]
fn text_is_shown_as_it_is() {
    check("C++ < & # $ _ * @ \\ ~ ^ { }", "C++ < & # $ _ * @ \\ ~ ^ { }");
    check("#panic(\"no\") = - + / \"q\" 'q' --- ...", "#panic(\"no\") = - + / \"q\" 'q' --- ...");
    check("office affluent baffle fjord", "office affluent baffle fjord");
    check("Привет Ωμέγα Łódź Şişli", "Привет Ωμέγα Łódź Şişli");
}

#[test]
fn what_nobody_sees_is_left_out() {
    check("o\u{AD}ffice zero\u{200B}width \u{FEFF}mark", "office zerowidth mark");
    check("\u{FB01}nd a\u{FB04}uent", "find affluent");
    check("no\u{A0}break\ttab\nline", "no break tab line");
}

#[test]
fn lines_break_at_spaces_only() {
    // Each word comes to stand at the end of some line; a reader would lose its hyphen there.
    for indent in 0..5 {
        let words = "read-after-write blue/green 12–14 a|b www.example.org 0.5 % ".repeat(20);
        let text = format!("{} {}", "x".repeat(2 * indent + 1), words.trim_end());
        check(&text, &text);
    }
}

#[test]
fn words_stay_on_the_paper() {
    for case in &*CASES {
        let Some(boxes) = poppler::run("pdftotext", &["-bbox"], &case.pdf) else { return };
        let number = |line: &str, key: &str| -> Option<f64> {
            let (_, rest) = line.split_once(&format!("{key}=\""))?;
            rest.split_once('"')?.0.parse().ok()
        };
        let mut page = (0.0, 0.0);
        let mut words = 0;
        for line in boxes.lines() {
            if let (Some(width), Some(height)) = (number(line, "width"), number(line, "height")) {
                page = (width, height);
            }
            if let (Some(left), Some(top), Some(right), Some(bottom)) = (
                number(line, "xMin"),
                number(line, "yMin"),
                number(line, "xMax"),
                number(line, "yMax"),
            ) {
                words += 1;
                // Half the narrowest margin, for glyphs that lean out of their box.
                let inside = left > 22.0 && top > 22.0 && right < page.0 - 22.0;
                assert!(inside && bottom < page.1 - 22.0, "{}: {line}", case.name);
            }
        }
        assert!(words > 20, "{}: {words} words", case.name);
    }
}

#[test]
fn empty_resumes_give_an_empty_page() {
    let pages = set(&read("{}")).expect("pages");
    assert_eq!(pages.count(), 1);
    let Some(text) = poppler::text(&pages.pdf().expect("a PDF")) else { return };
    assert_eq!(collapsed(&text), "");
}
