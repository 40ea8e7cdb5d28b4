//! `ambiguous-acronym`: letters that mean two things on an engineering page.

use std::collections::BTreeSet;

use resume::Severity;

use crate::page::Unit;
use crate::rule::{Context, Findings, Topic, declare_rule};

declare_rule! {
    /// An abbreviation of this trade has two meanings, and the page never spells it out.
    ///
    /// ## Why
    /// "IC" is the incident commander to one reader and an individual contributor to the next.
    /// Half of them take the wrong one and do not notice.
    ///
    /// ## What to do
    /// Spell it once where it first stands; after that the letters are fine.
    ///
    /// ```bullets,flagged
    /// - Led 11 incident reviews as IC of the booking platform
    /// - Ran the DR exercise of 14 ports twice a year
    /// ```
    /// ```bullets,clean
    /// - Led 11 incident reviews as incident commander (IC) of the booking platform
    /// - Ran the disaster recovery (DR) exercise of 14 ports twice a year
    /// - Cut p99 of the gRPC API on AWS from 480 ms to 92 ms
    /// - Pages at 3 PM fell from 9 to 2 a week
    /// ```
    "ambiguous-acronym", Severity::Info, Topic::Language => check
}

/// Letters with two of the meanings a reader may take.
const MEANINGS: [(&str, &str, &str); 10] = [
    ("IC", "incident commander", "individual contributor"),
    ("PM", "product manager", "project manager"),
    ("SA", "solutions architect", "system administrator"),
    ("DR", "disaster recovery", "data replication"),
    ("CR", "change request", "code review"),
    ("MR", "merge request", "map-reduce"),
    ("SE", "software engineer", "support engineer"),
    ("TL", "tech lead", "team lead"),
    ("SOD", "segregation of duties", "speed of delivery"),
    ("RM", "release manager", "resource manager"),
];

fn check(cx: &Context<'_>, findings: &mut Findings<'_>) {
    let mut told = BTreeSet::new();
    for unit in &cx.page.units {
        for word in &unit.facts.words {
            let said = &unit.text[word.start..word.end];
            let Some((letters, one, other)) = MEANINGS.iter().find(|(known, ..)| *known == said)
            else {
                continue;
            };
            let time = *letters == "PM"
                && unit.text[..word.start].trim_end().ends_with(|c: char| c.is_ascii_digit());
            if time || is_spelled(cx, letters) || !told.insert(*letters) {
                continue;
            }
            findings.add_in(
                unit,
                word.start..word.end,
                format!("{letters} may be read as {one} or as {other}"),
                format!("spell it once: \"{one} ({letters})\", if that is what it means"),
            );
        }
    }
}

/// The page says somewhere what the letters mean: `incident commander (IC)`, `IC (…)`, or the
/// words themselves.
fn is_spelled(cx: &Context<'_>, letters: &str) -> bool {
    let meanings = MEANINGS.iter().filter(|(known, ..)| *known == letters);
    let phrases = crate::wording::set(&meanings.flat_map(|(_, a, b)| [*a, *b]).collect::<Vec<_>>());
    if cx.page.units.iter().any(|unit| !phrases.find(&unit.facts.words).is_empty()) {
        return true;
    }
    let initials = |unit: &Unit| {
        let words = &unit.facts.words;
        let first = |at: usize| words.get(at).and_then(|word| word.norm.chars().next());
        let mut wanted = letters.chars().map(|c| c.to_ascii_lowercase());
        let (Some(one), Some(two)) = (wanted.next(), wanted.next()) else { return false };
        (0..words.len()).any(|at| {
            let bracket = words
                .get(at + letters.len())
                .is_some_and(|word| unit.text[word.start..word.end] == *letters);
            first(at) == Some(one) && first(at + 1) == Some(two) && bracket
        })
    };
    cx.page.units.iter().any(|unit| {
        unit.text.contains(letters)
            && (initials(unit)
                || unit
                    .text
                    .match_indices(letters)
                    .any(|(at, _)| unit.text[at + letters.len()..].starts_with(" (")))
    })
}
