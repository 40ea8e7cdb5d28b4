//! Pages and what is lost on them.

use document::{Document, Kind, Limits, Line, Part, Piece};

use super::{Loss, LossKind, verify, verify_document};

use LossKind::{Missing, OutOfOrder, Torn};

#[track_caller]
fn check(leaves: &[&str], text: &str, expected: &[(&str, LossKind)]) {
    let losses: Vec<_> = verify(leaves, text).iter().map(|loss| (loss.leaf, loss.kind)).collect();
    assert_eq!(losses, expected, "{leaves:?} in {text:?}");
}

#[test]
fn whole_pages_lose_nothing() {
    check(&[], "", &[]);
    check(&[""], "", &[]);
    check(&["Jane Roe", "Go", "SQL"], "Jane Roe\n\nGo, SQL\n", &[]);
    check(&["Jane Roe", "Go"], "Page 1\nJane   Roe\n  (Go)\nend", &[]);
    check(&["Cut p99 to 9 ms by caching"], "- Cut p99 to 9 ms\n  by caching", &[]);
    check(&["Zo\u{e9}", "e\u{301}tude"], "Zoe\u{301}\n\u{e9}tude", &[]);
    check(&["- a dash first", "C++", "C", ".NET", "#"], "- a dash first\nC++, C, .NET, #", &[]);
    check(&["東京", "x"], "東京\nx", &[]);
}

#[test]
fn repeated_texts_are_there_as_often() {
    let leaves = ["Heron", "Engineer", "Built it", "Otter", "Engineer", "Built it"];
    check(&leaves, "Heron\nEngineer\nBuilt it\nOtter\nEngineer\nBuilt it", &[]);
    check(&leaves, "Heron\nEngineer\nBuilt it\nOtter\nBuilt it", &[("Engineer", Missing)]);
    check(&["Go", "Go"], "Go\nGo", &[]);
    check(&["Go", "Go"], "Go", &[("Go", Missing)]);
}

#[test]
fn missing_texts_are_named() {
    check(&["Jane", "Roe"], "Jane", &[("Roe", Missing)]);
    check(&["Jane", "Roe"], "", &[("Jane", Missing), ("Roe", Missing)]);
    check(&["Cut costs by 9 %"], "Cut costs by 8 %", &[("Cut costs by 9 %", Missing)]);
    check(&["C#"], "C", &[("C#", Missing)]);
    check(&["go"], "Go", &[("go", Missing)]);
}

#[test]
fn words_are_no_parts_of_words() {
    for text in ["Google", "Go-kit", "Go/Rust", "a-Go", "CI/Go", "Go_x", "Go's", "Django Gopher"] {
        check(&["Go"], text, &[("Go", Missing)]);
    }
    for text in ["Go", "(Go)", "Go.", "Go, ", "«Go»", "Go – ", "Go: x", "| Go |", "“Go”", "Go; -"]
    {
        check(&["Go"], text, &[]);
    }
    check(&["C"], "C++ C#", &[("C", Missing)]);
    check(&["NET"], "ASP.NET", &[("NET", Missing)]);
    check(&["C", "C++"], "C++, C", &[("C", OutOfOrder)]);
}

#[test]
fn torn_texts_have_their_letters() {
    check(&["load-tested service"], "load- tested service", &[("load-tested service", Torn)]);
    check(&["load-tested service"], "loadtested service", &[("load-tested service", Torn)]);
    check(&["Jane Roe"], "J a n e  R o e", &[("Jane Roe", Torn)]);
    check(&["office hours"], "of\u{ad}fice hours", &[("office hours", Torn)]);
    check(&["Backend Engineer"], "Backend EngineerZagreb", &[("Backend Engineer", Torn)]);
    check(&["Go"], "G o", &[("Go", Torn)]);
    // Too short for a chance match inside other words.
    check(&["Go"], "tang o", &[("Go", Missing)]);
    check(&["-"], "", &[("-", Missing)]);
}

#[test]
fn order_is_that_of_the_heavier_part() {
    check(&["One", "Two", "Three"], "Two One Three", &[("Two", OutOfOrder)]);
    let leaves = ["Summary of a life", "Experience", "Built the ledger", "Skills", "Go"];
    check(
        &leaves,
        "Skills\nGo\nSummary of a life\nExperience\nBuilt the ledger",
        &[("Skills", OutOfOrder), ("Go", OutOfOrder)],
    );
    // A date that a reader moved to the end leaves the rest in order.
    check(
        &["Heron", "2019 – 2021", "Built the ledger", "Otter", "2015 – 2019", "Ran the paper mill"],
        "Heron\nBuilt the ledger\nOtter\nRan the paper mill\n2019 – 2021\n2015 – 2019",
        &[("2019 – 2021", OutOfOrder), ("2015 – 2019", OutOfOrder)],
    );
}

#[test]
fn one_torn_word_does_not_put_a_page_out_of_order() {
    let leaves = ["Jane Roe", "Go", "Kept the lights on", "Ran the Go service", "SQL"];
    check(&leaves, "Jane Roe\nG o\nKept the lights on\nRan the Go service\nSQL", &[("Go", Torn)]);
    check(&leaves, "Jane Roe\nKept the lights on\nRan the Go service\nSQL", &[("Go", Missing)]);
    // A text inside another one belongs to that one.
    check(&["Go", "Go services"], "Go services", &[("Go", Missing)]);
}

#[test]
fn a_loss_names_the_text_as_it_was_expected() {
    let leaf = "two  spaces";
    assert_eq!(verify(&[leaf], ""), [Loss { leaf, kind: Missing }]);
}

#[test]
fn hostile_pages_end() {
    let text = "a ".repeat(40_000);
    let long = format!("{}b", "a ".repeat(2_000));
    let leaves = vec![long.as_str(); 40];
    assert_eq!(verify(&leaves, &text).len(), 40);
    let words: Vec<String> = (0..20_000).map(|n| format!("w{n}")).collect();
    let leaves: Vec<&str> = words.iter().map(String::as_str).collect();
    assert_eq!(verify(&leaves, &words.join(" ")), []);
    let reversed: Vec<&str> = leaves.iter().rev().copied().take(2_000).collect();
    assert_eq!(
        verify(&reversed, &reversed.iter().rev().copied().collect::<Vec<_>>().join(" ")).len(),
        1999
    );
}

#[test]
fn feet_of_pages_stand_in_no_sentence() {
    let line = |text: &str, part: Part| {
        let piece = Piece { text: text.to_owned(), ..Piece::default() };
        Line { pieces: vec![piece], part, ..Line::default() }
    };
    let lines = vec![
        line("Built the ledger", Part::Body),
        line("Jane Roe, 1 of 2", Part::Footer),
        line("of a bank", Part::Body),
    ];
    let document = Document { kind: Kind::Pdf, lines, ..Document::default() };
    assert_eq!(verify_document(&["Built the ledger of a bank"], &document), []);
}

#[test]
fn marks_in_a_plain_text_are_text() {
    let leaves = ["Jane Roe", "passes **kwargs and **options"];
    let text = leaves.join("\n");
    let document = document::read(text.as_bytes(), Kind::Text, &Limits::default());
    assert_eq!(verify_document(&leaves, &document.expect("a text")), []);
}
