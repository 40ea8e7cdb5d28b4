//! Sentences of a paragraph.

use std::ops::Range;

/// Abbreviations whose dot ends no sentence, folded.
const ABBREVIATED: [&str; 22] = [
    "e.g", "i.e", "etc", "vs", "inc", "ltd", "co", "corp", "approx", "sr", "jr", "no", "st",
    "incl", "min", "max", "dept", "mr", "ms", "dr", "u.s", "b.v",
];

/// The sentences of `text`, without the blanks around them.
pub(super) fn sentences(text: &str) -> Vec<Range<usize>> {
    let mut found = Vec::new();
    let mut start = 0;
    for (at, c) in text.char_indices() {
        let is_end = match c {
            '.' | '!' | '?' | ';' => ends_here(text, start, at, c),
            _ => false,
        };
        if is_end {
            push(text, start..at + c.len_utf8(), &mut found);
            start = at + c.len_utf8();
        }
    }
    push(text, start..text.len(), &mut found);
    found
}

fn ends_here(text: &str, start: usize, at: usize, c: char) -> bool {
    let rest = &text[at + c.len_utf8()..];
    let mut after = rest.chars();
    if !after.next().is_some_and(char::is_whitespace) {
        return false;
    }
    let next = rest.trim_start().chars().next();
    let begins =
        next.is_some_and(|c| c.is_uppercase() || c.is_ascii_digit() || "\"“'(".contains(c));
    if c == ';' {
        return begins;
    }
    if !begins {
        return false;
    }
    if c != '.' {
        return true;
    }
    let from = text.floor_char_boundary(at.saturating_sub(12)).max(start);
    let last = text[from..at].rsplit([' ', '(']).next().unwrap_or_default().to_lowercase();
    let is_letter = last.chars().count() == 1 && last.chars().all(char::is_alphabetic);
    !ABBREVIATED.contains(&last.as_str()) && !is_letter
}

fn push(text: &str, range: Range<usize>, found: &mut Vec<Range<usize>>) {
    let piece = &text[range.clone()];
    let start = range.start + (piece.len() - piece.trim_start().len());
    let end = start + piece.trim().len();
    if text[start..end].chars().any(char::is_alphanumeric) {
        found.push(start..end);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, expected: &[&str]) {
        let found: Vec<&str> = sentences(text).into_iter().map(|range| &text[range]).collect();
        assert_eq!(found, expected);
    }

    #[test]
    fn sentences_end_where_the_next_one_begins() {
        check("One. Two! Three? Four", &["One.", "Two!", "Three?", "Four"]);
        check(
            "Go 1.22, e.g. Gin, i.e. HTTP. Node.js too.",
            &["Go 1.22, e.g. Gin, i.e. HTTP.", "Node.js too."],
        );
        check(
            "We are Northwind Inc. Based in Utrecht.",
            &["We are Northwind Inc. Based in Utrecht."],
        );
        check("A; B", &["A;", "B"]);
        check("a; b", &["a; b"]);
        check("  ", &[]);
        check("…", &[]);
    }
}
