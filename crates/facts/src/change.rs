//! The fourth step: what changed, from what, to what, by how much.
//!
//! `from 6.4s to 1.1s`, `6.4s → 1.1s`, `1.1s (was 6.4s)` and `1.1s instead of 6.4s` are one
//! change; so are `halved` and `by 50 %` without ends.

use std::ops::Range;

use roles::{Direction, RolePack};

use crate::lex::{Kind, Token};
use crate::quantity::{Quantity, Role};
use crate::unit::{Dimension, adverb_period};
use crate::verb::VerbUse;

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

    fn between(before: &Quantity, after: &Quantity) -> Self {
        let (unit, bare) =
            if before.dimension == Dimension::Bare { (after, before) } else { (before, after) };
        let scale = |q: &Quantity| {
            if q.dimension == Dimension::Bare { q.value * unit.factor } else { q.value }
        };
        let (from, to) = (scale(before), scale(after));
        let direction = match from.total_cmp(&to) {
            std::cmp::Ordering::Greater => Some(Direction::Down),
            std::cmp::Ordering::Less => Some(Direction::Up),
            std::cmp::Ordering::Equal => None,
        };
        Self {
            range: before.range.start.min(after.range.start)..before.range.end.max(after.range.end),
            dimension: unit.dimension,
            before: Some(End { range: before.range.clone(), value: Some(from) }),
            after: Some(End { range: after.range.clone(), value: Some(to) }),
            delta: None,
            direction,
            percentile: before.percentile.clone().or_else(|| after.percentile.clone()),
            noun: unit.noun.clone().or_else(|| bare.noun.clone()),
        }
    }
}

/// What links a quantity to the next one.
#[derive(Clone, Copy, PartialEq)]
enum Link {
    /// `→`, or `to` after `from`: the first is before.
    Forward,
    /// `to` without `from`: a change after a verb of change, else a range.
    MaybeForward,
    /// `was`, `down from`, `instead of`: the first is after.
    Backward,
}

