//! Resume to open formats: JSON Resume, JSON-LD, HTML, Markdown, Word, LaTeX, plain text, text for
//! terminals, and the flat record of its fields.
//!
//! One file a format. What is private stays behind: a bullet's evidence, id and tags, and the
//! `vitae:` block.

mod address;
mod ansi;
mod ascii;
mod docx;
mod fields;
mod head;
mod html;
pub mod job;
mod json_ld;
mod json_resume;
mod latex;
mod letter;
mod line;
mod look;
mod markdown;
mod script;
mod text;
mod yaml;

use resume::Resume;
use resume::model::{Accent, Paper};

pub use fields::fields;
pub use html::escape as escape_html;
pub use job::JobFormat;
pub use letter::letter;
pub use yaml::yaml;

/// A format a resume can be written in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Format {
    /// [JSON Resume 1.0](https://jsonresume.org/schema), as any of its tools reads it.
    JsonResume,
    /// A Person of [schema.org](https://schema.org/Person) in JSON-LD, for a site of one's own.
    JsonLd,
    /// One page of HTML that loads nothing, for screens and paper.
    Html,
    /// `CommonMark`.
    Markdown,
    /// Plain text in reading order, to paste into a form.
    Text,
    /// A Word file.
    Docx,
    /// LaTeX source of a page.
    Latex,
    /// Text with colors for a terminal, 80 columns wide.
    Ansi,
}

impl Format {
    /// All formats.
    pub const ALL: [Self; 8] = [
        Self::JsonResume,
        Self::JsonLd,
        Self::Html,
        Self::Markdown,
        Self::Text,
        Self::Ansi,
        Self::Docx,
        Self::Latex,
    ];

    /// The format of files with this extension, written without the dot and in any case.
    pub fn from_extension(extension: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|format| extension.eq_ignore_ascii_case(format.extension()))
    }

    /// The extension of files of this format, without the dot.
    pub fn extension(self) -> &'static str {
        match self {
            Self::JsonResume => "json",
            Self::JsonLd => "jsonld",
            Self::Html => "html",
            Self::Markdown => "md",
            Self::Text => "txt",
            Self::Docx => "docx",
            Self::Latex => "tex",
            Self::Ansi => "ansi",
        }
    }
}

/// How a file is to look, for formats that have a look.
#[derive(Clone, Copy, Debug)]
pub struct Options<'a> {
    /// The sheet, for formats that have pages.
    pub paper: Paper,
    /// The language of the text as a BCP 47 tag.
    pub language: &'a str,
    /// The color of headings and links; a dark blue when absent.
    pub accent: Option<Accent>,
    /// Plain text in 7-bit ASCII, for forms that damage anything else.
    pub ascii: bool,
}

impl Default for Options<'_> {
    fn default() -> Self {
        Self { paper: Paper::A4, language: "en", accent: None, ascii: false }
    }
}

/// The resume in another format. Same resume, same options, same bytes.
///
/// Formats that are text are UTF-8 and end with a newline unless they are empty.
pub fn export(resume: &Resume, format: Format, options: &Options) -> Vec<u8> {
    match format {
        Format::JsonResume => json_resume::write(resume).into_bytes(),
        Format::JsonLd => json_ld::write(resume).into_bytes(),
        Format::Html => html::write(resume, options).into_bytes(),
        Format::Markdown => markdown::write(resume).into_bytes(),
        Format::Text => text::write(resume, options.ascii).into_bytes(),
        Format::Ansi => ansi::write(resume, options.accent).into_bytes(),
        Format::Docx => docx::write(resume, options),
        Format::Latex => latex::write(resume, options).into_bytes(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(extension: &str, expected: Option<Format>) {
        assert_eq!(Format::from_extension(extension), expected, "{extension:?}");
    }

    #[test]
    fn formats_are_known_by_extension() {
        check("json", Some(Format::JsonResume));
        check("JSON", Some(Format::JsonResume));
        check("txt", Some(Format::Text));
        check("html", Some(Format::Html));
        check("md", Some(Format::Markdown));
        check("jsonld", Some(Format::JsonLd));
        check("ansi", Some(Format::Ansi));
        check("docx", Some(Format::Docx));
        check("tex", Some(Format::Latex));
        check("doc", None);
        check("latex", None);
        check("text", None);
        check(".json", None);
        check("yaml", None);
        check("", None);
    }

    #[test]
    fn extensions_lead_back_to_their_format() {
        for format in Format::ALL {
            assert_eq!(Format::from_extension(format.extension()), Some(format));
        }
    }
}
