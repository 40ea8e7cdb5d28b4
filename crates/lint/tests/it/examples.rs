//! The shipped examples meet the bar they were written for, and no more.

use lint::Outcome;
use resume::{Stage, Verdict};
use roles::RolePack;

use crate::page::{check, resume};

fn example(stage: Stage, graded_at: Stage) -> Outcome {
    let yaml = RolePack::example(stage).expect("every stage has an example");
    check(&resume(yaml), graded_at)
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

#[test]
fn each_meets_its_own_bar_on_every_axis() {
    for stage in Stage::ALL {
        let outcome = example(stage, stage);
        let described = describe(&outcome);
        assert!(outcome.grade.axes.min() >= 80.0, "{described}");
        assert_eq!(outcome.grade.verdict, Verdict::Advance, "{described}");
    }
}

#[test]
fn each_falls_below_the_next_bar() {
    for stage in Stage::ALL {
        let Some(next) = stage.next() else { continue };
        let outcome = example(stage, next);
        assert_ne!(outcome.grade.verdict, Verdict::Advance, "{stage} at {}", describe(&outcome));
    }
}

#[test]
fn each_lints_clean() {
    for stage in Stage::ALL {
        let outcome = example(stage, stage);
        assert!(outcome.findings.is_empty(), "{stage} {}", describe(&outcome));
    }
}

#[test]
#[ignore = "prints the grades of the examples, for people"]
#[expect(clippy::print_stderr, reason = "that is its purpose")]
fn dump() {
    for stage in Stage::ALL {
        for at in Stage::ALL {
            eprintln!("=== {stage} graded at {at}\n{}", describe(&example(stage, at)));
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
