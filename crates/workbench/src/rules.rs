//! The rules of the reader and of the linter, for resumes and for jobs, as one list.

use std::fmt::Write;
use std::ops::RangeInclusive;

use resume::{Severity, Stage};
use roles::CriterionSpec;

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

/// Topics in the order of the list, with what people read about them.
pub const TOPICS: [(&str, &str); 8] = [
    ("scope", "what was owned, and how big it was"),
    ("evidence", "what changed, and how anybody knows"),
    ("depth", "mechanism, data, consistency, operations"),
    ("integrity", "whether all of it can be true"),
    ("format", "what the page looks like and holds"),
    ("language", "how it is worded"),
    ("file", "how the file is written"),
    ("job", "what a job says, for `vitae job check`"),
];

/// A criterion as Markdown: what it asks for, how much at each stage, what it is worth.
pub fn criterion(spec: &CriterionSpec, all: &[CriterionSpec]) -> String {
    let mut text = format!(
        "## What counts\nOne more fact looks like this: {}\n\nA fact counts once, however often \
         it is told, and `vitae check --explain` quotes each one.\n\n## What each stage needs\n",
        spec.next
    );
    for stage in Stage::ALL {
        let need = spec.need[stage as usize];
        if need < 0.0 {
            let _ = writeln!(text, "- {stage}: not asked for");
            continue;
        }
        let counting =
            all.iter().filter(|other| other.axis == spec.axis && other.need[stage as usize] >= 0.0);
        let total: f64 = counting.map(|other| other.weight).sum();
        let share = 100.0 * spec.weight / total;
        let _ = writeln!(text, "- {stage}: {need} for {:.1} of {share:.1} points", 0.8 * share);
    }
    text += "\n## How it adds up\nWith n facts, a criterion earns 1 - 0.2^(n/need) of its share \
             of the axis: four fifths at the need, a little more with each fact beyond it. A page \
             that meets what a later stage asks for is graded by that where it is better.\n";
    text
}
