//! A scalar as its file writes it, character by character: which bytes stand for which character.

use std::ops::Range;

/// How a scalar is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Style {
    /// Without quotes.
    Plain,
    /// `'…'`
    Single,
    /// `"…"`
    Double,
    /// `|`
    Literal,
    /// `>`
    Folded,
}

/// Characters of a value with the bytes of the raw text that stand for each.
#[derive(Debug, Default)]
pub(super) struct Letters {
    pub(super) text: String,
    /// For every character: its first byte in `text`, and its bytes in the raw text.
    places: Vec<(usize, Range<usize>)>,
}

impl Letters {
    fn push(&mut self, c: char, raw: Range<usize>) {
        self.places.push((self.text.len(), raw));
        self.text.push(c);
    }

    /// The raw bytes of some bytes of the value; `None` inside a character.
    pub(super) fn raw(&self, range: &Range<usize>) -> Option<Range<usize>> {
        let at = |byte: usize| self.places.binary_search_by_key(&byte, |(at, _)| *at).ok();
        let end =
            if range.end == self.text.len() { Some(self.places.len()) } else { at(range.end) };
        let last = end?.checked_sub(1).map(|last| self.places[last].1.end);
        if range.is_empty() {
            // In front of a character is nearer than behind the one before: a line may end there.
            let next = at(range.start).map(|next| self.places[next].1.start);
            let place = next.or(last)?;
            return Some(place..place);
        }
        Some(self.places[at(range.start)?].1.start..last?)
    }
}

/// Reads a raw scalar, quotes and header included. `None` when it is not of that style, or says
/// something in a way that is not followed: the caller then writes it anew.
pub(super) fn unquote(raw: &str, style: Style) -> Option<Letters> {
    match style {
        Style::Plain => flow(raw, 0..raw.len(), style),
        Style::Single | Style::Double => {
            let mark = if style == Style::Single { '\'' } else { '"' };
            let inner = raw.strip_prefix(mark)?.strip_suffix(mark)?;
            flow(raw, 1..1 + inner.len(), style)
        }
        Style::Literal | Style::Folded => block(raw, style),
    }
}

/// Plain and quoted scalars: line breaks fold to a space, blank lines to line breaks.
fn flow(raw: &str, range: Range<usize>, style: Style) -> Option<Letters> {
    let mut letters = Letters::default();
    let mut at = range.start;
    // Where white space that may turn out to end a line begins.
    let mut blanks: Option<usize> = None;
    while at < range.end {
        let rest = &raw[at..range.end];
        let c = rest.chars().next()?;
        match c {
            ' ' | '\t' => {
                blanks.get_or_insert(at);
                at += 1;
            }
            '\n' | '\r' => {
                let from = blanks.take().unwrap_or(at);
                let fold = rest.trim_start_matches([' ', '\t', '\n', '\r']);
                let end = range.end - fold.len();
                let breaks = raw[at..end].matches('\n').count();
                push_fold(&mut letters, from..end, breaks);
                at = end;
            }
            _ => {
                if let Some(from) = blanks.take() {
                    push_each(&mut letters, raw, from..at);
                }
                let (c, length) = match (style, c) {
                    (Style::Single, '\'') => rest.starts_with("''").then_some((Some('\''), 2))?,
                    (Style::Double, '\\') => escape(rest)?,
                    _ => (Some(c), c.len_utf8()),
                };
                if let Some(c) = c {
                    letters.push(c, at..at + length);
                }
                at += length;
            }
        }
    }
    if let Some(from) = blanks {
        push_each(&mut letters, raw, from..range.end);
    }
    Some(letters)
}

fn push_each(letters: &mut Letters, raw: &str, range: Range<usize>) {
    for (at, c) in raw[range.clone()].char_indices() {
        letters.push(c, range.start + at..range.start + at + c.len_utf8());
    }
}

/// One line break is a space; of several, all but the first stay.
fn push_fold(letters: &mut Letters, range: Range<usize>, breaks: usize) {
    if breaks < 2 {
        return letters.push(' ', range);
    }
    let end = range.end;
    letters.push('\n', range);
    for _ in 2..breaks {
        letters.push('\n', end..end);
    }
}

/// The character an escape stands for, and its length; an escaped line break is no character.
fn escape(rest: &str) -> Option<(Option<char>, usize)> {
    let c = rest[1..].chars().next()?;
    let simple = match c {
        '0' => '\0',
        'a' => '\u{7}',
        'b' => '\u{8}',
        't' | '\t' => '\t',
        'n' => '\n',
        'v' => '\u{b}',
        'f' => '\u{c}',
        'r' => '\r',
        'e' => '\u{1b}',
        ' ' | '"' | '/' | '\\' => c,
        'N' => '\u{85}',
        '_' => '\u{a0}',
        'L' => '\u{2028}',
        'P' => '\u{2029}',
        'x' => return hex(rest, 2),
        'u' => return hex(rest, 4),
        'U' => return hex(rest, 8),
        '\n' | '\r' => {
            let line = rest[1..].strip_prefix('\r').unwrap_or(&rest[1..]).strip_prefix('\n')?;
            let next = line.trim_start_matches([' ', '\t']);
            // Blank lines behind it would each be a line break.
            return (!next.starts_with(['\n', '\r'])).then_some((None, rest.len() - next.len()));
        }
        _ => return None,
    };
    Some((Some(simple), 1 + c.len_utf8()))
}

