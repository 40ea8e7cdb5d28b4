//! `unexplained-name`: an internal name that only colleagues know.

use std::ops::Range;

use facts::Signal;
use resume::Severity;
use roles::{RolePack, Word, words};

use crate::page::Unit;
use crate::rule::{Context, Findings, Topic, declare_rule};

declare_rule! {
    /// A bullet is about a thing that only its internal name describes.
    ///
    /// ## Why
    /// "Rebuilt Falcon" means nothing outside the company, so all that follows hangs in the air.
    ///
    /// ## What to do
    /// Add three words: "Falcon (dispatch scheduler)". Once on the page is enough; or use the
    /// words and drop the name.
    ///
    /// ```bullets,flagged
    /// - Rebuilt Falcon
    /// - Rewrote Falcon in Go for 14 depots
    /// ```
    /// ```bullets,clean
    /// - Rebuilt Falcon (dispatch scheduler)
    /// - Rebuilt Falcon, the dispatch scheduler of 14 depots
    /// - Rewrote the Falcon scheduler in Go for 14 depots
    /// - Tuned PostgreSQL for 14 depots
    /// - Rewrote Python bindings of the tile renderer
    /// - Introduced Wednesday reviews of slow queries
    /// - Automated Testcases with a harness in Go
    /// - Led Manual and automated checks of 14 depots
    /// ```
    /// ```bullets,clean
    /// - Built Falcon, the dispatch scheduler of 14 depots
    /// - Rewrote Falcon in Go
    /// ```
    "unexplained-name", Severity::Info, Topic::Scope => check
}

fn check(cx: &Context<'_>, findings: &mut Findings<'_>) {
    let projects = cx.resume.projects.iter().filter_map(|project| project.name.as_deref());
    let employers = cx.resume.work.iter().filter_map(|role| role.name.as_deref());
    let known: Vec<Word> = projects.chain(employers).flat_map(words).collect();
    let mut told: Vec<&str> = Vec::new();
    for unit in cx.bullets() {
        let Some(range) = bare_name(unit, cx.pack) else { continue };
        let name = unit.said(&range);
        let folded = roles::fold(name);
        let listed = known.iter().any(|word| word.norm == folded);
        if listed || told.contains(&name) || is_explained(cx, unit, name) {
            continue;
        }
        told.push(name);
        findings.add_in(
            unit,
            range.clone(),
            format!("\"{name}\" says nothing to a reader from outside"),
            format!("add what it is: \"{name} (dispatch scheduler)\", for example"),
        );
    }
}

/// The object of the first verb when it is one capitalized word that nothing describes.
fn bare_name(unit: &Unit, pack: &RolePack) -> Option<Range<usize>> {
    let facts = &unit.facts;
    let claim = facts.claims.first()?;
    let verb = claim.verb.as_ref()?;
    let object = claim.object.as_ref()?;
    let words = unit.words_in(&object.range);
    let [word] = words else { return None };
    let name = unit.said(&(word.start..word.end));
    let capital = name.starts_with(|c: char| c.is_uppercase())
        && name.chars().skip(1).all(char::is_lowercase)
        && name.chars().count() > 3;
    // Right after the verb: `the Falcon scheduler` and `tests for Falcon` say more.
    let direct = unit.words_in(&(verb.range.end..word.start)).is_empty();
    let next = unit.words_in(&(word.end..unit.text.len())).first();
    let described = next.is_some_and(|next| {
        let gap = unit.said(&(word.end..next.start));
        // A noun after it, an apposition, or a bracket.
        gap.trim() != "" || !crate::reading::ends_phrase(next)
    });
    let known = facts
        .skills
        .iter()
        .any(|mention| mention.range.start <= word.start && word.end <= mention.range.end)
        || facts.concepts.iter().any(|concept| concept.range.contains(&word.start))
        || facts.has(Signal::Proof)
        || facts.things.len() > 1;
    (capital && direct && !described && !known && !is_english(word, pack))
        .then_some(word.start..word.end)
}

/// Endings of English nouns, adjectives and verbs, which few products have.
const ENDINGS: [&str; 13] = [
    "tion", "tions", "sion", "ment", "ments", "ness", "ance", "ence", "ated", "ized", "cases",
    "ities", "ual",
];

/// A capitalized word of everyday English, as some people write all nouns.
fn is_english(word: &Word, pack: &RolePack) -> bool {
    let one = std::slice::from_ref(word);
    pack.verb_forms.opens(one).is_some()
        || pack.objects.generic_heads.opens(one).is_some()
        || pack.objects.generic_modifiers.opens(one).is_some()
        || pack.lists.soft_skills.opens(one).is_some()
        || ENDINGS.iter().any(|ending| word.norm.ends_with(ending))
}

/// Another line says what it is: `Falcon, the dispatch scheduler`, `Falcon (…)`, `the Falcon queue`.
fn is_explained(cx: &Context<'_>, unit: &Unit, name: &str) -> bool {
    cx.page.units.iter().filter(|other| other.path != unit.path).any(|other| {
        other.text.match_indices(name).any(|(at, _)| {
            let after = &other.text[at + name.len()..];
            after.starts_with(',')
                || after.starts_with(" (")
                || after.starts_with(':')
                || after.strip_prefix(' ').is_some_and(|rest| {
                    words(rest).first().is_some_and(|word| !crate::reading::ends_phrase(word))
                })
        })
    })
}
