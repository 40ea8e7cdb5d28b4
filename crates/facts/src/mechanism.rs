//! The sixth step: how it was done.
//!
//! `by replacing a per-row lookup with a batched cache` is a mechanism, `by using modern
//! techniques` is not: a mechanism names a concept, a product or a particular thing.

use std::ops::Range;

use roles::{RolePack, words};

use crate::concept::ConceptUse;
use crate::lex::{Kind, Token};
use crate::object::{Covered, Object, Specificity, object};
use crate::quantity::Quantity;

/// A clause that says how.
#[derive(Clone, Debug, PartialEq)]
pub struct Mechanism {
    /// Bytes in the text.
    pub range: Range<usize>,
    /// It names something that a reader could check.
    pub concrete: bool,
}

/// Words that open a mechanism.
const OPENERS: [&str; 7] = ["by", "via", "through", "using", "with", "behind", "thanks"];

/// Words that end one.
const ENDS: [&str; 9] =
    ["so", "which", "while", "cutting", "reducing", "saving", "raising", "dropping", "bringing"];

/// All mechanism clauses of a text.
pub(crate) fn mechanisms(
    text: &str,
    tokens: &[Token<'_>],
    quantities: &[Quantity],
    concepts: &[ConceptUse],
    names: &[Range<usize>],
    pack: &RolePack,
) -> Vec<Mechanism> {
    let covered: Vec<Covered> = quantities.iter().map(Covered::by).collect();
    let mut found: Vec<Mechanism> = Vec::new();
    for (at, token) in tokens.iter().enumerate() {
        let opens = token.is_any(&OPENERS) || replaces(tokens, at);
        let inside = found.last().is_some_and(|last| token.start < last.range.end);
        if !opens || inside || quantities.iter().any(|q| q.tokens.contains(&(at + 1))) {
            continue;
        }
        let first = if token.is_any(&OPENERS) { at + 1 } else { at };
        let end = clause_end(tokens, first);
        if end <= first {
            continue;
        }
        let range = token.start..tokens[end - 1].end;
        let vague = !pack.lists.vague_mechanisms.find(&words(&text[range.clone()])).is_empty();
        let names_concept = concepts
            .iter()
            .any(|concept| concept.range.start >= range.start && concept.range.end <= range.end);
        let names_product =
            names.iter().any(|name| name.start >= range.start && name.end <= range.end);
        let gerund = tokens[first].lower.ends_with("ing");
        let object_start = first + usize::from(gerund);
        let thing = object(tokens, object_start..end, &covered, names, pack);
        let particular = matches!(thing, Some(Object { specificity: Specificity::Specific, .. }));
        // `with` joins anything, and `by vehicle` says which way something is cut: they say how
        // only when they name a technique.
        let loose = token.is_any(&["with", "behind"]) || (token.is_word("by") && !gerund);
        let concrete = names_concept || names_product || (particular && !loose);
        if loose && !concrete {
            continue;
        }
        found.push(Mechanism { range, concrete: concrete && !(vague && !names_concept) });
    }
    found
}

/// `, replacing …`, `; moving …`: a gerund after a comma that tells how.
fn replaces(tokens: &[Token<'_>], at: usize) -> bool {
    let after_comma = at > 0
        && (tokens[at - 1].is_symbol(',')
            || tokens[at - 1].is_symbol(';')
            || (tokens[at - 1].is_symbol('-') && !tokens[at - 1].glued));
    after_comma
        && tokens[at].kind == Kind::Word
        && matches!(
            tokens[at].lower.as_str(),
            "replacing"
                | "moving"
                | "batching"
                | "splitting"
                | "rewriting"
                | "adding"
                | "caching"
                | "switching"
                | "indexing"
                | "sharding"
                | "partitioning"
                | "introducing"
                | "separating"
                | "pushing"
                | "deduplicating"
                | "precomputing"
                | "keeping"
        )
}

fn clause_end(tokens: &[Token<'_>], start: usize) -> usize {
    let mut at = start;
    while let Some(token) = tokens.get(at) {
        let stops = match token.kind {
            Kind::Symbol('-') => !token.glued,
            Kind::Symbol(c) => {
                matches!(c, ';' | '(' | ')' | '→' | ':') || (c == '.' && !next_glued(tokens, at))
            }
            _ => false,
        };
        let comma_ends = token.is_symbol(',')
            && tokens.get(at + 1).is_none_or(|next| {
                next.is_any(&ENDS)
                    || next.lower.ends_with("ed")
                    || next.is_any(&["and", "with", "down", "up", "from"])
            });
        let word_ends = at > start && token.is_any(&["which", "so", "while", "cutting"]);
        if stops || comma_ends || word_ends {
            break;
        }
        at += 1;
    }
    at
}

fn next_glued(tokens: &[Token<'_>], at: usize) -> bool {
    tokens.get(at + 1).is_some_and(|next| next.glued)
}
