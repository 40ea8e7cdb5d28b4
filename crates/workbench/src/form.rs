//! How a file holds what is in it: as data, or as a page.

use std::path::Path;

use document::Kind;
use extract::{Format, Limits};

/// Extensions of files to edit, which are suggested first.
const SOURCES: [&str; 3] = ["yaml", "yml", "json"];

/// Extensions of documents that can be read.
const DOCUMENTS: [&str; 11] =
    ["pdf", "docx", "doc", "odt", "rtf", "html", "htm", "xhtml", "md", "markdown", "txt"];

/// True for a file whose name says that it may hold a resume.
pub fn can_be_resume(path: &Path) -> bool {
    let extension = path.extension().unwrap_or_default();
    let mut known = SOURCES.iter().chain(&DOCUMENTS).chain(&["xml", "zip"]);
    known.any(|known| extension.eq_ignore_ascii_case(known))
}

/// How a file holds its resume.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Form {
    /// As data, to be edited.
    Data(Format),
    /// As a page, to be read.
    Document(Kind),
}

impl Form {
    /// The form of a file: data of another tool by what it holds, else by the extension of the
    /// name, else by the first bytes, else data.
    pub fn detect(name: Option<&str>, bytes: &[u8]) -> Self {
        let format = Format::detect(name, bytes);
        if !matches!(format, Format::Yaml | Format::Json) {
            return Self::Data(format);
        }
        let extension = name.and_then(|name| name.rsplit_once('.')).map(|(_, after)| after);
        let extension = extension.map(str::to_ascii_lowercase).unwrap_or_default();
        let kind = Kind::detect(name, bytes);
        let is_document = DOCUMENTS.contains(&extension.as_str())
            || (!SOURCES.contains(&extension.as_str()) && kind != Kind::Text);
        if is_document { Self::Document(kind) } else { Self::Data(format) }
    }

    /// Bytes at most; the readers' own limits are no higher.
    pub fn most_bytes(self) -> usize {
        match self {
            Self::Data(Format::Yaml | Format::Json) => Limits::default().bytes,
            // An archive holds more than the resume; its reader has limits of its own.
            Self::Data(_) | Self::Document(_) => document::Limits::default().bytes,
        }
    }
}
