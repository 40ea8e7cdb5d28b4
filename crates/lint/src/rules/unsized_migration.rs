//! `unsized-migration`: a move without its size or what kept it safe.

use std::ops::Range;
use std::sync::LazyLock;

use facts::Signal;
use resume::Severity;
use roles::{PhraseSet, RolePack};

use crate::page::Unit;
use crate::rule::{Context, Findings, Topic, declare_rule};
use crate::wording::{report, set};

declare_rule! {
    /// A migration is named without its size and without what kept it safe.
    ///
    /// ## Why
    /// Moving a table on a quiet Sunday and moving a billion rows under traffic read the same until
    /// a figure tells them apart. Panels ask for three: how much, how long, what broke.
    ///
    /// ## What to do
    /// Say how many services, tables or rows, and how old and new ran side by side. "Without
    /// downtime" counts.
    ///
    /// ```bullets,flagged
    /// - Migrated the ticket shop from a monolith to microservices
    /// - Ported the tariff importer from Perl to Go
    /// - Moved the customer accounts to AWS
    /// ```
    /// ```bullets,clean
    /// - Migrated the onboarding flow from REST calls to events (6 services)
    /// - Moved customer accounts to AWS without downtime
    /// - Ported the tariff importer from Perl to Go, compared nightly with the old one for six weeks
    /// - Moved session state of the seat map to Redis; p95 fell from 900 ms to 200 ms
    /// - Wrote the migration guide of the tariff importer
    /// ```
    "unsized-migration", Severity::Info, Topic::Evidence, stages(Mid, Staff) => check
}

const VERBS: [&str; 4] = ["migrate", "port", "transition", "move"];

/// What keeps a move safe, beside the techniques of the role pack.
static SAFE: LazyLock<PhraseSet> = LazyLock::new(|| {
    set(&[
        "downtime",
        "rollback",
        "roll back",
        "rolled back",
        "side by side",
        "in parallel",
        "compar*",
        "reconcil*",
        "verif*",
        "row by row",
        "step by step",
        "gradual*",
        "incremental*",
        "in stages|batches|waves",
        "maintenance window",
        "zero loss",
        "cutover",
        "tenant by tenant",
        "one .. at a time",
        "halv*",
        "doubl*",
    ])
});

fn check(cx: &Context<'_>, findings: &mut Findings<'_>) {
    report(
        cx.bullets(),
        findings,
        |unit| plain_move(unit, cx.pack),
        |said| format!("\"{said}\": no size, and nothing about how it stayed safe"),
        "how many services, tables or rows, and how did old and new run side by side?",
    );
}

fn plain_move(unit: &Unit, pack: &RolePack) -> Option<Range<usize>> {
    let facts = &unit.facts;
    let verb = facts.verbs.first()?;
    let lemma = verb.entry(pack).lemma.as_str();
    // One may move an alert; what is moved "to" something is a migration.
    let to = unit.words_in(&(verb.range.end..unit.text.len())).iter().any(|w| w.norm == "to");
    if !VERBS.contains(&lemma) || !to {
        return None;
    }
    // Knowledge that is handed over is no system that moves.
    if unit.has_word(&["kt", "knowledge", "handover", "duties"]) {
        return None;
    }
    let says = facts.measured().next().is_some()
        || !facts.changes.is_empty()
        || facts.mechanisms.iter().any(|mechanism| mechanism.concrete)
        || facts.concepts.iter().any(|concept| {
            concept.entry(pack).counts.iter().any(|counts| counts == "D3" || counts == "T")
        })
        || facts.has(Signal::Outcome)
        || facts.has(Signal::Testing)
        || !SAFE.find(&facts.words).is_empty();
    let object = facts.claims.iter().find_map(|claim| claim.object.as_ref());
    let end = object.map_or(verb.range.end, |object| object.range.end);
    (!says).then_some(verb.range.start..end)
}
