//! `partition-without-key`: data was split, and nothing says by what.

use std::ops::Range;

use resume::Severity;
use roles::RolePack;

use crate::page::Unit;
use crate::rule::{Context, Findings, Topic, declare_rule};
use crate::wording::report;

declare_rule! {
    /// Data was partitioned or sharded, and the line gives neither the key nor the size.
    ///
    /// ## Why
    /// The key is the decision; everything that later went well or wrong follows from it. It is the
    /// first question a panel asks.
    ///
    /// ## What to do
    /// Say by which key, or how many rows or terabytes. One of them is enough where the other is
    /// confidential.
    ///
    /// ```bullets,flagged,senior
    /// - Sharded the database
    /// - Partitioned the event tables to keep deletes short
    /// ```
    /// ```bullets,clean,senior
    /// - Sharded the device registry by tenant
    /// - Partitioned the event tables, 4.8 billion rows
    /// - Re-partitioned the topic on vehicle ID instead of network
    /// - Wrote the partition planner of the event store
    /// ```
    /// ```bullets,clean
    /// - Sharded the database
    /// ```
    "partition-without-key", Severity::Info, Topic::Depth, stages(Senior, Staff) => check
}

fn check(cx: &Context<'_>, findings: &mut Findings<'_>) {
    report(
        cx.bullets(),
        findings,
        |unit| keyless(unit, cx.pack),
        |said| format!("\"{said}\" by which key, and how much of it?"),
        "say the key, or the rows or terabytes",
    );
}

fn keyless(unit: &Unit, pack: &RolePack) -> Option<Range<usize>> {
    let facts = &unit.facts;
    let verb = facts.verbs.iter().find(|verb| {
        matches!(
            verb.entry(pack).lemma.as_str(),
            "partition" | "shard" | "re-partition" | "repartition"
        )
    })?;
    let after = unit.words_in(&(verb.range.end..unit.text.len()));
    let keyed = after.iter().any(|word| {
        matches!(
            word.norm.as_str(),
            "by" | "on" | "per" | "key" | "keyed" | "hash" | "range" | "across"
        )
    });
    (!keyed && unit.sizes().next().is_none()).then(|| verb.range.clone())
}
