//! Where each value stands in the source text, so that a finding can point at it.

use std::collections::BTreeMap;
use std::ops::Range;

use crate::{FieldPath, Region};

/// Byte offsets of one value (and of the key that names it) in the source.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Span {
    /// The key's bytes; `None` for list items and the root.
    pub key: Option<Range<usize>>,
    /// The value's bytes as written, quotes included.
    pub value: Range<usize>,
}

/// A place in the source, ready to print.
#[derive(Clone, Debug, PartialEq)]
pub struct Location {
    /// Bytes in the source.
    pub range: Range<usize>,
    /// One-based line of the start.
    pub line: usize,
    /// One-based column of the start, counted in characters.
    pub column: usize,
    /// Where it is seen, when the source is a document with pages.
    pub region: Option<Region>,
}

/// From [`FieldPath`] to bytes, lines and columns of one source text.
#[derive(Clone, Debug, Default)]
pub struct SourceMap {
    text: String,
    line_starts: Vec<usize>,
    spans: BTreeMap<FieldPath, Span>,
    /// Bytes of the text and where they are seen, in the order of the text.
    regions: Vec<(Range<usize>, Region)>,
}

impl SourceMap {
    /// An empty map over `text`.
    pub fn new(text: String) -> Self {
        let newlines = text.bytes().enumerate().filter(|(_, byte)| *byte == b'\n');
        let line_starts = std::iter::once(0).chain(newlines.map(|(at, _)| at + 1)).collect();
        Self { text, line_starts, ..Self::default() }
    }

    /// The source text.
    pub fn text(&self) -> &str {
        &self.text
    }

    /// Records where the value at `path` stands; the first record of a path wins.
    pub fn insert(&mut self, path: FieldPath, span: Span) {
        self.spans.entry(path).or_insert(span);
    }

    /// The same map with the places on paper of parts of its text, in the order of the text.
    #[must_use]
    pub fn with_regions(self, regions: Vec<(Range<usize>, Region)>) -> Self {
        Self { regions, ..self }
    }

    /// Bytes of the text and where they are seen, in the order of the text.
    pub fn regions(&self) -> &[(Range<usize>, Region)] {
        &self.regions
    }

    /// The box around everything that `range` shows on the first page it is seen on.
    pub fn region(&self, range: &Range<usize>) -> Option<Region> {
        let first = self.regions.partition_point(|(bytes, _)| bytes.end <= range.start);
        let seen = self.regions[first..].iter().take_while(|(bytes, _)| bytes.start < range.end);
        let mut seen = seen.map(|(_, region)| *region);
        let begin = seen.next()?;
        Some(
            seen.take_while(|next| next.page == begin.page).fold(begin, |all, next| Region {
                page: all.page,
                rect: all.rect.union(next.rect),
            }),
        )
    }

    /// The recorded span of exactly `path`.
    pub fn get(&self, path: &FieldPath) -> Option<&Span> {
        self.spans.get(path)
    }

    /// Every recorded value with its span, in the order of paths.
    pub fn spans(&self) -> impl Iterator<Item = (&FieldPath, &Span)> {
        self.spans.iter()
    }

    /// The place of `range` (bytes into the *value's* text) inside the value at `path`.
    ///
    /// Falls back to the whole value when the range cannot be followed through the source's
    /// quoting, and to the nearest enclosing value when `path` itself is absent (a missing key is
    /// shown at its parent's key).
    pub fn locate(&self, path: &FieldPath, value: &str, range: Option<Range<usize>>) -> Location {
        match (self.spans.get(path), range) {
            (Some(span), Some(range)) => {
                let raw = &self.text[span.value.clone()];
                let inner = align(value, raw, range).unwrap_or(0..raw.trim_end().len());
                self.at(span.value.start + inner.start..span.value.start + inner.end)
            }
            _ => self.at(self.enclosing(path)),
        }
    }

    /// The value at `path`, or the key of the nearest enclosing value that exists.
    fn enclosing(&self, path: &FieldPath) -> Range<usize> {
        if let Some(span) = self.spans.get(path) {
            let raw = &self.text[span.value.clone()];
            // A block of several lines is better named by its key than underlined whole.
            return match &span.key {
                Some(key) if raw.trim_end().contains('\n') => key.clone(),
                _ => first_line(&self.text, span.value.clone()),
            };
        }
        let mut above = path.parent();
        while let Some(path) = above {
            if let Some(span) = self.spans.get(&path) {
                return span
                    .key
                    .clone()
                    .unwrap_or_else(|| first_line(&self.text, span.value.clone()));
            }
            above = path.parent();
        }
        first_line(&self.text, 0..self.text.len())
    }

