//! What reading a source gives: always a resume, with the places of its values and what was noticed.

use crate::{Finding, Resume, SourceMap};

/// The result of reading any source.
#[derive(Clone, Debug, Default)]
pub struct Parsed {
    /// Everything that could be read.
    pub resume: Resume,
    /// Where each value stands.
    pub source_map: SourceMap,
    /// What the reader noticed: unknown keys, wrong shapes, unreadable parts.
    pub findings: Vec<Finding>,
}
