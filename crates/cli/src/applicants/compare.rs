//! Where two records differ.

use serde_json::Value;

/// The places at which two values differ, as `applicants[2].fit: 80.0, now 78.5`.
pub(crate) fn differences(stored: &Value, now: &Value) -> Vec<String> {
    let mut found = Vec::new();
    compare("", stored, now, &mut found);
    found
}

fn compare(path: &str, stored: &Value, now: &Value, found: &mut Vec<String>) {
    match (stored, now) {
        (Value::Object(old), Value::Object(new)) => {
            let join =
                |key: &str| if path.is_empty() { key.to_owned() } else { format!("{path}.{key}") };
            for (key, value) in old {
                match new.get(key) {
                    Some(other) => compare(&join(key), value, other, found),
                    None => found.push(format!("{}: gone", join(key))),
                }
            }
            let added = new.keys().filter(|key| !old.contains_key(*key));
            found.extend(added.map(|key| format!("{}: not in the record", join(key))));
        }
        (Value::Array(old), Value::Array(new)) if old.len() == new.len() => {
            for (at, (value, other)) in old.iter().zip(new).enumerate() {
                compare(&format!("{path}[{at}]"), value, other, found);
            }
        }
        (Value::Array(old), Value::Array(new)) => {
            found.push(format!("{path}: {} entries, now {}", old.len(), new.len()));
        }
        _ if stored == now => {}
        _ => found.push(format!("{path}: {}, now {}", short(stored), short(now))),
    }
}

/// A value in one line.
fn short(value: &Value) -> String {
    let text = value.to_string();
    let end = text.char_indices().nth(60).map_or(text.len(), |(at, _)| at);
    if end < text.len() { format!("{}…", &text[..end]) } else { text }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[track_caller]
    fn check(stored: &Value, now: &Value, expected: &[&str]) {
        assert_eq!(differences(stored, now), expected);
    }

    #[test]
    fn every_difference_has_its_place() {
        let record = json!({ "a": [{ "fit": 80.0 }, { "fit": 70.0 }], "b": null });
        check(&record, &record, &[]);
        check(
            &record,
            &json!({ "a": [{ "fit": 80.0 }, { "fit": 71.5 }], "b": null }),
            &["a[1].fit: 70.0, now 71.5"],
        );
        check(&record, &json!({ "a": [], "b": 1 }), &["a: 2 entries, now 0", "b: null, now 1"]);
        check(&json!({ "a": 1 }), &json!({ "c": 1 }), &["a: gone", "c: not in the record"]);
    }
}
