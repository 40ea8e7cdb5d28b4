//! Takes down what the interpreter draws.

use hayro_interpret::font::{Glyph as Drawn, GlyphRun};
use hayro_interpret::kurbo::{Affine, BezPath, Rect as Box64, Shape as _};
use hayro_interpret::{
    BlendMode, ClipPath, Device, DrawMode, DrawProps, FillRule, Image, ImageDrawProps, SoftMask,
};
use hayro_syntax::object::{Dict, String as PdfString};
use resume::Rect;

use super::catalog::text_of;
use super::fonts::{Look, Looks};
use super::frame::{Frame, letters_of, settle_advances};
use super::probe::Probes;
use super::shapes::{both, bounds_of, closed, fills_its_box, ink_of, intersection};
use crate::pdf::page::{Glyph, Outline, Page, Paint, Replacement, Shape};

/// Shapes of one page that are kept; a drawing of more is no resume, and they only help to tell
/// the ground text stands on.
const SHAPES: usize = 20_000;
/// Paths of one page that are kept whole, and the most steps of one.
const PATHS: usize = 200;
const STEPS: usize = 300;

/// Writes down everything that is drawn.
pub(super) struct Recorder<'l, 'a> {
    page: Page,
    looks: &'l Looks<'a>,
    /// Glyphs that may still be taken.
    left: usize,
    order: u32,
    run: u32,
    clips: Vec<Clip>,
    groups: Vec<Group>,
    probes: Probes<'a>,
    /// For each marked content that is open: number of its replacement plus 1, else 0.
    marked: Vec<u32>,
}

/// What drawing is limited to.
#[derive(Clone, Copy)]
struct Clip {
    rect: Rect,
    /// True when it is a box, and so are those around it.
    whole: bool,
    /// Number of its path in [`Page::paths`], plus 1; 0 when it is a box or was not kept.
    path: u32,
}

/// What is drawn together.
#[derive(Clone, Copy)]
struct Group {
    opacity: f32,
    /// The box outside of which nothing is left.
    window: Option<Rect>,
    /// True when it lies on the page as it is: neither masked nor mixed with what is below.
    plain: bool,
}

/// A page without groups.
const PLAIN: Group = Group { opacity: 1.0, window: None, plain: true };

impl<'l, 'a> Recorder<'l, 'a> {
    pub(super) fn new(width: f32, height: f32, left: usize, looks: &'l Looks<'a>) -> Self {
        Self {
            page: Page { width, height, ..Page::default() },
            looks,
            left,
            order: 0,
            run: 0,
            clips: Vec::new(),
            groups: Vec::new(),
            probes: Probes::default(),
            marked: Vec::new(),
        }
    }

    /// The page as it was drawn.
    pub(super) fn finish(self) -> Page {
        self.page
    }

    fn group(&self) -> Group {
        self.groups.last().copied().unwrap_or(PLAIN)
    }

    fn shape(&mut self, rect: Option<Rect>, paint: Paint, full: bool, alpha: f32) {
        self.order += 1;
        let Some(rect) = rect else { return };
        // What is cut away by a clip is not there.
        let clip = self.clips.last().copied();
        let rect = clip.map_or(rect, |clip| intersection(rect, clip.rect));
        if rect.width() < 0.0 || rect.height() < 0.0 || self.page.shapes.len() >= SHAPES {
            return;
        }
        let cut = clip.is_some_and(|clip| !clip.whole);
        let path = clip.filter(|_| full).map_or(0, |clip| clip.path);
        let group = self.group();
        self.page.shapes.push(Shape {
            rect,
            paint,
            full: full && !cut && group.plain,
            cut,
            path: if group.plain { path } else { 0 },
            alpha: alpha * group.opacity,
            order: self.order,
        });
    }

    /// Keeps a path that is large enough to be ground, and gives its number.
    fn keep(&mut self, path: &BezPath, transform: Affine, rule: FillRule) -> u32 {
        let few = self.page.paths.len() < PATHS && path.elements().len() <= STEPS;
        let rect = bounds_of(transform, path.bounding_box()).unwrap_or_default();
        if !few || rect.width().min(rect.height()) < 8.0 {
            return 0;
        }
        let even_odd = matches!(rule, FillRule::EvenOdd);
        self.page.paths.push(Outline { path: transform * path, even_odd });
        u32::try_from(self.page.paths.len()).unwrap_or(0)
    }

