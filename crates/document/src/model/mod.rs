//! What every reader gives.

mod hazard;
mod hidden;
mod kind;
mod line;
mod text;

use resume::Rect;
use serde::{Deserialize, Serialize};

pub use hazard::{Hazard, HazardKind};
pub use hidden::{Hidden, Veil};
pub use kind::Kind;
pub use line::{Color, Gap, Line, List, Part, Piece, Style};
pub use text::Placed;

/// A document as a person sees it, and what only a machine sees.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Document {
    /// What the bytes are.
    pub kind: Kind,
    /// Size of the file in bytes.
    pub bytes: usize,
    /// The sheets of paper; empty for formats that have none until they are printed.
    pub sheets: Vec<Sheet>,
    /// Visible text in reading order: column after column, headers and footers of the page at
    /// their place in [`Line::part`].
    pub lines: Vec<Line>,
    /// Text that a machine reads and a person does not see.
    pub hidden: Vec<Hidden>,
    /// What makes other readers fail.
    pub hazards: Vec<Hazard>,
    /// What the file says of itself.
    pub metadata: Metadata,
    /// What a reader gets that takes text in the order the file stores it, with no regard to
    /// place: one text line a line of the page or paragraph.
    pub naive: String,
}

/// A sheet of paper, in points (1/72 inch).
#[derive(Clone, Copy, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Sheet {
    /// Width.
    pub width: f32,
    /// Height.
    pub height: f32,
    /// How much of it pictures cover, 0–1.
    pub pictures: f32,
}

/// What a file says of itself; empty texts are absent.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Metadata {
    /// The document's title.
    pub title: Option<String>,
    /// Who wrote it.
    pub author: Option<String>,
    /// What it is about.
    pub subject: Option<String>,
    /// Words to find it by.
    pub keywords: Option<String>,
    /// The program it was written with.
    pub creator: Option<String>,
    /// The program that made the file.
    pub producer: Option<String>,
    /// The language of the text, as a BCP 47 tag.
    pub language: Option<String>,
    /// True when the file carries a tree of its structure (a tagged PDF, styles in Word).
    pub structured: bool,
}

impl Document {
    /// The size of type most of the text is set in, in points; `None` without sizes.
    pub fn body_size(&self) -> Option<f32> {
        let mut letters = std::collections::BTreeMap::<u32, usize>::new();
        for piece in self.lines.iter().flat_map(|line| &line.pieces) {
            // Half points are as fine as anybody sets type; the quarters are noise of scaling.
            #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss)]
            let half_points = (piece.style.size * 2.0).round().clamp(0.0, 1000.0) as u32;
            *letters.entry(half_points).or_default() += piece.text.len();
        }
        let (half_points, _) =
            letters.into_iter().filter(|(size, _)| *size > 0).max_by_key(|(_, n)| *n)?;
        #[expect(clippy::cast_precision_loss, reason = "at most 1000")]
        Some(half_points as f32 / 2.0)
    }

    /// The box around all lines of a page; `None` when they have no places.
    pub fn text_area(&self, page: usize) -> Option<Rect> {
        let places =
            self.lines.iter().filter(|line| line.page == page).filter_map(|line| line.rect);
        places.reduce(Rect::union)
    }
}
