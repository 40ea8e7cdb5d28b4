//! What reading a source gives: always a resume, with the places of its values and what was noticed.

use std::ops::Range;

use crate::model::Texts;
use crate::{FieldPath, Finding, Location, Resume, SourceMap};

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

impl Parsed {
    /// Finds the places of findings in the source.
    pub fn places(&self) -> Places<'_> {
        Places { texts: Texts::of(&self.resume), source_map: &self.source_map }
    }
}

/// From findings to places in the source they were read from.
pub struct Places<'a> {
    texts: Texts,
    source_map: &'a SourceMap,
}

impl Places<'_> {
    /// The place of a finding.
    pub fn locate(&self, finding: &Finding) -> Location {
        let location = self.at(&finding.path, finding.range.clone());
        Location { region: finding.region.or(location.region), ..location }
    }

    /// The place of `range` (bytes of the value's text) inside the value at `path`, or of the
    /// whole value.
    pub fn at(&self, path: &FieldPath, range: Option<Range<usize>>) -> Location {
        match range.as_ref().and_then(|_| self.texts.get(path)) {
            Some(value) => self.source_map.locate(path, value, range),
            None => self.source_map.locate(path, "", None),
        }
    }
}
