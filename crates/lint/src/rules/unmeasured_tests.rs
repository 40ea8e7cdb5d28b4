//! `unmeasured-tests`: tests were written, and nothing says what they caught.

use std::ops::Range;

use facts::Signal;
use resume::Severity;
use roles::{Act, RolePack};

use super::no_testing::names_test;
use crate::page::Unit;
use crate::rule::{Context, Findings, Topic, declare_rule};
use crate::wording::report;

declare_rule! {
    /// A bullet about tests says neither how many nor what they caught.
    ///
    /// ## Why
    /// "Wrote unit tests" is true of anybody who wrote one. How much they cover, how long they run
    /// or which bug they caught tells whether anybody relies on them.
    ///
    /// ## What to do
    /// Add one of these: cases, coverage before and after, faults caught before release, minutes of
    /// the run.
    ///
    /// ```bullets,flagged
    /// - Wrote unit tests for the tariff parser
    /// - Added integration tests to the booking backend
    /// ```
    /// ```bullets,clean
    /// - Wrote 64 unit tests for the tariff parser
    /// - Added integration tests to the booking backend, which caught three clock bugs
    /// - Ran an A/B test of the seat map
    /// - Load-tested the login service at three times the forecast
    /// - Built the test rig for the meter board out of 4 relays
    /// ```
    /// ```bullets,clean,senior
    /// - Wrote unit tests for the tariff parser
    /// ```
    "unmeasured-tests", Severity::Info, Topic::Depth, stages(Junior, Mid) => check
}

fn check(cx: &Context<'_>, findings: &mut Findings<'_>) {
    report(
        cx.bullets(),
        findings,
        |unit| plain_tests(unit, cx.pack),
        |said| format!("\"{said}\": how many, covering what, and what did they catch?"),
        "add a figure: cases, coverage, faults caught, minutes of the run",
    );
}

fn plain_tests(unit: &Unit, pack: &RolePack) -> Option<Range<usize>> {
    let facts = &unit.facts;
    let signal = facts.signals.iter().find(|found| found.signal == Signal::Testing)?;
    let verb = facts.verbs.first()?;
    let makes = matches!(verb.entry(pack).act, Act::Create | Act::Operate | Act::Own);
    // The tests are what the line is about, not a part of it.
    let object = unit.words_in(&(verb.range.end..signal.range.start)).len() <= 2;
    let says = !facts.quantities.is_empty()
        || !facts.changes.is_empty()
        || facts.has(Signal::Outcome)
        || facts.words.iter().any(|word| {
            word.norm.starts_with("caught")
                || word.norm.starts_with("found")
                || word.norm.starts_with("catch")
        });
    (makes && object && !says && names_test(&facts.words))
        .then_some(verb.range.start..signal.range.end)
}