    fn clip(&mut self, bounds: Box64, whole: bool, path: u32) {
        let rect = bounds_of(Affine::IDENTITY, bounds).unwrap_or_default();
        let clip = match self.clips.last() {
            Some(outer) => Clip {
                rect: intersection(rect, outer.rect),
                whole: whole && outer.whole,
                path: if path == 0 { outer.path } else { path },
            },
            None => Clip { rect, whole, path },
        };
        self.clips.push(clip);
    }

    fn path(&mut self, bounds: Box64, full: bool, props: &DrawProps<'_>, mode: &DrawMode) {
        // A line that is as wide as a bar is a bar.
        let level = bounds.width() < 0.01 || bounds.height() < 0.01;
        let (bounds, full) = match mode {
            DrawMode::Stroke(stroke) => {
                let half = f64::from(stroke.line_width) / 2.0;
                (bounds.inflate(half.min(bounds.height().max(half)), half), level)
            }
            _ => (bounds, full),
        };
        let rect = bounds_of(props.transform, bounds);
        let (color, alpha) = ink_of(&props.paint);
        let seen = if props.soft_mask.is_some() { alpha * 0.5 } else { alpha };
        match (mode, color) {
            (DrawMode::Invisible, _) => {}
            (DrawMode::Stroke(_), Some(color)) => {
                self.shape(rect, Paint::Stroke(color), full, seen);
            }
            (DrawMode::Fill(_) | DrawMode::FillAndStroke(..), Some(color)) => {
                let blends = props.blend_mode != BlendMode::Normal;
                self.shape(rect, Paint::Fill(color), full && !blends, seen);
            }
            (_, None) => self.shape(rect, Paint::Pattern, full, seen),
        }
    }
}

impl<'a> Device<'a> for Recorder<'_, 'a> {
    fn draw_path(&mut self, path: &BezPath, props: DrawProps<'a>, mode: &DrawMode) {
        // A path is full when its area is about that of its box: rectangles, also with small
        // round corners.
        let bounds = path.bounding_box();
        let path = &closed(path);
        let full = fills_its_box(path);
        let before = self.page.shapes.len();
        self.path(bounds, full, &props, mode);
        let plain = self.group().plain
            && props.soft_mask.is_none()
            && props.blend_mode == BlendMode::Normal;
        if let DrawMode::Fill(rule) | DrawMode::FillAndStroke(rule, _) = mode
            && !full
            && plain
            && self.page.shapes.get(before).is_some_and(|shape| !shape.cut)
        {
            self.page.shapes[before].path = self.keep(path, props.transform, *rule);
        }
    }

    fn draw_rect(&mut self, rect: &Box64, props: DrawProps<'a>, mode: &DrawMode) {
        self.path(*rect, true, &props, mode);
    }

    fn push_clip_path(&mut self, clip_path: &ClipPath) {
        let path = &closed(&clip_path.path);
        let bounds = path.bounding_box();
        let whole = fills_its_box(path) || path.is_empty();
        let number = if whole { 0 } else { self.keep(path, Affine::IDENTITY, clip_path.fill) };
        self.clip(bounds, whole, number);
    }

    fn push_clip_rect(&mut self, rect: &Box64) {
        self.clip(*rect, true, 0);
    }

    fn pop_clip(&mut self) {
        self.clips.pop();
    }

    fn push_transparency_group(
        &mut self,
        opacity: f32,
        mask: Option<SoftMask<'a>>,
        blend: BlendMode,
    ) {
        let outer = self.group();
        let window = mask.as_ref().and_then(|mask| self.probes.window(mask));
        self.groups.push(Group {
            opacity: outer.opacity * opacity,
            window: both(outer.window, window),
            plain: outer.plain && mask.is_none() && blend == BlendMode::Normal,
        });
    }

    fn pop_transparency_group(&mut self) {
        self.groups.pop();
    }

