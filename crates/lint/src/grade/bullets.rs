//! Each bullet on its own: how much of a complete claim it is.
//!
//! A page grade counts facts over the page; this score helps to see which line to work on. It
//! orders evidence as a panel does: both ends under load, both ends, the end alone, a relative
//! change with its base, a relative change, an adjective.

use facts::{Change, ConceptUse, Signal, Specificity};
use resume::{Axes, BulletGrade, CreditedFact};
use roles::{Act, RolePack, Strength};

use super::credit::claims;
use super::engaged::{PLACES, Shown, Use, outcomes};
use super::evidence::{has_denominator, held_level, is_consistent};
use super::scope::is_scale;
use super::vague::{is_vague, praises};
use crate::page::{Page, Unit};

/// Shares of the axes in a bullet's score; evidence is what a panel asks for first.
const SHARES: Axes = Axes { scope: 0.35, evidence: 0.4, depth: 0.25 };

/// Most techniques of one bullet that are looked at.
const MOST_CONCEPTS: usize = 24;

/// Grades every bullet of the page.
pub(crate) fn grade(page: &Page, pack: &RolePack) -> Vec<BulletGrade> {
    page.units.iter().filter(|unit| unit.part.is_bullet()).map(|unit| bullet(unit, pack)).collect()
}

/// Grades one text by itself, as if it were a bullet.
pub(crate) fn bullet(unit: &Unit, pack: &RolePack) -> BulletGrade {
    let facts = &unit.facts;
    let shown = Shown::of(unit, pack);
    let substantial = facts.is_substantial(pack);
    // `Mentored 4 graduates`: people are what such work is about.
    let grows = facts.people().next().is_some()
        && facts
            .claims
            .iter()
            .any(|claim| claim.verb.as_ref().is_some_and(|verb| verb.entry(pack).act == Act::Grow));
    let substantial = substantial || grows;
    let is_list = facts.claims.iter().any(|claim| claim.is_list);
    let is_duty = facts.claims.first().is_some_and(|claim| claim.is_duty);
    let hides_part = facts
        .claims
        .first()
        .and_then(|claim| claim.verb.as_ref())
        .is_some_and(|verb| verb.entry(pack).strength == Strength::Weak);
    let factor = if hides_part || is_list || is_duty { 0.5 } else { 1.0 };
    let axes = Axes {
        scope: round(factor * scope(unit, &shown, substantial, grows, pack)),
        evidence: round(factor * evidence(unit, &shown, substantial, pack)),
        depth: round(factor * depth(unit, &shown, substantial, pack)),
    };
    let score =
        SHARES.scope * axes.scope + SHARES.evidence * axes.evidence + SHARES.depth * axes.depth;
    BulletGrade {
        path: unit.path.clone(),
        text: unit.text.clone(),
        score: round(score),
        axes,
        facts: credited(unit, pack),
    }
}

fn round(points: f64) -> f64 {
    (points.clamp(0.0, 100.0) * 10.0).round() / 10.0
}

/// Share of an act, and of the size of its thing, where the line tells neither how, nor why, nor
/// what came of it.
const QUIET_ACT: f64 = 0.7;
const QUIET_SIZE: f64 = 0.45;

/// Share that is left of a line that tells nothing but praises.
const BOAST: f64 = 0.75;

