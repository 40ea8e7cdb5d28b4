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

/// All signals of a text in order: known phrases, and outcomes told by the shape of a sentence.
pub(crate) fn signals(
    words: &[Word],
    outcomes: &[Range<usize>],
    pack: &RolePack,
) -> Vec<SignalUse> {
    let matches = pack.signals.phrases.find(words).into_iter();
    let mut signals: Vec<SignalUse> = matches
        .map(|found| SignalUse {
            range: words[found.words.start].start..words[found.words.end - 1].end,
            signal: pack.signals.kinds[found.value],
        })
        .collect();
    let known: Vec<Range<usize>> = signals
        .iter()
        .filter(|signal| signal.signal == Signal::Outcome)
        .map(|signal| signal.range.clone())
        .collect();
    for range in outcomes {
        let next = known.partition_point(|known| known.end <= range.start);
        if known.get(next).is_none_or(|known| known.start >= range.end) {
            signals.push(SignalUse { range: range.clone(), signal: Signal::Outcome });
        }
    }
    signals.sort_by_key(|signal| (signal.range.start, signal.range.end));
    signals
}
