//! How much the whole of a short text looks like a title, an employer, a school, a degree or the
//! name of a person: scores from 0 to 1 that are made of features, with the words as data.
//!
//! A score does not know what stands around the text. From .5 on a text looks like the thing;
//! below .3 nothing speaks for it.

mod degree;
mod employer;
mod grade;
mod person;
mod school;
mod title;

use std::sync::LazyLock;

pub(crate) use degree::{
    DegreeParts, degree, degree_end, degree_parts, is_subject, is_weak_degree,
};
pub(crate) use employer::{employer, is_firm_end, is_known_employer, is_legal_form};
pub(crate) use grade::grade;
pub(crate) use person::person;
pub(crate) use school::{is_known_school, is_school_word, school};
pub(crate) use title::{is_occupation, is_title_head, is_title_word, title, title_head};

use super::text::{List, Word, words};

/// Words of a text and what tells a label from a sentence.
struct Seen<'a> {
    text: &'a str,
    words: Vec<Word<'a>>,
}

impl<'a> Seen<'a> {
    /// `None` for texts that are too long for a label, or without words.
    fn new(text: &'a str) -> Option<Self> {
        let text = text
            .trim()
            .trim_matches(|c: char| matches!(c, '•' | '*' | '|' | ',' | ';' | '·' | '–' | '—'));
        let text = text.trim();
        if text.len() > 200 {
            return None;
        }
        let words = words(text);
        (!words.is_empty() && words.len() <= 24).then_some(Self { text, words })
    }

    fn count(&self, list: &List) -> usize {
        self.words.iter().filter(|word| list.has(&word.norm)).count()
    }

    fn has(&self, list: &[&str]) -> bool {
        self.words.iter().any(|word| list.contains(&word.norm.as_str()))
    }

    /// A few words that are all written large.
    fn is_title_case(&self) -> bool {
        let small = ["of", "and", "the", "for", "in", "de", "et"];
        let large = |word: &Word<'_>| word.is_capitalized() || small.contains(&word.norm.as_str());
        self.words.len() <= 5 && self.words.iter().all(large)
    }

    /// How much the text reads as a sentence, 0–1.
    fn prose(&self) -> f32 {
        let mut prose: f32 = 0.0;
        let small = self
            .words
            .iter()
            .filter(|word| FUNCTION_WORDS.contains(&word.norm.as_str()) && !word.is_all_caps());
        prose += 0.25 * small.count() as f32;
        if self.text.ends_with('.') && self.words.len() > 4 {
            prose += 0.35;
        }
        if self.words.len() > 9 {
            prose += 0.06 * (self.words.len() - 9) as f32;
        }
        if let Some(first) = self.words.first()
            && begins_sentence(&first.norm)
            && self.words.len() > 2
            && !self.is_title_case()
        {
            prose += 0.6;
        }
        prose.min(1.0)
    }
}

/// Words of sentences that labels hardly contain.
const FUNCTION_WORDS: [&str; 58] = [
    "the", "was", "were", "is", "are", "be", "been", "being", "has", "have", "had", "with",
    "which", "that", "who", "this", "these", "those", "their", "its", "my", "our", "your", "i",
    "we", "they", "he", "she", "by", "from", "into", "using", "through", "while", "when", "where",
    "as", "also", "will", "would", "can", "could", "such", "than", "more", "all", "any", "both",
    "each", "including", "within", "between", "during", "about", "per", "via", "across", "so",
];

/// Verbs that begin a line of a resume, by the endings of past and `-ing` forms and a list.
pub(crate) fn begins_sentence(word: &str) -> bool {
    const VERBS: [&str; 50] = [
        "built", "led", "wrote", "ran", "made", "drove", "cut", "grew", "took", "won", "taught",
        "held", "oversaw", "set", "put", "kept", "sold", "brought", "gave", "got", "did", "work",
        "worked", "develop", "manage", "provide", "ensure", "maintain", "create", "perform",
        "assist", "design", "implement", "support", "write", "help", "build", "conduct", "prepare",
        "coordinate", "responsible", "ability", "able", "strong", "excellent", "seeking",
        "proficient", "familiar", "to", "knowledge",
    ];
    const NOUNS: [&str; 24] = [
        "embedded", "distributed", "certified", "licensed", "registered", "managing",
        "engineering", "marketing", "manufacturing", "training", "networking", "programming",
        "accounting", "nursing", "building", "testing", "purchasing", "publishing", "consulting",
        "acting", "founding", "limited", "united", "advertising",
    ];
    let ending = word.len() > 5 && (word.ends_with("ed") || word.ends_with("ing"));
    (ending && !NOUNS.contains(&word)) || VERBS.contains(&word)
}

macro_rules! lists {
    ($($(#[$doc:meta])* $name:ident: $file:literal;)*) => {
        $($(#[$doc])* static $name: LazyLock<List> = LazyLock::new(|| List::new(include_str!(concat!("../data/", $file))));)*
    };
}

lists! {
    TITLE_HEADS: "title-heads.txt";
    TITLE_WORDS: "title-words.txt";
    OCCUPATIONS: "occupations.txt";
    EMPLOYER_ENDS: "employer-ends.txt";
    EMPLOYERS: "employers.txt";
    SCHOOLS: "schools.txt";
    GIVEN_NAMES: "given-names.txt";
}

/// Words that tell a school wherever they stand.
const SCHOOL_WORDS: [&str; 48] = [
    "university", "universities", "univ", "college", "institute", "institut", "instituto",
    "istituto", "school", "academy", "universitat", "universite", "universita", "universidad",
    "universidade", "universiteit", "universitet", "universitetet", "uniwersytet", "univerzita",
    "univerzitet", "hochschule", "fachhochschule", "gymnasium", "lycee", "liceo", "ecole",
    "escuela", "escola", "scuola", "colegio", "colegiul", "facultad", "faculty", "faculte",
    "facolta", "polytechnic", "polytechnique", "politecnico", "politecnica", "politechnika",
    "polytechnio", "bootcamp", "conservatory", "seminary", "akademie", "academia", "hogeschool",
];

#[cfg(test)]
mod measured;
#[cfg(test)]
mod tests;
