//! Comma-separated values, RFC 4180, with the place of every cell.
//!
//! A crate would be longer to call than this, and none gives the bytes of a cell.

use std::ops::Range;

use crate::foreign::build::Piece;
use crate::foreign::html::entities;

/// The rows of a table; rows without any text are left out.
pub(super) fn rows(text: &str, at: usize) -> Vec<Vec<Piece>> {
    let bytes = text.as_bytes();
    let mut rows = Vec::new();
    let mut row: Vec<Piece> = Vec::new();
    let mut from = 0;
    let mut quoted = false;
    for (position, byte) in bytes.iter().enumerate() {
        match byte {
            // A quote counts where a cell begins, and everywhere inside a quoted one.
            b'"' if quoted || position == from => quoted = !quoted,
            b',' | b'\n' | b'\r' if !quoted => {
                row.push(cell(text, from..position, at));
                from = position + 1;
                if *byte != b',' {
                    close(&mut rows, &mut row);
                }
            }
            _ => {}
        }
    }
    if from < text.len() || !row.is_empty() {
        row.push(cell(text, from..text.len(), at));
    }
    close(&mut rows, &mut row);
    rows
}

fn close(rows: &mut Vec<Vec<Piece>>, row: &mut Vec<Piece>) {
    let row = std::mem::take(row);
    if row.iter().any(|cell| !cell.text.is_empty()) {
        rows.push(row);
    }
}

fn cell(text: &str, range: Range<usize>, at: usize) -> Piece {
    let raw = &text[range.clone()];
    let span = at + range.start..at + range.end;
    let value = match raw.strip_prefix('"') {
        Some(inner) => inner.strip_suffix('"').unwrap_or(inner).replace("\"\"", "\""),
        None => raw.to_owned(),
    };
    Piece::new(entities(value.trim()), span)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, expected: &[&[&str]]) {
        let found = rows(text, 0);
        let texts: Vec<Vec<&str>> =
            found.iter().map(|row| row.iter().map(|cell| cell.text.as_str()).collect()).collect();
        assert_eq!(texts, expected, "{text:?}");
        assert!(found.iter().flatten().all(|cell| text.get(cell.span.clone()).is_some()));
    }

    #[test]
    fn tables_are_read() {
        check("a,b\n1,2\n", &[&["a", "b"], &["1", "2"]]);
        check("a,b\r\n\"x, y\",\"say \"\"go\"\"\"", &[&["a", "b"], &["x, y", "say \"go\""]]);
        check("a\n\"one\ntwo\"\n", &[&["a"], &["one\ntwo"]]);
        check("a,,\n,,\n\nb", &[&["a", "", ""], &["b"]]);
        check("R&amp;D,5\" disk", &[&["R&D", "5\" disk"]]);
    }

    #[test]
    fn broken_tables_give_what_they_hold() {
        check("", &[]);
        check("a,\"b\nc", &[&["a", "b\nc"]]);
        check("\"", &[]);
        check("a\"b,c", &[&["a\"b", "c"]]);
    }
}
