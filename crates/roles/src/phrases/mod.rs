//! Finding known phrases in a list of words.
//!
//! A pattern is a row of words. `idempoten*` matches any word with that beginning, `a|b` either
//! word, and `..` up to four words of any kind.
//!
//! Thousands of patterns are read by every process and few are ever met, so a set keeps them as
//! text in one string, and takes a pattern apart when a text has its first word.

//!
//! The sets of an embedded pack are made when the program is built: [`PhraseSet::source`] writes a
//! set down as Rust, and loading it costs nothing.

pub(crate) mod index;
mod source;

use std::borrow::Cow;
use std::ops::Range;

use index::{Entry, Index, Second, cut};

use crate::words::{STEM, Word, beginning, fold, hash, words};

/// Most words a `..` may skip.
const MAX_GAP: usize = 4;

/// The step that skips words.
const GAP: &str = "..";

/// One place where a phrase matched.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Match {
    /// Index of the value that belongs to the pattern.
    pub value: usize,
    /// Indices into the words.
    pub words: Range<usize>,
}

/// A set of patterns, each with the index of a value it stands for.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct PhraseSet {
    /// All patterns one after the other: steps between blanks, choices between bars, every word in
    /// the form it is compared by.
    pub(crate) text: Cow<'static, str>,
    pub(crate) patterns: Cow<'static, [Pattern]>,
    /// Patterns by their first words.
    pub(crate) by_word: Index,
    /// Patterns that begin with the beginning of a word, by its first [`STEM`] characters.
    pub(crate) by_stem: Index,
    /// The same for beginnings that are shorter: by their first character.
    pub(crate) by_letter: Index,
}

/// One pattern.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Pattern {
    pub(crate) value: usize,
    /// Its part of [`PhraseSet::text`].
    pub(crate) steps: Range<usize>,
}

/// A set while patterns are added.
#[derive(Default)]
struct Builder {
    text: String,
    patterns: Vec<Pattern>,
    word: Vec<Entry>,
    stem: Vec<Entry>,
    letter: Vec<Entry>,
}

