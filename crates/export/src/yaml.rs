//! The project's own files, resumes and jobs, as YAML that a person edits.

use std::fmt::Write;

use resume::FieldPath;
use serde::Serialize;
use serde_json::{Map, Value};

/// Columns of folded text and of lists on one line.
const WIDTH: usize = 100;
/// Texts that are folded when they are long; bullets stay on one line, so that a diff shows one.
const FOLDED: [&str; 3] = ["summary", "description", "reference"];
/// Words that readers of YAML 1.1 or 1.2 take for something else than text.
const NO_TEXT: [&str; 11] =
    ["yes", "no", "on", "off", "y", "n", "true", "false", "null", "nan", "inf"];

/// A resume or a job as YAML in the order of the format, with an empty line between sections and between
/// entries. `note` may say something about a value, which becomes a comment above it.
///
/// The text reads back as the same.
pub fn yaml(whole: &impl Serialize, note: &dyn Fn(&FieldPath) -> Option<String>) -> String {
    let value = serde_json::to_value(whole).unwrap_or_default();
    let mut writer = Writer { text: String::new(), note };
    match value {
        Value::Object(map) if !map.is_empty() => {
            for (key, value) in &map {
                if !writer.text.is_empty() {
                    writer.text.push('\n');
                }
                writer.pair(&FieldPath::root(), key, value, 0);
            }
        }
        _ => writer.text.push_str("{}\n"),
    }
    writer.text
}

struct Writer<'a> {
    text: String,
    note: &'a dyn Fn(&FieldPath) -> Option<String>,
}

impl Writer<'_> {
    /// `key: value` at a depth of spaces; the cursor stands at the beginning of a line.
    fn pair(&mut self, above: &FieldPath, key: &str, value: &Value, depth: usize) {
        let path = above.key(key.to_owned());
        self.comment(&path, depth);
        let _ = write!(self.text, "{:depth$}", "");
        self.rest_of_pair(&path, key, value, depth);
    }

    /// As [`Writer::pair`], behind the spaces or the dash of a list.
    fn rest_of_pair(&mut self, path: &FieldPath, key: &str, value: &Value, depth: usize) {
        let _ = write!(self.text, "{}:", scalar(key, false));
        match value {
            Value::Object(map) if !map.is_empty() => {
                self.text.push('\n');
                for (key, value) in map {
                    self.pair(path, key, value, depth + 2);
                }
            }
            Value::Array(list) if !list.is_empty() => {
                if let Some(line) = self.on_one_line(path, list, depth, key) {
                    let _ = writeln!(self.text, " {line}");
                } else {
                    self.text.push('\n');
                    self.list(path, list, depth + 2);
                }
            }
            Value::String(text) if FOLDED.contains(&key) && folds(text, depth + key.len() + 2) => {
                self.text += " >-\n";
                self.folded(text, depth + 2);
            }
            value => {
                let _ = writeln!(self.text, " {}", leaf(value, false));
            }
        }
    }

    fn list(&mut self, path: &FieldPath, list: &[Value], depth: usize) {
        for (at, item) in list.iter().enumerate() {
            let path = path.index(at);
            if at > 0 && depth == 2 && item.as_object().is_some_and(|entry| entry.len() > 3) {
                self.text.push('\n');
            }
            self.comment(&path, depth);
            let _ = write!(self.text, "{:depth$}-", "");
            match item {
                Value::Object(map) if !map.is_empty() => self.entry(&path, map, depth),
                Value::Array(inner) if !inner.is_empty() => {
                    self.text.push('\n');
                    self.list(&path, inner, depth + 2);
                }
                value => {
                    let _ = writeln!(self.text, " {}", leaf(value, false));
                }
            }
        }
    }

    /// A mapping behind the dash of a list. What is to be said of its first value stands above the
    /// dash.
    fn entry(&mut self, path: &FieldPath, map: &Map<String, Value>, depth: usize) {
        for (at, (key, value)) in map.iter().enumerate() {
            if at > 0 {
                self.pair(path, key, value, depth + 2);
                continue;
            }
            let first = path.key(key.clone());
            if let Some(comment) = self.comment_text(&first, depth) {
                let dash = self.text.len() - 1 - depth;
                self.text.insert_str(dash, &comment);
            }
            self.text.push(' ');
            self.rest_of_pair(&first, key, value, depth + 2);
        }
    }

    /// A list as `[a, b]`, when it holds short texts that nobody has something to say about.
    fn on_one_line(
        &self,
        path: &FieldPath,
        list: &[Value],
        depth: usize,
        key: &str,
    ) -> Option<String> {
        let plain = |(at, item): (usize, &Value)| {
            let quiet = (self.note)(&path.index(at)).is_none();
            (item.is_string() && quiet).then(|| leaf(item, true))
        };
        if key == "highlights" {
            return None;
        }
        let items: Option<Vec<String>> = list.iter().enumerate().map(plain).collect();
        let line = format!("[{}]", items?.join(", "));
        (depth + key.len() + 2 + line.chars().count() <= WIDTH).then_some(line)
    }

    /// Words in lines of at most [`WIDTH`] columns where they allow it.
    fn folded(&mut self, text: &str, depth: usize) {
        let mut column = 0;
        for word in text.split(' ') {
            let length = word.chars().count();
            if column == 0 {
                let _ = write!(self.text, "{:depth$}", "");
                column = depth;
            } else if column + 1 + length > WIDTH {
                let _ = write!(self.text, "\n{:depth$}", "");
                column = depth;
            } else {
                self.text.push(' ');
                column += 1;
            }
            self.text.push_str(word);
            column += length;
        }
        self.text.push('\n');
    }

    fn comment(&mut self, path: &FieldPath, depth: usize) {
        if let Some(comment) = self.comment_text(path, depth) {
            self.text.push_str(&comment);
        }
    }

    fn comment_text(&self, path: &FieldPath, depth: usize) -> Option<String> {
        let note = (self.note)(path)?;
        let lines = note.lines().map(|line| {
            let line: String = line.chars().filter(|c| !c.is_control()).collect();
            format!("{:depth$}# {line}\n", "")
        });
        Some(lines.collect())
    }
}

