//! `number-without-unit`: two bare numbers where a measure belongs.

use std::ops::Range;

use facts::Dimension;
use resume::Severity;

use roles::WordList;

use crate::page::Unit;
use crate::rule::{Context, Findings, Topic, declare_rule};
use crate::wording::report;

declare_rule! {
    /// A change is given in numbers without a unit.
    ///
    /// ## Why
    /// "From 480 to 92" may be milliseconds or megabytes. A reader who has to guess the unit does
    /// not know whether to be impressed.
    ///
    /// ## What to do
    /// Write the unit once, at the end: "from 480 to 92 ms". Counts need none where the line says
    /// what is counted.
    ///
    /// ```bullets,flagged
    /// - Reduced latency of the fare search from 480 to 92 with a covering index
    /// - Cut memory of the tile server from 900 to 300 by pooling buffers
    /// - Reduced from 480 to 92 with a covering index on the fare table
    /// ```
    /// ```bullets,clean
    /// - Reduced latency of the fare search from 480 to 92 ms with a covering index
    /// - Cut time to mitigate from 47 to 14 minutes with a runbook
    /// - Cut deploy steps from 14 to 3 with a release script
    /// - Raised the Lighthouse score of the seat map from 48 to 92
    /// - Reduced the number of manual checks from 14 to 3
    /// ```
    "number-without-unit", Severity::Info, Topic::Evidence => check
}

/// Most words between the measure and its numbers: `latency of the fare search from`.
const REACH: usize = 6;

/// What has a unit: right before the numbers, it does not say which.
const MEASURES: [&str; 24] = [
    "latency", "latencies", "time", "times", "duration", "size", "memory", "footprint", "lag",
    "throughput", "traffic", "bandwidth", "storage", "cost", "costs", "bill", "spend", "p50",
    "p90", "p95", "p99", "p999", "delay", "downtime",
];

/// Numbers without a unit by nature.
const UNITLESS: WordList<11> = WordList::new([
    "score", "scores", "rating", "grade", "rank", "level", "nps", "number", "count", "version",
    "ratio",
]);

fn check(cx: &Context<'_>, findings: &mut Findings<'_>) {
    report(
        cx.bullets(),
        findings,
        bare,
        |said| format!("\"{said}\" has no unit"),
        "write the unit once, after the second number",
    );
}

fn bare(unit: &Unit) -> Option<Range<usize>> {
    if unit.has_word(&UNITLESS) {
        return None;
    }
    let change = unit.facts.changes.iter().find(|change| {
        let value = |end: &Option<facts::End>| end.as_ref().is_some_and(|end| end.value.is_some());
        change.dimension == Dimension::Bare
            && change.noun.is_none()
            && value(&change.before)
            && value(&change.after)
    })?;
    let before = unit.words_in(&(0..change.range.start));
    let before: Vec<&str> = before.iter().map(|word| word.norm.as_str()).collect();
    let near = before.len().saturating_sub(REACH);
    let measured = before[near..].iter().any(|word| MEASURES.contains(word));
    // `Reduced from 480 to 92`: the verb has no object before the numbers.
    let direct = before.len() <= 2 && before.last() == Some(&"from");
    (measured || direct).then(|| change.range.clone())
}
