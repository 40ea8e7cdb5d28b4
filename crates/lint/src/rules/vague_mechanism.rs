//! `vague-mechanism`: where the cause of a result belongs, words that name no cause.

use std::ops::Range;

use resume::Severity;
use roles::{Match, RolePack, WordList};

use crate::page::Unit;
use crate::rule::{Context, Findings, Topic, declare_rule};
use crate::wording::report;

declare_rule! {
    /// A bullet says how it was done in words that name nothing.
    ///
    /// ## Why
    /// "Using modern techniques" stands where an interviewer wants the technique. The question
    /// that follows, which one, has its answer missing from the page.
    ///
    /// ## What to do
    /// Name the thing itself: the index, the queue, the test, the rule that was agreed on. Or end
    /// the line before the phrase; nothing is lost.
    ///
    /// ```bullets,flagged
    /// - Built the booking API using modern technologies
    /// - Rewrote the invoice module following best practices
    /// - Shortened the month-end close by applying various optimization techniques
    /// - Experience with distributed systems patterns in the booking backend
    /// ```
    /// ```bullets,clean
    /// - Wrote the coding standards that 4 teams review against
    /// - Built the booking API using modern technologies such as Go 1.23 and NATS JetStream
    /// - Shortened the month-end close by replacing one query per account with a grouped scan
    /// - Followed best practices for retries: exponential backoff with jitter, 5 attempts at most
    /// ```
    "vague-mechanism", Severity::Warning, Topic::Depth => check
}

/// Words that open a clause about how.
const OPENERS: WordList<22> = WordList::new([
    "by", "via", "through", "using", "with", "following", "followed", "applying", "applied",
    "leveraging", "leveraged", "utilizing", "utilized", "employing", "adopting", "adhering",
    "according", "per", "used", "use", "thanks", "under",
]);

/// Most words between an opener and the phrase: `by applying a set of best practices`.
const REACH: usize = 4;

fn check(cx: &Context<'_>, findings: &mut Findings<'_>) {
    report(
        cx.bullets(),
        findings,
        |unit| phrase(unit, cx.pack),
        |said| format!("\"{said}\" does not say how"),
        "name the technique, product or rule itself, or leave the phrase out",
    );
}

/// The first mechanism of a unit that names nothing.
pub(super) fn phrase(unit: &Unit, pack: &RolePack) -> Option<Range<usize>> {
    let found = pack.lists.vague_mechanisms.find(&unit.facts.words);
    let vague = found.into_iter().find(|found| says_how(unit, found) && !is_named(unit, found))?;
    Some(unit.bytes(&vague.words))
}

/// The phrase stands in a clause about how, not as the thing that was made.
fn says_how(unit: &Unit, found: &Match) -> bool {
    let words = &unit.facts.words;
    let from = found.words.start.saturating_sub(REACH);
    (from..found.words.start).rev().any(|at| {
        let between = unit.said(&(words[at].end..words[found.words.start].start));
        roles::is_one_of(&words[at].norm, &OPENERS) && !between.contains([';', ':', '.'])
    })
}

/// Something that can be named stands in the same clause: `best practices such as …`.
fn is_named(unit: &Unit, found: &Match) -> bool {
    let phrase = unit.bytes(&found.words);
    let clause = unit
        .facts
        .mechanisms
        .iter()
        .map(|mechanism| mechanism.range.clone())
        .find(|range| range.contains(&phrase.start))
        .unwrap_or(phrase.clone());
    let end = unit.claim_at(phrase.start).map_or(phrase.end, |claim| claim.range.end);
    let near = |range: &Range<usize>| {
        let apart = range.end <= phrase.start || range.start >= phrase.end;
        apart && range.start >= clause.start && range.start < end
    };
    unit.facts.concepts.iter().any(|concept| near(&concept.range))
        || unit.facts.skills.iter().any(|skill| near(&skill.range))
}
