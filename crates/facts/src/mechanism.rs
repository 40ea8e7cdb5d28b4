//! The sixth step: how it was done.
//!
//! `by replacing a per-row lookup with a batched cache` is a mechanism, `by using modern
//! techniques` is not: a mechanism names a concept, a product or a particular thing.

use std::ops::Range;

use roles::{RolePack, Strength, Word};

use crate::concept::ConceptUse;
use crate::lex::{Kind, Token};
use crate::mark::Marks;
use crate::object::{Object, Specificity, object};
use crate::phrase::Nouns;
use crate::verb::{Position, VerbUse};

/// A clause that says how.
#[derive(Clone, Debug, PartialEq)]
pub struct Mechanism {
    /// Bytes in the text.
    pub range: Range<usize>,
    /// It names something that a reader could check.
    pub concrete: bool,
}

/// Words that open a mechanism.
const OPENERS: [&str; 8] = ["by", "via", "through", "using", "with", "behind", "thanks", "once"];

/// Verbs that lead people or things through something: `walked juniors through the design`.
const PASSAGES: [&str; 11] =
    ["walked", "went", "guided", "led", "took", "talked", "coached", "ran", "passed", "got", "saw"];

/// Participles before `by` that name who or what did it.
const BLAMES: [&str; 9] =
    ["caused", "triggered", "reported", "requested", "used", "adopted", "owned", "required", "run"];

/// Gerunds that say how after a comma: `, replacing the nightly join`.
const MEANS: [&str; 17] = [
    "replacing", "moving", "batching", "splitting", "rewriting", "adding", "caching", "switching",
    "indexing", "sharding", "partitioning", "introducing", "separating", "pushing",
    "deduplicating", "precomputing", "keeping",
];

/// Nouns in `-ing` that things are sorted by or delivered by.
const NOUNS: [&str; 7] =
    ["morning", "evening", "string", "billing", "pricing", "ranking", "spring"];

/// Words after a comma that begin something else than how.
const ENDS: [&str; 14] = [
    "so", "which", "while", "cutting", "reducing", "saving", "raising", "dropping", "bringing",
    "and", "with", "down", "up", "from",
];

/// Longest bracket that belongs to a mechanism: `an index on (court_id, slot)`.
const BRACKET: usize = 8;

/// Most tokens of one mechanism, several times what a line holds.
const LONGEST: usize = 60;

/// What mechanisms are read from.
pub(crate) struct Source<'a> {
    pub(crate) nouns: &'a Nouns<'a>,
    pub(crate) words: &'a [Word],
    pub(crate) verbs: &'a [VerbUse],
    pub(crate) concepts: &'a [ConceptUse],
    pub(crate) pack: &'a RolePack,
}

/// All mechanism clauses of a text.
pub(crate) fn mechanisms(source: &Source<'_>) -> Vec<Mechanism> {
    let mut found = Vec::new();
    let mut at = 0;
    while at < source.nouns.tokens.len() {
        match source.mechanism_at(at) {
            Some((mechanism, end)) => {
                found.push(mechanism);
                at = end.max(at + 1);
            }
            None => at += 1,
        }
    }
    found
}