/// `\u00e9`, also as a pair of surrogates: `\ud83d\ude00`.
fn hex(rest: &str, digits: usize) -> Option<(Option<char>, usize)> {
    let number = |from: usize| u32::from_str_radix(rest.get(from..from + digits)?, 16).ok();
    let first = number(2)?;
    let length = 2 + digits;
    if !(0xd800..0xdc00).contains(&first) || digits != 4 {
        return Some((Some(char::from_u32(first)?), length));
    }
    rest[length..].starts_with("\\u").then_some(())?;
    let second = number(length + 2)?.checked_sub(0xdc00).filter(|low| *low < 0x400)?;
    let c = char::from_u32(0x1_0000 + ((first - 0xd800) << 10) + second)?;
    Some((Some(c), 2 * length))
}

/// One line of a block: where its content stands.
struct Line {
    range: Range<usize>,
    /// Begins with white space beyond the indentation, which keeps the line breaks around it.
    is_deeper: bool,
}

/// Literal and folded blocks, whose indentation is that of their first line.
fn block(raw: &str, style: Style) -> Option<Letters> {
    let header = raw.lines().next()?;
    let indicators = header[1..].split(['#', ' ']).next()?;
    // An indentation given as a number counts from the parent's, which does not stand here.
    indicators.chars().all(|c| matches!(c, '+' | '-' | '\r')).then_some(())?;
    let mut lines = Vec::new();
    let mut at = raw.find('\n')? + 1;
    let body = &raw[at..];
    let first = body.lines().find(|line| !line.trim().is_empty())?;
    let indent = first.len() - first.trim_start_matches(' ').len();
    for line in body.split('\n') {
        let content = line.strip_suffix('\r').unwrap_or(line);
        let spaces = (content.len() - content.trim_start_matches(' ').len()).min(indent);
        (spaces == indent || content.len() == spaces).then_some(())?;
        let range = at + spaces..at + content.len();
        lines.push(Line { is_deeper: raw[range.clone()].starts_with([' ', '\t']), range });
        at += line.len() + 1;
    }
    let mut letters = Letters::default();
    let mut before: Option<&Line> = None;
    let mut blanks = 0;
    let mut from = lines.first()?.range.start;
    for line in &lines {
        if line.range.is_empty() {
            blanks += 1;
            continue;
        }
        let gap = from..line.range.start;
        let keeps = before.is_some_and(|before| before.is_deeper) || line.is_deeper;
        let breaks = match (before, style) {
            (None, _) => blanks,
            (Some(_), Style::Folded) if !keeps => blanks,
            _ => blanks + 1,
        };
        match breaks {
            0 if before.is_some() => letters.push(' ', gap),
            0 => {}
            _ => {
                letters.push('\n', gap.clone());
                (1..breaks).for_each(|_| letters.push('\n', gap.end..gap.end));
            }
        }
        push_each(&mut letters, raw, line.range.clone());
        (from, before, blanks) = (line.range.end, Some(line), 0);
    }
    Some(letters)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(style: Style, raw: &str, expected: &str) {
        let letters = unquote(raw, style).expect("followed");
        assert_eq!(letters.text, expected);
        let whole = letters.raw(&(0..expected.len())).expect("a place");
        assert!(raw.get(whole).is_some());
    }

    #[test]
    fn flow_scalars() {
        check(Style::Plain, "Cut p99", "Cut p99");
        check(Style::Plain, "Cut\n    p99  \r\n  by half", "Cut p99 by half");
        check(Style::Plain, "one\n\n  two\n\n\n  three", "one\ntwo\n\nthree");
        check(Style::Single, "'don''t \"x\"'", "don't \"x\"");
        check(Style::Single, "' a\n  b '", " a b ");
        check(Style::Double, r#""a\tb \"q\" \u00e9 \ud83d\ude00 \/""#, "a\tb \"q\" é 😀 /");
        check(Style::Double, "\"a \\\n   b\\n\"", "a b\n");
    }

    #[test]
    fn blocks() {
        check(Style::Folded, ">-\n    Cut p99\n    by half", "Cut p99 by half");
        check(Style::Folded, "> # why\r\n    one\r\n\r\n    two\r\n    three", "one\ntwo three");
        check(Style::Folded, ">\n  a\n    deep\n  b", "a\n  deep\nb");
        check(Style::Literal, "|\n  a\n   b\n\n  c", "a\n b\n\nc");
        check(Style::Literal, "|-\n\n  a", "\na");
    }

    #[test]
    fn what_is_not_followed() {
        for (style, raw) in [
            (Style::Single, "'a'b'"),
            (Style::Double, "\"\\q\""),
            (Style::Double, "\"\\ud83d\""),
            (Style::Literal, "|2\n  a"),
            (Style::Folded, ">"),
            (Style::Double, "\""),
        ] {
            assert!(unquote(raw, style).is_none(), "{raw:?}");
        }
    }
}
