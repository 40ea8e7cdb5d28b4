//! Which skills of a sentence are all wanted, and of which one is enough.
//!
//! Names that follow each other with nothing but separators make a chain. Inside it a slash joins
//! two names, `or` makes alternatives of what it enumerates, `and` begins something new; `one of`,
//! `such as` and brackets make one choice of all of it.

use std::ops::Range;

use roles::{Mention, fold, is_one_of};

use super::{AnyOf, Asked};

/// What stands between two names.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Link {
    Comma,
    Slash,
    Or,
    And,
    /// Too much: they belong to different chains.
    Apart,
}

/// Names that follow each other.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Chain {
    /// From the first name to the last.
    pub(super) range: Range<usize>,
    /// What it asks for.
    pub(super) groups: Vec<AnyOf>,
}

/// Most words between two names of one chain, beside the separator: `Go services or Java services`.
const WORDS_BETWEEN: usize = 3;

/// The chains of `piece`, a part of `text`; `mentions` are those of the whole text, in order.
pub(super) fn chains(text: &str, piece: &Range<usize>, mentions: &[Mention]) -> Vec<Chain> {
    let inside = mentions
        .iter()
        .filter(|mention| piece.start <= mention.range.start && mention.range.end <= piece.end);
    let mut chains: Vec<Chain> = Vec::new();
    let mut open: Vec<(&Mention, Link)> = Vec::new();
    for mention in inside {
        let link = open.last().map_or(Link::Apart, |(last, _)| {
            text.get(last.range.end..mention.range.start).map_or(Link::Apart, link)
        });
        if link == Link::Apart && !open.is_empty() {
            chains.push(chain(text, piece, &open));
            open.clear();
        }
        open.push((mention, link));
    }
    if !open.is_empty() {
        chains.push(chain(text, piece, &open));
    }
    chains
}

/// How the text between two names links them.
fn link(between: &str) -> Link {
    if between.contains(['(', ')', '[', ']', ';', ':', '\n']) {
        return Link::Apart;
    }
    let mut found = None;
    let mut words = 0;
    for part in between.split_whitespace() {
        let bare = part.trim_matches([',', '.', '"', '\'', '“', '”', '`']);
        let comma = part.contains(',');
        let (kind, is_word) = match &*fold(bare) {
            "/" | "|" => (Some(Link::Slash), false),
            "or" | "and/or" | "/or" | "resp" | "alternatively" => (Some(Link::Or), false),
            "and" | "&" | "+" | "as" | "plus" => (Some(Link::And), false),
            "" | "•" | "·" => (None, false),
            // A version belongs to the name before it.
            version if version.starts_with(|c: char| c.is_ascii_digit()) => (None, false),
            _ => (None, true),
        };
        words += usize::from(is_word);
        found = stronger(found, kind);
        if comma {
            found = stronger(found, Some(Link::Comma));
        }
    }
    // `Spring Kafka Redis`: a list whose commas got lost.
    if found.is_none() && words == 0 && !between.is_empty() && between.trim().is_empty() {
        found = Some(Link::Comma);
    }
    // `Java/Kotlin`: no blank anywhere.
    if found.is_none() && matches!(between.trim(), "/" | "|" | "/ " | "•" | "·") {
        found = Some(Link::Slash);
    }
    match found {
        Some(link) if words == 0 || link != Link::Comma && words <= WORDS_BETWEEN => link,
        _ => Link::Apart,
    }
}

/// Of what stands between two names, the word counts more than the comma.
fn stronger(one: Option<Link>, other: Option<Link>) -> Option<Link> {
    let rank = |link: &Link| match link {
        Link::Comma => 0,
        Link::Slash => 1,
        Link::And => 2,
        Link::Or => 3,
        Link::Apart => 4,
    };
    one.into_iter().chain(other).max_by_key(rank)
}

fn chain(text: &str, piece: &Range<usize>, items: &[(&Mention, Link)]) -> Chain {
    let (first, last) = (items[0].0, items[items.len() - 1].0);
    let range = first.range.start..last.range.end;
    let lead = text.get(piece.start..range.start).unwrap_or_default();
    let tail = text.get(range.end..piece.end).unwrap_or_default();
    let examples = are_examples(lead, tail);
    let bracketed = lead.trim_end().ends_with(['(', '['])
        && items.len() > 1
        && items.iter().all(|(_, link)| !matches!(link, Link::And));
    let whole = examples || bracketed || is_choice(lead);
    let mut groups: Vec<AnyOf> = Vec::new();
    let mut start = 0;
    while start < items.len() {
        // Up to the next `and`, unless everything is one choice.
        let until_and = |from: usize| {
            (from + 1..items.len()).find(|at| items[*at].1 == Link::And).unwrap_or(items.len())
        };
        let end = if whole { items.len() } else { until_and(start) };
        let part = &items[start..end];
        let is_choice = whole || part[1..].iter().any(|(_, link)| *link == Link::Or);
        for (at, (mention, link)) in part.iter().enumerate() {
            let joins = at > 0 && (is_choice || *link == Link::Slash);
            let asked = Asked {
                skill: mention.skill,
                range: mention.range.clone(),
                is_example: examples || bracketed,
            };
            match groups.last_mut().filter(|_| joins) {
                Some(group) if group.0.iter().all(|one| one.skill != asked.skill) => {
                    group.0.push(asked);
                }
                Some(_) => {}
                None => groups.push(AnyOf(vec![asked])),
            }
        }
        start = end;
    }
    Chain { range, groups }
}

/// After `or`: the names before only stand for their kind.
const OPEN_ENDS: [&str; 9] = [
    "similar", "equivalent", "comparable", "another", "other", "something", "like", "related",
    "others",
];

/// True when names after `lead` only stand for their kind.
fn are_examples(lead: &str, tail: &str) -> bool {
    let words = last_words(lead);
    let words: Vec<&str> = words.iter().map(String::as_str).collect();
    let named = match words.as_slice() {
        [.., before, "like"] => !is_one_of(before, &["would", "d", "you", "we", "i", "looks"]),
        [.., "such", "as"] | [.., "for", "example" | "instance"] => true,
        [.., last] => is_one_of(last, &["e.g", "eg", "e.g.", "example"]),
        [] => false,
    };
    let mut after = tail.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
    let is_open = after.next().is_some_and(|word| word.eq_ignore_ascii_case("or"))
        && after
            .map(fold)
            .find(|word| !is_one_of(word.as_str(), &["a", "an", "any", "the", "one", "some"]))
            .is_some_and(|word| is_one_of(word.as_str(), &OPEN_ENDS));
    named || is_open
}

/// True after `one of`, `any of`, `either`, a few words before.
fn is_choice(lead: &str) -> bool {
    let words = last_words(lead);
    let pairs = words.windows(2).any(|pair| {
        is_one_of(pair[0].as_str(), &["one", "any", "some", "either", "two"]) && pair[1] == "of"
    });
    pairs || words.iter().any(|word| word == "either")
}

/// The last few words before a chain, folded.
fn last_words(lead: &str) -> Vec<String> {
    let words = lead.split_whitespace().rev().take(7);
    let mut words: Vec<String> = words
        .map(|word| fold(word.trim_matches(['(', ')', '[', ',', ':', '"', '.'])))
        .filter(|word| !word.is_empty())
        .collect();
    words.reverse();
    words
}
