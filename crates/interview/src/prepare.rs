//! For the candidate: each claim with the questions it calls for, and the private note beside it.

use std::collections::BTreeMap;

use resume::coverage::Coverage;
use resume::{FieldPath, Resume, Stage};
use serde::Serialize;

use crate::choose::{self, Page, candidates};
use crate::line::{Line, Part, lines};
use crate::listed::{Listed, listed};
use crate::{Asked, Desk, Gap, gaps};

/// What a candidate prepares for.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Preparation {
    /// The stage the questions are chosen for.
    pub stage: Stage,
    /// Lines of the page in page order. A line that fires no question is left out.
    pub claims: Vec<Prepared>,
    /// Skills that are listed and that no line shows.
    pub listed: Vec<Listed>,
    /// What a job asks for and no line shows; nothing without a job.
    pub gaps: Vec<Gap>,
    /// How many questions of each family there are, by id of the rubric.
    pub families: BTreeMap<String, usize>,
}

/// A line with its questions.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Prepared {
    /// Which value it is.
    pub path: FieldPath,
    /// One-based line of the file; none before somebody looked it up.
    pub line: Option<usize>,
    /// Where it stands.
    pub part: Part,
    /// What it stands under.
    pub heading: Option<String>,
    /// The line.
    pub text: String,
    /// The private note of its author, who alone reads this.
    pub note: Option<String>,
    /// What a panel asks, in the order it does.
    pub questions: Vec<Asked>,
}

impl Preparation {
    /// Adds what a panel asks about the requirements of a job that no line shows.
    pub fn ask_about(&mut self, coverage: &Coverage, desk: &Desk<'_>) {
        self.gaps = gaps(coverage, desk);
        for asked in self.gaps.iter().filter_map(|gap| gap.question.as_ref()) {
            *self.families.entry(asked.rubric.clone()).or_default() += 1;
        }
    }

    /// How many questions there are.
    pub fn len(&self) -> usize {
        self.families.values().sum()
    }

    /// True when the page gives nothing to ask about.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }
}

/// Questions about a resume; with `all` every fitting one instead of those a panel asks first.
pub fn prepare(resume: &Resume, desk: &Desk<'_>, all: bool) -> Preparation {
    let lines = lines(resume, desk);
    let mut page = Page::default();
    let chosen = if all {
        lines.iter().map(|line| candidates(line, desk)).collect()
    } else {
        choose::for_page(&lines, desk)
    };
    let mut claims = Vec::new();
    for (line, chosen) in lines.iter().zip(chosen) {
        let questions: Vec<Asked> = chosen.into_iter().map(|one| one.asked).collect();
        if !questions.is_empty() {
            claims.push(prepared(line, questions));
        }
    }
    let listed = listed(resume, &lines, desk, &mut page);
    let mut families = BTreeMap::new();
    let asked = claims.iter().flat_map(|claim: &Prepared| &claim.questions);
    for asked in asked.chain(listed.iter().filter_map(|listed| listed.question.as_ref())) {
        *families.entry(asked.rubric.clone()).or_default() += 1;
    }
    Preparation { stage: desk.stage, claims, listed, gaps: Vec::new(), families }
}

fn prepared(line: &Line<'_>, questions: Vec<Asked>) -> Prepared {
    Prepared {
        path: line.path.clone(),
        line: None,
        part: line.part,
        heading: line.heading.clone(),
        text: line.text.to_owned(),
        note: line.note.map(str::to_owned),
        questions,
    }
}
