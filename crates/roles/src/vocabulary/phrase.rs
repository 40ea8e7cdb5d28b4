//! How far a name goes in running text: its version, and the nouns that make it a phrase.
//!
//! `PHP 7.4` is written with its version, `cloud security technologies` and `modern C++` are what
//! an ad asks for as a whole, and in `DevOps engineer` a person is named and no practice.

use std::borrow::Cow;
use std::ops::Range;

use super::context::{has, skip_version};
use super::{Category, Mention, Skill, Term, Text, Vocabulary};

/// Nouns after a name that go with it: at most this many.
const HEADS: usize = 2;

/// Words after a number that make it a count and no version: `Java 5 years`.
const UNITS: [&str; 12] = [
    "year", "years", "yr", "yrs", "month", "months", "day", "days", "week", "weeks", "people",
    "times",
];

/// Words that decide how far a phrase goes; each list sorted.
#[derive(Clone, Debug, Default)]
pub(crate) struct Phrases {
    /// Nouns that go with any name before them: `technologies`.
    pub(crate) heads: Cow<'static, [Text]>,
    /// Nouns that go with a common noun before them: `practices`.
    pub(crate) common_heads: Cow<'static, [Text]>,
    /// Words that go with the phrase after them: `modern`.
    pub(crate) modifiers: Cow<'static, [Text]>,
    /// Nouns that make the name before them say what somebody is: `engineer`.
    pub(crate) people: Cow<'static, [Text]>,
}

/// The phrases of all skills found in `text`, from left to right, not overlapping.
pub(super) fn terms(vocabulary: &Vocabulary, text: &str, found: Vec<Mention>) -> Vec<Term> {
    let phrases = &vocabulary.phrases;
    let starts: Vec<usize> = found.iter().map(|mention| mention.range.start).collect();
    let mut terms: Vec<Term> = Vec::with_capacity(found.len());
    for (at, Mention { skill, range, negated }) in found.into_iter().enumerate() {
        let until = starts.get(at + 1).copied().unwrap_or(text.len());
        let entry = vocabulary.skill(skill);
        let common = is_common(entry.category);
        if common && names_person(phrases, text, &range) {
            continue;
        }
        let mut whole = range.clone();
        if takes_version(entry) {
            whole.end = version(text, range.end).min(until).max(range.end);
        }
        if whole.end == range.end && takes_heads(entry.category) {
            whole.end = heads(phrases, text, range.end, until, common);
        }
        if takes_heads(entry.category) {
            let from = terms.last().map_or(0, |last| last.range.end);
            if common || whole.end > range.end {
                whole.start = modifier(phrases, text, range.start, from);
            }
        }
        terms.push(Term { skill: Some(skill), name: range, range: whole, negated });
    }
    terms
}

/// True for names that are common nouns.
fn is_common(category: Category) -> bool {
    matches!(
        category,
        Category::Concept
            | Category::Practice
            | Category::Pattern
            | Category::Subject
            | Category::Industry
            | Category::Testing
    )
}

fn takes_version(skill: &Skill) -> bool {
    use Category::{Concept, Credential, Industry, Pattern, Practice, SpokenLanguage, Subject};
    let without = [Concept, Credential, Industry, Pattern, Practice, SpokenLanguage, Subject];
    !without.contains(&skill.category)
}

fn takes_heads(category: Category) -> bool {
    use Category::{Credential, Industry, SpokenLanguage, Subject};
    ![Credential, Industry, SpokenLanguage, Subject].contains(&category)
}

/// The end of the version that follows directly, or `at`.
fn version(text: &str, at: usize) -> usize {
    let end = skip_version(text, at);
    if end == at || text[at..end].contains('-') {
        return at;
    }
    let rest = &text[end..];
    let next = word(rest.trim_start_matches([' ', '+']));
    let counts = UNITS.iter().any(|unit| next.eq_ignore_ascii_case(unit));
    // `Java 2019 - 2021`, `Java 5%`
    let number = text[at..end].trim();
    let year = number.len() == 4 && (number.starts_with("19") || number.starts_with("20"));
    if counts || year || rest.starts_with(['%', ':', '/']) { at } else { end }
}

fn word(text: &str) -> &str {
    let end = text.find(|c: char| !c.is_alphanumeric()).unwrap_or(text.len());
    &text[..end]
}

/// The word after one blank.
fn next_word(text: &str, at: usize) -> Option<Range<usize>> {
    let rest = text[at..].strip_prefix(' ')?;
    let word = word(rest);
    (!word.is_empty()).then(|| at + 1..at + 1 + word.len())
}

impl Phrases {
    fn is_person(&self, word: &str) -> bool {
        has(&self.people, word)
    }

    fn is_head(&self, word: &str, common: bool) -> bool {
        has(&self.heads, word) || common && has(&self.common_heads, word)
    }
}

/// True when the name or what follows says what somebody is: `Scrum master`, `backend team`.
fn names_person(phrases: &Phrases, text: &str, range: &Range<usize>) -> bool {
    let last = text[range.clone()].rsplit(' ').next().unwrap_or_default();
    if phrases.is_person(last) {
        return true;
    }
    let Some(first) = next_word(text, range.end) else { return false };
    phrases.is_person(&text[first.clone()])
        || phrases.is_head(&text[first.clone()], true)
            && next_word(text, first.end).is_some_and(|word| phrases.is_person(&text[word]))
}

/// The end of the nouns after `at` that go with the name, or `at`.
fn heads(phrases: &Phrases, text: &str, at: usize, until: usize, common: bool) -> usize {
    let mut end = at;
    for _ in 0..HEADS {
        match next_word(text, end) {
            Some(word) if word.end <= until && phrases.is_head(&text[word.clone()], common) => {
                end = word.end;
            }
            _ => break,
        }
    }
    let person = next_word(text, end).is_some_and(|word| phrases.is_person(&text[word]));
    if person { at } else { end }
}

/// The start of the word before `at` that goes with the phrase, not before `from`, or `at`.
fn modifier(phrases: &Phrases, text: &str, at: usize, from: usize) -> usize {
    let Some(before) = text[..at].strip_suffix(' ') else { return at };
    let start = before
        .char_indices()
        .rev()
        .take_while(|(_, c)| c.is_alphanumeric())
        .last()
        .map_or(before.len(), |(start, _)| start);
    let lone = before[..start].is_empty() || before[..start].ends_with([' ', '\n', '(']);
    if start >= from && lone && has(&phrases.modifiers, &before[start..]) { start } else { at }
}
