//! Markdown inside a value: to plain text, links and list items.

use super::build::Piece;

/// How far the address of a link may reach, in bytes.
const MOST_ADDRESS: usize = 2048;

/// A text without its markup.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Plain {
    /// What a reader of the page sees.
    pub(super) text: String,
    /// The address of the first link.
    pub(super) link: Option<String>,
}

/// Takes emphasis, code marks, links and escapes out of `text`.
///
/// A mark counts only where Markdown would see one: `5 * 3`, `snake_case` and a star without a
/// partner stay. One pass, with the open marks on a stack.
pub(super) fn plain(text: &str) -> Plain {
    if !text.contains(['*', '_', '`', '[', '\\', '<']) {
        return Plain { text: text.to_owned(), link: None };
    }
    let mut out = Plain::default();
    let mut gone = marks(text, &mut out.link);
    gone.sort_unstable();
    let mut from = 0;
    for (start, end) in gone {
        if start >= from {
            out.text += &text[from..start];
            from = end;
        }
    }
    out.text += &text[from..];
    out
}

/// The bytes of `text` that are markup.
fn marks(text: &str, link: &mut Option<String>) -> Vec<(usize, usize)> {
    let bytes = text.as_bytes();
    let mut gone = Vec::new();
    // Open emphasis by its mark, and open brackets; each is looked at from its end only.
    let mut open: Vec<(&str, usize)> = Vec::new();
    let mut brackets: Vec<usize> = Vec::new();
    let mut at = 0;
    while at < bytes.len() {
        let mut next = at + 1;
        match bytes[at] {
            b'\\' if bytes.get(at + 1).is_some_and(u8::is_ascii_punctuation) => {
                gone.push((at, at + 1));
                next = at + 2;
            }
            b'[' => brackets.push(at),
            b']' => {
                let start = brackets.pop();
                let address = address(text, at + 1, b'(', b')');
                if let (Some(start), Some(end)) = (start, address) {
                    let is_image = start > 0 && bytes[start - 1] == b'!';
                    gone.push((start - usize::from(is_image), start + 1));
                    gone.push((at, end));
                    link.get_or_insert_with(|| text[at + 2..end - 1].to_owned());
                    next = end;
                }
            }
            b'<' => {
                if let Some(end) = address(text, at, b'<', b'>')
                    && (text[at + 1..].starts_with("http") || text[at + 1..].starts_with("mailto:"))
                {
                    gone.extend([(at, at + 1), (end - 1, end)]);
                    link.get_or_insert_with(|| text[at + 1..end - 1].to_owned());
                    next = end;
                }
            }
            mark @ (b'*' | b'_' | b'`') => {
                let length = bytes[at..].iter().take_while(|byte| **byte == mark).count().min(3);
                next = at + length;
                emphasis(text, at, next, &mut open, &mut gone);
            }
            _ => {}
        }
        at = next;
    }
    gone
}

/// Opens or closes the emphasis whose mark stands at `start..end`.
fn emphasis<'a>(
    text: &'a str,
    start: usize,
    end: usize,
    open: &mut Vec<(&'a str, usize)>,
    gone: &mut Vec<(usize, usize)>,
) {
    let mark = &text[start..end];
    let before = text[..start].chars().next_back();
    let after = text[end..].chars().next();
    let is_word = |c: Option<char>| c.is_some_and(char::is_alphanumeric);
    let is_space = |c: Option<char>| c.is_none_or(char::is_whitespace);
    let inside = is_word(before) && is_word(after);
    let is_code = mark.starts_with('`');
    // Stars may stand inside a word when doubled, as in `**Post**gres`.
    let splits = inside && !is_code && mark.len() < 2;
    if !is_space(before) || is_code {
        let partner = open.iter().rposition(|(held, _)| *held == mark);
        if let Some(partner) = partner.filter(|_| !splits) {
            let (_, from) = open[partner];
            open.truncate(partner);
            gone.extend([(from, from + mark.len()), (start, end)]);
            return;
        }
    }
    // A text full of marks without partners is no text; it need not be searched again and again.
    if (!is_space(after) || is_code) && !splits && open.len() < 64 {
        open.push((mark, start));
    }
}

