//! The last step: a text as claims, each with its verb, object and the facts inside it.

use std::ops::Range;

use roles::{Act, RolePack, Strength};

use crate::lex::Token;
use crate::object::{Covered, Object, Specificity, object};
use crate::verb::{Position, VerbUse};

/// One claim of a text: a verb, what it acts on, and where it ends.
#[derive(Clone, Debug, PartialEq)]
pub struct Claim {
    /// Bytes in the text.
    pub range: Range<usize>,
    /// Its verb; `None` for a line that opens with a noun (`Two merged patches to …`).
    pub verb: Option<VerbUse>,
    /// What it acts on.
    pub object: Option<Object>,
    /// It lists techniques instead of saying what was done with them.
    pub is_list: bool,
}

impl Claim {
    /// A claim that can carry credit: a verb that names work, on a particular thing.
    pub fn is_substantial(&self, pack: &RolePack) -> bool {
        let verb = self.verb.as_ref().map(|verb| verb.entry(pack));
        let names_work = verb.is_none_or(|verb| {
            matches!(verb.strength, Strength::Strong | Strength::Neutral | Strength::Inflated)
                && verb.act != Act::Attend
        });
        let particular =
            self.object.as_ref().is_some_and(|object| object.specificity == Specificity::Specific);
        names_work && particular && !self.is_list
    }
}

/// Splits a text into claims. Every byte of the text belongs to exactly one claim, in order.
pub(crate) fn claims(
    text: &str,
    tokens: &[Token<'_>],
    verbs: &[VerbUse],
    quantities: &[Covered],
    names: &[Range<usize>],
    terms: &[Range<usize>],
    things: &[Object],
    pack: &RolePack,
) -> Vec<Claim> {
    let heads: Vec<&VerbUse> = verbs
        .iter()
        .filter(|verb| matches!(verb.position, Position::Opening | Position::Clause))
        .collect();
    let mut starts: Vec<(usize, Option<&VerbUse>)> = Vec::new();
    if heads.first().is_none_or(|verb| verb.position == Position::Clause) {
        starts.push((0, None));
    }
    starts.extend(heads.iter().map(|verb| {
        (if verb.position == Position::Opening { 0 } else { verb.range.start }, Some(*verb))
    }));
    starts.dedup_by_key(|(start, _)| *start);
    let mut claims = Vec::with_capacity(starts.len());
    for (index, (start, verb)) in starts.iter().enumerate() {
        let end = starts.get(index + 1).map_or(text.len(), |(next, _)| *next);
        let from = verb.map_or(*start, |verb| verb.range.end);
        let first = tokens.partition_point(|token| token.start < from);
        let last = tokens.partition_point(|token| token.start < end);
        let inner_verb = verbs.iter().find(|inner| {
            inner.range.start >= from
                && inner.range.end <= end
                && inner.position != Position::Opening
        });
        let limit = inner_verb
            .map_or(last, |inner| tokens.partition_point(|token| token.start < inner.range.start));
        let (verb, object) = match verb {
            Some(verb) => {
                let direct = object(tokens, first..limit.max(first), quantities, names, pack);
                // `Saved $1.2M a year by moving cold segments`: the verb acts on a sum, the work
                // was on the segments.
                let through = || {
                    let from = inner_verb.filter(|inner| inner.position == Position::Gerund)?.range.end;
                    let first = tokens.partition_point(|token| token.start < from);
                    object(tokens, first..last, quantities, names, pack)
                };
                (Some((*verb).clone()), direct.or_else(through))
            }
            None => subject(tokens, *start..end, verbs, quantities, names, things, pack),
        };
        claims.push(Claim {
            range: *start..end,
            verb,
            object,
            is_list: is_list(text, *start..end, terms),
        });
    }
    claims
}

/// For a claim without an opening verb. `Error rate of checkout fell …`: the noun before the first
/// verb of change is what changed. `Two merged patches to sqlc`: a thing named in the line.
fn subject(
    tokens: &[Token<'_>],
    range: Range<usize>,
    verbs: &[VerbUse],
    quantities: &[Covered],
    names: &[Range<usize>],
    things: &[Object],
    pack: &RolePack,
) -> (Option<VerbUse>, Option<Object>) {
    let first = tokens.partition_point(|token| token.start < range.start);
    let changed = verbs.iter().find(|verb| {
        verb.position == Position::Result
            && verb.range.start >= range.start
            && verb.range.end <= range.end
    });
    let before = changed.and_then(|verb| {
        let last = tokens.partition_point(|token| token.start < verb.range.start);
        object(tokens, first..last, quantities, names, pack)
    });
    let thing = || {
        things.iter().find(|thing| thing.range.start >= range.start && thing.range.end <= range.end)
    };
    let verb = changed.filter(|_| before.is_some()).cloned();
    (verb, before.or_else(|| thing().cloned()))
}

/// Seven or more short items parted by commas, or five or more technical terms in a row: a list of
/// names says nothing about what was done with them.
fn is_list(text: &str, range: Range<usize>, terms: &[Range<usize>]) -> bool {
    has_many_items(text) || has_term_run(text, range, terms)
}

fn has_many_items(text: &str) -> bool {
    let short = |item: &&str| (1..=3).contains(&item.split_whitespace().count());
    text.split([',', '·', '|', '•']).filter(short).count() >= 7
}

/// Terms in a row, parted by nothing but commas, slashes and `and`.
fn has_term_run(text: &str, range: Range<usize>, terms: &[Range<usize>]) -> bool {
    let mut run = 0;
    let mut last: Option<&Range<usize>> = None;
    for term in terms.iter().filter(|term| term.start >= range.start && term.end <= range.end) {
        let gap = match last {
            // A concept may also be a skill: one term by two names.
            Some(last) if term.start < last.end => continue,
            Some(last) => text.get(last.end..term.start).unwrap_or_default(),
            None => "",
        };
        let words = || gap.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
        let joined = gap.contains([',', '/', '&', '·', '|', '+']) || words().any(|word| word == "and");
        let others = words().filter(|word| !matches!(*word, "and" | "or")).count();
        run = if joined && others <= 1 { run + 1 } else { 1 };
        if run >= 5 {
            return true;
        }
        last = Some(term);
    }
    false
}
