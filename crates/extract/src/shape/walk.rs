//! The walk itself: a node and the shape of its place, to the JSON value the domain types take.

use std::collections::BTreeSet;
use std::rc::Rc;

use resume::{FieldPath, Finding, Origin, Severity, SourceMap, Span};
use serde_json::{Map, Value as Json};

use super::schema::{Record, Shape, shapes};
use super::{convert, legacy, unknown};
use crate::Format;
use crate::node::{Entry, Node, Scalar, Value};
use crate::scalar::ScalarType;
use crate::words::{choices, quote};

/// How messages call what an integer field needs.
pub(super) const WHOLE_NUMBER: &str = "a whole number";

/// How values are written, as far as advice depends on it. Trees of other formats have no mistakes
/// of writing: those ended in an error.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Notation {
    /// Keys and dashes.
    Yaml,
    /// Quotes, braces and brackets.
    Json,
}

/// Collects places and findings on the way through a document.
pub(super) struct Walk<'a> {
    /// The keys of the file itself.
    pub(super) whole: &'static Record,
    pub(super) text: &'a str,
    pub(super) format: Notation,
    pub(super) origin: Origin,
    pub(super) map: SourceMap,
    pub(super) findings: Vec<Finding>,
}

impl<'a> Walk<'a> {
    /// A walk through a file with the keys of `whole`.
    pub(super) fn new(
        text: &'a str,
        format: Format,
        origin: Origin,
        whole: &'static Record,
    ) -> Self {
        let map = SourceMap::new(text.to_owned());
        let format = if format == Format::Json { Notation::Json } else { Notation::Yaml };
        Self { whole, text, format, origin, map, findings: Vec::new() }
    }

    /// The whole file; `node` is a mapping.
    pub(super) fn root(&mut self, node: &Node, path: &FieldPath) -> Json {
        match &node.value {
            Value::Mapping { entries, .. } => self.fields(entries, self.whole, path),
            _ => Json::Object(Map::new()),
        }
    }

    /// The value of `node`, which is not null; `None`, with one finding at `path`, when nothing
    /// of it can be used.
    fn value(&mut self, node: &Node, shape: &Shape, path: &FieldPath) -> Option<Json> {
        if let Some(tag) = &node.tag {
            self.unknown_tag(tag, path);
        }
        match shape {
            Shape::Text | Shape::Date => self.text(node, shape, path).map(Json::String),
            Shape::Integer => self.integer(node, path),
            Shape::Choice(words) => self.choice(node, words, path),
            Shape::List(item) => self.list(node, item, path),
            Shape::Map(item) => self.map(node, item, path),
            Shape::Record(name) => match shapes().record(name) {
                Some(record) => self.record(node, record, path),
                None => Some(convert::any(node, &mut |_| {})),
            },
            Shape::TextOr(name) => match shapes().record(name) {
                Some(record) => self.text_or(node, record, path),
                None => self.text(node, &Shape::Text, path).map(Json::String),
            },
            Shape::Any => Some(convert::any(node, &mut |_| {})),
        }
    }

    fn fields(&mut self, entries: &[Entry], record: &Record, path: &FieldPath) -> Json {
        let mut map = Map::new();
        let mut seen = BTreeSet::new();
        for entry in entries {
            if !seen.insert(Rc::clone(&entry.key)) {
                self.duplicate(entry, path);
                continue;
            }
            let renamed = legacy::today(record, &entry.key).filter(|name| {
                !map.contains_key(*name) && !entries.iter().any(|entry| *entry.key == **name)
            });
            let key = renamed.unwrap_or(&entry.key);
            let here = path.key(key.to_owned());
            let field = record.field(key);
            // What is wrong with a key outside the format is the key.
            let value = if field.is_some() { &entry.value.span } else { &entry.key_span };
            let span = Span { key: Some(entry.key_span.clone()), value: value.clone() };
            self.map.insert(here.clone(), span);
            let value = match field {
                Some(_) if entry.value.is_null() => self.null(entry, &here),
                Some(shape) => self.value(&entry.value, shape, &here),
                None => self.unknown_field(entry, record, path, &here),
            };
            if let Some(today) = renamed {
                self.renamed(&entry.key, today, &here);
            }
            if let Some(value) = value {
                map.insert(key.to_owned(), value);
            }
        }
        Json::Object(map)
    }

