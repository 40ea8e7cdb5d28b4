//! Values outside the format, kept as they are.

use serde_json::{Map, Value as Json};

use crate::node::{Node, Scalar, Value};
use crate::scalar::{ScalarType, number};

/// The JSON value of a node. Calls `duplicate` with each entry that repeats an earlier key and is
/// therefore left out.
pub(super) fn any(node: &Node, duplicate: &mut impl FnMut(&crate::node::Entry)) -> Json {
    match &node.value {
        Value::Scalar(scalar) => json_of(scalar),
        Value::List(items) => items.iter().map(|item| any(item, duplicate)).collect(),
        Value::Mapping { entries, .. } => {
            let mut map = Map::new();
            for entry in entries {
                if map.contains_key(&*entry.key) {
                    duplicate(entry);
                } else {
                    let value = any(&entry.value, duplicate);
                    map.insert(entry.key.to_string(), value);
                }
            }
            Json::Object(map)
        }
    }
}

fn json_of(scalar: &Scalar) -> Json {
    let text = || Json::String(scalar.text.clone());
    match scalar.kind {
        ScalarType::Null => Json::Null,
        ScalarType::Bool => Json::Bool(scalar.text.starts_with(['t', 'T'])),
        ScalarType::Number => number(&scalar.text).map_or_else(text, Json::Number),
        ScalarType::Text => text(),
    }
}
