//! Clauses that say when, why or what follows: `so a retry pays once`, `if the first heartbeat
//! fails`, `keyed on (tenant_id, day)`. A technique beside one was put to work rather than named.

use std::ops::Range;

use roles::WordList;

use crate::clause::finite_verb;
use crate::lex::{Kind, Token};
use crate::object::{Specificity, object};
use crate::phrase::Nouns;

/// Words that open such a clause.
const OPENERS: WordList<10> = WordList::new([
    "so", "if", "unless", "until", "when", "whenever", "before", "because", "while", "where",
]);

/// Participles that say by what something is told apart.
const KEYED: WordList<9> = WordList::new([
    "keyed", "hashed", "scoped", "bounded", "capped", "sorted", "partitioned", "grouped", "indexed",
]);

/// Most tokens of a clause.
const LONGEST: usize = 24;

/// Words after `only` that open a condition.
const CONDITIONS: [&str; 6] = ["when", "if", "once", "after", "where", "while"];

/// Words by which a reason weighs one way against another.
const WEIGHINGS: WordList<14> = WordList::new([
    "without", "could", "least", "less", "fewer", "fewest", "cheaper", "cheapest", "safest",
    "already", "nobody", "nothing", "smallest", "alone",
]);

/// Byte ranges of all such clauses, in order.
pub(crate) fn reasons(nouns: &Nouns<'_>) -> Vec<Range<usize>> {
    let tokens = nouns.tokens;
    let mut found = Vec::new();
    let mut at = 1;
    while at < tokens.len() {
        let end = clause(nouns, at)
            .or_else(|| key(tokens, at))
            .or_else(|| state(tokens, at))
            .or_else(|| does(nouns, at))
            .or_else(|| so(nouns, at));
        match end {
            Some(end) => {
                found.push(tokens[at].start..tokens[end - 1].end);
                at = end;
            }
            None => at += 1,
        }
    }
    found
}

/// `so a paused leader loses its lease`: a clause with a subject and a verb of its own that names a
/// particular thing or denies something.
fn clause(nouns: &Nouns<'_>, at: usize) -> Option<usize> {
    let tokens = nouns.tokens;
    if tokens[at].is_word("only") && tokens.get(at + 1)?.is_any(&CONDITIONS) {
        return condition(tokens, at);
    }
    let explains = tokens[at].is_symbol(':') && tokens.get(at + 1).is_some_and(|t| !t.glued);
    (explains || tokens[at].is_any(&OPENERS)).then_some(())?;
    let that = usize::from(tokens.get(at + 1).is_some_and(|next| next.is_word("that")));
    let first = at + 1 + that;
    let finite = finite_verb(tokens, first)?;
    let limit = tokens.len().min(at + LONGEST);
    let end = (finite + 1..limit).find(|&at| tokens[at].ends_phrase()).unwrap_or(limit);
    let specific = |span: Range<usize>| {
        object(nouns, span).is_some_and(|object| object.specificity == Specificity::Specific)
    };
    let denies = tokens[first..end]
        .iter()
        .any(|token| token.is_any(&["no", "not", "never", "cannot", "none", "once", "only"]));
    // `because it could fail without harm`: judgement behind a choice.
    let judges = tokens[at].is_word("because")
        && tokens[first..end].iter().any(|token| token.is_any(&WEIGHINGS));
    let denies = denies || judges;
    (end > finite && (denies || specific(first..finite) || specific(finite + 1..end)))
        .then_some(end)
}

/// `only when the sentences around it matched too`: a condition needs no particular thing.
fn condition(tokens: &[Token<'_>], at: usize) -> Option<usize> {
    let finite = finite_verb(tokens, at + 2)?;
    let limit = tokens.len().min(at + LONGEST);
    let end = (finite..limit).find(|&at| tokens[at].ends_phrase()).unwrap_or(limit);
    (end > finite && end - at >= 5).then_some(end)
}

/// `images are signed before …`, `every write is logged with …`: how a thing works, told of the
/// thing.
fn state(tokens: &[Token<'_>], at: usize) -> Option<usize> {
    tokens[at].is_any(&["is", "are"]).then_some(())?;
    let adverb = usize::from(
        tokens.get(at + 1)?.is_any(&["now", "always", "only", "never", "first", "then", "both"]),
    );
    let participle = tokens.get(at + 1 + adverb)?;
    let how = tokens.get(at + 2 + adverb)?;
    let done = participle.lower.len() > 4 && participle.lower.ends_with("ed");
    let plain = participle.is_any(&["used", "based", "hosted", "maintained", "located", "needed"]);
    let linked = how.is_any(&[
        "by", "with", "on", "in", "into", "from", "to", "before", "until", "once", "only", "under",
        "through", "against", "as", "at", "per", "when", "if",
    ]);
    (done && !plain && linked && tokens.get(at + 3 + adverb).is_some()).then_some(at + 3 + adverb)
}

/// `, so slow phones skip to the newest price`, `so that vets see true yields`: what follows, by a verb
/// that no list knows.
fn so(nouns: &Nouns<'_>, at: usize) -> Option<usize> {
    let tokens = nouns.tokens;
    tokens[at].is_word("so").then_some(())?;
    let that = tokens.get(at + 1)?.is_word("that");
    (that || tokens[at - 1].is_symbol(',')).then_some(())?;
    let first = at + 1 + usize::from(that);
    let aside = tokens.get(first)?.is_any(&["far", "on", "forth", "as", "much", "many", "we", "i"]);
    let limit = tokens.len().min(at + LONGEST);
    let end = (first..limit).find(|&at| tokens[at].ends_phrase()).unwrap_or(limit);
    let words = (first..end).filter(|&at| tokens[at].kind == Kind::Word).count();
    let thing = object(nouns, first..end)?;
    (!aside && words >= 4 && thing.specificity == Specificity::Specific).then_some(end)
}

/// `a relay, which joins door events with timetables`: what the thing does with something particular.
fn does(nouns: &Nouns<'_>, at: usize) -> Option<usize> {
    let tokens = nouns.tokens;
    (tokens[at].is_word("which") && tokens[at - 1].is_symbol(',')).then_some(())?;
    let verb = tokens.get(at + 1).filter(|token| token.kind == Kind::Word)?;
    let present = verb.lower.len() > 3 && verb.lower.ends_with('s') && !verb.is_word("does");
    let limit = tokens.len().min(at + LONGEST);
    let end = (at + 2..limit).find(|&at| tokens[at].ends_phrase()).unwrap_or(limit);
    let thing = object(nouns, at + 2..end.max(at + 2))?;
    (present && thing.specificity == Specificity::Specific).then_some(end)
}

/// `keyed on tenant and week`, `a unique constraint on (filing_id, line)`.
fn key(tokens: &[Token<'_>], at: usize) -> Option<usize> {
    let token = &tokens[at];
    let next = tokens.get(at + 1)?;
    if token.is_any(&KEYED) && next.is_any(&["on", "by", "to", "per"]) {
        return tokens.get(at + 2).filter(|t| t.kind == Kind::Word).map(|_| at + 3);
    }
    (token.is_any(&["on", "by", "of", "over"]) && next.is_symbol('(')).then_some(())?;
    let inside = tokens.get(at + 2..)?.iter().take(LONGEST);
    let close = inside.clone().position(|token| token.is_symbol(')'))?;
    let plain = inside.take(close).all(|token| token.kind != Kind::Number);
    (plain && close > 0).then_some(at + 3 + close)
}
