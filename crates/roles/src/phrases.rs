//! Finding known phrases in a list of words.
//!
//! A pattern is a row of words. `idempoten*` matches any word with that beginning, `a|b` either
//! word, and `..` up to four words of any kind.

use std::collections::HashMap;
use std::ops::Range;

use crate::words::{Word, fold, words};

/// Most words a `..` may skip.
const MAX_GAP: usize = 4;

/// One place where a phrase matched.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Match {
    /// Index of the value that belongs to the pattern.
    pub value: usize,
    /// Indices into the words.
    pub words: Range<usize>,
}

/// A set of patterns, each with the index of a value it stands for.
#[derive(Clone, Debug, Default)]
pub struct PhraseSet {
    patterns: Vec<Pattern>,
    /// From a first word to the patterns that begin with exactly it.
    by_word: HashMap<String, Vec<usize>>,
    /// Patterns that begin with a word beginning, by its first letter.
    by_prefix: HashMap<char, Vec<(String, usize)>>,
}

#[derive(Clone, Debug)]
struct Pattern {
    value: usize,
    steps: Vec<Step>,
}

#[derive(Clone, Debug)]
enum Step {
    OneOf(Vec<Test>),
    Gap,
}

#[derive(Clone, Debug, PartialEq)]
enum Test {
    Word(String),
    Prefix(String),
}

impl Test {
    fn matches(&self, word: &str) -> bool {
        match self {
            Self::Word(text) => text == word,
            Self::Prefix(text) => word.starts_with(text.as_str()),
        }
    }
}

impl PhraseSet {
    /// Builds a set from `(pattern, value)` pairs. Patterns without a word are ignored.
    pub fn new<'a>(patterns: impl IntoIterator<Item = (&'a str, usize)>) -> Self {
        let mut set = Self::default();
        for (text, value) in patterns {
            set.add(text, value);
        }
        set
    }

    fn add(&mut self, text: &str, value: usize) {
        let steps: Vec<Step> = text.split_whitespace().flat_map(steps_of).collect();
        let Some(Step::OneOf(first)) = steps.first() else { return };
        let index = self.patterns.len();
        for test in first {
            match test {
                Test::Word(word) => self.by_word.entry(word.clone()).or_default().push(index),
                Test::Prefix(prefix) => {
                    let Some(letter) = prefix.chars().next() else { continue };
                    self.by_prefix.entry(letter).or_default().push((prefix.clone(), index));
                }
            }
        }
        self.patterns.push(Pattern { value, steps });
    }

    /// The longest match that begins at word `at`, if any; of equally long ones the first added.
    pub fn match_at(&self, words: &[Word], at: usize) -> Option<Match> {
        let first = words.get(at)?;
        let exact = self.by_word.get(&first.norm).into_iter().flatten().copied();
        let letter = first.norm.chars().next().unwrap_or_default();
        let prefixed = self
            .by_prefix
            .get(&letter)
            .into_iter()
            .flatten()
            .filter(|(prefix, _)| first.norm.starts_with(prefix.as_str()))
            .map(|(_, index)| *index);
        let mut best: Option<(usize, usize)> = None;
        for index in exact.chain(prefixed) {
            let Some(end) = end_of_match(&self.patterns[index].steps, words, at) else { continue };
            if best.is_none_or(|(best_end, best_index)| {
                end > best_end || (end == best_end && index < best_index)
            }) {
                best = Some((end, index));
            }
        }
        best.map(|(end, index)| Match { value: self.patterns[index].value, words: at..end })
    }

    /// All matches from left to right, the longest at each place, not overlapping.
    pub fn find(&self, words: &[Word]) -> Vec<Match> {
        let mut matches = Vec::new();
        let mut at = 0;
        while at < words.len() {
            if let Some(found) = self.match_at(words, at) {
                at = found.words.end.max(at + 1);
                matches.push(found);
            } else {
                at += 1;
            }
        }
        matches
    }

    /// True when a match begins at the first word.
    pub fn opens(&self, words: &[Word]) -> Option<Match> {
        self.match_at(words, 0)
    }

    /// True when the set holds nothing.
    pub fn is_empty(&self) -> bool {
        self.patterns.is_empty()
    }
}

