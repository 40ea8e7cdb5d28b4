//! Small signals beside the main facts: people reached, proof given, production use, attendance.

use std::ops::Range;

use roles::{RolePack, Signal, Word};

/// A signal with its words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SignalUse {
    /// Bytes in the text.
    pub range: Range<usize>,
    /// What it says.
    pub signal: Signal,
}

/// All signals of a text.
pub(crate) fn signals(words: &[Word], pack: &RolePack) -> Vec<SignalUse> {
    let matches = pack.signals.phrases.find(words).into_iter();
    matches
        .map(|found| SignalUse {
            range: words[found.words.start].start..words[found.words.end - 1].end,
            signal: pack.signals.kinds[found.value],
        })
        .collect()
}
