//! One node of the graph; what says nothing is left out.

use resume::Date;
use serde_json::{Map, Value};

use crate::address::href;

/// Properties in the order in which they are added.
#[derive(Default)]
pub(crate) struct Node {
    kind: Option<&'static str>,
    properties: Map<String, Value>,
}

impl Node {
    /// A node of a type of schema.org.
    pub(crate) fn of(kind: &'static str) -> Self {
        Self { kind: Some(kind), properties: Map::new() }
    }

    /// Adds a text without white space around it.
    pub(crate) fn text(&mut self, name: &str, text: Option<&String>) {
        self.value(name, shown(text));
    }

    /// Adds an address, when it leads somewhere.
    pub(crate) fn url(&mut self, name: &str, url: Option<&String>) {
        self.value(name, url.and_then(|url| address(url)));
    }

    /// Adds a value, which may be another node; nothing without one.
    pub(crate) fn value(&mut self, name: &str, value: Option<Value>) {
        if let Some(value) = value {
            self.properties.insert(name.to_owned(), value);
        }
    }

    /// Adds a list; nothing when it is empty.
    pub(crate) fn list(&mut self, name: &str, values: impl Iterator<Item = Value>) {
        let values: Vec<Value> = values.collect();
        self.value(name, (!values.is_empty()).then(|| values.into()));
    }

    /// The node, type first; `None` without any property.
    pub(crate) fn finish(self) -> Option<Value> {
        if self.properties.is_empty() {
            return None;
        }
        let mut node = Map::new();
        if let Some(kind) = self.kind {
            node.insert("@type".to_owned(), kind.into());
        }
        node.extend(self.properties);
        Some(Value::Object(node))
    }
}

/// A text with white space collapsed; `None` when nothing is left.
pub(crate) fn clean(text: &str) -> Option<String> {
    let words: Vec<&str> = text.split_whitespace().collect();
    (!words.is_empty()).then(|| words.join(" "))
}

/// An address as a value, with its scheme.
pub(super) fn address(url: &str) -> Option<Value> {
    clean(url).and_then(|url| href(&url)).map(Value::from)
}

/// A text as a value.
pub(super) fn shown(text: Option<&String>) -> Option<Value> {
    text.and_then(|text| clean(text)).map(Value::from)
}

/// A date as ISO 8601 with the precision that is known; `None` for words.
pub(super) fn date(date: Option<&Date>) -> Option<Value> {
    match date? {
        Date::Present | Date::Unreadable(_) => None,
        date => Some(date.to_string().into()),
    }
}
