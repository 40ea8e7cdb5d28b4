//! The last step but one: what a verb acts on, and whether it is a particular thing.
//!
//! `the parcel-routing service` is particular, `a scalable system` and `various tasks` are not.
//! Specificity is decided by the shape of the phrase, never by a list of domains: a name, a code
//! word, or a noun that another informative word narrows down.

use std::ops::Range;

use roles::{WordList, folded};

use crate::lex::Token;
use crate::mark::Marks;
use crate::phrase::{Nouns, Phrase, ends_object};

/// Whether a noun phrase names a particular thing.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Specificity {
    /// `the parcel router`, `merchant_events`, `checkout`.
    Specific,
    /// `a service`, `various tasks`.
    Generic,
}

/// What a verb acts on.
#[derive(Clone, Debug, PartialEq)]
pub struct Object {
    /// Bytes in the text.
    pub range: Range<usize>,
    /// Two objects with the same key are the same thing.
    pub key: String,
    /// Whether it names a particular thing.
    pub specificity: Specificity,
}

/// Heads so common that alone they say nothing: `a service`, `the API`.
const BARE_HEADS: WordList<35> = WordList::new([
    "service", "services", "microservice", "microservices", "api", "apis", "endpoint", "endpoints",
    "system", "systems", "server", "servers", "database", "databases", "pipeline", "pipelines",
    "app", "apps", "tool", "tools", "job", "jobs", "script", "scripts", "query", "queries",
    "cluster", "clusters", "infrastructure", "node", "platform", "platforms", "backend",
    "backends", "website",
]);

/// The object in tokens `span`, right after a verb. `None` when nothing there names anything.
pub(crate) fn object(nouns: &Nouns<'_>, span: Range<usize>) -> Option<Object> {
    let tokens = nouns.tokens;
    let mut generic = None;
    for (index, phrase) in nouns.phrases(span).iter().enumerate() {
        // `an API in Python`: the language it is written in is not what was built.
        let only_products = phrase.content.iter().all(|&at| tokens[at].marks.has(Marks::NAME));
        if index > 0 && only_products {
            continue;
        }
        match judge(tokens, phrase) {
            Some(Specificity::Specific) => {
                return Some(build(tokens, phrase, Specificity::Specific));
            }
            Some(Specificity::Generic) if generic.is_none() => {
                generic = Some(build(tokens, phrase, Specificity::Generic));
            }
            _ => {}
        }
    }
    generic
}

/// Every particular thing one can build or run that a text names, wherever it stands: `the
/// lab-results pipeline`. Used where no verb introduces it, as in the opening line of a page.
pub(crate) fn things(nouns: &Nouns<'_>) -> Vec<Object> {
    let tokens = nouns.tokens;
    let mut things = Vec::new();
    let mut start = 0;
    for at in 0..=tokens.len() {
        let breaks = tokens.get(at).is_none_or(|token| {
            token.ends_phrase()
                || ends_object(token)
                || token.is_any(&["and", "or", "runs", "owns"])
        });
        if !breaks {
            continue;
        }
        // Hardly any part of a text has a word for a thing one can build.
        let from = std::mem::replace(&mut start, at + 1);
        if !tokens[from..at].iter().any(|token| token.marks.has(Marks::HEAD)) {
            continue;
        }
        let named = nouns.phrases(from..at).into_iter().filter(|phrase| {
            let head = phrase.content.last().is_some_and(|&at| tokens[at].marks.has(Marks::HEAD));
            head && phrase.content.len() > 1 && judge(tokens, phrase) == Some(Specificity::Specific)
        });
        things.extend(named.map(|phrase| build(tokens, &phrase, Specificity::Specific)));
    }
    things
}

fn build(tokens: &[Token<'_>], phrase: &Phrase, specificity: Specificity) -> Object {
    let first = phrase.content.first().copied().unwrap_or_default();
    let last = phrase.content.last().copied().unwrap_or(first);
    let key_words = &phrase.content[phrase.content.len().saturating_sub(2)..];
    let range = tokens[first].start..tokens[last].end;
    let mut key = String::with_capacity(range.len());
    for (index, &at) in key_words.iter().enumerate() {
        if index > 0 {
            key.push(' ');
        }
        key.push_str(singular(&folded(tokens[at].text)));
    }
    Object { range, key, specificity }
}

/// The comparison form of a noun: possessive and plural `s` dropped.
fn singular(word: &str) -> &str {
    let word = word.strip_suffix("'s").unwrap_or(word);
    match word.strip_suffix('s') {
        Some(stem) if stem.len() > 2 && !stem.ends_with('s') => stem,
        _ => word,
    }
}

fn judge(tokens: &[Token<'_>], phrase: &Phrase) -> Option<Specificity> {
    let head = &tokens[*phrase.content.last()?];
    if head.marks.has(Marks::PEOPLE) {
        return Some(Specificity::Generic);
    }
    let is_bare = |token: &Token<'_>| roles::is_one_of(&token.lower, &BARE_HEADS);
    let generic_head = head.marks.has(Marks::GENERIC_HEAD);
    let bare = generic_head || is_bare(head);
    let informative = phrase
        .content
        .iter()
        .map(|&at| &tokens[at])
        .filter(|token| !token.marks.has(Marks::GENERIC_HEAD) && !is_bare(token))
        .count();
    let specific = informative >= 2
        || (informative == 1 && (!bare || phrase.content.len() > 1))
        || (phrase.counted && !generic_head);
    Some(if specific || (phrase.named && informative >= 1) {
        Specificity::Specific
    } else {
        Specificity::Generic
    })
}
