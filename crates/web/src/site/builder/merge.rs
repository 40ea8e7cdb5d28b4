//! Two people, or two windows, changed one resume: what each changed is put together field by field.

use std::collections::BTreeMap;

use maud::{Markup, html};
use resume::{FieldPath, Resume};
use serde_json::{Map, Value};

use super::text::shown;

/// Something that both changed, and not alike.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Collision {
    /// Where.
    pub(crate) path: FieldPath,
    /// What it said before both; null when there was nothing.
    pub(crate) base: Value,
    /// What is saved now.
    pub(crate) theirs: Value,
    /// What the form says.
    pub(crate) mine: Value,
}

/// Which of the two somebody takes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Side {
    Theirs,
    Mine,
}

/// What two resumes say that were both made from `base`, and the collisions that `chosen` does not
/// decide; until then what is saved stays. None when the result would be no resume.
pub(crate) fn merge(
    base: &Resume,
    theirs: &Resume,
    mine: &Resume,
    chosen: &BTreeMap<String, Side>,
) -> Option<(Resume, Vec<Collision>)> {
    let value = |resume: &Resume| serde_json::to_value(resume).ok();
    let mut merger = Merger { chosen, open: Vec::new() };
    let merged = merger.value(&FieldPath::root(), &value(base)?, &value(theirs)?, &value(mine)?);
    Some((serde_json::from_value(merged).ok()?, merger.open))
}

struct Merger<'a> {
    chosen: &'a BTreeMap<String, Side>,
    open: Vec<Collision>,
}

impl Merger<'_> {
    fn value(&mut self, path: &FieldPath, base: &Value, theirs: &Value, mine: &Value) -> Value {
        if theirs == mine || base == mine {
            return theirs.clone();
        }
        if base == theirs {
            return mine.clone();
        }
        let empty = Map::new();
        match (base, theirs, mine) {
            (Value::Object(base), Value::Object(theirs), Value::Object(mine)) => {
                self.mapping(path, base, theirs, mine)
            }
            // Both began the same part.
            (Value::Null, Value::Object(theirs), Value::Object(mine)) => {
                self.mapping(path, &empty, theirs, mine)
            }
            (Value::Array(base), Value::Array(theirs), Value::Array(mine))
                if base.len() == theirs.len() && base.len() == mine.len() =>
            {
                let items = base.iter().zip(theirs).zip(mine).enumerate();
                let items = items.map(|(at, ((base, theirs), mine))| {
                    self.value(&path.index(at), base, theirs, mine)
                });
                Value::Array(items.collect())
            }
            _ => match self.chosen.get(&path.to_string()) {
                Some(Side::Mine) => mine.clone(),
                Some(Side::Theirs) => theirs.clone(),
                None => {
                    self.open.push(Collision {
                        path: path.clone(),
                        base: base.clone(),
                        theirs: theirs.clone(),
                        mine: mine.clone(),
                    });
                    theirs.clone()
                }
            },
        }
    }

    fn mapping(
        &mut self,
        path: &FieldPath,
        base: &Map<String, Value>,
        theirs: &Map<String, Value>,
        mine: &Map<String, Value>,
    ) -> Value {
        let mut merged = Map::new();
        let keys = theirs.keys().chain(mine.keys().filter(|key| !theirs.contains_key(*key)));
        for key in keys {
            let of = |map: &Map<String, Value>| map.get(key).cloned().unwrap_or_default();
            let value = self.value(&path.key(key.clone()), &of(base), &of(theirs), &of(mine));
            if !value.is_null() {
                merged.insert(key.clone(), value);
            }
        }
        Value::Object(merged)
    }
}

