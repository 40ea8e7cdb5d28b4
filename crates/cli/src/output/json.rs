//! JSON for programs.

use serde::Serialize;

/// Indented JSON with a line end; keys in the order of their declaration.
pub(crate) fn render(value: &impl Serialize) -> String {
    // These values are made of strings, finite numbers and string-keyed maps.
    let mut text = serde_json::to_string_pretty(value).expect("reports can be written as JSON");
    text.push('\n');
    text
}
