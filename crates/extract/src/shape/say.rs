//! The findings of the walk: what each says and what it advises.

use resume::{FieldPath, Finding, Origin, Segment, Severity, Span};
use serde_json::Value as Json;

use super::schema::{Record, Shape, shapes};
use super::walk::{Notation, WHOLE_NUMBER, Walk, headline};
use super::{convert, unknown};
use crate::node::{Entry, Node, Scalar, Value};
use crate::scalar::ScalarType;
use crate::words::{choices, clip, in_quotes, quote};

impl Walk<'_> {
    fn say(
        &mut self,
        rule: &'static str,
        severity: Severity,
        path: &FieldPath,
        message: String,
        hint: String,
    ) {
        self.findings.push(Finding::new(rule, severity, path.clone(), message).hint(hint));
    }

    fn wrong_type(&mut self, node: &Node, wanted: &str, path: &FieldPath, hint: String) {
        let found = self.kind_of(node);
        let message = format!("{} needs {}, this is {found}", name_of(path), self.word(wanted));
        self.say("wrong-type", Severity::Error, path, message, hint);
    }

    /// A value of the wrong type that can be taken in one way only.
    pub(super) fn taken(&mut self, node: &Node, wanted: &str, path: &FieldPath) {
        let hint = match &node.value {
            Value::Scalar(scalar) if wanted == WHOLE_NUMBER => {
                format!("write {} without quotes; it was read as a number", quote(&scalar.text))
            }
            Value::Scalar(scalar) => {
                let text = in_quotes(&scalar.text, 40);
                format!("put it in quotes: `{text}`; it was read as text")
            }
            Value::List(_) if wanted == "a mapping" => match self.format {
                Notation::Yaml => {
                    "remove the dashes in front of its keys; they were read as one mapping"
                        .to_owned()
                }
                Notation::Json => {
                    "remove the brackets `[` `]` around it; it was read as one object".to_owned()
                }
            },
            Value::List(_) => match self.format {
                Notation::Yaml => {
                    "remove the dash or the brackets around it; its one item was read".to_owned()
                }
                Notation::Json => "remove the brackets around it; its one item was read".to_owned(),
            },
            Value::Mapping { .. } => "it was read as it stands".to_owned(),
        };
        self.wrong_type(node, wanted, path, hint);
    }

    /// A text where a mapping belongs, taken as the mapping's main key.
    pub(super) fn taken_as(&mut self, node: &Node, key: &str, path: &FieldPath) {
        let text = node.scalar().map_or_else(String::new, |scalar| clip(&scalar.text, 40));
        let hint = match self.format {
            Notation::Yaml => format!("write `{key}: {text}`; it was read so"),
            Notation::Json => {
                format!("write `{{\"{key}\": {}}}`; it was read so", Json::from(text))
            }
        };
        self.wrong_type(node, "a mapping", path, hint);
    }

    /// A value of the wrong type that cannot be taken.
    pub(super) fn unused<T>(&mut self, node: &Node, wanted: &str, path: &FieldPath) -> Option<T> {
        let how = match (wanted, self.format) {
            ("a text", Notation::Yaml) => "write one text after the colon",
            ("a text", Notation::Json) => "write one string in double quotes",
            ("a mapping", Notation::Yaml) => "write `key: value` lines, indented below it",
            ("a mapping", Notation::Json) => "write `{\"key\": \"value\"}`",
            (WHOLE_NUMBER, _) => "write digits only",
            _ => "write one of them",
        };
        self.wrong_type(
            node,
            wanted,
            path,
            format!("{how}; the {} was not used", self.short(node)),
        );
        None
    }

    /// One value where a list of them belongs.
    pub(super) fn single(&mut self, node: &Node, item: &Shape, path: &FieldPath) {
        let record = match item {
            Shape::Record(name) => shapes().record(name),
            _ => None,
        };
        let main_key = record.and_then(headline);
        let usable = match (&node.value, item) {
            (Value::Scalar(_), Shape::Record(_)) => main_key.is_some(),
            (Value::Mapping { .. }, Shape::Text) => self.colon_text(node).is_some(),
            _ => true,
        };
        let end = if usable {
            "it was read as its one item".to_owned()
        } else {
            format!("the {} was not used", self.short(node))
        };
        let how = match (self.format, &node.value) {
            (Notation::Yaml, Value::Scalar(scalar)) => {
                let text = clip(&scalar.text, 30);
                match (main_key, record.and_then(|record| record.keys().next())) {
                    (Some(key), _) => format!("write it on a line of its own: `- {key}: {text}`"),
                    (None, Some(key)) => format!("begin each entry with a dash: `- {key}: …`"),
                    _ => format!("write it on a line of its own: `- {text}`"),
                }
            }
            (Notation::Yaml, _) => "begin each item with `- ` on a line of its own".to_owned(),
            (Notation::Json, _) => "put the items in brackets: `[…]`".to_owned(),
        };
        self.wrong_type(node, "a list", path, format!("{how}; {end}"));
    }

    pub(super) fn number(&mut self, scalar: &Scalar, path: &FieldPath) {
        let text = in_quotes(&scalar.text, 30);
        let message =
            format!("{} is a text, and {} reads as a number", name_of(path), quote(&scalar.text));
        let why = match self.format {
            Notation::Yaml => "other tools may drop a `+`, a leading 0 or a final one",
            Notation::Json => "other tools expect a text here",
        };
        let hint = format!("put it in quotes: `{text}`; {why}");
        self.say("number-for-text", Severity::Warning, path, message, hint);
    }

    /// A text cut short by ` #`, where the number of a ticket or a rank was meant.
    pub(super) fn hash(&mut self, node: &Node, path: &FieldPath) {
        let rest = self.text.get(node.span.end..).unwrap_or_default();
        let Some(comment) = rest.trim_start_matches([' ', '\t']).strip_prefix('#') else { return };
        if self.format != Notation::Yaml || !comment.starts_with(|c: char| c.is_ascii_digit()) {
            return;
        }
        let lost = comment.lines().next().unwrap_or_default();
        let message =
            format!("the text ends here: {} is a YAML comment", quote(&format!("#{lost}")));
        let hint = "put the whole text in quotes to keep it".to_owned();
        self.say("hash-in-text", Severity::Warning, path, message, hint);
    }

    /// A sentence with a colon, read as text although YAML makes a mapping of it.
    pub(super) fn colon(&mut self, node: &Node, text: &str, path: &FieldPath) {
        let message = "the colon makes a mapping of this text".to_owned();
        let hint = format!("put it in quotes: `{}`; it was read as text", in_quotes(text, 60));
        self.say("colon-in-text", Severity::Error, path, message, hint);
        if let Value::Mapping { entries, .. } = &node.value
            && let Some(last) = entries.last()
        {
            self.hash(&last.value, path);
        }
    }

    pub(super) fn duplicate(&mut self, entry: &Entry, path: &FieldPath) {
        let aside = path.key(format!("{} (again)", clip(&entry.key, 40)));
        let span = Span { key: None, value: entry.key_span.clone() };
        self.map.insert(aside.clone(), span);
        let message =
            format!("{} stands here a second time; this one was not used", quote(&entry.key));
        let hint = "keep one of the two, or put both values under the first".to_owned();
        self.say("duplicate-key", Severity::Error, &aside, message, hint);
    }

    pub(super) fn unknown_tag(&mut self, tag: &str, path: &FieldPath) {
        let message = format!("{} is a YAML tag, not part of the text", quote(tag));
        let hint = "delete it, or put the text in quotes if it begins with `!`".to_owned();
        self.say("unknown-tag", Severity::Warning, path, message, hint);
    }

    pub(super) fn empty_item(&mut self, path: &FieldPath) -> Option<Json> {
        let message = "this list item is empty; it was left out".to_owned();
        let hint = match self.format {
            Notation::Yaml => "delete the dash, or write something after it",
            Notation::Json => "delete it, or write something",
        };
        self.say("empty-value", Severity::Warning, path, message, hint.to_owned());
        None
    }

    pub(super) fn empty_text(&mut self, path: &FieldPath) {
        let message = "this list item is a text without characters".to_owned();
        self.say("empty-value", Severity::Warning, path, message, "delete it".to_owned());
    }

    /// A JSON value that is written as nothing: `null`, which JSON Resume does not allow. In YAML it
    /// is as good as a key with nothing after it.
    pub(super) fn null(&mut self, entry: &Entry, path: &FieldPath) -> Option<Json> {
        let ours = self.origin == Origin::JsonResume && self.whole.name != shapes().job().name;
        if ours && self.format == Notation::Json {
            let message = format!("{} is written as nothing", quote(&entry.key));
            let hint =
                "leave the key out: a JSON Resume holds no `null`, and other tools refuse it";
            self.say("empty-value", Severity::Info, path, message, hint.to_owned());
        }
        None
    }

    /// A key that has another name today.
    pub(super) fn renamed(&mut self, key: &str, today: &str, path: &FieldPath) {
        let message = format!("{} is called `{today}` in JSON Resume 1.0", quote(key));
        let hint = format!("write `{today}`; it was read so");
        self.say("unknown-field", Severity::Info, path, message, hint);
    }

    /// Reports a key outside the format. The value is kept where the mapping keeps such keys.
    pub(super) fn unknown_field(
        &mut self,
        entry: &Entry,
        record: &Record,
        parent: &FieldPath,
        path: &FieldPath,
    ) -> Option<Json> {
        if !unknown::is_private(&entry.key, record) {
            let section = self.section_of(parent);
            let (severity, message) = if self.origin != Origin::JsonResume {
                // Nothing is wrong with the author's file; ours has no place for the value.
                let message = format!("{section} has no place for {} here", quote(&entry.key));
                (Severity::Info, message)
            } else if entry.odd_key {
                let message = format!("a key must be a single word, not {}", quote(&entry.key));
                (Severity::Warning, message)
            } else {
                (Severity::Warning, format!("{section} has no key {}", quote(&entry.key)))
            };
            let hint = self.unknown_hint(entry, record, parent);
            self.say("unknown-field", severity, path, message, hint);
        }
        let mut repeated = Vec::new();
        let value = convert::any(&entry.value, &mut |entry| repeated.push(entry.clone()));
        for entry in &repeated {
            self.duplicate(entry, parent);
        }
        record.open.then_some(value)
    }

    fn unknown_hint(&self, entry: &Entry, record: &Record, parent: &FieldPath) -> String {
        let kept = if record.open { "kept, but not shown" } else { "not used" };
        let at_top = parent.segments().is_empty();
        if self.origin != Origin::JsonResume {
            return format!("the value is {kept}");
        }
        if &*entry.key == "<<" && self.format == Notation::Yaml {
            "after `<<:` name a mapping, as in `<<: *defaults`".to_owned()
        } else if entry.odd_key {
            format!("write `key: value`; the value is {kept}")
        } else if let Some(meant) = unknown::meant(&entry.key, record) {
            format!("did you mean `{meant}`? The value is {kept}")
        } else if let Some(home) = unknown::home(&entry.key).filter(|_| at_top && self.is_resume())
        {
            format!("`{}` belongs under `{home}`; the value is {kept}", entry.key)
        } else {
            let keys = record.keys().filter(|key| !key.starts_with('$'));
            format!("the keys here are {}; the value is {kept}", choices(keys, "and"))
        }
    }

    fn is_resume(&self) -> bool {
        self.whole.name == shapes().root().name
    }

    /// How a message calls the mapping at `path`.
    fn section_of(&self, path: &FieldPath) -> String {
        match path.segments() {
            [] if self.is_resume() => "a resume".to_owned(),
            [] => format!("a {}", self.whole.name.to_lowercase()),
            // The name of a variant is no name of a mapping.
            [.., Segment::Key(list), Segment::Key(_)] if list == "variants" => {
                "a variant".to_owned()
            }
            _ => name_of(path),
        }
    }

    /// `a mapping` in YAML is `an object` in JSON.
    fn word<'b>(&self, wanted: &'b str) -> &'b str {
        if wanted == "a mapping" && self.format == Notation::Json { "an object" } else { wanted }
    }

    fn kind_of(&self, node: &Node) -> String {
        match &node.value {
            Value::List(_) => "a list".to_owned(),
            Value::Mapping { .. } => self.word("a mapping").to_owned(),
            Value::Scalar(scalar) => match scalar.kind {
                ScalarType::Null => "nothing".to_owned(),
                ScalarType::Bool => quote(&scalar.text),
                ScalarType::Number => format!("the number {}", clip(&scalar.text, 30)),
                ScalarType::Text => "a text".to_owned(),
            },
        }
    }

    fn short(&self, node: &Node) -> &'static str {
        match (&node.value, self.format) {
            (Value::List(_), _) => "list",
            (Value::Mapping { .. }, Notation::Yaml) => "mapping",
            (Value::Mapping { .. }, Notation::Json) => "object",
            (Value::Scalar(_), _) => "value",
        }
    }
}

/// How a message calls the value at `path`.
fn name_of(path: &FieldPath) -> String {
    match path.segments() {
        [] => "the file".to_owned(),
        [.., Segment::Key(key)] => quote(key),
        [rest @ .., Segment::Index(_)] => {
            let list = rest.iter().rev().find_map(|segment| match segment {
                Segment::Key(key) => Some(quote(key)),
                Segment::Index(_) => None,
            });
            format!("an item of {}", list.unwrap_or_else(|| "the list".to_owned()))
        }
    }
}
