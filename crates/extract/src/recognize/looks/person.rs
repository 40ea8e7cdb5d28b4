//! Names of people.

use super::title::is_occupation;
use super::{EMPLOYER_ENDS, GIVEN_NAMES, SCHOOL_WORDS, Seen, TITLE_HEADS, TITLE_WORDS};
use crate::recognize::headings;
use crate::recognize::text::Word;

/// Small words inside names.
const PARTICLES: [&str; 30] = [
    "von", "van", "de", "der", "den", "del", "della", "di", "da", "do", "dos", "das", "du", "la",
    "le", "el", "al", "bin", "ibn", "bint", "ben", "ter", "ten", "zu", "zur", "af", "av", "y", "e",
    "st",
];

/// Titles and degrees around names.
const AFFIXES: [&str; 24] = [
    "dr", "prof", "mr", "mrs", "ms", "mx", "sir", "ing", "dipl", "phd", "md", "jr", "sr", "ii",
    "iii", "iv", "mba", "msc", "bsc", "pmp", "cpa", "esq", "pe", "eng",
];

/// Words of documents and trades that no name is made of.
const NO_NAMES: [&str; 44] = [
    "resume", "curriculum", "vitae", "cv", "page", "portfolio", "cover", "letter", "java",
    "python", "cloud", "data", "web", "react", "node", "docker", "kubernetes", "linux", "windows",
    "sql", "aws", "azure", "google", "agile", "scrum", "git", "api", "apis", "computer", "science",
    "machine", "learning", "project", "projects", "remote", "present", "english", "german",
    "french", "spanish", "united", "states", "native", "fluent",
];

/// How much the whole of `text` looks like the name of a person, 0–1. One word alone scores low.
pub(crate) fn person(text: &str) -> f32 {
    let Some(seen) = Seen::new(text) else { return 0.0 };
    if seen.words.len() > 8 || seen.words.iter().any(Word::has_digit) || !text.is_char_boundary(0) {
        return 0.0;
    }
    if text.contains(['@', ':', '/', '|', '&', '+', '%', ';', '?', '!', '_', '#']) {
        return 0.0;
    }
    let is_affix = |word: &&Word<'_>| AFFIXES.contains(&word.norm.as_str());
    let core: Vec<&Word<'_>> = seen.words.iter().filter(|word| !is_affix(word)).collect();
    let names: Vec<&&Word<'_>> =
        core.iter().filter(|word| !PARTICLES.contains(&word.norm.as_str())).collect();
    if core.is_empty() || names.is_empty() || names.len() > 5 {
        return 0.0;
    }
    if !names.iter().all(|word| {
        word.is_capitalized() || word.raw.chars().all(|c| c.is_alphabetic() && !c.is_lowercase())
    }) {
        return 0.0;
    }
    let caps =
        names.iter().filter(|word| word.is_all_caps() && word.raw.chars().count() > 2).count();
    let mut score: f32 = match names.len() {
        1 => 0.22,
        2 => 0.66,
        3 => 0.62,
        4 => 0.5,
        _ => 0.3,
    };
    // A mix of capitals and small letters is an acronym inside a phrase.
    if caps > 0
        && caps < names.iter().filter(|word| word.raw.chars().count() > 2).count()
        && names.len() > 2
    {
        score -= 0.15;
    }
    if names.iter().any(|word| GIVEN_NAMES.has(&word.norm)) {
        score += 0.22;
    }
    if names.len() < core.len() || names.iter().any(|word| word.raw.chars().count() == 1) {
        score += 0.05;
    }
    for word in &core {
        let norm = word.norm.as_str();
        let known = TITLE_HEADS.has(norm)
            || TITLE_WORDS.has(norm)
            || is_occupation(norm)
            || SCHOOL_WORDS.contains(&norm);
        let known = known || EMPLOYER_ENDS.has(norm) || NO_NAMES.contains(&norm);
        if known && !GIVEN_NAMES.has(norm) {
            score -= 0.28;
        }
    }
    let commas = text.matches(',').count();
    if commas > 0 {
        // `Doe, Jane` and `Jane Doe, PhD` are names; lists are not.
        score -= if seen.words.len() > core.len() || (commas == 1 && names.len() == 2) {
            0.12
        } else {
            0.45
        };
    }
    if text.trim_end().ends_with('.')
        && names.last().is_some_and(|word| word.raw.chars().count() > 1)
        && core.len() == seen.words.len()
    {
        score -= 0.25;
    }
    if core.len() == seen.words.len() && (super::school(text) >= 0.5 || super::degree(text) >= 0.5)
    {
        score -= 0.35;
    }
    if headings::section(text).is_some_and(|(_, sure)| sure > 0.6) {
        score -= 0.5;
    }
    if crate::recognize::place::place(text) > 0.6 {
        score -= 0.35;
    }
    (score - seen.prose()).clamp(0.0, 1.0)
}
