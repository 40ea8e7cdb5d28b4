//! Rules: the list of all, and the head of one.

use std::fmt::Write;

use anstyle::Style;
use resume::Severity;

use super::style::{BAD, FAINT, NAME, STRONG, WEAK, paint};
use crate::commands::Doc;

/// One line a rule: level, name, summary.
pub(crate) fn list(docs: &[Doc]) -> String {
    let longest = docs.iter().map(|doc| doc.id.len()).max().unwrap_or(0);
    docs.iter().fold(String::new(), |mut text, doc| {
        let level = paint(style(doc.severity), format_args!("{:<7}", doc.severity));
        let id = paint(NAME, format_args!("{:<longest$}", doc.id));
        let _ = writeln!(text, "{level}  {id}  {}", doc.summary.trim_end_matches('.'));
        text
    })
}

/// Name, level and summary above a rule's documentation, which may open with the summary itself.
pub(crate) fn title(doc: &Doc) -> String {
    let level = paint(style(doc.severity), doc.severity);
    let title = format!("{} {level}\n\n", paint(STRONG, doc.id));
    if doc.text.trim_start().starts_with(doc.summary) {
        title
    } else {
        title + doc.summary + ".\n\n"
    }
}

fn style(severity: Severity) -> Style {
    match severity {
        Severity::Error => BAD,
        Severity::Warning => WEAK,
        Severity::Info => FAINT,
    }
}
