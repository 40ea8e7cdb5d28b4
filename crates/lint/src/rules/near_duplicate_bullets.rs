//! `near-duplicate-bullets`: the same line twice.

use resume::Severity;

use crate::page::Unit;
use crate::rule::{Context, Findings, Topic, declare_rule};

declare_rule! {
    /// Two bullets say the same thing.
    ///
    /// ## Why
    /// Only one of them counts, here and with a reader, and the second takes the space of a line
    /// that could have added something. The same line under two employers looks like a template.
    ///
    /// ## What to do
    /// Merge them, or make the second say what was different the second time. Results that are
    /// alike on different things are two results.
    ///
    /// ```bullets,flagged-together
    /// - Moved the order history of 40 shops from MySQL to PostgreSQL without downtime
    /// - Moved the order history of 60 shops from MySQL to PostgreSQL without any downtime
    /// ```
    /// ```bullets,clean
    /// - Cut p99 of the fare search from 480 ms to 92 ms
    /// - Cut p99 of the seat map from 610 ms to 80 ms
    /// ```
    /// ```bullets,clean
    /// - Wrote the tariff importer in Go
    /// - Wrote the tariff exporter in Go
    /// ```
    "near-duplicate-bullets", Severity::Warning, Topic::Integrity => check
}

fn check(cx: &Context<'_>, findings: &mut Findings<'_>) {
    let units = &cx.page.units;
    let mut told = None;
    let mut pairs = cx.page.same_stories.clone();
    pairs.sort_unstable_by_key(|&(earlier, later)| (later, earlier));
    for (earlier, later) in pairs {
        let (first, second) = (&units[earlier], &units[later]);
        let bullets = first.part.is_bullet() && second.part.is_bullet();
        if !bullets || told == Some(later) || !same_object(first, second) {
            continue;
        }
        told = Some(later);
        findings.add_in(
            second,
            second.whole(),
            format!("says the same as {}", first.path),
            "merge the two, or say what was different this time",
        );
    }
}

/// Parallel results on different things are no duplicates.
fn same_object(a: &Unit, b: &Unit) -> bool {
    let key = |unit: &Unit| {
        let object = unit.facts.claims.iter().find_map(|claim| claim.object.as_ref())?;
        Some(object.key.clone())
    };
    match (key(a), key(b)) {
        (Some(a), Some(b)) => a == b,
        _ => true,
    }
}