/// The end of an address in brackets that begins at `at`; it holds no blanks.
fn address(text: &str, at: usize, open: u8, close: u8) -> Option<usize> {
    let bytes = text.as_bytes();
    if bytes.get(at) != Some(&open) {
        return None;
    }
    let mut depth = 0_usize;
    for (offset, byte) in bytes[at..].iter().enumerate().take(MOST_ADDRESS) {
        if *byte == open {
            depth += 1;
        } else if *byte == close {
            depth -= 1;
            if depth == 0 {
                return (offset > 1).then_some(at + offset + 1);
            }
        } else if byte.is_ascii_whitespace() {
            return None;
        }
    }
    None
}

/// A text of several lines: what stands in a list, and what does not.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Blocks {
    /// Paragraphs, in order.
    pub(super) paragraphs: Vec<Piece>,
    /// Items of lists, in order; those of inner lists stand beside the others.
    pub(super) items: Vec<Piece>,
}

impl Blocks {
    /// All of it as one paragraph.
    pub(super) fn paragraph(&self) -> Option<Piece> {
        let mut all: Vec<Piece> = self.paragraphs.iter().chain(&self.items).cloned().collect();
        all.sort_by_key(|piece| piece.span.start);
        Piece::sentences(all)
    }
}

/// Glyphs that begin an item also in the middle of a line, where an export lost the line breaks.
const BULLETS: [char; 8] = ['•', '●', '▪', '◦', '■', '‣', '⁃', '∙'];

/// Takes `text` apart. `raw` is the same text as it stands at `at` in the source; each part gets
/// its own place there as far as its lines are found.
pub(super) fn blocks(text: &str, raw: &str, at: usize) -> Blocks {
    let mut out = Blocks::default();
    let mut cursor = 0;
    let mut current: Option<(bool, Piece)> = None;
    for line in text.split(['\n', '\r', '\u{2028}']).flat_map(inner_items) {
        let item = item(line);
        let body = item.unwrap_or(line).trim();
        if body.is_empty() || item.is_some() || is_rule(body) {
            close(&mut out, current.take());
        }
        if body.is_empty() || is_rule(body) {
            continue;
        }
        let found = raw.get(cursor..).and_then(|rest| rest.find(body));
        let span = match found {
            Some(found) => {
                let start = at + cursor + found;
                cursor += found + body.len();
                start..start + body.len()
            }
            None => at..at + raw.len(),
        };
        match &mut current {
            Some((_, piece)) => {
                piece.text.push(' ');
                piece.text.push_str(body);
                piece.span.end = piece.span.end.max(span.end);
            }
            None => current = Some((item.is_some(), Piece::new(body, span))),
        }
    }
    close(&mut out, current);
    out
}

fn close(out: &mut Blocks, current: Option<(bool, Piece)>) {
    if let Some((is_item, mut piece)) = current {
        piece.text = plain(&piece.text).text;
        if is_item { out.items.push(piece) } else { out.paragraphs.push(piece) }
    }
}

/// A line, cut before every bullet glyph when it begins with one.
fn inner_items(line: &str) -> impl Iterator<Item = &str> {
    let is_list = line.trim_start().starts_with(BULLETS);
    let mut rest = Some(line);
    std::iter::from_fn(move || {
        let here = rest.take()?;
        let first = here.find(|c: char| !c.is_whitespace()).unwrap_or(0);
        let after = first + here[first..].chars().next().map_or(0, char::len_utf8);
        let next = is_list.then(|| here[after..].find(BULLETS)).flatten();
        Some(next.map_or(here, |next| {
            rest = Some(&here[after + next..]);
            &here[..after + next]
        }))
    })
}

