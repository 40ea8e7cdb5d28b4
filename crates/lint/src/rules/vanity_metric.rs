//! `vanity-metric`: activity was counted, not what came of it.

use std::ops::Range;

use facts::{Quantity, Role, Signal};
use resume::Severity;
use roles::{Act, RolePack};

use crate::page::Unit;
use crate::rule::{Context, Findings, Topic, declare_rule};
use crate::wording::report;

declare_rule! {
    /// The only figure of a bullet counts activity: lines, commits, tickets, meetings.
    ///
    /// ## Why
    /// Nobody needs 20,000 lines of code; somebody needed what they do. Panels know teams where
    /// such numbers are a target, and discount them.
    ///
    /// ## What to do
    /// Say what changed for users or for those who run the system. Lines that you deleted, and
    /// pull requests that others merged, are outcomes.
    ///
    /// ```bullets,flagged
    /// - Wrote 20,000 lines of Java for the booking portal
    /// - Closed 140 tickets of the label printer
    /// - Attended 40 meetings about the fare search
    /// - Fixed 12 deadlocks
    /// - Implemented 45 REST endpoints in Spring Boot
    /// - Handled 300+ incidents and 1,200 tickets in 24 months
    /// ```
    /// ```bullets,clean
    /// - Deleted 20,000 lines of Java from the booking portal
    /// - Merged 14 pull requests into pgx
    /// - Closed 140 tickets of the label printer; open cases fell from 60 to 4
    /// - Led 9 incident reviews of the booking portal
    /// - Cut 40 lines of YAML from every deploy of 12 services
    /// ```
    "vanity-metric", Severity::Info, Topic::Evidence => check
}

const ACTIVITY: [&str; 23] = [
    "lines", "commits", "tickets", "stories", "points", "meetings", "tasks", "issues", "loc",
    "sprints", "hours", "emails", "functions", "classes", "files", "endpoints", "deadlocks",
    "bugs", "defects", "incidents", "scripts", "screens", "modules",
];

/// Verbs that take something away: less of it is the outcome.
const LESS: [&str; 9] =
    ["delete", "remove", "cut", "drop", "eliminate", "retire", "reduce", "trim", "prune"];

fn check(cx: &Context<'_>, findings: &mut Findings<'_>) {
    report(
        cx.bullets(),
        findings,
        |unit| activity(unit, cx.pack),
        |said| format!("\"{said}\" counts activity, not what came of it"),
        "what changed for users, or for those who run it?",
    );
}

fn activity(unit: &Unit, pack: &RolePack) -> Option<Range<usize>> {
    let facts = &unit.facts;
    let counts = |quantity: &Quantity| {
        // `five-line addresses` are no five lines.
        !unit.said(&quantity.range).contains('-')
            && quantity.noun.as_deref().is_some_and(|noun| ACTIVITY.contains(&noun))
    };
    let mut measured = facts.measured().peekable();
    let range = measured.peek()?.range.clone();
    let made = facts.verbs.first().map(|verb| verb.entry(pack)).is_none_or(|verb| {
        matches!(
            verb.act,
            Act::Change
                | Act::Create
                | Act::Repair
                | Act::Operate
                | Act::Attend
                | Act::Own
                | Act::Migrate
        ) && verb.direction.is_none()
            && !LESS.contains(&verb.lemma.as_str())
    });
    let outcome =
        !facts.changes.is_empty() || facts.has(Signal::Outcome) || facts.has(Signal::Proof);
    // Over what time it was done makes it no outcome.
    let some = facts.measured().any(counts);
    let counts = |quantity: &Quantity| quantity.role == Role::Duration || counts(quantity);
    let explained = facts.mechanisms.iter().any(|mechanism| mechanism.concrete);
    (some && measured.all(counts) && made && !outcome && !explained).then_some(range)
}
