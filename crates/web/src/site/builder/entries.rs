//! Parts, lists, entries and bullets of the form.
//!
//! Names are paths in the saved resume. In a `<template>`, which scripts copy for a new item, the
//! path of the item is `_`.

use maud::{Markup, html};
use resume::FieldPath;
use serde_json::Value;

use super::controls::control;
use super::notes::Notes;
use super::shape::{BULLET, Field, Kind};

/// What parts of the form look at.
pub(crate) struct Parts<'a> {
    pub(crate) notes: &'a Notes<'a>,
    /// The list that shows one more empty entry.
    pub(crate) add: Option<&'a str>,
}

impl Parts<'_> {
    /// The fields of a part, those that stand alone first.
    pub(crate) fn fields(&self, path: &FieldPath, shape: &[Field], value: &Value) -> Markup {
        let is_plain = |field: &&Field| field.kind.fields().is_none();
        html! {
            div.fields {
                @for field in shape.iter().filter(is_plain) {
                    (control(&path.key(field.key), field, value.get(field.key)))
                }
            }
            @for field in shape.iter().filter(|field| !is_plain(field)) {
                @let path = path.key(field.key);
                @let value = value.get(field.key).unwrap_or(&Value::Null);
                fieldset.part {
                    legend { (field.label) }
                    @match field.kind {
                        Kind::Part(shape) => (self.fields(&path, shape, value)),
                        _ => (self.list(&path, field, value)),
                    }
                }
            }
        }
    }

    /// A list with its items, and a way to add one.
    pub(crate) fn list(&self, path: &FieldPath, field: &Field, value: &Value) -> Markup {
        let items = value.as_array().map(Vec::as_slice).unwrap_or_default();
        let name = path.to_string();
        let order: Vec<String> = (0..items.len()).map(|at| at.to_string()).collect();
        let one = match field.kind {
            Kind::List(one, _) => one,
            _ => "bullet",
        };
        // A line for one more bullet is always there; an entry is asked for.
        let adds = matches!(field.kind, Kind::Bullets) || self.add == Some(name.as_str());
        html! {
            // Which items stay, and in which order.
            input type="hidden" name=(name) value=(order.join(","));
            ol.(if one == "bullet" { "bullets" } else { "entries" }) data-list=(name) {
                @for (at, item) in items.iter().enumerate() {
                    (self.item(&path.index(at), field, item, Some((at, items.len()))))
                }
                @if adds { (self.item(&path.index(items.len()), field, &Value::Null, None)) }
            }
            button.plain.add type="submit" name="do" value={ "add:" (name) } data-add=(name) {
                "Add " @if one.starts_with(['a', 'i']) { "an " } @else { "a " } (one)
            }
        }
    }

    /// An entry or a bullet; `place` is its position and how many there are, none for a new one.
    fn item(
        &self,
        path: &FieldPath,
        field: &Field,
        value: &Value,
        place: Option<(usize, usize)>,
    ) -> Markup {
        let name = path.to_string();
        let is_bullet = matches!(field.kind, Kind::Bullets);
        html! {
            li id=(name) data-path=(name) data-new[place.is_none()] {
                @if is_bullet {
                    (self.bullet(path, value, place))
                } @else {
                    (self.entry(path, field, value, place))
                }
            }
        }
    }

    fn entry(
        &self,
        path: &FieldPath,
        field: &Field,
        value: &Value,
        place: Option<(usize, usize)>,
    ) -> Markup {
        let name = path.to_string();
        let Kind::List(one, shape) = field.kind else { return Markup::default() };
        let title = title(value).unwrap_or_else(|| format!("New {one}"));
        html! {
            fieldset.entry {
                legend { (title) }
                @if let Some(place) = place { (moves(&name, &title, place)) }
                (self.fields(path, shape, value))
                (self.notes.beside(&name))
            }
        }
    }

    fn bullet(&self, path: &FieldPath, value: &Value, place: Option<(usize, usize)>) -> Markup {
        let name = path.to_string();
        let text = value.as_str().or_else(|| value.get("text")?.as_str()).unwrap_or_default();
        let plain;
        let value = if value.is_string() {
            plain = serde_json::json!({ "text": text });
            &plain
        } else {
            value
        };
        let has_more = ["tags", "evidence"].iter().any(|key| value.get(key).is_some());
        let number =
            place.map_or_else(|| "New bullet".to_owned(), |(at, _)| format!("Bullet {}", at + 1));
        html! {
            div.claim role="group" aria-label=(number) {
                @for field in &BULLET[..1] { (control(&path.key(field.key), field, value.get(field.key))) }
                @if let Some(place) = place { (moves(&name, &number, place)) }
            }
            details.more open[has_more] {
                summary { "Tags and evidence" }
                div.fields {
                    @for field in &BULLET[1..] {
                        (control(&path.key(field.key), field, value.get(field.key)))
                    }
                }
            }
            (self.notes.beside(&name))
        }
    }

    /// An empty item of a list for scripts to copy.
    pub(crate) fn blank(&self, field: &Field) -> Markup {
        let item = FieldPath::root().key("_");
        html! {
            template data-blank=(field.key) { (self.item(&item, field, &Value::Null, None)) }
        }
    }
}

/// Buttons that move and remove an item.
fn moves(name: &str, what: &str, (at, count): (usize, usize)) -> Markup {
    let button = |verb: &str, sign: &str, label: &str, off: bool| {
        html! {
            button type="submit" name="do" value={ (verb) ":" (name) } data-do=(verb) disabled[off]
                aria-label={ (label) ": " (what) } title=(label) { (sign) }
        }
    };
    html! {
        div.moves {
            (button("up", "↑", "Move up", at == 0))
            (button("down", "↓", "Move down", at + 1 == count))
            (button("remove", "✕", "Remove", false))
        }
    }
}

/// What an entry is called: the first things it says of itself.
fn title(value: &Value) -> Option<String> {
    const NAMES: [&str; 12] = [
        "position", "title", "studyType", "area", "name", "organization", "institution", "network",
        "username", "language", "fluency", "publisher",
    ];
    let parts: Vec<&str> = NAMES
        .iter()
        .filter_map(|key| value.get(key)?.as_str())
        .filter(|text| !text.trim().is_empty())
        .take(2)
        .collect();
    (!parts.is_empty()).then(|| parts.join(", "))
}
