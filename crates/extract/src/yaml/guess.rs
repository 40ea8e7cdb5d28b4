//! What the author most likely meant where the parser only knows that it is stuck.

use super::line::{Line, next_char};
use crate::ReadError;
use crate::words::{clip, in_quotes};

pub(super) const QUOTE_IT: &str = "put the whole text in quotes";

/// A tab where only spaces may stand.
pub(super) fn tab(text: &str, line: Line, at: usize) -> ReadError {
    // The parser may stand at the end of the text above.
    let place = text[line.start..].find('\t').map_or(at, |tab| line.start + tab);
    ReadError::at(text, place..next_char(text, place), "a tab character indents this line")
        .hint("YAML allows only spaces here: two for each level")
}

/// A colon where no mapping can begin. Three mistakes look like this to a parser.
pub(super) fn colon(text: &str, line: Line, at: usize) -> ReadError {
    let body = line.body(text);
    let before = text.get(body..at).unwrap_or_default();
    if let Some((key, value)) = before.split_once(": ") {
        // `- Cut latency: from 480 ms: now 120` or `summary: Payments: five years`.
        let rest = line.rest(text, body + key.len() + 2);
        let wordy = key.contains(' ');
        let key = clip(key, 24);
        let hint = match value {
            "" => QUOTE_IT.to_owned(),
            _ if wordy => format!("{QUOTE_IT}: `{}`", in_quotes(line.rest(text, body), 60)),
            _ => format!("{QUOTE_IT}: `{key}: {}`", in_quotes(rest, 40)),
        };
        return ReadError::at(text, at..next_char(text, at), "a second colon in one line of text")
            .hint(hint);
    }
    let Some(above) = line.above(text).next() else { return indentation(text, line, at) };
    let raw = &text[above.span(text)];
    match raw.split_once(':') {
        Some((key, value))
            if !key.contains([' ', '"', '\''])
                && !value.is_empty()
                && !value.starts_with([' ', '\t', '/']) =>
        {
            let colon = above.body(text) + key.len();
            return ReadError::at(text, colon..colon + 1, "a space is missing after this colon")
                .hint(format!("write `{}: {}`", clip(key, 24), clip(value, 30)));
        }
        None if above.indent(text) == line.indent(text) && !above.has_dash(text) => {
            return no_colon(text, above);
        }
        _ => {}
    }
    indentation(text, line, at)
}

/// A line that should be a key with its value and is neither.
pub(super) fn no_colon(text: &str, line: Line) -> ReadError {
    let indent = line.indent(text);
    // `- Kafka migration: led three teams`, wrapped onto this line: the bullet became a mapping.
    let bullet = line.above(text).take(20).take_while(|above| above.indent(text) >= indent);
    for above in bullet {
        if let Some(colon) = above.wordy_colon(text) {
            return ReadError::at(text, colon..colon + 1, "the colon makes a mapping of this text")
                .hint(format!("{QUOTE_IT}, from its first word to its last line"));
        }
        if above.has_dash(text) {
            break;
        }
    }
    ReadError::at(text, line.span(text), "this line has no `key:`")
        .hint("write `key: value`, or indent the line further if it continues the text above")
}

/// A quote without its partner. The parser may notice only lines later; the quote that opened is
/// what the author looks for.
pub(super) fn unclosed_quote(text: &str, at: usize) -> ReadError {
    let line = Line::around(text, at);
    let opening = |line: Line| {
        let body = line.body(text);
        let value = text[body..line.end].find(": ").map_or(body, |colon| body + colon + 2);
        let rest = line.rest(text, value).trim_start();
        rest.starts_with(['"', '\'']).then(|| line.end - rest.len())
    };
    let place = std::iter::once(line).chain(line.above(text)).find_map(opening).unwrap_or(at);
    ReadError::at(text, place..next_char(text, place), "this quote is never closed")
        .hint("add the same quote at the end of the text")
}

/// A backslash in double quotes that begins nothing YAML knows; `at` is the opening quote.
pub(super) fn bad_escape(text: &str, at: usize) -> ReadError {
    const KNOWN: &str = "0abt\tnvfre \"/\\N_LPxuU\r\n";
    let mut chars = text[at..].char_indices();
    let mut place = at..next_char(text, at);
    while let Some((offset, c)) = chars.next() {
        if c == '\\'
            && let Some((_, escaped)) = chars.next()
            && !KNOWN.contains(escaped)
        {
            place = at + offset..at + offset + 1 + escaped.len_utf8();
            break;
        }
    }
    ReadError::at(text, place, "YAML does not know this escape")
        .hint("inside double quotes write a backslash as `\\\\`, or use single quotes")
}

/// A line that fits nothing above it, unless what stands above it explains why.
pub(super) fn indentation(text: &str, line: Line, at: usize) -> ReadError {
    let body = line.body(text);
    if at > body && text[body..].starts_with(['[', '{']) {
        return ReadError::at(
            text,
            at..next_char(text, at),
            "text goes on after the closing bracket",
        )
        .hint(format!("{QUOTE_IT}: `{}`", in_quotes(line.rest(text, body), 40)));
    }
    let above = line.above(text).next();
    if let Some(bracket) = above.and_then(|above| above.open_bracket(text)) {
        let (open, close) = if text[bracket..].starts_with('[') { ('[', ']') } else { ('{', '}') };
        return ReadError::at(text, bracket..bracket + 1, format!("this `{open}` is never closed"))
            .hint(format!(
                "close it with `{close}`; a text that begins with `{open}` needs quotes"
            ));
    }
    if line.end > body && !text[body..].contains(':') {
        return no_colon(text, line);
    }
    let range = if line.end > body { line.span(text) } else { at..next_char(text, at) };
    let error = ReadError::at(text, range, "the indentation of this line fits nothing above it");
    match above {
        Some(above)
            if above.indent(text) < line.indent(text) && !text[..above.end].ends_with(':') =>
        {
            error.hint("the line above already has its value; align this line with its key")
        }
        _ => error.hint("begin it in the same column as the keys or dashes it belongs to"),
    }
}
