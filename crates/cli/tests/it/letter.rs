//! `vitae letter`: the file of a letter, its resume, and what is written.

use crate::support::{Cli, PAGE, SOURCE_OF_LETTERS, TEMPLATE};

const LETTER: &str = "\
resume: cv.yaml
recipient: [Ms. Chidinma Okafor, Northwind Parcel]
date: 2026-11-30
subject: Backend Engineer, Rating
greeting: Dear Ms. Okafor,
body: |
  First line
  of a paragraph.

  Another one.
closing: Kind regards,
";

/// A letter, its resume, and a template of the author's own that prints letters.
fn folder() -> Cli {
    let page = PAGE.replace("vitae:\n", "vitae:\n  template: ./own\n  variants: {x: {label: L}}\n");
    Cli::new()
        .file("cv.yaml", page)
        .file("letter.yaml", LETTER)
        .folder("own")
        .file("own/template.toml", TEMPLATE)
        .file("own/resume.typ", SOURCE_OF_LETTERS)
}

#[test]
fn a_letter_is_written_beside_its_source() {
    let cli = folder();
    let run = cli.run("letter");
    assert_eq!(run.code, Some(0), "{run}");
    assert!(run.stderr.starts_with("wrote letter.pdf ("), "{run}");
    assert!(cli.read("letter.pdf").starts_with(b"%PDF-"));
}

#[test]
fn several_forms_are_made_in_one_run() {
    let cli = folder();
    let run = cli.run("letter letter.yaml -o a.pdf -o a.png -o a.svg -o a.txt");
    assert_eq!(run.code, Some(0), "{run}");
    assert!(cli.read("a.png").starts_with(b"\x89PNG"));
    assert!(cli.read("a.svg").starts_with(b"<svg"));
    let text = String::from_utf8(cli.read("a.txt")).expect("UTF-8");
    assert_eq!(
        text,
        "Ada Lindqvist\nada@lindqvist.dev\n\n30 November 2026\n\nMs. Chidinma Okafor\n\
         Northwind Parcel\n\nBackend Engineer, Rating\n\nDear Ms. Okafor,\n\nFirst line of a \
         paragraph.\n\nAnother one.\n\nKind regards,\nAda Lindqvist\n"
    );
}

#[test]
fn the_resume_is_found_from_the_letter() {
    let cli = folder().folder("to");
    let cli = cli.file("to/north.yaml", LETTER.replace("cv.yaml", "../cv.yaml@x"));
    let run = cli.run("letter to/north.yaml -o out.txt");
    assert_eq!(run.code, Some(0), "{run}");
    let run = cli.run("letter letter.yaml --resume cv.yaml@y -o b.txt");
    assert!(run.stderr.contains("cv.yaml has no variant `y`"), "{run}");
    let run = cli.run("letter letter.yaml --resume none.yaml -o b.txt");
    assert!(run.stderr.contains("`none.yaml` does not exist"), "{run}");
}

/// A letter that is refused, or written with a warning.
#[track_caller]
fn check(letter: &str, code: i32, said: &str) {
    let cli = folder().file("letter.yaml", letter);
    let run = cli.run("letter -o out.txt");
    assert_eq!(run.code, Some(code), "{run}");
    assert!(run.stderr.contains(said), "{run}");
    assert_eq!(cli.names().contains(&"out.txt".to_owned()), code == 0);
}

#[test]
fn mistakes_are_shown_at_their_place() {
    check(&LETTER.replace("greeting", "greting"), 0, "letter.yaml:5:1");
    check(&LETTER.replace("greeting", "greting"), 0, "did you mean `greeting`?");
    check(
        &LETTER.replace("[Ms. Chidinma Okafor, Northwind Parcel]", "Ms. Okafor"),
        0,
        "needs a list",
    );
    check(&LETTER.replace("Dear Ms. Okafor,", "{a: [b]}"), 2, "nothing was built");
    check("resume: cv.yaml\ngreeting: Hello\n", 2, "the letter letter.yaml says nothing");
    check(PAGE, 2, "this is a resume");
    check("Dear Ms. Okafor", 2, "a letter is a mapping");
    check("body: [", 2, "letter.yaml:1:");
    check("body: Hello\n", 2, "`resume.yaml` does not exist");
}

#[test]
fn what_a_letter_is_made_from_is_kept() {
    let cli = folder().file("cv.json", "{\"basics\": {\"name\": \"Ada\"}}");
    let run = cli.run("letter -o letter.json");
    assert!(run.stderr.contains("end its name in .pdf, .png, .svg or .txt"), "{run}");
    assert_eq!(run.code, Some(2));
}

#[test]
fn a_letter_to_edit_is_clean() {
    let cli = folder();
    let run = cli.run("new --letter -o first.yaml");
    assert_eq!(run.code, Some(0), "{run}");
    assert!(run.stderr.contains("`vitae letter first.yaml`"), "{run}");
    let run = cli.run("letter first.yaml --resume cv.yaml -o first.pdf -o first.txt");
    assert_eq!(run.code, Some(0), "{run}");
    assert!(!run.stderr.contains("warning"), "{run}");
    assert_eq!(cli.run("new --letter --stage mid").code, Some(2));
    assert_eq!(cli.run("new --letter -o a.json").code, Some(2));
}
