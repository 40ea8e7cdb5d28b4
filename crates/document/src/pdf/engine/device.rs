//! Takes down what the interpreter draws.

use std::borrow::Cow;

use hayro_interpret::font::{Glyph as Drawn, GlyphRun};
use hayro_interpret::hayro_cmap::BfString;
use hayro_interpret::kurbo::{Affine, BezPath, PathEl, Point, Rect as Box64, Shape as _};
use hayro_interpret::{
    BlendMode, ClipPath, Device, DrawMode, DrawProps, FillRule, Image, ImageDrawProps,
    Paint as Ink, SoftMask,
};
use hayro_syntax::object::{Dict, String as PdfString};
use resume::Rect;

use super::catalog::text_of;
use super::fonts::{Look, Looks};
use super::probe::Probes;
use crate::Color;
use crate::letters;
use crate::pdf::page::{Glyph, Letters, Outline, Page, Paint, Replacement, Shape, Turn};

/// Shapes of one page that are kept; a drawing of more is no resume, and they only help to tell
/// the ground text stands on.
const SHAPES: usize = 20_000;
/// Paths of one page that are kept whole, and the most steps of one.
const PATHS: usize = 200;
const STEPS: usize = 300;
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

/// Place and size of one glyph.
struct Frame {
    x: f32,
    y: f32,
    advance: f32,
    /// The advance of a font that is not stretched.
    plain: f32,
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
    fn spot(&self) -> Rect {
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
fn settle_advances(glyphs: &mut [Glyph], plain: &[f32]) {
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

pub(super) fn ink_of(paint: &Ink<'_>) -> (Option<Color>, f32) {
    match paint {
        Ink::Color(color) => {
            let [red, green, blue, alpha] = color.to_rgba().to_rgba8();
            (Some(Color { red, green, blue }), f32::from(alpha) / 255.0)
        }
        Ink::Pattern(_) => (None, 1.0),
    }
}

pub(super) fn bounds_of(transform: Affine, bounds: Box64) -> Option<Rect> {
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

/// A path whose parts end where they begin, as filling takes them.
fn closed(path: &BezPath) -> Cow<'_, BezPath> {
    let elements = path.elements();
    let is_start = |element: &PathEl| matches!(element, PathEl::MoveTo(_));
    let open = |pair: &[PathEl]| is_start(&pair[1]) && pair[0] != PathEl::ClosePath;
    let ends = elements.last().is_none_or(|last| *last == PathEl::ClosePath || is_start(last));
    if ends && !elements.windows(2).any(open) {
        return Cow::Borrowed(path);
    }
    let mut closed = BezPath::new();
    let mut begun = false;
    for element in elements {
        if is_start(element) && begun {
            closed.push(PathEl::ClosePath);
        }
        begun = *element != PathEl::ClosePath && (begun || !closed.is_empty());
        begun |= is_start(element);
        closed.push(*element);
    }
    if begun {
        closed.push(PathEl::ClosePath);
    }
    Cow::Owned(closed)
}

/// True for boxes, also with small round corners: one part, about as large as its box.
fn fills_its_box(path: &BezPath) -> bool {
    let parts = path.elements().iter().filter(|element| matches!(element, PathEl::MoveTo(_)));
    parts.take(2).count() == 1 && path.area().abs() > 0.9 * path.bounding_box().area().abs()
}

/// The part two windows have in common.
fn both(one: Option<Rect>, other: Option<Rect>) -> Option<Rect> {
    match (one, other) {
        (Some(one), Some(other)) => Some(intersection(one, other)),
        (one, other) => one.or(other),
    }
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
