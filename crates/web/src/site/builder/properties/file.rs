//! Files of any content, built from a seed, whose lines are known.

use std::fmt::Write;

use extract::Format;
use resume::FieldPath;
use serde_json::{Map, Value, json};

use super::super::shape::{Field, Kind, RESUME};
use super::{Dice, ODD};

/// A line of a file: the value it belongs to, what of it stays as long as that value, and what as
/// long as the value is not another one.
pub(super) struct Line {
    pub(super) path: FieldPath,
    pub(super) stays: String,
    pub(super) value: String,
}

/// A file that is built, with a mark in each of its lines.
struct Builder {
    dice: Dice,
    marks: usize,
    out: String,
    lines: Vec<Line>,
}

impl Builder {
    fn mark(&mut self, letter: char) -> String {
        self.marks += 1;
        format!("{letter}{:04}", self.marks)
    }

    fn leaf(&mut self, field: &Field) -> Value {
        let mark = self.mark('v');
        match (field.kind, field.key) {
            (_, "language") => "en".into(),
            (_, "sections") => json!(["skills", "work"]),
            (Kind::Date, _) => {
                format!("20{:02}-0{}", self.dice.roll(20), 1 + self.dice.roll(9)).into()
            }
            (Kind::Words, _) => json!([mark, format!("{mark}b")]),
            (Kind::Color, _) => "#1d4e79".into(),
            (Kind::Choice(all), _) => {
                let all = all();
                all[self.dice.roll(all.len())].as_ref().into()
            }
            _ if self.dice.one_in(4) => format!("{mark} {}", ODD[self.dice.roll(ODD.len())]).into(),
            _ => format!("{mark} and more").into(),
        }
    }

    /// Some of the fields, and a key that no form knows.
    fn part(&mut self, shape: &[Field]) -> Value {
        let mut map = Map::new();
        for field in shape {
            if self.dice.one_in(3) {
                continue;
            }
            let value = match field.kind {
                Kind::Part(shape) => self.part(shape),
                Kind::List(_, shape) => (0..self.dice.roll(4)).map(|_| self.part(shape)).collect(),
                Kind::Bullets => (0..self.dice.roll(4)).map(|_| self.bullet()).collect(),
                _ => self.leaf(field),
            };
            let is_empty = value.as_array().is_some_and(Vec::is_empty);
            if !is_empty {
                map.insert(field.key.to_owned(), value);
            }
        }
        if map.is_empty() || self.dice.one_in(4) {
            map.insert(format!("x-{}", self.mark('k')), self.mark('u').into());
        }
        Value::Object(map)
    }

    fn bullet(&mut self) -> Value {
        let text = format!("{} did it", self.mark('v'));
        if self.dice.one_in(3) {
            json!({"text": text, "tags": [self.mark('v')]})
        } else {
            text.into()
        }
    }

    fn comment(&mut self) -> Option<String> {
        self.dice.one_in(3).then(|| format!("# {}", self.mark('c')))
    }

    fn quoted(&mut self, text: &str) -> String {
        let plain =
            text.chars().all(|c| c.is_ascii_alphanumeric() || c == ' ') && text.starts_with('v');
        match self.dice.roll(3) {
            0 if plain => text.to_owned(),
            1 => format!("'{}'", text.replace('\'', "''")),
            _ => Value::from(text).to_string(),
        }
    }

    fn put(&mut self, path: &FieldPath, line: &str, value: &str) {
        let stays = self.comment().unwrap_or_default();
        let gap = if stays.is_empty() { "" } else { " " };
        let _ = writeln!(self.out, "{line}{gap}{stays}");
        self.lines.push(Line { path: path.clone(), stays, value: value.to_owned() });
    }

    /// A comment of its own line, which stays with what is below it.
    fn above(&mut self, path: &FieldPath, pad: &str) {
        if let Some(comment) = self.comment() {
            let _ = writeln!(self.out, "{pad}{comment}");
            self.lines.push(Line { path: path.clone(), stays: comment, value: String::new() });
        }
    }

    /// A mapping; `first` stands before its first key instead of white space.
    fn mapping(&mut self, path: &FieldPath, map: &Map<String, Value>, pad: &str, first: &str) {
        for (at, (key, value)) in map.iter().enumerate() {
            let path = path.key(key.clone());
            let lead = if at == 0 { first } else { pad };
            if at > 0 {
                self.above(&path, pad);
            }
            match value {
                Value::Object(map) => {
                    let _ = writeln!(self.out, "{lead}{key}:");
                    self.mapping(&path, map, &format!("{pad}  "), &format!("{pad}  "));
                }
                Value::Array(items)
                    if items.iter().any(Value::is_object) || key == "highlights" =>
                {
                    let _ = writeln!(self.out, "{lead}{key}:");
                    for (at, item) in items.iter().enumerate() {
                        let path = path.index(at);
                        self.above(&path, &format!("{pad}  "));
                        if let Value::Object(map) = item {
                            self.mapping(&path, map, &format!("{pad}    "), &format!("{pad}  - "));
                        } else {
                            let text = self.quoted(item.as_str().unwrap_or_default());
                            self.put(&path.key("text"), &format!("{pad}  - {text}"), &text);
                        }
                    }
                }
                Value::Array(items) => {
                    let words: Vec<&str> = items.iter().filter_map(Value::as_str).collect();
                    let written = format!("{key}: [{}]", words.join(", "));
                    self.put(&path, &format!("{lead}{written}"), &written);
                }
                value => {
                    let text = self.quoted(value.as_str().unwrap_or_default());
                    let written = format!("{key}: {text}");
                    self.put(&path, &format!("{lead}{written}"), &written);
                }
            }
        }
    }
}

/// The lines of a file in JSON that hold texts.
fn lines_of_json(path: &FieldPath, value: &Value, lines: &mut Vec<Line>) {
    let line = |path: FieldPath, value: String| Line { path, stays: String::new(), value };
    match value {
        Value::Object(map) => {
            for (key, value) in map {
                let path = path.key(key.clone());
                match value {
                    Value::String(_) => lines.push(line(path, format!("\"{key}\": {value}"))),
                    value => lines_of_json(&path, value, lines),
                }
            }
        }
        Value::Array(items) => {
            for (at, item) in items.iter().enumerate() {
                match item {
                    Value::Object(_) => lines_of_json(&path.index(at), item, lines),
                    item if path.to_string().ends_with("highlights") => {
                        lines.push(line(path.index(at).key("text"), item.to_string()));
                    }
                    item => lines.push(line(path.clone(), item.to_string())),
                }
            }
        }
        _ => {}
    }
}

/// A file with its lines.
pub(super) fn file(seed: u64, format: Format) -> (String, Vec<Line>) {
    let mut builder = Builder { dice: Dice(seed), marks: 0, out: String::new(), lines: Vec::new() };
    let value = builder.part(RESUME);
    let Value::Object(map) = &value else { unreachable!("a part is a mapping") };
    let root = FieldPath::root();
    if format == Format::Yaml {
        builder.mapping(&root, map, "", "");
        return (builder.out, builder.lines);
    }
    let mut lines = Vec::new();
    lines_of_json(&root, &value, &mut lines);
    (serde_json::to_string_pretty(&value).expect("JSON"), lines)
}
