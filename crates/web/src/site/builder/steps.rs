//! What a button of the form asks for: `up:work[0].highlights[1]`, `add:work`. Without a script the
//! whole form is sent with it, and the step becomes part of what the form says.

use resume::{FieldPath, Resume, Segment};
use serde_json::Value;

use super::fields::Fields;
use super::fix::{self, Change};
use super::shape::field_at;
use super::wanted::order;
use crate::site::fault::Fault;

/// What is left to do once the form was saved.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Step {
    /// Nothing but to show the form.
    Save,
    /// To show the place of this value.
    Show(FieldPath),
    /// To show one more empty item of this list.
    Add(FieldPath),
    /// To make this change in what the form says.
    Fix(Change),
}

/// Takes the step that a button asks for into the fields of a form, which was made from `old`.
pub(crate) fn take(old: &Resume, fields: &mut Fields, asked: &str) -> Result<Step, Fault> {
    let Some((verb, path)) = asked.split_once(':') else { return Ok(Step::Save) };
    let unknown = || {
        Fault::bad_request(format!("the form cannot do `{asked:.60}`"))
            .hint("nothing was saved; load the page again")
    };
    if verb == fix::VERB {
        return Change::parse(path).map(Step::Fix).ok_or_else(unknown);
    }
    let path: FieldPath = path.parse().map_err(|_| unknown())?;
    field_at(&path).filter(|field| field.kind.is_list()).ok_or_else(unknown)?;
    let (item, list) = match path.segments().last() {
        Some(Segment::Index(at)) => (Some(*at), path.parent().ok_or_else(unknown)?),
        _ => (None, path),
    };
    let count = count(old, &list);
    let name = list.to_string();
    let empty = Fields::default();
    let mut order = order(count, fields.get(&list).unwrap_or(&empty), &name)?;
    // A new item that holds nothing will not be there.
    let is_there = |at: &usize| {
        *at < count
            || fields
                .get(&list)
                .and_then(|list| list.items.get(at))
                .is_some_and(|it| !it.is_blank())
    };
    order.retain(is_there);
    let Some(item) = item else {
        return if verb == "add" { Ok(Step::Add(list)) } else { Err(unknown()) };
    };
    let at = order.iter().position(|one| *one == item).ok_or_else(unknown)?;
    let now = match verb {
        "up" => at.saturating_sub(1),
        "down" => (at + 1).min(order.len() - 1),
        "remove" => {
            order.remove(at);
            at.min(order.len().saturating_sub(1))
        }
        _ => return Err(unknown()),
    };
    if verb != "remove" {
        order.swap(at, now);
    }
    let left = order.len();
    let order: Vec<String> = order.iter().map(usize::to_string).collect();
    fields.at(&list).text = Some(order.join(","));
    if verb == "remove" {
        fields.at(&list).items.remove(&item);
    }
    Ok(Step::Show(if left == 0 { list } else { list.index(now) }))
}

/// How many items a list has.
fn count(resume: &Resume, list: &FieldPath) -> usize {
    let value = serde_json::to_value(resume).unwrap_or_default();
    let found = list.segments().iter().try_fold(&value, |value, segment| match segment {
        Segment::Key(key) => value.get(key.as_ref()),
        Segment::Index(at) => value.get(at),
    });
    found.and_then(Value::as_array).map_or(0, Vec::len)
}
