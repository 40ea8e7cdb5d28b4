//! What a file allows and what levels are asked for: findings move, the grade does not.

use std::collections::BTreeMap;

use extract::{Format, Limits};
use lint::{Level, Options, Policy};
use resume::{Date, Review, Severity, Stage};
use roles::RolePack;

const PAGE: &str = "\
work:
  - name: Harbor Analytics
    startDate: 2022-03
    highlights:
      - Helped with the label printing service
      - {id: rota, text: Assisted with the rota service}
";

fn review(allow: &str, levels: &[(&str, Level)]) -> Review {
    let yaml = format!("{PAGE}vitae:\n  allow: {allow}\n");
    let parsed = extract::read(yaml.as_bytes(), Format::Yaml, &Limits::default());
    let parsed = parsed.unwrap_or_else(|error| panic!("{}", error.message));
    let levels: BTreeMap<_, _> =
        levels.iter().map(|(rule, level)| ((*rule).to_owned(), *level)).collect();
    let policy = Policy { levels: &levels, other_rules: &["number-for-text", "unknown-field"] };
    let options = Options { stage: Some(Stage::Mid), as_of: Date::Month(2026, 11), layout: None };
    lint::review(&parsed, RolePack::backend_engineer(), &options, policy)
}

/// What is found about weak openings and allowances, as `rule path`, and what is allowed, as
/// `reason: rule path`.
#[track_caller]
fn check(allow: &str, expected: &[&str]) {
    let review = review(allow, &[]);
    let told = |rule: &str| rule == "weak-opening" || rule.ends_with("-allow");
    let mut found: Vec<String> = review
        .findings
        .iter()
        .filter(|finding| told(&finding.rule))
        .map(|finding| format!("{} {}", finding.rule, finding.path))
        .collect();
    found.extend(
        review
            .allowed
            .iter()
            .map(|one| format!("{}: {} {}", one.reason, one.finding.rule, one.finding.path)),
    );
    found.sort();
    let mut expected = expected.to_vec();
    expected.sort_unstable();
    assert_eq!(found, expected, "{allow}");
    assert_eq!(review.grade, self::review("[]", &[]).grade, "{allow}");
}

const FIRST: &str = "weak-opening work[0].highlights[0]";
const SECOND: &str = "weak-opening work[0].highlights[1]";

#[test]
fn what_is_allowed_moves_with_its_reason() {
    check("[]", &[FIRST, SECOND]);
    check(
        "[{rule: weak-opening, reason: R}]",
        &["R: weak-opening work[0].highlights[0]", "R: weak-opening work[0].highlights[1]"],
    );
    check(
        "[{rule: weak-opening, at: 'work[0].highlights[1]', reason: R}]",
        &[FIRST, "R: weak-opening work[0].highlights[1]"],
    );
    check(
        "[{rule: weak-opening, at: rota, reason: R}]",
        &[FIRST, "R: weak-opening work[0].highlights[1]"],
    );
    // The nearest reason is told.
    check(
        "[{rule: weak-opening, reason: all}, {rule: weak-opening, at: rota, reason: one}]",
        &["all: weak-opening work[0].highlights[0]", "one: weak-opening work[0].highlights[1]"],
    );
}

#[test]
fn an_allowance_that_does_nothing_is_told() {
    let both = |more: &[&'static str]| [&[FIRST, SECOND][..], more].concat();
    check("[{rule: weak-opening}]", &both(&["unexplained-allow vitae.allow[0]"]));
    check("[{rule: weak-openin, reason: R}]", &both(&["unknown-allow vitae.allow[0].rule"]));
    check("[{reason: R}]", &both(&["unknown-allow vitae.allow[0]"]));
    check(
        "[{rule: weak-opening, at: 'work[7]', reason: R}]",
        &both(&["unused-allow vitae.allow[0].at"]),
    );
    check(
        "[{rule: weak-opening, at: 'work[x', reason: R}]",
        &both(&["unused-allow vitae.allow[0].at"]),
    );
    check("[{rule: first-person, reason: R}]", &both(&["unused-allow vitae.allow[0]"]));
    check("[{rule: number-for-text, reason: R}]", &both(&["unused-allow vitae.allow[0]"]));
    // Rules about the page as set cannot speak here.
    check("[{rule: too-many-pages, reason: R}]", &both(&[]));
    check("[weak-opening]", &both(&["unexplained-allow vitae.allow[0]"]));
}

#[test]
fn the_reader_s_findings_can_be_allowed() {
    let review = review("[{rule: unknown-field, reason: R, since: 2024}]", &[]);
    assert_eq!(review.allowed.len(), 1, "{:?}", review.allowed);
    assert!(review.findings.iter().all(|finding| finding.rule != "unknown-field"));
}

#[test]
fn levels_change_what_is_shown_and_not_the_grade() {
    let plain = review("[]", &[]);
    let level = |level| {
        let other = review("[]", &[("weak-opening", level)]);
        assert_eq!(other.grade, plain.grade);
        let mut found = other.findings.into_iter().filter(|f| f.rule == "weak-opening");
        found.next().map(|finding| finding.severity)
    };
    assert_eq!(level(Level::Off), None);
    assert_eq!(level(Level::On(Severity::Info)), Some(Severity::Info));
    assert_eq!(level(Level::On(Severity::Error)), Some(Severity::Error));
    assert!(!plain.grade.penalties.is_empty());
}

#[test]
fn the_page_has_a_fingerprint_of_what_is_graded() {
    let page = |yaml: String| {
        let parsed = extract::read(yaml.as_bytes(), Format::Yaml, &Limits::default());
        let policy = Policy { levels: &BTreeMap::new(), other_rules: &[] };
        let options = Options { stage: None, as_of: Date::Month(2026, 11), layout: None };
        let parsed = parsed.unwrap_or_else(|error| panic!("{}", error.message));
        lint::review(&parsed, RolePack::backend_engineer(), &options, policy).page
    };
    let same = page(PAGE.to_owned());
    assert_eq!(page(PAGE.replace("Harbor Analytics", "Another Name")), same);
    assert_ne!(page(PAGE.replace("label", "letter")), same);
    assert_ne!(page(PAGE.replace("2022-03", "2022-04")), same);
}

#[test]
fn many_allowances_cost_no_time() {
    let many = "{rule: weak-opening, at: 'work[0]', reason: R},".repeat(6_000);
    let review = review(&format!("[{many}]"), &[]);
    assert_eq!(review.allowed.len(), 2);
}
