//! Was a technique put to work, or only named?
//!
//! `Built a cache with consistent hashing and replication` names techniques. They count in full where
//! the line also says what came of them, why, when, or in which detail: then somebody had to think
//! about them.

use facts::{Claim, ConceptUse, Facts, Position, Signal, SignalUse, VerbUse};
use roles::{Act, RolePack, Strength};

use super::credit::ClaimFacts;
use super::evidence::held_level;
use crate::page::Unit;

/// Faults by their most general names.
const FAULTS: [&str; 6] = ["issue", "bug", "problem", "error", "defect", "ticket"];

/// How much of a technique a line shows.
#[derive(Clone, Copy, Debug, PartialEq, PartialOrd)]
pub(super) enum Use {
    /// Named beside something else.
    Named,
    /// What an own act was about.
    Object,
    /// With an effect, a reason, a condition or a detail.
    Engaged,
}

impl Use {
    /// Share of a full technique (D1).
    pub(super) fn technique(self) -> f64 {
        match self {
            Self::Named => 0.3,
            Self::Object => 0.6,
            Self::Engaged => 1.0,
        }
    }

    /// Share of a full pattern in production (D3) or detail of state (D2).
    pub(super) fn pattern(self) -> f64 {
        match self {
            Self::Named => 0.25,
            Self::Object => 0.5,
            Self::Engaged => 1.0,
        }
    }
}

/// The text says what came of the work: a change, a level that held, an outcome in words.
pub(super) fn has_effect(unit: &Unit, pack: &RolePack) -> bool {
    !unit.facts.changes.is_empty()
        || outcomes(unit, pack).next().is_some()
        || held_level(unit).is_some()
}

/// Outcomes in words that an act or the thing itself brought about: `maintained … with zero downtime`
/// is a boast.
pub(super) fn outcomes<'a>(
    unit: &'a Unit,
    pack: &'a RolePack,
) -> impl Iterator<Item = &'a SignalUse> {
    let facts = &unit.facts;
    facts.signals.iter().filter(|signal| signal.signal == Signal::Outcome).filter(move |signal| {
        let next = facts.claims.partition_point(|claim| claim.range.end <= signal.range.start);
        let verb = facts.claims.get(next).and_then(|claim| claim.verb.as_ref());
        verb.is_none_or(|verb| {
            let verb = verb.entry(pack);
            verb.strength == Strength::Strong
                || verb.strength == Strength::Neutral && matches!(verb.act, Act::Change | Act::Repair)
        })
    })
}

/// A mechanism that tells how an effect came about.
pub(super) fn has_mechanism(unit: &Unit, pack: &RolePack) -> bool {
    let effect = has_effect(unit, pack) || mends(unit, pack);
    unit.facts.mechanisms.iter().any(|mechanism| mechanism.concrete && (effect || !mechanism.loose))
}

/// The line opens with the repair of a fault, which is an effect by itself.
pub(super) fn mends(unit: &Unit, pack: &RolePack) -> bool {
    let Some(claim) = unit.facts.claims.first() else { return false };
    let repairs = claim
        .verb
        .as_ref()
        .map(|verb| verb.entry(pack))
        .is_some_and(|verb| verb.act == Act::Repair && verb.strength == Strength::Strong);
    // `Fixed many hardware and software issues` tells of no fault in particular.
    let counted = |key: &str| FAULTS.iter().any(|fault| key.split(' ').next_back() == Some(fault));
    repairs && claim.object.as_ref().is_some_and(|object| !counted(&object.key))
}

/// How a technique is used in a claim.
pub(super) fn of(
    unit: &Unit,
    facts: &ClaimFacts<'_>,
    concept: &ConceptUse,
    pack: &RolePack,
) -> Use {
    if shows(unit, facts.claim, pack) {
        return Use::Engaged;
    }
    let verb = facts.claim.verb.as_ref().map(|verb| verb.entry(pack));
    let object = facts.claim.object.as_ref();
    let about = object.is_some_and(|object| {
        object.range.start < concept.range.end && concept.range.start < object.range.end
    });
    match verb {
        // To find or mend a hard fault is its own effect.
        Some(verb) if about && verb.act == Act::Repair && verb.strength == Strength::Strong => {
            Use::Engaged
        }
        Some(verb) if about && verb.strength == Strength::Strong => Use::Object,
        // `Sharded the ledger by tenant`: the verb is the technique.
        Some(_) if is_verb(&unit.facts, concept) => Use::Object,
        // `Claims are deduplicated by …`: a sentence about the thing, not a list of parts.
        None => Use::Object,
        Some(_) => Use::Named,
    }
}

/// An effect, a reason or a mechanism that belongs to a claim: one inside it, in a sentence about the
/// thing beside it, or in the result that follows it. What another act of the same line brought about
/// does not count.
fn shows(unit: &Unit, claim: &Claim, pack: &RolePack) -> bool {
    let claims = &unit.facts.claims;
    let belongs = |start: usize| {
        let next = claims.partition_point(|other| other.range.end <= start);
        let Some(other) = claims.get(next) else { return false };
        let result = |verb: &VerbUse| {
            verb.position == Position::Result
                || verb.entry(pack).direction.is_some()
                    && other.range.start > claim.range.start
                    && !unit.text[claim.range.start..other.range.start].contains([';', '.'])
        };
        other.range == claim.range || other.verb.as_ref().is_none_or(result)
    };
    let facts = &unit.facts;
    facts.changes.iter().any(|change| belongs(change.range.start))
        || outcomes(unit, pack).any(|outcome| belongs(outcome.range.start))
        || held_level(unit).is_some_and(|held| belongs(held.range.start))
        || facts.reasons.iter().any(|reason| belongs(reason.start))
        || facts.mechanisms.iter().any(|mechanism| {
            mechanism.concrete && !mechanism.loose && belongs(mechanism.range.start)
        })
}

fn is_verb(facts: &Facts, concept: &ConceptUse) -> bool {
    let next = facts.verbs.partition_point(|verb| verb.range.end <= concept.range.start);
    facts.verbs.get(next).is_some_and(|verb| {
        verb.range.start < concept.range.end
            && matches!(verb.position, Position::Opening | Position::Clause)
    })
}
