//! Lines of the source, as far as an error message needs them.

use std::ops::Range;

/// One line, without its line break and trailing blanks.
#[derive(Clone, Copy)]
pub(super) struct Line {
    pub(super) start: usize,
    pub(super) end: usize,
}

impl Line {
    /// The line that holds byte `at`.
    pub(super) fn around(text: &str, at: usize) -> Self {
        let start = text[..at].rfind('\n').map_or(0, |newline| newline + 1);
        let end = text[at..].find('\n').map_or(text.len(), |length| at + length);
        Self { start, end: start + text[start..end].trim_end().len() }
    }

    /// The lines above, nearest first, that are neither blank nor a comment. At most 200 of the
    /// file are looked at: a message about a text that long would help nobody.
    pub(super) fn above(self, text: &str) -> impl Iterator<Item = Self> {
        let mut start = self.start;
        std::iter::from_fn(move || {
            let line = (start > 0).then(|| Self::around(text, start - 1))?;
            start = line.start;
            Some(line)
        })
        .take(200)
        .filter(move |line| {
            let body = text[line.start..line.end].trim_start();
            !body.is_empty() && !body.starts_with('#')
        })
    }

    /// Where its first character stands that is neither indentation nor a list dash.
    pub(super) fn body(self, text: &str) -> usize {
        let mut at = self.start;
        loop {
            let rest = &text[at..self.end];
            let trimmed = rest.trim_start_matches(' ');
            at += rest.len() - trimmed.len();
            match trimmed.strip_prefix("- ") {
                Some(_) => at += 2,
                None => return at,
            }
        }
    }

    /// Columns in front of the body.
    pub(super) fn indent(self, text: &str) -> usize {
        self.body(text) - self.start
    }

    /// True when a list dash stands in front of the body.
    pub(super) fn has_dash(self, text: &str) -> bool {
        text[self.start..self.body(text)].contains('-')
    }

    /// The line from `at` on.
    pub(super) fn rest(self, text: &str, at: usize) -> &str {
        text.get(at..self.end).unwrap_or_default()
    }

    /// Its body as bytes of the source.
    pub(super) fn span(self, text: &str) -> Range<usize> {
        self.body(text)..self.end
    }

    /// The colon of `some words: value` in its body, when the key is words rather than a name.
    pub(super) fn wordy_colon(self, text: &str) -> Option<usize> {
        let body = &text[self.span(text)];
        let key = body.find(": ").or_else(|| body.strip_suffix(':').map(str::len))?;
        let words = body[..key].contains(' ') && !body.starts_with(['"', '\'']);
        words.then(|| self.body(text) + key)
    }

    /// The first `[` or `{` of its body that it does not close, outside quotes.
    pub(super) fn open_bracket(self, text: &str) -> Option<usize> {
        let mut open = Vec::new();
        let mut quote = None;
        for (at, c) in text[self.start..self.end].char_indices() {
            match (quote, c) {
                (Some(mark), _) if c == mark => quote = None,
                (None, '"' | '\'') => quote = Some(c),
                (None, '[' | '{') => open.push(self.start + at),
                (None, ']' | '}') => drop(open.pop()),
                _ => {}
            }
        }
        open.first().copied()
    }
}

/// The end of the character at `at`; `at` itself at the end of a line.
pub(super) fn next_char(text: &str, at: usize) -> usize {
    let c = text[at..].chars().next().filter(|c| !matches!(c, '\n' | '\r'));
    at + c.map_or(0, char::len_utf8)
}
