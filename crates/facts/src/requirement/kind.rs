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

/// The parts of `range`, a sentence of a list of `base`, whole `text`; `words` and `chains` are its
/// own.
///
/// Words such as `ideally` count from where they stand; words such as `is a plus` for the names
/// right before them.
pub(super) fn parts(
    text: &str,
    range: &Range<usize>,
    base: RequirementKind,
    words: &[Word],
    chains: &[Chain],
) -> Vec<Part> {
    let part = |range: Range<usize>, kind| Part { range, kind };
    let mut parts = Vec::new();
    let mut start = range.start;
    if base == RequirementKind::Nice {
        return vec![part(range.clone(), base)];
    }
    for cue in wording().find(words) {
        let (cue_start, cue_end) = (words[cue.words.start].start, words[cue.words.end - 1].end);
        if cue_start < start {
            continue;
        }
        let before =
            chains.iter().filter(|one| start <= one.range.start && one.range.end <= cue_start);
        let split = match (cue.value, before.collect::<Vec<_>>().as_slice()) {
            (LEADS, [_, ..]) => Some(cue_start),
            (TRAILS, [.., before, last]) => Some(last.range.start.max(before.range.end)),
            _ => None,
        };
        if let Some(at) = split.filter(|at| start < *at && *at < range.end) {
            parts.push(part(start..at, base));
            start = at;
        }
        if cue.value == TRAILS && begins_anew(text, cue_end..range.end) {
            parts.push(part(start..cue_end, RequirementKind::Nice));
            start = cue_end;
        } else {
            parts.push(part(start..range.end, RequirementKind::Nice));
            return parts;
        }
    }
    parts.push(part(start..range.end, base));
    parts
}

/// True when a new statement follows without a stop, as where line breaks got lost: `Go is a plus
/// Experience with Kafka`.
fn begins_anew(text: &str, rest: Range<usize>) -> bool {
    let rest = text.get(rest).unwrap_or_default();
    rest.starts_with(' ') && rest.trim_start().starts_with(char::is_uppercase)
}
