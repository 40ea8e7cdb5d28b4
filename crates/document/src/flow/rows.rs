//! Cells that stand side by side.

use std::ops::Range;

use super::Flow;
use crate::{Gap, Line};

/// Letters that the cells of a row have when they are read as one line: all but one of them.
const SHORT: usize = 90;

/// How the cells of a row are read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Row {
    /// There was one with text, or none.
    Alone,
    /// As one line.
    Line,
    /// As blocks, one after the other.
    Blocks,
}

impl Flow {
    /// A block that lines have not stood in yet.
    pub(crate) fn new_block(&mut self) -> usize {
        self.blocks += 1;
        self.blocks
    }

    /// Reads the cells of a row, each the lines it was laid out to in a block of its own: short
    /// ones become one line, others stay blocks. The text behind goes on in `base` after a line.
    pub(crate) fn join(&mut self, cells: &[Range<usize>], base: usize) -> Row {
        self.block = base;
        let lines = &mut self.document.lines;
        let (Some(first), Some(last)) = (cells.first(), cells.last()) else { return Row::Alone };
        let (start, end) = (first.start, last.end);
        if cells.len() == 1 {
            // Nothing stands beside it: rows inside keep their blocks, the rest goes on.
            let own = lines[start].block;
            for line in lines[start..].iter_mut().filter(|line| line.block == own) {
                line.block = base;
            }
            return Row::Alone;
        }
        let one_each = cells.iter().all(|cell| cell.len() == 1);
        let long = lines[start..end].iter().filter(|line| letters(line) > SHORT).count();
        if one_each && long <= 1 {
            let mut rest = lines.split_off(start).into_iter();
            let Some(mut joined) = rest.next() else { return Row::Alone };
            joined.block = base;
            for mut cell in rest {
                if let Some(piece) = cell.pieces.first_mut() {
                    piece.gap = Gap::Wide;
                }
                joined.heading = joined.heading.or(cell.heading);
                joined.pieces.append(&mut cell.pieces);
            }
            lines.push(joined);
            return Row::Line;
        }
        self.block = self.new_block();
        Row::Blocks
    }
}

fn letters(line: &Line) -> usize {
    line.pieces.iter().map(|piece| piece.text.len()).sum()
}
