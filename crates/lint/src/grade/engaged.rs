//! Was a technique put to work, or only named?
//!
//! `Built a cache with consistent hashing and replication` names techniques. They count in full where
//! the line also says what came of them, why, when, or in which detail: then somebody had to think
//! about them.

use std::ops::Range;

use facts::{Change, Claim, ConceptUse, Facts, Mechanism, Position, Signal, SignalUse};
use roles::{Act, RolePack, Strength};

use super::evidence::held_level;
use super::vague::{is_vague, listed};
use crate::page::Unit;

/// Faults by their most general names.
const FAULTS: [&str; 6] = ["issue", "bug", "problem", "error", "defect", "ticket"];

/// Plain verbs of doing that say nothing of holding a post.
pub(super) const PLACES: [&str; 7] = ["put", "give", "take", "let", "send", "read", "copy"];

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

/// What a text shows of its work, looked up once and asked often.
pub(super) struct Shown {
    /// What came of it: a change of something in particular, a level that held, an outcome in words.
    pub(super) effect: bool,
    /// A mechanism that tells how an effect came about.
    pub(super) mechanism: bool,
    /// It opens with the repair of a fault, which is an effect by itself.
    pub(super) mends: bool,
    /// For each claim, whether it has an effect, a reason or a mechanism: inside it, in a sentence
    /// about the thing beside it, or in the result that follows it. What another act of the same
    /// line brought about does not count.
    claims: Vec<bool>,
    /// A list of names, where nothing is shown.
    list: Option<Range<usize>>,
}

impl Shown {
    /// Looks at a text.
    pub(super) fn of(unit: &Unit, pack: &RolePack) -> Self {
        let facts = &unit.facts;
        let index = |start: usize| facts.claims.partition_point(|claim| claim.range.end <= start);
        let particular = |change: &&Change| {
            facts
                .claims
                .get(index(change.range.start))
                .is_none_or(|claim| !is_vague(unit, claim, change))
        };
        let changes = facts.changes.iter().filter(particular).map(|change| change.range.start);
        let outcomes = outcomes(unit, pack).map(|outcome| outcome.range.start);
        let held = held_level(unit).map(|held| held.range.start);
        let effects: Vec<usize> = changes.chain(outcomes).chain(held).collect();
        let effect = !effects.is_empty();
        let mends = mends(unit, pack);
        let counts = |found: &&Mechanism| found.concrete && (effect || mends || !found.loose);
        let mechanism = facts.mechanisms.iter().any(|found| counts(&found));
        let reasons = facts.reasons.iter().map(|reason| reason.start);
        let means = facts.mechanisms.iter().filter(|found| found.concrete && !found.loose);
        let starts =
            effects.iter().copied().chain(reasons).chain(means.map(|found| found.range.start));
        let mut claims = vec![false; facts.claims.len()];
        for start in starts {
            if let Some(own) = claims.get_mut(index(start)) {
                *own = true;
            }
        }
        spread(unit, &mut claims, pack);
        // Only techniques are looked up in the list.
        let list = (!facts.concepts.is_empty()).then(|| listed(unit)).flatten();
        Self { effect, mechanism, mends, claims, list }
    }

    /// How a technique is used in a claim.
    pub(super) fn how(
        &self,
        unit: &Unit,
        claim: &Claim,
        concept: &ConceptUse,
        pack: &RolePack,
    ) -> Use {
        if self.list.as_ref().is_some_and(|list| list.contains(&concept.range.start)) {
            return Use::Named;
        }
        let index =
            unit.facts.claims.partition_point(|other| other.range.start < claim.range.start);
        if self.claims.get(index).copied().unwrap_or_default() {
            return Use::Engaged;
        }
        let object = claim.object.as_ref();
        let about = object.is_some_and(|object| {
            object.range.start < concept.range.end && concept.range.start < object.range.end
        });
        match claim.verb.as_ref().map(|verb| verb.entry(pack)) {
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
}

/// Lets results count for the acts they belong to.
fn spread(unit: &Unit, claims: &mut [bool], pack: &RolePack) {
    let all = &unit.facts.claims;
    let tells =
        |claim: &Claim| claim.verb.as_ref().is_none_or(|verb| verb.position == Position::Result);
    if all.iter().zip(claims.iter()).any(|(claim, shown)| *shown && tells(claim)) {
        claims.fill(true);
        return;
    }
    // `Rewrote the parser and cut its memory by half`: a result in the same sentence.
    for at in (1..all.len()).rev() {
        let result = all[at].verb.as_ref().is_some_and(|verb| verb.entry(pack).direction.is_some());
        let between = unit.text.get(all[at - 1].range.clone()).unwrap_or_default();
        if claims[at] && result && !between.contains([';', '.']) {
            claims[at - 1] = true;
        }
    }
}

/// Outcomes in words that an act or the thing itself brought about: `maintained … with zero downtime`
/// is a boast.
pub(super) fn outcomes<'a>(
    unit: &'a Unit,
    pack: &'a RolePack,
) -> impl Iterator<Item = &'a SignalUse> {
    let facts = &unit.facts;
    let listed = facts.has(Signal::Outcome).then(|| listed(unit)).flatten();
    let told = move |signal: &&SignalUse| {
        signal.signal == Signal::Outcome
            && !listed.as_ref().is_some_and(|list| list.contains(&signal.range.start))
    };
    facts.signals.iter().filter(told).filter(move |signal| {
        let next = facts.claims.partition_point(|claim| claim.range.end <= signal.range.start);
        let verb = facts.claims.get(next).and_then(|claim| claim.verb.as_ref());
        verb.is_none_or(|verb| {
            let verb = verb.entry(pack);
            verb.strength == Strength::Strong
                || verb.strength == Strength::Neutral
                    && (matches!(verb.act, Act::Change | Act::Repair)
                        || roles::is_one_of(&verb.lemma, &PLACES))
        })
    })
}

/// The line opens with the repair of a fault in particular.
fn mends(unit: &Unit, pack: &RolePack) -> bool {
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

fn is_verb(facts: &Facts, concept: &ConceptUse) -> bool {
    let next = facts.verbs.partition_point(|verb| verb.range.end <= concept.range.start);
    facts.verbs.get(next).is_some_and(|verb| {
        verb.range.start < concept.range.end
            && matches!(verb.position, Position::Opening | Position::Clause)
    })
}
