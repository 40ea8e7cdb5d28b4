//! Entries of another format to entries of ours, by a table for each section.

use std::ops::Range;
use std::rc::Rc;

use super::build::{Map, Piece, items};
use super::date::period;
use super::markup::{blocks, plain};
use crate::node::{Entry, Node, Value};
use crate::shape::fold;

/// One key of ours and where another format keeps its value.
pub(super) struct Field {
    /// Our key.
    pub(super) to: &'static str,
    /// Their keys as [`fold`] folds them, the likeliest first; the first one that has a value counts.
    pub(super) from: &'static [&'static str],
    /// What becomes of the value.
    pub(super) how: How,
}

/// What becomes of a value.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum How {
    /// A text, without markup.
    Text,
    /// A text, without markup; the address of a link in it becomes `url`.
    Linked,
    /// One paragraph, also of a text that holds a list.
    Paragraph,
    /// Paragraphs stay here; items of a list become `highlights`.
    Body,
    /// Claims: a list, or a text that holds one.
    Bullets,
    /// Words: a list, or a text with commas between them.
    Words,
    /// A date as it stands.
    Date,
    /// A date or a stretch of time in free words: `startDate` and `endDate`. A single date is both.
    Period,
    /// The same for what is dated by its end.
    Finished,
}

/// A row of a table.
pub(super) const fn field(to: &'static str, how: How, from: &'static [&'static str]) -> Field {
    Field { to, from, how }
}

/// Fills a mapping of ours from `source` and gives back what no row of the table took.
pub(super) fn fill<'a>(
    text: &str,
    source: &'a [Entry],
    span: Range<usize>,
    table: &[Field],
) -> (Map, Vec<&'a Entry>) {
    let folded: Vec<String> = source.iter().map(|entry| fold(&entry.key)).collect();
    let mut taken = vec![false; source.len()];
    let mut map = Map::new(span);
    for field in table {
        let found = field.from.iter().find_map(|name| {
            let at = folded.iter().position(|key| key == name)?;
            (!taken[at] && !is_blank(&source[at].value)).then_some(at)
        });
        if let Some(at) = found {
            taken[at] = true;
            convert(text, &mut map, field, &source[at]);
        }
    }
    let rest = source.iter().zip(taken).filter(|(entry, taken)| !taken && !is_blank(&entry.value));
    (map, rest.map(|(entry, _)| entry).collect())
}

/// As [`fill`]; what no row took is kept under its own key.
pub(super) fn record(
    text: &str,
    source: &[Entry],
    span: Range<usize>,
    table: &[Field],
) -> Option<Rc<Node>> {
    let (mut map, rest) = fill(text, source, span, table);
    for entry in rest {
        map.keep(entry);
    }
    map.some()
}

/// True for nothing, an empty text and an empty list.
pub(super) fn is_blank(node: &Node) -> bool {
    match &node.value {
        Value::Scalar(scalar) => node.is_null() || scalar.text.trim().is_empty(),
        Value::List(items) => items.is_empty(),
        Value::Mapping { entries, .. } => entries.is_empty(),
    }
}

fn convert(text: &str, map: &mut Map, field: &Field, entry: &Entry) {
    let node = &entry.value;
    let key = entry.key_span.clone();
    match field.how {
        How::Date => map.put_at(field.to, key, Rc::clone(node)),
        How::Text => map.put_at(field.to, key, unmarked(node)),
        How::Linked => {
            map.put_at(field.to, key.clone(), unmarked(node));
            let link = node.scalar().and_then(|scalar| plain(&scalar.text).link);
            map.text("url", link.map(|link| Piece::new(link, node.span.clone())));
        }
        How::Paragraph => match paragraph(text, node) {
            Some(piece) => map.put_at(field.to, key, piece.node()),
            None => map.put_at(field.to, key, Rc::clone(node)),
        },
        How::Body => body(text, map, field.to, entry),
        How::Bullets => map.extend(field.to, Some(key), bullets(text, node)),
        How::Words => map.extend(field.to, Some(key), words(text, node)),
        How::Period | How::Finished => dates(map, field.how, entry),
    }
}

/// The value, or the text of it without markup.
pub(super) fn unmarked(node: &Rc<Node>) -> Rc<Node> {
    let Some(scalar) = node.scalar() else { return Rc::clone(node) };
    let without = plain(&scalar.text).text;
    if without == scalar.text {
        return Rc::clone(node);
    }
    Piece::new(without, node.span.clone()).node()
}

/// Everything a text or a list of texts says, in one paragraph.
pub(super) fn paragraph(text: &str, node: &Rc<Node>) -> Option<Piece> {
    match &node.value {
        Value::Scalar(scalar) => {
            let raw = text.get(node.span.clone()).unwrap_or_default();
            blocks(&scalar.text, raw, node.span.start).paragraph()
        }
        Value::List(items) => {
            let parts: Vec<Piece> = items.iter().filter_map(|item| paragraph(text, item)).collect();
            Piece::sentences(parts)
        }
        Value::Mapping { .. } => None,
    }
}

