//! Bytes and documents to a job.
//!
//! Data of our own is walked like any other (`shape`). A posting for people goes the way of a page:
//! lines are joined to paragraphs, paragraphs stand under headings (`names`, `blocks`), what no
//! heading files is filed by its words (`wording`, `sorted`), and lines of facts state place, pay
//! and contract (`facts`). Boilerplate is kept apart from what the job asks for.

mod blocks;
mod currencies;
mod facts;
mod fill;
mod names;
mod page;
mod parts;
mod pay;
mod posting;
mod read;
mod sentence;
mod sorted;
mod terms;
mod title;
mod tokens;
mod wording;

use resume::job::JobOrigin;
use resume::{Finding, Job, Places, SourceMap};

pub use page::read_job_page;
pub use read::read_job_document;

use crate::{Format, Limits, ReadError, decode, json, shape, yaml};

/// A job with the places of its values.
#[derive(Clone, Debug, Default)]
pub struct ReadJob {
    /// Everything that could be read.
    pub job: Job,
    /// Where each value stands: in the file, or in the text of a document (`Document::placed`).
    pub source_map: SourceMap,
    /// What the reader noticed: unknown keys, wrong shapes, a posting that asks for nothing.
    pub findings: Vec<Finding>,
    /// What it was read from.
    pub origin: JobOrigin,
}

impl ReadJob {
    /// Finds the places of findings in the source.
    pub fn places(&self) -> Places<'_> {
        Places::of(&self.job, &self.source_map)
    }
}

/// Reads a job, YAML or JSON: in the format of vitae, as a `JobPosting` of schema.org (also inside a
/// `@graph` or a list), or as JSON Resume writes one.
///
/// All places count from the first byte after a byte order mark, which is no part of the text.
pub fn read_job(bytes: &[u8], format: Format, limits: &Limits) -> Result<ReadJob, ReadError> {
    let limits = Limits { depth: limits.depth.min(250), ..*limits };
    let text = decode::decode(bytes, &limits)?;
    let document = match format {
        Format::Json => json::parse(text, &limits)?,
        _ => yaml::parse(text, &limits)?,
    };
    if let Some(read) = posting::read(text, &document.root) {
        return Ok(read);
    }
    shape::job_of(text, format, &document)
}

#[cfg(test)]
mod tests;
