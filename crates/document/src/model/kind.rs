//! What the bytes are.

use serde::{Deserialize, Serialize};

/// The container a document comes in.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Kind {
    /// Portable Document Format.
    Pdf,
    /// Word, Office Open XML.
    Docx,
    /// OpenDocument text.
    Odt,
    /// Rich Text Format.
    Rtf,
    /// HTML, also when its name says `.doc`.
    Html,
    /// Markdown.
    Markdown,
    /// Plain text.
    #[default]
    Text,
}

impl Kind {
    /// Every kind.
    pub const ALL: [Self; 7] =
        [Self::Pdf, Self::Docx, Self::Odt, Self::Rtf, Self::Html, Self::Markdown, Self::Text];

    /// The usual extension of a file name, without the dot.
    pub fn extension(self) -> &'static str {
        match self {
            Self::Pdf => "pdf",
            Self::Docx => "docx",
            Self::Odt => "odt",
            Self::Rtf => "rtf",
            Self::Html => "html",
            Self::Markdown => "md",
            Self::Text => "txt",
        }
    }

    /// The name people use, with its article.
    pub fn name(self) -> &'static str {
        match self {
            Self::Pdf => "a PDF",
            Self::Docx => "a Word file",
            Self::Odt => "an OpenDocument text",
            Self::Rtf => "a rich text file",
            Self::Html => "a page of HTML",
            Self::Markdown => "a Markdown file",
            Self::Text => "a plain text",
        }
    }
}
