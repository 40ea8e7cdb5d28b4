//! The fifth step: what a verb acts on, and whether it is a particular thing.
//!
//! `the parcel-routing service` is particular, `a scalable system` and `various tasks` are not.
//! Specificity is decided by the shape of the phrase, never by a list of domains: a name, a code
//! word, or a noun that another informative word narrows down.

use std::ops::Range;

use roles::{RolePack, fold};

use crate::lex::{Kind, Token};
use crate::quantity::Quantity;
use crate::unit::Dimension;

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

/// Properties of a thing rather than things: `p99 of checkout` is about checkout.
const ATTRIBUTES: [&str; 44] = [
    "latency",
    "latencies",
    "throughput",
    "time",
    "times",
    "rate",
    "rates",
    "uptime",
    "availability",
    "cost",
    "costs",
    "spend",
    "bill",
    "performance",
    "efficiency",
    "reliability",
    "scalability",
    "quality",
    "speed",
    "duration",
    "usage",
    "utilization",
    "memory",
    "cpu",
    "median",
    "p50",
    "p75",
    "p90",
    "p95",
    "p99",
    "p999",
    "response",
    "error",
    "errors",
    "load",
    "size",
    "volume",
    "number",
    "count",
    "amount",
    "productivity",
    "stability",
    "security",
    "coverage",
];

/// Words that open or join a noun phrase without naming anything.
const FUNCTION_WORDS: [&str; 42] = [
    "end",
    "m",
    "a",
    "an",
    "the",
    "our",
    "its",
    "their",
    "this",
    "that",
    "these",
    "those",
    "all",
    "each",
    "every",
    "both",
    "my",
    "his",
    "her",
    "own",
    "of",
    "on",
    "for",
    "in",
    "behind",
    "across",
    "within",
    "at",
    "over",
    "per",
    "and",
    "or",
    "new",
    "team's",
    "company's",
    "with",
    "to",
    "into",
    "inside",
    "between",
    "among",
    "under",
];

/// Prepositions after which the object goes on: `p99 of checkout`, `failover for the ledger`.
const JOINS: [&str; 14] = [
    "of", "on", "for", "in", "behind", "across", "to", "into", "with", "inside", "at", "between",
    "over", "under",
];

/// Words that end the object for good.
const ENDS: [&str; 22] = [
    "by", "from", "via", "using", "through", "so", "that", "which", "while", "after", "before",
    "without", "when", "where", "who", "as", "because", "until", "during", "was", "were", "is",
];

/// Tokens of a quantity.
pub(crate) struct Covered {
    pub(crate) tokens: Range<usize>,
    /// `9 incident reviews` rather than `480 ms`.
    pub(crate) counts_things: bool,
}

impl Covered {
    pub(crate) fn by(quantity: &Quantity) -> Self {
        Self {
            tokens: quantity.tokens.clone(),
            counts_things: matches!(quantity.dimension, Dimension::Count | Dimension::Rate),
        }
    }
}

/// One noun phrase of an object, before judgement.
struct Phrase {
    /// Tokens that may name something.
    content: Vec<usize>,
    /// A product, code name or acronym is among them.
    named: bool,
    /// It counts things: `8 services`.
    counted: bool,
}

