//! `scope-outruns-dates`: more was led than the dates make likely.

use std::ops::Range;
use std::sync::LazyLock;

use facts::Quantity;
use resume::Severity;
use roles::PhraseSet;

use crate::page::Unit;
use crate::rule::{Context, Findings, Topic, declare_rule};
use crate::stage::months_of_work;
use crate::wording::set;

declare_rule! {
    /// A line claims the scope of a senior within the first two years of dated work.
    ///
    /// ## Why
    /// It may be true; founders and second careers exist. But interviewers will go to the ground
    /// of exactly this line, and half an hour is long.
    ///
    /// ## What to do
    /// Read the line as they will. If you can explain every decision in it, keep it; otherwise say
    /// which part was yours. Your grade does not depend on this note.
    ///
    /// ```yaml,flagged,junior
    /// work:
    ///   - name: Harbor Analytics
    ///     startDate: 2025-11
    ///     highlights: [Architected the company platform for 14 ports]
    /// ```
    /// ```yaml,flagged,junior
    /// work:
    ///   - name: Harbor Analytics
    ///     startDate: 2025-11
    ///     highlights: [Led a team of 12 engineers on the berth scheduler]
    /// ```
    /// ```yaml,clean,junior
    /// work:
    ///   - name: Harbor Analytics
    ///     startDate: 2025-11
    ///     highlights:
    ///       - Designed the retry queue of the berth scheduler in a team of 12 engineers
    ///       - Led a workshop for 3 interns
    /// ```
    /// ```yaml,clean
    /// work:
    ///   - name: Harbor Analytics
    ///     startDate: 2021-11
    ///     highlights: [Led a team of 12 engineers on the berth scheduler]
    /// ```
    "scope-outruns-dates", Severity::Info, Topic::Integrity, stages(Junior, Mid) => check
}

/// Months of dated work from which nothing is said.
const EARLY: i32 = 24;

/// A team that is rarely led so early.
const TEAM: f64 = 5.0;

static LEADS: LazyLock<PhraseSet> = LazyLock::new(|| {
    set(&[
        "led|lead|leading|managed|managing|headed|heading|directed|directing a|the team|group|department",
        "led|managed|headed|directed|supervised",
    ])
});

static WHOLE: LazyLock<PhraseSet> = LazyLock::new(|| {
    set(&[
        "architected|architecting the|our|a|an entire|whole|company|core|enterprise|global",
        "architected|architecting the|our|a platform|infrastructure|architecture|backend",
        "led|directed|headed|drove the|our company|entire|whole|overall",
        "owned|defined|set the company|entire|whole|overall architecture|platform|strategy|backend",
        "company|organization wide architecture|strategy",
    ])
});

fn check(cx: &Context<'_>, findings: &mut Findings<'_>) {
    let months = months_of_work(&cx.page.periods, cx.as_of);
    if months == 0 || months >= EARLY {
        return;
    }
    for unit in cx.bullets() {
        let Some(range) = senior_scope(unit) else { continue };
        let said = unit.said(&range).to_owned();
        findings.add_in(
            unit,
            range,
            format!("\"{said}\" after {months} months of dated work will be probed hard"),
            "can you defend every decision in it? Otherwise say which part was yours",
        );
    }
}

fn senior_scope(unit: &Unit) -> Option<Range<usize>> {
    let words = &unit.facts.words;
    let first = unit.first_word();
    if let Some(found) = WHOLE.match_at(words, first) {
        return Some(unit.bytes(&found.words));
    }
    let led = LEADS.match_at(words, first)?;
    let range = unit.bytes(&led.words);
    let large = |people: &&Quantity| people.value > TEAM;
    let near = |people: &&Quantity| {
        people.range.start >= range.end
            && unit.words_in(&(range.end..people.range.start)).len() <= 3
    };
    let people = unit.facts.people().filter(large).find(near)?;
    Some(range.start..people.range.end)
}
