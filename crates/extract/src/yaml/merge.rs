//! Merge keys: `<<: *defaults` takes over what is not written out.

use std::collections::BTreeSet;
use std::rc::Rc;

use crate::ReadError;
use crate::node::{Cost, Entry, Node, Value};

/// Replaces `<<` entries by the entries of what they name. Keys written out win, then earlier
/// merges. `spend` is told the cost before each entry is taken over. A `<<` that names no mapping
/// stays, to be reported as the odd key it is.
pub(super) fn merge(
    entries: &mut Vec<Entry>,
    mut spend: impl FnMut(Cost) -> Result<(), ReadError>,
) -> Result<(), ReadError> {
    if !entries.iter().any(is_merge) {
        return Ok(());
    }
    let (merges, mut kept): (Vec<Entry>, Vec<Entry>) =
        std::mem::take(entries).into_iter().partition(is_merge);
    let mut seen: BTreeSet<Rc<str>> = kept.iter().map(|entry| Rc::clone(&entry.key)).collect();
    for merge in &merges {
        for source in sources(&merge.value) {
            let Value::Mapping { entries: theirs, .. } = &source.value else { continue };
            for entry in theirs {
                if seen.insert(Rc::clone(&entry.key)) {
                    spend(Cost::scalar(entry.key.len()))?;
                    spend(entry.value.cost)?;
                    kept.push(entry.clone());
                }
            }
        }
    }
    *entries = kept;
    Ok(())
}

fn is_merge(entry: &Entry) -> bool {
    &*entry.key == "<<"
        && match &entry.value.value {
            Value::Mapping { .. } => true,
            Value::List(items) => {
                items.iter().all(|item| matches!(item.value, Value::Mapping { .. }))
            }
            Value::Scalar(_) => false,
        }
}

fn sources(value: &Rc<Node>) -> &[Rc<Node>] {
    match &value.value {
        Value::List(items) => items,
        _ => std::slice::from_ref(value),
    }
}
