//! `no-outcome`: nothing in a bullet can be checked.

use std::sync::LazyLock;

use facts::Signal;
use resume::{Severity, Stage};
use roles::{PhraseSet, RolePack};

use super::{duty_not_work, vague_improvement, vague_mechanism};
use crate::page::Unit;
use crate::rule::{Context, Findings, Topic, declare_rule};

declare_rule! {
    /// A bullet has no outcome: no figure, no technique, nothing a reader can check.
    ///
    /// ## Why
    /// A line that only says that something was built leaves the panel to guess whether it ran,
    /// for whom, and what got better. Most will not guess in your favor.
    ///
    /// ## What to do
    /// Add one fact: what changed, how many use it, how it works where it is hard, that it runs
    /// in production. Outcomes need no digits: "halved" or "without downtime" is one. A junior
    /// page needs two such lines, not all of them.
    ///
    /// ```bullets,flagged
    /// - Developed features for the customer portal
    /// - Implemented a new module for product pages
    /// - Wrote backend code and fixed bugs in the invoice application
    /// ```
    /// ```bullets,clean
    /// - Halved the time that pickers wait for a route
    /// - Moved order history to its own database with zero downtime
    /// - Cut the close of a month from two days to an hour
    /// - Wrote the tariff parser, adopted by the pricing team
    /// - Fixed a race condition between trip closing and rebalancing
    /// - Shipped the label printing page to production in spring
    /// ```
    /// ```bullets,clean,junior
    /// - Halved the time that pickers wait for a route
    /// - Wrote the tariff parser, adopted by the pricing team
    /// - Developed features for the customer portal
    /// ```
    "no-outcome", Severity::Warning, Topic::Evidence => check
}

/// Lines with an outcome that a junior page needs.
const ENOUGH_AT_JUNIOR: usize = 2;

/// Outcomes without a figure.
const OUTCOMES: [&str; 22] = [
    "zero downtime",
    "no downtime",
    "without downtime",
    "without a|an outage|incident",
    "without interruption|interruptions",
    "without losing",
    "without loss",
    "zero|no data loss",
    "no longer",
    "never again",
    "eliminated",
    "eliminating",
    "for the first time",
    "none since",
    "no incidents|findings|regressions|outages",
    "same day",
    "still in use",
    "still runs|running",
    "dozens|hundreds|thousands|millions of",
    "won",
    "prize*|award*",
    "featured in|on|by",
];

static OUTCOME: LazyLock<PhraseSet> =
    LazyLock::new(|| PhraseSet::new(OUTCOMES.iter().map(|phrase| (*phrase, 0))));

fn check(cx: &Context<'_>, findings: &mut Findings<'_>) {
    let with_outcome = cx.bullets().filter(|unit| has_something(unit)).count();
    if cx.stage == Stage::Junior && with_outcome >= ENOUGH_AT_JUNIOR {
        return;
    }
    for unit in cx.bullets() {
        if has_something(unit) || is_said_elsewhere(unit, cx.pack) {
            continue;
        }
        let hint = match unit.object() {
            Some(object) => format!(
                "what came of \"{object}\": what changed, how many use it, what made it hard?"
            ),
            None => "what came of it: what changed, how many use it, what made it hard?".to_owned(),
        };
        findings.add_in(unit, unit.whole(), "nothing here can be checked", hint);
    }
}

/// Anything that a reader could ask about and get an answer.
fn has_something(unit: &Unit) -> bool {
    let facts = &unit.facts;
    let signals =
        [Signal::Production, Signal::Proof, Signal::Operations, Signal::Testing, Signal::Reach];
    !facts.quantities.is_empty()
        || !facts.changes.is_empty()
        || !facts.concepts.is_empty()
        || facts.mechanisms.iter().any(|mechanism| mechanism.concrete)
        || signals.iter().any(|signal| facts.has(*signal))
        || !OUTCOME.find(&facts.words).is_empty()
}

/// Rules that ask for the same fact with better words.
fn is_said_elsewhere(unit: &Unit, pack: &RolePack) -> bool {
    duty_not_work::opener(unit).is_some()
        || vague_improvement::phrase(unit, pack).is_some()
        || vague_mechanism::phrase(unit, pack).is_some()
}
