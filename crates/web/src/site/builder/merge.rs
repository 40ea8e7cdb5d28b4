//! Two people, or two windows, changed one resume: what each changed is put together field by field,
//! and in lists item by item, wherever the items stand now.

#[cfg(test)]
mod properties;
mod sequence;
#[cfg(test)]
mod tests;

use std::collections::BTreeMap;

use maud::{Markup, html};
use resume::{FieldPath, Resume};
use serde_json::{Map, Value};

use self::sequence::{Node, Order, Sequences};
use super::text::shown;
use crate::label::label;

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
            // A list that is not there has no items. Only one that all three lack has no list.
            _ if [base, theirs, mine].iter().all(|one| one.is_array() || one.is_null()) => {
                let items = |value: &Value| value.as_array().cloned().unwrap_or_default();
                let merged = self.list(path, &items(base), &items(theirs), &items(mine));
                if merged.is_empty() { Value::Null } else { Value::Array(merged) }
            }
            _ => self.decided(path, base, theirs, mine),
        }
    }

    /// What somebody chose; until then what is saved.
    fn decided(&mut self, path: &FieldPath, base: &Value, theirs: &Value, mine: &Value) -> Value {
        match self.chosen.get(&path.to_string()) {
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
        }
    }

    /// Items of a list: those of the base with what became of them, and what either added. A
    /// collision of an item has the place that it had in the base.
    fn list(
        &mut self,
        path: &FieldPath,
        base: &[Value],
        theirs: &[Value],
        mine: &[Value],
    ) -> Vec<Value> {
        let [base, theirs, mine] = alike([base, theirs, mine]);
        let places = Sequences::of(&base, &theirs, &mine);
        let mut merged = BTreeMap::new();
        for (at, base) in base.iter().enumerate() {
            let of = |side: &[Value], place: Option<usize>| {
                place.and_then(|place| side.get(place)).cloned().unwrap_or_default()
            };
            let (theirs, mine) = (of(&theirs, places.theirs_of(at)), of(&mine, places.mine_of(at)));
            let path = path.index(at);
            let value = match (&theirs, &mine) {
                // One of both removed it, and the other one changed it.
                (Value::Null, changed) | (changed, Value::Null)
                    if !changed.is_null() && changed != base =>
                {
                    self.decided(&path, base, &theirs, &mine)
                }
                (Value::Null, _) | (_, Value::Null) => Value::Null,
                _ => self.value(&path, base, &theirs, &mine),
            };
            merged.insert(Node::Base(at), value);
        }
        for node in places.added() {
            let value = match node {
                Node::Theirs(at) => theirs.get(at),
                Node::Mine(at) => mine.get(at),
                Node::Base(_) => None,
            };
            merged.insert(node, value.cloned().unwrap_or_default());
        }
        let in_order = |order: &[Node]| -> Vec<Value> {
            let values = order.iter().filter_map(|node| merged.get(node));
            values.filter(|value| !value.is_null()).cloned().collect()
        };
        match places.order() {
            Order::One(order) => in_order(&order),
            // Both moved items, and not alike.
            Order::Either { theirs, mine } => {
                let [theirs, mine] = [theirs, mine].map(|order| Value::Array(in_order(&order)));
                match self.decided(path, &Value::Array(base), &theirs, &mine) {
                    Value::Array(items) => items,
                    _ => Vec::new(),
                }
            }
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

/// The items in one form: a bullet may be written as a text or as a mapping with that text.
fn alike(lists: [&[Value]; 3]) -> [Vec<Value>; 3] {
    let mixed = lists.iter().any(|items| items.iter().any(Value::is_object));
    let one = |item: &Value| match item {
        Value::String(text) if mixed => {
            Value::Object(Map::from_iter([("text".to_owned(), text.as_str().into())]))
        }
        item => item.clone(),
    };
    lists.map(|items| items.iter().map(one).collect())
}

/// The collisions side by side, each with a choice.
pub(crate) fn choices(collisions: &[Collision]) -> Markup {
    html! {
        @for one in collisions {
            @let name = format!("choose:{}", one.path);
            fieldset.collision.card {
                legend { (label(&one.path)) }
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
