//! Which glyphs a person does not see, and how they are hidden.

use std::cell::Cell;
use std::collections::HashMap;

use resume::Rect;

use super::page::{Glyph, Letters, Page, Paint, Shape};
use crate::letters::{self, Sort};
use crate::office::message;
use crate::{Color, Hidden, Part, Veil};

/// Type below this size, in points, cannot be read.
const TINY: f32 = 2.0;
/// Ink with less than this much of it left cannot be seen.
const FAINT: f32 = 0.05;
/// Areas that may lie under or over text; a page has a few dozen.
const AREAS: usize = 500;

/// Looks whether a point is inside a path; there are more only on pages made to be slow.
const LOOKS: usize = 400_000;
/// A letter that is drawn again within this share of its size is not hidden: it is a shadow, an
/// outline or a heavier stroke.
const TWIN: f32 = 0.6;

/// For each glyph of a page, how it is hidden; `None` for the ones that are seen.
pub(super) fn of(page: &Page) -> Vec<Option<Veil>> {
    let areas: Vec<&Shape> =
        page.shapes.iter().filter(|shape| is_area(shape)).take(AREAS).collect();
    let ground = Ground { page, areas, looks: Cell::new(LOOKS), blank: trusts_shapes(page) };
    let veil = |glyph: &Glyph| {
        // A space has no ink anyway.
        if glyph.chars().all(|c| letters::sort(c) == Sort::Space) && glyph.text != Letters::Unknown
        {
            return None;
        }
        ground.by_itself(glyph).or_else(|| ground.by_others(glyph))
    };
    page.glyphs.iter().map(veil).collect()
}

/// True when glyphs without a shape are so on purpose. Where most are, the font could not be read.
fn trusts_shapes(page: &Page) -> bool {
    let letters = page.glyphs.iter().filter(|glyph| glyph.chars().any(char::is_alphanumeric));
    let (all, blank) = letters.fold((0_usize, 0_usize), |(all, blank), glyph| {
        (all + 1, blank + usize::from(glyph.blank))
    });
    blank * 2 < all
}

/// What the glyphs of a page stand on and are covered by.
struct Ground<'a> {
    page: &'a Page,
    areas: Vec<&'a Shape>,
    /// Looks that are left.
    looks: Cell<usize>,
    /// True when glyphs without a shape are hidden.
    blank: bool,
}

impl Ground<'_> {
    fn by_itself(&self, glyph: &Glyph) -> Option<Veil> {
        let rect = glyph.rect();
        let (x, y) = (f32::midpoint(rect.left, rect.right), rect.middle());
        let Page { width, height, .. } = *self.page;
        let sheet = Rect { left: 0.0, top: 0.0, right: width, bottom: height };
        let known = glyph.text != Letters::Unknown;
        let says = || glyph.chars().any(char::is_alphanumeric);
        if known && glyph.chars().all(|c| letters::sort(c) == Sort::Shapeless) {
            Some(Veil::Shapeless)
        } else if !glyph.ink || (glyph.blank && self.blank && says()) {
            Some(Veil::NoInk)
        } else if glyph.alpha < FAINT {
            Some(Veil::Transparent)
        } else if !sheet.overlaps(rect) {
            Some(Veil::OffPage)
        } else if glyph.size < TINY {
            Some(Veil::Tiny)
        } else if glyph.clip.is_some_and(|clip| !holds(clip, x, y)) || self.is_cut_away(glyph) {
            Some(Veil::Clipped)
        } else if is_stuffed(glyph) {
            Some(Veil::Replacement)
        } else {
            None
        }
    }

    /// True when no part of the glyph is inside the path that drawing is limited to.
    fn is_cut_away(&self, glyph: &Glyph) -> bool {
        glyph.within > 0 && spots(glyph).iter().all(|(x, y)| !self.is_inside(glyph.within, *x, *y))
    }

    /// True when a point is inside a path of the page, given its number plus 1.
    fn is_inside(&self, path: u32, x: f32, y: f32) -> bool {
        let path = (path as usize).checked_sub(1).and_then(|at| self.page.paths.get(at));
        let (Some(path), Some(left)) = (path, self.looks.get().checked_sub(1)) else { return true };
        self.looks.set(left);
        path.holds(x, y)
    }

    fn by_others(&self, glyph: &Glyph) -> Option<Veil> {
        let rect = glyph.rect();
        let (x, y) = (f32::midpoint(rect.left, rect.right), glyph.y - 0.3 * glyph.size);
        // What the ground looks like, as far as it is known.
        let mut ground = Some(Color::WHITE);
        for area in self.areas.iter().filter(|area| holds(area.rect, x, y)) {
            // What is as large as a letter may be the letter itself, drawn as a shape.
            let formed = area.path > 0 && !area.full && area.rect.height() > 2.0 * glyph.size;
            if formed && !self.is_inside(area.path, x, y) {
                continue;
            }
            let full = (area.full || formed) && self.looks.get() > 0;
            if area.order < glyph.order {
                ground = match area.paint {
                    Paint::Fill(color) if full && area.alpha > 0.95 => Some(color),
                    Paint::Stroke(color) if full && area.alpha > 0.95 => Some(color),
                    Paint::Fill(color) if full => {
                        ground.map(|below| mixed(below, color, area.alpha))
                    }
                    _ => None,
                };
            } else if full && area.alpha > 0.95 && covers(area, glyph) {
                let inside = |(x, y): &(f32, f32)| self.is_inside(area.path, *x, *y);
                if !formed || spots(glyph).iter().all(inside) {
                    return Some(Veil::Covered);
                }
            }
        }
        let vanishes = ground
            .zip(glyph.color)
            .is_some_and(|(ground, ink)| mixed(ground, ink, glyph.alpha).vanishes_on(ground));
        vanishes.then_some(Veil::SameColor)
    }
}

