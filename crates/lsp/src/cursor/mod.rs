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
        Format::Europass | Format::LinkedInExport => None,
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn every_place_of_every_text_is_survived(
            pieces in prop::collection::vec(
                prop_oneof![
                    "[a \n\t:'\"{}\\[\\],#|>&*!-]{1,4}",
                    Just("work:\n  - ".to_owned()),
                    Just("\n    ".to_owned()),
                    Just("\u{1f600}".to_owned()),
                    Just("\r\n".to_owned()),
                    Just("\\\"".to_owned()),
                ],
                0..24,
            ),
        ) {
            let text = pieces.concat();
            for at in 0..=text.len() + 1 {
                for format in [Format::Yaml, Format::Json] {
                    let Some(found) = cursor(&text, format, at) else { continue };
                    prop_assert!(text.get(found.typed.clone()).is_some(), "{text:?} {found:?}");
                    prop_assert_eq!(found.typed.end, at.min(text.len()));
                }
            }
        }
    }
}
