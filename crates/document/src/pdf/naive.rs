//! Text in the order the file stores it, as the simplest readers take it.

use super::page::Glyph;
use crate::letters::{self, Sort};

/// The text of glyphs, with a space where room is and a new line where the height changes.
pub(super) fn text<'a>(glyphs: impl Iterator<Item = &'a Glyph>) -> String {
    let mut text = String::new();
    let mut last: Option<&Glyph> = None;
    for glyph in glyphs {
        if let Some(last) = last {
            let size = glyph.size.max(last.size).max(0.5);
            let room = glyph.x - (last.x + last.advance);
            if (glyph.y - last.y).abs() > 0.6 * size || room < -2.0 * size {
                if !text.ends_with('\n') {
                    text.truncate(text.trim_end_matches(' ').len());
                    text.push('\n');
                }
            } else if room > 0.15 * size {
                space(&mut text);
            }
        }
        for c in glyph.chars() {
            match letters::sort(c) {
                Sort::Space => space(&mut text),
                Sort::Shapeless | Sort::Nothing => {}
                Sort::Letter | Sort::Ligature | Sort::Private => text.push(c),
            }
        }
        last = Some(glyph);
    }
    text
}

fn space(text: &mut String) {
    if !text.is_empty() && !text.ends_with([' ', '\n']) {
        text.push(' ');
    }
}
