//! A job in formats of others: Markdown, a page of HTML, `JobPosting` of schema.org, the XML of
//! Indeed, a job of JSON Resume.

mod html;
mod indeed;
mod json_resume;
mod markdown;
mod missing;
mod posting;

use resume::Job;

use crate::Options;
pub use missing::{Missing, missing};

/// A format a job can be written in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum JobFormat {
    /// `CommonMark`.
    Markdown,
    /// One page of HTML that loads nothing, with the posting as data inside.
    Html,
    /// A `JobPosting` of [schema.org](https://schema.org/JobPosting) in JSON-LD, as search engines
    /// read it.
    JsonLd,
    /// The XML that Indeed takes.
    Indeed,
    /// A job of [JSON Resume](https://jsonresume.org/job-description-schema).
    JsonResume,
}

impl JobFormat {
    /// All formats.
    pub const ALL: [Self; 5] =
        [Self::Markdown, Self::Html, Self::JsonLd, Self::Indeed, Self::JsonResume];

    /// The format of files with this extension, written without the dot and in any case.
    pub fn from_extension(extension: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|format| extension.eq_ignore_ascii_case(format.extension()))
    }

    /// The extension of files of this format, without the dot.
    pub fn extension(self) -> &'static str {
        match self {
            Self::Markdown => "md",
            Self::Html => "html",
            Self::JsonLd => "jsonld",
            Self::Indeed => "xml",
            Self::JsonResume => "json",
        }
    }

    /// The name people use.
    pub fn name(self) -> &'static str {
        match self {
            Self::Markdown => "Markdown",
            Self::Html => "HTML",
            Self::JsonLd => "JobPosting (JSON-LD)",
            Self::Indeed => "the XML of Indeed",
            Self::JsonResume => "JSON Resume",
        }
    }
}

/// The job in another format. Same job, same options, same bytes: UTF-8 that ends with a newline.
pub fn job(job: &Job, format: JobFormat, options: &Options) -> Vec<u8> {
    let text = match format {
        JobFormat::Markdown => markdown::write(job),
        JobFormat::Html => html::write(job, options),
        JobFormat::JsonLd => posting::write(job),
        JobFormat::Indeed => indeed::write(job),
        JobFormat::JsonResume => json_resume::write(job),
    };
    text.into_bytes()
}
