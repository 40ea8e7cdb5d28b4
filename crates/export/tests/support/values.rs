//! The values of a resume in JSON Resume, leaf by leaf.

use serde_json::Value;

/// Values of the source that were not read as they stand in it, with their paths.
pub(crate) fn lost(source: &Value, read: &Value) -> Vec<String> {
    let (mut wanted, mut found) = (Vec::new(), Vec::new());
    leaves(source, "", &mut wanted);
    leaves(read, "", &mut found);
    wanted.retain(|leaf| !found.contains(leaf));
    wanted.into_iter().map(|(path, text)| format!("{path}: {text}")).collect()
}

/// Every value a page shows, by its path: no settings, addresses without scheme.
fn leaves(value: &Value, path: &str, found: &mut Vec<(String, String)>) {
    match value {
        Value::Object(map) => {
            let shown = |key: &str| !matches!(key, "vitae" | "meta");
            for (key, value) in map.iter().filter(|(key, _)| shown(key)) {
                leaves(value, &format!("{path}.{key}"), found);
            }
        }
        Value::Array(items) => {
            for (at, value) in items.iter().enumerate() {
                leaves(value, &format!("{path}.{at}"), found);
            }
        }
        Value::String(text) => {
            let bare = text.trim_start_matches("https://").trim_end_matches('/');
            let bare = bare.split_whitespace().collect::<Vec<_>>().join(" ");
            found.push((path.trim_start_matches('.').to_owned(), bare));
        }
        _ => {}
    }
}
