//! Before and after told in two sentences: `Deploys took 40 minutes. They now take 6.`
//!
//! The first says how it was, the second how it is; what links them is the tense, the measure, and
//! a word they share. Without figures the same pair is a change in words.

use std::ops::Range;

use roles::{Listed, WordList, fold};

use crate::change::{Change, End, Scene};
use crate::clause::{finite_verb, sentences};
use crate::lex::{Kind, Token};
use crate::quantity::{Quantity, Role};
use crate::unit::Dimension;

/// Words that tell how things were.
const PAST: WordList<22> = WordList::new([
    "took", "was", "were", "used", "could", "had", "needed", "cost", "lasted", "averaged", "ran",
    "failed", "stalled", "would", "overspent", "lost", "brought", "reached", "ate", "burned",
    "required", "hit",
]);

/// Words that tell how things are.
const PRESENT: WordList<30> = WordList::new([
    "is", "are", "now", "takes", "take", "brings", "bring", "needs", "need", "costs", "holds",
    "hold", "stays", "stay", "keeps", "keep", "runs", "run", "fails", "fail", "opens", "open",
    "finishes", "finish", "lasts", "averages", "uses", "use", "reach", "reaches",
]);

/// Words that put the second sentence before the first: `two years earlier it had taken 9 hours`.
const EARLIER: [&str; 6] = ["earlier", "previously", "before", "formerly", "used", "had"];

/// Words that stand for what the first sentence was about.
const PRONOUNS: [&str; 7] = ["it", "they", "this", "that", "these", "both", "one"];

/// Most tokens from the verb of a sentence to its figure.
const REACH: usize = 10;

/// Most quantities between two that are compared.
const APART: usize = 4;

/// Fewest letters two words share to be about one thing: `overspent`, `overspend`.
const STEM: usize = 5;

/// Pairs of quantities that tell one change in two sentences.
pub(crate) fn retold(scene: &Scene<'_>, quantities: &mut [Quantity]) -> Vec<Change> {
    let starts = sentences(scene.tokens);
    let mut found = Vec::new();
    if starts.len() < 2 {
        return found;
    }
    let sentence = |at: usize| starts.partition_point(|start| *start <= at) - 1;
    for one in 0..quantities.len() {
        for other in one + 1..quantities.len().min(one + 1 + APART) {
            let (first, second) = (&quantities[one], &quantities[other]);
            if first.role != Role::Count || second.role != Role::Count {
                continue;
            }
            let (from, to) = (sentence(first.tokens.start), sentence(second.tokens.start));
            if to == from || to > from + 2 || !alike(first, second) {
                continue;
            }
            let spans = (starts[from], starts[to]);
            let Some((before, after)) = order(scene, first, second, spans, (one, other)) else {
                continue;
            };
            let change = Change::between(&quantities[before], &quantities[after]);
            crate::change::adopt(
                &mut quantities[before],
                Role::Before,
                &change,
                change.before.as_ref(),
            );
            crate::change::adopt(
                &mut quantities[after],
                Role::After,
                &change,
                change.after.as_ref(),
            );
            found.push(change);
            break;
        }
    }
    found
}

/// Both measure the same, or one lends the other its unit.
fn alike(first: &Quantity, second: &Quantity) -> bool {
    let bare = |quantity: &Quantity| quantity.dimension == Dimension::Bare;
    if bare(first) {
        return false;
    }
    if bare(second) {
        return matches!(
            first.dimension,
            Dimension::Time | Dimension::Count | Dimension::Percent | Dimension::Bytes
        );
    }
    first.dimension == second.dimension
        && first.dimension != Dimension::Ratio
        && (!matches!(first.dimension, Dimension::Count | Dimension::Money)
            || first.noun == second.noun)
}

/// Indices (before, after), when the sentences that begin at `spans` tell then and now.
fn order(
    scene: &Scene<'_>,
    first: &Quantity,
    second: &Quantity,
    spans: (usize, usize),
    indices: (usize, usize),
) -> Option<(usize, usize)> {
    let tokens = scene.tokens;
    let lead = |quantity: &Quantity, start: usize| {
        start.max(quantity.tokens.start.saturating_sub(REACH))..quantity.tokens.start
    };
    let (one, other) = (lead(first, spans.0), lead(second, spans.1));
    let says = |range: &Range<usize>, words: &dyn Listed| {
        tokens[range.clone()].iter().any(|token| token.is_any(words))
    };
    let linked =
        says(&other, &PRONOUNS) || share_a_word(&tokens[one.clone()], &tokens[other.clone()]);
    linked.then_some(())?;
    let adjacent = |range: &Range<usize>, words: &dyn Listed| {
        let near = range.start.max(range.end.saturating_sub(5))..range.end;
        says(&near, words)
    };
    if says(&other, &EARLIER)
        && adjacent(&other, &["taken", "been", "was", "take", "be", "took", "needed"])
    {
        return Some((indices.1, indices.0));
    }
    let done = |range: &Range<usize>| {
        let mut words = tokens[range.clone()].iter();
        words.any(|token| token.lower.len() > 4 && token.lower.ends_with("ed"))
    };
    // `a form provisions one in 6 minutes`
    let takes = adjacent(&other, &PRESENT) || adjacent(&other, &["in", "within"]) && !done(&other);
    ((says(&one, &PAST) || done(&one)) && takes && !says(&other, &["was", "were"]))
        .then_some(indices)
}

/// A word of five letters or more that both have, up to its ending.
fn share_a_word(one: &[Token<'_>], other: &[Token<'_>]) -> bool {
    let stems = |tokens: &[Token<'_>]| -> Vec<String> {
        let words = tokens.iter().filter(|token| token.kind == Kind::Word);
        words
            .map(|token| fold(token.text))
            .filter(|word| word.chars().count() >= STEM)
            .map(|word| word.chars().take(STEM + 1).collect())
            .collect()
    };
    let known = stems(one);
    stems(other).iter().any(|stem| known.contains(stem))
}

/// `Receipts could be replayed; they are now consumed once`: a trouble of the past and, in a later
/// sentence, what came of it. `outcomes` are byte ranges in order.
pub(crate) fn told_in_words(
    scene: &Scene<'_>,
    outcomes: &[Range<usize>],
    found: &[Change],
) -> Option<Change> {
    let tokens = scene.tokens;
    let starts = sentences(tokens);
    let second = *starts.get(1)?;
    let finite = finite_verb(tokens, 0).filter(|finite| *finite < second)?;
    let first_byte = tokens[second].start;
    // An own act opens no trouble, and figures tell it better.
    let acts = scene.verbs.first().is_some_and(|verb| verb.range.start == tokens[0].start);
    let measured =
        found.iter().any(|change| change.range.start < first_byte || change.has_both_ends());
    let past = (finite..(finite + 3).min(second)).any(|at| {
        tokens[at].is_any(&PAST) || tokens[at].lower.len() > 4 && tokens[at].lower.ends_with("ed")
    });
    (!acts && !measured && past).then_some(())?;
    let outcome = outcomes.get(outcomes.partition_point(|range| range.start < first_byte))?;
    let end = tokens[..second].iter().rev().find(|token| !token.ends_phrase())?.end;
    Some(Change {
        range: tokens[finite].start..outcome.end,
        dimension: Dimension::Bare,
        before: Some(End { range: tokens[finite].start..end, value: None }),
        after: Some(End { range: outcome.clone(), value: None }),
        delta: None,
        direction: None,
        percentile: None,
        noun: None,
    })
}
