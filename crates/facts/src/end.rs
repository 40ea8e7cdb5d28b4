//! Changes with one measured end, or with none: the other end is worded or not given.

use std::ops::Range;

use roles::{Direction, WordList};

use crate::change::{Change, End, Scene, moved};
use crate::lex::{Kind, Token};
use crate::quantity::{Quantity, ends_value};
use crate::unit::{Dimension, adverb_period};

/// Words that name how often or how something happens; they can be an end of a change.
const CADENCES: WordList<27> = WordList::new([
    "hourly", "daily", "nightly", "weekly", "biweekly", "fortnightly", "monthly", "quarterly",
    "yearly", "annually", "overnight", "never", "none", "manual", "manually", "hand", "continuous",
    "continuously", "instant", "instantly", "seconds", "minutes", "hours", "days", "weeks",
    "months", "realtime",
]);

/// Verbs that move a value to the end they name, whichever way: `brought builds under 6 minutes`.
const MOVERS: [&str; 7] = ["bring", "get", "take", "go from", "drive", "push", "put"];

pub(crate) fn is_cadence(token: &Token<'_>) -> bool {
    roles::is_one_of(&token.lower, &CADENCES) || adverb_period(token).is_some()
}

fn is_nothing(token: &Token<'_>) -> bool {
    token.is_any(&["zero", "none", "nothing"])
}

/// `from 3 days to same-day`, `from weekly to 12 a day`, `from 40 a week to none`.
pub(crate) fn half_worded(scene: &Scene<'_>, quantity: &Quantity) -> Option<Change> {
    if quantity.dimension == Dimension::Bare {
        return None;
    }
    let tokens = scene.tokens;
    let (start, end) = (quantity.tokens.start, quantity.tokens.end);
    let change = |before: End, after: End| Change {
        range: before.range.start.min(after.range.start)..before.range.end.max(after.range.end),
        direction: before.value.zip(after.value).and_then(|(from, to)| moved(from, to)),
        before: Some(before),
        after: Some(after),
        ..Change::of(quantity, None)
    };
    let measured = End { range: quantity.range.clone(), value: Some(quantity.value) };
    let worded = |other: &Token<'_>| {
        // `from 11 a week to one`
        let after = tokens.partition_point(|token| token.start < other.end);
        if other.is_word("one") && ends_value(tokens, after) {
            return Some(End { range: other.range(), value: Some(quantity.factor) });
        }
        let zero = is_nothing(other);
        let known = zero || other.is_word("same") || is_cadence(other);
        known.then(|| End { range: other.range(), value: zero.then_some(0.0) })
    };
    if tokens.get(end).is_some_and(|t| t.is_word("to")) && scene.follows(start, &["from"]) {
        return Some(change(measured, worded(tokens.get(end + 1)?)?));
    }
    // `from a 4-hour maintenance window to zero`
    let from = scene.follows(start, &["from"])
        || start >= 2
            && tokens[start - 1].is_any(&["a", "an"])
            && tokens[start - 2].is_word("from");
    let near = tokens.get(end..(end + MODIFIED).min(tokens.len())).unwrap_or_default();
    let to = near.iter().position(|token| token.is_word("to")).filter(|_| from);
    if let Some(zero) = to.and_then(|to| tokens.get(end + to + 1)).filter(|token| is_nothing(token))
    {
        return Some(change(measured, worded(zero)?));
    }
    if let Some(before) = contrasted(tokens, end) {
        return Some(change(before, measured));
    }
    let to = scene.follows_at(start, &["to"]).filter(|to| *to >= 2)?;
    tokens[to - 2].is_word("from").then_some(())?;
    Some(change(worded(&tokens[to - 1])?, measured))
}

/// Most words between a value and the other end: `4-hour maintenance window to zero`.
const MODIFIED: usize = 4;

