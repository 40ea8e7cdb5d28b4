//! The fourth step: what changed, from what, to what, by how much.
//!
//! `from 6.4s to 1.1s`, `6.4s → 1.1s`, `1.1s (was 6.4s)` and `1.1s instead of 6.4s` are one
//! change; so are `halved` and `by 50 %` without ends.

use std::ops::Range;

use roles::{Direction, RolePack};

use crate::contrast::contrasts;
use crate::delta::{delta, factor_words};
use crate::end::{after_only, half_worded, worded, zeroed};
use crate::lex::Token;
use crate::pair::pair;
use crate::quantity::{Quantity, Role};
use crate::retold::{retold, told_in_words};
use crate::then::then;
use crate::unit::Dimension;
use crate::verb::{Position, VerbUse};

/// One end of a change.
#[derive(Clone, Debug, PartialEq)]
pub struct End {
    /// Bytes in the text.
    pub range: Range<usize>,
    /// In base units; `None` when the end is worded (`nightly`, `by hand`).
    pub value: Option<f64>,
}

/// A measured change.
#[derive(Clone, Debug, PartialEq)]
pub struct Change {
    /// Bytes in the text, both ends included.
    pub range: Range<usize>,
    /// What was measured; [`Dimension::Bare`] when both ends are worded.
    pub dimension: Dimension,
    /// The value before.
    pub before: Option<End>,
    /// The value after.
    pub after: Option<End>,
    /// How much, when only that is given: percent, points or a factor.
    pub delta: Option<f64>,
    /// Which way the value moved, by its ends or else by its words.
    pub direction: Option<Direction>,
    /// The percentile it was measured at.
    pub percentile: Option<String>,
    /// The counted noun or currency.
    pub noun: Option<String>,
}

impl Change {
    /// Both ends are given.
    pub fn has_both_ends(&self) -> bool {
        self.before.is_some() && self.after.is_some()
    }

    /// Neither end is a number: `from nightly to on every merge`.
    pub fn is_worded(&self) -> bool {
        let has_value = |end: &Option<End>| end.as_ref().is_some_and(|end| end.value.is_some());
        self.delta.is_none() && !has_value(&self.before) && !has_value(&self.after)
    }

    /// A change of one quantity, by its ends or by how much.
    pub(crate) fn of(quantity: &Quantity, direction: Option<Direction>) -> Self {
        Self {
            range: quantity.range.clone(),
            dimension: quantity.dimension,
            before: None,
            after: None,
            delta: None,
            direction,
            percentile: quantity.percentile.clone(),
            noun: quantity.noun.clone(),
        }
    }

    pub(crate) fn between(before: &Quantity, after: &Quantity) -> Self {
        let (unit, bare) =
            if before.dimension == Dimension::Bare { (after, before) } else { (before, after) };
        let scale = |q: &Quantity| {
            if q.dimension == Dimension::Bare { q.value * unit.factor } else { q.value }
        };
        let (from, to) = (scale(before), scale(after));
        Self {
            range: before.range.start.min(after.range.start)..before.range.end.max(after.range.end),
            dimension: unit.dimension,
            before: Some(End { range: before.range.clone(), value: Some(from) }),
            after: Some(End { range: after.range.clone(), value: Some(to) }),
            delta: None,
            direction: moved(from, to),
            percentile: before.percentile.clone().or_else(|| after.percentile.clone()),
            noun: unit.noun.clone().or_else(|| bare.noun.clone()),
        }
    }
}

/// Which way a value moved; `None` when it stayed.
pub(crate) fn moved(from: f64, to: f64) -> Option<Direction> {
    match from.total_cmp(&to) {
        std::cmp::Ordering::Greater => Some(Direction::Down),
        std::cmp::Ordering::Less => Some(Direction::Up),
        std::cmp::Ordering::Equal => None,
    }
}

/// Most verbs that a quantity looks back over for the verb that moved it.
const REACH: usize = 6;

/// A text with its verbs, for the steps that find changes.
pub(crate) struct Scene<'a> {
    pub(crate) tokens: &'a [Token<'a>],
    pub(crate) verbs: &'a [VerbUse],
    pub(crate) pack: &'a RolePack,
}