/// Places of a glyph where it has ink, most likely.
fn spots(glyph: &Glyph) -> [(f32, f32); 5] {
    let Rect { left, top, right, bottom } = glyph.rect();
    let at = |across: f32, down: f32| (left + across * (right - left), top + down * (bottom - top));
    [at(0.5, 0.5), at(0.1, 0.3), at(0.9, 0.3), at(0.1, 0.7), at(0.9, 0.7)]
}

/// True when one shape stands for several words.
fn is_stuffed(glyph: &Glyph) -> bool {
    let Letters::Many(text) = &glyph.text else { return false };
    let letters = text.chars().filter(|c| c.is_alphanumeric()).take(200).count();
    let many = u16::try_from(letters).map_or(0.0, f32::from);
    let words = letters > 20 || (letters > 4 && text.trim().contains(char::is_whitespace));
    words && !glyph.picture && glyph.replaced == 0 && glyph.advance < 0.2 * glyph.size * many
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
    let mut twins = None;
    let mut end = |run: Option<(Veil, Vec<&Glyph>)>| {
        let Some((veil, run)) = run else { return };
        let seen = twins.get_or_insert_with(|| Seen::of(page, veils));
        if !seen.says_again(&run) {
            hidden.extend(text_of(veil, &run, number));
        }
    };
    for (glyph, veil) in all.chain(off) {
        let space = glyph.chars().all(|c| letters::sort(c) == Sort::Space);
        match (&mut open, veil) {
            (Some((kind, run)), Some(veil)) if *kind == veil => run.push(glyph),
            // Spaces are not hidden by themselves, but belong to the text around them.
            (Some((_, run)), None) if space => run.push(glyph),
            (slot, veil) => {
                end(slot.take());
                *slot = veil.map(|veil| (veil, vec![glyph]));
            }
        }
    }
    end(open);
    let notes = page.notes.iter().filter(|note| note.hidden);
    hidden.extend(notes.map(|note| Hidden {
        text: note.text.clone(),
        veil: Veil::Marked,
        page: number,
        rect: note.rect,
        part: Part::Note,
    }));
    hidden
}

/// Where the letters that are seen stand.
struct Seen<'a>(HashMap<(char, i32), Vec<&'a Glyph>>);

impl<'a> Seen<'a> {
    fn of(page: &'a Page, veils: &[Option<Veil>]) -> Self {
        let mut places = HashMap::<_, Vec<&Glyph>>::new();
        for (glyph, veil) in page.glyphs.iter().zip(veils) {
            if let (None, Some(first)) = (veil, glyph.chars().next()) {
                let same = places.entry((first, band(glyph.y))).or_default();
                // More of one letter in one line than this only repeat themselves.
                if same.len() < 200 {
                    same.push(glyph);
                }
            }
        }
        Self(places)
    }

    /// True when the same letters are seen at the same place.
    fn says_again(&self, run: &[&Glyph]) -> bool {
        let mut letters = 0_usize;
        let mut twins = 0_usize;
        for glyph in run {
            let Some(first) = glyph.chars().next() else { continue };
            if letters::sort(first) == Sort::Space {
                continue;
            }
            letters += 1;
            let room = TWIN * glyph.size;
            let is_near = |other: &&&Glyph| {
                (other.x - glyph.x).abs() < room && (other.y - glyph.y).abs() < room
            };
            let rows = [-1, 0, 1].map(|step| band(glyph.y).saturating_add(step));
            let near = rows.iter().filter_map(|row| self.0.get(&(first, *row))).flatten();
            twins += usize::from(near.take(400).any(|other| is_near(&other)));
        }
        twins > 0 && twins * 10 >= letters * 9
    }
}

/// Number of the band of the page that a height is in.
#[expect(clippy::cast_possible_truncation, reason = "heights are within a hundred thousand")]
fn band(y: f32) -> i32 {
    (y / 8.0) as i32
}

fn text_of(veil: Veil, glyphs: &[&Glyph], page: usize) -> Option<Hidden> {
    let text = super::naive::text(glyphs.iter().copied());
    let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
    let rect = glyphs.iter().map(|glyph| glyph.rect()).reduce(Rect::union);
    let text = if veil == Veil::Shapeless {
        let run: String = glyphs.iter().flat_map(|glyph| glyph.chars()).collect();
        message(&run, false)?
    } else {
        text
    };
    let says = veil == Veil::Shapeless || text.chars().any(char::is_alphanumeric);
    says.then_some(Hidden { text, veil, page, rect, part: Part::Body })
}
