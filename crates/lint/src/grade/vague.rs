//! Praise: measures that anybody can claim and nobody can check, and changes of nothing in particular.

use std::ops::Range;

use facts::{Change, Claim, Position, Specificity};

use roles::WordList;

use crate::page::Unit;

/// Measures that anybody can claim and nobody can check.
const BOASTS: WordList<27> = WordList::new([
    "performance", "efficiency", "productivity", "quality", "reliability", "scalability",
    "experience", "satisfaction", "stability", "maintainability", "engagement", "velocity",
    "readability", "effort", "interoperability", "collaboration", "agility", "usability",
    "flexibility", "transparency", "visibility", "morale", "happiness", "synergy", "robustness",
    "resilience", "innovation",
]);

/// Gerunds that lead to a boast: `, ensuring low latency and high reliability`.
const LEADS: WordList<17> = WordList::new([
    "improving", "enhancing", "increasing", "boosting", "ensuring", "enabling", "achieving",
    "driving", "delivering", "maximizing", "fostering", "promoting", "providing", "guaranteeing",
    "raising", "leading", "strengthening",
]);

/// Most words from such a gerund to what it praises.
const PRAISE: usize = 5;

/// `improving interoperability`, `achieving 100% customer satisfaction`, `enabling unlimited scalability`.
pub(super) fn praises(unit: &Unit) -> bool {
    let words = &unit.facts.words;
    words.iter().enumerate().any(|(at, word)| {
        roles::is_one_of(&word.norm, &LEADS)
            && words[at + 1..]
                .iter()
                .take(PRAISE)
                .any(|praised| roles::is_one_of(&praised.norm, &BOASTS))
    })
}

/// Words that lead to a list of qualities: `a platform with strong consistency, fault tolerance and
/// zero downtime`.
const LIST_LEADS: WordList<9> = WordList::new([
    "with", "including", "featuring", "ensuring", "providing", "offering", "supporting", "through",
    "via",
]);

/// Fewest members of such a list, and most words of one.
const FEWEST_MEMBERS: usize = 3;
const LONGEST_MEMBER: usize = 3;

/// The bytes of a list of short names behind one of [`LIST_LEADS`], up to the end of its sentence.
/// Whatever stands there is named, not shown.
pub(super) fn listed(unit: &Unit) -> Option<Range<usize>> {
    let lead = unit.facts.words.iter().find(|word| {
        roles::is_one_of(&word.norm, &LIST_LEADS) && members(unit, word.end) >= FEWEST_MEMBERS
    })?;
    let rest = unit.text.get(lead.end..)?;
    let end = rest.find([';', '.', '(', ':']).unwrap_or(rest.len());
    Some(lead.end..lead.end + end)
}

/// How many members a list has that begins at a byte; 0 when one of them is more than a name.
fn members(unit: &Unit, start: usize) -> usize {
    let rest = unit.text.get(start..).unwrap_or_default();
    let list = rest.split([';', '.', '(', ':']).next().unwrap_or_default();
    let mut members = 0;
    for member in list.split(',').flat_map(|part| part.split(" and ")) {
        let words = member.split_whitespace().count();
        let is_name = words <= LONGEST_MEMBER && !member.contains(|c: char| c.is_ascii_digit());
        match (words, is_name) {
            (0, _) => {}
            (_, true) => members += 1,
            // What follows the list is no member of it.
            (_, false) if members >= FEWEST_MEMBERS => break,
            (_, false) => return 0,
        }
    }
    members
}

/// A change of nothing in particular, whatever the rest of the line is about: `… and increased code
/// coverage to 90%`, `… to improve performance by 50%`.
pub(super) fn is_vague(unit: &Unit, claim: &Claim, change: &Change) -> bool {
    let words = &unit.facts.words;
    let next = words.partition_point(|word| word.end <= change.range.start);
    let is_boast = |word: &roles::Word| roles::is_one_of(&word.norm, &BOASTS);
    let before =
        words[..next].iter().rev().find(|word| !matches!(&*word.norm, "by" | "to" | "over"));
    let boast =
        before.is_some_and(is_boast) || boasted_after(unit, change) || boasted_of(unit, change);
    let generic =
        claim.object.as_ref().is_some_and(|object| object.specificity == Specificity::Generic);
    let acts = claim.verb.as_ref().is_some_and(|verb| verb.position == Position::Clause);
    let bare =
        acts && change.delta.is_some() && claim.object.is_none() && is_bare(unit, claim, change);
    boast && !change.has_both_ends() || generic && acts || bare
}

/// `… and reduced costs by 70%`: a measure of nothing right after its verb.
fn is_bare(unit: &Unit, claim: &Claim, change: &Change) -> bool {
    let Some(verb) = &claim.verb else { return false };
    let words = &unit.facts.words;
    let first = words.partition_point(|word| word.start < verb.range.end);
    let last = words.partition_point(|word| word.end <= change.range.start);
    let mut between = words.get(first..last.max(first)).unwrap_or_default().iter();
    let measure = between.next();
    measure.is_some_and(|word| {
        matches!(&*word.norm, "costs" | "cost" | "overhead" | "load" | "effort" | "time")
    }) && between.all(|word| matches!(&*word.norm, "by" | "over" | "about" | "up" | "to"))
}

/// `50% better efficiency`, `3x scalability`, `30% lower load`: the measure follows the figure.
fn boasted_after(unit: &Unit, change: &Change) -> bool {
    let words = &unit.facts.words;
    let first = words.partition_point(|word| word.start < change.range.end);
    let compares = |word: &&roles::Word| {
        matches!(
            &*word.norm,
            "better"
                | "higher"
                | "lower"
                | "more"
                | "less"
                | "improved"
                | "increased"
                | "reduced"
                | "greater"
                | "faster"
                | "overall"
                | "improvement"
                | "increase"
                | "gain"
                | "gains"
                | "boost"
                | "reduction"
                | "in"
                | "of"
                | "system"
                | "team"
                | "developer"
                | "user"
                | "customer"
        )
    };
    let skipped = words[first..].iter().take(4).take_while(compares).count();
    let Some(measure) = words.get(first + skipped) else { return false };
    // `load of the replica` names whose load it is.
    let of = words.get(first + skipped + 1).is_some_and(|word| word.norm == "of");
    let plain = matches!(&*measure.norm, "load" | "speed" | "uptime" | "agility" | "roi");
    roles::is_one_of(&measure.norm, &BOASTS) || plain && !of
}

/// `improved the performance of position keeping by 900%`: the measure is what the verb acts on.
fn boasted_of(unit: &Unit, change: &Change) -> bool {
    let facts = &unit.facts;
    let verb = facts.verbs.partition_point(|verb| verb.range.end <= change.range.start);
    let Some(verb) = verb.checked_sub(1).map(|last| &facts.verbs[last]) else { return false };
    let words = &facts.words;
    let first = words.partition_point(|word| word.start < verb.range.end);
    let last = words.partition_point(|word| word.end <= change.range.start);
    let between = words.get(first..last.max(first)).unwrap_or_default();
    let measure = between.iter().take(5).position(|word| roles::is_one_of(&word.norm, &BOASTS));
    measure.is_some_and(|at| between.get(at + 1).is_some_and(|word| word.norm == "of"))
}
