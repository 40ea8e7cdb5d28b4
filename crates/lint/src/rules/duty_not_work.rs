//! `duty-not-work`: a bullet states what the job was instead of what its author did.

use std::ops::Range;
use std::sync::LazyLock;

use facts::Position;
use resume::Severity;
use roles::PhraseSet;

use crate::page::Unit;
use crate::rule::{Context, Findings, Topic, declare_rule};
use crate::wording::set;

declare_rule! {
    /// A bullet names a duty of the job instead of work you did.
    ///
    /// ## Why
    /// A duty is true of everybody who held the seat, whether they did it well or not at all. A
    /// panel looks for what happened because you were there.
    ///
    /// ## What to do
    /// Name one intervention and what came of it. Ownership is fine when it says what is owned
    /// and how big it is.
    ///
    /// ```bullets,flagged
    /// - Responsible for maintaining backend services
    /// - Duties included code review, deployments and bug fixing
    /// - Was in charge of the parcel index
    /// - Was responsible of the parcel index
    /// - Tasked with the migration to PostgreSQL 16
    /// - Maintaining, monitoring and supporting the billing platform
    /// ```
    /// ```bullets,clean
    /// - Own the settlement ledger: Go, 3 engineers, 2 million entries a day
    /// - Made each team responsible for its own alerts, which cut night pages from 22 to 6 a month
    /// - Moved the task of closing stale baskets from cron to a delayed queue
    /// - Responsible disclosure of 3 flaws in the tariff parser, fixed within a week
    /// - Maintaining the tariff importer since 2023, now 40 carriers on 2 workers
    /// ```
    "duty-not-work", Severity::Error, Topic::Evidence, penalty(Scope, 3.0, 12.0) => check
}

const PHRASES: [&str; 20] = [
    "responsible for|of",
    "responsible to maintain|manage|develop|design|build|ensure|support",
    "jointly|solely|mainly|primarily responsible for",
    "was|were|am|being|is responsible for|of",
    "i was|am responsible for|of",
    "responsibility for",
    "responsibilities",
    "responsibilities include|included|were",
    "duties",
    "my duties",
    "duties include|included|were",
    "duties such as",
    "in charge of",
    "was|being in charge of",
    "accountable for",
    "tasked with",
    "was tasked with",
    "charged with",
    "entrusted with",
    "was|were assigned to",
];

static DUTIES: LazyLock<PhraseSet> = LazyLock::new(|| set(&PHRASES));

fn check(cx: &Context<'_>, findings: &mut Findings<'_>) {
    for unit in cx.bullets() {
        let Some(range) = opener(unit) else { continue };
        let said = unit.said(&range).to_owned();
        let hint = match unit.object(cx.pack).map(without_gerund) {
            Some(object) => format!("say what you changed about \"{object}\", and what came of it"),
            None => "say what you changed, and what came of it".to_owned(),
        };
        findings.add_in(unit, range, format!("\"{said}\" names a duty, not work you did"), hint);
    }
}

/// `maintaining backend services` → `backend services`.
fn without_gerund(object: &str) -> &str {
    match object.split_once(' ') {
        Some((first, rest)) if first.ends_with("ing") => rest,
        _ => object,
    }
}

/// The words that open a duty.
pub(super) fn opener(unit: &Unit) -> Option<Range<usize>> {
    let words = &unit.facts.words;
    match DUTIES.match_at(words, unit.first_word()) {
        Some(found) => Some(unit.bytes(&(0..found.words.end))),
        None => gerunds(unit),
    }
}

/// `Maintaining, monitoring and supporting …`, with nothing that came of it.
fn gerunds(unit: &Unit) -> Option<Range<usize>> {
    let facts = &unit.facts;
    let [first, second, ..] = facts.verbs.as_slice() else { return None };
    let near = unit.words_in(&(first.range.end..second.range.start)).len() <= 1;
    let ongoing = |range: &Range<usize>| unit.said(range).to_lowercase().ends_with("ing");
    let lists = first.position == Position::Opening
        && near
        && ongoing(&first.range)
        && ongoing(&second.range)
        && facts.changes.is_empty()
        && facts.measured().next().is_none()
        && facts.concepts.is_empty();
    lists.then_some(first.range.start..second.range.end)
}