/// True when a text is long, and folding gives it back: only single spaces become line ends.
fn folds(text: &str, before: usize) -> bool {
    before + text.chars().count() > WIDTH
        && text.trim() == text
        && !text.contains("  ")
        && !text
            .chars()
            .any(|c| c.is_control() || needs_escape(c) || (c.is_whitespace() && c != ' '))
}

/// A value without parts of its own.
fn leaf(value: &Value, in_list: bool) -> String {
    match value {
        Value::String(text) => scalar(text, in_list),
        Value::Array(_) => "[]".to_owned(),
        Value::Object(_) => "{}".to_owned(),
        other => other.to_string(),
    }
}

/// A text without quotes where no reader can mistake it, else in double quotes as JSON has them.
fn scalar(text: &str, in_list: bool) -> String {
    let first = text.chars().next();
    let safe = first.is_some_and(char::is_alphabetic)
        && text.trim() == text
        && !text.contains(": ")
        && !text.ends_with(':')
        && !text.contains(" #")
        && !text.chars().any(|c| needs_escape(c) || (c.is_whitespace() && c != ' '))
        && !(in_list && text.contains([',', '[', ']', '{', '}', ':']))
        && !NO_TEXT.contains(&text.to_lowercase().as_str());
    if safe { text.to_owned() } else { quoted(text) }
}

fn quoted(text: &str) -> String {
    let mut out = String::with_capacity(text.len() + 2);
    out.push('"');
    for c in text.chars() {
        match c {
            '"' | '\\' => out.extend(['\\', c]),
            '\n' => out += "\\n",
            '\r' => out += "\\r",
            '\t' => out += "\\t",
            c if u32::from(c) > 0xffff && needs_escape(c) => {
                let _ = write!(out, "\\U{:08x}", u32::from(c));
            }
            c if needs_escape(c) => {
                let _ = write!(out, "\\u{:04x}", u32::from(c));
            }
            c => out.push(c),
        }
    }
    out.push('"');
    out
}

/// Characters that stand in no line of YAML, or that nobody would see there.
fn needs_escape(c: char) -> bool {
    c.is_control()
        || matches!(
            c,
            '\u{2028}' | '\u{2029}' | '\u{feff}' | '\u{fffe}' | '\u{ffff}' | '\u{200b}'
                ..='\u{200f}'
        )
}
