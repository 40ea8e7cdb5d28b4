//! `short-bullet`: too little for a claim.

use facts::Signal;
use resume::Severity;

use super::long_bullet::words;
use super::no_outcome::is_label;
use crate::page::{Part, Unit};
use crate::rule::{Context, Findings, Topic, declare_rule};

declare_rule! {
    /// A bullet is too short to hold a claim.
    ///
    /// ## Why
    /// Seven words name a thing, or an act, rarely both with what came of it. Such a line costs
    /// the same space on the page as one that counts.
    ///
    /// ## What to do
    /// Add what it was for, how big it is or what changed. If there is nothing to add, merge it
    /// into another line or leave it out.
    ///
    /// ```bullets,flagged
    /// - Wrote the on-call runbook for payments
    /// - Built the idempotent fare importer
    /// ```
    /// ```bullets,clean
    /// - Built the fare importer that feeds 40 carriers every night
    /// - Cut p99 of checkout: 480 -> 92 ms
    /// - Built the seat map of 40 theaters
    /// - Two merged pull requests in pgx
    /// - Did things
    /// ```
    ///
    /// Lines of a project may be short; its name and description stand above them.
    ///
    /// ```yaml,clean
    /// projects:
    ///   - name: tilefetch
    ///     description: Library that caches map tiles on disk
    ///     highlights: [Published on crates.io]
    /// ```
    "short-bullet", Severity::Info, Topic::Format => check
}

/// Words of the shortest bullet that can say what was done to which thing, and why.
pub(super) const SHORTEST: usize = 8;

fn check(cx: &Context<'_>, findings: &mut Findings<'_>) {
    for unit in cx.bullets().filter(|unit| unit.part != Part::Project) {
        let count = words(&unit.text);
        // A line without a particular thing lacks more than words; other rules say what.
        let particular = unit.facts.is_substantial(cx.pack);
        if count >= SHORTEST || !particular || says_enough(unit) || is_label(unit) {
            continue;
        }
        let message =
            format!("{count} word{}: too short for a claim", if count == 1 { "" } else { "s" });
        let hint = match unit.object(cx.pack) {
            Some(object) => format!("say what \"{object}\" is for, how big it is or what changed"),
            None => "say what it was for, how big it is or what changed".to_owned(),
        };
        findings.add_in(unit, unit.whole(), message, hint);
    }
}

/// A change with both ends, a figure on a particular thing, or work that others can look up needs
/// few words.
fn says_enough(unit: &Unit) -> bool {
    let facts = &unit.facts;
    facts.measured().next().is_some() || !facts.changes.is_empty() || facts.has(Signal::Proof)
}
