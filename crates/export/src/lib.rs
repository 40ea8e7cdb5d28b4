//! Resume to open formats: JSON Resume, plain text, and the flat record of its fields.
//!
//! One file a format. What is private stays behind: a bullet's evidence, id and tags, and the
//! `vitae:` block.

mod fields;
mod json_resume;
mod text;
mod yaml;

use resume::Resume;

pub use fields::fields;
pub use yaml::yaml;

/// A format a resume can be written in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Format {
    /// [JSON Resume 1.0](https://jsonresume.org/schema), as any of its tools reads it.
    JsonResume,
    /// Plain text in reading order, to paste into a form.
    Text,
}

impl Format {
    /// All formats.
    pub const ALL: [Self; 2] = [Self::JsonResume, Self::Text];

    /// The format of files with this extension, written without the dot and in any case.
    pub fn from_extension(extension: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|format| extension.eq_ignore_ascii_case(format.extension()))
    }

    /// The extension of files of this format, without the dot.
    pub fn extension(self) -> &'static str {
        match self {
            Self::JsonResume => "json",
            Self::Text => "txt",
        }
    }
}

/// The resume in another format; the text ends with a newline unless it is empty.
pub fn export(resume: &Resume, format: Format) -> String {
    match format {
        Format::JsonResume => json_resume::write(resume),
        Format::Text => text::write(resume),
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
