//! Texts that tell the same story in nearly the same words.

use std::collections::{BTreeSet, HashMap};

use crate::page::Unit;

/// Two texts whose words overlap this much tell the same story (Jaccard index).
const SAME_STORY: f64 = 0.8;

/// Fewest different words a text needs to tell a story.
const FEWEST_WORDS: usize = 4;

/// Pairs `(earlier, later)` of units that tell the same story, sorted.
///
/// Only texts that share one of their rarest words are compared (prefix filtering: two sets of
/// overlap `t` share one of the `|a| - ⌈t·|a|⌉ + 1` rarest words of either), so a long page costs
/// little more than reading it.
pub(crate) fn same_stories(units: &[Unit]) -> Vec<(usize, usize)> {
    let sets: Vec<BTreeSet<&str>> = units
        .iter()
        .map(|unit| unit.facts.words.iter().map(|word| word.norm.as_str()).collect())
        .collect();
    let mut frequency: HashMap<&str, usize> = HashMap::new();
    for word in sets.iter().flatten() {
        *frequency.entry(word).or_default() += 1;
    }
    let mut by_rare_word: HashMap<&str, Vec<usize>> = HashMap::new();
    let mut pairs = BTreeSet::new();
    for (later, set) in sets.iter().enumerate().filter(|(_, set)| set.len() >= FEWEST_WORDS) {
        let mut rare: Vec<&str> = set.iter().copied().collect();
        rare.sort_by_key(|word| (frequency[word], *word));
        #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a count")]
        let shared = (SAME_STORY * set.len() as f64).ceil() as usize;
        rare.truncate(set.len() - shared + 1);
        for word in rare {
            let others = by_rare_word.entry(word).or_default();
            for &earlier in others.iter() {
                if jaccard(&sets[earlier], set) >= SAME_STORY {
                    pairs.insert((earlier, later));
                }
            }
            others.push(later);
        }
    }
    pairs.into_iter().collect()
}

fn jaccard(a: &BTreeSet<&str>, b: &BTreeSet<&str>) -> f64 {
    let shared = a.intersection(b).count() as f64;
    shared / (a.len() as f64 + b.len() as f64 - shared)
}
