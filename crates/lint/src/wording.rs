//! Small questions about short texts: titles, headings, names of groups; and one way to report a
//! phrase.

use std::ops::Range;

use roles::{PhraseSet, words};

use crate::page::Unit;
use crate::rule::Findings;

/// A set of phrases whose values do not matter.
pub(crate) fn set(phrases: &[&str]) -> PhraseSet {
    PhraseSet::new(phrases.iter().map(|phrase| (*phrase, 0)))
}

/// The whole text is one of the phrases.
pub(crate) fn is_exactly(set: &PhraseSet, text: &str) -> bool {
    let words = words(text);
    set.opens(&words).is_some_and(|found| found.words.end == words.len())
}

/// One of the phrases stands somewhere in the text.
pub(crate) fn says(set: &PhraseSet, text: &str) -> bool {
    !set.find(&words(text)).is_empty()
}

/// A text that is there and not blank.
pub(crate) fn filled(text: Option<&String>) -> Option<&str> {
    text.map(|text| text.trim()).filter(|text| !text.is_empty())
}

/// `one bullet`, `3 bullets`.
pub(crate) fn counted(count: usize, noun: &str) -> String {
    match count {
        1 => format!("one {noun}"),
        _ => format!("{count} {noun}s"),
    }
}

/// A text cut to its first words, for a message.
pub(crate) fn shortened(text: &str, most: usize) -> String {
    let mut words = text.split_whitespace();
    let first: Vec<&str> = words.by_ref().take(most).collect();
    let more = if words.next().is_some() { " …" } else { "" };
    format!("{}{more}", first.join(" "))
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn exactly_is_all_of_it() {
        let phrases = set(&["on call", "on call rotation"]);
        for (text, exactly, said) in [
            ("On-call", true, true),
            ("On-call rotation", true, true),
            ("On-call tooling", false, true),
            ("Callbacks", false, false),
            ("", false, false),
        ] {
            assert_eq!(
                (is_exactly(&phrases, text), says(&phrases, text)),
                (exactly, said),
                "{text}"
            );
        }
    }

    #[test]
    fn texts_are_cut_at_words() {
        assert_eq!(shortened("Cut p99 of the  seat map", 3), "Cut p99 of …");
        assert_eq!(shortened("Cut p99", 3), "Cut p99");
        assert_eq!((counted(1, "role"), counted(4, "role")), ("one role".into(), "4 roles".into()));
    }
}