impl PhraseSet {
    /// Builds a set from `(pattern, value)` pairs. Patterns that do not begin with a word are
    /// ignored.
    pub fn new<'a>(patterns: impl IntoIterator<Item = (&'a str, usize)>) -> Self {
        let mut builder = Builder::default();
        for (text, value) in patterns {
            builder.add(text, value);
        }
        Self {
            text: builder.text.into(),
            patterns: builder.patterns.into(),
            by_word: Index::new(builder.word),
            by_stem: Index::new(builder.stem),
            by_letter: Index::new(builder.letter),
        }
    }

    /// The longest match that begins at word `at`, if any; of equally long ones the first added.
    #[inline]
    pub fn match_at(&self, words: &[Word], at: usize) -> Option<Match> {
        let first = words.get(at)?;
        let may_begin = self.by_word.may_hold(cut(first.hash))
            || self.by_stem.may_hold(cut(first.stem))
            || !self.by_letter.is_empty();
        // Most words begin no phrase of a set, and every text is asked for dozens of sets.
        if may_begin { self.longest_at(words, at) } else { None }
    }

    fn longest_at(&self, words: &[Word], at: usize) -> Option<Match> {
        let first = words.get(at)?;
        let next = words.get(at + 1);
        let mut best: Option<(usize, usize)> = None;
        let mut consider = |index: usize| {
            let steps = &self.text[self.patterns[index].steps.clone()];
            let Some(end) = end_of_match(steps, words, at) else { return };
            if best.is_none_or(|(best_end, best_index)| {
                end > best_end || (end == best_end && index < best_index)
            }) {
                best = Some((end, index));
            }
        };
        self.by_word.get(cut(first.hash), next).for_each(&mut consider);
        self.by_stem.get(cut(first.stem), next).for_each(&mut consider);
        if !self.by_letter.is_empty() {
            self.by_letter.get(letter(&first.norm), next).for_each(&mut consider);
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

    /// The match that begins at the first word, if any.
    pub fn opens(&self, words: &[Word]) -> Option<Match> {
        self.match_at(words, 0)
    }
}

impl Builder {
    fn add(&mut self, text: &str, value: usize) {
        let start = self.text.len();
        push_steps(text, &mut self.text);
        let steps = start..self.text.len();
        let (first, rest) = next_step(&self.text[steps.clone()]);
        if first.is_empty() || first == GAP {
            self.text.truncate(start);
            return;
        }
        let pattern = u32::try_from(self.patterns.len()).unwrap_or(u32::MAX);
        for second in next_step(rest).0.split('|').map(Second::of) {
            for test in first.split('|') {
                let (list, first) = match test.strip_suffix('*') {
                    Some(prefix) if prefix.chars().count() >= STEM => {
                        (&mut self.stem, cut(hash(beginning(prefix, STEM))))
                    }
                    Some(prefix) => (&mut self.letter, letter(prefix)),
                    None => (&mut self.word, cut(hash(test))),
                };
                list.push(Entry { first, second, pattern });
            }
        }
        self.patterns.push(Pattern { value, steps });
    }
}

/// Every row of words a pattern names, its choices multiplied out, in the form it is compared by;
/// `..` and a final `*` stay. Two patterns that share a reading match the same text.
pub(crate) fn readings(pattern: &str) -> Vec<String> {
    let mut text = String::new();
    push_steps(pattern, &mut text);
    text.split(' ').fold(vec![String::new()], |rows, step| {
        let extend = |row: &String| {
            let row = row.clone();
            step.split('|').map(move |word| format!("{row} {word}").trim_start().to_owned())
        };
        rows.iter().flat_map(extend).collect()
    })
}

/// Appends the steps of a written pattern.
fn push_steps(pattern: &str, steps: &mut String) {
    let start = steps.len();
    for part in pattern.split_whitespace() {
        let before = steps.len();
        if before > start {
            steps.push(' ');
        }
        let begin = steps.len();
        if part == GAP {
            steps.push_str(GAP);
        } else {
            for choice in part.split('|') {
                if steps.len() > begin {
                    steps.push('|');
                }
                push_words(choice, part.len() == choice.len(), steps);
            }
        }
        if steps.len() == begin {
            steps.truncate(before);
        }
    }
}

/// Appends one written word: several steps when it has separators inside (`on-call`), except among
/// choices, where only its first word counts.
fn push_words(text: &str, all: bool, steps: &mut String) {
    if text.bytes().all(|byte| byte.is_ascii_alphanumeric()) {
        // Most words are this plain, and there are thousands.
        steps.push_str(&fold(text));
        return;
    }
    let (stem, is_prefix) = match text.strip_suffix('*') {
        Some(stem) => (stem, true),
        None => (text, false),
    };
    let parts = words(stem);
    let kept = if all { parts.len() } else { parts.len().min(1) };
    for (at, word) in parts[..kept].iter().enumerate() {
        if at > 0 {
            steps.push(' ');
        }
        if is_prefix && at + 1 == kept {
            // A beginning is compared without folding endings that it may not have reached yet.
            steps.push_str(&stem[word.start..word.end].to_lowercase());
            steps.push('*');
        } else {
            steps.push_str(&word.norm);
        }
    }
}

/// The first character, as a key.
fn letter(word: &str) -> u32 {
    word.chars().next().map_or(0, u32::from)
}

/// The first step and the rest.
fn next_step(steps: &str) -> (&str, &str) {
    // Steps are a few bytes long: looking at each is faster than preparing a search.
    match steps.bytes().position(|byte| byte == b' ') {
        Some(end) => (&steps[..end], &steps[end + 1..]),
        None => (steps, ""),
    }
}

/// The word after a match of the steps that begins at word `at`.
fn end_of_match(steps: &str, words: &[Word], at: usize) -> Option<usize> {
    if steps.is_empty() {
        return Some(at);
    }
    let Some(rest) = steps.strip_prefix(GAP) else {
        let rest = after_fit(steps, &words.get(at)?.norm)?;
        return end_of_match(rest, words, at + 1);
    };
    let rest = rest.trim_start_matches(' ');
    (at..=(at + MAX_GAP).min(words.len())).find_map(|next| end_of_match(rest, words, next))
}

/// The steps after the first one, when one of its choices is the word or, before a `*`, its
/// beginning.
fn after_fit<'a>(steps: &'a str, word: &str) -> Option<&'a str> {
    // Steps are a few bytes long: looking at each is faster than preparing searches.
    let (bytes, word) = (steps.as_bytes(), word.as_bytes());
    let (mut fits, mut start) = (false, 0);
    for (at, byte) in bytes.iter().enumerate() {
        if matches!(byte, b' ' | b'|') {
            fits = fits || is_choice(&bytes[start..at], word);
            start = at + 1;
            if *byte == b' ' {
                return fits.then(|| &steps[start..]);
            }
        }
    }
    (fits || is_choice(&bytes[start..], word)).then_some("")
}

fn is_choice(choice: &[u8], word: &[u8]) -> bool {
    match choice {
        [prefix @ .., b'*'] => word.starts_with(prefix),
        [first, ..] => word.first() == Some(first) && word == choice,
        [] => word.is_empty(),
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
        check(&["-"], "a - b", &[]);
        check(&[".. same effect"], "the same effect", &[]);
        check(
            &["on-call|pager dut*"],
            "on duty, pager duties, call duty",
            &["on duty", "pager duties"],
        );
        check(&["dead letter queue", "dead letter"], "a dead-letter queue", &["dead-letter queue"]);
    }

    #[test]
    fn a_phrase_is_never_part_of_a_word() {
        check(&["lead"], "leader leading", &[]);
        check(&["saga"], "usage of Sagas", &[]);
    }
}
