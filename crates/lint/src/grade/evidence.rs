//! Evidence: what changed, from what to what, and how do we know?

use std::borrow::Cow;

use facts::{Change, Dimension, Position, Quantity, Role, Signal, SignalUse};
use resume::{Date, FieldPath};
use roles::{Direction, RolePack, Strength};

use super::credit::{Book, ClaimFacts, Credit, Ledger, claims};
use super::engaged::{Shown, outcomes};
use super::scope::{DIGITS, is_scale};
use super::vague::is_vague;
use crate::page::{Part, Period, Unit};

/// A measured change.
const MEASURED: f64 = 1.0;
/// A relative change of something whose size is not given.
const RELATIVE: f64 = 0.6;
/// A change that can be checked but was not measured: `from nightly to on every merge`.
const WORDED: f64 = 0.5;
/// A figure without an object.
const OBJECTLESS: f64 = 0.15;

/// Books the credits of E1–E4.
pub(super) fn credit(book: &mut Book<'_, '_>, pack: &RolePack) {
    let unit = book.unit;
    let claims = claims(unit);
    // What a claim about a particular thing changed, it may say in its next clause.
    let about_something = unit.facts.is_substantial(pack);
    // A summary retells what a bullet says.
    let told_here = unit.part != Part::Summary;
    if told_here {
        for facts in &claims {
            for change in facts.changes {
                outcome(book, facts, change, about_something, pack);
            }
        }
        if about_something {
            level(book);
        }
    }
    mechanisms(book, &claims, pack);
    if about_something {
        for signal in &unit.facts.signals {
            if matches!(signal.signal, Signal::Production | Signal::Proof) {
                book.add("E4", unit.text[signal.range.clone()].to_lowercase(), 0.5, &signal.range);
            }
        }
        // A measured change says more than words beside it; words of a clause of their own add to it.
        let changes = &unit.facts.changes;
        let outcome = outcomes(unit, pack)
            .find(|signal| changes.iter().all(|change| is_apart(unit, signal, change)));
        let shipped = || {
            let mut signals = unit.facts.signals.iter();
            signals.find(|signal| signal.signal == Signal::Production && changes.is_empty())
        };
        let object = unit.facts.claims.iter().find_map(|claim| claim.object.as_ref());
        let key = object.map_or("", |object| object.key.as_str());
        if let Some(signal) = outcome.or_else(shipped) {
            book.add("E1", format!("in words {key}"), WORDED, &signal.range);
        } else if let Some(object) =
            object.filter(|_| changes.is_empty() && mended(unit, &book.shown))
        {
            book.add("E1", format!("in words {key}"), WORDED, &object.range);
        }
    }
}

/// E1: outcomes. E2: both ends.
fn outcome(
    book: &mut Book<'_, '_>,
    facts: &ClaimFacts<'_>,
    change: &Change,
    about_something: bool,
    pack: &RolePack,
) {
    if !is_consistent(book.unit, facts, change, pack) {
        return;
    }
    let amount =
        if !about_something || facts.claim.is_list || is_vague(book.unit, facts.claim, change) {
            OBJECTLESS
        } else if change.is_worded() {
            WORDED
        } else if change.after.is_none() && change.delta.is_none() {
            // `the registry used to remove 70 copies a week`: only how it was.
            RELATIVE
        } else if change.delta.is_some()
        // A sum of money saved is no share of an unknown whole.
        && change.dimension != Dimension::Money
        && !has_denominator(book.unit)
        {
            RELATIVE
        } else {
            MEASURED
        };
    let key = change_key(facts, change);
    book.add("E1", key.clone(), amount, &change.range);
    if change.has_both_ends() && about_something {
        book.add("E2", key, 1.0, &change.range);
    }
}

/// `Fixed double bookings by adding a unique index`: a fault in particular, and how it was ended.
fn mended(unit: &Unit, shown: &Shown) -> bool {
    let how = unit.facts.mechanisms.iter().any(|found| found.concrete && !found.loose);
    how && shown.mends
}