/// Finds changes and sets the roles of the quantities that belong to them. Bare numbers that
/// share the unit of the other end become quantities of that unit.
pub(crate) fn changes(
    tokens: &[Token<'_>],
    quantities: &mut [Quantity],
    verbs: &[VerbUse],
    pack: &RolePack,
) -> Vec<Change> {
    let mut found = Vec::new();
    let mut at = 0;
    while at < quantities.len() {
        if let Some((before, after)) = pair(tokens, quantities, at, verbs, pack) {
            let change = Change::between(&quantities[before], &quantities[after]);
            for (index, role) in [(before, Role::Before), (after, Role::After)] {
                let quantity = &mut quantities[index];
                quantity.role = role;
                if quantity.dimension == Dimension::Bare {
                    quantity.dimension = change.dimension;
                    quantity.value =
                        if role == Role::Before { &change.before } else { &change.after }
                            .as_ref()
                            .and_then(|end| end.value)
                            .unwrap_or(quantity.value);
                }
            }
            found.push(change);
            at += 2;
            continue;
        }
        if let Some(change) = half_worded(tokens, &quantities[at])
            .or_else(|| delta(tokens, &quantities[at], verbs, pack))
            .or_else(|| after_only(tokens, &quantities[at], verbs, pack))
        {
            quantities[at].role = if change.delta.is_some() { Role::Delta } else { Role::After };
            if change.before.is_some()
                && change.after.as_ref().is_some_and(|end| end.value.is_none())
            {
                quantities[at].role = Role::Before;
            }
            found.push(change);
        }
        at += 1;
    }
    found.extend(worded(tokens, quantities));
    found.extend(factor_words(tokens, &found));
    found.sort_by_key(|change| change.range.start);
    found
}

/// Indices (before, after) when the quantity at `at` and the next one are the ends of a change.
fn pair(
    tokens: &[Token<'_>],
    quantities: &[Quantity],
    at: usize,
    verbs: &[VerbUse],
    pack: &RolePack,
) -> Option<(usize, usize)> {
    let (first, second) = (quantities.get(at)?, quantities.get(at + 1)?);
    let same = first.dimension == second.dimension
        || first.dimension == Dimension::Bare
        || second.dimension == Dimension::Bare;
    let comparable = same
        && !(first.dimension == Dimension::Money && first.noun != second.noun)
        && !(first.dimension == Dimension::Bare
            && second.dimension == Dimension::Bare
            && !after_word(tokens, first, &["from"]));
    let link = link(tokens, first, second)?;
    match link {
        _ if !comparable => None,
        Link::Forward => Some((at, at + 1)),
        Link::Backward => Some((at + 1, at)),
        Link::MaybeForward => {
            let changing = verbs.iter().any(|verb| {
                verb.range.end <= first.range.start && verb.entry(pack).direction.is_some()
            });
            (changing && first.value != second.value).then_some((at, at + 1))
        }
    }
}

fn after_word(tokens: &[Token<'_>], quantity: &Quantity, words: &[&str]) -> bool {
    let mut before = quantity.tokens.start;
    while before > 0 {
        before -= 1;
        let token = &tokens[before];
        if token.is_any(&[
            "about", "around", "over", "under", "roughly", "nearly", "almost", "some", "just",
        ]) || token.is_symbol('~')
            || token.is_symbol('<')
            || token.is_symbol('>')
        {
            continue;
        }
        return token.is_any(words);
    }
    false
}

/// How the words between two quantities link them.
fn link(tokens: &[Token<'_>], first: &Quantity, second: &Quantity) -> Option<Link> {
    const HEDGES: [&str; 14] = [
        "about",
        "around",
        "under",
        "below",
        "just",
        "roughly",
        "nearly",
        "almost",
        "less",
        "than",
        "only",
        "over",
        "approximately",
        "well",
    ];
    let gap: Vec<&str> = tokens
        .get(first.tokens.end..second.tokens.start)?
        .iter()
        .filter(|t| !matches!(t.kind, Kind::Symbol('(' | ',' | '~' | '<' | '-' | '>')))
        .filter(|t| !HEDGES.contains(&t.lower.as_str()))
        .map(|t| t.lower.as_str())
        .collect();
    let arrow = tokens[first.tokens.end..second.tokens.start].iter().any(|t| t.is_symbol('→'));
    match gap.as_slice() {
        _ if arrow && gap.len() <= 1 => Some(Link::Forward),
        ["to" | "into"] | ["down" | "up", "to"] => {
            let from = after_word(tokens, first, &["from"]);
            Some(if from { Link::Forward } else { Link::MaybeForward })
        }
        // `from 6 h of batch work to 20 min`
        [.., "to"] if gap.len() <= 4 && after_word(tokens, first, &["from"]) => Some(Link::Forward),
        ["was" | "previously" | "formerly" | "versus" | "vs" | "from" | "before"]
        | ["instead" | "down" | "up", "of" | "from"]
        | ["rather"]
        | ["compared", "to" | "with"]
        | ["had", "been"]
        | ["used", "to", "be"]
        | ["it" | "which", "was"]
        | ["where", "it", "was"] => Some(Link::Backward),
        _ => None,
    }
}

/// Words that name how often or how something happens; they can be an end of a change.
const CADENCES: [&str; 27] = [
    "hourly",
    "daily",
    "nightly",
    "weekly",
    "biweekly",
    "fortnightly",
    "monthly",
    "quarterly",
    "yearly",
    "annually",
    "overnight",
    "never",
    "none",
    "manual",
    "manually",
    "hand",
    "continuous",
    "continuously",
    "instant",
    "instantly",
    "seconds",
    "minutes",
    "hours",
    "days",
    "weeks",
    "months",
    "realtime",
];

/// `from 3 days to same-day`, `from weekly to 12 a day`, `from 40 a week to none`.
fn half_worded(tokens: &[Token<'_>], quantity: &Quantity) -> Option<Change> {
    if quantity.dimension == Dimension::Bare {
        return None;
    }
    let (start, end) = (quantity.tokens.start, quantity.tokens.end);
    let change = |before: End, after: End| Change {
        range: before.range.start.min(after.range.start)..before.range.end.max(after.range.end),
        dimension: quantity.dimension,
        direction: match (before.value, after.value) {
            (Some(from), Some(to)) if from > to => Some(Direction::Down),
            (Some(from), Some(to)) if from < to => Some(Direction::Up),
            _ => None,
        },
        before: Some(before),
        after: Some(after),
        delta: None,
        percentile: quantity.percentile.clone(),
        noun: quantity.noun.clone(),
    };
    let measured = End { range: quantity.range.clone(), value: Some(quantity.value) };
    if after_word(tokens, quantity, &["from"]) && tokens.get(end).is_some_and(|t| t.is_word("to")) {
        let other = tokens.get(end + 1)?;
        let zero = other.is_any(&["zero", "none", "nothing"]);
        let same_day = other.is_any(&["same"]);
        (zero || same_day || CADENCES.contains(&other.lower.as_str())).then_some(())?;
        let value = zero.then_some(0.0);
        return Some(change(measured, End { range: other.range(), value }));
    }
    if start >= 3 && tokens[start - 1].is_word("to") && tokens[start - 3].is_word("from") {
        let other = &tokens[start - 2];
        let zero = other.is_any(&["zero", "none", "nothing"]);
        (zero || CADENCES.contains(&other.lower.as_str())).then_some(())?;
        return Some(change(End { range: other.range(), value: zero.then_some(0.0) }, measured));
    }
    None
}

/// `from nightly to hourly`, `from by hand to on every merge`: at least one end is a cadence.
fn worded(tokens: &[Token<'_>], quantities: &[Quantity]) -> Vec<Change> {
    let mut found = Vec::new();
    for (at, token) in tokens.iter().enumerate() {
        if !token.is_word("from") {
            continue;
        }
        let Some(to) = (at + 2..(at + 6).min(tokens.len())).find(|&i| tokens[i].is_word("to"))
        else {
            continue;
        };
        let end = (to + 1..(to + 4).min(tokens.len()))
            .find(|&i| tokens[i].ends_phrase() || tokens[i].is_any(&["by", "and", "with", "for"]))
            .unwrap_or_else(|| (to + 4).min(tokens.len()));
        let cadence = |range: Range<usize>| {
            tokens[range]
                .iter()
                .any(|t| CADENCES.contains(&t.lower.as_str()) || adverb_period(t).is_some())
        };
        let measured = quantities.iter().any(|q| q.tokens.start > at && q.tokens.start < end);
        if end > to + 1 && !measured && (cadence(at + 1..to) || cadence(to + 1..end)) {
            let before = tokens[at + 1].start..tokens[to - 1].end;
            let after = tokens[to + 1].start..tokens[end - 1].end;
            found.push(Change {
                range: token.start..after.end,
                dimension: Dimension::Bare,
                before: Some(End { range: before, value: None }),
                after: Some(End { range: after, value: None }),
                delta: None,
                direction: None,
                percentile: None,
                noun: None,
            });
        }
    }
    found
}

/// Words after a relative quantity that make it a change, with their direction.
fn comparison(token: &Token<'_>) -> Option<Option<Direction>> {
    Some(match token.lower.as_str() {
        "fewer" | "less" | "lower" | "cheaper" | "smaller" | "shorter" | "reduction" | "drop"
        | "decrease" | "decline" | "saving" | "savings" | "cut" => Some(Direction::Down),
        "more" | "higher" | "larger" | "increase" | "growth" | "gain" | "rise" => {
            Some(Direction::Up)
        }
        "faster" | "quicker" | "slower" | "improvement" | "speedup" | "better" => None,
        _ => return None,
    })
}

/// `by 35%`, `fell 35%`, `35% fewer`, `12x faster`, `a 40 % reduction`.
fn delta(
    tokens: &[Token<'_>],
    quantity: &Quantity,
    verbs: &[VerbUse],
    pack: &RolePack,
) -> Option<Change> {
    let relative =
        matches!(quantity.dimension, Dimension::Percent | Dimension::Points | Dimension::Ratio);
    let compared =
        tokens.get(quantity.tokens.end..).and_then(|rest| rest.iter().take(2).find_map(comparison));
    let last_change = verbs.iter().rev().find(|verb| {
        verb.range.end <= quantity.range.start && verb.entry(pack).direction.is_some()
    });
    let by = after_word(tokens, quantity, &["by"]);
    let close = last_change.is_some_and(|verb| {
        let between = tokens
            .iter()
            .filter(|t| t.start >= verb.range.end && t.end <= quantity.range.start)
            .collect::<Vec<_>>();
        between.len() <= 8
            && !between.iter().any(|t| {
                t.ends_phrase()
                    || t.is_any(&[
                        "to", "at", "of", "for", "on", "across", "with", "under", "below",
                    ])
            })
    });
    let adverb = tokens[..quantity.tokens.start].last().filter(|t| t.is_any(&["down", "up"]));
    let stated = if relative {
        compared.is_some() || ((by || close) && last_change.is_some()) || adverb.is_some() || by
    } else {
        // `saved 40 engineer-hours a week`, `cut 3 weeks from onboarding`, `by 300 ms`
        quantity.dimension != Dimension::Bare
            && (by && last_change.is_some()
                || last_change.is_some_and(|verb| {
                    let lemma = &verb.entry(pack).lemma;
                    close && matches!(lemma.as_str(), "save" | "free" | "reclaim" | "recover")
                }))
    };
    stated.then_some(())?;
    let direction = compared
        .flatten()
        .or_else(|| last_change.and_then(|verb| verb.entry(pack).direction))
        .or_else(|| adverb.map(|t| if t.is_word("up") { Direction::Up } else { Direction::Down }));
    Some(Change {
        range: quantity.range.clone(),
        dimension: quantity.dimension,
        before: None,
        after: None,
        delta: Some(quantity.value),
        direction,
        percentile: quantity.percentile.clone(),
        noun: quantity.noun.clone(),
    })
}

/// `cut p99 to 92 ms`, `brought builds under 6 minutes`.
fn after_only(
    tokens: &[Token<'_>],
    quantity: &Quantity,
    verbs: &[VerbUse],
    pack: &RolePack,
) -> Option<Change> {
    if quantity.dimension == Dimension::Bare
        || !after_word(tokens, quantity, &["to", "under", "below"])
    {
        return None;
    }
    let verb = verbs.iter().rev().find(|verb| verb.range.end <= quantity.range.start)?;
    let direction = verb.entry(pack).direction?;
    let counts_things = quantity.dimension == Dimension::Count
        && direction == Direction::Up
        && tokens[quantity.tokens.start - 1].is_any(&["under", "below"]);
    (!counts_things).then_some(())?;
    Some(Change {
        range: quantity.range.clone(),
        dimension: quantity.dimension,
        before: None,
        after: Some(End { range: quantity.range.clone(), value: Some(quantity.value) }),
        delta: None,
        direction: Some(direction),
        percentile: quantity.percentile.clone(),
        noun: quantity.noun.clone(),
    })
}

/// `halved`, `doubled`, `tenfold`, `an order of magnitude`: factors in words, unless ends that say
/// it more precisely stand in the same text.
fn factor_words(tokens: &[Token<'_>], found: &[Change]) -> Vec<Change> {
    let factor = |range: Range<usize>, factor: f64, direction: Option<Direction>| Change {
        range,
        dimension: Dimension::Ratio,
        before: None,
        after: None,
        delta: Some(factor),
        direction,
        percentile: None,
        noun: None,
    };
    if found.iter().any(Change::has_both_ends) {
        return Vec::new();
    }
    let mut changes = Vec::new();
    for (at, token) in tokens.iter().enumerate() {
        let word = token.lower.as_str();
        let (value, direction) = match word {
            "halved" | "halving" => (0.5, Some(Direction::Down)),
            "doubled" | "doubling" => (2.0, Some(Direction::Up)),
            "tripled" | "tripling" | "trebled" => (3.0, Some(Direction::Up)),
            "quadrupled" | "quadrupling" => (4.0, Some(Direction::Up)),
            "twofold" => (2.0, None),
            "threefold" => (3.0, None),
            "fourfold" => (4.0, None),
            "fivefold" => (5.0, None),
            "tenfold" => (10.0, None),
            "magnitude"
                if at >= 2 && tokens[at - 1].is_word("of") && tokens[at - 2].is_word("order") =>
            {
                (10.0, None)
            }
            _ => continue,
        };
        changes.push(factor(token.range(), value, direction));
    }
    changes
}
