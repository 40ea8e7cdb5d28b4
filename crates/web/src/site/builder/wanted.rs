//! A resume and what a form says of it, to the resume that is meant.
//!
//! A field that says what the resume says already changes nothing, whatever a browser did to its
//! line breaks. A field that is not sent changes nothing either.

use extract::Origins;
use resume::model::Accent;
use resume::{FieldPath, Resume};
use serde_json::{Map, Value};

use super::fields::Fields;
use super::shape::{Field, Kind, RESUME};
use super::text::{is_same, one_line, paragraphs, shown, words};
use crate::site::fault::Fault;

/// Items that a form adds to one list at most.
const MOST_NEW: usize = 500;

/// What a form means.
pub(crate) struct Wanted {
    pub(crate) resume: Resume,
    /// Which item became which.
    pub(crate) origins: Origins,
}

/// What a form means that was made from `old`.
pub(crate) fn wanted(old: &Resume, fields: &Fields) -> Result<Wanted, Fault> {
    let Ok(Value::Object(map)) = serde_json::to_value(old) else { return Err(Fault::ours()) };
    let mut origins = Origins::new();
    let map = part(&map, RESUME, fields, &FieldPath::root(), &mut origins)?;
    let resume = serde_json::from_value(Value::Object(map)).map_err(|_| Fault::ours())?;
    Ok(Wanted { resume, origins })
}

/// Positions of a list, old and new, as a form orders them; new ones follow where it does not.
pub(crate) fn order(count: usize, fields: &Fields, list: &str) -> Result<Vec<usize>, Fault> {
    let wrong = |what: &str| {
        Fault::bad_request(format!("`{list}` has no entry {what:.20}"))
            .hint("nothing was saved; load the page again")
    };
    let mut order: Vec<usize> = Vec::new();
    match &fields.text {
        None => order.extend(0..count),
        Some(text) => {
            for part in text.split(',').map(str::trim).filter(|part| !part.is_empty()) {
                order.push(part.parse().map_err(|_| wrong(part))?);
            }
        }
    }
    let named: std::collections::BTreeSet<usize> = order.iter().copied().collect();
    if named.len() < order.len() {
        return Err(Fault::bad_request(format!("`{list}` has an entry twice in its order")));
    }
    order.extend(fields.items.keys().filter(|at| **at >= count && !named.contains(at)));
    let far = order.iter().chain(fields.items.keys()).find(|at| **at >= count + MOST_NEW);
    if let Some(far) = far {
        return Err(wrong(&far.to_string()));
    }
    Ok(order)
}

fn part(
    old: &Map<String, Value>,
    shape: &[Field],
    fields: &Fields,
    path: &FieldPath,
    origins: &mut Origins,
) -> Result<Map<String, Value>, Fault> {
    let mut map = old.clone();
    for field in shape {
        let Some(said) = fields.keys.get(field.key) else { continue };
        let after = value(old.get(field.key), field, said, &path.key(field.key), origins)?;
        match after {
            Some(after) => map.insert(field.key.to_owned(), after),
            None => map.shift_remove(field.key),
        };
    }
    Ok(map)
}

/// What stands under a key afterwards.
fn value(
    old: Option<&Value>,
    field: &Field,
    said: &Fields,
    path: &FieldPath,
    origins: &mut Origins,
) -> Result<Option<Value>, Fault> {
    match field.kind {
        Kind::Part(shape) => {
            let before = old.and_then(Value::as_object).cloned().unwrap_or_default();
            let after = part(&before, shape, said, path, origins)?;
            let stays = !after.is_empty() || old.is_some() && before.is_empty();
            Ok(stays.then_some(Value::Object(after)))
        }
        Kind::List(..) | Kind::Bullets => {
            let before = old.and_then(Value::as_array).map(Vec::as_slice).unwrap_or_default();
            let after = list(before, field, said, path, origins)?;
            Ok((!after.is_empty()).then_some(Value::Array(after)))
        }
        _ => leaf(old, field, said, &path.to_string()),
    }
}

fn list(
    old: &[Value],
    field: &Field,
    said: &Fields,
    path: &FieldPath,
    origins: &mut Origins,
) -> Result<Vec<Value>, Fault> {
    let shape = field.kind.fields().unwrap_or_default();
    let nothing = Fields::default();
    let (mut items, mut from) = (Vec::new(), Vec::new());
    for at in order(old.len(), said, &path.to_string())? {
        let said = said.items.get(&at).unwrap_or(&nothing);
        let before = match old.get(at) {
            Some(Value::Object(map)) => map.clone(),
            Some(Value::String(text)) => {
                Map::from_iter([("text".to_owned(), text.as_str().into())])
            }
            Some(_) => return Err(Fault::ours()),
            None if said.is_blank() => continue,
            None => Map::new(),
        };
        let mut after = part(&before, shape, said, &path.index(at), origins)?;
        if matches!(field.kind, Kind::Bullets) {
            // A bullet that lost its words is still a bullet, until it is removed.
            after.entry("text").or_insert_with(|| "".into());
        }
        if old.get(at).is_some() || !after.is_empty() {
            items.push(Value::Object(after));
            from.push((at < old.len()).then_some(at));
        }
    }
    origins.insert(path.clone(), from);
    Ok(items)
}

fn leaf(
    old: Option<&Value>,
    field: &Field,
    said: &Fields,
    path: &str,
) -> Result<Option<Value>, Fault> {
    let Some(new) = &said.text else { return Ok(old.cloned()) };
    let before = shown(old);
    if is_same(&before, new) {
        return Ok(old.cloned());
    }
    let text = match field.kind {
        Kind::Words => {
            let words = words(new);
            return Ok((!words.is_empty()).then(|| Value::from(words)));
        }
        Kind::Text => paragraphs(new),
        _ => one_line(new),
    };
    if text.is_empty() {
        return Ok(None);
    }
    match field.kind {
        Kind::Choice(all) if !all().iter().any(|word| **word == text) => {
            Err(Fault::bad_request(format!("`{text:.40}` is no value of `{path}`"))
                .hint(format!("choose one of {}", all().join(", "))))
        }
        Kind::Color if text.parse::<Accent>().is_err() => {
            Err(Fault::bad_request(format!("`{text:.40}` is no color"))
                .hint("write `#` and six hexadecimal digits, as #1d4e79"))
        }
        _ => Ok(Some(text.into())),
    }
}