/// A comma, a stop or `and` stands between a signal and a change.
fn is_apart(unit: &Unit, signal: &SignalUse, change: &Change) -> bool {
    let (signal, change) = (&signal.range, &change.range);
    let gap = if signal.end <= change.start {
        signal.end..change.start
    } else if change.end <= signal.start {
        change.end..signal.start
    } else {
        return false;
    };
    let between = unit.text.get(gap).unwrap_or_default();
    between.contains([',', ';', '.', ':']) || between.contains(" and ")
}

/// E1: a tail latency that held. Under a stated load it is as good as a change.
fn level(book: &mut Book<'_, '_>) {
    let unit = book.unit;
    let Some(held) = held_level(unit) else { return };
    let amount = if has_denominator(unit) { MEASURED } else { RELATIVE };
    let percentile = held.percentile.as_deref().unwrap_or_default();
    book.add("E1", format!("level {percentile} {:.DIGITS$e}", held.value), amount, &held.range);
}

/// A response time at a percentile that is no end of a change.
pub(super) fn held_level(unit: &Unit) -> Option<&Quantity> {
    unit.facts.measured().find(|quantity| {
        quantity.role == Role::Level
            && quantity.dimension == Dimension::Time
            && quantity.percentile.is_some()
    })
}

/// A change is inconsistent when its ends move against its verb: "cut p99 from 92 ms to 480 ms".
/// The verb is the nearest before it: in "cut p99 by scaling from 4 to 12 shards" the shards scale.
pub(crate) fn is_consistent(
    unit: &Unit,
    facts: &ClaimFacts<'_>,
    change: &Change,
    pack: &RolePack,
) -> bool {
    let (Some(moved), true) = (change.direction, change.has_both_ends()) else { return true };
    let nearest = unit
        .facts
        .verbs
        .iter()
        .filter(|verb| {
            verb.range.start < change.range.start && verb.range.start >= facts.claim.range.start
        })
        .rfind(|verb| verb.position == Position::Gerund || verb.entry(pack).direction.is_some());
    nearest.and_then(|verb| verb.entry(pack).direction).is_none_or(|said| {
        said == moved || change.dimension == Dimension::Count && said == Direction::Up
    })
}

/// The text says how big the changed thing is.
pub(super) fn has_denominator(unit: &Unit) -> bool {
    unit.facts.measured().any(is_scale)
}

fn change_key(facts: &ClaimFacts<'_>, change: &Change) -> String {
    let end = |end: &Option<facts::End>| {
        end.as_ref().map_or_else(String::new, |end| match end.value {
            Some(value) => format!("{value:.DIGITS$e}"),
            None => "worded".to_owned(),
        })
    };
    let dimension = change.dimension.as_str();
    let object = facts.claim.object.as_ref().map_or("", |object| object.key.as_str());
    match change.delta {
        Some(delta) => format!("{dimension} by {delta} {object}"),
        None => format!("{dimension} {} {} {object}", end(&change.before), end(&change.after)),
    }
}

