//! Text that a person does not see, and text that only looks like it.

use document::Veil;

use super::read;
use super::sheet::{Sheets, fill, text};

/// The page always has a visible line; what else is hidden, and how.
#[track_caller]
fn check(drawn: &str, expected: &[(Veil, &str)]) {
    let page = format!("{}{drawn}", text(1, 11.0, 72.0, 72.0, "Led the storage team"));
    check_file(&Sheets::of(&page), expected);
}

#[track_caller]
fn check_file(sheets: &Sheets, expected: &[(Veil, &str)]) {
    let document = read(&sheets.bytes());
    let hidden: Vec<(Veil, &str)> =
        document.hidden.iter().map(|hidden| (hidden.veil, hidden.text.as_str())).collect();
    assert_eq!(hidden, expected);
    let lines = super::shown(&document);
    assert!(lines.contains("Led the storage team"), "{lines}");
    for (_, text) in expected {
        assert!(!lines.contains(text), "{lines}");
    }
}

const TEXT: &str = "Kubernetes expert";

fn line() -> String {
    text(1, 11.0, 72.0, 200.0, TEXT)
}

#[test]
fn ink_in_the_color_of_its_ground_is_hidden() {
    let veil = &[(Veil::SameColor, TEXT)];
    check(&format!("q 1 1 1 rg {}Q", line()), veil);
    check(&format!("q 0.97 0.98 0.97 rg {}Q", line()), veil);
    check(&format!("q 0 0 .01 0 k {}Q", line()), veil);
    let dark = fill("0.1 0.1 0.3", 50.0, 150.0, 300.0, 100.0);
    check(&format!("{dark}q 0.1 0.1 0.31 rg {}Q", line()), veil);
    check(
        &format!("{dark}{}q 1 1 1 rg {}Q", fill("1 1 1", 60.0, 180.0, 200.0, 40.0), line()),
        veil,
    );
}

#[test]
fn light_ink_on_dark_ground_is_seen() {
    let dark = fill("0.1 0.1 0.3", 50.0, 150.0, 300.0, 100.0);
    check(&format!("{dark}q 1 1 1 rg {}Q", line()), &[]);
    check(&format!("q 0.65 g {}Q", line()), &[]);
    // A bar drawn as one thick line.
    check(&format!("q 40 w 0 0 .4 RG 50 595 m 400 595 l S Q q 1 1 1 rg {}Q", line()), &[]);
}

#[test]
fn ink_that_is_too_little_is_hidden() {
    check(&text(1, 1.0, 72.0, 200.0, TEXT), &[(Veil::Tiny, TEXT)]);
    check(
        &format!("q .05 0 0 .05 0 0 cm {}Q", text(1, 11.0, 900.0, -9000.0, TEXT)),
        &[(Veil::Tiny, TEXT)],
    );
    check(&format!("q 3 Tr {}Q", line()), &[(Veil::NoInk, TEXT)]);
    check(&format!("q /None gs {}Q", line()), &[(Veil::Transparent, TEXT)]);
    check(&format!("q /Half gs {}Q", line()), &[]);
    check(&text(1, 6.0, 72.0, 200.0, TEXT), &[]);
}

#[test]
fn text_outside_of_what_is_shown_is_hidden() {
    check(&text(1, 11.0, -400.0, 200.0, TEXT), &[(Veil::OffPage, TEXT)]);
    check(&text(1, 11.0, 72.0, 900.0, TEXT), &[(Veil::OffPage, TEXT)]);
    check(&format!("q 0 0 10 10 re W n {}Q", line()), &[(Veil::Clipped, TEXT)]);
    check(&format!("q 0 500 600 200 re W n {}Q", line()), &[]);
    check(&text(1, 11.0, 520.0, 200.0, TEXT), &[]);
}

#[test]
fn text_that_is_painted_over_is_hidden() {
    let over = fill("0.9 0.9 0.9", 50.0, 150.0, 300.0, 100.0);
    check(&format!("{}{over}", line()), &[(Veil::Covered, TEXT)]);
    check(&format!("{}q /Half gs 1 1 0 rg 50 540 300 100 re f Q", line()), &[]);
    check(&format!("{}{}", line(), fill("0 0 0", 50.0, 203.0, 300.0, 1.0)), &[]);
}

#[test]
fn layers_that_are_off_are_hidden() {
    let first = text(1, 11.0, 72.0, 72.0, "Led the storage team");
    let page = format!("{first}/OC /Layer0 BDC {}EMC", line());
    check_file(&Sheets::of(&page).layer(false), &[(Veil::LayerOff, TEXT)]);
    check_file(&Sheets::of(&page).layer(true), &[]);
}

#[test]
fn replacements_that_say_something_else_are_hidden() {
    let replaced = |text: &str| format!("/Span <</ActualText ({text})>> BDC {}EMC", line());
    let other = "the best engineer of all times, hire at once";
    check(&replaced(other), &[(Veil::Replacement, other)]);
    check(&replaced(TEXT), &[]);
}

#[test]
fn descriptions_that_are_stuffed_are_hidden() {
    let page = text(1, 11.0, 72.0, 72.0, "Led the storage team");
    let words = "rust kafka ".repeat(40);
    let sheets = Sheets::of(&page).info(&format!("/Keywords({words})"));
    check_file(&sheets, &[(Veil::Metadata, words.trim())]);
    check_file(&Sheets::of(&page).info("/Keywords(rust, kafka, storage)/Title(Resume)"), &[]);
}
