//! What somebody changes in a form, and what that means.

use std::collections::BTreeMap;

use resume::{FieldPath, Resume, Segment};
use serde_json::{Value, json};

use super::super::shape::{Field, Kind, RESUME, field_at};
use super::super::text::shown;
use super::{Dice, ODD};

/// What a form changes.
#[derive(Debug, Default)]
pub(super) struct Changes {
    /// Texts of fields, and what they mean; null for nothing.
    pub(super) texts: BTreeMap<String, (String, Value)>,
    /// Orders of lists, and how many items there were.
    pub(super) orders: BTreeMap<String, (Vec<usize>, usize)>,
}

/// The value at a path; missing parts and items are made.
fn place<'a>(value: &'a mut Value, path: &FieldPath) -> &'a mut Value {
    path.segments().iter().fold(value, |value, segment| match segment {
        Segment::Key(key) => {
            if let Value::String(text) = value {
                *value = json!({ "text": text });
            }
            &mut value[key.as_ref()]
        }
        Segment::Index(at) => {
            if value.is_null() {
                *value = json!([]);
            }
            let items = value.as_array_mut().expect("a list");
            while items.len() <= *at {
                items.push(json!({}));
            }
            &mut items[*at]
        }
    })
}

/// Every list and every field of a form that shows `value`: one item more than there is.
fn names(path: &FieldPath, fields: &[Field], value: &Value, found: &mut Vec<(FieldPath, usize)>) {
    for field in fields {
        let (path, value) = (path.key(field.key), value.get(field.key).unwrap_or(&Value::Null));
        match field.kind {
            Kind::Part(fields) => names(&path, fields, value, found),
            Kind::List(..) | Kind::Bullets => {
                let items = value.as_array().map(Vec::as_slice).unwrap_or_default();
                found.push((path.clone(), items.len()));
                for (at, item) in items.iter().chain([&Value::Null]).enumerate() {
                    names(&path.index(at), field.kind.fields().unwrap_or_default(), item, found);
                }
            }
            _ => found.push((path, 0)),
        }
    }
}

pub(super) fn changes(value: &Value, dice: &mut Dice) -> Changes {
    let mut all = Vec::new();
    names(&FieldPath::root(), RESUME, value, &mut all);
    let mut changes = Changes::default();
    for count in 0..=dice.roll(5) {
        // Lists are few among the fields.
        let lists: Vec<_> = all.iter().filter(|(_, items)| *items > 0).collect();
        if dice.one_in(2) && !lists.is_empty() {
            let (path, items) = lists[dice.roll(lists.len())];
            let mut order: Vec<usize> = (0..*items).collect();
            match dice.roll(3) {
                0 => drop(order.remove(dice.roll(*items))),
                1 => order.swap(dice.roll(*items), dice.roll(*items)),
                _ => order.rotate_left(dice.roll(*items)),
            }
            changes.orders.insert(path.to_string(), (order, *items));
            continue;
        }
        let (path, _) = &all[dice.roll(all.len())];
        let Some(field) = field_at(path).filter(|field| !field.kind.is_list()) else { continue };
        let mark = format!("n{count}");
        let value = match (field.kind, field.key) {
            _ if dice.one_in(5) => Value::Null,
            (_, "language") => "de".into(),
            (_, "sections") => json!(["work", "education"]),
            (Kind::Date, _) => "2021-11".into(),
            (Kind::Words, _) => json!([mark, "a, b", "c: d"]),
            (Kind::Color, _) => "#aabbcc".into(),
            (Kind::Choice(all), _) => all()[0].as_ref().into(),
            (Kind::Text, _) if dice.one_in(2) => format!("{mark} a\n\n{mark} b").into(),
            _ => format!("{} {mark}", ODD[dice.roll(ODD.len())]).into(),
        };
        let text = shown(Some(&value)).replace('\n', "\r\n");
        changes.texts.insert(path.to_string(), (text, value));
    }
    changes
}

/// The resume that is meant.
pub(super) fn meant(value: &Value, changes: &Changes) -> Resume {
    let mut value = value.clone();
    for (path, (_, new)) in &changes.texts {
        let path: FieldPath = path.parse().expect("a path");
        if !new.is_null() {
            *place(&mut value, &path) = new.clone();
        } else if value.pointer(&pointer(&path)).is_some() {
            *place(&mut value, &path) = Value::Null;
        } else if let Some(bullet) = path.parent().filter(|_| path.to_string().ends_with("].text"))
        {
            // A bullet that lost its words is still a bullet.
            if value.pointer(&pointer(&bullet)).is_some_and(Value::is_string) {
                *place(&mut value, &bullet) = json!({ "text": "" });
            }
        }
    }
    // Inner lists first: a path means a place before anything moved.
    let mut orders: Vec<_> = changes.orders.iter().collect();
    orders.sort_by_key(|(path, _)| std::cmp::Reverse(path.len()));
    for (path, (order, count)) in orders {
        let list = place(&mut value, &path.parse().expect("a path"));
        let items = list.as_array().cloned().unwrap_or_default();
        // Those of the file that stay; behind them those that are new.
        let kept = order.iter().copied().chain(*count..items.len());
        *list = kept.filter_map(|at| items.get(at).cloned()).collect();
    }
    serde_json::from_value(clean(value)).expect("a resume")
}

/// Without what holds nothing.
pub(super) fn clean(mut value: Value) -> Value {
    match &mut value {
        Value::Object(map) => {
            map.values_mut().for_each(|value| *value = clean(value.take()));
            map.retain(|_, value| !value.is_null() && *value != json!({}) && *value != json!([]));
        }
        Value::Array(items) => items.iter_mut().for_each(|item| *item = clean(item.take())),
        _ => {}
    }
    value
}

fn pointer(path: &FieldPath) -> String {
    let step = |segment: &Segment| match segment {
        Segment::Key(key) => format!("/{key}"),
        Segment::Index(at) => format!("/{at}"),
    };
    path.segments().iter().map(step).collect()
}
