//! The file of a cover letter.

use resume::letter::Letter;
use resume::{Finding, Origin, SourceMap};

use super::schema::shapes;
use super::walk::Walk;
use super::{cut, whole};
use crate::node::{Document, Entry, Value};
use crate::{Format, ReadError};

/// A letter with the places of its values.
#[derive(Clone, Debug, Default)]
pub struct ReadLetter {
    /// Everything that could be read.
    pub letter: Letter,
    /// Where each value stands.
    pub source_map: SourceMap,
    /// What the reader noticed: unknown keys, wrong shapes.
    pub findings: Vec<Finding>,
}

/// The paragraphs of a text of YAML, a blank line between them, however it is written.
pub(super) fn paragraphs(text: &str, written: &Entry, value: &str) -> String {
    let header = text.get(written.key_span.end..written.value.span.start).unwrap_or_default();
    let keeps_lines = matches!(&written.value.value, Value::Scalar(scalar) if scalar.block)
        && header.trim_start_matches([':', ' ', '\t']).starts_with('|');
    if keeps_lines {
        return value.to_owned();
    }
    // Everywhere else YAML makes one line end of a blank line, and none of a line end.
    let lines = value.lines().filter(|line| !line.trim().is_empty());
    lines.collect::<Vec<_>>().join("\n\n")
}

/// The letter a document holds.
pub(crate) fn letter_of(
    text: &str,
    format: Format,
    document: &Document,
) -> Result<ReadLetter, ReadError> {
    let root = &*document.root;
    let Value::Mapping { entries, .. } = &root.value else {
        let first = text[root.span.clone()].lines().next().unwrap_or_default();
        let range = root.span.start..root.span.start + first.len();
        return Err(ReadError::at(text, range, "the file holds no keys; a letter is a mapping")
            .hint("write `greeting: …` and `body: …`")
            .of_nothing());
    };
    let mut walk = Walk::new(text, format, Origin::JsonResume, shapes().letter());
    let mut letter: Letter = whole(&mut walk, document)?;
    let body = entries.iter().find(|entry| &*entry.key == "body");
    if let (Some(value), Some(written), Format::Yaml) = (&mut letter.body, body, format) {
        *value = paragraphs(text, written, value);
    }
    Ok(ReadLetter { letter, source_map: walk.map, findings: cut(walk.findings) })
}

#[cfg(test)]
mod tests {
    use crate::{Limits, read_letter};

    use super::*;

    fn read(text: &str, format: Format) -> ReadLetter {
        read_letter(text.as_bytes(), format, &Limits::default()).expect("a letter")
    }

    #[track_caller]
    fn check(text: &str, expected: &[&str]) {
        assert_eq!(read(text, Format::Yaml).letter.page().paragraphs, expected, "{text}");
    }

    #[test]
    fn a_blank_line_begins_a_paragraph_however_the_text_is_written() {
        check("body: |\n  One.\n  Still one.\n\n  Two.\n", &["One. Still one.", "Two."]);
        check("body: |- # why\n  One.\n  Still.\n\n  Two.\n", &["One. Still.", "Two."]);
        check("body: >\n  One.\n  Still one.\n\n  Two.\n", &["One. Still one.", "Two."]);
        check("body: >-\n  One.\n  Still | one.\n\n\n  Two.\n", &["One. Still | one.", "Two."]);
        check("body:\n  One.\n  Still one.\n\n  Two.\n", &["One. Still one.", "Two."]);
        check("body: \"One.\n  Still.\n\n  Two.\"\n", &["One. Still.", "Two."]);
        check("body: One.\n", &["One."]);
        check("greeting: Dear all\n", &[]);
        let json = read(r#"{"body": "One.\nStill.\n\nTwo."}"#, Format::Json);
        assert_eq!(json.letter.page().paragraphs, ["One. Still.", "Two."]);
    }

    #[track_caller]
    fn check_found(text: &str, expected: &[&str]) {
        let read = read(text, Format::Yaml);
        let found = read.findings.iter().map(|one| {
            let line = read.source_map.locate(&one.path, "", None).line;
            format!("{line} {}: {}", one.rule, one.hint.as_deref().unwrap_or_default())
        });
        assert_eq!(found.collect::<Vec<_>>(), expected, "{text}");
    }

    #[test]
    fn mistakes_have_their_place() {
        check_found("recipient: [Ms. Okafor]\ndate: 2026-11-30\nbody: Hello.\n", &[]);
        check_found(
            "body: Hello.\ngreting: Dear all\n",
            &["2 unknown-field: did you mean `greeting`? The value is kept, but not shown"],
        );
        check_found(
            "body: Hello.\nemail: ada@example.org\n",
            &["2 unknown-field: the keys here are `resume`, `recipient`, `date`, `subject`, \
               `greeting`, `body` and `closing`; the value is kept, but not shown"],
        );
        check_found(
            "recipient: Ms. Okafor\n",
            &[
                "1 wrong-type: write it on a line of its own: `- Ms. Okafor`; it was read as its one \
               item",
            ],
        );
    }

    #[test]
    fn a_file_without_keys_is_no_letter() {
        for text in ["Dear all", "- a\n- b", ""] {
            assert!(read_letter(text.as_bytes(), Format::Yaml, &Limits::default()).is_err());
        }
    }
}
