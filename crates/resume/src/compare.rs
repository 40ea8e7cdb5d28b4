//! Two reports of one page: what moved between them, and why.

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
    page: Option<String>,
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
#[derive(Clone, Copy, Debug, PartialEq, Serialize, JsonSchema)]
pub struct Move {
    /// In the earlier report.
    pub was: f64,
    /// In this one.
    pub now: f64,
}

/// A criterion whose facts, need or points moved.
#[derive(Clone, Debug, PartialEq, Serialize, JsonSchema)]
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
#[derive(Clone, Debug, PartialEq, Serialize, JsonSchema)]
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
    /// Findings that only the earlier report has.
    pub fixed: Vec<Noted>,
}

impl Comparison {
    /// Compares `report` with the earlier report of `file`.
    pub fn between(file: &str, old: Baseline, report: &Report) -> Self {
        let (was, now) = (old.axes, report.axes);
        let axis = |was, now| Move { was, now };
        let new: Vec<Noted> = report.findings.iter().map(Noted::from).collect();
        let (new, fixed) = unmatched(new, old.findings);
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

/// What each list has beyond the other. A finding is the same when rule, place and message are;
/// else when rule and message are, for a line that moved; else when rule and place are, for one
/// that was worded anew.
fn unmatched(new: Vec<Noted>, old: Vec<Noted>) -> (Vec<Noted>, Vec<Noted>) {
    type Key = fn(&Noted) -> (&str, &str, &str);
    let keys: [Key; 3] = [
        |one| (&one.rule, &one.path, &one.message),
        |one| (&one.rule, "", &one.message),
        |one| (&one.rule, &one.path, ""),
    ];
    let (mut new, mut old) = (new, old);
    for key in keys {
        let mut counts: HashMap<(&str, &str, &str), usize> = HashMap::new();
        for one in &old {
            *counts.entry(key(one)).or_default() += 1;
        }
        let matched: Vec<bool> = new
            .iter()
            .map(|one| {
                let count = counts.get_mut(&key(one)).filter(|count| **count > 0);
                count.map(|count| *count -= 1).is_some()
            })
            .collect();
        // What is left of the counts was not matched; the last ones of a kind stay.
        let mut left: Vec<bool> = old
            .iter()
            .rev()
            .map(|one| {
                let count = counts.get_mut(&key(one)).filter(|count| **count > 0);
                count.map(|count| *count -= 1).is_some()
            })
            .collect();
        left.reverse();
        let keep = |list: Vec<Noted>, keep: Vec<bool>| -> Vec<Noted> {
            list.into_iter().zip(keep).filter(|(_, keep)| *keep).map(|(one, _)| one).collect()
        };
        new = keep(new, matched.into_iter().map(|matched| !matched).collect());
        old = keep(old, left);
    }
    (new, old)
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
        let (new, fixed) = unmatched(noted(new), noted(old));
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
    fn other_files_are_refused() {
        for text in ["", "{}", "[]", "null", "{\"format\": \"vitae-report/1\"}"] {
            assert!(matches!(Baseline::read(text), Err(BaselineError::Unreadable(_))), "{text}");
        }
    }
}
