//! Human languages: `fluent English`, `German at C1`.

use std::ops::Range;

/// A human language that is asked for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SpokenLanguage {
    /// Its English name.
    pub name: String,
    /// Bytes of the value that name it.
    pub range: Range<usize>,
}
