//! The report: a grade and its findings with their places, in the published wire form.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::{
    Allowed, Axes, Cap, Comparison, CreditedFact, Criterion, Finding, Fix, Grade, Location, Parsed,
    Penalty, Places, Readiness, Rect, Rubric, Severity, Stage, Verdict,
};

/// Name and version of the wire form.
const FORMAT: &str = "vitae-report/1";

/// What reading, checking and grading a resume came to.
#[derive(Clone, Debug, PartialEq)]
pub struct Review {
    /// The grade.
    pub grade: Grade,
    /// Hash of everything the grade is made from. Equal hashes: the graded words are the same.
    pub page: String,
    /// What was noticed and has to be looked at, by the reader and by the rules.
    pub findings: Vec<Finding>,
    /// What was noticed and may stay.
    pub allowed: Vec<Allowed>,
}

/// What `vitae check --format json` prints. Keys are only ever added.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
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
    /// Hash of everything the grade is made from: texts, places of the texts, dates of work. Equal
    /// hashes: the graded words are the same, whatever else changed in the file.
    pub page: String,
    /// What was noticed and is allowed by the file, in source order. It counts nowhere but in the
    /// grade.
    pub allowed: Vec<ReportedAllowance>,
    /// The file of settings that was read, as people call it.
    pub config: Option<String>,
    /// Rules that the settings switch off, by id: their findings are not shown.
    pub off: Vec<String>,
    /// The variant that was checked, when it was not the whole resume. Paths and places are those
    /// of the whole.
    pub variant: Option<String>,
    /// What changed since an earlier report, when one was given.
    pub baseline: Option<Comparison>,
}

/// One bullet of a [`Report`].
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
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
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct ReportedFinding {
    /// Kebab-case rule id; `vitae explain RULE` tells more.
    pub rule: String,
    /// How much it matters.
    pub severity: Severity,
    /// Which value it is about; empty for the whole page.
    pub path: String,
    /// One-based line in the file; of a document, in the text of
    /// `vitae parse --format text`, as are column, start and end.
    pub line: usize,
    /// One-based column, in characters.
    pub column: usize,
    /// First byte in the file.
    pub start: usize,
    /// One past the last byte in the file.
    pub end: usize,
    /// One-based page of a document that has pages.
    pub page: Option<usize>,
    /// Where on that page, in points (1/72 inch) from its top left corner.
    #[serde(rename = "box")]
    pub rect: Option<Rect>,
    /// What is wrong.
    pub message: String,
    /// What to do.
    pub hint: Option<String>,
    /// A change a program may make.
    pub fix: Option<Fix>,
    /// The claim with slots for what only its author knows.
    pub rewrite: Option<String>,
}

/// A finding of a [`Report`] that may stay.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct ReportedAllowance {
    /// What was noticed.
    #[serde(flatten)]
    pub finding: ReportedFinding,
    /// Why it may stay, in the author's words.
    pub reason: String,
}

impl Report {
    /// Reads a report that was written as JSON; `None` when it is none, or of another form.
    pub fn read(json: &str) -> Option<Self> {
        serde_json::from_str(json).ok().filter(|report: &Self| report.format == FORMAT)
    }

    /// Puts a grade and findings together with their places. Findings are sorted by place, then
    /// by rule.
    pub fn new(file: &str, as_of: &str, parsed: &Parsed, review: Review) -> Self {
        let Review { grade, page, findings, allowed } = review;
        let readiness = Readiness::of(&findings);
        let places = parsed.places();
        let reported = |finding: &Finding| ReportedFinding::new(finding, &places.locate(finding));
        let findings = ReportedFinding::located(&findings, &places);
        let mut allowed: Vec<_> = allowed
            .iter()
            .map(|allowed| ReportedAllowance {
                finding: reported(&allowed.finding),
                reason: allowed.reason.clone(),
            })
            .collect();
        allowed.sort_by(|a, b| a.finding.order().cmp(&b.finding.order()));
        let bullets = grade.bullets.into_iter().map(|bullet| ReportedBullet {
            line: parsed.source_map.locate(&bullet.path, "", None).line,
            path: bullet.path.to_string(),
            text: bullet.text,
            score: bullet.score,
            axes: bullet.axes,
            facts: bullet.facts,
        });
        let mut criteria = grade.criteria;
        for quote in criteria.iter_mut().flat_map(|criterion| &mut criterion.quotes) {
            quote.line = Some(places.at(&quote.path, Some(quote.range.clone())).line);
        }
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
            criteria,
            penalties: grade.penalties,
            caps: grade.caps,
            bullets: bullets.collect(),
            findings,
            next: grade.next,
            page,
            allowed,
            config: None,
            off: Vec::new(),
            variant: None,
            baseline: None,
        }
    }
}

impl ReportedFinding {
    /// Findings with their places, sorted by place, then by rule.
    pub fn located(findings: &[Finding], places: &Places<'_>) -> Vec<Self> {
        let reported = |finding: &Finding| Self::new(finding, &places.locate(finding));
        let mut located: Vec<_> = findings.iter().map(reported).collect();
        located.sort_by(|a, b| a.order().cmp(&b.order()));
        located
    }

    /// Findings stand in the order of the source.
    fn order(&self) -> (usize, usize, &str) {
        (self.start, self.end, &self.rule)
    }

    fn new(finding: &Finding, location: &Location) -> Self {
        Self {
            rule: finding.rule.clone().into_owned(),
            severity: finding.severity,
            path: finding.path.to_string(),
            line: location.line,
            column: location.column,
            start: location.range.start,
            end: location.range.end,
            page: location.region.map(|region| region.page),
            rect: location.region.map(|region| region.rect),
            message: finding.message.clone(),
            hint: finding.hint.clone(),
            fix: finding.fix.clone(),
            rewrite: finding.rewrite.clone(),
        }
    }
}
