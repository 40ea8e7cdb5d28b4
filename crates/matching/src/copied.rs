//! Words of the job on the page: whoever copies a requirement into a resume shows nothing by it.

use std::collections::BTreeSet;
use std::ops::Range;

use facts::requirement::Requirement;
use roles::{Word, words};

use crate::literal::written;

/// Words in a row that nobody writes twice by chance.
const RUN: usize = 8;
/// A shorter requirement counts as copied as a whole, from this many words on.
const SHORTEST: usize = 5;
/// Words of a run that are no names: the same five products in a row are no copy.
const OWN_WORDS: usize = 4;

/// The runs of words of a job, by a hash of their words.
#[derive(Debug, Default)]
pub(crate) struct Phrases {
    runs: BTreeSet<(usize, u64)>,
}

impl Phrases {
    pub(crate) fn of(requirements: &[Requirement]) -> Self {
        let mut runs = BTreeSet::new();
        for requirement in requirements {
            let words = words(&requirement.text);
            let size = words.len().min(RUN);
            if size < SHORTEST {
                continue;
            }
            let names = requirement.skills.iter().flat_map(|group| &group.0);
            let names: Vec<&str> = names.map(|asked| written(requirement, asked)).collect();
            let is_name = |word: &Word| {
                let text = &requirement.text[word.start..word.end];
                names.iter().any(|name| name.contains(text))
            };
            let own: Vec<bool> = words.iter().map(|word| !is_name(word)).collect();
            for (run, own) in words.windows(size).zip(own.windows(size)) {
                if own.iter().filter(|own| **own).count() >= OWN_WORDS {
                    runs.insert((size, joined(run)));
                }
            }
        }
        Self { runs }
    }

    /// True when the words at `range` of a text stand in a row that the job has, too.
    pub(crate) fn holds(&self, text: &[Word], range: &Range<usize>) -> bool {
        let first = text.partition_point(|word| word.end <= range.start);
        let behind = text.partition_point(|word| word.start < range.end);
        (SHORTEST..=RUN).any(|size| {
            let from = behind.saturating_sub(size).min(first);
            let to = (first + size).min(text.len());
            text.get(from..to).is_some_and(|near| {
                near.windows(size).any(|run| self.runs.contains(&(size, joined(run))))
            })
        })
    }
}

fn joined(run: &[Word]) -> u64 {
    let mix = |hash: u64, word: &Word| (hash.rotate_left(7) ^ word.hash).wrapping_mul(MIX);
    run.iter().fold(0, mix)
}

/// An odd number without a pattern (the golden ratio), as for Fibonacci hashing.
const MIX: u64 = 0x9e37_79b9_7f4a_7c15;
