//! Tables in the order a person reads them.
//!
//! A table of a resume is one of three: rows of short cells (a label and its value, a grid of
//! skills), rows of a short cell beside a tall one (dates or a section's name beside its text), or
//! a page in two columns. The first are read as lines, the second cell by cell, the third column
//! by column.

use super::Sink;
use crate::{Gap, Line, Part};

/// Lines from which a cell is a column of its own.
const TALL: usize = 4;
/// Letters up to which a cell is short enough to share a line.
const SHORT: usize = 80;

/// Letters from which a cell is a column of its own, in as few lines as it may be.
const MUCH: usize = 240;

/// One cell with its lines.
#[derive(Clone, Debug, Default)]
pub(crate) struct Cell {
    /// The first column it stands in.
    pub column: usize,
    /// The columns it spans, at least 1.
    pub span: usize,
    /// True when it goes on with the cell above it.
    pub goes_on: bool,
    /// Its lines in order.
    pub lines: Vec<Line>,
}

/// The cells of one row.
pub(crate) type Row = Vec<Cell>;

/// Adds the lines of a table to the document.
pub(crate) fn arrange(sink: &mut Sink, table: u16, rows: Vec<Row>) {
    let mut rows: Vec<(usize, Row)> = rows.into_iter().enumerate().collect();
    place(&mut rows, table);
    let outside = sink.block;
    let mut columns = false;
    let mut rest = rows.as_mut_slice();
    while !rest.is_empty() {
        let merged = merged_rows(rest);
        let tall = rest.iter().take_while(|(_, row)| is_columns(row)).count();
        let (now, later) = rest.split_at_mut(merged.max(tall).max(1));
        if merged > tall.max(1) {
            columns |= read_merged(sink, now);
        } else if tall > 0 {
            read_columns(sink, now);
            columns = true;
        } else {
            now.iter_mut().for_each(|(_, row)| read_row(sink, row));
        }
        rest = later;
    }
    if columns || sink.block != outside {
        sink.new_block();
    }
}

/// Says of each line in which cell it stands; lines of a table inside a cell keep theirs.
fn place(rows: &mut [(usize, Row)], table: u16) {
    let small = |n: usize| u16::try_from(n).unwrap_or(u16::MAX);
    for (number, row) in rows {
        for cell in row {
            let column = small(cell.column);
            for line in &mut cell.lines {
                if !matches!(line.part, Part::Cell { .. } | Part::TextBox) {
                    line.part = Part::Cell { table, row: small(*number), column };
                }
            }
        }
    }
}

fn filled(row: &Row) -> impl Iterator<Item = &Cell> {
    row.iter().filter(|cell| !cell.lines.is_empty())
}

/// True when two cells of a row are tall: they are columns of a page.
fn is_columns(row: &Row) -> bool {
    filled(row).filter(|cell| is_tall(cell)).nth(1).is_some()
}

fn is_tall(cell: &Cell) -> bool {
    cell.lines.len() >= TALL || cell.lines.iter().map(letters).sum::<usize>() >= MUCH
}

/// How many rows hang together because a cell spans them.
fn merged_rows(rows: &[(usize, Row)]) -> usize {
    1 + rows.iter().skip(1).take_while(|(_, row)| row.iter().any(|cell| cell.goes_on)).count()
}

