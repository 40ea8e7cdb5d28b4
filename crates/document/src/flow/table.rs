//! Rows and cells of formats that tell where each ends.

use std::ops::Range;

use super::{Flow, Row};
use crate::{HazardKind, Part};

/// The row that is being read.
#[derive(Debug, Default)]
pub(crate) struct Table {
    /// Lines of the cells of the row so far.
    cells: Vec<Range<usize>>,
    /// Cells so far, empty ones too.
    column: u16,
    /// Where the cell begins, and the block of the text around; `None` outside of tables.
    open: Option<(usize, usize)>,
    number: u16,
    row: u16,
    told: bool,
    /// Numbers of the colors of the cells, and of the next one.
    grounds: Vec<usize>,
    next_ground: usize,
}

impl Table {
    /// A row is defined anew.
    pub(crate) fn define(&mut self) {
        self.grounds.clear();
        self.next_ground = 0;
    }

    pub(crate) fn shade(&mut self, color: usize) {
        self.next_ground = color;
    }

    pub(crate) fn cell_is_defined(&mut self) {
        if self.grounds.len() < 100 {
            self.grounds.push(std::mem::take(&mut self.next_ground));
        }
    }

    /// Number of the color of the cell that is being read.
    pub(crate) fn ground(&self) -> usize {
        let inside = self.open.is_some();
        self.grounds.get(usize::from(self.column)).copied().filter(|_| inside).unwrap_or(0)
    }

    /// Text stands in a table from here on.
    pub(crate) fn begin(&mut self, flow: &mut Flow) {
        if self.open.is_none() {
            flow.end_line();
            self.open = Some((flow.document.lines.len(), flow.block));
            flow.block = flow.new_block();
            self.place(flow);
        }
    }

    fn place(&self, flow: &mut Flow) {
        flow.part = Part::Cell { table: self.number, row: self.row, column: self.column };
    }

    pub(crate) fn end_cell(&mut self, flow: &mut Flow) {
        self.begin(flow);
        flow.end_line();
        let end = flow.document.lines.len();
        if let Some((start, _)) = &mut self.open {
            if *start < end {
                self.cells.push(*start..end);
            }
            *start = end;
        }
        self.column = self.column.saturating_add(1);
        flow.block = flow.new_block();
        self.place(flow);
    }

    pub(crate) fn end_row(&mut self, flow: &mut Flow) {
        let Some((_, base)) = self.open.take() else { return };
        flow.end_line();
        if flow.join(&self.cells, base) != Row::Alone && !self.told {
            self.told = true;
            flow.hazard(HazardKind::Table, "");
        }
        self.cells.clear();
        self.column = 0;
        self.row = self.row.saturating_add(1);
        flow.part = Part::Body;
    }

    /// Text stands in no table any more.
    pub(crate) fn end(&mut self, flow: &mut Flow) {
        if self.open.is_some() {
            self.end_row(flow);
        }
        if self.row > 0 {
            self.number = self.number.saturating_add(1);
            (self.row, self.told) = (0, false);
        }
    }
}
