//! `mentoring-without-outcome`: people were mentored, and nothing says how many or to what end.

use std::ops::Range;
use std::sync::LazyLock;

use facts::Signal;
use resume::Severity;
use roles::{Act, PhraseSet, RolePack};

use crate::page::Unit;
use crate::rule::{Context, Findings, Topic, declare_rule};
use crate::wording::{report, set};

declare_rule! {
    /// A bullet says that you mentored, not whom or what came of it.
    ///
    /// ## Why
    /// At this level everybody has answered questions of juniors. How many you took on and what
    /// they can do now is the difference between kindness and leverage.
    ///
    /// ## What to do
    /// Say how many people, on what, and what happened: who was promoted, who took over which
    /// service, how fast they could work alone. A number is enough where the rest is private.
    ///
    /// ```bullets,flagged,senior
    /// - Mentored junior developers
    /// - Coached colleagues on database topics
    /// ```
    /// ```bullets,clean,senior
    /// - Mentored 3 engineers on query plans; two now run the weekly slow-query review
    /// - Mentored two junior engineers on gRPC service design
    /// - Taught a course on row locking that became the standard for the department
    /// - Wrote the onboarding guide of the berth scheduler
    /// ```
    /// ```bullets,clean
    /// - Mentored junior developers
    /// ```
    "mentoring-without-outcome", Severity::Info, Topic::Scope, stages(Senior, Staff) => check
}

/// What came of it, in words.
static RESULT: LazyLock<PhraseSet> = LazyLock::new(|| {
    set(&[
        "promoted", "promotion*", "now", "became", "took over", "takes over", "later", "ramp*",
        "within", "on their own", "alone", "independently", "who", "whose", "hired", "passed",
    ])
});

fn check(cx: &Context<'_>, findings: &mut Findings<'_>) {
    report(
        cx.bullets(),
        findings,
        |unit| plain(unit, cx.pack),
        |said| format!("\"{said}\": how many people, and what can they do now?"),
        "say how many, on what, and what happened: promoted, took over a service, worked alone",
    );
}

fn plain(unit: &Unit, pack: &RolePack) -> Option<Range<usize>> {
    let facts = &unit.facts;
    let verb = facts.verbs.first().filter(|verb| verb.entry(pack).act == Act::Grow)?;
    let says = facts.measured().next().is_some()
        || !facts.changes.is_empty()
        || facts.has(Signal::Outcome)
        || facts.has(Signal::Proof)
        || facts
            .signals
            .iter()
            .any(|found| found.signal == Signal::Reach && found.range.start >= verb.range.end)
        || !RESULT.find(&facts.words).is_empty();
    (!says).then(|| verb.range.clone())
}
