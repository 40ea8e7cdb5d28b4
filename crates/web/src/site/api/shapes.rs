//! What resumes and saved jobs look like in requests and answers.

use axum::http::StatusCode;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use store::{Draft, Kind, NewDocument, Opened, Revision};

use crate::site::clock::rfc3339;
use crate::site::fault::Fault;

/// Bytes of a text that is saved, at most; what a resume in YAML may have. 4 MiB.
const MOST_BYTES: usize = 4 << 20;
/// Characters of a title, a company or a note, at most.
const LONGEST: usize = 200;

/// How a text is written.
#[derive(Clone, Copy, Debug, Default, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "lowercase")]
#[schemars(rename = "SourceFormat")]
pub(crate) enum Format {
    /// YAML.
    #[default]
    Yaml,
    /// JSON.
    Json,
}

impl From<Format> for store::Format {
    fn from(format: Format) -> Self {
        match format {
            Format::Yaml => Self::Yaml,
            Format::Json => Self::Json,
        }
    }
}

impl From<store::Format> for Format {
    fn from(format: store::Format) -> Self {
        match format {
            store::Format::Yaml => Self::Yaml,
            store::Format::Json => Self::Json,
        }
    }
}

/// A document to save. A text that is saved need not be readable: people save what is half done.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct DocumentDraft {
    /// What you call it. Without control characters.
    #[schemars(length(min = 1, max = 200), regex(pattern = r"^[^\x00-\x1f\x7f]*$"))]
    title: String,
    /// Whose job it is; for jobs only.
    #[serde(default)]
    #[schemars(length(max = 200), regex(pattern = r"^[^\x00-\x1f\x7f]*$"))]
    company: String,
    /// Its text, 4 MiB at most, without U+0000.
    #[schemars(length(max = 4_194_304), regex(pattern = r"^[^\x00]*$"))]
    source: String,
    /// How it is written.
    #[serde(default)]
    format: Format,
    /// What was done, in your words.
    #[serde(default)]
    #[schemars(length(max = 200), regex(pattern = r"^[^\x00-\x1f\x7f]*$"))]
    note: String,
}

impl DocumentDraft {
    /// The document to store, when its parts are what they may be.
    pub(crate) fn checked(self, kind: Kind) -> Result<NewDocument, Fault> {
        let Self { title, company, source, format, note } = self;
        let refused = |what: String| Fault::new(StatusCode::UNPROCESSABLE_ENTITY, what);
        for (name, text) in [("title", &title), ("company", &company), ("note", &note)] {
            if text.chars().count() > LONGEST || text.chars().any(|one| one.is_ascii_control()) {
                let what = format!("`{name}` is too long, or has control characters");
                return Err(refused(what).hint(format!("one line of at most {LONGEST} characters")));
            }
        }
        if title.is_empty() {
            return Err(refused("`title` is empty".to_owned()).hint("say what you call it"));
        }
        if kind == Kind::Resume && !company.is_empty() {
            let what = "`company` belongs to jobs".to_owned();
            return Err(refused(what).hint("leave it out of a resume"));
        }
        if source.len() > MOST_BYTES {
            let fault = Fault::new(StatusCode::PAYLOAD_TOO_LARGE, "`source` is larger than 4 MiB");
            return Err(fault.hint("a resume is a few kilobytes of text"));
        }
        if source.contains('\0') {
            return Err(refused("`source` holds U+0000".to_owned()).hint("take it out"));
        }
        let draft = Draft { source, format: format.into(), note };
        Ok(NewDocument { kind, title, company, draft })
    }
}

/// A document without its text.
#[derive(Debug, Serialize, JsonSchema)]
#[serde(rename_all = "camelCase")]
pub(crate) struct DocumentSummary {
    /// Its name in addresses.
    #[schemars(extend("format" = "uuid"))]
    id: String,
    /// What you call it.
    title: String,
    /// Whose job it is; empty for a resume.
    company: String,
    /// The newest revision, from 1.
    #[schemars(range(min = 1))]
    revision: i64,
    /// When it was made.
    #[schemars(extend("format" = "date-time"))]
    created_at: String,
    /// When it was saved last.
    #[schemars(extend("format" = "date-time"))]
    updated_at: String,
    /// Since when it is in the bin.
    #[schemars(extend("format" = "date-time"))]
    deleted_at: Option<String>,
}

/// A document with its newest text.
#[derive(Debug, Serialize, JsonSchema)]
#[serde(rename_all = "camelCase")]
pub(crate) struct Document {
    #[serde(flatten)]
    summary: DocumentSummary,
    /// How the text is written.
    format: Format,
    /// What was done last, in your words.
    note: String,
    /// The text.
    source: String,
}

pub(crate) fn document(opened: Opened) -> Document {
    let Opened { document, revision } = opened;
    let Revision { summary: of_revision, source } = revision;
    Document {
        summary: summary(document),
        format: of_revision.format.into(),
        note: of_revision.note,
        source,
    }
}

pub(crate) fn summary(document: store::Document) -> DocumentSummary {
    DocumentSummary {
        id: document.id.to_string(),
        title: document.title,
        company: document.company,
        revision: document.head,
        created_at: rfc3339(document.created_ms),
        updated_at: rfc3339(document.updated_ms),
        deleted_at: document.deleted_ms.map(rfc3339),
    }
}
