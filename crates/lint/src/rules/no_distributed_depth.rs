//! `no-distributed-depth`: a senior page without one hard pattern.

use resume::{FieldPath, Severity};
use roles::Category;

use crate::rule::{Context, Findings, Topic, declare_rule};

declare_rule! {
    /// No line of a senior page shows work that had to be right under concurrency or failure.
    ///
    /// ## Why
    /// Senior backend panels look for one pattern that you shipped and can defend: an outbox, a
    /// lease, a cutover under traffic. Without one the interview has no anchor.
    ///
    /// ## What to do
    /// If you shipped one, name it in the line about that system. If not, lead with other depth:
    /// data modeling, tests, operations. Never borrow a pattern for the page.
    ///
    /// ```bullets,flagged-together,senior
    /// - Built the booking pages of 40 carriers in Java
    /// - Added twelve forms to the carrier portal
    /// - Wrote the invoice templates of the ticket shop
    /// ```
    /// ```bullets,clean,senior
    /// - Built the booking pages of 40 carriers in Java
    /// - Gave every payment an idempotency key, so that retries cannot charge twice
    /// - Wrote the invoice templates of the ticket shop
    /// ```
    /// ```bullets,clean,senior
    /// - Wrote the motor controller of 14 pumps in C
    /// - Replaced polling by an interrupt-safe ring buffer
    /// - Added a watchdog that resets a hung sensor bus
    /// ```
    /// ```bullets,clean
    /// - Built the booking pages of 40 carriers in Java
    /// - Added twelve forms to the carrier portal
    /// - Wrote the invoice templates of the ticket shop
    /// ```
    "no-distributed-depth", Severity::Info, Topic::Depth, stages(Senior, Staff) => check
}

/// Fewer lines say too little about anything.
const FEWEST_BULLETS: usize = 3;

fn check(cx: &Context<'_>, findings: &mut Findings<'_>) {
    let hard = cx.page.units.iter().any(|unit| {
        let facts = &unit.facts;
        facts
            .concepts
            .iter()
            .any(|concept| concept.entry(cx.pack).counts.iter().any(|counts| counts == "D3"))
            || facts.skills.iter().any(|mention| {
                let skill = cx.pack.vocabulary.skill(mention.skill);
                skill.category == Category::Pattern && skill.id != "microservices"
            })
    });
    if hard || cx.bullets().count() < FEWEST_BULLETS {
        return;
    }
    let section = if cx.resume.work.is_empty() { "projects" } else { "work" };
    findings.add(
        FieldPath::root().key(section),
        "no line shows work that had to be right under concurrency or failure",
        "name one pattern you shipped, where you shipped it; if there is none, lead with other depth",
    );
}
