//! Where the cursor stands, read from the text alone: while somebody types, the file is broken
//! half of the time, and completion has to work then most of all.
//!
//! [`flow`] reads brackets, braces and JSON; [`block`] reads YAML by its indentation.

pub(crate) mod block;
pub(crate) mod flow;

use std::collections::BTreeSet;
use std::ops::Range;

use extract::Format;

use crate::schema::Step;

/// A place where something is being typed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Cursor {
    /// The steps to the value, or to the mapping whose key is being typed.
    pub(crate) path: Vec<Step>,
    pub(crate) slot: Slot,
    /// Bytes of what was typed so far, without an opening quote.
    pub(crate) typed: Range<usize>,
    /// What stands beside it: keys of the mapping, or items of the list.
    pub(crate) beside: BTreeSet<String>,
    pub(crate) notation: Notation,
}

/// What can be typed at a place.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Slot {
    /// A key.
    Key,
    /// A value.
    Value,
    /// Either: a word on a line of its own.
    Either,
}

/// How values are written at a place.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Notation {
    /// By indentation; the column of what is typed.
    Block {
        /// In bytes.
        column: usize,
    },
    /// In YAML's brackets or braces.
    Flow,
    /// In JSON.
    Json,
    /// Inside quotes that are open.
    Quoted,
}

/// The place at a byte of a text; `None` where nothing can be completed, as in a comment or in
/// the middle of a sentence of several lines.
pub(crate) fn cursor(text: &str, format: Format, at: usize) -> Option<Cursor> {
    let at = at.min(text.len());
    // A byte inside a character is no place.
    text.get(..at)?;
    match format {
        Format::Json => flow::cursor(text, 0..at, Vec::new(), Notation::Json),
        Format::Yaml if text.trim_start().starts_with('{') => {
            flow::cursor(text, 0..at, Vec::new(), Notation::Flow)
        }
        Format::Yaml => block::cursor(text, at),
    }
}