/// `in 30 s rather than at midnight`, `in 4 min instead of overnight`: the end before, in words.
fn contrasted(tokens: &[Token<'_>], end: usize) -> Option<End> {
    let (one, other) = (tokens.get(end)?, tokens.get(end + 1)?);
    let contrasts = one.is_word("rather") && other.is_word("than")
        || one.is_word("instead") && other.is_word("of");
    // `in 2 s where they took minutes`
    let where_took = one.is_word("where")
        && other.is_any(&["it", "they"])
        && tokens.get(end + 2).is_some_and(|token| token.is_word("took"));
    let contrasts = contrasts || where_took;
    let first = end + 2 + usize::from(where_took);
    let word = tokens.get(first).filter(|token| token.kind == Kind::Word)?;
    let when = word.is_any(&["at", "the", "next", "by", "on", "a", "once", "every"]);
    (contrasts && (when || is_cadence(word))).then_some(())?;
    let last = (first..tokens.len().min(first + MODIFIED))
        .take_while(|&at| !tokens[at].ends_phrase())
        .last()?;
    let known = tokens[first..=last].iter().any(|token| is_cadence(token) || is_moment(token));
    known.then(|| End { range: word.start..tokens[last].end, value: None })
}

/// A time of day or of the calendar.
fn is_moment(token: &Token<'_>) -> bool {
    token.is_any(&[
        "midnight", "noon", "night", "morning", "evening", "day", "week", "month", "weekend",
        "quarter", "monday", "tuesday", "wednesday", "thursday", "friday", "afternoon",
    ])
}

/// `from nightly to hourly`, `from by hand to on every merge`: at least one end is a cadence.
pub(crate) fn worded(scene: &Scene<'_>, quantities: &[Quantity]) -> Vec<Change> {
    let tokens = scene.tokens;
    let mut found = Vec::new();
    for (at, token) in tokens.iter().enumerate() {
        if !token.is_word("from") {
            continue;
        }
        let reach = |from: usize, most: usize| from..(from + most).min(tokens.len());
        let Some(to) = reach(at + 2, 4).find(|&i| tokens[i].is_word("to")) else { continue };
        let end = reach(to + 1, 3)
            .find(|&i| tokens[i].ends_phrase() || tokens[i].is_any(&["by", "and", "with", "for"]))
            .unwrap_or_else(|| (to + 4).min(tokens.len()));
        let cadence = |range: Range<usize>| tokens[range].iter().any(is_cadence);
        let next = quantities.partition_point(|quantity| quantity.tokens.start <= at);
        let measured = quantities.get(next).is_some_and(|quantity| quantity.tokens.start < end);
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

/// `cut p99 to 92 ms`, `brought builds under 6 minutes`.
pub(crate) fn after_only(scene: &Scene<'_>, quantity: &Quantity) -> Option<Change> {
    if quantity.dimension == Dimension::Bare {
        return None;
    }
    let start = quantity.tokens.start;
    let to = scene.follows(start, &["to"]);
    let limit = scene.follows(start, &["under", "below"]);
    (to || limit).then_some(())?;
    let verb = scene.verbs_before(quantity.range.start).next()?;
    let entry = verb.entry(scene.pack);
    let counts = quantity.dimension == Dimension::Count;
    let direction = match entry.direction {
        Some(Direction::Up) if counts && limit => return None,
        Some(direction) => Some(direction),
        None if !MOVERS.contains(&entry.lemma.as_str()) || (counts && !limit) => return None,
        None if limit => Some(Direction::Down),
        None => None,
    };
    let after = Some(End { range: quantity.range.clone(), value: Some(quantity.value) });
    Some(Change { after, ..Change::of(quantity, direction) })
}

/// `brought double bookings to zero`.
pub(crate) fn zeroed(scene: &Scene<'_>, found: &[Change]) -> Vec<Change> {
    let tokens = scene.tokens;
    let mut changes = Vec::new();
    for (at, token) in tokens.iter().enumerate().skip(1) {
        if !is_nothing(token) || !tokens[at - 1].is_word("to") || !ends_value(tokens, at + 1) {
            continue;
        }
        let moves = scene.verbs_before(token.start).next().is_some_and(|verb| {
            let entry = verb.entry(scene.pack);
            entry.direction == Some(Direction::Down) || MOVERS.contains(&entry.lemma.as_str())
        });
        let known = found.partition_point(|change| change.range.start <= token.start);
        let inside = known.checked_sub(1).is_some_and(|last| found[last].range.end >= token.end);
        if moves && !inside {
            changes.push(Change {
                range: token.range(),
                dimension: Dimension::Bare,
                before: None,
                after: Some(End { range: token.range(), value: Some(0.0) }),
                delta: None,
                direction: Some(Direction::Down),
                percentile: None,
                noun: None,
            });
        }
    }
    changes
}