/// The text of a line that begins an item.
fn item(line: &str) -> Option<&str> {
    let line = line.trim_start();
    if let Some(rest) = line.strip_prefix(BULLETS) {
        return Some(rest);
    }
    let after = line.strip_prefix(['-', '*', '+', '–', '—', '·', 'o']);
    // The letter `o` stands for a hollow bullet only where a tab or several blanks follow.
    let gap = if line.starts_with('o') { "  " } else { " " };
    if let Some(rest) = after.filter(|rest| rest.starts_with(gap) || rest.starts_with('\t')) {
        return Some(rest);
    }
    let digits = line.bytes().take_while(u8::is_ascii_digit).count();
    let rest = line.get(digits..).filter(|_| (1..=2).contains(&digits))?;
    rest.strip_prefix(['.', ')']).filter(|rest| rest.starts_with(' '))
}

/// A line drawn with dashes or stars.
fn is_rule(body: &str) -> bool {
    body.len() >= 3 && body.bytes().all(|byte| matches!(byte, b'-' | b'*' | b'_' | b'='))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, expected: &str, link: Option<&str>) {
        let found = plain(text);
        assert_eq!((found.text.as_str(), found.link.as_deref()), (expected, link), "{text:?}");
    }

    #[test]
    fn markup_is_taken_out() {
        check("**Cut** p99", "Cut p99", None);
        check("*Cut* p99 by __half__", "Cut p99 by half", None);
        check("***Cut*** _p99_.", "Cut p99.", None);
        check("**Post**gres", "Postgres", None);
        check("ran `make -j2` daily", "ran make -j2 daily", None);
        check("[Acme](https://acme.test)", "Acme", Some("https://acme.test"));
        check("**[Acme](https://acme.test/a_(b))**", "Acme", Some("https://acme.test/a_(b)"));
        check("see <https://acme.test>", "see https://acme.test", Some("https://acme.test"));
        check(r"5 \* 3 and \_x\_", "5 * 3 and _x_", None);
        check("*a **b** c*", "a b c", None);
    }

    #[test]
    fn what_is_no_markup_stays() {
        for text in [
            "5 * 3 = 15", "snake_case_name", "2*3*4", "C* and D", "a [b] c", "a [b] (c)", "<10 ms",
            "x < y > z", "[](", "**", "p_99", "`", "* star", r"C:\logs",
        ] {
            check(text, text, None);
        }
    }

    #[test]
    fn marks_without_partners_cost_no_time() {
        let text = "*a [b](c <d `e _f ".repeat(40_000);
        assert!(plain(&text).text.len() <= text.len());
    }

    #[track_caller]
    fn check_blocks(text: &str, paragraphs: &[&str], items: &[&str]) {
        let found = blocks(text, text, 0);
        let texts = |pieces: &[Piece]| -> Vec<String> {
            for piece in pieces {
                assert!(text.get(piece.span.clone()).is_some());
            }
            pieces.iter().map(|piece| piece.text.clone()).collect()
        };
        assert_eq!(texts(&found.paragraphs), paragraphs, "{text:?}");
        assert_eq!(texts(&found.items), items, "{text:?}");
    }

    #[test]
    fn lists_are_taken_apart() {
        check_blocks("one line", &["one line"], &[]);
        check_blocks("- a\n- b\n", &[], &["a", "b"]);
        check_blocks("* a\n  goes on\n* b", &[], &["a goes on", "b"]);
        check_blocks("Lead:\n\n1. a\n2) b\n\nThe end", &["Lead:", "The end"], &["a", "b"]);
        check_blocks("• a. • b.", &[], &["a.", "b."]);
        check_blocks("- a\n  - b", &[], &["a", "b"]);
        check_blocks("a\nb\n\nc", &["a b", "c"], &[]);
        check_blocks("- **a** b\n---\n", &[], &["a b"]);
        check_blocks("a • b", &["a • b"], &[]);
        check_blocks("-5 % cost\n3.5 times", &["-5 % cost 3.5 times"], &[]);
        check_blocks("•", &[], &[]);
        check_blocks("", &[], &[]);
    }

    #[test]
    fn parts_know_their_place() {
        let raw = "|\n    - a b\n    - c";
        let found = blocks("- a b\n- c", raw, 10);
        let spans: Vec<_> = found.items.iter().map(|item| item.span.clone()).collect();
        assert_eq!(spans, [18..21, 28..29]);
    }
}
