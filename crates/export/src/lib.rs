//! Resume to open formats: JSON Resume, plain text, and the flat record of its fields.
//!
//! One file a format. What is private stays behind: a bullet's evidence, id and tags, and the
//! `vitae:` block.

mod address;
mod docx;
mod fields;
mod json_resume;
mod latex;
mod line;
mod look;
mod script;
mod text;
mod yaml;

use resume::Resume;
use resume::model::{Accent, Paper};

pub use fields::fields;
pub use yaml::yaml;

/// A format a resume can be written in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Format {
    /// [JSON Resume 1.0](https://jsonresume.org/schema), as any of its tools reads it.
    JsonResume,
    /// Plain text in reading order, to paste into a form.
    Text,
    /// A Word file.
    Docx,
    /// LaTeX source of a page.
    Latex,
}

impl Format {
    /// All formats.
    pub const ALL: [Self; 4] = [Self::JsonResume, Self::Text, Self::Docx, Self::Latex];

    /// The format of files with this extension, written without the dot and in any case.
    pub fn from_extension(extension: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|format| extension.eq_ignore_ascii_case(format.extension()))
    }

    /// The extension of files of this format, without the dot.
    pub fn extension(self) -> &'static str {
        match self {
            Self::JsonResume => "json",
            Self::Text => "txt",
            Self::Docx => "docx",
            Self::Latex => "tex",
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
        Format::Text => text::write(resume).into_bytes(),
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
