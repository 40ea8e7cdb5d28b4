//! Texts that tell the same story in nearly the same words.

use std::cmp::Ordering;
use std::collections::{BTreeSet, HashMap};

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
    let mut by_rare_word: HashMap<Ranked, Vec<usize>> = HashMap::new();
    let mut pairs = BTreeSet::new();
    for (later, set) in sets.iter().enumerate().filter(|(_, set)| set.len() >= FEWEST_WORDS) {
        #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a count")]
        let shared = (SAME_STORY * set.len() as f64).ceil() as usize;
        for word in &set[..=set.len() - shared] {
            let others = by_rare_word.entry(*word).or_default();
            for &earlier in others.iter().rev().take(MOST_COMPARED) {
                if jaccard(&sets[earlier], set) >= SAME_STORY {
                    pairs.insert((earlier, later));
                }
            }
            others.push(later);
        }
    }
    pairs.into_iter().collect()
}

/// The different words of each unit as hashes, the rarest on the page first.
fn ranked_words(units: &[Unit]) -> Vec<Vec<Ranked>> {
    let mut words: Vec<Vec<u64>> = units
        .iter()
        .map(|unit| {
            let mut hashes: Vec<u64> = unit.facts.words.iter().map(masked).collect();
            hashes.sort_unstable();
            hashes.dedup();
            hashes
        })
        .collect();
    let mut frequency: HashMap<u64, u32> = HashMap::new();
    for word in words.iter().flatten() {
        *frequency.entry(*word).or_default() += 1;
    }
    let ranked = |hashes: &mut Vec<u64>| {
        let mut set: Vec<Ranked> = hashes
            .drain(..)
            .map(|hash| (frequency.get(&hash).copied().unwrap_or(0), hash))
            .collect();
        set.sort_unstable();
        set
    };
    words.iter_mut().map(ranked).collect()
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
