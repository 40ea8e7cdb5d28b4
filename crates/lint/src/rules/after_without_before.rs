//! `after-without-before`: where a value ended, not where it began.

use std::ops::Range;

use facts::Change;
use resume::Severity;

use roles::WordList;

use crate::page::Unit;
use crate::rule::{Context, Findings, Topic, declare_rule};
use crate::wording::report;

declare_rule! {
    /// A bullet says where a value ended, not where it began.
    ///
    /// ## Why
    /// 90 ms is a triumph after two seconds and a rounding error after 95. Without the first
    /// figure nobody can tell, and the careful reader assumes the smaller step.
    ///
    /// ## What to do
    /// Put "from" before the figure. If nobody measured before, say that it holds a level: "kept
    /// p99 under 90 ms" needs no beginning.
    ///
    /// ```bullets,flagged
    /// - Brought p99 of the fare search down to 90 ms with a covering index
    /// - Reduced the nightly import to 20 minutes by batching inserts
    /// ```
    /// ```bullets,clean
    /// - Brought p99 of the fare search from 400 ms down to 90 ms with a covering index
    /// - Kept p99 of the fare search under 40 ms at 2,000 requests a second
    /// - Halved the nightly import to 20 minutes by batching inserts
    /// - Reduced the nightly import to 20 minutes; before, it took 3 hours
    /// - Built the fare search with a p99 of 90 ms
    /// - Stopped duplicate invoices, 11 a month before, with a unique constraint
    /// - Cut pages of the seat map to zero by capping the retry queue
    /// ```
    "after-without-before", Severity::Info, Topic::Evidence => check
}

/// Words that say how it was before.
const EARLIER: WordList<9> = WordList::new([
    "before", "previously", "formerly", "earlier", "originally", "instead", "than", "from", "took",
]);

fn check(cx: &Context<'_>, findings: &mut Findings<'_>) {
    report(
        cx.bullets(),
        findings,
        end_only,
        |said| format!("\"{said}\" is where it ended; from where?"),
        "add the value before: from … to …",
    );
}

fn end_only(unit: &Unit) -> Option<Range<usize>> {
    let changes = &unit.facts.changes;
    let measured = |change: &Change| change.has_both_ends() || change.delta.is_some();
    if changes.iter().any(measured) || unit.has_word(&EARLIER) {
        return None;
    }
    let ended = |change: &&Change| {
        let value = change.after.as_ref().and_then(|end| end.value);
        change.before.is_none()
            && (change.direction.is_some() || unit.has_word(&["down", "up"]))
            && value.is_some_and(|value| value > 0.0)
    };
    changes.iter().find(ended).map(|change| change.range.clone())
}
