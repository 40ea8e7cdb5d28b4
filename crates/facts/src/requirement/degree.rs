//! A degree, and whether experience may stand for it.

use std::ops::Range;

/// A degree that is asked for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Degree {
    /// The lowest that would do.
    pub level: DegreeLevel,
    /// True when the same words let experience stand for it: `or equivalent experience`.
    pub or_equivalent: bool,
    /// Bytes of the value that name it.
    pub range: Range<usize>,
}

/// A kind of degree. Ordered.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum DegreeLevel {
    /// `a degree in …`, of no particular kind.
    Any,
    /// Bachelor.
    Bachelor,
    /// Master.
    Master,
    /// Doctorate.
    Doctorate,
}
