//! The lines as one text, with the place of every piece in it.

use std::ops::Range;

use super::{Document, Gap};

/// The text of a document and where its pieces stand in it.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Placed {
    /// One line of text a line of the page, an empty line before a new block, heading or gap.
    pub text: String,
    /// For each line of the document, the bytes of each of its pieces in `text`.
    pub pieces: Vec<Vec<Range<usize>>>,
}

impl Document {
    /// All lines as one text, as somebody would type it: marks of lists are kept, wide gaps
    /// become four spaces.
    pub fn placed(&self) -> Placed {
        let mut placed = Placed::default();
        for (at, line) in self.lines.iter().enumerate() {
            let above = at.checked_sub(1).map(|before| &self.lines[before]);
            if let Some(above) = above {
                placed.text.push('\n');
                let moved = (above.block, above.page) != (line.block, line.page);
                if line.apart || line.heading.is_some() || moved {
                    placed.text.push('\n');
                }
            }
            if let Some(list) = &line.list {
                for _ in 0..list.level {
                    placed.text.push_str("  ");
                }
                placed.text.push_str(if list.mark.is_empty() { "-" } else { &list.mark });
                placed.text.push(' ');
            }
            let mut ranges = Vec::with_capacity(line.pieces.len());
            for (number, piece) in line.pieces.iter().enumerate() {
                match piece.gap {
                    _ if number == 0 => {}
                    Gap::None => {}
                    Gap::Space => placed.text.push(' '),
                    Gap::Wide => placed.text.push_str("    "),
                }
                let start = placed.text.len();
                placed.text.push_str(&piece.text);
                ranges.push(start..placed.text.len());
            }
            placed.pieces.push(ranges);
        }
        placed.text.push('\n');
        placed
    }
}
