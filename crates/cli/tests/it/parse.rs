//! `vitae parse`: what a machine reads in a document, in every form.

use serde_json::Value;

use crate::support::{Cli, PAGE};

/// A page that people type: text with headings and marks.
const TYPED: &str = "\
Ada Lindqvist
Backend Engineer
ada@lindqvist.dev | +46 8 123 456 78 | Stockholm, Sweden

EXPERIENCE

Backend Engineer, Northwind Parcel                         Feb 2023 - Present
- Cut p99 of the rate quote API from 900 ms to 120 ms by caching zone tables in Redis
- Wrote the importer for carrier invoices

SKILLS
Languages: Go, SQL
";

/// A folder with the small page as PDF.
fn built() -> Cli {
    let cli = Cli::new().file("cv.yaml", PAGE);
    let run = cli.run("build cv.yaml");
    assert_eq!(run.code, Some(0), "{run}");
    cli
}

#[track_caller]
fn json(cli: &Cli, arguments: &str) -> Value {
    let run = cli.run(arguments);
    assert_eq!(run.code, Some(0), "{run}");
    serde_json::from_str(&run.stdout).expect("JSON")
}

#[test]
fn a_pdf_becomes_a_file_to_edit() {
    let cli = built();
    let run = cli.run("parse cv.pdf");
    assert_eq!((run.code, run.stderr.as_str()), (Some(0), ""), "{run}");
    assert!(run.stdout.starts_with("# Read from cv.pdf; "), "{run}");
    assert_eq!(cli.run("parse cv.pdf -o again.yaml").code, Some(0));
    assert_eq!(cli.read("again.yaml"), run.stdout.as_bytes());
    let again = cli.run("check again.yaml --as-of 2026-11-01");
    assert_eq!(again.code, Some(0), "{again}");
    assert_eq!(cli.run("parse cv.pdf -o again.yaml").code, Some(2), "written over");
    assert_eq!(cli.run("parse cv.pdf -o cv.pdf --force").code, Some(2), "the source is kept");
}

#[test]
fn data_is_printed_in_two_forms() {
    let cli = built();
    let resume = json(&cli, "parse cv.pdf --format json");
    assert_eq!(resume["basics"]["name"], "Ada Lindqvist");
    assert_eq!(resume["work"][0]["startDate"], "2023-02");
    let fields = json(&cli, "parse cv.pdf --format fields");
    assert_eq!(fields["cv.pdf"]["email"], "ada@lindqvist.dev");
    assert_eq!(fields["cv.pdf"]["experience"][0]["bullets"].as_array().map(Vec::len), Some(2));
    // Data is a resume as well.
    assert_eq!(json(&cli, "parse cv.yaml --format fields")["cv.yaml"]["name"], "Ada Lindqvist");
}

#[test]
fn standard_input_is_recognized() {
    let pdf = built().read("cv.pdf");
    let cli = Cli::new().stdin(pdf);
    assert_eq!(json(&cli, "parse - --format json")["basics"]["name"], "Ada Lindqvist");
}

#[test]
fn what_was_read_is_shown_line_by_line() {
    let cli = Cli::new().file("cv.txt", TYPED);
    insta::assert_snapshot!("text", cli.run("parse cv.txt --format text"));
    let layout = cli.run("parse cv.txt --format layout").stdout;
    let line = layout.lines().find(|line| line.contains("Cut p99")).expect("the line");
    assert!(line.contains("work[0].highlights[0]"), "{layout}");
    let why = cli.run("parse cv.txt --why").stdout;
    assert!(why.contains("basics.name  ") && why.contains("Ada Lindqvist"), "{why}");
    assert!(why.trim_end().ends_with("to review"), "{why}");
}

#[test]
fn our_own_pages_are_stored_as_they_are_seen() {
    let run = built().run("parse cv.pdf --format ats");
    assert_eq!(run.code, Some(0), "{run}");
    assert!(run.stdout.ends_with("sees what you see\n"), "{run}");
}

#[test]
fn a_page_is_drawn_with_boxes() {
    let cli = built();
    let run = cli.run("parse cv.pdf --overlay boxes.png");
    assert_eq!((run.code, run.stdout.as_str()), (Some(0), ""), "{run}");
    assert_eq!(run.stderr, "wrote boxes.png\n");
    assert!(cli.read("boxes.png").starts_with(b"\x89PNG"));
    for (arguments, expected) in [
        ("parse cv.pdf --overlay boxes.png", "exists already"),
        ("parse cv.pdf --overlay b.png --page 2", "has no page 2"),
        ("parse cv.pdf --overlay b.png --page 0", "has no page 0"),
        ("parse cv.yaml --overlay b.png", "no PDF"),
        ("parse cv.pdf cv.pdf --overlay b.png", "one file"),
    ] {
        let run = cli.run(arguments);
        assert_eq!(run.code, Some(2), "{arguments}: {run}");
        assert!(run.stderr.contains(expected), "{arguments}: {run}");
    }
    assert!(!cli.names().contains(&"b.png".to_owned()));
}

#[test]
fn one_bad_file_among_several_costs_only_itself() {
    let cli = built().file("bad.pdf", "%PDF-1.7\nnothing").file("cv.txt", TYPED);
    let run = cli.run("parse cv.pdf bad.pdf cv.txt --format fields");
    assert_eq!(run.code, Some(1), "{run}");
    assert!(run.stderr.contains("bad.pdf: ") && run.stderr.contains("2 of 3"), "{run}");
    let fields: Value = serde_json::from_str(&run.stdout).expect("JSON");
    assert_eq!(fields["bad.pdf"], Value::Null);
    assert_eq!(fields["cv.txt"]["name"], "Ada Lindqvist");
    let text = cli.run("parse cv.pdf cv.txt --format text");
    assert!(text.stdout.starts_with("==> cv.pdf <==\nAda Lindqvist\n"), "{text}");
    assert_eq!(cli.run("parse bad.pdf").code, Some(2));
    assert_eq!(cli.run("parse bad.pdf missing.pdf").code, Some(2));
}

#[test]
fn a_sandbox_changes_nothing_but_who_reads() {
    let cli = built().file("bad.pdf", "%PDF-1.7\nnothing");
    let (open, closed) = (cli.run("parse cv.pdf"), cli.run("parse cv.pdf --sandbox"));
    // Where the system cannot confine a process, nothing is read.
    if closed.code == Some(0) {
        assert_eq!(open, closed);
        assert_eq!(cli.run("parse bad.pdf"), cli.run("parse bad.pdf --sandbox"));
        assert_eq!(cli.run("check cv.pdf"), cli.run("check cv.pdf --sandbox"));
    } else {
        assert!(closed.stderr.contains("cannot confine"), "{closed}");
    }
    assert_eq!(cli.run("parse cv.pdf --sandbox --overlay a.png").code, Some(2));
}

#[test]
fn what_cannot_be_shown_is_said() {
    let cli = Cli::new().file("cv.yaml", PAGE);
    for (arguments, expected) in [
        ("parse cv.yaml --format text", "is data and no page"),
        ("parse cv.yaml --why", "is data and no page"),
        ("parse gone.pdf", "`gone.pdf` does not exist"),
        ("parse cv.yaml --format text --why", "cannot be used with"),
        ("parse", "required"),
    ] {
        let run = cli.run(arguments);
        assert_eq!(run.code, Some(2), "{arguments}: {run}");
        assert!(run.stderr.contains(expected), "{arguments}: {run}");
    }
}
