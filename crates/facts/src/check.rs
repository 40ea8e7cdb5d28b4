//! Checks of a whole: `compared every message for a month`, `tested it with every recipe of the past
//! two years`. Both what was checked and how far must be said.

use std::ops::Range;

use roles::WordList;

use crate::contrast::is_span;
use crate::lex::{Kind, Token};
use crate::unit::period_of;

/// Verbs of checking.
const VERBS: WordList<18> = WordList::new([
    "compared", "comparing", "checked", "checking", "tested", "testing", "replayed", "replaying",
    "verified", "verifying", "validated", "validating", "reconciled", "reconciling", "diffed",
    "diffing", "recounted", "rehearsed",
]);

/// Most tokens from the verb to `every`, and from there to how far.
const REACH: usize = 9;

/// Byte ranges of all checks of a whole, in order.
pub(crate) fn checks(tokens: &[Token<'_>]) -> Vec<Range<usize>> {
    let mut found = Vec::new();
    let mut at = 0;
    while at < tokens.len() {
        match tokens[at].is_any(&VERBS).then(|| check(tokens, at)).flatten() {
            Some(last) => {
                found.push(tokens[at].start..tokens[last].end);
                at = last + 1;
            }
            None => at += 1,
        }
    }
    found
}

/// The last token of the check that the verb at `verb` tells.
fn check(tokens: &[Token<'_>], verb: usize) -> Option<usize> {
    let near = |from: usize| {
        (from..tokens.len().min(from + REACH))
            .take_while(|&at| !matches!(tokens[at].kind, Kind::Symbol(';' | ':' | '!' | '?')))
    };
    let every = near(verb + 1).find(|&at| tokens[at].is_any(&["every", "each"]))?;
    near(every + 2).find(|&at| {
        let token = &tokens[at];
        let before = &tokens[at - 1];
        let span = period_of(token).is_some() || is_span(token);
        token.is_any(&["sides"]) && before.is_word("both")
            || span && before.is_any(&["a", "the", "one", "whole", "past", "last", "full"])
            || (token.is_any(&["days", "weeks", "months", "years", "seasons", "nights"]))
                && (before.kind == Kind::Number
                    || before.is_any(&["past", "last"])
                    || crate::number::number_at(tokens, at - 1).is_some())
    })
}
