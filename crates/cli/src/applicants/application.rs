//! One application as it was read, from its file or from what was kept of it.

use std::path::Path;

use ranking::report::Flag;
use resume::Parsed;
use sha2::{Digest, Sha256};

use super::cache::{Cache, Key};
use crate::exit::Failure;
use crate::input::{self, Form, ReadArgs};

/// Rules of the reader that speak of text made for machines.
const OF_READER: [&str; 2] = ["hidden-text", "lookalike-letters"];

/// What a ranking takes from a file: all that any job may be compared with, and nothing that
/// depends on a job, on the day or on what is thought of the words.
pub(crate) struct Application {
    /// The file as it was named.
    pub(super) file: String,
    /// SHA-256 of its bytes.
    pub(super) file_sha256: String,
    /// What was read.
    pub(super) content: Content,
}

/// What was read from the bytes of a file.
pub(super) struct Content {
    /// The resume with the places of its values; what the reader noticed is in `flags` alone.
    pub(super) parsed: Parsed,
    /// What the reader noticed that a person has to look at.
    pub(super) flags: Vec<Flag>,
}

impl Application {
    /// Reads a file. What was read from a document before is taken from `cache`, and what is read
    /// now is kept there; a file of data is read as quickly as anything that could be kept of it.
    pub(crate) fn read(
        path: &Path,
        args: ReadArgs,
        cache: Option<&Cache>,
    ) -> Result<Self, Failure> {
        let source = input::read_any(path, args)?;
        let file_sha256 = sha256(source.bytes());
        let is_document = matches!(source.form(), Form::Document(_));
        let kept = match source.form() {
            Form::Document(kind) => cache.map(|cache| (cache, Key::new(kind, &file_sha256))),
            Form::Data(_) => None,
        };
        let known = kept.as_ref().and_then(|(cache, key)| cache.get(key));
        let is_new = known.is_none();
        let content = match known {
            Some(content) => content,
            None => Content::of(source.open()?.parsed),
        };
        if let Some((cache, key)) = kept.filter(|_| is_new) {
            cache.put(&key, &content);
        }
        if is_document && content.parsed.source_map.text().trim().is_empty() {
            return Err(Failure::new(format!("{}: no text layer, only a picture", source.name))
                .hint("ask for a file with text, or read it yourself"));
        }
        Ok(Self { file: source.name, file_sha256, content })
    }
}

impl Content {
    fn of(parsed: Parsed) -> Self {
        let of_reader = parsed.findings.iter();
        let of_reader = of_reader.filter(|finding| OF_READER.contains(&&*finding.rule));
        Self {
            flags: of_reader
                .map(|finding| Flag {
                    rule: finding.rule.to_string(),
                    message: finding.message.clone(),
                })
                .collect(),
            parsed: Parsed { findings: Vec::new(), ..parsed },
        }
    }
}

/// In hexadecimal digits.
pub(crate) fn sha256(bytes: &[u8]) -> String {
    const DIGITS: &[u8; 16] = b"0123456789abcdef";
    let digits =
        |byte: u8| [byte >> 4, byte & 15].map(|half| char::from(DIGITS[usize::from(half)]));
    Sha256::digest(bytes).iter().flat_map(|byte| digits(*byte)).collect()
}
