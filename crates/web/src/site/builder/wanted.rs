//! A resume and what a form says of it, to the resume that is meant.
//!
//! A field that says what the resume says already changes nothing, whatever a browser did to its
//! line breaks. A field that is not sent changes nothing either.

use resume::Resume;
use resume::model::Accent;
use serde_json::{Map, Value};

use super::fields::Fields;
use super::shape::{Field, Kind, RESUME};
use super::text::{is_same, one_line, paragraphs, shown, words};
use crate::site::fault::Fault;

/// Items that a form adds to one list at most.
const MOST_NEW: usize = 500;

/// The resume that a form means, which was made from `old`.
pub(crate) fn wanted(old: &Resume, fields: &Fields) -> Result<Resume, Fault> {
    let Ok(Value::Object(map)) = serde_json::to_value(old) else { return Err(Fault::ours()) };
    let map = part(&map, RESUME, fields, "")?;
    serde_json::from_value(Value::Object(map)).map_err(|_| Fault::ours())
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
    path: &str,
) -> Result<Map<String, Value>, Fault> {
    let mut map = old.clone();
    for field in shape {
        let Some(said) = fields.keys.get(field.key) else { continue };
        let path =
            if path.is_empty() { field.key.to_owned() } else { format!("{path}.{}", field.key) };
        let before = old.get(field.key);
        let after = value(before, field, said, &path)?;
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
    path: &str,
) -> Result<Option<Value>, Fault> {
    match field.kind {
        Kind::Part(shape) => {
            let before = old.and_then(Value::as_object).cloned().unwrap_or_default();
            let after = part(&before, shape, said, path)?;
            let stays = !after.is_empty() || old.is_some() && before.is_empty();
            Ok(stays.then_some(Value::Object(after)))
        }
        Kind::List(..) | Kind::Bullets => {
            let before = old.and_then(Value::as_array).map(Vec::as_slice).unwrap_or_default();
            let after = list(before, field, said, path)?;
            Ok((!after.is_empty()).then_some(Value::Array(after)))
        }
        _ => leaf(old, field, said, path),
    }
}

fn list(old: &[Value], field: &Field, said: &Fields, path: &str) -> Result<Vec<Value>, Fault> {
    let shape = field.kind.fields().unwrap_or_default();
    let nothing = Fields::default();
    let mut items = Vec::new();
    for at in order(old.len(), said, path)? {
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
        let path = format!("{path}[{at}]");
        let mut after = part(&before, shape, said, &path)?;
        if matches!(field.kind, Kind::Bullets) {
            // A bullet that lost its words is still a bullet, until it is removed.
            after.entry("text").or_insert_with(|| "".into());
        }
        if old.get(at).is_some() || !after.is_empty() {
            items.push(Value::Object(after));
        }
    }
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
