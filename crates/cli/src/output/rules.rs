//! Rules and criteria: the list of all, and the head of one.

use std::fmt::Write;

use anstyle::Style;
use resume::{Axis, Severity};
use roles::{CriterionSpec, ExamplePair};
use workbench::rules::{Doc, TOPICS};

use super::style::{BAD, FAINT, NAME, STRONG, WEAK, paint};

/// A group a topic: its criteria, then one line a rule with level, name and summary.
pub(crate) fn list(docs: &[Doc], criteria: &[CriterionSpec]) -> String {
    let longest = docs.iter().map(|doc| doc.id.len()).max().unwrap_or(0);
    let mut text = String::new();
    for (topic, about) in TOPICS {
        if !text.is_empty() {
            text.push('\n');
        }
        let _ = writeln!(text, "{}: {about}", paint(STRONG, topic));
        for criterion in criteria.iter().filter(|criterion| criterion.axis.as_str() == topic) {
            let id = paint(NAME, format_args!("{:<longest$}", criterion.id));
            let _ = writeln!(text, "  {:<7}  {id}  {}", "counts", criterion.title);
        }
        for doc in docs.iter().filter(|doc| doc.topic == topic) {
            let level = paint(style(doc.severity), format_args!("{:<7}", doc.severity));
            let id = paint(NAME, format_args!("{:<longest$}", doc.id));
            let _ = writeln!(text, "  {level}  {id}  {}", doc.summary.trim_end_matches('.'));
        }
    }
    text
}

/// Name, level, topic, stages and summary above a rule's documentation, which may open with the
/// summary itself.
pub(crate) fn title(doc: &Doc) -> String {
    let level = paint(style(doc.severity), doc.severity);
    let stages = doc.at_stages().map(|stages| format!(", {stages}")).unwrap_or_default();
    let title = format!("{} {level}, {}{stages}\n\n", paint(STRONG, doc.id), doc.topic);
    if doc.text.trim_start().starts_with(doc.summary) {
        title
    } else {
        title + doc.summary + ".\n\n"
    }
}

/// Where lines that break the rule are told well; empty without any.
pub(crate) fn pairs(pairs: &[&ExamplePair]) -> String {
    /// Enough to see what is meant.
    const SHOWN: usize = 3;

    let mut text = String::new();
    if !pairs.is_empty() {
        let _ = writeln!(text, "\n{}", paint(STRONG, "Told badly and well"));
    }
    for pair in pairs.iter().take(SHOWN) {
        let _ = writeln!(text, "    {}", paint(NAME, format_args!("vitae examples {}", pair.id)));
    }
    text
}

/// Id, axis and title of a criterion.
pub(crate) fn criterion_title(spec: &CriterionSpec) -> String {
    let axis: Axis = spec.axis;
    format!("{} {axis}, weight {}\n\n{}.\n\n", paint(STRONG, &spec.id), spec.weight, spec.title)
}

fn style(severity: Severity) -> Style {
    match severity {
        Severity::Error => BAD,
        Severity::Warning => WEAK,
        Severity::Info => FAINT,
    }
}
