//! The sentences of a line.

use std::ops::Range;

/// Before a full stop that ends no sentence.
const SHORT: [&str; 13] =
    ["e.g", "i.e", "etc", "incl", "approx", "no", "vs", "min", "max", "sr", "jr", "st", "yrs"];

/// The sentences and the parts between semicolons and line ends of a text, blanks trimmed.
pub(super) fn pieces(text: &str) -> Vec<Range<usize>> {
    let mut pieces = Vec::new();
    let mut start = 0;
    // Inside brackets nothing ends.
    let mut depth = 0usize;
    for (at, c) in text.char_indices() {
        match c {
            '(' | '[' => depth += 1,
            ')' | ']' => depth = depth.saturating_sub(1),
            _ => {}
        }
        let ends = match c {
            '\n' => {
                depth = 0;
                true
            }
            ';' => depth == 0,
            '.' | '!' | '?' => depth == 0 && ends_sentence(text, at),
            _ => false,
        };
        if ends {
            push(&mut pieces, text, start..at + c.len_utf8());
            start = at + c.len_utf8();
        }
    }
    push(&mut pieces, text, start..text.len());
    pieces
}

fn ends_sentence(text: &str, at: usize) -> bool {
    let after = &text[at + 1..];
    let next = after.trim_start().chars().next();
    let blank = after.starts_with(char::is_whitespace) || after.is_empty();
    let begins = next.is_none_or(|c| c.is_uppercase() || c.is_numeric() || matches!(c, '(' | '"'));
    let word =
        text[..at].rsplit(|c: char| c.is_whitespace() || c == '(').next().unwrap_or_default();
    let short = SHORT.iter().any(|short| word.eq_ignore_ascii_case(short));
    blank && begins && !short
}

fn push(pieces: &mut Vec<Range<usize>>, text: &str, range: Range<usize>) {
    let slice = &text[range.clone()];
    let trimmed = slice.trim().trim_end_matches([';', '.', '!']);
    if !trimmed.is_empty() {
        let start = range.start + slice.len() - slice.trim_start().len();
        pieces.push(start..start + trimmed.len());
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, expected: &[&str]) {
        let found: Vec<&str> = pieces(text).into_iter().map(|piece| &text[piece]).collect();
        assert_eq!(found, expected);
    }

    #[test]
    fn sentences_end_where_readers_stop() {
        check("Go. Kafka is a plus.", &["Go", "Kafka is a plus"]);
        check("Node.js, e.g. Express. React", &["Node.js, e.g. Express", "React"]);
        check("Go; Rust; SQL", &["Go", "Rust", "SQL"]);
        check("Clouds (AWS; GCP. Azure), Go", &["Clouds (AWS; GCP. Azure), Go"]);
        check("One\nTwo", &["One", "Two"]);
        check(" . ", &[]);
        check("", &[]);
        check("Ends in ä. Ökonomie", &["Ends in ä", "Ökonomie"]);
    }
}
