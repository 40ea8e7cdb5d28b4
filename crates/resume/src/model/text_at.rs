//! Looking up the text of a leaf by its path.

use serde_json::Value;

use super::Resume;
use crate::{FieldPath, Segment};

impl Resume {
    /// The text at `path`: a string leaf, or the text of a bullet. `None` when the path leads
    /// nowhere or to something that is not text.
    ///
    /// Goes through the serialized form; meant for reports, not for loops over a page.
    pub fn text_at(&self, path: &FieldPath) -> Option<String> {
        let mut value = &serde_json::to_value(self).ok()?;
        for segment in path.segments() {
            value = match (segment, value) {
                (Segment::Key(key), Value::Object(map)) => map.get(key.as_ref())?,
                (Segment::Index(index), Value::Array(list)) => list.get(*index)?,
                // A bullet that needs no mapping is serialized as plain text.
                (Segment::Key(key), Value::String(_)) if key == "text" => value,
                _ => return None,
            };
        }
        match value {
            Value::String(text) => Some(text.clone()),
            Value::Object(map) => map.get("text")?.as_str().map(str::to_owned),
            _ => None,
        }
    }
}
