//! Before and after in words that have no common measure: by one verb in two tenses (`lasts the winter;
//! the three before had lasted till February`), by how often (`from one an evening to two in the whole
//! season`), by how it was alone (`the registry used to remove 70 copies a week`).

use std::ops::Range;

use crate::change::{Change, End, Scene};
use crate::clause::sentences;
use crate::lex::{Kind, Token};
use crate::number::number_at;
use crate::quantity::{Quantity, Role};
use crate::unit::Dimension;

/// Most tokens from a verb to the same verb in the other tense.
const REACH: usize = 24;

/// Most tokens between the parts of one end.
const NEAR: usize = 6;

/// Past participles that do not end in `-ed`, with their base.
const IRREGULAR: [(&str, &str); 8] = [
    ("taken", "take"),
    ("held", "hold"),
    ("kept", "keep"),
    ("run", "run"),
    ("cost", "cost"),
    ("gone", "go"),
    ("come", "come"),
    ("lost", "lose"),
];

/// Changes told so that overlap none of `found`.
pub(crate) fn then(
    scene: &Scene<'_>,
    quantities: &mut [Quantity],
    found: &[Change],
) -> Vec<Change> {
    let tokens = scene.tokens;
    let mut changes: Vec<Change> = Vec::new();
    for at in 0..tokens.len() {
        let token = &tokens[at];
        let change = if token.is_word("had") {
            tenses(tokens, at)
        } else if token.is_word("from") {
            rates(tokens, at)
        } else {
            None
        };
        let Some(change) = change else { continue };
        let known = |other: &Change| {
            other.range.start < change.range.end && change.range.start < other.range.end
        };
        if found.iter().chain(&changes).any(known) {
            continue;
        }
        let after = change.after.as_ref().map_or(change.range.end, |end| end.range.start);
        for quantity in quantities.iter_mut().filter(|quantity| {
            quantity.role == Role::Count
                && quantity.range.start >= change.range.start
                && quantity.range.end <= change.range.end
        }) {
            quantity.role = if quantity.range.start >= after { Role::After } else { Role::Before };
        }
        changes.push(change);
    }
    if found.is_empty() && changes.is_empty() {
        changes.extend(before_only(scene, quantities));
    }
    changes
}

fn in_words(range: Range<usize>, before: Range<usize>, after: Range<usize>) -> Change {
    Change {
        range,
        dimension: Dimension::Bare,
        before: Some(End { range: before, value: None }),
        after: Some(End { range: after, value: None }),
        delta: None,
        direction: None,
        percentile: None,
        noun: None,
    }
}

/// `a mast lasts the winter, and the three before had lasted till February`; `had` stands at `at`.
fn tenses(tokens: &[Token<'_>], at: usize) -> Option<Change> {
    let verb = tokens.get(at + 1).filter(|token| token.kind == Kind::Word)?;
    let irregular = IRREGULAR.iter().find(|(past, _)| *past == verb.lower).map(|(_, base)| *base);
    let base = irregular.or_else(|| verb.lower.strip_suffix("ed"))?;
    let same = |token: &Token<'_>| {
        let rest = (token.kind == Kind::Word).then(|| token.lower.strip_prefix(base)).flatten();
        rest.is_some_and(|rest| matches!(rest, "" | "s" | "es" | "e"))
    };
    let now = (at.saturating_sub(REACH).max(1)..at).rfind(|&now| {
        same(&tokens[now])
            && tokens[now - 1].kind == Kind::Word
            && !tokens[now - 1].is_any(&[
                "to", "the", "a", "an", "could", "would", "did", "of", "in", "for", "since",
                "until", "till", "this", "at", "by", "on",
            ])
    })?;
    let phrase = |first: usize| {
        let end = (first..tokens.len().min(first + 2 * NEAR))
            .find(|&at| tokens[at].ends_phrase())
            .unwrap_or(tokens.len().min(first + 2 * NEAR));
        (end > first).then(|| tokens[first].start..tokens[end - 1].end)
    };
    let (after, before) = (phrase(now + 1)?, phrase(at + 2)?);
    // Two clauses: one is no contrast.
    (after.end < tokens[at].start && base.len() > 1)
        .then(|| in_words(tokens[now].start..before.end, before.clone(), after.clone()))
}

/// `from one an evening to two in the whole season`; `from` stands at `at`.
fn rates(tokens: &[Token<'_>], at: usize) -> Option<Change> {
    const EACH: [&str; 6] = ["a", "an", "each", "every", "per", "in"];
    let often = |number: usize| {
        let next = number_at(tokens, number)?.next;
        let each = tokens.get(next)?.is_any(&EACH);
        let span = tokens.get(next + 1).filter(|span| span.kind == Kind::Word)?;
        let end = (next + 1..tokens.len().min(next + NEAR))
            .take_while(|&at| !tokens[at].ends_phrase() && !tokens[at].is_word("to"))
            .last()?;
        (each && span.kind == Kind::Word).then_some(end)
    };
    let before = often(at + 1)?;
    tokens.get(before + 1)?.is_word("to").then_some(())?;
    let after = often(before + 2)?;
    let bytes = |first: usize, last: usize| tokens[first].start..tokens[last].end;
    Some(in_words(bytes(at + 1, after), bytes(at + 1, before), bytes(before + 2, after)))
}

/// `…; the registry used to remove about 70 copies a week by hand`: only how it was, in a later sentence.
fn before_only(scene: &Scene<'_>, quantities: &mut [Quantity]) -> Option<Change> {
    let tokens = scene.tokens;
    let used = (1..tokens.len().saturating_sub(2))
        .find(|&at| tokens[at].is_word("used") && tokens[at + 1].is_word("to"))?;
    let starts = sentences(tokens);
    let sentence = starts.partition_point(|start| *start <= used) - 1;
    // Told after the act that ended it.
    let acts = scene.verbs.first().is_some_and(|verb| verb.range.start < tokens[used].start);
    (sentence > 0 && acts && !tokens[used - 1].is_any(&["is", "are", "was", "i", "we"]))
        .then_some(())?;
    let last = starts.get(sentence + 1).copied().unwrap_or(tokens.len());
    let quantity = quantities.iter_mut().find(|quantity| {
        quantity.tokens.start > used && quantity.tokens.end <= last.min(used + 2 * NEAR)
    })?;
    let told = matches!(quantity.dimension, Dimension::Rate | Dimension::Time | Dimension::Percent);
    (told && quantity.role == Role::Count).then_some(())?;
    quantity.role = Role::Before;
    let before = End { range: quantity.range.clone(), value: Some(quantity.value) };
    Some(Change { before: Some(before), ..Change::of(quantity, None) })
}
