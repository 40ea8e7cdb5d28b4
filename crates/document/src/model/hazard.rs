//! What makes other readers fail.

use resume::Rect;
use serde::{Deserialize, Serialize};

/// One thing that costs other readers text or order.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Hazard {
    /// What it is.
    pub kind: HazardKind,
    /// The page, from 0; 0 in formats without pages.
    pub page: usize,
    /// Where; `None` when it is about the page or the file as a whole.
    pub rect: Option<Rect>,
    /// The text it is about, as seen, at most a line; empty when there is none.
    pub quote: String,
}

/// Kinds of hazard.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum HazardKind {
    /// A page that is a picture: nothing on it can be read as text.
    Scanned,
    /// A font that does not say which characters its shapes are; what it shows was guessed.
    FontWithoutMap,
    /// Shapes that stand for no character at all.
    Unreadable,
    /// Letters joined to one character (`ﬁ`), which a search for the word does not find.
    Ligature,
    /// Letters of a word that are set apart with real spaces.
    LetterSpaced,
    /// Lines of two columns that the file stores mixed, so that a naive reader tears both.
    TornColumns,
    /// More than one column.
    Columns,
    /// A table that holds text.
    Table,
    /// A text box.
    TextBox,
    /// Text in the head or foot of the page.
    HeaderFooter,
    /// A picture large enough to hold text.
    Picture,
    /// Changes that were tracked and neither accepted nor rejected.
    TrackedChanges,
    /// A comment or a note.
    Comment,
    /// A letter of another script that looks like a Latin one.
    Lookalike,
    /// A limit was reached; what follows was not read.
    CutOff,
    /// The file is damaged; what could be saved was read.
    Damaged,
    /// The file asks for a password to be changed or printed, but can be read.
    Restricted,
    /// The file runs a program or opens an address by itself.
    Active,
}