fn body(text: &str, map: &mut Map, to: &str, entry: &Entry) {
    let node = &entry.value;
    let Some(scalar) = node.scalar() else {
        map.extend("highlights", Some(entry.key_span.clone()), bullets(text, node));
        return;
    };
    let raw = text.get(node.span.clone()).unwrap_or_default();
    let found = blocks(&scalar.text, raw, node.span.start);
    let key = entry.key_span.clone();
    if map.get(to).is_none() {
        if let Some(piece) = Piece::join(&found.paragraphs, " ") {
            map.put_at(to, key.clone(), piece.node());
        }
    } else {
        // The place is taken by a value with a key of its own; a sentence is a claim too.
        let pieces = found.paragraphs.into_iter().map(Piece::node).collect();
        map.extend("highlights", Some(key.clone()), pieces);
    }
    map.extend("highlights", Some(key), found.items.into_iter().map(Piece::node).collect());
}

/// The claims of a list, or of a text that holds one.
pub(super) fn bullets(text: &str, node: &Rc<Node>) -> Vec<Rc<Node>> {
    let mut out = Vec::new();
    for item in items(node) {
        match &item.value {
            Value::Scalar(scalar) if !item.is_null() => {
                let raw = text.get(item.span.clone()).unwrap_or_default();
                let found = blocks(&scalar.text, raw, item.span.start);
                if found.items.is_empty() && found.paragraphs.len() == 1 {
                    out.push(unmarked(&item));
                    continue;
                }
                let mut parts: Vec<Piece> = found.paragraphs;
                parts.extend(found.items);
                parts.sort_by_key(|piece| piece.span.start);
                out.extend(parts.into_iter().map(Piece::node));
            }
            Value::List(inner) => {
                // One level of claims below a claim; deeper ones say little, and this is total.
                out.extend(inner.iter().filter(|inner| inner.scalar().is_some()).map(unmarked));
            }
            Value::Scalar(_) | Value::Mapping { .. } => out.push(item),
        }
    }
    out
}

/// The words of a list, or of a text with commas between them. A comma in brackets is none.
pub(super) fn words(text: &str, node: &Rc<Node>) -> Vec<Rc<Node>> {
    let Some(scalar) = node.scalar() else {
        return items(node).iter().map(unmarked).collect();
    };
    let raw = text.get(node.span.clone()).unwrap_or_default();
    let found = blocks(&scalar.text, raw, node.span.start);
    let mut out = Vec::new();
    for piece in found.paragraphs.into_iter().chain(found.items) {
        let base = text.get(piece.span.clone()).filter(|raw| *raw == piece.text);
        for (at, word) in split(&piece.text) {
            let span = match base {
                Some(_) => piece.span.start + at..piece.span.start + at + word.len(),
                None => piece.span.clone(),
            };
            out.push(Piece::new(word, span).node());
        }
    }
    out
}

/// The parts of a text between commas, semicolons and bullets outside brackets.
fn split(text: &str) -> Vec<(usize, &str)> {
    let (mut depth, mut from) = (0_i32, 0);
    let mut parts = Vec::new();
    for (at, c) in text.char_indices() {
        match c {
            '(' | '[' => depth += 1,
            ')' | ']' => depth -= 1,
            ',' | ';' | '•' | '·' | '|' if depth <= 0 => {
                parts.push((from, &text[from..at]));
                from = at + c.len_utf8();
            }
            _ => {}
        }
    }
    parts.push((from, &text[from..]));
    let trimmed = parts.into_iter().map(|(at, part)| {
        let word = part.trim_start();
        (at + part.len() - word.len(), word.trim_end())
    });
    // The full stop of a list that was written as a sentence belongs to no word.
    let mut trimmed: Vec<_> = trimmed.filter(|(_, word)| !word.is_empty()).collect();
    if trimmed.len() > 1
        && let Some((_, last)) = trimmed.last_mut()
    {
        *last = last.strip_suffix('.').unwrap_or(last);
    }
    trimmed
}

fn dates(map: &mut Map, how: How, entry: &Entry) {
    let Some(piece) = Piece::of(&entry.value) else { return };
    let key = || entry.key_span.clone();
    let (start, end) = period(&piece.text);
    let whole = |text: String| Piece::new(text, piece.span.clone()).node();
    match (start, end) {
        (Some(start), Some(end)) => {
            map.put_at("startDate", key(), whole(start));
            map.put_at("endDate", key(), whole(end));
        }
        // What is dated in full by other keys needs no single date beside them.
        _ if map.get("startDate").is_some() || map.get("endDate").is_some() => {}
        _ => {
            if how == How::Period {
                map.put_at("startDate", key(), Rc::clone(&entry.value));
            }
            map.put_at("endDate", key(), Rc::clone(&entry.value));
        }
    }
}