fn steps_of(part: &str) -> Vec<Step> {
    if part == ".." {
        return vec![Step::Gap];
    }
    if part.contains('|') {
        let tests = part.split('|').flat_map(|choice| test_of(choice).into_iter().take(1));
        return vec![Step::OneOf(tests.collect())];
    }
    test_of(part).into_iter().map(|test| Step::OneOf(vec![test])).collect()
}

/// The tests for one written word; several when it has separators inside (`on-call`).
fn test_of(text: &str) -> Vec<Test> {
    let (stem, is_prefix) = match text.strip_suffix('*') {
        Some(stem) => (stem, true),
        None => (text, false),
    };
    let mut tests: Vec<Test> = words(stem).into_iter().map(|word| Test::Word(word.norm)).collect();
    if is_prefix && let Some(last) = tests.last_mut() {
        // A beginning is compared without folding endings that it may not have reached yet.
        let lowered = stem.to_lowercase();
        let tail = lowered.rsplit(|c: char| !c.is_alphanumeric()).next().unwrap_or_default();
        *last = Test::Prefix(if tail.is_empty() { fold(stem) } else { tail.to_owned() });
    }
    tests
}

/// Every row of words a pattern names, its choices multiplied out, in the form it is compared by;
/// `..` and a final `*` stay. Two patterns that share a reading match the same text.
pub(crate) fn readings(pattern: &str) -> Vec<String> {
    let mut rows = vec![String::new()];
    for step in pattern.split_whitespace().flat_map(steps_of) {
        let choices: Vec<String> = match step {
            Step::Gap => vec!["..".to_owned()],
            Step::OneOf(tests) => tests
                .into_iter()
                .map(|test| match test {
                    Test::Word(word) => word,
                    Test::Prefix(prefix) => prefix + "*",
                })
                .collect(),
        };
        rows = rows
            .iter()
            .flat_map(|row| choices.iter().map(move |word| format!("{row} {word}")))
            .map(|row| row.trim_start().to_owned())
            .collect();
    }
    rows
}

fn end_of_match(steps: &[Step], words: &[Word], at: usize) -> Option<usize> {
    let Some((step, rest)) = steps.split_first() else { return Some(at) };
    match step {
        Step::OneOf(tests) => {
            let word = words.get(at)?;
            tests.iter().any(|test| test.matches(&word.norm)).then_some(())?;
            end_of_match(rest, words, at + 1)
        }
        Step::Gap => {
            (at..=(at + MAX_GAP).min(words.len())).find_map(|next| end_of_match(rest, words, next))
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(patterns: &[&str], text: &str, expected: &[&str]) {
        let set = PhraseSet::new(patterns.iter().enumerate().map(|(value, text)| (*text, value)));
        let list = words(text);
        let found: Vec<&str> = set
            .find(&list)
            .into_iter()
            .map(|found| &text[list[found.words.start].start..list[found.words.end - 1].end])
            .collect();
        assert_eq!(found, expected, "{patterns:?} in {text:?}");
    }

    #[test]
    fn words_prefixes_choices_and_gaps() {
        check(&["on-call"], "Ran on call, then On-Call", &["on call", "On-Call"]);
        check(&["idempoten*"], "an idempotency key", &["idempotency"]);
        check(
            &["twice .. same effect"],
            "run twice has the same effect",
            &["twice has the same effect"],
        );
        check(&["write|read path"], "the write path", &["write path"]);
        check(&["twice .. same"], "twice a b c d e same", &[]);
        check(&["dead letter queue", "dead letter"], "a dead-letter queue", &["dead-letter queue"]);
    }

    #[test]
    fn a_phrase_is_never_part_of_a_word() {
        check(&["lead"], "leader leading", &[]);
        check(&["saga"], "usage of Sagas", &[]);
    }
}