fn scope(unit: &Unit, shown: &Shown, substantial: bool, grows: bool, pack: &RolePack) -> f64 {
    let facts = &unit.facts;
    let object = facts.claims.iter().filter_map(|claim| claim.object.as_ref());
    let specific = object.clone().any(|object| object.specificity == Specificity::Specific);
    let named = if specific {
        45.0
    } else if object.clone().next().is_some() {
        10.0
    } else {
        0.0
    };
    let strong = facts.claims.iter().any(|claim| {
        claim.verb.as_ref().is_some_and(|verb| verb.entry(pack).strength == Strength::Strong)
    });
    let tells = shown.effect || !facts.reasons.is_empty();
    let own = match substantial {
        true if strong => 20.0,
        // `Seat holds expire by themselves, which …`: a sentence about one's thing.
        // `Gave each bid a number`: plain words for an act.
        true if tells
            && facts.claims.first().is_some_and(|claim| {
                claim
                    .verb
                    .as_ref()
                    .is_none_or(|verb| roles::is_one_of(&verb.entry(pack).lemma, &PLACES))
            }) =>
        {
            20.0
        }
        _ => 0.0,
    };
    let scales = facts.measured().filter(|quantity| is_scale(quantity)).count();
    let size = match scales {
        0 => 0.0,
        1 => 20.0,
        _ => 28.0,
    };
    let people = if facts.people().next().is_some() { 15.0 } else { 0.0 };
    // How big a thing was says less where nothing is said about it.
    let quiet = !(tells || shown.mechanism || grows || facts.has(Signal::Production));
    if quiet {
        let (act, size) = (QUIET_ACT * own, QUIET_SIZE * (size + people));
        let boast = if boasts(unit, pack) { BOAST } else { 1.0 };
        return boast * (named + act + if substantial { size } else { 0.2 * size });
    }
    let size = size + people;
    named + own + if substantial { size } else { 0.2 * size }
}

/// `Ensured the smooth running of …`, `…, driving significant improvements`: nothing told but praise.
fn boasts(unit: &Unit, pack: &RolePack) -> bool {
    let facts = &unit.facts;
    let inflated = facts.claims.first().and_then(|claim| claim.verb.as_ref());
    inflated.is_some_and(|verb| verb.entry(pack).strength == Strength::Inflated)
        || !pack.lists.vague_changes.find(&facts.words).is_empty()
        || !pack.lists.buzzwords.find(&facts.words).is_empty()
        || praises(unit)
}

fn evidence(unit: &Unit, shown: &Shown, substantial: bool, pack: &RolePack) -> f64 {
    let facts = &unit.facts;
    let load = has_denominator(unit);
    let best = claims(unit)
        .iter()
        .flat_map(|claim| {
            // `… and increased code coverage to 90%`: the figure is about nothing in particular.
            claim.changes.iter().map(move |change| {
                if is_consistent(unit, claim, change, pack) {
                    change_points(change, load)
                        * if is_vague(unit, claim.claim, change) { 0.3 } else { 1.0 }
                } else {
                    0.0
                }
            })
        })
        .fold(0.0, f64::max);
    let held = if held_level(unit).is_some() { 40.0 + if load { 10.0 } else { 0.0 } } else { 0.0 };
    // An outcome in words is worth what a worded pair of ends is, without the ends.
    let outcome = if outcomes(unit, pack).next().is_some() { 48.0 } else { 0.0 };
    let more = if best > 0.0 && outcome > 0.0 { 8.0 } else { 0.0 };
    let mended = best == 0.0 && outcome == 0.0 && shown.mends;
    let mended = if mended && shown.mechanism { 30.0 } else { 0.0 };
    let best = best.max(held).max(outcome).max(mended) + more;
    let best = if substantial { best } else { 0.2 * best };
    let how = if shown.mechanism && substantial { 22.0 } else { 0.0 };
    let follows = if substantial && how == 0.0 && !facts.reasons.is_empty() { 12.0 } else { 0.0 };
    let checkable =
        facts.has(Signal::Production) || facts.has(Signal::Proof) || !facts.checks.is_empty();
    let shown = if checkable && substantial { 18.0 } else { 0.0 };
    let counted =
        if best == 0.0 && substantial && facts.measured().next().is_some() { 12.0 } else { 0.0 };
    best + how + follows + shown + counted
}

fn change_points(change: &Change, load: bool) -> f64 {
    let percentile = if change.percentile.is_some() { 6.0 } else { 0.0 };
    let base = if change.has_both_ends() {
        if change.is_worded() { 42.0 } else { 62.0 }
    } else if change.after.is_some() {
        48.0
    } else {
        30.0
    };
    base + percentile + if load { 10.0 } else { 0.0 }
}

