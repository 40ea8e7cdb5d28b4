//! The shipped resumes meet the bar they were written for, and no more.

use lint::Outcome;
use resume::{Stage, Verdict};
use roles::{ExampleResume, library};

use crate::page::{check, resume};

fn graded(example: &ExampleResume, at: Stage) -> Outcome {
    check(&resume(&example.yaml), at)
}

fn describe(outcome: &Outcome) -> String {
    let grade = &outcome.grade;
    let mut lines = vec![format!(
        "{} overall {} {:?} {:?}",
        grade.stage, grade.overall, grade.axes, grade.verdict
    )];
    for criterion in &grade.criteria {
        lines.push(format!(
            "  {} n {} need {:?} points {}",
            criterion.id, criterion.n, criterion.need, criterion.points
        ));
        let quotes = criterion.quotes.iter();
        lines.extend(quotes.map(|quote| format!("      {} {:?}", quote.path, quote.text)));
    }
    lines.extend(outcome.findings.iter().map(|finding| {
        format!("  {} {} {} {}", finding.severity, finding.rule, finding.path, finding.message)
    }));
    lines.join("\n")
}

/// Every page that is not as `holds` wants it, with its grade.
#[track_caller]
fn check_all(holds: impl Fn(&ExampleResume) -> Result<(), String>) {
    let broken: Vec<String> = library()
        .resumes
        .iter()
        .filter_map(|example| holds(example).err().map(|why| format!("{}: {why}", example.name)))
        .collect();
    assert!(broken.is_empty(), "{}", broken.join("\n\n"));
}

fn expect(holds: bool, outcome: &Outcome) -> Result<(), String> {
    if holds { Ok(()) } else { Err(describe(outcome)) }
}

#[test]
fn each_meets_its_own_bar_on_every_axis() {
    check_all(|example| {
        let outcome = graded(example, example.stage);
        let grade = &outcome.grade;
        expect(grade.axes.min() >= 80.0 && grade.verdict == Verdict::Advance, &outcome)
    });
}

#[test]
fn each_falls_below_the_next_bar() {
    check_all(|example| {
        let Some(next) = example.stage.next() else { return Ok(()) };
        let outcome = graded(example, next);
        expect(outcome.grade.verdict != Verdict::Advance, &outcome)
    });
}

#[test]
fn each_lints_clean() {
    check_all(|example| {
        let outcome = graded(example, example.stage);
        expect(outcome.findings.is_empty(), &outcome)
    });
}

/// The stage that is listed is the one the file names.
#[test]
fn each_is_listed_at_the_stage_it_names() {
    check_all(|example| {
        let named = resume(&example.yaml).vitae.and_then(|settings| settings.stage);
        if named == Some(example.stage) { Ok(()) } else { Err(format!("{named:?}")) }
    });
}

#[test]
#[ignore = "prints the grades of the examples, for people"]
#[expect(clippy::print_stderr, reason = "that is its purpose")]
fn dump() {
    for example in &library().resumes {
        for at in Stage::ALL {
            eprintln!("=== {} graded at {at}\n{}", example.name, describe(&graded(example, at)));
        }
    }
}

#[test]
#[ignore = "prints the grade of a page in JSON from standard input at its own stage, for people"]
#[expect(
    clippy::disallowed_methods,
    clippy::print_stderr,
    reason = "it is there to read and print"
)]
fn dump_page() {
    let json = std::io::read_to_string(std::io::stdin()).unwrap_or_default();
    let page = resume(&json);
    let stage = page.vitae.as_ref().and_then(|vitae| vitae.stage).unwrap_or(Stage::Mid);
    eprintln!("{}", describe(&check(&page, stage)));
}