/// The object in tokens `span`, right after a verb. `None` when nothing there names anything.
///
/// `quantities` are token ranges of numbers with their units, which name nothing by themselves.
pub(crate) fn object(
    tokens: &[Token<'_>],
    span: Range<usize>,
    quantities: &[Covered],
    names: &[Range<usize>],
    pack: &RolePack,
) -> Option<Object> {
    let phrases = phrases(tokens, span, quantities, names, pack);
    let mut generic = None;
    for (index, phrase) in phrases.iter().enumerate() {
        // `an API in Python`: the language it is written in is not what was built.
        let only_products = phrase
            .content
            .iter()
            .all(|&at| names.iter().any(|name| name.contains(&tokens[at].start)));
        if index > 0 && only_products {
            continue;
        }
        match judge(tokens, phrase, pack) {
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
pub(crate) fn things(
    tokens: &[Token<'_>],
    quantities: &[Covered],
    names: &[Range<usize>],
    pack: &RolePack,
) -> Vec<Object> {
    let mut things = Vec::new();
    let mut start = 0;
    for at in 0..=tokens.len() {
        let breaks = tokens.get(at).is_none_or(|token| {
            token.ends_phrase()
                || token.is_any(&ENDS)
                || token.is_any(&["and", "or", "runs", "owns"])
        });
        if !breaks {
            continue;
        }
        let found = phrases(tokens, start..at, quantities, names, pack).into_iter();
        things.extend(
            found
                .filter(|phrase| {
                    let head = phrase
                        .content
                        .last()
                        .is_some_and(|&head| matches(&tokens[head], &pack.objects.heads));
                    head && phrase.content.len() > 1
                        && judge(tokens, phrase, pack) == Some(Specificity::Specific)
                })
                .map(|phrase| build(tokens, &phrase, Specificity::Specific)),
        );
        start = at + 1;
    }
    things
}

fn build(tokens: &[Token<'_>], phrase: &Phrase, specificity: Specificity) -> Object {
    let first = phrase.content.first().copied().unwrap_or_default();
    let last = phrase.content.last().copied().unwrap_or(first);
    let key_words = &phrase.content[phrase.content.len().saturating_sub(2)..];
    let key: Vec<String> = key_words.iter().map(|&at| singular(&fold(tokens[at].text))).collect();
    Object { range: tokens[first].start..tokens[last].end, key: key.join(" "), specificity }
}

/// The comparison form of a noun: plural `s` dropped.
fn singular(word: &str) -> String {
    match word.strip_suffix('s') {
        Some(stem) if stem.len() > 2 && !stem.ends_with('s') => stem.to_owned(),
        _ => word.to_owned(),
    }
}

fn phrases(
    tokens: &[Token<'_>],
    span: Range<usize>,
    quantities: &[Covered],
    names: &[Range<usize>],
    pack: &RolePack,
) -> Vec<Phrase> {
    let empty = || Phrase { content: Vec::new(), named: false, counted: false };
    let mut phrases = Vec::new();
    let mut current = empty();
    for at in span.clone() {
        let token = &tokens[at];
        let hyphen = token.is_symbol('-') && token.glued;
        let slash = token.is_symbol('/') && token.glued;
        if hyphen
            || slash
            || token.is_symbol('&')
            || token.is_symbol('"')
            || token.is_symbol('+')
            || token.is_symbol('#')
        {
            continue;
        }
        let quantity = quantities.iter().find(|covered| covered.tokens.contains(&at));
        if token.kind == Kind::Number {
            continue;
        }
        let magnitude = token.glued && at > 0 && tokens[at - 1].kind == Kind::Number;
        let unit = magnitude
            || quantity.is_some_and(|covered| {
                // Counted nouns are words of the object; a unit, or the `row` of `4.8B-row`, is not.
                !covered.counts_things
                    || (at > covered.tokens.start && tokens[at - 1].is_symbol('-'))
                    || crate::unit::of_word(token).is_some()
                    || crate::unit::period_of(token).is_some()
            });
        let ends = token.kind != Kind::Word && token.ends_phrase();
        if token.kind == Kind::Word && (JOINS.contains(&token.lower.as_str())) || ends {
            push(&mut phrases, std::mem::replace(&mut current, empty()), tokens);
            if ends && !token.is_symbol('(') {
                return phrases;
            }
            continue;
        }
        if token.kind == Kind::Word
            && (ENDS.contains(&token.lower.as_str()) || is_participle(tokens, at, pack))
        {
            break;
        }
        if token.kind != Kind::Word || unit || is_filler(token, pack) {
            continue;
        }
        current.counted |= quantity.is_some();
        current.named |= (is_name(token) && !is_head(token, pack))
            || names.iter().any(|name| name.contains(&token.start));
        current.content.push(at);
    }
    push(&mut phrases, current, tokens);
    phrases
}

/// Keeps a phrase without the attributes it ends in: `match start time` is about match start.
fn push(phrases: &mut Vec<Phrase>, mut phrase: Phrase, tokens: &[Token<'_>]) {
    while phrase.content.last().is_some_and(|&at| ATTRIBUTES.contains(&tokens[at].lower.as_str())) {
        phrase.content.pop();
    }
    if !phrase.content.is_empty() {
        phrases.push(phrase);
    }
}

/// `adopted` in `a limiter adopted by 3 teams`: a participle that opens a clause about the noun.
fn is_participle(tokens: &[Token<'_>], at: usize, pack: &RolePack) -> bool {
    tokens[at].lower.ends_with("ed")
        && tokens.get(at + 1).is_some_and(|next| {
            next.is_any(&[
                "by", "to", "from", "for", "in", "on", "at", "with", "into", "across", "over",
            ])
        })
        && matches(&tokens[at], &pack.verb_forms)
}

fn is_filler(token: &Token<'_>, pack: &RolePack) -> bool {
    let lower = token.lower.as_str();
    FUNCTION_WORDS.contains(&lower)
        || (lower.len() > 4 && lower.ends_with("ly"))
        || crate::number::number_at(std::slice::from_ref(token), 0).is_some()
        || matches(token, &pack.objects.generic_modifiers)
}

fn matches(token: &Token<'_>, set: &roles::PhraseSet) -> bool {
    set.opens(&roles::words(token.text)).is_some()
}

/// A product, a code name or an acronym: `OrderBook`, `tenant_id`, `EU`, `Kestrel`.
fn is_name(token: &Token<'_>) -> bool {
    let mut chars = token.text.chars();
    let first_upper = chars.next().is_some_and(char::is_uppercase);
    let mixed = chars.any(char::is_uppercase);
    first_upper || mixed || token.text.contains('_')
}

fn is_head(token: &Token<'_>, pack: &RolePack) -> bool {
    matches(token, &pack.objects.heads) || matches(token, &pack.objects.generic_heads)
}

/// Heads so common that alone they say nothing: `a service`, `the API`.
const BARE_HEADS: [&str; 30] = [
    "service",
    "services",
    "microservice",
    "microservices",
    "api",
    "apis",
    "endpoint",
    "endpoints",
    "system",
    "systems",
    "server",
    "servers",
    "database",
    "databases",
    "pipeline",
    "pipelines",
    "app",
    "apps",
    "tool",
    "tools",
    "job",
    "jobs",
    "script",
    "scripts",
    "query",
    "queries",
    "cluster",
    "clusters",
    "infrastructure",
    "node",
];

fn judge(tokens: &[Token<'_>], phrase: &Phrase, pack: &RolePack) -> Option<Specificity> {
    let head = &tokens[*phrase.content.last()?];
    let lower = head.lower.as_str();
    if crate::signal::PEOPLE.contains(&lower) {
        return Some(Specificity::Generic);
    }
    let generic_head = matches(head, &pack.objects.generic_heads);
    let bare = generic_head || BARE_HEADS.contains(&lower);
    let informative = phrase
        .content
        .iter()
        .filter(|&&at| !matches(&tokens[at], &pack.objects.generic_heads))
        .filter(|&&at| !BARE_HEADS.contains(&tokens[at].lower.as_str()))
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
