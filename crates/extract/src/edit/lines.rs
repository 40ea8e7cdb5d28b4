//! Lines of a source, as far as moving and removing them needs.

use std::ops::Range;

/// Where the line that holds byte `at` begins.
pub(super) fn start_of(text: &str, at: usize) -> usize {
    let before = &text.as_bytes()[..at];
    before.iter().rposition(|byte| *byte == b'\n').map_or(0, |newline| newline + 1)
}

/// Where the line that holds byte `at` ends, before its line break.
pub(super) fn end_of(text: &str, at: usize) -> usize {
    let end = newline(text, at).unwrap_or(text.len());
    if end > at && text.as_bytes()[end - 1] == b'\r' { end - 1 } else { end }
}

/// Where the line after the one that holds byte `at` begins; the end of the text after the last.
pub(super) fn after(text: &str, at: usize) -> usize {
    newline(text, at).map_or(text.len(), |newline| newline + 1)
}

fn newline(text: &str, at: usize) -> Option<usize> {
    text.as_bytes()[at..].iter().position(|byte| *byte == b'\n').map(|length| at + length)
}

/// The line that begins at `start`, without its line break.
pub(super) fn line(text: &str, start: usize) -> &str {
    &text[start..end_of(text, start)]
}

/// Spaces in front of a line's first character.
pub(super) fn indent(line: &str) -> usize {
    line.len() - line.trim_start_matches(' ').len()
}

pub(super) fn is_blank(line: &str) -> bool {
    line.trim().is_empty()
}

pub(super) fn is_comment(line: &str) -> bool {
    line.trim_start().starts_with('#')
}

/// The line above the one that begins at `start`.
pub(super) fn above(text: &str, start: usize) -> Option<usize> {
    (start > 0).then(|| start_of(text, start - 1))
}

/// The lines from the one that holds `first` to the one that holds `last`, with the comments below
/// them that are indented by more than `column`, up to but without the last line break.
pub(super) fn block(text: &str, first: usize, last: usize, column: usize) -> Range<usize> {
    let mut end = end_of(text, last);
    let mut next = after(text, last);
    while next < text.len() {
        let below = line(text, next);
        if !is_comment(below) || indent(below) <= column {
            break;
        }
        end = end_of(text, next);
        next = after(text, next);
    }
    start_of(text, first)..end
}

/// The last byte of content before the line `next`, which opens a sibling: blank lines and comments
/// between are left out. Never before `least`, which is known to be content.
pub(super) fn content_end(text: &str, least: usize, next: usize) -> usize {
    let mut start = next;
    while let Some(before) = above(text, start).filter(|before| *before > least) {
        let line = line(text, before);
        if !is_blank(line) && !is_comment(line) {
            return before + line.trim_end().len();
        }
        start = before;
    }
    least
}
