//! Texts that tell the same story in nearly the same words.

use std::cmp::Ordering;
use std::collections::BTreeSet;

use roles::Word;

use crate::page::Unit;

/// Two texts whose words overlap this much tell the same story (Jaccard index).
const SAME_STORY: f64 = 0.8;

/// Fewest different words a text needs to tell a story.
const FEWEST_WORDS: usize = 4;

/// With how many earlier texts that share a rare word a text is compared, the nearest first. On a
/// page of thousands of lines made by one pattern every line shares its words with every other.
const MOST_COMPARED: usize = 32;

/// How many texts of the page have a word, and the word's hash.
type Ranked = (u32, u64);

/// Pairs `(earlier, later)` of units that tell the same story, sorted.
///
/// Only texts that share one of their rarest words are compared (prefix filtering: two sets of
/// overlap `t` share one of the `|a| - ⌈t·|a|⌉ + 1` rarest words of either), and words are compared
/// as numbers, so a long page costs little more than reading it.
pub(crate) fn same_stories(units: &[Unit]) -> Vec<(usize, usize)> {
    let sets = ranked_words(units);
    let mut rare: Vec<(u64, usize)> = Vec::new();
    for (at, set) in sets.iter().enumerate().filter(|(_, set)| set.len() >= FEWEST_WORDS) {
        #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a count")]
        let shared = (SAME_STORY * set.len() as f64).ceil() as usize;
        rare.extend(set[..=set.len() - shared].iter().map(|(_, word)| (*word, at)));
    }
    rare.sort_unstable();
    let mut pairs = BTreeSet::new();
    for texts in rare.chunk_by(|one, next| one.0 == next.0) {
        for (at, (_, later)) in texts.iter().enumerate() {
            for (_, earlier) in &texts[at.saturating_sub(MOST_COMPARED)..at] {
                if jaccard(&sets[*earlier], &sets[*later]) >= SAME_STORY {
                    pairs.insert((*earlier, *later));
                }
            }
        }
    }
    pairs.into_iter().collect()
}

/// The different words of each unit as hashes, the rarest on the page first.
fn ranked_words(units: &[Unit]) -> Vec<Vec<Ranked>> {
    // Sorted by word, all texts of a word stand together.
    let count = |unit: &Unit| unit.facts.words.len();
    let mut words: Vec<(u64, usize)> = Vec::with_capacity(units.iter().map(count).sum());
    for (at, unit) in units.iter().enumerate() {
        words.extend(unit.facts.words.iter().map(|word| (masked(word), at)));
    }
    words.sort_unstable();
    words.dedup();
    let mut sets: Vec<Vec<Ranked>> =
        units.iter().map(|unit| Vec::with_capacity(count(unit))).collect();
    for texts in words.chunk_by(|one, next| one.0 == next.0) {
        let frequency = u32::try_from(texts.len()).unwrap_or(u32::MAX);
        for (word, at) in texts {
            sets[*at].push((frequency, *word));
        }
    }
    for set in &mut sets {
        set.sort_unstable();
    }
    sets
}

/// A word as it is compared: one story with other figures is the same story.
fn masked(word: &Word) -> u64 {
    if word.norm.starts_with(|c: char| c.is_ascii_digit()) { 0 } else { word.hash }
}

/// Shared words over all words of two sorted sets.
fn jaccard<T: Ord>(a: &[T], b: &[T]) -> f64 {
    let (mut left, mut right, mut shared) = (0, 0, 0);
    while let (Some(one), Some(other)) = (a.get(left), b.get(right)) {
        match one.cmp(other) {
            Ordering::Less => left += 1,
            Ordering::Greater => right += 1,
            Ordering::Equal => {
                shared += 1;
                left += 1;
                right += 1;
            }
        }
    }
    f64::from(shared) / ((a.len() + b.len()) as f64 - f64::from(shared))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn overlap_of_sets() {
        let same = |a: &[usize], b: &[usize], expected: f64| {
            assert!((jaccard(a, b) - expected).abs() < 1e-12);
        };
        same(&[1, 2, 3], &[1, 2, 3], 1.0);
        same(&[1, 2, 3], &[2, 3, 4], 0.5);
        same(&[1], &[2], 0.0);
    }
}
