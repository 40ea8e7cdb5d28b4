//! Edits of values to edits of the file's bytes, so that comments and formatting survive.

use std::ops::Range;

use resume::{Edit, Parsed};

use crate::Format;

/// Some bytes of a source and what stands there afterwards.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TextEdit {
    /// Bytes of the source.
    pub range: Range<usize>,
    /// The new text.
    pub text: String,
}

/// The source with all edits applied. They do not overlap and stand in order, as [`text_edits`]
/// gives them; one that does not fit is left out.
pub fn apply(source: &str, edits: &[TextEdit]) -> String {
    let mut out = String::with_capacity(source.len());
    let mut from = 0;
    for edit in edits {
        if let Some(kept) = source.get(from..edit.range.start)
            && source.get(edit.range.clone()).is_some()
        {
            out += kept;
            out += &edit.text;
            from = edit.range.end;
        }
    }
    out + &source[from..]
}

/// What to change in the source so that reading it again gives `parsed.resume.edited(edits)`.
///
/// The edits stand in order and do not overlap; nothing else of the file changes. `None` when
/// the edits cannot be made in this file: the model refuses them, or a value is shared by an alias.
pub fn text_edits(_parsed: &Parsed, _format: Format, _edits: &[Edit]) -> Option<Vec<TextEdit>> {
    None
}
