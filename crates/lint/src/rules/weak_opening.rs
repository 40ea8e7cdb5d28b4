//! `weak-opening`: a bullet opens with words that hide what its author did.

use resume::Severity;

use super::duty_not_work;
use crate::rule::{Context, Findings, Topic, declare_rule};

declare_rule! {
    /// A bullet opens with words that hide what you did.
    ///
    /// ## Why
    /// The first three words carry most of a skim. "Helped with" says that something happened
    /// near you; a panel cannot tell what your part was and assumes the least.
    ///
    /// ## What to do
    /// Name your own act, even a small one: wrote, measured, reviewed, fixed. Do not trade
    /// "helped" for "led" if you did not lead.
    ///
    /// ```bullets,flagged
    /// - Helped with the migration of the parcel index to PostgreSQL 16
    /// - Was involved in on-call
    /// - Actively participated in the redesign of the label printer
    /// ```
    /// ```bullets,clean
    /// - Wrote the backfill for the parcel index and checked row counts against the old table
    /// - Two merged patches to pgx that stop a connection leak on cancelled queries
    /// - Assisted-by lines in 40 repositories, written by a commit hook in Go
    /// - Supported 4,000 stores from one PostgreSQL cluster
    /// ```
    ///
    /// A line that names a duty has a rule of its own, `duty-not-work`.
    ///
    /// ```bullets,clean
    /// - Responsible for the migration of the parcel index to PostgreSQL 16
    /// ```
    "weak-opening", Severity::Warning, Topic::Scope, penalty(Scope, 3.0, 12.0) => check
}

fn check(cx: &Context<'_>, findings: &mut Findings<'_>) {
    for unit in cx.bullets().filter(|unit| duty_not_work::opener(unit).is_none()) {
        let openers = &cx.pack.lists.weak_openers;
        let Some(opener) = openers.match_at(&unit.facts.words, unit.first_word()) else { continue };
        let range =
            unit.facts.words[opener.words.start].start..unit.facts.words[opener.words.end - 1].end;
        // "Assisted-by" is a name.
        if unit.text[range.end..].starts_with('-') {
            continue;
        }
        // "Supported 4,000 stores" counts what it served; "supported the team" does not.
        let counts = unit.facts.measured().any(|quantity| {
            quantity.range.start >= range.end && quantity.range.start - range.end <= 2
        });
        if counts {
            continue;
        }
        let said = unit.text[range.clone()].to_owned();
        findings.add_in(
            unit,
            range,
            format!("\"{said}\" hides what you did"),
            "start with your own act: what did you write, measure, decide or fix?",
        );
    }
}
