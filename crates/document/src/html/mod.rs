//! HTML to lines, as a browser would show it.

mod color;
mod color_names;
mod css;
mod display;
mod head;
mod layout;
mod lists;
mod look;
mod media;
mod naive;
mod property;
mod rows;
mod selector;
mod tree;

use crate::flow::Flow;
use crate::text::decode::decode;
use crate::{Color, Document, DocumentError, HazardKind, Limits};

/// Reads one document.
pub(crate) fn read(bytes: &[u8], limits: &Limits) -> Result<Document, DocumentError> {
    let decoded = decode(bytes, head::charset(bytes));
    let tree = tree::parse(&decoded.text, limits.depth, limits.characters);
    let sheet = head::sheet(&tree);
    let mut flow = Flow::new(limits);
    if decoded.damaged {
        flow.hazard(HazardKind::Damaged, "");
    }
    if tree.cut_off {
        flow.cut_off();
    }
    flow.document.metadata = head::metadata(&tree, &mut flow);
    // What other files lay under the text is not known.
    let ground = (!sheet.incomplete).then_some(Color::WHITE);
    let flow = layout::Layout::new(&tree, &sheet, flow).page(&look::Look::new(ground));
    Ok(Document { naive: naive::text(&tree, limits.characters), ..flow.document })
}

#[cfg(test)]
mod tests;
