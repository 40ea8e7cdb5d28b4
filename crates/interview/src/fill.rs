//! Filling the slots of a question with words of the page.

use std::borrow::Cow;
use std::ops::Range;

use resume::FieldPath;
use roles::{Piece, Question, Slot};

use crate::fired::{Fact, Fired};
use crate::{Asked, Words};

/// Most characters of a slot; more does not read as a part of a sentence.
const LONGEST: usize = 64;

/// The question about a fact of a line, with its slots filled; `None` when the line has no words
/// for one of them.
pub(crate) fn about(question: &Question, fired: &Fired, text: &str) -> Option<Asked> {
    let span = |range: &Range<usize>| span(text, range);
    let words = with_slots(question, |slot| match slot {
        Slot::Concept | Slot::Words => Some(without_end(span(&fired.words)?)),
        Slot::Quantity | Slot::Skill => span(&fired.words),
        Slot::Before => Some(with_unit(span(fired.before.as_ref()?)?, fired.after.as_ref(), text)),
        Slot::After => span(fired.after.as_ref()?),
        Slot::Object => span(fired.object.as_ref()?),
        Slot::TheObject => {
            let object = span(fired.object.as_ref()?)?;
            Some(if fired.is_name { object } else { Cow::Owned(format!("the {object}")) })
        }
        Slot::Verb => Some(Cow::Owned(span(&fired.words)?.to_lowercase())),
        Slot::Requirement => None,
    })?;
    let is_whole = matches!(fired.fact, Fact::Shape(_)) && fired.words == (0..text.len());
    let because = Words { range: fired.words.clone(), text: text[fired.words.clone()].to_owned() };
    Some(asked(question, words, (!is_whole).then_some(because)))
}

/// The question with slots filled by `fill`.
pub(crate) fn with<'a>(
    question: &Question,
    fill: impl Fn(Slot) -> Option<&'a str>,
) -> Option<Asked> {
    let words = with_slots(question, |slot| {
        let words = fill(slot)?;
        // A whole requirement may be longer than a name.
        let words = if slot == Slot::Requirement {
            Some(tidy(words))
        } else {
            span(words, &(0..words.len()))
        };
        words.filter(|words| !words.is_empty())
    })?;
    Some(asked(question, words, None))
}

fn asked(question: &Question, words: String, because: Option<Words>) -> Asked {
    Asked {
        id: question.id.clone(),
        question: words,
        shows: question.shows.clone(),
        rubric: question.family.clone(),
        round: question.round,
        because,
    }
}

fn with_slots<'a>(
    question: &Question,
    fill: impl Fn(Slot) -> Option<Cow<'a, str>>,
) -> Option<String> {
    let mut words = String::with_capacity(question.text.len() + 32);
    for piece in question.pieces() {
        match piece {
            Piece::Words(text) => words.push_str(text),
            Piece::Slot(slot) => {
                let filled = fill(slot)?;
                // A question may begin with words from the middle of a line.
                if words.is_empty() {
                    words.push_str(&capital(&filled));
                } else {
                    words.push_str(&filled);
                }
            }
            Piece::Unknown(_) => return None,
        }
    }
    Some(words)
}

/// With a capital letter where it is a word of lower case: `two teams`, but not `p99` or `eBPF`.
fn capital(text: &str) -> String {
    let word = text.split(|c: char| !c.is_alphabetic()).next().unwrap_or_default();
    let plain = word.len() > 1 && word.chars().all(char::is_lowercase);
    let mut chars = text.chars();
    match chars.next() {
        Some(first) if plain => first.to_uppercase().chain(chars).collect(),
        _ => text.to_owned(),
    }
}

/// Words of the text as a part of a sentence; `None` when they are too long for one, or empty.
fn span<'a>(text: &'a str, range: &Range<usize>) -> Option<Cow<'a, str>> {
    let words = tidy(text.get(range.clone())?);
    (!words.is_empty() && words.chars().count() <= LONGEST).then_some(words)
}

/// In `from 34 to 12 minutes` and `from 22 to 6 a month` the first end has its unit from the
/// second, and a question that quotes it alone would lose it.
fn with_unit<'a>(before: Cow<'a, str>, after: Option<&Range<usize>>, text: &str) -> Cow<'a, str> {
    let numeric = |c: char| c.is_ascii_digit() || matches!(c, '.' | ',');
    if !before.chars().all(numeric) {
        return before;
    }
    let after = after.and_then(|range| text.get(range.clone())).unwrap_or_default();
    let unit = after.trim_start_matches(numeric);
    let is_unit = unit.len() < after.len() && unit.starts_with(' ') && unit.len() > 1;
    if is_unit { Cow::Owned(format!("{before}{unit}")) } else { before }
}

/// Words that end a phrase which was found in the middle of a sentence: `composite index on`.
const ENDS: [&str; 14] =
    ["on", "of", "for", "in", "to", "by", "with", "into", "from", "at", "a", "an", "the", "per"];

/// The name of a concept without the words that lead on from it.
fn without_end(words: Cow<'_, str>) -> Cow<'_, str> {
    let mut rest: &str = &words;
    while let Some((before, last)) = rest.rsplit_once(' ') {
        if !ENDS.contains(&last) {
            break;
        }
        rest = before;
    }
    if rest.len() == words.len() { words } else { Cow::Owned(rest.to_owned()) }
}

/// Without white space at its ends or in rows, and without the stop of a sentence.
fn tidy(text: &str) -> Cow<'_, str> {
    let text = text.trim().trim_end_matches(['.', ';', ',']);
    if text.split(' ').all(|word| !word.is_empty() && !word.contains(char::is_whitespace)) {
        return Cow::Borrowed(text);
    }
    Cow::Owned(text.split_whitespace().collect::<Vec<_>>().join(" "))
}

/// The words at a path, in the form of a quote.
pub(crate) fn quote(path: &FieldPath, text: &str, range: Range<usize>) -> resume::Quote {
    let words = text.get(range.clone()).unwrap_or_default().to_owned();
    resume::Quote { path: path.clone(), range, text: words, line: None }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, expected: &str) {
        assert_eq!(capital(&tidy(text)), expected);
    }

    #[test]
    fn words_of_a_line_become_words_of_a_question() {
        check("two teams", "Two teams");
        check("p99", "p99");
        check("eBPF", "eBPF");
        check("640 ms", "640 ms");
        check(" without\n downtime; ", "Without downtime");
        check("", "");
    }
}
