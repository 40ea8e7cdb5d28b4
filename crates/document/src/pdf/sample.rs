//! Hand-made glyphs for tests.

use super::page::{Glyph, Letters, Turn};
use crate::Color;

/// The letters of a text, each half an em wide, beginning at a place.
pub(super) fn glyphs(text: &str, x: f32, y: f32, size: f32) -> Vec<Glyph> {
    let mut glyphs = Vec::new();
    let mut left = x;
    for c in text.chars() {
        glyphs.push(Glyph {
            text: Letters::One(c),
            x: left,
            y,
            advance: 0.5 * size,
            size,
            turn: Turn::Right,
            bold: false,
            italic: false,
            color: Some(Color::default()),
            alpha: 1.0,
            ink: true,
            blank: false,
            clip: None,
            within: 0,
            order: 1,
            run: 1,
            replaced: 0,
            guessed: false,
            picture: false,
        });
        left += 0.5 * size;
    }
    glyphs
}