impl Source<'_> {
    /// The mechanism that begins at token `at`, and the token after it.
    fn mechanism_at(&self, at: usize) -> Option<(Mechanism, usize)> {
        let tokens = self.nouns.tokens;
        let token = &tokens[at];
        let first = self.opened_by(at)?;
        let gerund = gerund(tokens, first);
        let end = self.clause_end(first);
        (end > first).then_some(())?;
        let range = token.start..tokens[end - 1].end;
        let names_concept = self.names_concept(&range);
        // `by moving sessions to Redis` says how; `using Docker and Kubernetes` says with what.
        let names_product =
            gerund.is_some() && tokens[first..end].iter().any(|token| token.marks.has(Marks::NAME));
        let only_products = tokens[first..end].iter().all(|token| {
            token.kind != Kind::Word
                || token.marks.has(Marks::NAME)
                || token.is_any(&["and", "or", "the", "a", "for"])
        });
        let thing = object(self.nouns, gerund.map_or(first, |at| at + 1).min(end)..end);
        let particular = matches!(thing, Some(Object { specificity: Specificity::Specific, .. }))
            && !gerund.is_some_and(|at| self.hides_work(tokens[at].start));
        // `with` joins anything, and `by vehicle` says which way something is cut: they say how
        // only when they name a technique.
        let loose =
            token.is_any(&["with", "behind", "once"]) || (token.is_word("by") && gerund.is_none());
        let concrete = names_concept || names_product || (particular && !loose && !only_products);
        if loose && !concrete {
            return None;
        }
        let vague = !names_concept
            && !self.pack.lists.vague_mechanisms.find(self.words_in(&range)).is_empty();
        Some((Mechanism { range, concrete: concrete && !vague }, end))
    }

    /// The first token of what is said, when token `at` opens a mechanism.
    fn opened_by(&self, at: usize) -> Option<usize> {
        let tokens = self.nouns.tokens;
        let token = &tokens[at];
        if token.is_any(&MEANS) {
            let before = &tokens[at.checked_sub(1)?];
            let parted = before.is_symbol(',')
                || before.is_symbol(';')
                || (before.is_symbol('-') && before.ends_phrase());
            return parted.then_some(at);
        }
        let first = at + 1;
        if token.is_word("after") {
            let does = tokens.get(first)?.marks.has(Marks::VERB_FORM)
                && gerund(tokens, first) == Some(first)
                && !self.hides_work(tokens[first].start);
            return does.then_some(first);
        }
        let passage = token.is_word("through")
            && tokens[at.saturating_sub(4)..at].iter().any(|token| token.is_any(&PASSAGES));
        // `ghost arrivals caused by modems` names the cause of the trouble, not of the remedy.
        let blamed = at.checked_sub(1).is_some_and(|before| tokens[before].is_any(&BLAMES));
        (token.is_any(&OPENERS) && !passage && !blamed && !self.nouns.is_covered(first))
            .then_some(first)
    }

    fn names_concept(&self, range: &Range<usize>) -> bool {
        let next = self.concepts.partition_point(|found| found.range.start < range.start);
        self.concepts.get(next).is_some_and(|found| found.range.end <= range.end)
    }

    /// The words inside a range of bytes.
    fn words_in(&self, range: &Range<usize>) -> &[Word] {
        let first = self.words.partition_point(|word| word.start < range.start);
        let last = self.words.partition_point(|word| word.start < range.end);
        &self.words[first..last.max(first)]
    }

    /// The gerund at a byte is of a verb that hides the work: `by collaborating with …`.
    fn hides_work(&self, byte: usize) -> bool {
        let at = self.words.partition_point(|word| word.start < byte);
        self.pack.verb_forms.match_at(self.words, at).is_some_and(|found| {
            matches!(self.pack.verbs[found.value].strength, Strength::Weak | Strength::Inflated)
        })
    }

    /// A verb of a further claim or of a result begins at a token.
    fn goes_on(&self, at: usize) -> bool {
        let Some(token) = self.nouns.tokens.get(at) else { return false };
        let next = self.verbs.partition_point(|verb| verb.range.start < token.start);
        self.verbs.get(next).is_some_and(|verb| {
            verb.range.start == token.start && verb.position != Position::Gerund
        })
    }

    /// The token after the clause that begins at `start`.
    fn clause_end(&self, start: usize) -> usize {
        let tokens = self.nouns.tokens;
        let mut at = start;
        while let Some(token) = tokens.get(at).filter(|_| at - start < LONGEST) {
            if let Some(end) = bracket_end(tokens, at) {
                at = end;
                continue;
            }
            let next = tokens.get(at + 1);
            let ends = match token.kind {
                Kind::Symbol('-') => !token.glued,
                Kind::Symbol(';' | '(' | ')' | '→' | ':') => true,
                Kind::Symbol('.') => next.is_none_or(|next| !next.glued),
                Kind::Symbol(',') => {
                    next.is_none_or(|next| next.is_any(&ENDS) || next.lower.ends_with("ed"))
                        || self.goes_on(at + 1)
                }
                Kind::Word if token.is_any(&["and", "then", "but"]) => self.goes_on(at + 1),
                Kind::Word => {
                    let compound = next.is_some_and(|next| next.is_symbol('-') && next.glued);
                    at > start && !compound && token.is_any(&["which", "so", "while", "cutting"])
                }
                _ => false,
            };
            if ends {
                break;
            }
            at += 1;
        }
        at
    }
}

/// The gerund that opens a mechanism, after at most one word: `caching`, `lazy loading`.
fn gerund(tokens: &[Token<'_>], first: usize) -> Option<usize> {
    let is_gerund = |at: &usize| {
        tokens.get(*at).is_some_and(|token| {
            token.kind == Kind::Word
                && token.lower.len() > 4
                && token.lower.ends_with("ing")
                && !token.is_any(&NOUNS)
        })
    };
    let article =
        tokens.get(first).is_some_and(|token| token.is_any(&["a", "an", "the", "our", "to"]));
    let last = if article { first } else { first + 1 };
    (first..=last).find(is_gerund)
}

/// The token after a short bracket without numbers that begins at `at`.
fn bracket_end(tokens: &[Token<'_>], at: usize) -> Option<usize> {
    tokens[at].is_symbol('(').then_some(())?;
    let inside = tokens.get(at + 1..)?.iter().take(BRACKET);
    let length = inside.clone().position(|token| token.is_symbol(')'))?;
    let plain = inside
        .take(length)
        .all(|token| token.kind != Kind::Number && !token.is_symbol('→') && !token.is_symbol('('));
    plain.then_some(at + length + 2)
}
