//! Tables: their cells, to be put in reading order.

use super::props::shading;
use super::reader::Reader;
use crate::office::measure::{is_on, twips};
use crate::office::{Cell, Ground, LEGIBLE, Row, arrange};
use crate::xml::{Element, Space};
use crate::{HazardKind, Part, Veil};

impl Reader<'_> {
    /// Reads a table.
    pub(super) fn table(&mut self, element: Element<'_>) {
        let outer = !matches!(self.sink.part, Part::Cell { .. });
        self.end_carried();
        let (part, start) = (self.sink.part, self.sink.lines.len());
        let number = self.sink.tables;
        self.sink.tables = self.sink.tables.saturating_add(1);
        let style = element.child("tblPr").and_then(|table| table.child_value("tblStyle"));
        let paints = style.and_then(|style| self.styles.get(style)).is_some_and(|s| s.paints);
        // What a style paints in which cell depends on much; it is enough that it may be dark.
        let ground = if paints { Ground::Unknown } else { self.ground };
        let mut rows = Vec::new();
        self.rows(element, number, ground, &mut rows);
        arrange(&mut self.sink, number, rows);
        self.sink.part = part;
        if outer && let Some(line) = self.sink.lines.get(start) {
            let quote = line.text();
            self.sink.hazard(HazardKind::Table, &quote);
        }
        self.before = (None, false);
    }

    fn rows(&mut self, parent: Element<'_>, table: u16, ground: Ground, rows: &mut Vec<Row>) {
        for child in parent.elements() {
            if child.space() == Space::Compatibility {
                if let Some(choice) = self.chosen(child) {
                    self.rows(choice, table, ground, rows);
                }
                continue;
            }
            match child.name() {
                "tr" => {
                    if let Some(row) = self.row(child, table, rows.len(), ground) {
                        rows.push(row);
                    }
                }
                "sdt" => {
                    if let Some(content) = child.child("sdtContent") {
                        self.rows(content, table, ground, rows);
                    }
                }
                "ins" | "customXml" | "moveTo" => self.rows(child, table, ground, rows),
                _ => {}
            }
        }
    }

    /// One row; `None` when it was removed.
    fn row(
        &mut self,
        element: Element<'_>,
        table: u16,
        number: usize,
        ground: Ground,
    ) -> Option<Row> {
        let properties = element.child("trPr");
        let property = |name: &str| properties.and_then(|properties| properties.child(name));
        if property("del").is_some() {
            self.sink.hazard_once(HazardKind::TrackedChanges, "");
            return None;
        }
        let hidden = property("hidden").is_some_and(|hidden| is_on(hidden.attribute("val")));
        let flat = property("trHeight").is_some_and(|height| {
            let exact = height.attribute("hRule") == Some("exact");
            exact && height.attribute("val").and_then(twips).is_some_and(|h| h < LEGIBLE)
        });
        let veil = self.veil;
        if hidden {
            self.veil = veil.or(Some(Veil::Marked));
        } else if flat {
            self.veil = veil.or(Some(Veil::Clipped));
        }
        let skipped = property("gridBefore").and_then(|columns| columns.attribute("val"));
        let mut column =
            skipped.and_then(|columns| columns.parse().ok()).unwrap_or(0_usize).min(999);
        let mut row = Row::new();
        self.cells(element, (table, number), ground, &mut column, &mut row);
        self.veil = veil;
        Some(row)
    }

    fn cells(
        &mut self,
        parent: Element<'_>,
        (table, number): (u16, usize),
        ground: Ground,
        column: &mut usize,
        row: &mut Row,
    ) {
        for child in parent.elements() {
            match child.name() {
                "tc" => {
                    let cell = self.cell(child, (table, number), ground, *column);
                    *column = column.saturating_add(cell.span);
                    row.push(cell);
                }
                "sdt" => {
                    if let Some(content) = child.child("sdtContent") {
                        self.cells(content, (table, number), ground, column, row);
                    }
                }
                "customXml" | "ins" => self.cells(child, (table, number), ground, column, row),
                _ => {}
            }
        }
    }

    fn cell(
        &mut self,
        element: Element<'_>,
        (table, number): (u16, usize),
        ground: Ground,
        column: usize,
    ) -> Cell {
        let properties = element.child("tcPr");
        let property = |name: &str| properties.and_then(|properties| properties.child(name));
        let span = property("gridSpan").and_then(|span| span.attribute("val"));
        let span = span.and_then(|span| span.parse().ok()).unwrap_or(1_usize).clamp(1, 99);
        let goes_on =
            property("vMerge").is_some_and(|merge| merge.attribute("val") != Some("restart"));
        let shade = property("shd").map(|shade| shading(shade, &self.theme));
        let outside = (self.ground, self.sink.part, self.sink.apart);
        self.ground = Ground::nearest(shade.into_iter().chain([ground]));
        let small = |n: usize| u16::try_from(n).unwrap_or(u16::MAX);
        self.sink.part = Part::Cell { table, row: small(number), column: small(column) };
        let above = std::mem::take(&mut self.sink.lines);
        self.before = (None, false);
        self.blocks(element);
        let lines = std::mem::replace(&mut self.sink.lines, above);
        (self.ground, self.sink.part, self.sink.apart) = outside;
        if !lines.is_empty() && number == 0 && column == 0 {
            self.sink.apart = false;
        }
        Cell { column, span, goes_on, lines }
    }
}
