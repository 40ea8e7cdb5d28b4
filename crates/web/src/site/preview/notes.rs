//! What was noticed, at the value it is about; the grade; the list for who reads the text.

use std::collections::BTreeMap;

use maud::{Markup, html};
use resume::{Report, ReportedFinding, Severity};

use super::fitting::Fit;
use crate::prose::{prose, sentence};
use crate::report::{grade as grade_of, readiness};

/// Findings of one value at most: more than that nobody repairs at once.
const MOST: usize = 12;
/// Findings in a list at most.
const MOST_IN_LIST: usize = 300;

/// The notes of every value that has some, as HTML by its path.
pub(crate) fn by_path(report: &Report) -> BTreeMap<String, String> {
    let mut found: BTreeMap<&str, Vec<&ReportedFinding>> = BTreeMap::new();
    for finding in &report.findings {
        found.entry(&finding.path).or_default().push(finding);
    }
    let markup = |found: &[&ReportedFinding]| {
        html! { @for finding in found.iter().take(MOST) { (note(finding)) } }
    };
    let all = found.into_iter();
    all.map(|(path, found)| (path.to_owned(), markup(&found).into_string())).collect()
}

/// One of them.
fn note(finding: &ReportedFinding) -> Markup {
    html! {
        div.note.(finding.severity.to_string()) data-rule=(finding.rule) {
            p.message { span.severity { (word(finding.severity)) } " " (sentence(&finding.message)) }
            @if let Some(hint) = &finding.hint { p.hint { (sentence(hint)) } }
            @if let Some(rewrite) = &finding.rewrite { p.rewrite { b { "Say" } " " (rewrite) } }
        }
    }
}

/// The grade, whether the page is ready to send, and how it fits.
pub(crate) fn grade(report: &Report, fit: Option<Fit>) -> Markup {
    html! {
        (grade_of(report))
        (readiness(report))
        @if let Some(fit) = fit { (fit.markup()) }
    }
}

/// All findings with their places in the text, the first one first.
pub(crate) fn diagnostics(report: &Report) -> Markup {
    let left_out = report.findings.len().saturating_sub(MOST_IN_LIST);
    html! {
        @if report.findings.is_empty() {
            p.quiet { "Nothing found." }
        } @else {
            ol {
                @for finding in report.findings.iter().take(MOST_IN_LIST) {
                    li.diagnostic.(finding.severity.to_string()) {
                        p.head {
                            span.severity { (word(finding.severity)) }
                            " "
                            span.where data-line=(finding.line) data-column=(finding.column) {
                                "Line " (finding.line) ", column " (finding.column)
                            }
                            " "
                            span.rule { (finding.rule) }
                        }
                        p.message { (sentence(&finding.message)) }
                        @if let Some(hint) = &finding.hint { p.hint { (prose(hint)) } }
                    }
                }
            }
            @if left_out > 0 { p.quiet { "and " (left_out) " more" } }
        }
    }
}

fn word(severity: Severity) -> &'static str {
    match severity {
        Severity::Info => "Note",
        Severity::Warning => "Warning",
        Severity::Error => "Error",
    }
}
