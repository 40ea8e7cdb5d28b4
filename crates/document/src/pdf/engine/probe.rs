//! Whether drawing leaves anything to see: glyphs drawn by operators, and soft masks.

use std::collections::HashMap;

use hayro_interpret::font::{Glyph as Drawn, GlyphRun, OutlineGlyph};
use hayro_interpret::kurbo::{Affine, BezPath, Rect as Box64, Shape as _};
use hayro_interpret::{
    BlendMode, CacheKey, ClipPath, Device, DrawMode, DrawProps, Image, ImageDrawProps, MaskType,
    Paint as Ink, SoftMask,
};
use resume::Rect;

use super::shapes::{bounds_of, ink_of};
use crate::Color;

/// Glyphs and masks of one page that are looked at; what comes after them is taken as seen.
const LOOKED_AT: usize = 4000;
const MASKS: usize = 64;
/// A mask that lets less than this share through hides what is under it.
const FAINT: f32 = 0.05;

/// Takes down where anything is left by what is drawn.
#[derive(Debug)]
struct Probe {
    left: Option<Rect>,
    /// True when it counts how light a color is, and not only that there is one.
    by_light: bool,
}

impl Probe {
    fn mark(&mut self, rect: Option<Rect>) {
        let Some(rect) = rect else { return };
        self.left = Some(self.left.map_or(rect, |left| left.union(rect)));
    }

    fn lets_through(&self, ink: &Ink<'_>) -> bool {
        match ink_of(ink) {
            (Some(color), alpha) if self.by_light => light(color) * alpha > FAINT,
            (_, alpha) => alpha > FAINT,
        }
    }
}

fn light(color: Color) -> f32 {
    let Color { red, green, blue } = color;
    (0.3 * f32::from(red) + 0.59 * f32::from(green) + 0.11 * f32::from(blue)) / 255.0
}

impl<'a> Device<'a> for Probe {
    fn draw_path(&mut self, path: &BezPath, props: DrawProps<'a>, mode: &DrawMode) {
        let drawn = !path.is_empty() && !matches!(mode, DrawMode::Invisible);
        if drawn && self.lets_through(&props.paint) {
            self.mark(bounds_of(props.transform, path.bounding_box()));
        }
    }

    fn draw_glyph_run(&mut self, run: &GlyphRun<'_, 'a>, props: DrawProps<'a>, mode: &DrawMode) {
        if matches!(mode, DrawMode::Invisible) || !self.lets_through(&props.paint) {
            return;
        }
        for glyph in run.glyphs() {
            let em = Box64::new(0.0, -300.0, 1000.0, 1000.0);
            self.mark(bounds_of(props.transform * glyph.transform(), em));
        }
    }

    fn draw_image(&mut self, image: Image<'a, '_>, props: ImageDrawProps<'a>) {
        let size = Box64::new(0.0, 0.0, f64::from(image.width()), f64::from(image.height()));
        self.mark(bounds_of(props.transform, size));
    }

    fn push_clip_path(&mut self, _: &ClipPath) {}
    fn push_transparency_group(&mut self, _: f32, _: Option<SoftMask<'a>>, _: BlendMode) {}
    fn pop_clip(&mut self) {}
    fn pop_transparency_group(&mut self) {}
}

/// What was found out about the glyphs and masks of a page; each is looked at once.
#[derive(Default)]
pub(super) struct Probes<'a> {
    glyphs: HashMap<(u128, u32), bool>,
    masks: HashMap<SoftMask<'a>, Option<Rect>>,
}

impl<'a> Probes<'a> {
    /// True when the shape of a glyph is empty. `font` is the key of a font in the file; fonts
    /// that stand in for missing ones may lack letters the reader's own font has.
    pub(super) fn is_blank(&mut self, font: u128, glyph: &OutlineGlyph) -> bool {
        let id = glyph.glyph_id().to_u32();
        if id == 0 || self.glyphs.len() >= LOOKED_AT {
            return false;
        }
        *self.glyphs.entry((font, id)).or_insert_with(|| glyph.outline().is_empty())
    }

    /// True when the operators of a glyph draw nothing.
    pub(super) fn draws_nothing(&mut self, glyph: &Drawn<'a>, ink: &Ink<'a>) -> bool {
        let Drawn::Type3(glyph) = glyph else { return false };
        if self.glyphs.len() >= LOOKED_AT {
            return false;
        }
        let key = (glyph.cache_key(), u32::MAX);
        *self.glyphs.entry(key).or_insert_with(|| {
            let mut probe = Probe { left: None, by_light: false };
            glyph.interpret(&mut probe, Affine::IDENTITY, Affine::IDENTITY, ink);
            probe.left.is_none()
        })
    }

    /// The box outside of which a mask lets nothing through; `None` when it may let something
    /// through anywhere.
    pub(super) fn window(&mut self, mask: &SoftMask<'a>) -> Option<Rect> {
        if let Some(window) = self.masks.get(mask) {
            return *window;
        }
        if self.masks.len() >= MASKS {
            return None;
        }
        let window = window_of(mask);
        self.masks.insert(mask.clone(), window);
        window
    }
}

fn window_of(mask: &SoftMask<'_>) -> Option<Rect> {
    let by_light = mask.mask_type() == MaskType::Luminosity;
    let [red, green, blue, _] = mask.background_color().to_rgba().to_rgba8();
    let ground = by_light && light(Color { red, green, blue }) > FAINT;
    if ground || mask.transfer_function().is_some() {
        return None;
    }
    let mut probe = Probe { left: None, by_light };
    mask.interpret(&mut probe);
    Some(probe.left.unwrap_or(Rect { left: 0.0, top: 0.0, right: -1.0, bottom: -1.0 }))
}
