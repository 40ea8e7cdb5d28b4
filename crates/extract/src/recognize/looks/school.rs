//! Names of schools.

use super::{SCHOOL_WORDS, SCHOOLS, Seen};
use crate::recognize::memory::{Asked, remembered};
use crate::recognize::text::{Word, words};

/// Words that say school in part of the cases only.
const MAYBE: [&str; 14] = [
    "institute", "institut", "academy", "faculty", "school", "academia", "akademie", "training",
    "centre", "center", "bootcamp", "department", "polytechnic", "education",
];

/// True for a folded noun of schools.
pub(crate) fn is_school_word(norm: &str) -> bool {
    SCHOOL_WORDS.contains(&norm)
}

/// True when the whole of `text` is a school's short name.
pub(crate) fn is_known_school(text: &str) -> bool {
    SCHOOLS.is(&words(text))
}

/// How much the whole of `text` looks like the name of a school, 0–1.
pub(crate) fn school(text: &str) -> f32 {
    remembered(Asked::School, text, scored)
}

fn scored(text: &str) -> f32 {
    let Some(seen) = Seen::new(text) else { return 0.0 };
    let words = &seen.words;
    if words.len() > 18 {
        return 0.0;
    }
    let mut score: f32 = 0.0;
    for (at, word) in words.iter().enumerate() {
        let norm = word.norm.as_str();
        // `universityofoslo`, `Technische Universität`: also inside longer words.
        let sure = (SCHOOL_WORDS.contains(&norm) && !MAYBE.contains(&norm))
            || (norm.len() > 12 && (norm.contains("universit") || norm.contains("hochschul")))
            || (norm.len() > 8 && norm.starts_with("univer"));
        let strength: f32 = if sure {
            0.75
        } else if SCHOOL_WORDS.contains(&norm) || norm == "schools" {
            0.62
        } else {
            continue;
        };
        let named = word.is_capitalized() && words.len() > 1;
        // `University of Oslo`, `Oslo University`: another name beside it.
        let neighbor =
            words.iter().enumerate().any(|(other, word)| other != at && word.is_capitalized());
        let value = match (named, neighbor) {
            (true, true) => strength + 0.15,
            (true, false) => strength - 0.1,
            (false, true) => strength - 0.2,
            (false, false) => strength - 0.45,
        };
        score = score.max(value);
    }
    if SCHOOLS.is(words) {
        score = score.max(0.9);
    } else if (0..words.len()).any(|at| {
        let count = SCHOOLS.at(words, at);
        let large = words[at].is_all_caps() || count > 1 || words[at].raw.len() > 5;
        count > 0 && large && words[at].is_capitalized() && words.len() <= count + 4
    }) {
        score = score.max(0.55);
    } else if score == 0.0 && is_unknown_acronym(words) {
        score = 0.2;
    }
    if seen.has(&["high", "secondary", "grammar", "elementary", "business", "technical", "tech"])
        && score > 0.5
    {
        score += 0.05;
    }
    // A school that is a job: `School Teacher`, `University Relations Manager`.
    if words.len() <= 5 && super::title(text) > 0.6 {
        score -= 0.45;
    }
    // `High School Diploma`
    let last = words.last().map_or("", |word| word.norm.as_str());
    if words.len() <= 5 && !SCHOOL_WORDS.contains(&last) && super::degree(text) >= 0.6 {
        score -= 0.4;
    }
    if text.contains(['@', '%', '$']) {
        score -= 0.3;
    }
    (score - seen.prose()).clamp(0.0, 1.0)
}

fn is_unknown_acronym(words: &[Word<'_>]) -> bool {
    matches!(words, [only] if only.is_all_caps() && (3..=6).contains(&only.raw.len()))
}
