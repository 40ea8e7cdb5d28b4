//! What a rule for jobs is, and how one is declared.

use std::ops::Range;

use facts::requirement::{self, Requirement};
use resume::{Date, FieldPath, Finding, Job, Severity, Stage};
use roles::{JobWording, Match, RolePack, job_wording, words};

use super::text::{JobText, Kind, read};
use crate::rule::{Findings, first_line, markdown};

/// A check of a job.
#[derive(Debug)]
pub struct JobRule {
    /// Kebab-case, equal to the file's name; names the defect and reads well after "allow".
    pub id: &'static str,
    /// The level of its findings; a rule may give a milder one where the case is milder.
    pub severity: Severity,
    /// A one-line summary, sections, and executed examples; see [`JobRule::text`].
    pub(crate) docs: &'static str,
    pub(crate) check: fn(&JobContext<'_>, &mut Findings<'_>),
}

impl JobRule {
    /// The documentation as Markdown, without the space that a doc comment puts before each line.
    pub fn text(&self) -> String {
        markdown(self.docs)
    }

    /// The first line of the documentation.
    pub fn summary(&self) -> &'static str {
        first_line(self.docs)
    }
}

/// What a rule for jobs may look at.
pub(crate) struct JobContext<'a> {
    pub(crate) job: &'a Job,
    pub(crate) pack: &'a RolePack,
    pub(crate) wording: &'static JobWording,
    /// The day that stands for "today".
    pub(crate) today: &'a Date,
    /// Everything candidates read, in the order of the format.
    pub(crate) texts: Vec<JobText<'a>>,
    /// The stage the job names, or the one its title does.
    pub(crate) stage: Option<Stage>,
    /// What it asks for.
    pub(crate) requirements: Vec<Requirement>,
}

impl<'a> JobContext<'a> {
    pub(crate) fn of(job: &'a Job, pack: &'a RolePack, today: &'a Date) -> Self {
        let stage = job.stage.or_else(|| stage_of_title(job.title.as_deref().unwrap_or_default()));
        let (wording, texts) = (job_wording(), read(job));
        let requirements = requirement::read(job, pack);
        Self { job, pack, wording, today, texts, stage, requirements }
    }

    /// The texts of some kinds.
    pub(crate) fn of_kinds(&self, kinds: &'a [Kind]) -> impl Iterator<Item = &JobText<'a>> {
        self.texts.iter().filter(|text| kinds.contains(&text.kind))
    }

    /// The texts whose wording is the author's: all but names of tools.
    pub(crate) fn wording_texts(&self) -> impl Iterator<Item = &JobText<'a>> {
        self.texts.iter().filter(|text| text.kind != Kind::Tool)
    }

    /// The text at a path.
    pub(crate) fn text_at(&self, path: &FieldPath) -> Option<&JobText<'a>> {
        self.texts.iter().find(|text| text.path == *path)
    }

    /// True when candidates have nothing to read.
    pub(crate) fn is_empty(&self) -> bool {
        self.texts.is_empty()
    }
}

/// The stage that a title says.
pub(crate) fn stage_of_title(title: &str) -> Option<Stage> {
    const STAGES: [(&str, Stage); 14] = [
        ("intern", Stage::Junior),
        ("trainee", Stage::Junior),
        ("graduate", Stage::Junior),
        ("entry", Stage::Junior),
        ("junior", Stage::Junior),
        ("jr", Stage::Junior),
        ("mid", Stage::Mid),
        ("intermediate", Stage::Mid),
        ("senior", Stage::Senior),
        ("sr", Stage::Senior),
        ("lead", Stage::Senior),
        ("staff", Stage::Staff),
        ("principal", Stage::Staff),
        ("distinguished", Stage::Staff),
    ];
    let words = words(title);
    // `Senior Staff Engineer` is staff: the highest that is named.
    let named = words.iter().filter_map(|word| {
        STAGES.iter().find(|(name, _)| *name == word.norm).map(|(_, stage)| *stage)
    });
    named.max()
}

impl Findings<'_> {
    /// A finding about some bytes of a text of a job.
    pub(crate) fn add_said(
        &mut self,
        text: &JobText<'_>,
        range: Range<usize>,
        message: impl Into<String>,
        hint: impl Into<String>,
    ) -> &mut Finding {
        let range = text.offset + range.start..text.offset + range.end;
        self.add_at(text.path.clone(), range, message, hint)
    }

    /// One finding for each place of a text where something was found; `message` gets the words.
    pub(crate) fn add_each(
        &mut self,
        text: &JobText<'_>,
        found: &[Match],
        message: impl Fn(&str) -> String,
        hint: &str,
    ) {
        for found in found {
            let range = text.bytes(&found.words);
            let message = message(text.said(&range));
            self.add_said(text, range, message, hint);
        }
    }

    /// A finding about the job as a whole.
    pub(crate) fn add_whole(
        &mut self,
        message: impl Into<String>,
        hint: impl Into<String>,
    ) -> &mut Finding {
        self.add(FieldPath::root(), message, hint)
    }
}

/// Declares the rule for jobs of a file: its documentation, id, level and check.
///
/// ```text
/// declare_job_rule! {
///     /// One line that says what is wrong.
///     ///
///     /// ## Why
///     /// …
///     "rule-id", Severity::Warning => check
/// }
/// ```
macro_rules! declare_job_rule {
    ($(#[doc = $doc:literal])+ $id:literal, $severity:expr => $check:path) => {
        pub(crate) static RULE: crate::job::JobRule = crate::job::JobRule {
            id: $id,
            severity: $severity,
            docs: concat!($($doc, "\n"),+),
            check: $check,
        };
    };
}
pub(crate) use declare_job_rule;