    /// Line and column of a byte range. Offsets past the end or inside a character are clamped.
    pub fn at(&self, range: Range<usize>) -> Location {
        let start = floor_char_boundary(&self.text, range.start);
        let end = floor_char_boundary(&self.text, range.end).max(start);
        let line = self.line_starts.partition_point(|&begin| begin <= start).max(1);
        let begin = self.line_starts.get(line - 1).copied().unwrap_or(0);
        let column = self.text[begin..start].chars().count() + 1;
        let region = self.region(&(start..end.max(start + 1)));
        Location { range: start..end, line, column, region }
    }
}

fn first_line(text: &str, range: Range<usize>) -> Range<usize> {
    let raw = &text[range.clone()];
    let length = raw.find('\n').unwrap_or(raw.len());
    range.start..range.start + raw[..length].trim_end().len()
}

fn floor_char_boundary(text: &str, at: usize) -> usize {
    let mut at = at.min(text.len());
    while !text.is_char_boundary(at) {
        at -= 1;
    }
    at
}

/// Finds `range` of `value` in `raw`, the same text as the source writes it: possibly quoted,
/// folded over lines or indented. Characters must agree in order; white space matches any run of
/// white space, `''` and `\"` the quote they stand for, marks of emphasis nothing. `None` when
/// another escape makes them differ.
fn align(value: &str, raw: &str, range: Range<usize>) -> Option<Range<usize>> {
    if let Some(at) = raw.find(value) {
        return Some(at + range.start..at + range.end);
    }
    let quote = raw.chars().next().filter(|c| matches!(c, '\'' | '"'));
    let mut raw_chars = raw.char_indices().peekable();
    // A block scalar opens with `|` or `>`, a quoted one with its quote.
    raw_chars.next_if(|_| quote.is_some());
    while let Some(&(_, c)) = raw_chars.peek().filter(|_| quote.is_none()) {
        let first = value.trim_start().chars().next()?;
        if c == first {
            break;
        }
        raw_chars.next();
    }
    let (mut start, mut end) = (None, None);
    for (at, c) in value.char_indices().filter(|(_, c)| !c.is_whitespace()) {
        let (mut raw_at, mut raw_char) =
            raw_chars.find(|(_, raw_char)| !raw_char.is_whitespace())?;
        // Marks of emphasis, in a file whose texts are Markdown, are no part of the value.
        while raw_char != c && matches!(raw_char, '*' | '_' | '`') {
            (raw_at, raw_char) = raw_chars.find(|(_, raw_char)| !raw_char.is_whitespace())?;
        }
        let escapes = match quote {
            Some('\'') => raw_char == '\'',
            Some(_) => raw_char == '\\',
            None => false,
        };
        if escapes {
            raw_char = raw_chars.next()?.1;
        }
        if raw_char != c {
            return None;
        }
        if range.contains(&at) {
            start.get_or_insert(raw_at);
            end = Some(raw_chars.peek().map_or(raw.len(), |(next, _)| *next));
        }
    }
    Some(start?..end?)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(value: &str, raw: &str, pick: &str, expected: &str) {
        let start = value.find(pick).expect("pick stands in value");
        let range = align(value, raw, start..start + pick.len()).expect("aligned");
        assert_eq!(&raw[range], expected);
    }

    #[test]
    fn ranges_are_followed_through_quoting_and_folding() {
        check("Cut p99 by half", "Cut p99 by half", "p99", "p99");
        check("Cut p99 by half", "\"Cut p99 by half\"", "p99", "p99");
        check("Cut p99 by half", ">-\n      Cut p99\n      by half", "99 by", "99\n      by");
        check("Cut p99 by half", "**Cut** `p99` by *half*", "p99 by", "p99` by");
        check("don't stop", "'don''t stop'", "stop", "stop");
        check("don't stop", "'don''t stop'", "don't", "don''t");
        check("say \"go\" now", r#""say \"go\" now""#, "\"go\"", r#"\"go\""#);
    }

    #[test]
    fn a_value_changed_by_escapes_is_not_followed() {
        assert_eq!(align("a\tb c", r#""a\tb c""#, 4..5), None);
    }

    #[test]
    fn columns_count_characters() {
        let map = SourceMap::new("é: ü\nab: c\n".to_owned());
        assert_eq!(map.at(4..6), Location { range: 4..6, line: 1, column: 4, region: None });
        assert_eq!(map.at(11..12).line, 2);
        assert_eq!(map.at(999..1000).range, 13..13);
    }
}
