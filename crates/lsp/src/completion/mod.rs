//! `textDocument/completion`: keys by their place in the file, words that may stand there, skills,
//! verbs and dates.

mod dates;
mod keys;
mod skills;
mod values;
mod verbs;

use std::ops::Range;

use lsp_types::{
    CompletionItem, CompletionItemKind, CompletionParams, CompletionResponse, CompletionTextEdit,
    Documentation, MarkupContent, MarkupKind, TextEdit,
};

use crate::cursor::{self, Cursor, Notation, Slot};
use crate::documents::Document;
use crate::schema::{Place, Step};
use crate::server::World;

/// What can be written at a place.
pub(crate) fn completion(
    world: &World<'_>,
    params: &CompletionParams,
) -> Option<CompletionResponse> {
    let at = &params.text_document_position;
    let document = world.resume(&at.text_document.uri)?;
    let byte = document.text.offset(at.position, world.client.encoding);
    let cursor = cursor::cursor(document.text.as_str(), document.format?, byte)?;
    let place = Place::at(&cursor.path)?;
    let typed = document.text.as_str().get(cursor.typed.clone())?;
    let desk = Desk { world, document, cursor: &cursor, place: &place, typed };
    let mut items = Vec::new();
    if cursor.slot != Slot::Value {
        items.extend(keys::keys(&desk));
    }
    if cursor.slot != Slot::Key && place.takes_text() {
        items.extend(values::values(&desk));
        items.extend(dates::dates(&desk));
        items.extend(skills::skills(&desk));
        items.extend(verbs::verbs(&desk));
    }
    // Clients sort by text; this keeps the order in which things were found.
    for (rank, item) in items.iter_mut().enumerate() {
        item.sort_text = Some(format!("{rank:05}"));
    }
    Some(CompletionResponse::Array(items))
}

/// What completions are made from.
struct Desk<'a> {
    world: &'a World<'a>,
    document: &'a Document,
    cursor: &'a Cursor,
    place: &'a Place,
    /// What was typed so far.
    typed: &'a str,
}

impl Desk<'_> {
    /// True when a word goes on from what was typed, in any case.
    fn continues(&self, word: &str) -> bool {
        let mut letters = word.chars().flat_map(char::to_lowercase);
        self.typed.chars().flat_map(char::to_lowercase).all(|c| letters.next() == Some(c))
    }

    /// The key the cursor's value belongs to, items of its list left out.
    fn key(&self) -> &str {
        let keys = self.cursor.path.iter().rev();
        let mut keys =
            keys.filter_map(|step| if let Step::Key(key) = step { Some(key) } else { None });
        keys.next().map_or("", String::as_str)
    }

    /// The cursor is in a bullet.
    fn in_highlights(&self) -> bool {
        self.cursor
            .path
            .windows(2)
            .any(|pair| matches!(pair, [Step::Key(key), Step::Item] if key == "highlights"))
    }

    /// What stands behind the cursor.
    fn after(&self) -> &str {
        self.document.text.as_str().get(self.cursor.typed.end..).unwrap_or_default()
    }

    /// Bytes behind the cursor that belong to the word it is in, or right before.
    fn rest_of_word(&self) -> usize {
        let after = self.after();
        let quote = after.chars().next().filter(|c| matches!(c, '"' | '\''));
        if let Some(quote) = quote.filter(|_| self.cursor.notation != Notation::Quoted) {
            // A whole quoted text, when the cursor is right before it.
            let line = after.lines().next().unwrap_or_default();
            let end = line[1..].find(quote).filter(|_| self.typed.is_empty());
            return end.map_or(0, |end| end + 2);
        }
        // A dash in front of an item is no part of it.
        if self.typed.is_empty() && (after.starts_with("- ") || after.starts_with("-\n")) {
            return 0;
        }
        let ends = |c: char| c.is_whitespace() || ",:[]{}\"'#".contains(c);
        after.find(ends).unwrap_or(after.len())
    }

    /// The colon of a key stands behind the word already.
    fn has_colon(&self) -> bool {
        let after = self.after().get(self.rest_of_word()..).unwrap_or_default();
        after.trim_start_matches([' ', '\t']).starts_with(':')
    }

    /// An item that replaces the word at the cursor by `text`.
    fn item(&self, label: &str, kind: CompletionItemKind, text: String) -> CompletionItem {
        let Range { start, end } = self.cursor.typed;
        let word = start..end + self.rest_of_word();
        let range = self.document.text.range(word, self.world.client.encoding);
        CompletionItem {
            label: label.to_owned(),
            kind: Some(kind),
            text_edit: Some(CompletionTextEdit::Edit(TextEdit { range, new_text: text })),
            ..CompletionItem::default()
        }
    }

    /// An item for a text, quoted as its place asks.
    fn text_item(&self, label: &str, kind: CompletionItemKind) -> CompletionItem {
        self.item(label, kind, quoted(label, self.cursor.notation))
    }
}

/// A text as it is written at a place.
fn quoted(text: &str, notation: Notation) -> String {
    let in_double_quotes = || format!("\"{}\"", text.replace('\\', "\\\\").replace('"', "\\\""));
    let begins_oddly = text.starts_with([
        '-', '?', ':', ',', '[', ']', '{', '}', '#', '&', '*', '!', '|', '>', '\'', '"', '%', '@',
        '`',
    ]);
    let odd = begins_oddly || text.contains(": ") || text.contains(" #") || text.ends_with(':');
    match notation {
        Notation::Json => in_double_quotes(),
        Notation::Flow if odd || text.contains([',', '[', ']', '{', '}']) => in_double_quotes(),
        Notation::Block { .. } if odd => in_double_quotes(),
        Notation::Quoted | Notation::Flow | Notation::Block { .. } => text.to_owned(),
    }
}

fn markdown(text: &str) -> Documentation {
    let value = text.to_owned();
    Documentation::MarkupContent(MarkupContent { kind: MarkupKind::Markdown, value })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn texts_are_quoted_where_they_must_be() {
        let block = Notation::Block { column: 0 };
        for (text, notation, expected) in [
            ("C#", block, "C#"),
            (".NET", block, ".NET"),
            ("*args", block, "\"*args\""),
            ("a: b", block, "\"a: b\""),
            ("a, b", block, "a, b"),
            ("a, b", Notation::Flow, "\"a, b\""),
            ("Go", Notation::Json, "\"Go\""),
            ("a \"b\"", Notation::Json, r#""a \"b\"""#),
            ("Go", Notation::Quoted, "Go"),
        ] {
            assert_eq!(quoted(text, notation), expected);
        }
    }
}
