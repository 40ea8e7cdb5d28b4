//! The record of a ranking: everything a place rests on, so that anybody can do it again.

use resume::coverage::{RequirementKind, Status};
use schemars::JsonSchema;
use serde::Serialize;

use crate::{Band, Change};

/// Name and version of the wire form.
pub const FORMAT: &str = "vitae-rank/1";

/// What `vitae rank --format json` prints. Keys are only ever added.
#[derive(Clone, Debug, PartialEq, Serialize, JsonSchema)]
#[serde(rename_all = "camelCase")]
pub struct RankReport {
    /// Always `vitae-rank/1`.
    pub format: String,
    /// What was asked for.
    pub job: RankedJob,
    /// What did the work. Equal records of equal files come from equal work.
    pub scorer: Scorer,
    /// The day that stood for "today", as ISO 8601.
    pub as_of: String,
    /// True when names of people, employers and schools are left out.
    pub blind: bool,
    /// The files and folders that were named; empty when they would tell who applied.
    pub inputs: Vec<String>,
    /// Everybody who could be read, in the order in which to read.
    pub applicants: Vec<RankedApplicant>,
    /// Files that could not be read.
    pub unread: Vec<Unread>,
    /// Files of a folder that are no documents.
    pub left_out: Vec<String>,
}

/// The job of a ranking.
#[derive(Clone, Debug, PartialEq, Serialize, JsonSchema)]
#[serde(rename_all = "camelCase")]
pub struct RankedJob {
    /// The file.
    pub file: String,
    /// Its title.
    pub title: Option<String>,
    /// Who hires.
    pub organization: Option<String>,
    /// SHA-256 over the requirements as they were read: the version of the job.
    pub version: String,
    /// What is compared.
    pub requirements: Vec<RankedRequirement>,
}

/// A requirement and how much it counts.
#[derive(Clone, Debug, PartialEq, Serialize, JsonSchema)]
#[serde(rename_all = "camelCase")]
pub struct RankedRequirement {
    /// Its id.
    pub id: String,
    /// How much it matters.
    pub kind: RequirementKind,
    /// Its words.
    pub text: String,
    /// Its share of the whole, 0–1; 0 for what no page can show.
    pub weight: f64,
}

/// What did the work.
#[derive(Clone, Debug, PartialEq, Serialize, JsonSchema)]
#[serde(rename_all = "camelCase")]
pub struct Scorer {
    /// The version of vitae, which reads and compares.
    pub version: String,
    /// Hash of the role pack: words, skills, relations.
    pub role: String,
    /// SHA-256 over the weights of [`RankedJob::requirements`].
    pub weights: String,
}

/// One applicant.
#[derive(Clone, Debug, PartialEq, Serialize, JsonSchema)]
#[serde(rename_all = "camelCase")]
pub struct RankedApplicant {
    /// The file; in a blind ranking a name made from its text.
    pub applicant: String,
    /// SHA-256 of the file.
    pub file_sha256: String,
    /// SHA-256 of the text that was read from it.
    pub text_sha256: String,
    /// What is shown of the must-haves.
    pub band: Band,
    /// One-based; who shows equally much shares it.
    pub place: usize,
    /// How many share the place.
    pub sharing: usize,
    /// 0–100: what a reader finds.
    pub fit: f64,
    /// 0–100: what a machine finds that looks for the exact words.
    pub literal: f64,
    /// The ceiling that missing must-haves set, 0–100.
    pub cap: Option<f64>,
    /// The must-haves that set it, by id.
    pub capped_by: Vec<String>,
    /// Requirement by requirement, in the order of the job.
    pub criteria: Vec<Criterion>,
    /// What a person has to look at: hidden text, repetition, impossible figures.
    pub integrity: Vec<Flag>,
    /// Where the applicant stood under another version of the job, and why that changed.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub moved: Option<Moved>,
}

/// What is shown of one requirement.
#[derive(Clone, Debug, PartialEq, Serialize, JsonSchema)]
#[serde(rename_all = "camelCase")]
pub struct Criterion {
    /// The requirement.
    pub id: String,
    /// What is shown.
    pub status: Status,
    /// How much of it is shown, 0–1.
    pub credit: f64,
    /// Points of `fit`, before the ceiling.
    pub points: f64,
    /// Months of work that show it.
    pub months: Option<u32>,
    /// Words that show it.
    pub evidence: Vec<Words>,
    /// Why there is nothing: `not stated on the page` is not `cannot`.
    pub absent_reason: Option<String>,
}

/// Words of a page and their place.
#[derive(Clone, Debug, PartialEq, Serialize, JsonSchema)]
#[serde(rename_all = "camelCase")]
pub struct Words {
    /// The words.
    pub text: String,
    /// The value they stand in.
    pub path: String,
    /// First and last byte of that value's text.
    pub span: [usize; 2],
    /// One-based line of the file, or of the text of a document.
    pub line: usize,
    /// One-based page of a document.
    pub page: Option<usize>,
}

/// Something a person has to look at. It is a question, and changes no place.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Flag {
    /// The rule that noticed it.
    pub rule: String,
    /// What was noticed.
    pub message: String,
}

/// A move between two versions of a job.
#[derive(Clone, Debug, PartialEq, Serialize, JsonSchema)]
#[serde(rename_all = "camelCase")]
pub struct Moved {
    /// The place under the other version.
    pub place: usize,
    /// The band under the other version.
    pub band: Band,
    /// `fit` under the other version.
    pub fit: f64,
    /// What did it, the largest first.
    pub because: Vec<Change>,
}

/// A file that could not be read.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Unread {
    /// The file; in a blind ranking its number among those that could not be read.
    pub file: String,
    /// Why.
    pub message: String,
    /// What to do about it.
    pub hint: Option<String>,
}
