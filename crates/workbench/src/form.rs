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
    /// name, else by the first bytes, else data where the first line names a value, else a text.
    pub fn detect(name: Option<&str>, bytes: &[u8]) -> Self {
        let format = Format::detect(name, bytes);
        if !matches!(format, Format::Yaml | Format::Json) {
            return Self::Data(format);
        }
        let extension = name.and_then(|name| name.rsplit_once('.')).map(|(_, after)| after);
        let extension = extension.map(str::to_ascii_lowercase).unwrap_or_default();
        let kind = Kind::detect(name, bytes);
        let is_text = || format == Format::Yaml && !begins_as_data(bytes);
        let is_document = DOCUMENTS.contains(&extension.as_str())
            || (!SOURCES.contains(&extension.as_str()) && (kind != Kind::Text || is_text()));
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

/// Characters of a key at most.
const LONGEST_KEY: usize = 40;

/// True when the first line that says something is `key:`, as in every resume in YAML, and for a
/// file that says nothing. People begin a text with their name, or with a word as `Name:`.
fn begins_as_data(bytes: &[u8]) -> bool {
    let body = bytes.strip_prefix("\u{feff}".as_bytes()).unwrap_or(bytes);
    let is_aside =
        |line: &[u8]| line.is_empty() || matches!(line[0], b'#' | b'%') || line.starts_with(b"---");
    let mut lines = body.split(|byte| matches!(byte, b'\n' | b'\r')).map(<[u8]>::trim_ascii);
    let Some(line) = lines.find(|line| !is_aside(line)) else { return true };
    let line = &line[..line.len().min(LONGEST_KEY)];
    let Some(colon) = line.iter().position(|byte| *byte == b':') else { return false };
    let (key, value) = (line[..colon].trim_ascii_end(), &line[colon + 1..]);
    let quoted = matches!(key, [b'"', .., b'"'] | [b'\'', .., b'\'']);
    let word = |byte: &u8| byte.is_ascii_alphanumeric() || matches!(byte, b'_' | b'-');
    let plain = matches!(key, [b'a'..=b'z' | b'$' | b'_', rest @ ..] if rest.iter().all(word));
    (quoted || plain) && value.first().is_none_or(u8::is_ascii_whitespace)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(name: Option<&str>, text: &str, expected: Form) {
        assert_eq!(Form::detect(name, text.as_bytes()), expected, "{name:?} {text:?}");
    }

    #[test]
    fn pasted_text_is_no_data() {
        let (yaml, text) = (Form::Data(Format::Yaml), Form::Document(Kind::Text));
        for data in [
            "basics: {name: Ada}",
            "# mine\n\n---\nvitae:\n  version: 1",
            "%YAML 1.2\n---\nwork:\n",
            "\u{feff}basics:\r\n  name: Ada",
            "\"$schema\": x",
            "'basics' : {}",
            "$schema: https://example.org",
            "  basics:\n    name: Ada",
            "cv:\n  name: Ada",
            "",
            "# nothing\n",
        ] {
            check(None, data, yaml);
            check(Some("resume"), data, yaml);
        }
        for words in [
            "Ida Loom\nBackend Engineer\n\nSkills: Go",
            "Name: Ida Loom\nE-Mail: ida@harbor.example",
            "\n\n  IDA LOOM\n",
            "https://ida.example\nIda Loom",
            "ida@harbor.example",
            "- Wrote Go",
            "work at sea: a life of engines and storms",
            "Žiga Čeh",
            "basics",
        ] {
            check(None, words, text);
            check(Some("-resume"), words, text);
        }
        check(None, "{\"basics\": {}}", Form::Data(Format::Json));
        check(None, "<html><body>Ida", Form::Document(Kind::Html));
        check(None, "%PDF-1.7", Form::Document(Kind::Pdf));
        // The name of a file goes before what is in it.
        check(Some("a.yaml"), "Ida Loom", yaml);
        check(Some("a.txt"), "basics: {}", text);
    }
}
