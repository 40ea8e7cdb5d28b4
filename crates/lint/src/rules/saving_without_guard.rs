//! `saving-without-guard`: cheaper, and nothing says that it stayed as good.

use std::ops::Range;
use std::sync::LazyLock;

use facts::{Change, Dimension, Signal};
use resume::Severity;
use roles::{PhraseSet, RolePack};

use crate::page::Unit;
use crate::rule::{Context, Findings, Topic, declare_rule};
use crate::wording::{report, set};

declare_rule! {
    /// A bullet saves money and does not say what stayed as good.
    ///
    /// ## Why
    /// Anything gets cheaper when it may get slower. The line becomes engineering when a second
    /// figure shows that latency, capacity or quality held.
    ///
    /// ## What to do
    /// Add the guard: "with p99 unchanged at 80 ms", "at three times the traffic". Or say what was
    /// not needed any more.
    ///
    /// ```bullets,flagged
    /// - Cut the cloud bill of the fare search by 40 % with smaller machines
    /// - Saved $14k a month by moving the seat map to ARM machines
    /// ```
    /// ```bullets,clean
    /// - Cut the cloud bill of the fare search by 40 % with p99 unchanged at 80 ms
    /// - Cut infrastructure cost by 45 % at three times the traffic
    /// - Saved $14k a month by deleting unused volumes of the seat map
    /// - Lowered GPU cost from $41k to $17k a month by quantizing the ranking model to int8
    /// ```
    "saving-without-guard", Severity::Info, Topic::Evidence, stages(Mid, Staff) => check
}

static COST: LazyLock<PhraseSet> =
    LazyLock::new(|| set(&["cost|costs", "bill|bills", "spend|spending", "invoice of", "budget"]));

/// Words for what held, or was not needed.
static GUARD: LazyLock<PhraseSet> = LazyLock::new(|| {
    set(&[
        "same", "unchanged", "without", "while", "no change|loss|impact", "at|with equal",
        "unused", "idle", "orphan*", "decommission*", "retir*", "delet*", "remov*", "duplicate*",
        "turn* off", "switch* off", "shut* down", "right siz*", "rightsiz*", "over provisioned",
        "overprovisioned", "reserved", "spot", "compress*", "expired", "times the", "traffic",
    ])
});

fn check(cx: &Context<'_>, findings: &mut Findings<'_>) {
    report(
        cx.bullets(),
        findings,
        |unit| unguarded(unit, cx.pack),
        |said| format!("\"{said}\" is cheaper; nothing says that it stayed as good"),
        "add what held: latency, capacity, error rate. Or say what was no longer needed",
    );
}

fn unguarded(unit: &Unit, pack: &RolePack) -> Option<Range<usize>> {
    let facts = &unit.facts;
    let names_cost = !COST.find(&facts.words).is_empty();
    let saves = |change: &&Change| match change.dimension {
        Dimension::Money => true,
        Dimension::Percent | Dimension::Ratio => names_cost && change.delta.is_some(),
        _ => false,
    };
    let saved =
        facts.changes.iter().find(saves).map(|change| change.range.clone()).or_else(|| {
            let saving = facts.words.first().is_some_and(|word| word.norm == "saved");
            let money = facts.measured().find(|quantity| quantity.dimension == Dimension::Money);
            money.filter(|_| saving).map(|quantity| quantity.range.clone())
        })?;
    let others = facts.measured().any(|quantity| {
        let apart = quantity.range.end <= saved.start || quantity.range.start >= saved.end;
        let share = matches!(quantity.dimension, Dimension::Percent | Dimension::Ratio);
        apart && quantity.dimension != Dimension::Money && !share
    });
    // "Cost" is a concept itself.
    let technique = unit.techniques().any(|concept| concept.entry(pack).id != "cost");
    let explained = technique || facts.has(Signal::Outcome);
    (!others && !explained && GUARD.find(&facts.words).is_empty()).then_some(saved)
}
