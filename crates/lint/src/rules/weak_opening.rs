//! `weak-opening`: a bullet opens with words that hide what its author did.

use resume::Severity;

use super::duty_not_work;
use crate::rule::{Context, Findings, declare_rule};

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
    /// ```
    /// ```bullets,clean
    /// - Wrote the backfill for the parcel index and checked row counts against the old table
    /// - Two merged patches to pgx that stop a connection leak on cancelled queries
    /// - Supported 4,000 stores from one PostgreSQL cluster
    /// ```
    ///
    /// A line that names a duty has a rule of its own, `duty-not-work`.
    ///
    /// ```bullets,clean
    /// - Responsible for the migration of the parcel index to PostgreSQL 16
    /// ```
    "weak-opening", Severity::Warning, penalty(Scope, 3.0, 12.0) => check
}

fn check(cx: &Context<'_>, findings: &mut Findings<'_>) {
    for unit in cx.bullets().filter(|unit| duty_not_work::opener(unit).is_none()) {
        let Some(opener) = cx.pack.lists.weak_openers.opens(&unit.facts.words) else { continue };
        let range = unit.facts.words[opener.words.start].start
            ..unit.facts.words[opener.words.end - 1].end;
        // "Supported 4,000 stores" counts what it served; "supported the team" does not.
        let counts = unit
            .facts
            .measured()
            .any(|quantity| quantity.range.start >= range.end && quantity.range.start - range.end <= 2);
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