/// The collisions side by side, each with a choice.
pub(crate) fn choices(collisions: &[Collision]) -> Markup {
    html! {
        @for one in collisions {
            @let name = format!("choose:{}", one.path);
            fieldset.collision.card {
                legend { code { (one.path) } }
                @if !one.base.is_null() { p.quiet { "Before: " (worded(&one.base)) } }
                label {
                    input type="radio" name=(name) value="mine" required checked;
                    span { b { "Yours" } span.text { (worded(&one.mine)) } }
                }
                label {
                    input type="radio" name=(name) value="theirs";
                    span { b { "Saved since" } span.text { (worded(&one.theirs)) } }
                }
            }
        }
    }
}

/// A value in words.
fn worded(value: &Value) -> String {
    match value {
        Value::Null => "(nothing)".to_owned(),
        Value::Array(items) if items.iter().any(|item| !item.is_string()) => {
            items.iter().map(worded).collect::<Vec<_>>().join("; ")
        }
        Value::Object(map) => map.values().map(worded).collect::<Vec<_>>().join(", "),
        value => shown(Some(value)),
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    /// What comes out of a name, a label and bullets, and where both collide.
    #[track_caller]
    fn check(base: &Value, theirs: &Value, mine: &Value, merged: &Value, collisions: &[&str]) {
        let resume =
            |value: &Value| -> Resume { serde_json::from_value(value.clone()).expect("a resume") };
        let (found, open) = merge(&resume(base), &resume(theirs), &resume(mine), &BTreeMap::new())
            .expect("a resume");
        assert_eq!(found, resume(merged));
        let open: Vec<String> = open.iter().map(|one| one.path.to_string()).collect();
        assert_eq!(open, collisions);
    }

    #[test]
    fn what_one_of_both_changed_is_taken() {
        let me =
            |name: &str, label: Option<&str>| json!({"basics": {"name": name, "label": label}});
        let base = me("Ada", Some("Engineer"));
        check(&base, &base, &base, &base, &[]);
        check(&base, &me("Eve", Some("Engineer")), &base, &me("Eve", Some("Engineer")), &[]);
        check(
            &base,
            &me("Eve", Some("Engineer")),
            &me("Ada", Some("Lead")),
            &me("Eve", Some("Lead")),
            &[],
        );
        check(&base, &me("Eve", Some("Engineer")), &me("Ada", None), &me("Eve", None), &[]);
        check(&base, &me("Eve", None), &me("Eve", None), &me("Eve", None), &[]);
        check(
            &base,
            &me("Eve", Some("Engineer")),
            &me("Zoe", Some("Lead")),
            &me("Eve", Some("Lead")),
            &["basics.name"],
        );
        check(
            &json!({}),
            &me("Eve", None),
            &json!({"basics": {"label": "Lead"}}),
            &me("Eve", Some("Lead")),
            &[],
        );
    }

    #[test]
    fn lists_are_merged_item_by_item_while_both_have_all() {
        let of = |bullets: &[&str]| json!({"work": [{"highlights": bullets}]});
        let base = of(&["a", "b"]);
        check(&base, &of(&["x", "b"]), &of(&["a", "y"]), &of(&["x", "y"]), &[]);
        check(
            &base,
            &of(&["x", "b"]),
            &of(&["z", "b"]),
            &of(&["x", "b"]),
            &["work[0].highlights[0]"],
        );
        check(&base, &of(&["a", "b", "c"]), &base, &of(&["a", "b", "c"]), &[]);
        check(
            &base,
            &of(&["a", "b", "c"]),
            &of(&["a"]),
            &of(&["a", "b", "c"]),
            &["work[0].highlights"],
        );
    }

    #[test]
    fn a_choice_decides() {
        let resume = |name: &str| -> Resume {
            serde_json::from_value(json!({"basics": {"name": name}})).expect("a resume")
        };
        for (side, expected) in [(Side::Mine, "Zoe"), (Side::Theirs, "Eve")] {
            let chosen = BTreeMap::from([("basics.name".to_owned(), side)]);
            let merged = merge(&resume("Ada"), &resume("Eve"), &resume("Zoe"), &chosen);
            assert_eq!(merged, Some((resume(expected), Vec::new())));
        }
    }
}
