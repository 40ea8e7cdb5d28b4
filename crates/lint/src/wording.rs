//! What rules about wording share: sets of phrases, and one way to report what they find.

use std::ops::Range;

use roles::PhraseSet;

use crate::page::Unit;
use crate::rule::Findings;

/// A set of phrases that all mean the same.
pub(crate) fn set<const N: usize>(phrases: [&str; N]) -> PhraseSet {
    PhraseSet::new(phrases.map(|phrase| (phrase, 0)))
}

/// Reports, for each unit, the phrase that `find` points at; `message` gets the phrase as written.
pub(crate) fn report<'a>(
    units: impl Iterator<Item = &'a Unit>,
    findings: &mut Findings<'_>,
    find: impl Fn(&Unit) -> Option<Range<usize>>,
    message: impl Fn(&str) -> String,
    hint: &str,
) {
    for unit in units {
        if let Some(range) = find(unit) {
            let message = message(unit.said(&range));
            findings.add_in(unit, range, message, hint);
        }
    }
}
