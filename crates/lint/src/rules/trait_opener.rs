//! `trait-opener`: a sentence of the summary opens with praise of its author.

use std::ops::Range;

use resume::Severity;
use roles::RolePack;

use crate::page::Unit;
use crate::rule::{Context, Findings, Topic, declare_rule};

declare_rule! {
    /// A sentence of the summary opens with praise of your character.
    ///
    /// ## Why
    /// Every applicant can call themselves passionate; nobody can check it. A panel reads the
    /// first dozen words to learn what you run, and praise uses them up.
    ///
    /// ## What to do
    /// Open with the thing you own or built, whom it serves and how big it is. Let a bullet show
    /// the trait: a runbook shows care, a design review shows teamwork.
    ///
    /// ```summary,flagged
    /// Results-driven backend engineer with a passion for clean code.
    /// ```
    /// ```summary,flagged
    /// Owns the invoice service of a freight broker, 40,000 invoices a day. Highly motivated team player.
    /// ```
    /// ```summary,flagged
    /// I am an enthusiastic developer and a fast learner who owns the parcel router.
    /// ```
    /// ```summary,clean
    /// Owns the event-driven claims pipeline of an insurer, 2 million claims a month.
    /// ```
    /// ```summary,clean
    /// Runs the dedicated tenant cluster of a hospital network, proven in production at 3 sites.
    /// ```
    /// ```summary,clean
    /// Reliability engineer for the dispatch service; wrote its dynamic partition pruning.
    /// ```
    /// ```summary,clean
    /// Built proactive cache warming for the fare search, 9,000 queries per second.
    /// ```
    "trait-opener", Severity::Error, Topic::Scope, penalty(Scope, 4.0, 12.0) => check
}

/// Words of a sentence that a skim still takes for its opening.
const OPENING_WORDS: usize = 12;

fn check(cx: &Context<'_>, findings: &mut Findings<'_>) {
    for unit in cx.summary() {
        if let Some(range) = praise(unit, cx.pack) {
            let said = unit.text[range.clone()].to_owned();
            findings.add_in(
                unit,
                range,
                format!("\"{said}\" praises you where the page should name your work"),
                "open with what you own or built, for whom it runs and how big it is",
            );
        }
    }
}

/// The praise a sentence opens with, unless it named a thing or a piece of work before.
fn praise(unit: &Unit, pack: &RolePack) -> Option<Range<usize>> {
    let facts = &unit.facts;
    let found = pack.lists.traits.find(&facts.words);
    let found = found.into_iter().find(|found| found.words.start < OPENING_WORDS)?;
    let range = facts.words[found.words.start].start..facts.words[found.words.end - 1].end;
    let thing = facts.things.iter().any(|thing| thing.range.start < range.start);
    let work = facts.claims.iter().any(|claim| {
        claim.is_substantial(pack)
            && claim.verb.as_ref().is_some_and(|verb| verb.range.end <= range.start)
    });
    (!thing && !work).then_some(range)
}
