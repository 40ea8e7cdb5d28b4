//! One glyph: where it stands, how large it is, and which characters it shows.

use hayro_interpret::font::Glyph as Drawn;
use hayro_interpret::hayro_cmap::BfString;
use hayro_interpret::kurbo::{Affine, Point};
use resume::Rect;

use super::fonts::Looks;
use super::shapes::{FAR, narrow};
use crate::letters;
use crate::pdf::page::{Glyph, Letters, Turn};

/// Place and size of one glyph.
pub(super) struct Frame {
    pub(super) x: f32,
    pub(super) y: f32,
    pub(super) advance: f32,
    /// The advance of a font that is not stretched.
    pub(super) plain: f32,
    pub(super) size: f32,
    pub(super) turn: Turn,
}

impl Frame {
    /// `None` when it stands nowhere a page could be.
    pub(super) fn of(place: Affine, advance: f32) -> Option<Self> {
        let origin = place * Point::ORIGIN;
        let along = place * Point::new(f64::from(advance), 0.0) - origin;
        let across = place * Point::new(0.0, 1000.0) - origin;
        let sane = |value: f64| value.is_finite() && value.abs() < FAR;
        if ![origin.x, origin.y, along.x, along.y, across.x, across.y].into_iter().all(sane) {
            return None;
        }
        // Size is the height of the em square across the direction of writing.
        let direction = (place * Point::new(1000.0, 0.0) - origin).normalize();
        let size = if direction.is_finite() { direction.cross(across).abs() } else { 0.0 };
        // Letters that are squeezed to nothing are as small as they are wide.
        let width = (place * Point::new(1000.0, 0.0) - origin).hypot();
        let size = if width < 0.1 * size { width } else { size };
        let turn = match (direction.x, direction.y) {
            (x, _) if x > 0.97 => Turn::Right,
            (x, _) if x < -0.97 => Turn::Left,
            (_, y) if y > 0.97 => Turn::Down,
            (_, y) if y < -0.97 => Turn::Up,
            _ => Turn::Slant,
        };
        Some(Self {
            x: narrow(origin.x),
            y: narrow(origin.y),
            advance: narrow(along.hypot()),
            plain: narrow(size) * advance / 1000.0,
            size: narrow(size),
            turn,
        })
    }

    /// A spot of the letter.
    pub(super) fn spot(&self) -> Rect {
        let room = 0.3 * self.size;
        Rect {
            left: self.x - room,
            top: self.y - room,
            right: self.x + room,
            bottom: self.y + room,
        }
    }
}

/// A font that stands in for another is stretched letter by letter, and its advances with it.
/// Where letters follow on each other better without, they are put right.
pub(super) fn settle_advances(glyphs: &mut [Glyph], plain: &[f32]) {
    let (mut stretched_off, mut plain_off) = (0.0, 0.0);
    for (pair, plain) in glyphs.windows(2).zip(plain) {
        let (x, y) = (pair[1].x - pair[0].x, pair[1].y - pair[0].y);
        let step = x.abs().max(y.abs());
        let most = pair[0].size;
        stretched_off += (step - pair[0].advance).abs().min(most);
        plain_off += (step - plain).abs().min(most);
    }
    if plain_off < 0.9 * stretched_off {
        for (glyph, plain) in glyphs.iter_mut().zip(plain) {
            glyph.advance = *plain;
        }
    }
}

/// The characters of a glyph, and whether they are a guess.
pub(super) fn letters_of(drawn: &Drawn<'_>, looks: &Looks<'_>) -> (Letters, bool) {
    match drawn.as_unicode() {
        Some(BfString::Char(c)) if letters::sort(c) != letters::Sort::Nothing => {
            return (Letters::One(c), false);
        }
        Some(BfString::String(text)) if text.chars().any(|c| c > ' ' && c != '\u{fffd}') => {
            return (Letters::Many(text.into()), false);
        }
        Some(BfString::String(text)) if text.chars().any(char::is_whitespace) => {
            return (Letters::One(' '), false);
        }
        _ => {}
    }
    if let Drawn::Outline(outline) = drawn
        && outline.font_data().is_some()
    {
        // Codes of fonts that bring a table of characters along are numbers of glyphs.
        let own = looks.char_in_font(outline);
        return (own.map_or(Letters::Unknown, Letters::One), true);
    }
    match letters::by_code(drawn.char_code()) {
        Some(text) => {
            let mut chars = text.chars();
            match (chars.next(), chars.next()) {
                (Some(one), None) => (Letters::One(one), true),
                _ => (Letters::Many(text.into()), true),
            }
        }
        None if drawn.char_code() == 32 => (Letters::One(' '), true),
        None => (Letters::Unknown, true),
    }
}
