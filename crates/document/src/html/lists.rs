//! Lists: which item is how deep.

use super::layout::Layout;
use super::look::Look;
use crate::List;

/// Lists inside each other that are told apart.
const DEEPEST: usize = 20;

/// Lays out a list.
pub(super) fn list(layout: &mut Layout, at: usize, look: &Look) {
    let node = &layout.tree.nodes[at];
    let start = node.attribute("start").and_then(|start| start.parse::<usize>().ok());
    let number = (node.name == "ol").then(|| start.unwrap_or(1));
    layout.lists.push(number);
    layout.children(at, look);
    layout.lists.pop();
}

/// Lays out an item of a list, also of one that was never opened.
pub(super) fn item(layout: &mut Layout, at: usize, look: &Look) {
    #[expect(clippy::cast_possible_truncation, reason = "at most 20")]
    let level = layout.lists.len().saturating_sub(1).min(DEEPEST) as u8;
    let number = layout.lists.last_mut().and_then(Option::as_mut);
    let mark = number.map(|number| {
        let mark = format!("{number}.");
        *number = number.saturating_add(1);
        mark
    });
    layout.flow.item(List { level, mark: mark.unwrap_or_default() });
    layout.children(at, look);
    // An empty item must not mark the line behind it.
    layout.flow.end_line();
    layout.flow.forget_item();
}
