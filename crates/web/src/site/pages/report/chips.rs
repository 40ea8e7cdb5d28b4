//! What was read from a text: its words marked, and each fact with its kind.

use std::ops::Range;

use maud::{Markup, html};
use resume::CreditedFact;
use workbench::{line, one_line};

/// Facts of a text at most.
const MOST: usize = 16;
/// Characters of a quotation; a longer one is cut.
const LONGEST: usize = 90;

/// Facts as a list; nothing when there are none.
pub(super) fn chips(facts: &[CreditedFact]) -> Markup {
    html! {
        @if !facts.is_empty() {
            ul.chips {
                @for fact in facts.iter().take(MOST) {
                    li title=[line::meaning(fact)] {
                        span.kind { (fact.word()) } " " q { (cut(&one_line(&fact.text))) }
                    }
                }
                @if facts.len() > MOST { li { "and " (facts.len() - MOST) " more" } }
            }
        }
    }
}

/// `text` with the words in `ranges` marked. Of two that overlap the first is marked.
pub(super) fn marked(text: &str, ranges: impl IntoIterator<Item = Range<usize>>) -> Markup {
    let mut ranges: Vec<Range<usize>> = ranges
        .into_iter()
        .filter(|range| text.get(range.clone()).is_some_and(|words| !words.is_empty()))
        .collect();
    ranges.sort_by_key(|range| (range.start, std::cmp::Reverse(range.end)));
    let mut at = 0;
    let mut parts = Vec::new();
    for range in ranges {
        if range.start < at {
            continue;
        }
        parts.push((&text[at..range.start], &text[range.clone()]));
        at = range.end;
    }
    html! {
        @for (before, words) in &parts { (before) mark { (words) } }
        (text[at..])
    }
}

/// `text`, cut when it is long.
pub(super) fn cut(text: &str) -> String {
    shortened(text, LONGEST)
}

/// `text`, cut when it has more than `most` characters.
pub(super) fn shortened(text: &str, most: usize) -> String {
    match text.char_indices().nth(most) {
        Some((end, _)) => format!("{}…", text[..end].trim_end()),
        None => text.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, ranges: &[Range<usize>], expected: &str) {
        assert_eq!(marked(text, ranges.iter().cloned()).into_string(), expected);
    }

    #[test]
    fn words_are_marked_once() {
        check("", &[], "");
        check("Cut p99", &[], "Cut p99");
        check("Cut p99", &[Range { start: 4, end: 7 }], "Cut <mark>p99</mark>");
        check("Cut p99 by half", &[0..3, 8..15], "<mark>Cut</mark> p99 <mark>by half</mark>");
        // Overlapping, empty, outside, inside a letter.
        check("Cut p99", &[0..7, 4..7], "<mark>Cut p99</mark>");
        check("Cut p99", &[3..3, 5..90], "Cut p99");
        check("é<b>", &[1..2, 2..5], "é<mark>&lt;b&gt;</mark>");
    }

    #[test]
    fn long_quotations_are_cut() {
        assert_eq!(shortened("ärger", 5), "ärger");
        assert_eq!(shortened("ärger da", 6), "ärger…");
    }
}
