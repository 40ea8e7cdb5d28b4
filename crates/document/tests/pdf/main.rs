//! Reading PDFs that the tests write themselves.

mod cells;
mod damage;
mod hidden;
mod layout;
mod sheet;

use document::{Document, Gap, Kind, Limits};

fn read(bytes: &[u8]) -> Document {
    document::read(bytes, Kind::Pdf, &Limits::default()).expect("a PDF")
}

/// The lines as text: blocks apart, wide gaps as `|`, marks of lists before their items.
fn shown(document: &Document) -> String {
    let mut shown = String::new();
    let mut block = None;
    for line in &document.lines {
        if block.is_some_and(|block| block != line.block) {
            shown.push_str("---\n");
        }
        block = Some(line.block);
        if let Some(list) = &line.list {
            for _ in 0..list.level {
                shown.push_str("  ");
            }
            shown.push_str(&list.mark);
            shown.push(' ');
        }
        for piece in &line.pieces {
            shown.push_str(match piece.gap {
                Gap::None => "",
                Gap::Space => " ",
                Gap::Wide => " | ",
            });
            shown.push_str(&piece.text);
        }
        shown.push('\n');
    }
    shown
}
