//! Sorting a list by moving whole items, each with the comments that belong to it.

use std::ops::Range;

use super::TextEdit;
use super::lines::{above, block, content_end, indent, is_comment, line, start_of};
use super::place::is_flow;
use super::remove::dash;
use crate::node::{Node, Value};

/// The edits that put the items of a list into another order.
pub(super) fn reorder(text: &str, list: &Node, order: &[usize]) -> Option<Vec<TextEdit>> {
    let Value::List(items) = &list.value else { return None };
    let spans: Vec<Range<usize>> = items.iter().map(|item| item.span.clone()).collect();
    (spans.len() == order.len()).then_some(())?;
    let ordered = spans.windows(2).all(|pair| pair[0].end <= pair[1].start);
    let within = |span: &Range<usize>| list.span.start <= span.start && span.end <= list.span.end;
    (ordered && spans.iter().all(within)).then_some(())?;
    let slots = if is_flow(text, list) { spans } else { blocks(text, &spans)? };
    let moved = order.iter().enumerate().filter(|(new, old)| new != *old);
    moved
        .map(|(new, old)| {
            let range = slots.get(new)?.clone();
            Some(TextEdit { range, text: text.get(slots.get(*old)?.clone())?.to_owned() })
        })
        .collect()
}

/// The lines of each item of a block list: the comments directly above it, and those inside.
fn blocks(text: &str, spans: &[Range<usize>]) -> Option<Vec<Range<usize>>> {
    let heads = dash(text, spans)?;
    let mut slots: Vec<Range<usize>> = Vec::with_capacity(heads.len());
    for (at, head) in heads.iter().enumerate() {
        let start = start_of(text, *head);
        let least = spans[at].end.saturating_sub(1).max(*head);
        let last = match heads.get(at + 1) {
            Some(next) => content_end(text, least, start_of(text, *next)),
            None => least,
        };
        let column = head - start;
        let mut slot = block(text, *head, last, column);
        let floor = slots.last().map_or(0, |before| before.end);
        while let Some(before) = above(text, slot.start).filter(|before| *before >= floor) {
            let comment = line(text, before);
            if !is_comment(comment) || indent(comment) != column {
                break;
            }
            slot.start = before;
        }
        slots.push(slot);
    }
    Some(slots)
}
