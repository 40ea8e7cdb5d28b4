//! Rows of tables and of boxes that stand side by side.

use std::ops::Range;

use super::display::Display;
use super::layout::Layout;
use super::look::{Frame, Look};
use crate::{Gap, HazardKind, Line, Part};

/// Letters that the cells of a row have when they are read as one line: all but one of them.
const SHORT: usize = 90;

/// Lays out a table: its rows wherever they stand in it, and text between them.
pub(super) fn table(layout: &mut Layout, at: usize, look: &Look) {
    let number = layout.tables;
    layout.tables = layout.tables.saturating_add(1);
    let before = layout.flow.document.lines.len();
    let outer = layout.enter(Part::Cell { table: number, row: 0, column: 0 });
    layout.children(at, look);
    layout.end_veiled();
    layout.flow.end_line();
    layout.flow.part = outer;
    let beside = |line: &Line| match line.part {
        Part::Cell { table, column, .. } => table == number && column > 0,
        _ => false,
    };
    let found = &layout.flow.document.lines[before..];
    let merged = |line: &Line| line.part != outer && line.cells().count() > 1;
    if let Some(line) = found.iter().find(|line| beside(line) || merged(line)) {
        let quote = line.text();
        layout.flow.hazard(HazardKind::Table, &quote);
    }
}

/// Lays out the children of a row, each by itself, and then decides: short ones are one line,
/// others are blocks that are read one after the other.
pub(super) fn row(layout: &mut Layout, at: usize, look: &Look) {
    let base = layout.flow.block;
    let part = layout.flow.part;
    let mut cells: Vec<Range<usize>> = Vec::new();
    let mut column = 0;
    let children = &layout.tree.nodes[at].children;
    let table_row = layout.tree.nodes[at].name == "tr";
    for child in children {
        if layout.flow.is_full() {
            break;
        }
        let node = &layout.tree.nodes[*child];
        let start = layout.flow.document.lines.len();
        if let Part::Cell { table, row, .. } = part {
            layout.flow.part = Part::Cell { table, row, column };
        }
        layout.blocks += 1;
        layout.flow.block = layout.blocks;
        if node.name.is_empty() {
            layout.text(&node.text, look);
        } else if !super::display::is_dropped(&node.name) {
            let (inner, frame) = layout.look(*child, look);
            let display = match frame.display {
                Display::Inline | Display::InlineBlock | Display::Cell => Display::Block,
                other => other,
            };
            layout.element(*child, &inner, &Frame { display, floats: false, ..frame });
        }
        layout.end_veiled();
        layout.flow.end_line();
        let end = layout.flow.document.lines.len();
        if start < end {
            cells.push(start..end);
        }
        let span = node.attribute("colspan").and_then(|span| span.parse().ok()).unwrap_or(1_u16);
        column = column.saturating_add(span.clamp(1, 100));
    }
    layout.flow.part = match part {
        Part::Cell { table, row, .. } if table_row => {
            Part::Cell { table, row: row.saturating_add(1), column: 0 }
        }
        other => other,
    };
    layout.flow.block = base;
    join(layout, &cells, base);
}

fn join(layout: &mut Layout, cells: &[Range<usize>], base: usize) {
    let lines = &mut layout.flow.document.lines;
    let (Some(first), Some(last)) = (cells.first(), cells.last()) else { return };
    let (start, end) = (first.start, last.end);
    if cells.len() == 1 {
        // Nothing stands beside it: rows inside keep their blocks, the rest goes on.
        let own = lines[start].block;
        for line in lines[start..].iter_mut().filter(|line| line.block == own) {
            line.block = base;
        }
        return;
    }
    let one_each = cells.iter().all(|cell| cell.len() == 1);
    let long = lines[start..end].iter().filter(|line| letters(line) > SHORT).count();
    if one_each && long <= 1 {
        let mut rest = lines.split_off(start).into_iter();
        let Some(mut joined) = rest.next() else { return };
        joined.block = base;
        for mut cell in rest {
            if let Some(piece) = cell.pieces.first_mut() {
                piece.gap = Gap::Wide;
            }
            joined.heading = joined.heading.or(cell.heading);
            joined.pieces.append(&mut cell.pieces);
        }
        lines.push(joined);
        return;
    }
    layout.blocks += 1;
    layout.flow.block = layout.blocks;
    if !matches!(layout.flow.part, Part::Cell { .. }) && cells.iter().all(|cell| cell.len() > 3) {
        layout.flow.hazard(HazardKind::Columns, "");
    }
}

fn letters(line: &Line) -> usize {
    line.pieces.iter().map(|piece| piece.text.len()).sum()
}
