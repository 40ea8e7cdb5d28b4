//! Two reports of one page: what moved between them, and why.

use std::borrow::Cow;
use std::collections::HashMap;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::{Axes, Report, Rubric, Severity, Stage, Verdict};

/// The format whose reports can be compared.
const FORMAT: &str = "vitae-report/";

/// An earlier report, as far as it is compared. Keys that were added since may be absent.
#[derive(Clone, Debug, PartialEq, Deserialize)]
pub struct Baseline {
    format: String,
    as_of: String,
    rubric: Rubric,
    stage: Stage,
    overall: f64,
    axes: Axes,
    verdict: Verdict,
    criteria: Vec<BaselineCriterion>,
    findings: Vec<Noted>,
    #[serde(default)]
    allowed: Vec<Noted>,
    #[serde(default)]
    off: Vec<String>,
    #[serde(default)]
    bullets: Vec<BaselineBullet>,
    page: Option<String>,
}

#[derive(Clone, Debug, PartialEq, Deserialize)]
struct BaselineBullet {
    path: String,
    text: String,
}

#[derive(Clone, Debug, PartialEq, Deserialize)]
struct BaselineCriterion {
    id: String,
    n: f64,
    need: Option<f64>,
    points: f64,
}

/// Why some text is no baseline.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum BaselineError {
    /// Not JSON, or not the keys of a report; with what was expected, and line and column.
    Unreadable(String),
    /// A report in a form of a later version.
    Format(String),
}

impl Baseline {
    /// Reads what `vitae check --format json` wrote.
    pub fn read(json: &str) -> Result<Self, BaselineError> {
        let baseline: Self = serde_json::from_str(json)
            .map_err(|error| BaselineError::Unreadable(error.to_string()))?;
        if baseline.format == format!("{FORMAT}1") {
            Ok(baseline)
        } else {
            Err(BaselineError::Format(baseline.format))
        }
    }
}

/// A number then and now.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct Move {
    /// In the earlier report.
    pub was: f64,
    /// In this one.
    pub now: f64,
}

/// A criterion whose facts, need or points moved.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct CriterionMove {
    /// E.g. `E1`.
    pub id: String,
    /// Facts.
    pub n: Move,
    /// What the stage asks for; 0 when it does not ask.
    pub need: Move,
    /// Points of the axis.
    pub points: Move,
}

/// A finding, as far as two reports are compared.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct Noted {
    /// The rule.
    pub rule: String,
    /// How much it matters.
    pub severity: Severity,
    /// Which value it is about.
    pub path: String,
    /// One-based line in the file of its report.
    pub line: usize,
    /// What is wrong.
    pub message: String,
}

/// What changed between an earlier report and this one.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct Comparison {
    /// The file of the earlier report.
    pub file: String,
    /// True when the graded words changed; `null` when the earlier report does not tell.
    pub page_changed: Option<bool>,
    /// True when the same words could be graded otherwise: other rules, weights or word lists.
    pub rubric_changed: bool,
    /// The rubric of the earlier report.
    pub rubric: Rubric,
    /// The stage of the earlier report.
    pub stage: Stage,
    /// The day that stood for "today" in the earlier report.
    pub as_of: String,
    /// The verdict of the earlier report.
    pub verdict: Verdict,
    /// The overall grade.
    pub overall: Move,
    /// Scope.
    pub scope: Move,
    /// Evidence.
    pub evidence: Move,
    /// Depth.
    pub depth: Move,
    /// Criteria that moved, in report order.
    pub criteria: Vec<CriterionMove>,
    /// Findings that the earlier report does not have.
    pub new: Vec<Noted>,
    /// Findings that only the earlier report has, although they would still be shown.
    pub fixed: Vec<Noted>,
    /// Findings of the earlier report that are still there and that the file allows since.
    pub allowed: Vec<Noted>,
    /// Findings of the earlier report whose rule is off now: whether they are still there is not
    /// known.
    pub hidden: Vec<Noted>,
    /// Rules that are off now and were not, by id.
    pub rules_off: Vec<String>,
    /// Rules that were off and are not now, by id.
    pub rules_on: Vec<String>,
}

