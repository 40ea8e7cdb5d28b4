//! Which glyphs a person does not see, and how they are hidden.

use resume::Rect;

use super::page::{Glyph, Letters, Page, Paint, Shape};
use crate::letters::{self, Sort};
use crate::{Color, Hidden, Part, Veil};

/// Type below this size, in points, cannot be read.
const TINY: f32 = 2.0;
/// Ink with less than this much of it left cannot be seen.
const FAINT: f32 = 0.05;
/// Areas that may lie under or over text; a page has a few dozen.
const AREAS: usize = 500;

/// For each glyph of a page, how it is hidden; `None` for the ones that are seen.
pub(super) fn of(page: &Page) -> Vec<Option<Veil>> {
    let areas: Vec<&Shape> =
        page.shapes.iter().filter(|shape| is_area(shape)).take(AREAS).collect();
    let veil = |glyph: &Glyph| {
        // A space has no ink anyway.
        if glyph.chars().all(|c| letters::sort(c) == Sort::Space) && glyph.text != Letters::Unknown
        {
            return None;
        }
        by_itself(page, glyph).or_else(|| by_others(&areas, glyph))
    };
    page.glyphs.iter().map(veil).collect()
}

fn by_itself(page: &Page, glyph: &Glyph) -> Option<Veil> {
    let rect = glyph.rect();
    let (x, y) = (f32::midpoint(rect.left, rect.right), rect.middle());
    let sheet = Rect { left: 0.0, top: 0.0, right: page.width, bottom: page.height };
    let known = glyph.text != Letters::Unknown;
    if known && glyph.chars().all(|c| letters::sort(c) == Sort::Shapeless) {
        Some(Veil::Shapeless)
    } else if !glyph.ink {
        Some(Veil::NoInk)
    } else if glyph.alpha < FAINT {
        Some(Veil::Transparent)
    } else if !sheet.overlaps(rect) {
        Some(Veil::OffPage)
    } else if glyph.size < TINY {
        Some(Veil::Tiny)
    } else if glyph.clip.is_some_and(|clip| !holds(clip, x, y)) {
        Some(Veil::Clipped)
    } else {
        None
    }
}

fn by_others(areas: &[&Shape], glyph: &Glyph) -> Option<Veil> {
    let rect = glyph.rect();
    let (x, y) = (f32::midpoint(rect.left, rect.right), glyph.y - 0.3 * glyph.size);
    // What the ground looks like, as far as it is known.
    let mut ground = Some(Color::WHITE);
    for area in areas.iter().filter(|area| holds(area.rect, x, y)) {
        if area.order < glyph.order {
            ground = match area.paint {
                Paint::Fill(color) if area.full && area.alpha > 0.95 => Some(color),
                Paint::Stroke(color) if area.full && area.alpha > 0.95 => Some(color),
                Paint::Fill(color) if area.full => {
                    ground.map(|below| mixed(below, color, area.alpha))
                }
                _ => None,
            };
        } else if area.full && area.alpha > 0.95 && covers(area, glyph) {
            return Some(Veil::Covered);
        }
    }
    let vanishes = ground
        .zip(glyph.color)
        .is_some_and(|(ground, ink)| mixed(ground, ink, glyph.alpha).vanishes_on(ground));
    vanishes.then_some(Veil::SameColor)
}

/// Shapes that can be ground or cover: all but thin lines.
fn is_area(shape: &Shape) -> bool {
    let thin = shape.rect.width().min(shape.rect.height()) < 2.0;
    let line = matches!(shape.paint, Paint::Stroke(_)) && !shape.full;
    !thin && !line && shape.alpha > FAINT
}

fn covers(area: &Shape, glyph: &Glyph) -> bool {
    let rect = glyph.rect();
    let paint = !matches!(area.paint, Paint::Pattern | Paint::Stroke(_));
    paint
        && area.rect.top <= glyph.y - 0.5 * glyph.size
        && area.rect.bottom >= glyph.y
        && area.rect.left <= rect.left + 0.2 * rect.width()
        && area.rect.right >= rect.right - 0.2 * rect.width()
}

fn holds(rect: Rect, x: f32, y: f32) -> bool {
    rect.left <= x && x <= rect.right && rect.top <= y && y <= rect.bottom
}

/// A color laid over another.
fn mixed(below: Color, above: Color, alpha: f32) -> Color {
    let channel = |below: u8, above: u8| {
        let value = f32::from(below) * (1.0 - alpha) + f32::from(above) * alpha;
        #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss)]
        let value = value.clamp(0.0, 255.0) as u8;
        value
    };
    Color {
        red: channel(below.red, above.red),
        green: channel(below.green, above.green),
        blue: channel(below.blue, above.blue),
    }
}

/// The hidden texts of a page, in the order the file has them.
pub(super) fn texts(page: &Page, number: usize, veils: &[Option<Veil>]) -> Vec<Hidden> {
    let mut hidden = Vec::new();
    let mut open: Option<(Veil, Vec<&Glyph>)> = None;
    let all = page.glyphs.iter().zip(veils.iter().copied());
    let off = page.layers_off.iter().map(|glyph| (glyph, Some(Veil::LayerOff)));
    for (glyph, veil) in all.chain(off) {
        let space = glyph.chars().all(|c| letters::sort(c) == Sort::Space);
        match (&mut open, veil) {
            (Some((kind, run)), Some(veil)) if *kind == veil => run.push(glyph),
            // Spaces are not hidden by themselves, but belong to the text around them.
            (Some((_, run)), None) if space => run.push(glyph),
            (slot, veil) => {
                close(slot.take(), number, &mut hidden);
                *slot = veil.map(|veil| (veil, vec![glyph]));
            }
        }
    }
    close(open, number, &mut hidden);
    hidden
}

fn close(run: Option<(Veil, Vec<&Glyph>)>, page: usize, hidden: &mut Vec<Hidden>) {
    let Some((veil, glyphs)) = run else { return };
    let text = super::naive::text(glyphs.iter().copied());
    let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
    let spelled = spelled_by_tags(&glyphs);
    let says = |text: &str| text.chars().any(char::is_alphanumeric);
    let rect = glyphs.iter().map(|glyph| glyph.rect()).reduce(Rect::union);
    let text = if veil == Veil::Shapeless { spelled } else { text };
    if says(&text) {
        hidden.push(Hidden { text, veil, page, rect, part: Part::Body });
    }
}

/// Characters of the tag block stand for ASCII characters that nobody sees.
fn spelled_by_tags(glyphs: &[&Glyph]) -> String {
    let tags = glyphs.iter().flat_map(|glyph| glyph.chars());
    tags.filter_map(|c| char::from_u32(u32::from(c).checked_sub(0xe0000)?))
        .filter(char::is_ascii)
        .collect()
}
