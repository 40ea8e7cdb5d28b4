//! The text of a document, and positions in it as an editor counts them.

use std::ops::Range;

use lsp_types::{Position, PositionEncodingKind, TextDocumentContentChangeEvent};

/// In what a client counts the characters of a line.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) enum Encoding {
    /// Bytes.
    Utf8,
    /// UTF-16 code units: a character beyond U+FFFF counts twice. What every client understands.
    #[default]
    Utf16,
    /// Characters.
    Utf32,
}

impl Encoding {
    /// The encoding of a name in the protocol.
    pub(crate) fn named(kind: &PositionEncodingKind) -> Option<Self> {
        [Self::Utf8, Self::Utf16, Self::Utf32].into_iter().find(|encoding| encoding.kind() == *kind)
    }

    /// Its name in the protocol.
    pub(crate) fn kind(self) -> PositionEncodingKind {
        match self {
            Self::Utf8 => PositionEncodingKind::UTF8,
            Self::Utf16 => PositionEncodingKind::UTF16,
            Self::Utf32 => PositionEncodingKind::UTF32,
        }
    }

    fn width(self, c: char) -> usize {
        match self {
            Self::Utf8 => c.len_utf8(),
            Self::Utf16 => c.len_utf16(),
            Self::Utf32 => 1,
        }
    }
}

/// A text with the places its lines begin at.
#[derive(Clone, Debug)]
pub(crate) struct Text {
    raw: String,
    /// Length of the byte order mark.
    mark: usize,
    lines: Vec<usize>,
}

impl Text {
    pub(crate) fn new(raw: String) -> Self {
        let mark = if raw.starts_with('\u{feff}') { '\u{feff}'.len_utf8() } else { 0 };
        let lines = line_starts(&raw);
        Self { raw, mark, lines }
    }

    /// The text after the byte order mark.
    pub(crate) fn as_str(&self) -> &str {
        &self.raw[self.mark..]
    }

    /// The position of a byte. A byte inside a character stands for its first one, a byte past the
    /// end for the end.
    pub(crate) fn position(&self, at: usize, encoding: Encoding) -> Position {
        let mut at = (at.saturating_add(self.mark)).min(self.raw.len());
        while !self.raw.is_char_boundary(at) {
            at -= 1;
        }
        let line = self.lines.partition_point(|&start| start <= at).saturating_sub(1);
        let start = self.lines.get(line).copied().unwrap_or_default();
        let character = self.raw[start..at].chars().map(|c| encoding.width(c)).sum();
        Position { line: number(line), character: number(character) }
    }

    /// The range of some bytes.
    pub(crate) fn range(&self, bytes: Range<usize>, encoding: Encoding) -> lsp_types::Range {
        let start = self.position(bytes.start, encoding);
        let end = self.position(bytes.end.max(bytes.start), encoding);
        lsp_types::Range { start, end }
    }

    /// The byte at a position. A character past the end of its line stands for that end, a line
    /// past the last for the end of the text, half a character for its beginning.
    pub(crate) fn offset(&self, position: Position, encoding: Encoding) -> usize {
        self.raw_offset(position, encoding).saturating_sub(self.mark)
    }

    fn raw_offset(&self, position: Position, encoding: Encoding) -> usize {
        let line = position.line as usize;
        let Some(&start) = self.lines.get(line) else { return self.raw.len() };
        let end = self.lines.get(line + 1).copied().unwrap_or(self.raw.len());
        let content = self.raw[start..end].trim_end_matches(['\n', '\r']);
        let mut left = position.character as usize;
        for (at, c) in content.char_indices() {
            let width = encoding.width(c);
            if left < width {
                return start + at;
            }
            left -= width;
        }
        start + content.len()
    }

    /// The text after a change.
    pub(crate) fn changed(mut self, change: TextDocumentContentChangeEvent, by: Encoding) -> Self {
        let Some(range) = change.range else { return Self::new(change.text) };
        let start = self.raw_offset(range.start, by);
        let end = self.raw_offset(range.end, by);
        self.raw.replace_range(start.min(end)..start.max(end), &change.text);
        Self::new(self.raw)
    }
}