impl Comparison {
    /// Compares `report` with the earlier report of `file`.
    pub fn between(file: &str, old: Baseline, report: &Report) -> Self {
        let (was, now) = (old.axes, report.axes);
        let axis = |was, now| Move { was, now };
        let lines = Lines {
            new: report.bullets.iter().map(|line| (&*line.path, &*line.text)).collect(),
            old: old.bullets.iter().map(|line| (&*line.path, &*line.text)).collect(),
        };
        let noted = report.findings.iter().map(Noted::from).collect();
        let (new, gone) = unmatched(noted, old.findings, &lines);
        // What was allowed then cannot have been allowed since.
        let allowed = report.allowed.iter().map(|allowed| Noted::from(&allowed.finding)).collect();
        let (allowed, _) = unmatched(allowed, old.allowed, &lines);
        let before = gone.clone();
        let (_, gone) = unmatched(allowed, gone, &lines);
        let allowed = without(before, &gone);
        let (hidden, fixed) = gone.into_iter().partition(|one| report.off.contains(&one.rule));
        let beyond = |list: &[String], other: &[String]| -> Vec<String> {
            list.iter().filter(|rule| !other.contains(rule)).cloned().collect()
        };
        Self {
            file: file.to_owned(),
            page_changed: old.page.map(|page| page != report.page),
            rubric_changed: old.rubric != report.rubric,
            rubric: old.rubric,
            stage: old.stage,
            as_of: old.as_of,
            verdict: old.verdict,
            overall: Move { was: old.overall, now: report.overall },
            scope: axis(was.scope, now.scope),
            evidence: axis(was.evidence, now.evidence),
            depth: axis(was.depth, now.depth),
            criteria: moved(&old.criteria, report),
            new,
            fixed,
            allowed,
            hidden,
            rules_off: beyond(&report.off, &old.off),
            rules_on: beyond(&old.off, &report.off),
        }
    }
}

impl From<&crate::ReportedFinding> for Noted {
    fn from(finding: &crate::ReportedFinding) -> Self {
        Self {
            rule: finding.rule.clone(),
            severity: finding.severity,
            path: finding.path.clone(),
            line: finding.line,
            message: finding.message.clone(),
        }
    }
}

/// Criteria that differ. One that a report does not have counts as nothing.
fn moved(old: &[BaselineCriterion], report: &Report) -> Vec<CriterionMove> {
    let mut moves: Vec<CriterionMove> = report
        .criteria
        .iter()
        .map(|new| {
            let was = old.iter().find(|old| old.id == new.id);
            CriterionMove {
                id: new.id.clone(),
                n: Move { was: was.map_or(0.0, |was| was.n), now: new.n },
                need: Move {
                    was: was.and_then(|was| was.need).unwrap_or(0.0),
                    now: new.need.unwrap_or(0.0),
                },
                points: Move { was: was.map_or(0.0, |was| was.points), now: new.points },
            }
        })
        .collect();
    let gone = old.iter().filter(|old| report.criteria.iter().all(|new| new.id != old.id));
    moves.extend(gone.map(|old| CriterionMove {
        id: old.id.clone(),
        n: Move { was: old.n, now: 0.0 },
        need: Move { was: old.need.unwrap_or(0.0), now: 0.0 },
        points: Move { was: old.points, now: 0.0 },
    }));
    moves.retain(|criterion| [criterion.n, criterion.need, criterion.points].iter().any(Move::is));
    moves
}

impl Move {
    /// True when there is one.
    pub fn is(&self) -> bool {
        // Both were rounded to one decimal when they were reported.
        (self.was - self.now).abs() > 0.05
    }
}

/// The lines of two pages, by their paths.
#[derive(Default)]
struct Lines<'a> {
    new: HashMap<&'a str, &'a str>,
    old: HashMap<&'a str, &'a str>,
}

/// What a finding is told by.
#[derive(PartialEq, Eq, Hash)]
struct Key<'a> {
    rule: &'a str,
    place: &'a str,
    message: Cow<'a, str>,
}

/// What each list has beyond the other. A finding is the same when its rule, its line and its
/// message are; else, in this order, when the line was worded anew, when it stands elsewhere, when
/// it was counted anew. The line of a finding is its text, wherever it stands, or else its path.
fn unmatched(new: Vec<Noted>, old: Vec<Noted>, lines: &Lines<'_>) -> (Vec<Noted>, Vec<Noted>) {
    type Make = for<'a> fn(&'a Noted, &HashMap<&'a str, &'a str>) -> Key<'a>;
    fn key<'a>(one: &'a Noted, place: &'a str, message: impl Into<Cow<'a, str>>) -> Key<'a> {
        Key { rule: &one.rule, place, message: message.into() }
    }
    fn line<'a>(one: &'a Noted, lines: &HashMap<&'a str, &'a str>) -> &'a str {
        lines.get(&*one.path).copied().unwrap_or(&one.path)
    }
    let keys: [Make; 5] = [
        |one, lines| key(one, line(one, lines), &*one.message),
        |one, lines| key(one, line(one, lines), uncounted(&one.message)),
        |one, _| key(one, "", &*one.message),
        |one, _| key(one, &one.path, ""),
        |one, _| key(one, "", uncounted(&one.message)),
    ];
    let (mut new, mut old) = (new, old);
    for key in keys {
        let mut counts: HashMap<Key<'_>, usize> = HashMap::new();
        for one in &old {
            *counts.entry(key(one, &lines.old)).or_default() += 1;
        }
        let matched: Vec<bool> =
            new.iter().map(|one| take(&mut counts, &key(one, &lines.new))).collect();
        // What is left of the counts was not matched; the last ones of a kind stay.
        let mut left: Vec<bool> =
            old.iter().rev().map(|one| take(&mut counts, &key(one, &lines.old))).collect();
        left.reverse();
        let keep = |list: Vec<Noted>, keep: Vec<bool>| -> Vec<Noted> {
            list.into_iter().zip(keep).filter(|(_, keep)| *keep).map(|(one, _)| one).collect()
        };
        new = keep(new, matched.into_iter().map(|matched| !matched).collect());
        old = keep(old, left);
    }
    (new, old)
}