    /// A text, also where the author wrote something that reads as a number, a truth value or a
    /// mapping without meaning to.
    fn text(&mut self, node: &Node, shape: &Shape, path: &FieldPath) -> Option<String> {
        match &node.value {
            Value::Scalar(scalar) => {
                match scalar.kind {
                    ScalarType::Number if *shape != Shape::Date => self.number(scalar, path),
                    ScalarType::Bool => self.taken(node, "a text", path),
                    _ if scalar.plain => self.hash(node, path),
                    _ => {}
                }
                Some(scalar.text.clone())
            }
            Value::List(items) => match &items[..] {
                [only] if only.scalar().is_some() => {
                    self.taken(node, "a text", path);
                    only.scalar().map(|scalar| scalar.text.clone())
                }
                _ => self.unused(node, "a text", path),
            },
            Value::Mapping { .. } => match self.colon_text(node) {
                Some(text) => {
                    self.colon(node, &text, path);
                    Some(text)
                }
                None => self.unused(node, "a text", path),
            },
        }
    }

    /// The sentence with a colon that a mapping was meant to be: single unquoted values, written
    /// by indentation alone.
    pub(super) fn colon_text(&self, node: &Node) -> Option<String> {
        let Value::Mapping { entries, block: true } = &node.value else { return None };
        let mut words = Vec::with_capacity(entries.len() * 2);
        for entry in entries {
            // An alias or a merge would pull in text from elsewhere.
            let within = node.span.start <= entry.key_span.start
                && entry.value.span.start <= node.span.end.max(entry.key_span.end);
            match &entry.value.value {
                Value::Scalar(scalar) if scalar.plain && within && !entry.odd_key => {
                    words.push(format!("{}:", entry.key));
                    words.push(match scalar.kind {
                        ScalarType::Null => self.text[entry.value.span.clone()].to_owned(),
                        _ => scalar.text.clone(),
                    });
                }
                _ => return None,
            }
        }
        words.retain(|word| !word.is_empty());
        (!words.is_empty()).then(|| words.join(" "))
    }

    fn text_or(&mut self, node: &Node, record: &Record, path: &FieldPath) -> Option<Json> {
        let Value::Mapping { entries, .. } = &node.value else {
            return self.text(node, &Shape::Text, path).map(Json::String);
        };
        let known = |entry: &Entry| unknown::meant(&entry.key, record).is_some();
        if !entries.iter().any(known)
            && let Some(text) = self.colon_text(node)
        {
            self.colon(node, &text, path);
            return Some(Json::String(text));
        }
        let value = self.fields(entries, record, path);
        if value.get("text").and_then(Json::as_str).is_none_or(|text| text.trim().is_empty()) {
            let finding = Finding::new(
                "empty-value",
                Severity::Warning,
                path.clone(),
                if record.name == "Bullet" {
                    "this bullet has no text"
                } else {
                    "this item has no text"
                },
            );
            self.findings.push(finding.hint(if record.name == "Bullet" {
                "write it under the key `text`, or delete the bullet"
            } else {
                "write it under the key `text`, or delete the item"
            }));
        }
        Some(value)
    }

    fn integer(&mut self, node: &Node, path: &FieldPath) -> Option<Json> {
        let whole = node.scalar().and_then(|scalar| scalar.text.parse::<u32>().ok());
        match (whole, node.scalar()) {
            (Some(number), Some(scalar)) => {
                if scalar.kind != ScalarType::Number {
                    self.taken(node, WHOLE_NUMBER, path);
                }
                Some(number.into())
            }
            _ => self.unused(node, WHOLE_NUMBER, path),
        }
    }

    fn choice(&mut self, node: &Node, words: &[String], path: &FieldPath) -> Option<Json> {
        let Some(scalar) = node.scalar() else {
            let one = format!("one of {}", choices(words.iter().map(String::as_str), "and"));
            return self.unused(node, &one, path);
        };
        if words.contains(&scalar.text) {
            return Some(Json::String(scalar.text.clone()));
        }
        let folded = unknown::fold(&scalar.text);
        if let Some(word) = words.iter().find(|word| **word == folded) {
            self.findings.push(
                Finding::new(
                    "unknown-value",
                    Severity::Warning,
                    path.clone(),
                    format!("{} is written `{word}`", quote(&scalar.text)),
                )
                .hint(format!("write `{word}`; it was read so")),
            );
            return Some(Json::String(word.clone()));
        }
        let all = choices(words.iter().map(String::as_str), "or");
        // Comparing costs the product of both lengths, and a long text is no word with a typo.
        let near = (folded.len() <= 40)
            .then(|| unknown::closest(&folded, words.iter().map(String::as_str)))
            .flatten();
        let hint = match near {
            Some(word) => format!("did you mean `{word}`? It can be {all}"),
            None => format!("it can be {all}; it was left out"),
        };
        self.findings.push(
            Finding::new(
                "unknown-value",
                Severity::Error,
                path.clone(),
                format!("{} is not known here", quote(&scalar.text)),
            )
            .hint(hint),
        );
        None
    }

