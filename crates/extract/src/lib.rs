//! Bytes to a resume with a map back to the source; total for any input.
//!
//! [`read`] never panics and never guesses: it gives a [`Parsed`] whose findings name everything
//! that could not be taken as written, or one [`ReadError`] when there is nothing to take.
//!
//! The way of a file: bytes are checked and decoded (`decode`), parsed into a small tree of our
//! own with the place of every key and value (`yaml`, `json` → `node`), and that tree is walked
//! against the JSON Schema of the domain types (`shape`). A `serde` back end for YAML would be
//! shorter, but it stops at the first mismatch; the author of a resume wants all of them at once,
//! each at its place and each with what to write instead.
//!
//! The data formats of other tools (`foreign`) become such a tree too, each value with its place
//! in the file of the other tool.
//!
//! The way back is held by [`verify_document`]: what a page was written from must be read from it.

mod decode;
mod edit;
mod error;
mod fields;
mod foreign;
mod job;
mod json;
mod mentions;
mod node;
mod readiness;
mod recognize;
mod rules;
mod scalar;
mod shape;
mod verify;
mod words;
mod yaml;

pub use edit::{Origins, Rewritten, TextEdit, apply, pair, rewrite, text_edits};
pub use error::ReadError;
pub use fields::{Action, Candidate, Decision, Reading, read_document};
pub use job::{ReadJob, read_job, read_job_document, read_job_page};
pub use mentions::{Cue, Mention, MentionKind, mentions};
pub use rules::{About, ReaderRule, reader_rules};
pub use shape::{ReadAssessment, ReadLetter};
pub use verify::{Loss, LossKind, verify, verify_document};

use resume::Parsed;

/// How a file writes its resume.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Format {
    /// YAML 1.2.
    Yaml,
    /// JSON, RFC 8259.
    Json,
    /// XML of Europass.
    Europass,
    /// A ZIP archive of tables that LinkedIn sends who asks for a copy of the data.
    LinkedInExport,
}

impl Format {
    /// The format of a file: an archive or XML by what it holds, YAML and JSON by the extension of
    /// the name, else by the first character that is not blank (`{` or `[` begins JSON).
    ///
    /// Whose YAML or JSON it is, [`read`] finds out: see [`Parsed::origin`].
    pub fn detect(file_name: Option<&str>, bytes: &[u8]) -> Self {
        if foreign::linkedin::is_export(bytes) {
            return Self::LinkedInExport;
        }
        if foreign::europass::is_europass(bytes) {
            return Self::Europass;
        }
        let extension = file_name.and_then(|name| name.rsplit_once('.')).map(|(_, after)| after);
        match extension.map(str::to_ascii_lowercase).as_deref() {
            Some("json") => return Self::Json,
            Some("yaml" | "yml") => return Self::Yaml,
            _ => {}
        }
        let body = bytes.strip_prefix("\u{feff}".as_bytes()).unwrap_or(bytes);
        match body.iter().find(|byte| !byte.is_ascii_whitespace()) {
            Some(b'{' | b'[') => Self::Json,
            _ => Self::Yaml,
        }
    }
}

/// What a file may cost. Beyond it, reading ends with a [`ReadError`].
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Limits {
    /// Size of the file in bytes; also of all its text once aliases are expanded. 4 MiB.
    pub bytes: usize,
    /// Lists and mappings inside each other; at most 250 are ever allowed. 64.
    pub depth: usize,
    /// Keys and values, counted as if every alias were written out. 50 000.
    pub nodes: usize,
}

impl Default for Limits {
    fn default() -> Self {
        Self { bytes: 4 << 20, depth: 64, nodes: 50_000 }
    }
}

/// Reads a resume.
///
/// All places count from the first byte after a byte order mark, which is no part of the text.
pub fn read(bytes: &[u8], format: Format, limits: &Limits) -> Result<Parsed, ReadError> {
    // The parsers below recurse; deeper trees could overflow a small stack.
    let limits = Limits { depth: limits.depth.min(250), ..*limits };
    let parse = match format {
        Format::Yaml => yaml::parse,
        Format::Json => json::parse,
        Format::Europass => return foreign::europass::read(bytes, &limits),
        Format::LinkedInExport => return foreign::linkedin::read(bytes, &limits),
    };
    let text = decode::decode(bytes, &limits)?;
    let mut document = parse(text, &limits)?;
    let origin = foreign::convert(text, &mut document);
    shape::resume_of(text, format, &document, origin)
}

/// Reads a self-assessment, YAML or JSON.
pub fn read_assessment(
    bytes: &[u8],
    format: Format,
    limits: &Limits,
) -> Result<ReadAssessment, ReadError> {
    let limits = Limits { depth: limits.depth.min(250), ..*limits };
    let text = decode::decode(bytes, &limits)?;
    let document = match format {
        Format::Json => json::parse(text, &limits)?,
        _ => yaml::parse(text, &limits)?,
    };
    shape::assessment_of(text, format, &document)
}

/// Reads a cover letter, YAML or JSON.
///
/// All places count from the first byte after a byte order mark, which is no part of the text.
pub fn read_letter(bytes: &[u8], format: Format, limits: &Limits) -> Result<ReadLetter, ReadError> {
    let limits = Limits { depth: limits.depth.min(250), ..*limits };
    let text = decode::decode(bytes, &limits)?;
    let document = match format {
        Format::Json => json::parse(text, &limits)?,
        _ => yaml::parse(text, &limits)?,
    };
    shape::letter_of(text, format, &document)
}
