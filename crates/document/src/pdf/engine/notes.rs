//! Notes on a page and texts of its form fields that are not drawn.

use hayro_syntax::object::{Array, Dict, Name, String as PdfString};
use hayro_syntax::page::Page;

use super::catalog::{place_of, text_of};
use crate::pdf::page::Note;

/// The most notes of one page, and the longest text of one in bytes.
const NOTES: usize = 200;
const LONG: usize = 20_000;
/// Flags of a note: not shown at all, not shown on screen.
const HIDDEN: u32 = 1 << 1;
const NO_VIEW: u32 = 1 << 5;

/// The notes of a page, except those whose text is drawn.
pub(super) fn of(page: &Page<'_>) -> Vec<Note> {
    let Some(notes) = page.raw().get::<Array<'_>>("Annots") else { return Vec::new() };
    notes.iter::<Dict<'_>>().take(NOTES).filter_map(|note| read(page, &note)).collect()
}

fn read(page: &Page<'_>, note: &Dict<'_>) -> Option<Note> {
    let hidden = note.get::<u32>("F").unwrap_or(0) & (HIDDEN | NO_VIEW) != 0;
    let kind = note.get::<Name<'_>>("Subtype")?;
    let key = match kind.as_ref() {
        b"Widget" if hidden => "V",
        b"Link" | b"Widget" | b"Popup" => return None,
        // What stands in such a note is drawn on the page.
        b"FreeText" | b"Stamp" | b"Watermark" if !hidden => return None,
        _ => "Contents",
    };
    let text = note.get::<PdfString<'_>>(key)?;
    let bytes = text.as_bytes();
    let text = text_of(&bytes[..bytes.len().min(LONG)]);
    let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
    let says = text.chars().any(char::is_alphanumeric);
    says.then(|| Note { rect: place_of(page, note), text, hidden })
}
