//! What reading a source gives: always a resume, with the places of its values and what was noticed.

use std::ops::Range;

use serde::Serialize;

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
    /// Whose format the source is written in.
    pub origin: Origin,
}

/// What a source is: the data format of a tool, or a document.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Origin {
    /// JSON Resume, as YAML or JSON: the format of vitae itself.
    #[default]
    JsonResume,
    /// `RenderCV`: YAML with a `cv:`.
    RenderCv,
    /// `YAMLResume`: YAML or JSON with a `content:`.
    YamlResume,
    /// Europass XML, of the passport or of today's editor.
    Europass,
    /// The archive that `LinkedIn` sends who asks for a copy of the data.
    LinkedIn,
    /// A document for people: PDF, Word, text.
    Document,
}

impl Origin {
    /// The name people know it by.
    pub fn name(self) -> &'static str {
        match self {
            Self::JsonResume => "JSON Resume",
            Self::RenderCv => "RenderCV",
            Self::YamlResume => "YAMLResume",
            Self::Europass => "Europass",
            Self::LinkedIn => "LinkedIn export",
            Self::Document => "a document",
        }
    }

    /// True for the format that vitae writes too. Values of another one can be read and graded;
    /// changing them in place would leave a file its own tool no longer understands.
    pub fn is_editable(self) -> bool {
        self == Self::JsonResume
    }
}

impl Parsed {
    /// Finds the places of findings in the source.
    pub fn places(&self) -> Places<'_> {
        Places::of(&self.resume, &self.source_map)
    }
}

/// From findings to places in the source they were read from.
pub struct Places<'a> {
    texts: Texts,
    source_map: &'a SourceMap,
}

impl<'a> Places<'a> {
    /// The places of the values of `whole`, which was read from the source of `source_map`.
    pub fn of(whole: &impl Serialize, source_map: &'a SourceMap) -> Self {
        Self { texts: Texts::of(whole), source_map }
    }
}

impl Places<'_> {
    /// The place of a finding.
    pub fn locate(&self, finding: &Finding) -> Location {
        let location = self.at(&finding.path, finding.range.clone());
        Location { region: finding.region.or(location.region), ..location }
    }

    /// The place of bytes of the source itself.
    pub fn in_text(&self, range: Range<usize>) -> Location {
        self.source_map.at(range)
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