    fn list(&mut self, node: &Node, item: &Shape, path: &FieldPath) -> Option<Json> {
        let Value::List(items) = &node.value else {
            self.single(node, item, path);
            let here = path.index(0);
            let mark = self.findings.len();
            let value = self.value(node, item, &here);
            // What is wrong with the item itself was said of the list.
            let said = self.findings.split_off(mark);
            self.findings.extend(
                said.into_iter()
                    .filter(|finding| finding.rule != "wrong-type" || finding.path != here),
            );
            self.map.insert(here, Span { key: None, value: node.span.clone() });
            let value = value?;
            return Some(Json::Array(vec![value]));
        };
        let mut out = Vec::with_capacity(items.len());
        for (position, node) in items.iter().enumerate() {
            let here = path.index(out.len());
            let mark = self.findings.len();
            let value =
                if node.is_null() { self.empty_item(&here) } else { self.value(node, item, &here) };
            let span = Span { key: None, value: node.span.clone() };
            let Some(value) = value else {
                // The next item takes this position; what was left out keeps its own place.
                let aside = path.key(format!("item {}", position + 1));
                for finding in &mut self.findings[mark..] {
                    finding.path = aside.clone();
                }
                self.map.insert(aside, span);
                continue;
            };
            if value.as_str().is_some_and(|text| text.trim().is_empty()) {
                self.empty_text(&here);
            }
            self.map.insert(here, span);
            out.push(value);
        }
        Some(Json::Array(out))
    }

    /// Keys that the author names.
    fn map(&mut self, node: &Node, item: &Shape, path: &FieldPath) -> Option<Json> {
        let Value::Mapping { entries, .. } = &node.value else {
            return self.unused(node, "a mapping", path);
        };
        let mut map = Map::new();
        for entry in entries {
            if map.contains_key(&*entry.key) {
                self.duplicate(entry, path);
                continue;
            }
            let here = path.key(entry.key.to_string());
            let span = Span { key: Some(entry.key_span.clone()), value: entry.value.span.clone() };
            self.map.insert(here.clone(), span);
            // A name with nothing behind it is a mapping without keys.
            let value = match item {
                Shape::Record(_) if entry.value.is_null() => Some(Json::Object(Map::new())),
                // Of a text or a number there is nothing.
                _ if entry.value.is_null() => self.null(entry, &here),
                item => self.value(&entry.value, item, &here),
            };
            if let Some(value) = value {
                map.insert(entry.key.to_string(), value);
            }
        }
        Some(Json::Object(map))
    }

    fn record(&mut self, node: &Node, record: &Record, path: &FieldPath) -> Option<Json> {
        match &node.value {
            Value::Mapping { entries, .. } => Some(self.fields(entries, record, path)),
            // `- name: Ana` and `- email: …` as two items: one mapping with dashes too many.
            Value::List(items) if !items.is_empty() => {
                let parts: Option<Vec<&[Entry]>> = items
                    .iter()
                    .map(|item| match &item.value {
                        Value::Mapping { entries, .. } => Some(&entries[..]),
                        _ => None,
                    })
                    .collect();
                match parts {
                    Some(parts) => {
                        self.taken(node, "a mapping", path);
                        Some(self.fields(&parts.concat(), record, path))
                    }
                    None => self.unused(node, "a mapping", path),
                }
            }
            Value::Scalar(Scalar { text, .. }) => match headline(record) {
                Some(key) => {
                    self.taken_as(node, key, path);
                    let span = Span { key: None, value: node.span.clone() };
                    self.map.insert(path.key(key), span);
                    let mut map = Map::new();
                    map.insert(key.to_owned(), Json::String(text.clone()));
                    Some(Json::Object(map))
                }
                None => self.unused(node, "a mapping", path),
            },
            Value::List(_) => self.unused(node, "a mapping", path),
        }
    }
}

/// The key that a text alone can only mean: `languages: [English]`, `location: Zagreb`.
pub(super) fn headline(record: &Record) -> Option<&'static str> {
    Some(match record.name.as_str() {
        "Skill" | "Interest" | "Certificate" | "Publication" | "Organization" | "ToolGroup"
        | "Round" => "name",
        "Language" => "language",
        "Award" => "title",
        "Allowance" => "rule",
        "Place" => "city",
        _ => return None,
    })
}
