//! Years of experience: `5+ years`, `three to five years`, `at least 2 yrs`.

use std::ops::Range;

/// A wish for years.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Years {
    /// At least; `None` in `up to 3 years`.
    pub min: Option<u32>,
    /// At most, where a text names an upper end.
    pub max: Option<u32>,
    /// Bytes of the value, from the number to the word for years.
    pub range: Range<usize>,
}
