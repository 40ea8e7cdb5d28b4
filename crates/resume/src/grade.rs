//! How a page was graded, and how each point came about.

use std::fmt;
use std::ops::Range;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::{FieldPath, Finding, Severity, Stage};

/// What a backend panel looks at.
#[derive(
    Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema,
)]
#[serde(rename_all = "lowercase")]
pub enum Axis {
    /// What did you own, and how big was it?
    Scope,
    /// What changed, from what to what, and how do we know?
    Evidence,
    /// Mechanism, data, consistency, operations; judgement.
    Depth,
}

impl Axis {
    /// All axes in report order.
    pub const ALL: [Self; 3] = [Self::Scope, Self::Evidence, Self::Depth];

    /// The word used in reports.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Scope => "scope",
            Self::Evidence => "evidence",
            Self::Depth => "depth",
        }
    }
}

impl fmt::Display for Axis {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.as_str())
    }
}

/// Points per axis, 0–100; 80 means "meets the bar of this stage".
#[derive(Clone, Copy, Debug, Default, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct Axes {
    /// Scope, 0–100.
    pub scope: f64,
    /// Evidence, 0–100.
    pub evidence: f64,
    /// Depth, 0–100.
    pub depth: f64,
}

impl Axes {
    /// The points of one axis.
    pub fn get(&self, axis: Axis) -> f64 {
        match axis {
            Axis::Scope => self.scope,
            Axis::Evidence => self.evidence,
            Axis::Depth => self.depth,
        }
    }

    /// The points of one axis, to change.
    pub fn get_mut(&mut self, axis: Axis) -> &mut f64 {
        match axis {
            Axis::Scope => &mut self.scope,
            Axis::Evidence => &mut self.evidence,
            Axis::Depth => &mut self.depth,
        }
    }

    /// The lowest axis.
    pub fn min(&self) -> f64 {
        self.scope.min(self.evidence).min(self.depth)
    }

    /// The mean of the three axes.
    pub fn mean(&self) -> f64 {
        (self.scope + self.evidence + self.depth) / 3.0
    }
}

/// What a panel would say.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Verdict {
    /// Meets the bar of its stage.
    Advance,
    /// A panel would be split.
    Maybe,
    /// Below the bar of its stage.
    NotYet,
    /// Something on the page breaks trust; the grade is capped until it is gone.
    FixFirst,
}

impl Verdict {
    /// The phrase used in reports.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Advance => "advance",
            Self::Maybe => "maybe",
            Self::NotYet => "not yet",
            Self::FixFirst => "fix before sending",
        }
    }
}

/// Which rules, weights and word lists graded the page.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Rubric {
    /// The role pack and its version, e.g. `backend-engineer 1`.
    pub version: String,
    /// Hash of everything that can change a grade. Equal fingerprints: only the page changed.
    pub fingerprint: String,
}

/// Format and language findings, kept apart from the three axes.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Readiness {
    /// True when no error-level finding is left.
    pub ready: bool,
    /// Findings at level error.
    pub errors: usize,
    /// Findings at level warning.
    pub warnings: usize,
    /// Findings at level info.
    pub infos: usize,
}

impl Readiness {
    /// Counts findings by level.
    pub fn of<'a>(findings: impl IntoIterator<Item = &'a Finding>) -> Self {
        let mut readiness = Self::default();
        for finding in findings {
            match finding.severity {
                Severity::Error => readiness.errors += 1,
                Severity::Warning => readiness.warnings += 1,
                Severity::Info => readiness.infos += 1,
            }
        }
        readiness.ready = readiness.errors == 0;
        readiness
    }
}

/// Words of the page that a point rests on.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Quote {
    /// The value the words stand in.
    #[schemars(with = "String")]
    pub path: FieldPath,
    /// Bytes of that value's text.
    #[serde(flatten)]
    #[schemars(with = "ByteRange")]
    pub range: Range<usize>,
    /// The words.
    pub text: String,
    /// One-based line in the file; `null` before a report gave the words their place.
    pub line: Option<usize>,
}

/// The wire form of a byte range.
#[derive(JsonSchema)]
#[expect(dead_code, reason = "only its schema is used")]
struct ByteRange {
    /// First byte.
    start: usize,
    /// One past the last byte.
    end: usize,
}

/// One criterion of an axis, with how it was met.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct Criterion {
    /// Short id, e.g. `E1`.
    pub id: String,
    /// The axis it counts for.
    pub axis: Axis,
    /// What it asks for.
    pub title: String,
    /// Its share of the axis, in points.
    pub weight: f64,
    /// What the page has, in facts.
    pub n: f64,
    /// What meets the bar of the stage, in facts; `null` when the stage does not ask for it.
    pub need: Option<f64>,
    /// Points won, 0–`weight` of the criteria that count.
    pub points: f64,
    /// Points that one more fact would win.
    pub gain: f64,
    /// The words each fact was read from.
    pub quotes: Vec<Quote>,
    /// The cheapest next improvement.
    pub next: Option<String>,
}

/// Points taken from an axis by findings of one kind.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct Penalty {
    /// The rule whose findings it counts.
    pub rule: String,
    /// The axis it lowers.
    pub axis: Axis,
    /// How many findings were counted.
    pub count: usize,
    /// Points taken, after the cap.
    pub points: f64,
}

/// A ceiling on the grade, held in place by a breach of integrity.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct Cap {
    /// The rule that set it.
    pub rule: String,
    /// The highest overall grade while it holds.
    pub overall: f64,
}

/// A fact the grade gave points for, inside one bullet.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct CreditedFact {
    /// What kind of fact, e.g. `outcome`, `scale`, `mechanism`, `concept`.
    pub kind: String,
    /// The words.
    pub text: String,
    /// First byte in the bullet's text.
    pub start: usize,
    /// One past the last byte in the bullet's text.
    pub end: usize,
}

impl CreditedFact {
    /// The kind in a word for people: `concept:retry` is a `concept`, an `object` a `system`.
    pub fn word(&self) -> &str {
        match self.kind.split(':').next().unwrap_or_default() {
            "object" => "system",
            kind => kind,
        }
    }
}

/// One bullet on its own.
#[derive(Clone, Debug, PartialEq, Serialize, JsonSchema)]
pub struct BulletGrade {
    /// Which bullet.
    #[schemars(with = "String")]
    pub path: FieldPath,
    /// Its text.
    pub text: String,
    /// How much of a complete claim it is, 0–100.
    pub score: f64,
    /// The same per axis.
    pub axes: Axes,
    /// What was read from it.
    pub facts: Vec<CreditedFact>,
}

/// The grade of a page.
#[derive(Clone, Debug, PartialEq)]
pub struct Grade {
    /// What graded it.
    pub rubric: Rubric,
    /// The bar it was measured against.
    pub stage: Stage,
    /// How the stage was chosen, for the reader.
    pub stage_reason: String,
    /// 0–100.
    pub overall: f64,
    /// Points per axis.
    pub axes: Axes,
    /// What a panel would say.
    pub verdict: Verdict,
    /// How each point came about.
    pub criteria: Vec<Criterion>,
    /// Points taken by findings.
    pub penalties: Vec<Penalty>,
    /// Ceilings in force.
    pub caps: Vec<Cap>,
    /// Every bullet on its own, in page order.
    pub bullets: Vec<BulletGrade>,
    /// What to do next, the cheapest first.
    pub next: Vec<String>,
}