/// Points for the first, second and third technique of a bullet.
const TECHNIQUES: [f64; 3] = [45.0, 23.0, 10.0];

/// A way of doing it that has no name, at best.
const UNNAMED: f64 = 30.0;

fn depth(unit: &Unit, shown: &Shown, substantial: bool, pack: &RolePack) -> f64 {
    if !substantial {
        return 0.0;
    }
    let facts = &unit.facts;
    let claims = claims(unit);
    let use_of = |concept: &ConceptUse| {
        let claim = claims.iter().find(|claim| claim.claim.range.contains(&concept.range.start));
        claim.map_or(Use::Named, |claim| shown.how(unit, claim.claim, concept, pack))
    };
    let mut uses: Vec<Use> = facts.concepts.iter().take(MOST_CONCEPTS).map(use_of).collect();
    uses.sort_by(|a, b| b.technique().total_cmp(&a.technique()));
    let techniques: f64 =
        uses.iter().zip(TECHNIQUES).map(|(used, points)| points * used.technique()).sum();
    // A way of doing it that had an effect is deep, whether or not we know its name.
    let unnamed = match techniques < UNNAMED {
        true if shown.effect && shown.mechanism => UNNAMED,
        true if !facts.reasons.is_empty() || shown.mechanism => 20.0,
        _ => 0.0,
    };
    let best = |criteria: &[&str]| {
        let counting = facts.concepts.iter().take(MOST_CONCEPTS).filter(|concept| {
            concept.entry(pack).counts.iter().any(|found| criteria.contains(&found.as_str()))
        });
        counting.map(|concept| use_of(concept).pattern()).fold(0.0, f64::max)
    };
    let state = 14.0 * best(&["D2", "D3"]);
    let operates = if facts.has(Signal::Operations) { 8.0 } else { 8.0 * best(&["D4"]) };
    let told = shown.effect || !facts.reasons.is_empty();
    let product = if facts.skills.is_empty() {
        0.0
    } else if told {
        12.0
    } else {
        6.0
    };
    techniques.max(unnamed) + state + operates + product
}

/// What was read from the bullet, in reading order.
fn credited(unit: &Unit, pack: &RolePack) -> Vec<CreditedFact> {
    let facts = &unit.facts;
    let mut list = Vec::new();
    let mut push = |kind: String, range: &std::ops::Range<usize>| {
        list.push(CreditedFact {
            kind,
            text: unit.text.get(range.clone()).unwrap_or_default().to_owned(),
            start: range.start,
            end: range.end,
        });
    };
    for claim in &facts.claims {
        if let Some(verb) = &claim.verb {
            push("verb".to_owned(), &verb.range);
        }
        if let Some(object) = &claim.object {
            let specific = object.specificity == Specificity::Specific;
            push(if specific { "object" } else { "generic-object" }.to_owned(), &object.range);
        }
    }
    for change in &facts.changes {
        push("change".to_owned(), &change.range);
    }
    for quantity in facts.measured().filter(|quantity| is_scale(quantity)) {
        push("scale".to_owned(), &quantity.range);
    }
    for people in facts.people() {
        push("reach".to_owned(), &people.range);
    }
    for mechanism in facts.mechanisms.iter().filter(|mechanism| mechanism.concrete) {
        push("mechanism".to_owned(), &mechanism.range);
    }
    for concept in &facts.concepts {
        push(["concept:", &concept.entry(pack).id].concat(), &concept.range);
    }
    for skill in &facts.skills {
        push(["skill:", &pack.vocabulary.skill(skill.skill).id].concat(), &skill.range);
    }
    for signal in &facts.signals {
        push(signal.signal.as_str().to_owned(), &signal.range);
    }
    list.sort_by(|a, b| (a.start, a.end, &a.kind).cmp(&(b.start, b.end, &b.kind)));
    list
}
