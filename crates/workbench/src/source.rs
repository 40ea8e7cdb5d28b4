//! Bytes that somebody calls a resume, a letter, a job, and what is in them.

mod job;

use std::sync::Arc;

use document::{Document, Kind};
use extract::{Decision, Format, Limits, ReadAssessment, ReadError, ReadLetter, Reading};
use resume::Parsed;

use crate::{Aid, Failure, Form, Place};

/// What was read from a file.
#[derive(Debug, Default)]
pub struct Opened {
    /// The resume with the places of its values: in the file, or in the text of a document.
    pub parsed: Parsed,
    /// Why the fields of a document hold what they hold; empty for data.
    pub decisions: Vec<Decision>,
    /// The document; `None` for data.
    pub document: Option<Document>,
}

/// A source that was read into memory.
pub struct Source {
    /// The path as the user gave it, or `-`.
    pub name: String,
    form: Form,
    bytes: Vec<u8>,
    /// Who reads a document; here when `None`.
    reader: Option<Arc<dyn DocumentReader>>,
}

/// Reads documents of strangers somewhere else than in this process.
pub trait DocumentReader: Send + Sync {
    /// The lines of a document; why there are none.
    fn read(
        &self,
        bytes: &[u8],
        kind: Kind,
        limits: &document::Limits,
    ) -> Result<Document, sandbox::Failure>;
}

/// In a process of its own that can do nothing but compute.
impl DocumentReader for sandbox::Policy {
    fn read(
        &self,
        bytes: &[u8],
        kind: Kind,
        limits: &document::Limits,
    ) -> Result<Document, sandbox::Failure> {
        sandbox::read(bytes, kind, limits, self)
    }
}

impl Source {
    /// What is in `bytes`; `name` is what the user calls the file, `-` for standard input, which
    /// has no name to tell anything from.
    pub fn new(name: String, bytes: Vec<u8>) -> Result<Self, Failure> {
        let form = Form::detect((name != "-").then_some(name.as_str()), &bytes);
        if bytes.len() > form.most_bytes() {
            let what = if name == "-" { "standard input".to_owned() } else { format!("`{name}`") };
            return Err(too_large(&what, form.most_bytes()));
        }
        Ok(Self { name, form, bytes, reader: None })
    }

    /// The same, and a document is read by `reader`.
    #[must_use]
    pub fn read_by(self, reader: Arc<dyn DocumentReader>) -> Self {
        Self { reader: Some(reader), ..self }
    }

    /// How it holds its resume.
    pub fn form(&self) -> Form {
        self.form
    }

    /// The form its data is written in; `None` for a document.
    pub fn format(&self) -> Option<Format> {
        match self.form {
            Form::Data(format) => Some(format),
            Form::Document(_) => None,
        }
    }

    /// The same source with another text; a byte order mark stays.
    #[must_use]
    pub fn with_text(&self, text: &str) -> Self {
        let mark = "\u{feff}".as_bytes();
        let mark = if self.bytes.starts_with(mark) { mark } else { &[] };
        Self {
            name: self.name.clone(),
            form: self.form,
            reader: self.reader.clone(),
            bytes: [mark, text.as_bytes()].concat(),
        }
    }

    /// The bytes as they were read.
    pub fn bytes(&self) -> &[u8] {
        &self.bytes
    }

    /// Turns the bytes into a resume with the places of its values.
    pub fn open(&self) -> Result<Opened, Failure> {
        match self.form {
            Form::Data(format) => {
                Ok(Opened { parsed: self.parse_data(format)?, ..Opened::default() })
            }
            Form::Document(kind) => Ok(Opened::of(self.read_document(kind)?)),
        }
    }

    /// The text one reads: that of plain text and of data byte for byte, that of another document
    /// in reading order.
    pub fn text(&self) -> Result<String, Failure> {
        if let Form::Data(_) | Form::Document(Kind::Text) = self.form
            && let Ok(text) = std::str::from_utf8(&self.bytes)
        {
            return Ok(text.to_owned());
        }
        let kind = match self.form {
            Form::Document(kind) => kind,
            Form::Data(_) => Kind::Text,
        };
        Ok(self.read_document(kind)?.placed().text)
    }

