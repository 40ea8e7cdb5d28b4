//! What is drawn on a page, in our own words: nothing outside `engine` knows how a PDF is stored.
//!
//! Places are points from the upper left corner of the sheet, as it is looked at.

use hayro_interpret::kurbo::{BezPath, Point, Shape as _};
use resume::Rect;

use crate::Color;

/// Everything drawn on one page, in the order it is painted.
#[derive(Clone, Debug, Default)]
pub(super) struct Page {
    /// Width of the sheet.
    pub width: f32,
    /// Height of the sheet.
    pub height: f32,
    /// Letters and signs.
    pub glyphs: Vec<Glyph>,
    /// Filled areas, strokes and pictures.
    pub shapes: Vec<Shape>,
    /// Paths that cut or paint in other forms than a box.
    pub paths: Vec<Outline>,
    /// Notes on the page and texts of its fields, as far as they are not drawn.
    pub notes: Vec<Note>,
    /// Addresses that open when a place is clicked.
    pub links: Vec<Link>,
    /// Runs of glyphs that the file gives another text for.
    pub replacements: Vec<Replacement>,
    /// Glyphs of layers that are switched off.
    pub layers_off: Vec<Glyph>,
    /// True when reading stopped at a limit.
    pub cut_off: bool,
    /// True when the page could not be read to its end.
    pub damaged: bool,
}

/// One glyph.
#[derive(Clone, Debug, PartialEq)]
#[expect(clippy::struct_excessive_bools, reason = "each is a fact of its own")]
pub(super) struct Glyph {
    /// What it stands for.
    pub text: Letters,
    /// Where it begins on the line of writing.
    pub x: f32,
    /// The height of the line it stands on.
    pub y: f32,
    /// How far the next one is away, in the direction of writing.
    pub advance: f32,
    /// Size of type, after all scaling.
    pub size: f32,
    /// Direction of writing.
    pub turn: Turn,
    /// Heavier than usual.
    pub bold: bool,
    /// Slanted.
    pub italic: bool,
    /// Its color; `None` when it is painted with a pattern.
    pub color: Option<Color>,
    /// How much of it can be seen, 0–1.
    pub alpha: f32,
    /// False when it is drawn without ink.
    pub ink: bool,
    /// True when its font draws nothing for it.
    pub blank: bool,
    /// The part of the page that drawing is limited to; `None` for the whole page.
    pub clip: Option<Rect>,
    /// Number of the path in [`Page::paths`] that drawing is limited to, plus 1; 0 without.
    pub within: u32,
    /// Its place in the order of painting, shared with shapes.
    pub order: u32,
    /// The run it was written in: a new one for every string of the file.
    pub run: u32,
    /// Number of its replacement in [`Page::replacements`], plus 1; 0 when there is none.
    pub replaced: u32,
    /// True when the file does not say what it stands for and the text is a guess.
    pub guessed: bool,
    /// True when its font has pictures for letters.
    pub picture: bool,
}

/// What a glyph stands for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Letters {
    /// One character.
    One(char),
    /// Several.
    Many(Box<str>),
    /// Nobody knows.
    Unknown,
}

/// Direction of writing.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Turn {
    /// From left to right.
    #[default]
    Right,
    /// From top to bottom.
    Down,
    /// From right to left, upside down.
    Left,
    /// From bottom to top.
    Up,
    /// In another angle.
    Slant,
}

/// A shape.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Shape {
    /// The box around it.
    pub rect: Rect,
    /// What it is.
    pub paint: Paint,
    /// True when it fills its box.
    pub full: bool,
    /// True when a path that is no box cuts it.
    pub cut: bool,
    /// Number of the path in [`Page::paths`] it fills, plus 1; 0 when that is not known.
    pub path: u32,
    /// How much of it can be seen, 0–1.
    pub alpha: f32,
    /// Its place in the order of painting, shared with glyphs.
    pub order: u32,
}

/// What a shape is painted with.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Paint {
    /// Filled with one color.
    Fill(Color),
    /// Drawn along its edge with one color.
    Stroke(Color),
    /// Filled with a pattern or a gradient.
    Pattern,
    /// A picture.
    Picture,
}

/// An address under a place of the page.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Link {
    /// The place.
    pub rect: Rect,
    /// The address.
    pub address: String,
}

/// The edge of an area.
#[derive(Clone, Debug)]
pub(super) struct Outline {
    /// The edge.
    pub path: BezPath,
    /// True when what is inside twice is outside.
    pub even_odd: bool,
}

/// A text that hangs on the page.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Note {
    /// Where it hangs.
    pub rect: Option<Rect>,
    /// What it says.
    pub text: String,
    /// True when the file says that it is not shown.
    pub hidden: bool,
}

/// A text the file gives in place of some glyphs.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Replacement {
    /// The text.
    pub text: String,
}

impl Outline {
    /// True when a point lies inside.
    pub(super) fn holds(&self, x: f32, y: f32) -> bool {
        let turns = self.path.winding(Point::new(x.into(), y.into()));
        if self.even_odd { turns % 2 != 0 } else { turns != 0 }
    }
}

impl Glyph {
    /// The box of a usual letter at its place, for horizontal writing.
    pub(super) fn rect(&self) -> Rect {
        let (above, below) = (self.size * 0.74, self.size * 0.22);
        let (x, y, end) = (self.x, self.y, self.advance);
        match self.turn {
            Turn::Right | Turn::Slant => {
                Rect { left: x, top: y - above, right: x + end, bottom: y + below }
            }
            Turn::Left => Rect { left: x - end, top: y - below, right: x, bottom: y + above },
            Turn::Down => Rect { left: x - below, top: y, right: x + above, bottom: y + end },
            Turn::Up => Rect { left: x - above, top: y - end, right: x + below, bottom: y },
        }
    }

    /// The characters it stands for.
    pub(super) fn chars(&self) -> impl Iterator<Item = char> {
        let (one, many) = match &self.text {
            Letters::One(c) => (Some(*c), ""),
            Letters::Many(text) => (None, &**text),
            Letters::Unknown => (None, ""),
        };
        one.into_iter().chain(many.chars())
    }
}