impl Scene<'_> {
    /// Verbs before a byte of the text, the nearest first.
    pub(crate) fn verbs_before(&self, byte: usize) -> impl Iterator<Item = &VerbUse> {
        let count = self.verbs.partition_point(|verb| verb.range.end <= byte);
        self.verbs[..count].iter().rev().take(REACH)
    }

    /// The nearest verb before a byte that moves a value, and which way.
    pub(crate) fn directed_before(&self, byte: usize) -> Option<(&VerbUse, Direction)> {
        self.verbs_before(byte)
            .find_map(|verb| verb.entry(self.pack).direction.map(|direction| (verb, direction)))
    }

    /// The word before token `at` is one of `words`; hedges (`about`, `under`, `~`) are passed over.
    pub(crate) fn follows(&self, at: usize, words: &[&str]) -> bool {
        self.follows_at(at, words).is_some()
    }

    /// As [`Scene::follows`], with the token of that word.
    pub(crate) fn follows_at(&self, at: usize, words: &[&str]) -> Option<usize> {
        let mut before = at;
        while before > 0 {
            before -= 1;
            let token = &self.tokens[before];
            if token.is_any(words) {
                return Some(before);
            }
            if !(is_hedge(token) || ['~', '<', '>'].iter().any(|c| token.is_symbol(*c))) {
                return None;
            }
        }
        None
    }

    /// Index of the first token that begins at or after a byte.
    pub(crate) fn token_at(&self, byte: usize) -> usize {
        self.tokens.partition_point(|token| token.start < byte)
    }

    /// A new claim or result begins between two bytes.
    pub(crate) fn parted(&self, from: usize, to: usize) -> bool {
        let first = self.verbs.partition_point(|verb| verb.range.start < from);
        self.verbs[first..]
            .iter()
            .take_while(|verb| verb.range.start < to)
            .any(|verb| matches!(verb.position, Position::Clause | Position::Result))
    }
}

/// Words that make a number less exact without changing what it says.
pub(crate) fn is_hedge(token: &Token<'_>) -> bool {
    token.is_any(&[
        "about", "around", "under", "below", "just", "roughly", "nearly", "almost", "less", "than",
        "only", "over", "well", "some", "circa", "approx", "approximately",
    ])
}

/// Finds changes and sets the roles of the quantities that belong to them. Bare numbers that
/// share the unit of the other end become quantities of that unit.
///
/// `outcomes` are byte ranges of outcomes in words.
pub(crate) fn changes(
    scene: &Scene<'_>,
    quantities: &mut [Quantity],
    outcomes: &[Range<usize>],
) -> Vec<Change> {
    let mut found = Vec::new();
    let mut at = 0;
    while at < quantities.len() {
        if let Some((before, after)) = pair(scene, quantities, at) {
            let change = Change::between(&quantities[before], &quantities[after]);
            adopt(&mut quantities[before], Role::Before, &change, change.before.as_ref());
            adopt(&mut quantities[after], Role::After, &change, change.after.as_ref());
            found.push(change);
            at += 2;
            continue;
        }
        let quantity = &quantities[at];
        if let Some(change) = half_worded(scene, quantity)
            .or_else(|| delta(scene, quantity))
            .or_else(|| after_only(scene, quantity))
        {
            quantities[at].role = match &change {
                Change { delta: Some(_), .. } => Role::Delta,
                Change { before, .. }
                    if before.as_ref().is_some_and(|end| end.range == quantity.range) =>
                {
                    Role::Before
                }
                _ => Role::After,
            };
            found.push(change);
        }
        at += 1;
    }
    found.extend(contrasts(scene, quantities));
    found.extend(retold(scene, quantities));
    found.extend(worded(scene, quantities));
    found.extend(zeroed(scene, &found));
    found.extend(then(scene, quantities, &found));
    found.sort_by_key(|change| change.range.start);
    found.extend(factor_words(scene, &found));
    found.extend(told_in_words(scene, outcomes, &found));
    found.sort_by_key(|change| change.range.start);
    found
}

/// Makes a quantity an end of a change; a bare number takes its unit from the other end.
pub(crate) fn adopt(quantity: &mut Quantity, role: Role, change: &Change, end: Option<&End>) {
    quantity.role = role;
    if quantity.dimension == Dimension::Bare {
        quantity.dimension = change.dimension;
        quantity.value = end.and_then(|end| end.value).unwrap_or(quantity.value);
    }
}
