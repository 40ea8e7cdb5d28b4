//! The report: a grade and its findings with their places, in the published wire form.

use schemars::JsonSchema;
use serde::Serialize;

use crate::{
    Axes, Cap, CreditedFact, Criterion, Finding, Fix, Grade, Location, Parsed, Penalty, Readiness,
    Rubric, Severity, Stage, Verdict,
};

/// Name and version of the wire form.
const FORMAT: &str = "vitae-report/1";

/// What `vitae check --format json` prints. Keys are only ever added.
#[derive(Clone, Debug, PartialEq, Serialize, JsonSchema)]
pub struct Report {
    /// Always `vitae-report/1`.
    pub format: String,
    /// The file that was read; `-` for standard input.
    pub file: String,
    /// The day that stood for "today", as ISO 8601.
    pub as_of: String,
    /// What graded the page.
    pub rubric: Rubric,
    /// The bar it was measured against.
    pub stage: Stage,
    /// How the stage was chosen.
    pub stage_reason: String,
    /// 0–100.
    pub overall: f64,
    /// Points per axis, 0–100; 80 meets the bar of the stage.
    pub axes: Axes,
    /// What a panel would say.
    pub verdict: Verdict,
    /// Format and language, apart from the axes.
    pub readiness: Readiness,
    /// How each point came about.
    pub criteria: Vec<Criterion>,
    /// Points taken by findings.
    pub penalties: Vec<Penalty>,
    /// Ceilings in force.
    pub caps: Vec<Cap>,
    /// Every bullet on its own, in page order.
    pub bullets: Vec<ReportedBullet>,
    /// What was noticed, in source order.
    pub findings: Vec<ReportedFinding>,
    /// What to do next, the cheapest first.
    pub next: Vec<String>,
}

/// One bullet of a [`Report`].
#[derive(Clone, Debug, PartialEq, Serialize, JsonSchema)]
pub struct ReportedBullet {
    /// Which bullet, e.g. `work[0].highlights[2]`.
    pub path: String,
    /// Its text.
    pub text: String,
    /// One-based line in the file.
    pub line: usize,
    /// How much of a complete claim it is, 0–100.
    pub score: f64,
    /// The same per axis.
    pub axes: Axes,
    /// What was read from it.
    pub facts: Vec<CreditedFact>,
}

/// One finding of a [`Report`].
#[derive(Clone, Debug, PartialEq, Serialize, JsonSchema)]
pub struct ReportedFinding {
    /// Kebab-case rule id; `vitae explain RULE` tells more.
    pub rule: String,
    /// How much it matters.
    pub severity: Severity,
    /// Which value it is about; empty for the whole page.
    pub path: String,
    /// One-based line in the file.
    pub line: usize,
    /// One-based column, in characters.
    pub column: usize,
    /// First byte in the file.
    pub start: usize,
    /// One past the last byte in the file.
    pub end: usize,
    /// What is wrong.
    pub message: String,
    /// What to do.
    pub hint: Option<String>,
    /// A change a program may make.
    pub fix: Option<Fix>,
    /// The claim with slots for what only its author knows.
    pub rewrite: Option<String>,
}

impl Report {
    /// Puts a grade and findings together with their places. Findings are sorted by place, then
    /// by rule.
    ///
    /// `findings` are those of the rules; the reader's own findings are taken from `parsed`.
    pub fn new(
        file: &str,
        as_of: &str,
        parsed: &Parsed,
        grade: Grade,
        findings: &[Finding],
    ) -> Self {
        let readiness = Readiness::of(parsed.findings.iter().chain(findings));
        let places = parsed.places();
        let mut findings: Vec<_> = parsed
            .findings
            .iter()
            .chain(findings)
            .map(|finding| ReportedFinding::new(finding, &places.locate(finding)))
            .collect();
        findings.sort_by(|a, b| (a.start, a.end, &a.rule).cmp(&(b.start, b.end, &b.rule)));
        let bullets = grade.bullets.into_iter().map(|bullet| ReportedBullet {
            line: parsed.source_map.locate(&bullet.path, "", None).line,
            path: bullet.path.to_string(),
            text: bullet.text,
            score: bullet.score,
            axes: bullet.axes,
            facts: bullet.facts,
        });
        Self {
            format: FORMAT.to_owned(),
            file: file.to_owned(),
            as_of: as_of.to_owned(),
            rubric: grade.rubric,
            stage: grade.stage,
            stage_reason: grade.stage_reason,
            overall: grade.overall,
            axes: grade.axes,
            verdict: grade.verdict,
            readiness,
            criteria: grade.criteria,
            penalties: grade.penalties,
            caps: grade.caps,
            bullets: bullets.collect(),
            findings,
            next: grade.next,
        }
    }
}

impl ReportedFinding {
    fn new(finding: &Finding, location: &Location) -> Self {
        Self {
            rule: finding.rule.clone().into_owned(),
            severity: finding.severity,
            path: finding.path.to_string(),
            line: location.line,
            column: location.column,
            start: location.range.start,
            end: location.range.end,
            message: finding.message.clone(),
            hint: finding.hint.clone(),
            fix: finding.fix.clone(),
            rewrite: finding.rewrite.clone(),
        }
    }
}
