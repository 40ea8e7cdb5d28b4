//! Plain text to lines, with the places they have in a typewriter's letters.

mod columns;
pub(crate) mod decode;
mod inline;
mod quoted;
mod row;
mod rules;
mod wrapped;

use resume::Rect;

use self::decode::decode;
use self::row::Row;
use self::rules::Shape;
use crate::flow::split_mark;
use crate::{
    Document, DocumentError, Gap, Hazard, HazardKind, Hidden, Limits, Line, Part, Piece, Veil,
};

/// Size of type that plain text is given, in points.
const SIZE: f32 = 10.0;
/// Width of a letter in points: half an em.
const COLUMN: f32 = SIZE / 2.0;
/// From line to line in points.
const LEADING: f32 = SIZE * 1.2;

/// Reads one document.
pub(crate) fn read(bytes: &[u8], limits: &Limits) -> Result<Document, DocumentError> {
    if is_binary(bytes) {
        return Err(DocumentError::new(
            "the file is not a text",
            "save it as PDF, .docx or plain text in the program it was written with",
        ));
    }
    let decoded = decode(bytes, None);
    let mut document = Document::default();
    if decoded.damaged {
        document.hazard(HazardKind::Damaged);
    }
    let mut text = &*decoded.text;
    if text.len() > limits.characters {
        text = &text[..text.floor_char_boundary(limits.characters)];
        document.hazard(HazardKind::CutOff);
    }
    let (mut rows, told) = row::rows(text);
    if let Some(beyond) = rows.iter().position(|row| row.page >= limits.pages) {
        rows.truncate(beyond);
        document.hazard(HazardKind::CutOff);
    }
    document.hidden.extend(told.into_iter().map(|text| Hidden {
        text,
        veil: Veil::Shapeless,
        page: 0,
        rect: None,
        part: Part::Body,
    }));
    document.naive = naive(&rows);
    quoted::strip(&mut rows);
    let blocks = columns::blocks(rows);
    if blocks.len() > 1 {
        document.hazard(HazardKind::Columns);
    }
    let whole = !wrapped::is_wrapped(blocks.iter().flatten());
    for (block, rows) in blocks.iter().enumerate() {
        lines(rows, block, whole, &mut document.lines);
    }
    Ok(document)
}

impl Document {
    fn hazard(&mut self, kind: HazardKind) {
        self.hazards.push(Hazard { kind, page: 0, rect: None, quote: String::new() });
    }
}

/// Zeros and other control characters make up no text in any encoding but UTF-16.
fn is_binary(bytes: &[u8]) -> bool {
    const OLE: &[u8] = b"\xd0\xcf\x11\xe0";
    const ZIP: &[u8] = b"PK\x03\x04";
    let head = &bytes[..bytes.len().min(4096)];
    let Ok(text) = std::str::from_utf8(head) else {
        let text = decode(head, None).text;
        return head.starts_with(OLE) || has_controls(&text);
    };
    head.starts_with(OLE)
        || head.starts_with(ZIP)
        || has_controls(&decode(text.as_bytes(), None).text)
}

fn has_controls(text: &str) -> bool {
    let controls = text.chars().filter(|c| c.is_control() && !c.is_whitespace()).count();
    controls > 8 && controls * 20 > text.chars().count()
}

fn naive(rows: &[Row]) -> String {
    let mut text = String::new();
    for row in rows.iter().filter(|row| !row.is_empty()) {
        text.extend(&row.letters);
        text.push('\n');
    }
    text
}

/// Rows of one block to lines: rules and underlines become what they mean.
fn lines(rows: &[Row], block: usize, whole: bool, lines: &mut Vec<Line>) {
    let mut apart = false;
    let mut levels = Vec::new();
    let shapes: Vec<Shape> = rows.iter().map(rules::shape).collect();
    for (at, row) in rows.iter().enumerate() {
        let heading = match shapes[at] {
            Shape::Empty | Shape::Rule(_) => {
                apart = true;
                continue;
            }
            Shape::Text => rules::underlined(rows, &shapes, at),
            Shape::Titled => Some(2),
        };
        let range = rules::inside(row, shapes[at], rules::is_boxed(&shapes, at));
        let mut line = Line {
            pieces: pieces(row, range),
            page: row.page,
            block,
            heading,
            whole,
            apart: std::mem::take(&mut apart) && !lines.is_empty(),
            ..Line::default()
        };
        if line.pieces.is_empty() {
            apart |= line.apart;
            continue;
        }
        let indent = row.indent();
        if heading.is_none()
            && let Some(mut list) = split_mark(&mut line)
        {
            list.level = level(&mut levels, indent);
            line.list = Some(list);
        } else if line.apart && indent == 0 {
            levels.clear();
        }
        line.rect = line.pieces.iter().filter_map(|piece| piece.rect).reduce(Rect::union);
        lines.push(line);
    }
}

/// How deep an item is, by the indents of the items before it.
fn level(levels: &mut Vec<usize>, indent: usize) -> u8 {
    while levels.last().is_some_and(|last| *last > indent) {
        levels.pop();
    }
    if levels.last().is_none_or(|last| last + 1 < indent) && levels.len() < 20 {
        levels.push(indent);
    }
    u8::try_from(levels.len().saturating_sub(1)).unwrap_or(0)
}

fn pieces(row: &Row, range: std::ops::Range<usize>) -> Vec<Piece> {
    let mut pieces = Vec::new();
    for cell in row.cells(range) {
        let mut first = true;
        for run in inline::runs(row, cell) {
            let gap = if first { Gap::Wide } else { run.gap };
            first = false;
            let top = row.number as f32 * LEADING;
            let left = (row.column + run.range.start) as f32 * COLUMN;
            let right = (row.column + run.range.end) as f32 * COLUMN;
            pieces.push(Piece {
                text: run.text,
                gap,
                style: crate::Style { size: SIZE, bold: run.bold, ..crate::Style::default() },
                rect: Some(Rect { left, top, right, bottom: top + SIZE }),
                link: run.link,
            });
        }
    }
    if let Some(first) = pieces.first_mut() {
        first.gap = Gap::None;
    }
    pieces
}

#[cfg(test)]
mod tests;
