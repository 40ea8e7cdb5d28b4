//! `bullet-count`: a recent role says too little or too much.

use resume::model::Work;
use resume::{Date, FieldPath, Severity};

use super::functional_layout;
use crate::career::{is_learner, title};
use crate::rule::{Context, Findings, Topic, declare_rule};

declare_rule! {
    /// A recent role has fewer than two bullets or more than seven.
    ///
    /// ## Why
    /// The two latest roles are what a panel reads. One bullet leaves them with nothing to ask
    /// about; from the eighth on, the strong ones drown.
    ///
    /// ## What to do
    /// Aim for three to five in each of the two latest roles. Merge bullets about one piece of
    /// work, cut those without a result. A role of a few months, an internship and older roles may
    /// be short.
    ///
    /// ```bullets,flagged
    /// - Moved the seat inventory from MySQL to PostgreSQL
    /// ```
    /// ```bullets,flagged
    /// - Cut p99 of the seat search from 900 ms to 120 ms
    /// - Moved the seat inventory from MySQL to PostgreSQL
    /// - Wrote the outbox of the booking service
    /// - Split the fare table by season
    /// - Added contract tests for the harbor API
    /// - Retired the nightly export
    /// - Wrote the runbook of the ticket printer
    /// - Sharded the loyalty ledger
    /// ```
    /// ```bullets,clean
    /// - Cut p99 of the seat search from 900 ms to 120 ms
    /// - Moved the seat inventory from MySQL to PostgreSQL
    /// ```
    /// ```yaml,clean
    /// work:
    ///   - position: Backend Engineer
    ///     startDate: 2026-09
    ///   - position: Engineering intern
    ///     startDate: 2025-01
    ///     endDate: 2025-06
    ///     highlights:
    ///       - Wrote the label printer's retry queue
    ///   - position: Analyst
    ///     startDate: 2022-01
    ///     endDate: 2024-12
    /// ```
    "bullet-count", Severity::Warning, Topic::Format => check
}

/// Roles a panel reads in full.
const RECENT_ROLES: usize = 2;
const FEWEST: usize = 2;
const MOST: usize = 7;
/// Nobody expects several results of a shorter stay.
const SHORT_STAY_MONTHS: i32 = 4;

fn check(cx: &Context<'_>, findings: &mut Findings<'_>) {
    // Its lines stand elsewhere: that is a finding of its own.
    if functional_layout::applies(cx) {
        return;
    }
    for (index, role) in cx.resume.work.iter().enumerate().take(RECENT_ROLES) {
        let path = FieldPath::root().key("work").index(index);
        let count = role.highlights.iter().filter(|bullet| !bullet.text.trim().is_empty()).count();
        if count > MOST {
            findings.add(
                path.key("highlights").index(MOST),
                format!("this role has {count} bullets; a panel reads three to five"),
                "merge bullets about one piece of work, and cut those without a result",
            );
        } else if count < FEWEST && !may_be_short(role, cx.as_of) {
            let bullets = if count == 0 { "no bullets" } else { "one bullet" };
            let path = if role.highlights.is_empty() { path } else { path.key("highlights") };
            findings.add(
                path,
                format!("this role has {bullets}; a panel looks for three to five"),
                "add what you built, changed or kept running there, and what came of it",
            );
        }
    }
}

fn may_be_short(role: &Work, as_of: &Date) -> bool {
    let end = role.end_date.as_ref().unwrap_or(&Date::Present).last_month(as_of);
    let start = role.start_date.as_ref().and_then(|start| start.first_month(as_of));
    let months = start.zip(end).map(|(start, end)| end - start + 1);
    is_learner(title(role)) || months.is_some_and(|months| months < SHORT_STAY_MONTHS)
}
