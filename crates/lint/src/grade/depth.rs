//! Depth: mechanism, data, consistency, operations; judgement.

use std::borrow::Cow;
use std::rc::Rc;

use facts::{ConceptUse, Signal};
use resume::Stage;
use roles::{Category, RolePack};

use super::credit::{Book, ClaimFacts, Credit, Ledger, claims};
use crate::page::Proof;

/// Most concepts one claim can give.
const CONCEPTS_PER_CLAIM: usize = 2;

/// A technique without a name we know, in facts.
const UNNAMED: f64 = 0.5;

/// Categories of products that keep or move state.
const STATEFUL: [Category; 2] = [Category::Database, Category::Queue];

/// Books the credits of D1–D5.
pub(super) fn credit<'a>(book: &mut Book<'_, 'a>, pack: &'a RolePack) {
    let unit = book.unit;
    for facts in claims(unit) {
        if !facts.claim.is_substantial(pack) {
            continue;
        }
        techniques(book, &facts, pack);
        stateful_products(book, &facts, pack);
    }
    operations(book, pack);
    proof(book, pack);
}

fn concepts_in<'a>(book: &Book<'_, 'a>, facts: &ClaimFacts<'_>) -> Vec<&'a ConceptUse> {
    let range = &facts.claim.range;
    let all = book.unit.facts.concepts.iter();
    all.filter(|concept| concept.range.start >= range.start && concept.range.start < range.end)
        .collect()
}

/// D1: techniques. D2: how state is kept. D3: patterns shipped, one a claim.
fn techniques<'a>(book: &mut Book<'_, 'a>, facts: &ClaimFacts<'_>, pack: &'a RolePack) {
    let concepts = concepts_in(book, facts);
    let unit = book.unit;
    let shown = Rc::clone(&book.shown);
    let used = |concept: &ConceptUse| shown.how(unit, facts.claim, concept, pack);
    for concept in concepts.iter().take(CONCEPTS_PER_CLAIM) {
        let amount = used(concept).technique();
        book.add("D1", concept.entry(pack).id.as_str(), amount, &concept.range);
    }
    if concepts.is_empty() {
        unnamed_technique(book, facts);
    }
    for criterion in ["D2", "D3"] {
        let counts = |concept: &&&ConceptUse| {
            concept.entry(pack).counts.iter().any(|counted| counted == criterion)
        };
        if let Some(concept) = concepts.iter().find(counts) {
            let amount = used(concept).pattern();
            book.add(criterion, concept.entry(pack).id.as_str(), amount, &concept.range);
        }
    }
}

/// D1: a mechanism that had an effect is an engineering idea, whether or not we know its name.
fn unnamed_technique(book: &mut Book<'_, '_>, facts: &ClaimFacts<'_>) {
    let unit = book.unit;
    let range = &facts.claim.range;
    let mechanism = unit.facts.mechanisms.iter().find(|mechanism| {
        mechanism.concrete
            && !mechanism.loose
            && mechanism.range.start >= range.start
            && mechanism.range.start < range.end
    });
    if let Some(mechanism) = mechanism.filter(|_| book.shown.effect) {
        let words = roles::fold(&unit.text[mechanism.range.clone()]);
        book.add("D1", words, UNNAMED, &mechanism.range);
    }
}

/// D2: a database or queue used in a claim, half a fact in all.
fn stateful_products(book: &mut Book<'_, '_>, facts: &ClaimFacts<'_>, pack: &RolePack) {
    let range = &facts.claim.range;
    let product = book.unit.facts.skills.iter().find(|mention| {
        mention.range.start >= range.start
            && mention.range.end <= range.end
            && STATEFUL.contains(&pack.vocabulary.skill(mention.skill).category)
    });
    if let Some(mention) = product {
        let range = mention.range.clone();
        book.add("D2", "product", 0.5, &range);
    }
}

/// D4: running the thing, with a count or an effect. Attendance is not operations.
fn operations<'a>(book: &mut Book<'_, 'a>, pack: &'a RolePack) {
    let unit = book.unit;
    let facts = &unit.facts;
    let measured = facts.measured().next().is_some() || book.shown.effect;
    let works = |verb: &facts::VerbUse| {
        let verb = verb.entry(pack);
        !matches!(verb.strength, roles::Strength::Weak) && verb.act != roles::Act::Attend
    };
    let told = |claim: &facts::Claim| claim.verb.is_none() && claim.is_substantial(pack);
    let acts =
        facts.claims.iter().any(|claim| claim.verb.as_ref().is_some_and(works) || told(claim));
    let is_list = facts.claims.iter().any(|claim| claim.is_list);
    if !measured || !acts || is_list || facts.has(Signal::Attendance) {
        return;
    }
    let concept = facts
        .concepts
        .iter()
        .find(|concept| concept.entry(pack).counts.iter().any(|criterion| criterion == "D4"));
    let signal = facts.signals.iter().find(|signal| signal.signal == Signal::Operations);
    if let Some(concept) = concept {
        book.add("D4", concept.entry(pack).id.as_str(), 1.0, &concept.range);
    } else if let Some(signal) = signal {
        book.add("D4", roles::fold(&unit.text[signal.range.clone()]), 1.0, &signal.range);
    }
}

/// D5: what others can check. At junior, tests count too.
fn proof(book: &mut Book<'_, '_>, pack: &RolePack) {
    let unit = book.unit;
    let facts = &unit.facts;
    let particular =
        facts.is_substantial(pack) || !facts.skills.is_empty() || !facts.things.is_empty();
    if !particular {
        return;
    }
    if let Some(signal) = facts.signals.iter().find(|signal| signal.signal == Signal::Proof) {
        book.add("D5", roles::fold(&unit.text[signal.range.clone()]), 1.0, &signal.range);
    }
    if let Some(signal) = facts.signals.iter().find(|signal| signal.signal == Signal::Testing) {
        let key = roles::fold(&unit.text[signal.range.clone()]);
        book.add_at("D5", key, 1.0, &signal.range, Some(Stage::Junior));
    }
}

/// D5: publications and talks with a venue and a date.
pub(super) fn credit_proofs<'a>(ledger: &mut Ledger<'a>, proofs: &'a [Proof]) {
    for proof in proofs {
        ledger.add(
            "D5",
            Credit {
                key: roles::fold(&proof.title).into(),
                amount: 1.0,
                only: None,
                path: Cow::Owned(proof.path.key("name")),
                range: 0..proof.title.len(),
                text: proof.title.as_str().into(),
            },
        );
    }
}
