//! What every document target asks of a reader.

use document::{Document, Gap, Kind, Limits};

/// Reads `bytes` as `kind`: no panic, no hang, and what comes out keeps its promises.
pub fn read(bytes: &[u8], kind: Kind) {
    // Smaller than in the product: a fuzzer should spend its time on many small files.
    let limits = Limits { unpacked: 4 << 20, pages: 4, characters: 40_000, ..Limits::default() };
    let Ok(document) = document::read(bytes, kind, &limits) else { return };
    keeps_its_promises(&document, &limits);
    let again = document::read(bytes, kind, &limits).expect("the same bytes are read again");
    assert_eq!(format!("{again:?}"), format!("{document:?}"), "the same bytes, the same document");
}

fn keeps_its_promises(document: &Document, limits: &Limits) {
    assert!(document.sheets.len() <= limits.pages);
    let mut letters = 0;
    for line in &document.lines {
        assert!(!line.pieces.is_empty(), "a line is made of something");
        // A plain text has pages (form feeds) and no sheets.
        let on_page = document.sheets.is_empty() || line.page < document.sheets.len();
        assert!(on_page, "a line stands on a page");
        for piece in &line.pieces {
            assert!(!piece.text.contains(['\n', '\r']), "a piece is no more than a line");
            letters += piece.text.chars().count() + usize::from(piece.gap != Gap::None);
        }
    }
    letters += document.hidden.iter().map(|hidden| hidden.text.chars().count()).sum::<usize>();
    // Marks of lists and repaired ligatures make a few more of them.
    assert!(letters <= limits.characters * 4, "{letters} characters");
    let placed = document.placed();
    for (line, ranges) in document.lines.iter().zip(&placed.pieces) {
        for (piece, range) in line.pieces.iter().zip(ranges) {
            assert_eq!(placed.text.get(range.clone()), Some(piece.text.as_str()));
        }
    }
}
