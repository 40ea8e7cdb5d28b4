//! Tables of an OpenDocument text.

use super::reader::Reader;
use super::styles::Fill;
use crate::office::{Cell, Row, arrange};
use crate::xml::Element;
use crate::{HazardKind, Part, Veil};

/// Columns that are told apart; spreadsheets pasted into a page repeat empty ones by the thousand.
const COLUMNS: usize = 64;

impl<'t> Reader<'t> {
    /// Reads a table.
    pub(super) fn table(&mut self, element: Element<'t>) {
        let (part, start) = (self.sink.part, self.sink.lines.len());
        let number = self.sink.tables;
        self.sink.tables = self.sink.tables.saturating_add(1);
        let mut rows = Vec::new();
        // Rows that cells of a column still reach down to.
        let mut spans = vec![0_usize; COLUMNS];
        self.rows(element, number, &mut spans, &mut rows);
        arrange(&mut self.sink, number, rows);
        self.sink.part = part;
        if !matches!(part, Part::Cell { .. })
            && let Some(line) = self.sink.lines.get(start)
        {
            let quote = line.text();
            self.sink.hazard(HazardKind::Table, &quote);
        }
    }

    fn rows(&mut self, parent: Element<'t>, table: u16, spans: &mut [usize], rows: &mut Vec<Row>) {
        for child in parent.elements() {
            match child.name() {
                "table-row" => {
                    let veil = self.veil;
                    if matches!(child.attribute("visibility"), Some("collapse" | "filter")) {
                        self.veil = veil.or(Some(Veil::Marked));
                    }
                    let row = self.row(child, (table, rows.len()), spans);
                    rows.push(row);
                    self.veil = veil;
                }
                "table-header-rows" | "table-rows" | "table-row-group" => {
                    self.rows(child, table, spans, rows);
                }
                _ => {}
            }
        }
    }

    fn row(&mut self, row: Element<'t>, (table, number): (u16, usize), spans: &mut [usize]) -> Row {
        let mut cells = Row::new();
        let mut column = 0;
        for cell in row.elements() {
            if column >= COLUMNS {
                break;
            }
            let number_of = |name: &str| {
                cell.attribute(name).and_then(|n| n.parse().ok()).unwrap_or(1).clamp(1, COLUMNS)
            };
            let repeated = number_of("number-columns-repeated");
            match cell.name() {
                "table-cell" => {
                    let span = number_of("number-columns-spanned");
                    spans[column] = number_of("number-rows-spanned") - 1;
                    let lines = self.cell(cell, (table, number), column);
                    cells.push(Cell { column, span, goes_on: false, lines });
                    column += repeated;
                }
                "covered-table-cell" => {
                    for _ in 0..repeated.min(COLUMNS - column) {
                        let goes_on = spans[column] > 0;
                        spans[column] = spans[column].saturating_sub(1);
                        if goes_on {
                            cells.push(Cell { column, span: 1, goes_on, lines: Vec::new() });
                        }
                        column += 1;
                    }
                }
                _ => {}
            }
        }
        cells
    }

    fn cell(
        &mut self,
        cell: Element<'t>,
        (table, number): (u16, usize),
        column: usize,
    ) -> Vec<crate::Line> {
        let style = self.styles.get("table-cell", cell.attribute("style-name"));
        let outside = (self.ground, self.sink.part, self.sink.apart);
        if let Some(Some(color)) = style.ground {
            self.ground = Fill::Plain(color);
        }
        let small = |n: usize| u16::try_from(n).unwrap_or(u16::MAX);
        self.sink.part = Part::Cell { table, row: small(number), column: small(column) };
        let above = std::mem::take(&mut self.sink.lines);
        self.blocks(cell);
        let lines = std::mem::replace(&mut self.sink.lines, above);
        (self.ground, self.sink.part, self.sink.apart) = outside;
        if !lines.is_empty() && number == 0 && column == 0 {
            self.sink.apart = false;
        }
        lines
    }
}
