//! All findings with their places in the text, for who reads the text.

use maud::{Markup, html};
use resume::{Report, Severity};

use crate::prose::{prose, sentence};

/// Findings in a list at most.
const MOST: usize = 300;

/// All findings with their places in the text, the first one first.
pub(crate) fn diagnostics(report: &Report) -> Markup {
    let left_out = report.findings.len().saturating_sub(MOST);
    html! {
        @if report.findings.is_empty() {
            p.quiet { "Nothing found." }
        } @else {
            ol {
                @for finding in report.findings.iter().take(MOST) {
                    li.diagnostic.(finding.severity.to_string()) {
                        p.head {
                            span.severity { (word(finding.severity)) }
                            " "
                            a.where href="#source" data-line=(finding.line) data-column=(finding.column) {
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
