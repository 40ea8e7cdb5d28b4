//! A set of phrases written down as Rust.

use std::fmt::Debug;

use super::index::Index;
use super::{Pattern, PhraseSet};

impl PhraseSet {
    /// An expression that is this set, for a build script; it names the types of this module.
    pub fn source(&self) -> String {
        let Self { text, patterns, by_word, by_stem, by_letter } = self;
        format!(
            "PhraseSet {{ text: Cow::Borrowed({text:?}), patterns: {}, by_word: {}, by_stem: {}, \
             by_letter: {} }}",
            list::<Pattern>(patterns),
            index(by_word),
            index(by_stem),
            index(by_letter)
        )
    }
}

fn index(Index { sieve, rows, entries }: &Index) -> String {
    let (sieve, rows, entries) = (list(sieve), list(rows), list(entries));
    format!("Index {{ sieve: {sieve}, rows: {rows}, entries: {entries} }}")
}

/// All items derive `Debug`, which writes what the compiler reads.
fn list<T: Debug>(items: &[T]) -> String {
    format!("Cow::Borrowed(&{items:?})")
}
