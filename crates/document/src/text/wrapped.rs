//! Whether the lines of a text were broken to fit a width.

use super::row::Row;
use crate::marks;

/// Nobody wraps wider; longer lines are paragraphs.
const WIDEST: usize = 140;
/// Nobody wraps narrower.
const NARROWEST: usize = 36;

/// True when sentences go on in the next line: a long line, and below it one that begins with a
/// small letter and no mark of a list. A text with one paragraph a line has none of these, or
/// lines that are much longer.
pub(super) fn is_wrapped<'a>(rows: impl Iterator<Item = &'a Row>) -> bool {
    let mut above: Option<&Row> = None;
    let mut broken: Vec<usize> = Vec::new();
    let mut lengths = Vec::new();
    for row in rows {
        let length = row.letters.len();
        if let Some(above) = above
            && (NARROWEST..=WIDEST).contains(&above.letters.len())
            && goes_on(above, row)
        {
            broken.push(above.letters.len());
        }
        lengths.push(length);
        above = (!row.is_empty()).then_some(row);
    }
    let Some(width) = broken.iter().max() else { return false };
    let longer = lengths.iter().filter(|length| **length > width + 12).count();
    longer <= broken.len()
}

fn goes_on(above: &Row, row: &Row) -> bool {
    let text: String = row.letters[row.indent()..].iter().take(8).collect();
    let ended = above.letters.last().is_some_and(|c| matches!(c, '.' | ':' | '!' | '?' | ';'));
    let small = text.starts_with(|c: char| c.is_lowercase() || c == '(' || c == '&');
    small && !ended && marks::split(&text).is_none()
}
