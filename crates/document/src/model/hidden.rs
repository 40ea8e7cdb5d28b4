//! Text that a machine reads and a person does not see.

use resume::Rect;
use serde::{Deserialize, Serialize};

use super::Part;

/// A run of text that cannot be seen.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Hidden {
    /// The text.
    pub text: String,
    /// How it is hidden.
    pub veil: Veil,
    /// The page, from 0.
    pub page: usize,
    /// Where it would stand; `None` in formats without places.
    pub rect: Option<Rect>,
    /// Which part of the document it belongs to.
    pub part: Part,
}

/// Ways to hide text.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Veil {
    /// The color of the ground it stands on, or close to it.
    SameColor,
    /// Too small to be read: below 2 points.
    Tiny,
    /// Drawn in a mode that leaves no ink.
    NoInk,
    /// So transparent that nothing is left.
    Transparent,
    /// Outside the page.
    OffPage,
    /// Cut away by a clipping path.
    Clipped,
    /// Painted over by something drawn later.
    Covered,
    /// In a layer that is switched off.
    LayerOff,
    /// Marked as hidden by the format: `w:vanish`, `display: none`, `\v`.
    Marked,
    /// Characters that have no shape: zero width, tags, variation selectors in a row.
    Shapeless,
    /// A replacement text (`ActualText`, `alt`) that says something else than the letters seen.
    Replacement,
    /// Text of the file's own description that is far longer than a description.
    Metadata,
}
