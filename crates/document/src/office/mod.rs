//! What Word files and OpenDocument texts share: letters to lines, tables in reading order.

mod arrange;
mod boxes;
mod ink;
mod inline;
pub(crate) mod measure;
mod numerals;
mod repair;
mod sink;

pub(crate) use arrange::{Cell, Row, arrange};
pub(crate) use boxes::{Floating, in_reading_order};
pub(crate) use ink::{FAR, Ground, Ink, LEGIBLE, Sight};
pub(crate) use inline::{Inline, Look};
pub(crate) use numerals::{letter, roman};
pub(crate) use repair::{is_symbolic, message, symbol};
pub(crate) use sink::{Paragraph, Sink};

use crate::Metadata;

/// Words of the file's own description beyond which it is no description. A keyword field of
/// twenty skills is common and fine; what is put there for a machine goes into the hundreds.
const DESCRIPTION: usize = 60;

/// The fields of the description that are far longer than a description.
pub(crate) fn stuffed<'a>(fields: impl Iterator<Item = &'a str>) -> impl Iterator<Item = &'a str> {
    fields.filter(|text| text.split_whitespace().nth(DESCRIPTION).is_some())
}

/// `Some` when there is more than white space.
pub(crate) fn filled(text: Option<String>) -> Option<String> {
    text.map(|text| text.trim().to_owned()).filter(|text| !text.is_empty())
}

/// Adds a field of the description to those that are joined by commas.
pub(crate) fn join_keywords(metadata: &mut Metadata, word: &str) {
    let word = word.trim();
    if word.is_empty() {
        return;
    }
    match &mut metadata.keywords {
        Some(words) => {
            words.push_str(", ");
            words.push_str(word);
        }
        None => metadata.keywords = Some(word.to_owned()),
    }
}
