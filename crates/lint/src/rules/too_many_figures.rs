//! `too-many-figures`: more numbers than a reader keeps.

use facts::Change;
use resume::Severity;

use crate::page::Unit;
use crate::rule::{Context, Findings, Topic, declare_rule};

declare_rule! {
    /// A bullet has more than six figures.
    ///
    /// ## Why
    /// One figure is remembered, two are compared, seven are skipped. A line full of them also
    /// reads as written for a machine that counts digits.
    ///
    /// ## What to do
    /// Keep the two that decide: how big it was, and what changed. Give the others a line of their
    /// own or leave them for the interview.
    ///
    /// ```bullets,flagged
    /// - Ran 12 services on 40 nodes in 3 regions for 900 clinics with 14 engineers, 2,300 tests and 31 dashboards
    /// ```
    /// ```bullets,clean
    /// - Ran 11 incident reviews across 4 rotations; time to mitigate fell from 47 to 14 minutes on 3 services
    /// - Cut p99 from 480 ms to 92 ms and p50 from 60 ms to 12 ms at 12k requests per second on 6 nodes
    /// ```
    "too-many-figures", Severity::Warning, Topic::Integrity => check
}

/// Most figures of a line; both ends of a change are one.
const MOST: usize = 6;

fn check(cx: &Context<'_>, findings: &mut Findings<'_>) {
    for unit in cx.bullets() {
        let count = figures(unit);
        if count <= MOST {
            continue;
        }
        findings.add_in(
            unit,
            unit.whole(),
            format!("{count} figures in one line"),
            "keep the two that decide: how big it was, and what changed",
        );
    }
}

fn figures(unit: &Unit) -> usize {
    let pairs = unit.facts.changes.iter().filter(|change| {
        let value = |end: &Option<facts::End>| end.as_ref().is_some_and(|end| end.value.is_some());
        Change::has_both_ends(change) && value(&change.before) && value(&change.after)
    });
    unit.facts.measured().count().saturating_sub(pairs.count())
}