fn number(count: usize) -> u32 {
    u32::try_from(count).unwrap_or(u32::MAX)
}

/// Lines end at `\n`, `\r\n` and a lone `\r`.
fn line_starts(text: &str) -> Vec<usize> {
    let bytes = text.as_bytes();
    let ends = bytes.iter().enumerate().filter(|(at, byte)| {
        **byte == b'\n' || (**byte == b'\r' && bytes.get(at + 1) != Some(&b'\n'))
    });
    std::iter::once(0).chain(ends.map(|(at, _)| at + 1)).collect()
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    const ALL: [Encoding; 3] = [Encoding::Utf8, Encoding::Utf16, Encoding::Utf32];

    #[track_caller]
    fn check(text: &str, pick: &str, utf8: (u32, u32), utf16: (u32, u32), utf32: (u32, u32)) {
        let at = text.trim_start_matches('\u{feff}').find(pick).expect("pick stands in text");
        let text = Text::new(text.to_owned());
        for (encoding, (line, character)) in ALL.into_iter().zip([utf8, utf16, utf32]) {
            let position = Position { line, character };
            assert_eq!(text.position(at, encoding), position, "{encoding:?}");
            assert_eq!(text.offset(position, encoding), at, "{encoding:?}");
        }
    }

    #[test]
    fn characters_count_as_the_client_says() {
        check("name: Ada", "Ada", (0, 6), (0, 6), (0, 6));
        check("a: é\nb: 😀x", "x", (1, 7), (1, 5), (1, 4));
        check("a\r\nb\rc😀\nd", "d", (3, 0), (3, 0), (3, 0));
        check("a\r\nb\rc😀\nd", "😀", (2, 1), (2, 1), (2, 1));
        check("\u{feff}a: b", "b", (0, 6), (0, 4), (0, 4));
    }

    #[test]
    fn positions_that_do_not_exist_are_clamped() {
        let text = Text::new("a😀\r\nb".to_owned());
        let at = |line, character| text.offset(Position { line, character }, Encoding::Utf16);
        assert_eq!(at(0, 2), 1, "half a character");
        assert_eq!(at(0, 99), 5, "past the end of a line");
        assert_eq!(at(1, 0), 7);
        assert_eq!(at(9, 9), 8, "past the last line");
        assert_eq!(at(u32::MAX, u32::MAX), 8);
        assert_eq!(text.position(2, Encoding::Utf16), Position { line: 0, character: 1 });
        assert_eq!(text.position(usize::MAX, Encoding::Utf16), Position { line: 1, character: 1 });
    }

    proptest! {
        #[test]
        fn positions_and_bytes_are_inverse(raw in "[a\u{e9}\u{1f600}\r\n]{0,40}") {
            let text = Text::new(raw.clone());
            for (at, _) in raw.char_indices() {
                // The second half of a line end is no place of its own.
                if raw[..at].ends_with('\r') && raw[at..].starts_with('\n') {
                    continue;
                }
                for encoding in ALL {
                    prop_assert_eq!(text.offset(text.position(at, encoding), encoding), at);
                }
            }
        }

        #[test]
        fn small_changes_give_the_same_text_as_the_whole(
            raw in "[ab\u{e9}\u{1f600}\r\n]{0,30}",
            from in 0_usize..40,
            to in 0_usize..40,
            new in "[xy\u{1f600}\n]{0,8}",
        ) {
            let text = Text::new(raw);
            for encoding in ALL {
                // Positions are where an editor can be: what `position` gives.
                let range = text.range(from.min(to)..from.max(to), encoding);
                let (start, end) = (text.offset(range.start, encoding), text.offset(range.end, encoding));
                let mut expected = text.as_str().to_owned();
                expected.replace_range(start..end, &new);
                let change = TextDocumentContentChangeEvent {
                    range: Some(range),
                    range_length: None,
                    text: new.clone(),
                };
                let changed = text.clone().changed(change, encoding);
                prop_assert_eq!(changed.as_str(), &expected);
                prop_assert_eq!(changed.lines, line_starts(&expected));
            }
        }
    }
}
