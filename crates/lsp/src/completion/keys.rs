//! Keys that are missing at a place.

use lsp_types::{CompletionItem, CompletionItemKind, InsertTextMode};

use super::{Desk, markdown};
use crate::cursor::Notation;
use crate::schema::{Place, Step, Wants};

/// The keys of the mapping at the cursor that are not there yet. Below a key that wants a list, a
/// key begins its first item.
pub(super) fn keys(desk: &Desk<'_>) -> Vec<CompletionItem> {
    let (place, dash) = match desk.place.wants() {
        Wants::List => {
            let mut path = desk.cursor.path.clone();
            path.push(Step::Item);
            let Some(place) = Place::at(&path) else { return Vec::new() };
            (place, "- ")
        }
        Wants::Mapping | Wants::Text => (desk.place.clone(), ""),
    };
    // A bullet is a sentence first, and a mapping for who asks for it.
    if place.takes_text() && !desk.cursor.beside.iter().any(|key| place_has(&place, key)) {
        return Vec::new();
    }
    let missing = place.keys().into_iter().filter(|(key, _)| !desk.cursor.beside.contains(*key));
    missing
        .filter(|(key, _)| desk.continues(key))
        .map(|(key, value)| {
            let text = format!("{dash}{}", written(desk, key, value.wants(), dash.len()));
            let mut item = desk.item(key, CompletionItemKind::PROPERTY, text);
            item.filter_text = Some(key.to_owned());
            item.documentation = value.description().map(markdown);
            item.insert_text_mode =
                Some(InsertTextMode::AS_IS).filter(|_| desk.world.client.inserts_lines);
            item
        })
        .collect()
}

fn place_has(place: &Place, key: &str) -> bool {
    place.keys().iter().any(|(known, _)| *known == key)
}

/// A key with what its value begins with.
fn written(desk: &Desk<'_>, key: &str, wants: Wants, dash: usize) -> String {
    let json = desk.cursor.notation == Notation::Json;
    if desk.has_colon() {
        return if json { format!("\"{key}\"") } else { key.to_owned() };
    }
    match desk.cursor.notation {
        Notation::Json => format!("\"{key}\": "),
        Notation::Quoted => key.to_owned(),
        Notation::Flow => format!("{key}: "),
        Notation::Block { column } => {
            let below = " ".repeat(column + dash + 2);
            match wants {
                Wants::Text => format!("{key}: "),
                _ if !desk.world.client.inserts_lines => format!("{key}:"),
                Wants::List => format!("{key}:\n{below}- "),
                Wants::Mapping => format!("{key}:\n{below}"),
            }
        }
    }
}
