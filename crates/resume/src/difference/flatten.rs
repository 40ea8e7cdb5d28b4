//! Entries of a resume as flat lists of fields, so that all sections are compared alike.

use std::collections::HashMap;

use serde_json::Value;

use crate::outline::{bare, text};

/// A bullet, as far as it is compared.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Bullet {
    pub(super) id: Option<String>,
    pub(super) text: String,
}

/// A field that is not a bullet.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
enum Field {
    Text(String),
    Items(Vec<String>),
}

/// An entry of a section, or the whole of `basics`.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Entry {
    /// By key (`location.city`), in the order of the format.
    fields: Vec<(String, Field)>,
    /// Where each key stands in `fields`.
    places: HashMap<String, usize>,
    pub(super) bullets: Vec<Bullet>,
}

/// The entries of a section.
pub(super) fn entries_of(section: &Value) -> Vec<Entry> {
    section.as_array().into_iter().flatten().map(entry_of).collect()
}

/// One entry.
pub(super) fn entry_of(value: &Value) -> Entry {
    let mut entry = Entry::default();
    entry.collect("", value);
    // What began and has no end goes on, whether it says so or not.
    if entry.has("startDate") && !entry.has("endDate") {
        entry.push("endDate", Field::Text("present".to_owned()));
    }
    entry
}

impl Entry {
    fn collect(&mut self, key: &str, value: &Value) {
        match value {
            Value::Object(map) => {
                for (inner, value) in map {
                    let dot = if key.is_empty() { "" } else { "." };
                    self.collect(&format!("{key}{dot}{inner}"), value);
                }
            }
            Value::Array(list) if key == "highlights" => {
                self.bullets.extend(list.iter().filter_map(bullet));
            }
            Value::Array(list) => {
                let items: Vec<String> = list.iter().filter_map(words).collect();
                if !items.is_empty() {
                    self.push(key, Field::Items(items));
                }
            }
            leaf => {
                if let Some(text) = words(leaf) {
                    self.push(key, Field::Text(text));
                }
            }
        }
    }

    fn push(&mut self, key: &str, field: Field) {
        // A key with a dot in it may read like one inside another; the first one counts.
        if !self.places.contains_key(key) {
            self.places.insert(key.to_owned(), self.fields.len());
            self.fields.push((key.to_owned(), field));
        }
    }

    /// The keys of its fields.
    pub(super) fn keys(&self) -> impl Iterator<Item = &str> {
        self.fields.iter().map(|(key, _)| key.as_str())
    }

    /// True when it has this field.
    pub(super) fn has(&self, key: &str) -> bool {
        self.field(key).is_some()
    }

    fn field(&self, key: &str) -> Option<&Field> {
        self.places.get(key).map(|at| &self.fields[*at].1)
    }

    /// A field that is a text.
    pub(super) fn text(&self, key: &str) -> Option<&str> {
        match self.field(key)? {
            Field::Text(text) => Some(text),
            Field::Items(_) => None,
        }
    }

    /// A field that is a list; empty when there is none.
    pub(super) fn items(&self, key: &str) -> &[String] {
        match self.field(key) {
            Some(Field::Items(items)) => items,
            _ => &[],
        }
    }

    /// Every text of it.
    pub(super) fn all_texts(&self) -> impl Iterator<Item = &str> {
        texts(self.fields.iter()).chain(self.bullets.iter().map(|bullet| bullet.text.as_str()))
    }

    /// What it says: every text but dates, which many entries share.
    pub(super) fn said(&self) -> impl Iterator<Item = &str> {
        let dates = ["startDate", "endDate", "date", "releaseDate"];
        let fields = self.fields.iter().filter(move |(key, _)| !dates.contains(&key.as_str()));
        texts(fields).chain(self.bullets.iter().map(|bullet| bullet.text.as_str()))
    }

    /// What people call it: `Backend Engineer at Northwind Parcel`.
    pub(super) fn title(&self, section: &str) -> String {
        let text = |key: &str| self.text(key).filter(|text| !text.is_empty());
        let joined = |parts: &[Option<&str>], between: &str| {
            let parts: Vec<&str> = parts.iter().flatten().copied().collect();
            (!parts.is_empty()).then(|| parts.join(between))
        };
        let title = match section {
            "work" => joined(&[text("position"), text("name")], " at "),
            "volunteer" => joined(&[text("position"), text("organization")], " at "),
            "education" => {
                let course = joined(&[text("studyType"), text("area")], " ");
                joined(&[course.as_deref(), text("institution")], ", ")
            }
            "awards" => text("title").map(str::to_owned),
            "languages" => text("language").map(str::to_owned),
            _ => text("name").map(str::to_owned),
        };
        // Skills without a group are called by what they are.
        let title = title.or_else(|| joined(&[self.all_texts().next()], ""));
        title.unwrap_or_else(|| "an entry without a name".to_owned())
    }
}

fn texts<'a>(fields: impl Iterator<Item = &'a (String, Field)>) -> impl Iterator<Item = &'a str> {
    let each = fields.flat_map(|(_, field)| match field {
        Field::Text(text) => std::slice::from_ref(text),
        Field::Items(items) => items,
    });
    each.map(String::as_str)
}

fn bullet(value: &Value) -> Option<Bullet> {
    let id = value.get("id").and_then(Value::as_str).map(str::to_owned);
    let text =
        text(value.as_str().or_else(|| value.get("text")?.as_str()).map(str::to_owned).as_ref())?;
    Some(Bullet { id, text })
}

/// A value on one line as a page shows it; that of a mapping is the texts in it.
fn words(value: &Value) -> Option<String> {
    match value {
        Value::Null => None,
        // A page shows addresses without their scheme.
        Value::String(written) => text(Some(written)).map(|text| bare(&text)),
        Value::Bool(_) | Value::Number(_) => Some(value.to_string()),
        Value::Array(list) => joined(list.iter()),
        Value::Object(map) => joined(map.values()),
    }
}

fn joined<'a>(values: impl Iterator<Item = &'a Value>) -> Option<String> {
    let parts: Vec<String> = values.filter_map(words).collect();
    (!parts.is_empty()).then(|| parts.join(" "))
}
