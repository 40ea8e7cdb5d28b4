//! Values as text of a file: YAML in lines, JSON with line breaks.

use std::fmt::Write;

use serde_json::{Map, Value};

use super::Source;
use super::quoting::{double, is_plain_safe, quoted};
use crate::Format;

/// Characters of a list on one line at most.
const WIDTH: usize = 88;

/// Writes values in the manner of one file.
#[derive(Clone, Copy, Debug)]
pub(super) struct Emitter<'a> {
    pub(super) format: Format,
    /// What ends a line.
    pub(super) end: &'a str,
    /// True inside brackets, where YAML has no lines of its own.
    pub(super) in_flow: bool,
}

impl<'a> Emitter<'a> {
    /// In the manner of a file.
    pub(super) fn of(source: &Source<'a>, in_flow: bool) -> Self {
        let end = if source.text.contains("\r\n") { "\r\n" } else { "\n" };
        Self { format: source.format, end, in_flow }
    }

    pub(super) fn is_json(&self) -> bool {
        self.format == Format::Json
    }

    /// A value that stands behind `key:` or a dash; its further lines are indented by `indent`
    /// spaces. It begins with a space, or with a line end where it has lines of its own.
    pub(super) fn behind(&self, value: &Value, indent: usize) -> String {
        match value {
            Value::Object(map) if self.has_lines(value) => {
                let pad = " ".repeat(indent);
                let mut out = String::new();
                for (key, value) in map {
                    let _ = write!(out, "{}{pad}{}", self.end, self.pair(key, value, indent));
                }
                out
            }
            Value::Array(items) if self.has_lines(value) => {
                let pad = " ".repeat(indent);
                let mut out = String::new();
                for item in items {
                    let _ = write!(out, "{}{pad}-{}", self.end, self.item(item, indent));
                }
                out
            }
            value => format!(" {}", self.inline(value, indent)),
        }
    }

    /// `key: value`, whose key stands behind `indent` spaces.
    pub(super) fn pair(&self, key: &str, value: &Value, indent: usize) -> String {
        format!("{}:{}", self.key(key), self.behind(value, indent + 2))
    }

    /// What stands behind the dash of an item; the dash stands behind `indent` spaces.
    pub(super) fn item(&self, value: &Value, indent: usize) -> String {
        let text = self.behind(value, indent + 2);
        // The first line of a mapping or list stands beside the dash.
        match text.strip_prefix(self.end) {
            Some(rest) => format!(" {}", rest.trim_start_matches(' ')),
            None => text,
        }
    }

    /// A value on the line where it stands; JSON has lines of its own even so.
    pub(super) fn inline(&self, value: &Value, indent: usize) -> String {
        match value {
            Value::String(text) if self.format == Format::Json => double(text),
            Value::String(text) if is_plain_safe(text, self.in_flow) => text.clone(),
            Value::String(text) => quoted(text),
            Value::Array(items) if self.is_short(items) => {
                let items: Vec<String> =
                    items.iter().map(|item| self.flowing().inline(item, indent)).collect();
                format!("[{}]", items.join(", "))
            }
            Value::Array(items) => {
                let items = items.iter().map(|item| self.flowing().inline(item, indent + 2));
                self.in_brackets(['[', ']'], items.collect(), indent)
            }
            Value::Object(map) => self.in_braces(map, indent),
            value => value.to_string(),
        }
    }

    fn in_braces(&self, map: &Map<String, Value>, indent: usize) -> String {
        let flow = self.flowing();
        let pairs = map
            .iter()
            .map(|(key, value)| format!("{}: {}", flow.key(key), flow.inline(value, indent + 2)));
        self.in_brackets(['{', '}'], pairs.collect(), indent)
    }

    fn in_brackets(&self, [open, close]: [char; 2], parts: Vec<String>, indent: usize) -> String {
        if parts.is_empty() {
            return format!("{open}{close}");
        }
        if self.format != Format::Json {
            return format!("{open}{}{close}", parts.join(", "));
        }
        let (end, pad) = (self.end, " ".repeat(indent));
        let parts = parts.join(&format!(",{end}{pad}  "));
        format!("{open}{end}{pad}  {parts}{end}{pad}{close}")
    }

    pub(super) fn key(&self, key: &str) -> String {
        match self.format {
            Format::Json => double(key),
            _ if is_plain_safe(key, self.in_flow) => key.to_owned(),
            _ => double(key),
        }
    }

    /// The same inside brackets.
    fn flowing(self) -> Self {
        Self { in_flow: true, ..self }
    }

    /// True for a value that YAML writes in lines of its own.
    fn has_lines(&self, value: &Value) -> bool {
        !self.in_flow
            && self.format != Format::Json
            && match value {
                Value::Object(map) => !map.is_empty(),
                Value::Array(items) => !items.is_empty() && !self.is_short(items),
                _ => false,
            }
    }

    /// A few words stand on one line.
    fn is_short(&self, items: &[Value]) -> bool {
        let is_word = |item: &Value| match item {
            Value::String(text) => {
                text.chars().count() <= WIDTH / 2 && text.split(' ').count() <= 4
            }
            Value::Number(_) | Value::Bool(_) | Value::Null => true,
            Value::Array(_) | Value::Object(_) => false,
        };
        let width: usize = items.iter().map(|item| item.as_str().map_or(4, str::len) + 2).sum();
        items.iter().all(is_word) && width <= WIDTH
    }
}
