//! Writing a key that was missing, in a line of its own where the file has lines.

use resume::{FieldPath, Segment};

use super::lines::{end_of, indent, line, start_of};
use super::place::is_flow;
use super::quoting::{double, is_plain_safe, quoted};
use super::{Source, TextEdit};
use crate::Format;
use crate::node::{Entry, Node, Value};

/// The edit that writes `text` under the key at `path`, and its mapping when there is none.
pub(super) fn insert(source: &Source<'_>, path: &FieldPath, text: &str) -> Option<TextEdit> {
    let parent = path.parent()?;
    let key = last_key(path)?;
    let value = match source.format {
        Format::Json => double(text),
        _ if is_plain_safe(text, true) => text.to_owned(),
        _ => quoted(text),
    };
    if let Some(place) = source.place(&parent) {
        return into(source, place.node, &Line { key, value, nested: None });
    }
    let outer = source.place(&parent.parent()?)?;
    into(source, outer.node, &Line { key: last_key(&parent)?, value, nested: Some(key) })
}

fn last_key(path: &FieldPath) -> Option<&str> {
    match path.segments().last()? {
        Segment::Key(key) => Some(key),
        Segment::Index(_) => None,
    }
}

/// `key: value`, or `key: {nested: value}`.
struct Line<'a> {
    key: &'a str,
    value: String,
    nested: Option<&'a str>,
}

impl Line<'_> {
    /// With braces, as JSON or as YAML writes them.
    fn in_braces(&self, format: Format) -> String {
        let name = |key: &str| match format {
            Format::Json => double(key),
            _ => key.to_owned(),
        };
        match self.nested {
            None => format!("{}: {}", name(self.key), self.value),
            Some(key) => format!("{}: {{ {}: {} }}", name(self.key), name(key), self.value),
        }
    }

    /// In lines that are indented by `indent`, each with a line end in front.
    fn in_lines(&self, end: &str, indent: &str) -> String {
        match self.nested {
            None => format!("{end}{indent}{}: {}", self.key, self.value),
            Some(key) => format!("{end}{indent}{}:{end}{indent}  {key}: {}", self.key, self.value),
        }
    }
}

fn into(source: &Source<'_>, mapping: &Node, new: &Line<'_>) -> Option<TextEdit> {
    let Value::Mapping { entries, .. } = &mapping.value else { return None };
    let text = source.text;
    let end = if text.contains("\r\n") { "\r\n" } else { "\n" };
    let Some(last) = entries.last() else {
        // `{}`
        text.get(mapping.span.clone()).filter(|written| written.starts_with('{'))?;
        return Some(TextEdit::insert(mapping.span.start + 1, &new.in_braces(source.format)));
    };
    if is_flow(text, mapping) {
        let key = last.key_span.start;
        let own_line = text.get(start_of(text, key)..key).filter(|before| before.trim().is_empty());
        let gap = own_line.map_or_else(|| " ".to_owned(), |indent| format!("{end}{indent}"));
        let new = format!(",{gap}{}", new.in_braces(source.format));
        return Some(TextEdit::insert(last.value.span.end, &new));
    }
    // Behind the last value that ends with its line; one with several lines has its own ways.
    let one_line = |entry: &&Entry| {
        matches!(&entry.value.value, Value::Scalar(scalar) if !scalar.block)
            && !text[entry.key_span.start..entry.value.span.end].contains('\n')
    };
    let column = |at: usize| " ".repeat(at - start_of(text, at));
    if new.nested.is_none()
        && let Some(entry) = entries.iter().rev().find(one_line)
    {
        let key = entry.key_span.start;
        let at = end_of(text, entry.value.span.end.max(key));
        return Some(TextEdit::insert(at, &new.in_lines(end, &column(key))));
    }
    // At the end of the file, when that is where the mapping ends.
    let key = entries.first()?.key_span.start;
    let opening = line(text, start_of(text, key));
    (indent(opening) == 0 && key == start_of(text, key)).then_some(())?;
    let body = text.trim_end();
    let rest = &text[body.len()..];
    let written = new.in_lines(end, "");
    let newline = if rest.is_empty() { end } else { "" };
    Some(TextEdit::insert(body.len(), &format!("{written}{newline}")))
}
