//! Scope: what did you own, and how big was it?

use facts::{Dimension, Position, Quantity, Role, Signal};
use roles::{Act, RolePack};

use super::credit::{Book, claims};
use crate::page::Part;

/// Most scale facts one text can give.
const SCALES_PER_TEXT: usize = 2;

/// A size in a bullet that tells neither how, nor why, nor what came of it.
const QUIET: f64 = 0.6;

/// Fewest things that tell how big something is.
const LEAST_COUNT: f64 = 3.0;

/// Digits behind the first one in the key of a value: few enough that what was converted from
/// another unit has the same.
pub(super) const DIGITS: usize = 5;

/// Books the credits of S2–S5.
pub(super) fn credit(book: &mut Book<'_, '_>, pack: &RolePack) {
    systems_and_ownership(book, pack);
    scales(book, pack);
    reach(book, pack);
}

/// S1: the opening names a system, and how big it is.
pub(super) fn opening(book: &mut Book<'_, '_>) {
    let facts = &book.unit.facts;
    let claimed = facts.claims.iter().filter_map(|claim| claim.object.as_ref());
    let specific = claimed
        .filter(|object| {
            object.specificity == facts::Specificity::Specific && book.unit.part == Part::Summary
        })
        .filter(|_| facts.claims.iter().any(|claim| claim.verb.is_some()));
    let thing = facts.things.first().or_else(|| specific.into_iter().next());
    if let Some(thing) = thing {
        let range = thing.range.clone();
        book.add("S1", "system", 0.7, &range);
    }
    if let Some(scale) = book.unit.facts.measured().find(|quantity| is_scale(quantity)) {
        let range = scale.range.clone();
        book.add("S1", "scale", 0.3, &range);
    }
}

/// S2: distinct named systems in claims that say something about them. S4: owned pieces of work.
fn systems_and_ownership(book: &mut Book<'_, '_>, pack: &RolePack) {
    let unit = book.unit;
    for facts in claims(unit) {
        let Some(object) = facts.claim.object.as_ref().filter(|_| facts.claim.is_substantial(pack))
        else {
            continue;
        };
        let concept = unit.facts.concepts.iter().any(|concept| {
            concept.range.start >= facts.claim.range.start
                && concept.range.end <= facts.claim.range.end
        });
        // `…; deploys went from 40 to 6 minutes` tells a result: only a thing one can build is a
        // system there.
        let retells = facts.claim.range.start > 0
            && facts.claim.verb.as_ref().is_none_or(|verb| verb.position == Position::Result);
        let system = !retells || unit.facts.things.iter().any(|thing| thing.key == object.key);
        // `Built 25 features for clients` counts what was done, not what it was done to.
        let sized = facts.measured().any(|quantity| !quantity.own_team && !quantity.counts_effort);
        // `Ended double bookings`: what was ended is no system.
        let trouble = unit.facts.signals.iter().any(|signal| {
            signal.signal == Signal::Outcome
                && signal.range.start < object.range.end
                && object.range.start < signal.range.end
        });
        let system = system && !trouble;
        if system && (concept || sized || !facts.changes.is_empty()) {
            book.add("S2", object.key.as_str(), 1.0, &object.range);
        }
        let owns = facts.claim.verb.as_ref().is_some_and(|verb| {
            matches!(verb.entry(pack).act, Act::Own | Act::Create | Act::Migrate)
                && verb.entry(pack).strength == roles::Strength::Strong
        });
        if owns {
            let verb =
                facts.claim.verb.as_ref().map_or(object.range.start, |verb| verb.range.start);
            book.add(
                "S4",
                object.key.as_str(),
                1.0,
                &(verb.min(object.range.start)..object.range.end),
            );
        }
    }
}

/// S3: how big the things are, at most two facts a text.
fn scales(book: &mut Book<'_, '_>, pack: &RolePack) {
    let unit = book.unit;
    let substantial = unit.facts.is_substantial(pack);
    if !substantial && unit.part != Part::Summary {
        return;
    }
    let tells = book.shown.effect
        || book.shown.mechanism
        || !unit.facts.reasons.is_empty()
        || unit.facts.has(Signal::Production)
        || !unit.part.is_bullet();
    let amount = if tells { 1.0 } else { QUIET };
    let scales = unit.facts.measured().filter(|quantity| is_scale(quantity));
    for quantity in scales.take(SCALES_PER_TEXT) {
        book.add("S3", quantity_key(quantity), amount, &quantity.range);
    }
}

/// S5: teams, users, people grown. Being there is not reach.
fn reach(book: &mut Book<'_, '_>, pack: &RolePack) {
    let unit = book.unit;
    let attends = unit.facts.has(Signal::Attendance);
    let says_something = unit.facts.claims.iter().any(|claim| {
        let grows = claim
            .verb
            .as_ref()
            .is_some_and(|verb| matches!(verb.entry(pack).act, Act::Grow | Act::Share | Act::Own));
        claim.is_substantial(pack) || grows
    });
    // `Mentoring of six engineers, two of them promoted`: no verb, but it says whom and how many.
    let says_something = says_something
        || unit.facts.has(Signal::Reach) && unit.facts.people().any(|people| !people.own_team);
    if attends || !says_something {
        return;
    }
    let grows = unit
        .facts
        .claims
        .iter()
        .any(|claim| claim.verb.as_ref().is_some_and(|verb| verb.entry(pack).act == Act::Grow));
    // The size of the own team is where one worked, not whom it reached.
    let reached = unit.facts.people().find(|people| grows || !people.own_team);
    if let Some(people) = reached {
        book.add("S5", quantity_key(people), 1.0, &people.range);
    } else if let Some(signal) = unit.facts.signals.iter().find(|s| s.signal == Signal::Reach) {
        let grown = unit.facts.quantities.iter().any(|q| q.range.start >= signal.range.end);
        if grown {
            book.add("S5", unit.text[signal.range.clone()].to_lowercase(), 1.0, &signal.range);
        }
    }
}

/// A quantity that says how big a thing is.
pub(crate) fn is_scale(quantity: &Quantity) -> bool {
    let sized = match quantity.dimension {
        Dimension::Rate | Dimension::Bytes | Dimension::Bandwidth | Dimension::Money => true,
        Dimension::Count => {
            quantity.value >= LEAST_COUNT && !quantity.counts_people && !quantity.counts_effort
        }
        _ => false,
    };
    sized && matches!(quantity.role, Role::Denominator | Role::Count)
}

/// Equal for `1.2M rows` and `1,200,000 rows`.
pub(super) fn quantity_key(quantity: &Quantity) -> String {
    let noun = quantity.noun.as_deref().unwrap_or_default();
    format!("{} {:.DIGITS$e} {noun}", quantity.dimension.as_str(), quantity.value)
}
