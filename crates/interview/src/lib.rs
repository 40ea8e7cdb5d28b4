//! What a panel asks about a page: each claim with the questions its own words call for, for the
//! candidate; and for the panel the chain from requirement to quote to question to rubric.
//!
//! Questions are data of the role ([`roles::QuestionBank`]). Here facts of a line fire them
//! ([`fired`]), their slots are filled with spans of the page and nothing else ([`fill`]), and the
//! few a panel would ask first are chosen ([`choose`]). The private note of a bullet stands in
//! what [`prepare`] makes and never in what [`panel`] makes.

mod choose;
mod exercise;
mod fill;
mod fired;
mod gaps;
mod line;
mod listed;
mod panel;
mod prepare;
mod round;
mod shape;

use std::ops::Range;

use resume::Stage;
use roles::{QuestionBank, RolePack, RoundId};
use serde::Serialize;

pub use gaps::{Gap, gaps};
pub use line::Part;
pub use listed::Listed;
pub use panel::{Chain, Kit, RoundSheet, WhatFor, panel, panel_for_job};
pub use prepare::{Preparation, Prepared, prepare};

/// What questions are chosen from, and for whom.
#[derive(Clone, Copy, Debug)]
pub struct Desk<'a> {
    /// What is known about the role.
    pub pack: &'a RolePack,
    /// Its questions.
    pub bank: &'a QuestionBank,
    /// The stage of the candidate, or of the job.
    pub stage: Stage,
}

/// A question as it is asked.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Asked {
    /// Id of its template.
    pub id: String,
    /// The words.
    pub question: String,
    /// What a good answer shows.
    pub shows: String,
    /// Id of the rubric that answers are judged by.
    pub rubric: String,
    /// The round it belongs to.
    pub round: RoundId,
    /// The words of the line that made somebody ask; none for a question everybody is asked.
    pub because: Option<Words>,
}

/// Words of a text.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Words {
    /// Bytes of the text.
    #[serde(flatten)]
    pub range: Range<usize>,
    /// The words.
    pub text: String,
}
