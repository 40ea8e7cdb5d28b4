//! Text without ink that lies over its own picture.
//!
//! Programs draw letters as outlines, or scan a page, and lay the text over it without ink so
//! that it can be searched. Such text is seen: the ink is the outline's or the picture's.

use resume::Rect;

use super::page::{Glyph, Page, Paint, Shape, Turn};
use crate::Color;

/// Height of a band of the page in which shapes are looked up.
const BAND: f32 = 16.0;
/// Shapes kept for one band.
const KEPT: usize = 256;
/// Letters with ink that may stand on a scanned page: a stamp, a page number.
const STAMP: usize = 100;
/// Share of a sheet that a picture of a whole page covers.
const WHOLE: f32 = 0.6;

/// Gives ink to the glyphs of a page that lie over their own picture.
pub(super) fn settle(page: &mut Page) {
    let inkless = |glyph: &Glyph| !glyph.ink || glyph.blank || glyph.alpha < 0.05;
    if !page.glyphs.iter().any(inkless) {
        return;
    }
    // Words of a page that is read by its picture are all without ink; a page with a picture
    // behind its text is none.
    let inked = page.glyphs.iter().filter(|glyph| !inkless(glyph));
    let scan = scan_of(page).filter(|_| inked.count() < STAMP);
    let bands = bands(page);
    let (mut outlined, mut all) = (Vec::new(), 0_usize);
    for (number, glyph) in page.glyphs.iter().enumerate() {
        all += 1;
        if !inkless(glyph) {
            continue;
        }
        let rect = glyph.rect();
        if let Some(paint) = outline(&page.shapes, &bands, glyph) {
            outlined.push((number, color_of(paint), true));
        } else if scan.is_some_and(|scan| scan.overlaps(rect)) {
            outlined.push((number, glyph.color, false));
        }
    }
    // Where a few words are outlines, they are so because the font has no heavy letters.
    let few = outlined.iter().filter(|(_, _, drawn)| *drawn).count() * 2 < all;
    for (number, color, drawn) in outlined {
        let glyph = &mut page.glyphs[number];
        glyph.ink = true;
        glyph.blank = false;
        glyph.alpha = 1.0;
        glyph.color = color;
        glyph.bold |= drawn && few;
    }
}

/// The picture that covers the sheet.
fn scan_of(page: &Page) -> Option<Rect> {
    let area = page.width * page.height;
    let whole = |shape: &&Shape| {
        shape.paint == Paint::Picture && shape.rect.width() * shape.rect.height() > WHOLE * area
    };
    page.shapes.iter().find(whole).map(|shape| shape.rect)
}

/// Numbers of shapes that can be letters, by the bands they stand in.
fn bands(page: &Page) -> Vec<Vec<usize>> {
    let count = band(page.height.clamp(0.0, 20_000.0)) + 1;
    let mut bands = vec![Vec::new(); count];
    for (number, shape) in page.shapes.iter().enumerate() {
        let tall = shape.rect.height() > 120.0;
        // Letters may be the form that a picture is cut to.
        let picture = shape.paint == Paint::Picture && !shape.cut;
        if shape.full || tall || shape.alpha < 0.05 || picture {
            continue;
        }
        for at in band(shape.rect.top)..=band(shape.rect.bottom) {
            if let Some(band) = bands.get_mut(at)
                && band.len() < KEPT
            {
                band.push(number);
            }
        }
    }
    bands
}

#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a place on a page")]
fn band(y: f32) -> usize {
    (y / BAND).clamp(0.0, 10_000.0) as usize
}

/// The paint of the outline a glyph lies over, if there is one.
fn outline(shapes: &[Shape], bands: &[Vec<usize>], glyph: &Glyph) -> Option<Paint> {
    if glyph.turn != Turn::Right {
        return None;
    }
    let (x, y) = (glyph.x + glyph.advance / 2.0, glyph.y - 0.3 * glyph.size);
    let shape = bands.get(band(y))?.iter().map(|number| &shapes[*number]).find(|shape| {
        let Rect { left, top, right, bottom } = shape.rect;
        let height = bottom - top;
        let room = 0.3 * glyph.size;
        left - room <= x
            && x <= right + room
            && top - room <= y
            && y <= bottom + room
            && (0.15 * glyph.size..=2.0 * glyph.size).contains(&height)
    })?;
    Some(shape.paint)
}

fn color_of(paint: Paint) -> Option<Color> {
    match paint {
        Paint::Fill(color) | Paint::Stroke(color) => Some(color),
        Paint::Pattern | Paint::Picture => None,
    }
}
