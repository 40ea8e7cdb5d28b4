//! Takes down what the interpreter draws.

use hayro_interpret::font::{Glyph as Drawn, GlyphRun};
use hayro_interpret::hayro_cmap::BfString;
use hayro_interpret::kurbo::{Affine, BezPath, Point, Rect as Box64, Shape as _};
use hayro_interpret::{
    BlendMode, ClipPath, Device, DrawMode, DrawProps, Image, ImageDrawProps, Paint as Ink, SoftMask,
};
use hayro_syntax::object::{Dict, String as PdfString};
use resume::Rect;

use super::catalog::text_of;
use super::fonts::{Look, Looks};
use crate::Color;
use crate::letters;
use crate::pdf::page::{Glyph, Letters, Page, Paint, Replacement, Shape, Turn};

/// Shapes of one page that are kept; a drawing of more is no resume, and they only help to tell
/// the ground text stands on.
const SHAPES: usize = 20_000;
/// Places beyond this many points are no places.
const FAR: f64 = 100_000.0;

/// Writes down everything that is drawn.
pub(super) struct Recorder<'l, 'a> {
    page: Page,
    looks: &'l Looks<'a>,
    /// Glyphs that may still be taken.
    left: usize,
    order: u32,
    run: u32,
    clips: Vec<Rect>,
    opacities: Vec<f32>,
    /// For each marked content that is open: number of its replacement plus 1, else 0.
    marked: Vec<u32>,
}

impl<'l, 'a> Recorder<'l, 'a> {
    pub(super) fn new(width: f32, height: f32, left: usize, looks: &'l Looks<'a>) -> Self {
        Self {
            page: Page { width, height, ..Page::default() },
            looks,
            left,
            order: 0,
            run: 0,
            clips: Vec::new(),
            opacities: Vec::new(),
            marked: Vec::new(),
        }
    }

    /// The page as it was drawn.
    pub(super) fn finish(self) -> Page {
        self.page
    }

    fn opacity(&self) -> f32 {
        self.opacities.last().copied().unwrap_or(1.0)
    }

    fn shape(&mut self, rect: Option<Rect>, paint: Paint, full: bool, alpha: f32) {
        self.order += 1;
        let Some(rect) = rect else { return };
        // What is cut away by a clip is not there.
        let rect = self.clips.last().map_or(rect, |clip| intersection(rect, *clip));
        if rect.width() < 0.0 || rect.height() < 0.0 || self.page.shapes.len() >= SHAPES {
            return;
        }
        let alpha = alpha * self.opacity();
        self.page.shapes.push(Shape { rect, paint, full, alpha, order: self.order });
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
        let full = path.area().abs() > 0.9 * bounds.area().abs();
        self.path(bounds, full, &props, mode);
    }

    fn draw_rect(&mut self, rect: &Box64, props: DrawProps<'a>, mode: &DrawMode) {
        self.path(*rect, true, &props, mode);
    }

    fn push_clip_path(&mut self, clip_path: &ClipPath) {
        self.push_clip_rect(&clip_path.path.bounding_box());
    }

    fn push_clip_rect(&mut self, rect: &Box64) {
        let clip = bounds_of(Affine::IDENTITY, *rect).unwrap_or_default();
        let clip = self.clips.last().map_or(clip, |outer| intersection(clip, *outer));
        self.clips.push(clip);
    }

    fn pop_clip(&mut self) {
        self.clips.pop();
    }

    fn push_transparency_group(
        &mut self,
        opacity: f32,
        _mask: Option<SoftMask<'a>>,
        _blend: BlendMode,
    ) {
        let opacity = self.opacity() * opacity;
        self.opacities.push(opacity);
    }

    fn pop_transparency_group(&mut self) {
        self.opacities.pop();
    }

    fn draw_glyph_run(&mut self, run: &GlyphRun<'_, 'a>, props: DrawProps<'a>, mode: &DrawMode) {
        self.order += 1;
        self.run += 1;
        let (color, alpha) = ink_of(&props.paint);
        let mut look = None;
        for positioned in run.glyphs() {
            if self.left == 0 {
                self.page.cut_off = true;
                return;
            }
            let drawn: &Drawn<'_> = positioned;
            let place = props.transform * positioned.transform();
            let (advance, own) = match drawn {
                Drawn::Outline(outline) => {
                    let own = *look.get_or_insert_with(|| self.looks.of(outline));
                    (outline.advance_width(), own)
                }
                Drawn::Type3(glyph) => (glyph.advance_width(), Look::default()),
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
                alpha: alpha * self.opacity(),
                ink: !matches!(mode, DrawMode::Invisible),
                clip: self.clips.last().copied(),
                order: self.order,
                run: self.run,
                replaced: self.marked.last().copied().unwrap_or(0),
                guessed,
                picture: own.pictures,
            };
            self.page.glyphs.push(glyph);
        }
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
        self.shape(rect, Paint::Picture, full, 1.0);
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

/// Place and size of one glyph.
struct Frame {
    x: f32,
    y: f32,
    advance: f32,
    size: f32,
    turn: Turn,
}

impl Frame {
    /// `None` when it stands nowhere a page could be.
    fn of(place: Affine, advance: f32) -> Option<Self> {
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
        let turn = match (direction.x, direction.y) {
            (x, _) if x > 0.97 => Turn::Right,
            (x, _) if x < -0.97 => Turn::Left,
            (_, y) if y > 0.97 => Turn::Down,
            (_, y) if y < -0.97 => Turn::Up,
            _ => Turn::Slant,
        };
        let advance = narrow(along.hypot());
        Some(Self { x: narrow(origin.x), y: narrow(origin.y), advance, size: narrow(size), turn })
    }
}

/// The characters of a glyph, and whether they are a guess.
fn letters_of(drawn: &Drawn<'_>, looks: &Looks<'_>) -> (Letters, bool) {
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

fn ink_of(paint: &Ink<'_>) -> (Option<Color>, f32) {
    match paint {
        Ink::Color(color) => {
            let [red, green, blue, alpha] = color.to_rgba().to_rgba8();
            (Some(Color { red, green, blue }), f32::from(alpha) / 255.0)
        }
        Ink::Pattern(_) => (None, 1.0),
    }
}

fn bounds_of(transform: Affine, bounds: Box64) -> Option<Rect> {
    let placed = transform.transform_rect_bbox(bounds);
    let sane = [placed.x0, placed.y0, placed.x1, placed.y1].into_iter().all(f64::is_finite);
    let near = |value: f64| narrow(value.clamp(-FAR, FAR));
    sane.then(|| Rect {
        left: near(placed.x0),
        top: near(placed.y0),
        right: near(placed.x1),
        bottom: near(placed.y1),
    })
}

fn intersection(one: Rect, other: Rect) -> Rect {
    Rect {
        left: one.left.max(other.left),
        top: one.top.max(other.top),
        right: one.right.min(other.right),
        bottom: one.bottom.min(other.bottom),
    }
}

#[expect(clippy::cast_possible_truncation, reason = "callers keep within a hundred thousand")]
fn narrow(value: f64) -> f32 {
    value as f32
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
