//! `no-operations`: a senior page without a word about running anything.

use facts::Signal;
use resume::{FieldPath, Severity};

use crate::rule::{Context, Findings, Topic, declare_rule};

declare_rule! {
    /// No line of a senior page is about running what was built.
    ///
    /// ## Why
    /// Past the middle of a career backend work includes incidents, alerts or capacity in most
    /// companies. A page without them leaves open whether you have been there.
    ///
    /// ## What to do
    /// Add one line if you have one: an incident you led, a runbook, an alert that stopped, a
    /// capacity plan. Where others run the systems, this note does not concern you.
    ///
    /// ```bullets,flagged-together,senior
    /// - Built the booking pages of 40 carriers in Java
    /// - Added twelve forms to the carrier portal
    /// - Wrote the invoice templates of the ticket shop
    /// ```
    /// ```bullets,clean,senior
    /// - Built the booking pages of 40 carriers in Java
    /// - Wrote the runbook for a full queue, used in 9 incidents
    /// - Wrote the invoice templates of the ticket shop
    /// ```
    /// ```bullets,clean
    /// - Built the booking pages of 40 carriers in Java
    /// - Added twelve forms to the carrier portal
    /// - Wrote the invoice templates of the ticket shop
    /// ```
    "no-operations", Severity::Info, Topic::Depth, stages(Senior, Staff) => check
}

/// Fewer lines say too little about anything.
const FEWEST_BULLETS: usize = 3;

fn check(cx: &Context<'_>, findings: &mut Findings<'_>) {
    let runs =
        cx.page.units.iter().any(|unit| {
            unit.facts.has(Signal::Operations)
                || unit.facts.concepts.iter().any(|concept| {
                    concept.entry(cx.pack).counts.iter().any(|counts| counts == "D4")
                })
        });
    if runs || cx.bullets().count() < FEWEST_BULLETS {
        return;
    }
    let section = if cx.resume.work.is_empty() { "projects" } else { "work" };
    findings.add(
        FieldPath::root().key(section),
        "no line is about running what you built",
        "add one if you have it: an incident you led, a runbook, an alert that stopped",
    );
}