/// E3: how it was done, in a claim about a particular thing.
fn mechanisms(book: &mut Book<'_, '_>, claims: &[ClaimFacts<'_>], pack: &RolePack) {
    let unit = book.unit;
    let about_something = unit.facts.is_substantial(pack);
    for (index, facts) in claims.iter().enumerate() {
        let inside =
            |start: usize| start >= facts.claim.range.start && start < facts.claim.range.end;
        let effect = book.shown.effect || book.shown.mends;
        let stated = unit
            .facts
            .mechanisms
            .iter()
            .find(|m| m.concrete && (effect || !m.loose) && inside(m.range.start));
        if let Some(mechanism) = stated.filter(|_| about_something && !facts.claim.is_list) {
            book.add("E3", folded(unit, &mechanism.range), 1.0, &mechanism.range);
            continue;
        }
        let next = claims.get(index + 1);
        if let Some(shown) = own_cause(unit, facts, next, pack) {
            book.add("E3", folded(unit, &shown), 1.0, &shown);
        }
    }
}

/// First words of an outcome that tells what came to light.
const FINDS: [&str; 12] = [
    "exposed", "exposes", "caught", "catches", "found", "finds", "revealed", "uncovered",
    "flagged", "flags", "blocked", "surfaced",
];

/// `Moved thumbnails to a queue, cutting p95 from 3 s to 400 ms`, `Wrote a fair scheduler, which ended
/// the starvation`, `Split the parser; memory fell by half`: a claim that is the mechanism of its own
/// result. The bytes of the act.
fn own_cause(
    unit: &Unit,
    facts: &ClaimFacts<'_>,
    next: Option<&ClaimFacts<'_>>,
    pack: &RolePack,
) -> Option<std::ops::Range<usize>> {
    let claim = facts.claim;
    let verb = claim.verb.as_ref().filter(|_| claim.is_substantial(pack))?;
    let makes =
        verb.entry(pack).direction.is_none() && verb.entry(pack).strength == Strength::Strong;
    makes.then_some(())?;
    let object = claim.object.as_ref()?.range.end;
    let inside = |start: usize| start >= object && start < claim.range.end;
    let mut verbs = unit.facts.verbs.iter();
    let result = verbs.find(|verb| verb.position == Position::Result && inside(verb.range.start));
    let changed = result
        .filter(|verb| facts.changes.iter().any(|change| change.range.end > verb.range.start))
        .map(|verb| verb.range.start);
    let parted = |start: usize| {
        let between = unit.text.get(object..start).unwrap_or_default();
        between.contains([',', ';', '.', ':']) || between.contains(" which ")
    };
    let ended = || {
        // Tests that found faults, and people who use it since, are no effect of a mechanism.
        let told = |range: &std::ops::Range<usize>| {
            let said = unit.text.get(range.clone()).unwrap_or_default();
            let first = said.split_whitespace().next().unwrap_or_default();
            first.starts_with("has") || first.starts_with("have") || FINDS.contains(&first)
        };
        let mut starts = outcomes(unit, pack)
            .filter(|outcome| !told(&outcome.range))
            .map(|outcome| outcome.range.start);
        starts.find(|&start| inside(start) && parted(start))
    };
    // The next sentence tells what came of it.
    let told = || {
        let result = next?;
        let tells = result.claim.verb.as_ref().is_none_or(|verb| verb.position == Position::Result);
        let inside = |start: usize| result.claim.range.contains(&start);
        let effect = !result.changes.is_empty()
            || outcomes(unit, pack).any(|outcome| inside(outcome.range.start));
        (tells && effect).then_some(claim.range.end)
    };
    let end = changed.or_else(ended).or_else(told)?;
    let start = claim.range.start;
    let parts = [' ', ',', ';', '.', ':'];
    let act = unit.text.get(start..end)?.trim_end_matches(parts);
    let act = [" which", " they", " it", " that"]
        .iter()
        .find_map(|word| act.strip_suffix(word))
        .unwrap_or(act)
        .trim_end_matches(parts);
    Some(start..start + act.len())
}

fn folded(unit: &Unit, range: &std::ops::Range<usize>) -> String {
    let words = unit.words_in(range);
    let norms: Vec<&str> = words.iter().map(|word| word.norm.as_str()).collect();
    norms.join(" ")
}

/// E4: roles dated with months.
pub(super) fn credit_dates(ledger: &mut Ledger<'_>, periods: &[Period]) {
    for (index, period) in periods.iter().enumerate() {
        let start = period.start.as_ref().is_some_and(Date::has_month);
        let end = period.end.as_ref().is_none_or(|end| end.has_month() || *end == Date::Present);
        if start && end {
            let text = period.start.as_ref().map_or_else(String::new, ToString::to_string);
            ledger.add(
                "E4",
                Credit {
                    key: format!("period {index}").into(),
                    amount: 1.0,
                    only: None,
                    path: Cow::Owned(FieldPath::root().key("work").index(index).key("startDate")),
                    range: 0..text.len(),
                    text: text.into(),
                },
            );
        }
    }
}
