//! Which part of a line is needed and which only helps.

use std::ops::Range;
use std::sync::LazyLock;

use resume::coverage::RequirementKind;
use roles::{PhraseSet, Word};

use super::alternatives::Chain;

/// Before what only helps: `ideally with Rust`.
const LEADING: [&str; 12] = [
    "ideally", "preferably", "nice to have", "nice to haves", "good to have", "bonus",
    "bonus points", "bonus if", "optionally", "it would be great", "extra points", "even better",
];
/// After what only helps: `Rust is a plus`.
const TRAILING: [&str; 24] = [
    "a plus", "big plus", "strong plus", "huge plus", "is plus", "advantage", "advantageous",
    "preferred", "desirable", "desired", "a bonus", "nice to have", "not required", "not needed",
    "no must", "optional", "beneficial", "is helpful", "helpful", "is welcome", "welcome",
    "an asset", "good to have", "but not necessary",
];

/// A part of a text and how much it matters.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Part {
    pub(super) range: Range<usize>,
    pub(super) kind: RequirementKind,
}

/// Values of [`wording`].
const LEADS: usize = 0;
const TRAILS: usize = 1;

fn wording() -> &'static PhraseSet {
    static WORDING: LazyLock<PhraseSet> = LazyLock::new(|| {
        let leading = LEADING.iter().map(|phrase| (*phrase, LEADS));
        PhraseSet::new(leading.chain(TRAILING.iter().map(|phrase| (*phrase, TRAILS))))
    });
    &WORDING
}

/// The parts of `range`, a sentence of a list of `base`; `words` and `chains` are its own.
///
/// Words such as `ideally` count from where they stand; words such as `is a plus` for the names
/// right before them.
pub(super) fn parts(
    range: &Range<usize>,
    base: RequirementKind,
    words: &[Word],
    chains: &[Chain],
) -> Vec<Part> {
    let part = |range: Range<usize>, kind| Part { range, kind };
    if base == RequirementKind::Nice {
        return vec![part(range.clone(), base)];
    }
    let Some(cue) = wording().find(words).into_iter().next() else {
        return vec![part(range.clone(), base)];
    };
    let cue_start = words[cue.words.start].start;
    let names_before: Vec<&Chain> =
        chains.iter().filter(|chain| chain.range.end <= cue_start).collect();
    let split = match (cue.value, names_before.as_slice()) {
        (LEADS, [_, ..]) => Some(cue_start),
        (TRAILS, [.., before, last]) => Some(last.range.start.max(before.range.end)),
        _ => None,
    };
    match split.filter(|at| range.start < *at && *at < range.end) {
        Some(at) => vec![part(range.start..at, base), part(at..range.end, RequirementKind::Nice)],
        None => vec![part(range.clone(), RequirementKind::Nice)],
    }
}
