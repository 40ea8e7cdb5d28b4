//! Looking up the text of a leaf by its path.

use serde::Serialize;
use serde_json::Value;

use crate::{FieldPath, Segment};

/// The texts of a resume, a letter or a job by path.
pub struct Texts(Value);

impl Texts {
    /// Serializes the whole once, so that each lookup is cheap.
    pub fn of(whole: &impl Serialize) -> Self {
        Self(serde_json::to_value(whole).unwrap_or_default())
    }

    /// The text at `path`: a string leaf, or the text of a bullet or of something wanted. `None` when the path leads
    /// nowhere or to something that is not text.
    pub fn get(&self, path: &FieldPath) -> Option<&str> {
        let mut value = &self.0;
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
            Value::String(text) => Some(text),
            Value::Object(map) => map.get("text")?.as_str(),
            _ => None,
        }
    }
}
