//! Which item of a list became which: the same item, else the one that says most of the same.

use std::collections::{BTreeMap, BTreeSet, VecDeque};

use serde_json::Value;

/// Comparisons of items at most; beyond it what is left is paired in order.
const MOST_COMPARED: usize = 10_000;

/// For each new item the old one it was made from; none for one that is new. No old item is used
/// twice.
pub fn pair(old: &[Value], new: &[Value]) -> Vec<Option<usize>> {
    let mut same: BTreeMap<String, VecDeque<usize>> = BTreeMap::new();
    for (at, item) in old.iter().enumerate() {
        same.entry(item.to_string()).or_default().push_back(at);
    }
    let mut pairs: Vec<Option<usize>> = new
        .iter()
        .map(|item| same.get_mut(&item.to_string()).and_then(VecDeque::pop_front))
        .collect();
    let mut free: BTreeSet<usize> = same.into_values().flatten().collect();
    let open: Vec<usize> = (0..new.len()).filter(|at| pairs[*at].is_none()).collect();
    if open.len() * free.len() <= MOST_COMPARED {
        let words: BTreeMap<usize, BTreeSet<String>> =
            free.iter().map(|at| (*at, words(&old[*at]))).collect();
        for at in &open {
            let mine = self::words(&new[*at]);
            // The most in common; of equals the nearest.
            let best = free
                .iter()
                .map(|from| (words[from].intersection(&mine).count(), from.abs_diff(*at), *from))
                .filter(|(common, _, from)| {
                    *common > 0 && *common * 3 >= mine.len().min(words[from].len())
                })
                .max_by_key(|(common, far, _)| (*common, std::cmp::Reverse(*far)));
            if let Some((_, _, from)) = best {
                free.remove(&from);
                pairs[*at] = Some(from);
            }
        }
    }
    let open: Vec<usize> = open.into_iter().filter(|at| pairs[*at].is_none()).collect();
    if open.len() == free.len() {
        for (at, from) in open.into_iter().zip(free) {
            pairs[at] = Some(from);
        }
    }
    pairs
}

/// The words of an item and of all below it.
fn words(item: &Value) -> BTreeSet<String> {
    let mut found = BTreeSet::new();
    let mut open = vec![item];
    while let Some(value) = open.pop() {
        match value {
            Value::String(text) => found.extend(text.split_whitespace().map(str::to_lowercase)),
            Value::Array(items) => open.extend(items),
            Value::Object(map) => open.extend(map.values()),
            _ => {}
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[track_caller]
    fn check(old: &Value, new: &Value, expected: &[Option<usize>]) {
        let list = |value: &Value| value.as_array().cloned().unwrap_or_default();
        assert_eq!(pair(&list(old), &list(new)), expected);
    }

    #[test]
    fn items_are_found_again() {
        check(&json!(["a", "b"]), &json!(["b", "a"]), &[Some(1), Some(0)]);
        check(&json!(["a", "a"]), &json!(["a", "a", "a"]), &[Some(0), Some(1), None]);
        check(&json!(["a", "b", "c"]), &json!(["a", "c"]), &[Some(0), Some(2)]);
        check(&json!(["a", "b"]), &json!(["a", "x"]), &[Some(0), Some(1)]);
        check(&json!(["a"]), &json!(["x", "a", "y"]), &[None, Some(0), None]);
        check(
            &json!(["Cut p99 of fares", "Built the ledger"]),
            &json!(["Rebuilt the ledger", "Cut p50 of fares", "New"]),
            &[Some(1), Some(0), None],
        );
        check(
            &json!([{"name": "Acme", "position": "Dev"}, {"name": "Initech"}]),
            &json!([{"name": "Initech"}, {"name": "Acme", "position": "Lead"}]),
            &[Some(1), Some(0)],
        );
        check(&json!([]), &json!(["a"]), &[None]);
    }
}