/// Rows that one cell spans: what stands left of it, the cell, what stands right of it.
fn read_merged(sink: &mut Sink, rows: &mut [(usize, Row)]) -> bool {
    let (first, below) = match rows.split_first() {
        Some((first, below)) => (&first.1, below),
        None => return false,
    };
    // The tallest of the cells that reach down to the last row is the column between the others.
    let spans = |cell: &&Cell| {
        let same = |other: &Cell| other.goes_on && other.column == cell.column;
        !cell.lines.is_empty() && below.iter().all(|(_, row)| row.iter().any(same))
    };
    let middle = first.iter().filter(spans).max_by_key(|cell| cell.lines.len());
    let Some((column, height)) = middle.map(|cell| (cell.column, cell.lines.len())) else {
        rows.iter_mut().for_each(|(_, row)| read_row(sink, row));
        return false;
    };
    // A label in front of several rows belongs to the first of them.
    if height < TALL && column == 0 {
        rows.iter_mut().for_each(|(_, row)| read_row(sink, row));
        return false;
    }
    for side in [std::cmp::Ordering::Less, std::cmp::Ordering::Equal, std::cmp::Ordering::Greater] {
        sink.new_block();
        for (_, row) in &mut *rows {
            let (mut part, keep) = std::mem::take(row)
                .into_iter()
                .partition::<Row, _>(|cell| cell.column.cmp(&column) == side);
            *row = keep;
            read_row(sink, &mut part);
        }
    }
    true
}

/// Rows of tall cells: the first column of all of them, then the second.
fn read_columns(sink: &mut Sink, rows: &mut [(usize, Row)]) {
    let mut columns: Vec<usize> =
        rows.iter().flat_map(|(_, row)| filled(row).map(|cell| cell.column)).collect();
    columns.sort_unstable();
    columns.dedup();
    // Taken by number of cell, not by scanning all cells for each column.
    let mut by_column: std::collections::BTreeMap<usize, Vec<Line>> =
        columns.into_iter().map(|column| (column, Vec::new())).collect();
    for (_, row) in rows {
        for cell in row {
            if let Some(lines) = by_column.get_mut(&cell.column) {
                lines.append(&mut cell.lines);
            }
        }
    }
    for lines in by_column.into_values() {
        sink.new_block();
        push_block(sink, lines);
    }
}

/// One row: as lines when its cells are short, else cell by cell.
fn read_row(sink: &mut Sink, row: &mut Row) {
    if share_lines(row) {
        let deep = filled(row).map(|cell| cell.lines.len()).max().unwrap_or(0);
        let mut cells: Vec<_> = row.iter_mut().map(|cell| cell.lines.drain(..)).collect();
        for _ in 0..deep {
            let mut parts = cells.iter_mut().filter_map(Iterator::next);
            let Some(mut line) = parts.next() else { continue };
            for part in parts {
                let mut pieces = part.pieces;
                if let Some(first) = pieces.first_mut() {
                    first.gap = Gap::Wide;
                }
                line.pieces.append(&mut pieces);
                line.apart |= part.apart;
                line.heading = line.heading.or(part.heading);
            }
            line.block = sink.block;
            sink.lines.push(line);
        }
        return;
    }
    for cell in row {
        push_block(sink, std::mem::take(&mut cell.lines));
    }
}

/// True when the cells of a row stand on one line: at most two short lines each, or one line each
/// of which one may be long, as beside a label. Items of lists stay items.
fn share_lines(row: &Row) -> bool {
    let plain = |cell: &Cell| {
        cell.lines.len() <= 2
            && cell.lines.iter().all(|line| line.list.is_none() && line.part != Part::TextBox)
    };
    let long = filled(row).filter(|cell| cell.lines.iter().any(|line| letters(line) > SHORT));
    filled(row).nth(1).is_some()
        && filled(row).all(plain)
        && match long.count() {
            0 => true,
            1 => filled(row).all(|cell| cell.lines.len() == 1),
            _ => false,
        }
}

fn letters(line: &Line) -> usize {
    line.pieces.iter().map(|piece| piece.text.len()).sum()
}

/// Adds lines that were read apart to the block of the moment; blocks among them stay apart.
fn push_block(sink: &mut Sink, lines: Vec<Line>) {
    let mut before = None;
    for mut line in lines {
        if before.is_some_and(|before| before != line.block) {
            sink.new_block();
        }
        before = Some(line.block);
        line.block = sink.block;
        sink.lines.push(line);
    }
}
