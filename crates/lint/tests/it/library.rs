//! The shipped lines are good lines, the bad ones of the pairs are bad, and the library is as broad
//! as it says.

use std::collections::{BTreeMap, BTreeSet};

use lint::Outcome;
use resume::{FieldPath, Severity, Stage};
use roles::library;

use crate::page::{check, resume, with_bullets};

/// Least points between the two lines of a pair.
const LEAST_GAP: f64 = 10.0;

fn line(text: &str, stage: Stage) -> Outcome {
    check(&with_bullets(&[text]), stage)
}

fn score(outcome: &Outcome) -> f64 {
    outcome.grade.bullets.iter().map(|bullet| bullet.score).sum()
}

/// Ids of the rules that a line breaks at `least` or above. What a page of one line lacks is not
/// the line's fault.
fn broken(outcome: &Outcome, least: Severity) -> BTreeSet<&str> {
    let line = FieldPath::root().key("work").index(0).key("highlights").index(0);
    let findings = outcome.findings.iter();
    findings
        .filter(|finding| finding.severity >= least && finding.path == line)
        .map(|finding| finding.rule.as_ref())
        .collect()
}

#[track_caller]
fn check_clean(lines: impl Iterator<Item = (&'static str, Stage)>) {
    for (text, stage) in lines {
        let outcome = line(text, stage);
        let rules = broken(&outcome, Severity::Warning);
        assert!(rules.is_empty(), "{stage}: {text}\n{rules:?}");
    }
}

#[test]
fn single_lines_are_clean_at_their_stage() {
    check_clean(library().bullets.iter().map(|bullet| (bullet.text.as_str(), bullet.stage)));
}

#[test]
fn strong_lines_are_clean_at_their_stage() {
    check_clean(library().pairs.iter().map(|pair| (pair.strong.as_str(), pair.stage)));
}

#[test]
fn strong_lines_score_well_above_their_weak_twins() {
    for pair in &library().pairs {
        let weak = score(&line(&pair.weak, pair.stage));
        let strong = score(&line(&pair.strong, pair.stage));
        assert!(strong >= weak + LEAST_GAP, "{}: weak {weak}, strong {strong}", pair.id);
    }
}

#[test]
fn weak_lines_break_the_rules_they_name() {
    for pair in &library().pairs {
        let outcome = line(&pair.weak, pair.stage);
        let broken = broken(&outcome, Severity::Info);
        for rule in &pair.rules {
            assert!(lint::rule(rule).is_some(), "{}: no rule has the id {rule}", pair.id);
            assert!(broken.contains(rule.as_str()), "{}: {rule} not in {broken:?}", pair.id);
        }
    }
}

/// Fewest entries in any group, and how many groups there are.
fn smallest<T: Ord>(groups: impl Iterator<Item = T>) -> (usize, usize) {
    let mut counts = BTreeMap::new();
    for group in groups {
        *counts.entry(group).or_insert(0) += 1;
    }
    (counts.values().copied().min().unwrap_or_default(), counts.len())
}

#[test]
fn the_library_is_broad() {
    let library = library();
    let (pages, stages) = smallest(library.resumes.iter().map(|resume| resume.stage));
    assert!(pages >= 3 && stages == Stage::ALL.len(), "{pages} of {stages}");
    let (_, sectors) = smallest(library.resumes.iter().map(|resume| &resume.sector));
    assert!(sectors >= 8, "{sectors}");

    let (lines, themes) = smallest(library.bullets.iter().map(|bullet| &bullet.theme));
    assert!(library.bullets.len() >= 60 && lines >= 4 && themes >= 15, "{lines} of {themes}");
    let (lines, stages) = smallest(library.bullets.iter().map(|bullet| bullet.stage));
    assert!(lines >= 10 && stages == Stage::ALL.len(), "{lines} of {stages}");

    let (pairs, themes) = smallest(library.pairs.iter().map(|pair| &pair.theme));
    assert!(library.pairs.len() >= 45 && pairs >= 3 && themes >= 15, "{pairs} of {themes}");
    let themes = |names: Vec<&'static String>| names.into_iter().collect::<BTreeSet<_>>();
    assert_eq!(
        themes(library.bullets.iter().map(|bullet| &bullet.theme).collect()),
        themes(library.pairs.iter().map(|pair| &pair.theme).collect()),
    );
}

/// No text stands in the library twice, not even as a bullet of a page.
#[test]
fn no_line_is_a_copy() {
    let library = library();
    let pages: Vec<_> = library.resumes.iter().map(|example| resume(&example.yaml)).collect();
    let of_pages = pages.iter().flat_map(|page| {
        let work = page.work.iter().flat_map(|role| &role.highlights);
        let projects = page.projects.iter().flat_map(|project| &project.highlights);
        work.chain(projects).map(|bullet| bullet.text.as_str())
    });
    let single = library.bullets.iter().map(|bullet| bullet.text.as_str());
    let pairs = library.pairs.iter().flat_map(|pair| [pair.weak.as_str(), pair.strong.as_str()]);
    let mut seen = BTreeSet::new();
    for text in of_pages.chain(single).chain(pairs) {
        assert!(seen.insert(text), "{text}");
    }
}