/// Takes one of what is counted; false when there is none left.
fn take<'a>(counts: &mut HashMap<Key<'a>, usize>, key: &Key<'a>) -> bool {
    let count = counts.get_mut(key).filter(|count| **count > 0);
    count.map(|count| *count -= 1).is_some()
}

/// A message without the figures that are counted anew for every page: those outside of quotes.
fn uncounted(message: &str) -> String {
    let mut quoted = false;
    message
        .chars()
        .filter(|c| {
            quoted ^= matches!(c, '"' | '`');
            quoted || !c.is_ascii_digit()
        })
        .collect()
}

/// `list` without `others`, which stand in it in the same order.
fn without(list: Vec<Noted>, others: &[Noted]) -> Vec<Noted> {
    let mut others = others.iter().peekable();
    list.into_iter().filter(|one| others.next_if_eq(&one).is_none()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Findings as `rule path message`.
    fn noted(lines: &[&str]) -> Vec<Noted> {
        let noted = |line: &&str| {
            let mut words = line.splitn(3, ' ').map(str::to_owned);
            let mut word = || words.next().unwrap_or_default();
            Noted { rule: word(), severity: Severity::Info, path: word(), line: 1, message: word() }
        };
        lines.iter().map(noted).collect()
    }

    #[track_caller]
    fn check(old: &[&str], new: &[&str], expected_new: &[&str], expected_fixed: &[&str]) {
        let (new, fixed) = unmatched(noted(new), noted(old), &Lines::default());
        assert_eq!((new, fixed), (noted(expected_new), noted(expected_fixed)));
    }

    #[test]
    fn findings_are_matched_wherever_they_went() {
        check(&[], &[], &[], &[]);
        check(&["a w0 x"], &["a w0 x"], &[], &[]);
        check(&["a w0 x"], &["a w1 x"], &[], &[]);
        check(&["a w0 x"], &["a w0 y"], &[], &[]);
        check(&["a w0 x"], &["a w1 y"], &["a w1 y"], &["a w0 x"]);
        check(&["a w0 x"], &["b w0 x"], &["b w0 x"], &["a w0 x"]);
        check(&["a w0 x"], &["a w0 x", "a w0 x"], &["a w0 x"], &[]);
        check(&["a w0 x", "a w1 x", "a w2 x"], &["a w5 x"], &[], &["a w1 x", "a w2 x"]);
        // The exact one is matched first, whatever the order.
        check(&["a w1 x", "a w0 x"], &["a w2 x", "a w0 x"], &[], &[]);
    }

    #[test]
    fn findings_that_count_are_the_same_when_the_count_is_not() {
        check(&["a w0 12 others"], &["a w3 13 others"], &[], &[]);
        check(&["a w0 1 other"], &["a w3 13 others"], &["a w3 13 others"], &["a w0 1 other"]);
        check(&["a w0 \"9 ms\""], &["a w1 \"8 ms\""], &["a w1 \"8 ms\""], &["a w0 \"9 ms\""]);
        check(&["a w0 `k8s`"], &["a w1 `k9s`"], &["a w1 `k9s`"], &["a w0 `k8s`"]);
    }

    #[test]
    fn a_line_is_known_by_its_text() {
        let lines = Lines {
            old: HashMap::from([("w0", "Cut it"), ("w1", "Ran it"), ("w2", "Led it")]),
            new: HashMap::from([("w0", "Ran it"), ("w1", "Cut it")]),
        };
        let (old, new) = (noted(&["a w0 3 words", "a w2 5 words"]), noted(&["a w1 3 words"]));
        assert_eq!(unmatched(new, old, &lines), (noted(&[]), noted(&["a w2 5 words"])));
    }

    #[test]
    fn other_files_are_refused() {
        for text in ["", "{}", "[]", "null", "{\"format\": \"vitae-report/1\"}"] {
            assert!(matches!(Baseline::read(text), Err(BaselineError::Unreadable(_))), "{text}");
        }
    }
}