    fn draw_glyph_run(&mut self, run: &GlyphRun<'_, 'a>, props: DrawProps<'a>, mode: &DrawMode) {
        self.order += 1;
        self.run += 1;
        let (color, alpha) = ink_of(&props.paint);
        let mask = props.soft_mask.as_ref().and_then(|mask| self.probes.window(mask));
        let group = self.group();
        let window = both(group.window, mask);
        let clip = self.clips.last().copied();
        let mut look = None;
        let start = self.page.glyphs.len();
        let mut plain = Vec::with_capacity(run.glyphs().len());
        for positioned in run.glyphs() {
            if self.left == 0 {
                self.page.cut_off = true;
                break;
            }
            let drawn: &Drawn<'_> = positioned;
            let place = props.transform * positioned.transform();
            let (advance, own, blank) = match drawn {
                Drawn::Outline(outline) => {
                    let (own, font) = *look.get_or_insert_with(|| {
                        let font = outline.font_data().map(|data| data.cache_key);
                        (self.looks.of(outline), font)
                    });
                    let blank = font.is_some_and(|font| self.probes.is_blank(font, outline));
                    (outline.advance_width(), own, blank)
                }
                Drawn::Type3(glyph) => {
                    let blank = self.probes.draws_nothing(drawn, &props.paint);
                    (glyph.advance_width(), Look::default(), blank)
                }
            };
            let Some(frame) = Frame::of(place, advance.unwrap_or(500.0)) else {
                self.page.damaged = true;
                continue;
            };
            let (text, guessed) = letters_of(drawn, self.looks);
            self.left -= 1;
            let glyph = Glyph {
                text,
                x: frame.x,
                y: frame.y,
                advance: frame.advance,
                size: frame.size,
                turn: frame.turn,
                bold: own.bold,
                italic: own.italic,
                color,
                alpha: if window.is_none_or(|window| window.overlaps(frame.spot())) {
                    alpha * group.opacity
                } else {
                    0.0
                },
                ink: !matches!(mode, DrawMode::Invisible),
                blank,
                clip: clip.map(|clip| clip.rect),
                within: clip.map_or(0, |clip| clip.path),
                order: self.order,
                run: self.run,
                replaced: self.marked.last().copied().unwrap_or(0),
                guessed,
                picture: own.pictures,
            };
            self.page.glyphs.push(glyph);
            plain.push(frame.plain);
        }
        settle_advances(&mut self.page.glyphs[start..], &plain);
    }

    fn draw_image(&mut self, image: Image<'a, '_>, props: ImageDrawProps<'a>) {
        let size = Box64::new(0.0, 0.0, f64::from(image.width()), f64::from(image.height()));
        let rect = bounds_of(props.transform, size);
        let full = match &image {
            Image::Stencil(_) => false,
            Image::Raster(raster) => {
                let dict = raster.stream().dict();
                !dict.contains_key("SMask") && !dict.contains_key("Mask")
            }
        };
        let plain = props.soft_mask.is_none() && props.blend_mode == BlendMode::Normal;
        self.shape(rect, Paint::Picture, full && plain, 1.0);
    }

    fn begin_marked_content(&mut self, _tag: &[u8], properties: Option<&Dict<'_>>) {
        let outer = self.marked.last().copied().unwrap_or(0);
        let text = properties.and_then(|dict| dict.get::<PdfString<'_>>("ActualText"));
        let number = text.map_or(outer, |text| {
            self.page.replacements.push(Replacement { text: text_of(text.as_bytes()) });
            u32::try_from(self.page.replacements.len()).unwrap_or(0)
        });
        self.marked.push(number);
    }

    fn end_marked_content(&mut self) {
        self.marked.pop();
    }
}

/// The glyphs of `all` that are not among `seen`, which is `all` with some left out.
pub(super) fn missing(all: Vec<Glyph>, seen: &[Glyph]) -> Vec<Glyph> {
    let mut seen = seen.iter().peekable();
    let mut missing = Vec::new();
    for glyph in all {
        let same = |other: &&Glyph| {
            other.text == glyph.text
                && (other.x - glyph.x).abs() < 0.01
                && (other.y - glyph.y).abs() < 0.01
        };
        if seen.next_if(|other| same(other)).is_none() {
            missing.push(glyph);
        }
    }
    missing
}
