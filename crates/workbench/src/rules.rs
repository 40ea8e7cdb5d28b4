//! The rules of the reader and of the linter, for resumes and for jobs, as one list.

use std::ops::RangeInclusive;

use resume::{Severity, Stage};

/// What is known of a rule, of the reader or of the linter.
pub struct Doc {
    /// Kebab-case name.
    pub id: &'static str,
    /// How much its findings matter.
    pub severity: Severity,
    /// What it is about: an axis, a part of readiness, `file` for rules of the reader, `job`
    /// for those of jobs.
    pub topic: &'static str,
    /// The stages at which it speaks.
    pub stages: RangeInclusive<Stage>,
    /// One line.
    pub summary: &'static str,
    /// Everything, as Markdown.
    pub text: String,
}

impl Doc {
    /// The stages in words; `None` when it speaks at all of them.
    pub fn at_stages(&self) -> Option<String> {
        let (first, last) = (*self.stages.start(), *self.stages.end());
        match (first, last) {
            (Stage::Junior, Stage::Staff) => None,
            (first, last) if first == last => Some(format!("at {first} only")),
            (first, Stage::Staff) => Some(format!("from {first}")),
            (first, last) => Some(format!("{first} to {last}")),
        }
    }
}

/// All rules in alphabetical order.
pub fn docs() -> Vec<Doc> {
    let reader = extract::reader_rules().iter().map(|rule| Doc {
        id: rule.id,
        severity: rule.severity,
        topic: "file",
        stages: Stage::Junior..=Stage::Staff,
        summary: rule.summary,
        text: rule.docs_markdown.to_owned(),
    });
    let linter = lint::rules().iter().map(|rule| Doc {
        id: rule.id,
        severity: rule.severity,
        topic: rule.topic.as_str(),
        stages: rule.stages.clone(),
        summary: rule.summary(),
        text: rule.text(),
    });
    let jobs = lint::job_rules().iter().map(|rule| Doc {
        id: rule.id,
        severity: rule.severity,
        topic: "job",
        stages: Stage::Junior..=Stage::Staff,
        summary: rule.summary(),
        text: rule.text(),
    });
    let mut docs: Vec<_> = reader.chain(linter).chain(jobs).collect();
    docs.sort_by_key(|doc| doc.id);
    docs
}

/// Ids of the reader's rules.
pub fn of_reader() -> Vec<&'static str> {
    extract::reader_rules().iter().map(|rule| rule.id).collect()
}
