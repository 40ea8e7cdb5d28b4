//! Lines and the pieces they are made of.

use resume::Rect;
use serde::{Deserialize, Serialize};

/// One line as it stands on the page; a whole paragraph where the format has no lines.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Line {
    /// What it is made of, from left to right; never empty.
    pub pieces: Vec<Piece>,
    /// The page, from 0.
    pub page: usize,
    /// The box around its letters; `None` in formats without places.
    pub rect: Option<Rect>,
    /// The column or box it stands in; lines of one block are read one after the other. Numbers
    /// only tell blocks apart.
    pub block: usize,
    /// Which part of the document it belongs to.
    pub part: Part,
    /// Set when the format itself says that this is a heading: its level, from 1.
    pub heading: Option<u8>,
    /// Set when it begins an item of a list.
    pub list: Option<List>,
    /// True when nothing of its paragraph stands on another line, because the format says so.
    pub whole: bool,
    /// True when the format puts an empty line or a rule before it.
    pub apart: bool,
}

/// How an item of a list begins. The mark is no part of the text.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct List {
    /// How deep it is nested, from 0.
    pub level: u8,
    /// The mark as printed: `•`, `-`, `1.`; empty when the format only says that it is an item.
    pub mark: String,
}

/// Letters of one look that stand together.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Piece {
    /// The letters, repaired: ligatures apart, accents composed, one space between words.
    pub text: String,
    /// What stands between the piece before it and this one.
    pub gap: Gap,
    /// Its look.
    pub style: Style,
    /// The box around it; `None` in formats without places.
    pub rect: Option<Rect>,
    /// Where it leads when it is clicked.
    pub link: Option<String>,
}

/// What stands between two pieces of a line.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum Gap {
    /// Nothing: the letters of one word change their look.
    #[default]
    None,
    /// A space.
    Space,
    /// A tab, or much more room than a space: the two are set apart on purpose.
    Wide,
}

/// The look of letters.
#[derive(Clone, Copy, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Style {
    /// Size as seen, in points; 0 when unknown.
    pub size: f32,
    /// Heavier than the text around it.
    pub bold: bool,
    /// Slanted.
    pub italic: bool,
    /// The color of the letters.
    pub color: Color,
}

/// A color without transparency.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Color {
    /// Red, 0–255.
    pub red: u8,
    /// Green, 0–255.
    pub green: u8,
    /// Blue, 0–255.
    pub blue: u8,
}

/// Where in a document a line stands.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Part {
    /// The text itself.
    #[default]
    Body,
    /// The head of the page, repeated by the format.
    Header,
    /// The foot of the page, repeated by the format.
    Footer,
    /// A box that floats over the page.
    TextBox,
    /// A cell of a table.
    Cell {
        /// Number of the table, from 0.
        table: u16,
        /// Row, from 0.
        row: u16,
        /// Column, from 0.
        column: u16,
    },
    /// A footnote, endnote or comment.
    Note,
}

impl Color {
    /// Paper.
    pub const WHITE: Self = Self { red: 255, green: 255, blue: 255 };

    /// True when letters of this color cannot be told from the ground they stand on: the contrast
    /// ratio of WCAG 2.2 (relative luminance) is below 1.25 to 1. The least anybody prints on
    /// purpose, a light gray on white, has 1.5 and more.
    pub fn vanishes_on(self, ground: Self) -> bool {
        let (one, other) = (self.luminance(), ground.luminance());
        (one.max(other) + 0.05) / (one.min(other) + 0.05) < 1.25
    }

    /// Relative luminance, 0–1, as WCAG 2.2 defines it, with the square for its power of 2.4:
    /// the same on every machine and near enough for a threshold.
    fn luminance(self) -> f32 {
        let linear = |channel: u8| {
            let share = f32::from(channel) / 255.0;
            share * share
        };
        0.2126 * linear(self.red) + 0.7152 * linear(self.green) + 0.0722 * linear(self.blue)
    }
}

impl Line {
    /// Its text: pieces with one space for a gap of any width.
    pub fn text(&self) -> String {
        let mut text = String::new();
        for piece in &self.pieces {
            if piece.gap != Gap::None && !text.is_empty() {
                text.push(' ');
            }
            text.push_str(&piece.text);
        }
        text
    }

    /// The pieces between wide gaps.
    pub fn cells(&self) -> impl Iterator<Item = &[Piece]> {
        self.pieces.chunk_by(|_, next| next.gap != Gap::Wide)
    }

    /// The size of its largest letters, in points; 0 when unknown.
    pub fn size(&self) -> f32 {
        self.pieces.iter().map(|piece| piece.style.size).fold(0.0, f32::max)
    }
}
