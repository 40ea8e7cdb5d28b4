//! `no-outcome`: nothing in a bullet can be checked.

use std::ops::Range;
use std::sync::LazyLock;

use facts::Signal;
use resume::{Severity, Stage};
use roles::{PhraseSet, RolePack, WordList};

use super::{duty_not_work, vague_improvement, vague_mechanism};
use crate::page::Unit;
use crate::rule::{Context, Findings, Topic, declare_rule};
use crate::wording::set;

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
    /// - Set up monitoring and alerting for backend services
    /// - Prepared technical design documents and unit test cases
    /// ```
    /// ```bullets,clean
    /// - Halved the time that pickers wait for a route
    /// - Moved order history to its own database with zero downtime
    /// - Cut the close of a month from two days to an hour
    /// - Wrote the tariff parser, adopted by the pricing team
    /// - Fixed a race condition between trip closing and rebalancing
    /// - Shipped the label printing page to production in spring
    /// - Environment: Java, Spring, Oracle
    /// - Created a dashboard per satellite which the operators use in each pass
    /// - Built the interface to the vehicle register and handled its timeouts with retries
    /// - Implemented the document upload for claims, with virus scanning and storage in Oracle
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

/// Words for what went wrong and was dealt with, and for people who use the thing.
static DETAIL: LazyLock<PhraseSet> = LazyLock::new(|| {
    crate::wording::set(&[
        "timeout|timeouts|retry|retries|retrying|rollback|rollbacks",
        "virus|malware scanning|scan|scans|check|checks",
        "deadlock*|race condition*|double|duplicate charge*|booking*|order*|entries",
        "which|that the|our .. use|uses|read|reads|rely|see",
        "which|that operators|users|customers|clients|stores|teams|engineers|analysts|clinicians use|read|see",
        "used|read|queried|called by",
    ])
});

/// Chores, and what they are done on.
const CHORES: WordList<22> = WordList::new([
    "monitoring", "alerting", "alerts", "logging", "testing", "test", "tests", "cases", "unit",
    "integration", "technical", "design", "documents", "documentation", "documents", "support",
    "maintenance", "production", "backend", "services", "service", "application",
]);

static OUTCOME: LazyLock<PhraseSet> = LazyLock::new(|| set(&OUTCOMES));

fn check(cx: &Context<'_>, findings: &mut Findings<'_>) {
    let with_outcome = cx.bullets().filter(|unit| has_something(unit)).count();
    if cx.stage == Stage::Junior && with_outcome >= ENOUGH_AT_JUNIOR {
        return;
    }
    for unit in cx.bullets() {
        if has_something(unit) || is_label(unit) || is_said_elsewhere(unit, cx.pack) {
            continue;
        }
        let hint = match unit.object(cx.pack) {
            Some(object) => format!(
                "what came of \"{object}\": what changed, how many use it, what made it hard?"
            ),
            None => "what came of it: what changed, how many use it, what made it hard?".to_owned(),
        };
        findings.add_in(unit, unit.whole(), "nothing here can be checked", hint);
    }
}

/// `Environment: Java, Spring` or `Client: a freight broker`: tells about the job, claims nothing.
pub(super) fn is_label(unit: &Unit) -> bool {
    let Some((label, rest)) = unit.text.split_once(':') else { return false };
    let verb = unit.facts.verbs.iter().any(|verb| verb.range.start > label.len());
    label.split_whitespace().count() <= LABEL && !rest.trim().is_empty() && !verb
}

/// Most words of a label.
const LABEL: usize = 2;

/// Anything that a reader could ask about and get an answer.
fn has_something(unit: &Unit) -> bool {
    let facts = &unit.facts;
    // "Monitoring" and "test cases" of nothing in particular are names of chores.
    let particular = facts.claims.iter().filter_map(|claim| claim.object.as_ref());
    let particular = particular.chain(&facts.things).any(|thing| !is_chore(unit, &thing.range));
    let signals = [Signal::Production, Signal::Proof, Signal::Reach];
    let chores = [Signal::Operations, Signal::Testing];
    !facts.quantities.is_empty()
        || !facts.changes.is_empty()
        || facts.concepts.iter().any(|concept| particular || !is_chore(unit, &concept.range))
        || facts.mechanisms.iter().any(|mechanism| mechanism.concrete)
        || signals.iter().any(|signal| facts.has(*signal))
        || ((particular || facts.skills.iter().any(|skill| !is_chore(unit, &skill.range)))
            && chores.iter().any(|signal| facts.has(*signal)))
        || !OUTCOME.find(&facts.words).is_empty()
        || !DETAIL.find(&facts.words).is_empty()
}

/// Every word names a chore or a kind of paper.
fn is_chore(unit: &Unit, range: &Range<usize>) -> bool {
    let words = unit.words_in(range);
    words
        .iter()
        .all(|word| roles::is_one_of(&word.norm, &CHORES) || crate::reading::ends_phrase(word))
}

/// Rules that ask for the same fact with better words.
fn is_said_elsewhere(unit: &Unit, pack: &RolePack) -> bool {
    duty_not_work::opener(unit).is_some()
        || vague_improvement::phrase(unit, pack).is_some()
        || vague_mechanism::phrase(unit, pack).is_some()
}
