//! `short-summary`: a summary that stops before it has said anything.

use resume::{FieldPath, Severity};

use super::summary_without_system::names_system;
use crate::printed::words;
use crate::rule::{Context, Findings, Topic, declare_rule};

declare_rule! {
    /// The summary is only a few words long.
    ///
    /// ## Why
    /// The summary is the one text that everybody reads. Six words there say less than a headline,
    /// and leave out what comes next: how big, for whom, with which result.
    ///
    /// ## What to do
    /// Write two sentences: what you own and how big it is; then one result, or where you come
    /// from.
    ///
    /// ```summary,flagged
    /// Owns the seat-map service.
    /// ```
    /// ```summary,clean
    /// Owns the seat-map service of a ferry line: Go, PostgreSQL, 4,000 bookings an hour.
    /// ```
    ///
    /// One that names no system has a rule of its own.
    ///
    /// ```summary,clean
    /// Backend engineer, five years.
    /// ```
    "short-summary", Severity::Info, Topic::Scope => check
}

/// Fewest words that say whose, how big and with what result.
const FEWEST: usize = 8;

fn check(cx: &Context<'_>, findings: &mut Findings<'_>) {
    let count: usize = cx.summary().map(|unit| words(&unit.text)).sum();
    if count == 0 || count >= FEWEST || !cx.summary().any(|unit| names_system(unit, cx)) {
        return;
    }
    findings.add(
        FieldPath::root().key("basics").key("summary"),
        format!("the summary stops after {count} words"),
        "add how big it is, for whom it runs and one result",
    );
}
