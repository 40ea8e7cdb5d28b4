//! What letters are drawn with, what they stand on, and whether one can be told from the other.

use crate::{Color, Veil};

/// Below this size, in points, or as narrow, as a share of their width, nobody can read letters.
pub(crate) const LEGIBLE: f32 = 2.0;
const NARROW: f32 = 0.1;
/// With less ink than this share nothing is left on paper.
const FAINT: f32 = 0.05;
/// Farther than this from the text nothing is on paper any more, in points.
pub(crate) const FAR: f32 = 1000.0;

/// The color of letters.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) enum Ink {
    /// Black or white, whatever can be read.
    Auto,
    /// This color.
    Plain(Color),
}

impl Ink {
    /// The color, when there is one.
    pub(crate) fn color(self) -> Option<Color> {
        match self {
            Self::Auto => None,
            Self::Plain(color) => Some(color),
        }
    }
}

/// What stands behind letters.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) enum Ground {
    /// Nothing of its own: what is behind it is seen.
    Clear,
    /// One color.
    Plain(Color),
    /// Something whose color is not known: a pattern, a picture.
    Unknown,
}

impl Ground {
    /// The first of some grounds, from the nearest on, that is not clear.
    pub(crate) fn nearest(grounds: impl IntoIterator<Item = Self>) -> Self {
        grounds.into_iter().find(|ground| *ground != Self::Clear).unwrap_or(Self::Clear)
    }

    /// True when white letters on it could be read, as far as is known.
    pub(crate) fn is_dark(self) -> bool {
        match self {
            Self::Clear => false,
            Self::Plain(color) => !Color::WHITE.vanishes_on(color),
            Self::Unknown => true,
        }
    }
}

/// The looks that can hide letters.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Sight {
    /// True when the format says that they are hidden.
    pub marked: bool,
    /// Size in points.
    pub size: f32,
    /// Width as a share of their own.
    pub stretch: f32,
    /// How much of them is inked, 0–1; their color.
    pub ink: f32,
    pub color: Option<Color>,
    /// What is behind them.
    pub ground: Ground,
}

impl Sight {
    /// How the letters are hidden; `None` when they are seen.
    pub(crate) fn veil(self) -> Option<Veil> {
        if self.marked {
            return Some(Veil::Marked);
        }
        if self.size < LEGIBLE || self.stretch < NARROW {
            return Some(Veil::Tiny);
        }
        if self.ink < FAINT {
            return Some(if self.color.is_none() { Veil::NoInk } else { Veil::Transparent });
        }
        match (self.color, self.ground) {
            (Some(color), Ground::Plain(ground)) if color.vanishes_on(ground) => {
                Some(Veil::SameColor)
            }
            _ => None,
        }
    }
}