    /// As [`Source::open`], for work that takes data; `aim` says which: "`vitae build` sets".
    pub fn parse(&self, aim: &str) -> Result<(Parsed, Format), Failure> {
        match self.form {
            Form::Data(format) => Ok((self.parse_data(format)?, format)),
            Form::Document(kind) => Err(self.refused(kind.name(), aim)),
        }
    }

    /// Turns the bytes into a cover letter with the places of its values.
    pub fn letter(&self) -> Result<ReadLetter, Failure> {
        match self.form {
            Form::Data(format @ (Format::Yaml | Format::Json)) => {
                extract::read_letter(&self.bytes, format, &Limits::default())
                    .map_err(|error| self.unread(error, Aid::Letter))
            }
            Form::Data(_) | Form::Document(_) => {
                let name = shown_name(&self.name);
                Err(Failure::new(format!("{name} is no letter: that is a file in YAML"))
                    .aid(Aid::Letter))
            }
        }
    }

    /// Turns the bytes into a self-assessment with the places of its values.
    pub fn assessment(&self) -> Result<ReadAssessment, Failure> {
        match self.form {
            Form::Data(format @ (Format::Yaml | Format::Json)) => {
                extract::read_assessment(&self.bytes, format, &Limits::default())
                    .map_err(|error| self.unread(error, Aid::Assessment))
            }
            Form::Data(_) | Form::Document(_) => {
                let name = shown_name(&self.name);
                Err(Failure::new(format!("{name} is no self-assessment: that is a file in YAML"))
                    .aid(Aid::Assessment))
            }
        }
    }

    /// As [`Source::parse`], for work that changes the file.
    pub fn parse_to_edit(&self, aim: &str) -> Result<(Parsed, Format), Failure> {
        let (parsed, format) = self.parse(aim)?;
        let origin = parsed.origin;
        if origin.is_editable() {
            return Ok((parsed, format));
        }
        Err(self.refused(&format!("of another tool ({})", origin.name()), aim))
    }

    fn refused(&self, what: &str, aim: &str) -> Failure {
        let name = shown_name(&self.name);
        Failure::new(format!("{name} is {what}, and {aim} a file of vitae"))
            .aid(Aid::Conversion(self.name.clone()))
    }

    /// The lines of a document.
    fn read_document(&self, kind: Kind) -> Result<Document, Failure> {
        let limits = document::Limits::default();
        let failed = |message: String, hint: String| {
            Failure::new(format!("{}: {message}", shown_name(&self.name))).hint(hint)
        };
        if let Some(reader) = &self.reader {
            return reader.read(&self.bytes, kind, &limits).map_err(|error| {
                let failure = failed(error.to_string(), error.hint());
                match error {
                    sandbox::Failure::Busy => failure.aid(Aid::Patience),
                    error if error.is_of_system() => failure.aid(Aid::Checkup),
                    _ => failure,
                }
            });
        }
        document::read(&self.bytes, kind, &limits)
            .map_err(|error| failed(error.message, error.hint.to_owned()))
    }

    fn parse_data(&self, format: Format) -> Result<Parsed, Failure> {
        extract::read(&self.bytes, format, &Limits::default())
            .map_err(|error| self.unread(error, Aid::Example))
    }

    /// `aid` helps where the file holds nothing.
    fn unread(&self, error: ReadError, aid: Aid) -> Failure {
        let aid = error.nothing.then_some(aid);
        let Some(location) = error.location else {
            let message = format!("{}: {}", shown_name(&self.name), error.message);
            return Failure { aid, ..Failure::new(message).maybe_hint(error.hint) };
        };
        let place = Place { file: self.name.clone(), source: error.source, location: *location };
        Failure { message: error.message, hint: error.hint, place: Some(Box::new(place)), aid }
    }
}

impl Opened {
    fn of(document: Document) -> Self {
        let Reading { parsed, decisions } = extract::read_document(&document);
        Self { parsed, decisions, document: Some(document) }
    }
}

/// A refusal of more than `most` bytes.
pub fn too_large(what: &str, most: usize) -> Failure {
    Failure::new(format!("{what} is larger than {} MiB", most >> 20))
        .hint("a resume is a few kilobytes of text; is this the right file?")
}

/// What a file is called in text for people.
pub fn shown_name(file: &str) -> &str {
    if file == "-" { "<stdin>" } else { file }
}
