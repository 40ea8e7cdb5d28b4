//! Which patterns may begin at a word.

use std::borrow::Cow;

use super::GAP;
use crate::words::{STEM, Word, beginning, hash};

/// Patterns by a hash, in rows of one table, so that a word no pattern begins with costs one look.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Index {
    /// A bit for each hash, by its low bits: nearly all words that begin no pattern end here.
    pub(crate) sieve: Cow<'static, [u64]>,
    /// Where the row of a hash's low bits begins among the entries; one more marks the end.
    pub(crate) rows: Cow<'static, [u32]>,
    pub(crate) entries: Cow<'static, [Entry]>,
}

/// Bits of the sieve for each entry: one other word in this many passes at most.
const SIEVE: usize = 16;

/// What a pattern needs of its first two words. Hashes are cut: whoever passes is compared in full.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Entry {
    pub(crate) first: u32,
    pub(crate) second: Second,
    pub(crate) pattern: u32,
}

/// What the second word of a match has to be.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Second {
    Any,
    Word(u32),
    Stem(u32),
}

impl Second {
    /// What one choice of the second step needs.
    pub(super) fn of(step: &str) -> Self {
        if step.is_empty() || step == GAP {
            return Self::Any;
        }
        match step.strip_suffix('*') {
            None => Self::Word(cut(hash(step))),
            Some(prefix) if prefix.chars().count() >= STEM => {
                Self::Stem(cut(hash(beginning(prefix, STEM))))
            }
            Some(_) => Self::Any,
        }
    }

    fn fits(self, next: Option<&Word>) -> bool {
        match self {
            Self::Any => true,
            Self::Word(hash) => next.is_some_and(|word| cut(word.hash) == hash),
            Self::Stem(hash) => next.is_some_and(|word| cut(word.stem) == hash),
        }
    }
}

#[expect(clippy::cast_possible_truncation, reason = "half of a hash is enough to tell words apart")]
pub(super) fn cut(hash: u64) -> u32 {
    hash as u32
}

impl Index {
    /// Files entries.
    pub(super) fn new(mut entries: Vec<Entry>) -> Self {
        if entries.is_empty() {
            return Self::default();
        }
        let bits = (entries.len() * SIEVE).next_power_of_two().max(64);
        let mut sieve = vec![0; bits / 64];
        for entry in &entries {
            let bit = entry.first as usize & (bits - 1);
            sieve[bit / 64] |= 1 << (bit % 64);
        }
        let slots = (entries.len() * 2).next_power_of_two();
        let slot = |entry: &Entry| entry.first as usize & (slots - 1);
        // Sorting is stable: the first added stays the first of its row.
        entries.sort_by_key(slot);
        let mut rows = vec![0; slots + 1];
        for entry in &entries {
            rows[slot(entry) + 1] += 1;
        }
        for at in 0..slots {
            rows[at + 1] += rows[at];
        }
        Self { sieve: sieve.into(), rows: rows.into(), entries: entries.into() }
    }

    /// True when nothing is filed.
    pub(super) fn is_empty(&self) -> bool {
        self.entries.is_empty()
    }

    /// False when nothing is filed under `first`; true may be wrong.
    #[inline]
    pub(super) fn may_hold(&self, first: u32) -> bool {
        let bit = first as usize & (self.sieve.len() * 64).saturating_sub(1);
        self.sieve.get(bit / 64).is_some_and(|bits| bits >> (bit % 64) & 1 == 1)
    }

    /// The patterns filed under `first` whose second word may be `next`.
    pub(super) fn get(&self, first: u32, next: Option<&Word>) -> impl Iterator<Item = usize> {
        let slot = first as usize & self.rows.len().saturating_sub(2);
        let row = self.rows.get(slot).zip(self.rows.get(slot + 1));
        let row = row.map_or(0..0, |(from, to)| *from as usize..*to as usize);
        let entries = self.entries[row].iter();
        let entries = entries.filter(move |entry| entry.first == first && entry.second.fits(next));
        entries.map(|entry| entry.pattern as usize)
    }
}
