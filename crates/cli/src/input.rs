//! Reading what the user names: a file, or standard input as `-`.

mod job;

use std::fs::{self, File};
use std::io::{self, ErrorKind, Read};
use std::path::{Path, PathBuf};

use document::{Document, Kind};
use extract::{Decision, Format, Limits, ReadAssessment, ReadError, ReadLetter, Reading};
use resume::Parsed;

use crate::exit::{Failure, Place};
use crate::nearest::nearest;
use crate::output::shown_name;

/// The file every command reads when none is named; `vitae new` writes it.
pub(crate) const DEFAULT_FILE: &str = "resume.yaml";

/// Extensions of files to edit, which are suggested first.
const SOURCES: [&str; 3] = ["yaml", "yml", "json"];

/// Extensions of documents that can be read.
const DOCUMENTS: [&str; 11] =
    ["pdf", "docx", "doc", "odt", "rtf", "html", "htm", "xhtml", "md", "markdown", "txt"];

/// Extensions that a resume is likely to have, for suggestions.
const SUGGESTED: [&str; 6] = ["yaml", "yml", "json", "pdf", "docx", "odt"];

/// True for a file whose name says that it may hold a resume.
pub(crate) fn can_be_resume(path: &Path) -> bool {
    let extension = path.extension().unwrap_or_default();
    let mut known = SOURCES.iter().chain(&DOCUMENTS).chain(&["xml", "zip"]);
    known.any(|known| extension.eq_ignore_ascii_case(known))
}

/// How a file holds its resume.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Form {
    /// As data, to be edited.
    Data(Format),
    /// As a page, to be read.
    Document(Kind),
}

impl Form {
    /// The form of a file: data of another tool by what it holds, else by the extension of the
    /// name, else by the first bytes, else data.
    fn detect(name: Option<&str>, bytes: &[u8]) -> Self {
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
    fn most_bytes(self) -> usize {
        match self {
            Self::Data(Format::Yaml | Format::Json) => Limits::default().bytes,
            // An archive holds more than the resume; its reader has limits of its own.
            Self::Data(_) | Self::Document(_) => document::Limits::default().bytes,
        }
    }
}

/// What was read from a file.
#[derive(Debug, Default)]
pub(crate) struct Opened {
    /// The resume with the places of its values: in the file, or in the text of a document.
    pub(crate) parsed: Parsed,
    /// Why the fields of a document hold what they hold; empty for data.
    pub(crate) decisions: Vec<Decision>,
    /// The document; `None` for data.
    pub(crate) document: Option<Document>,
}

/// How documents are read.
#[derive(Clone, Copy, Debug, Default, clap::Args)]
pub(crate) struct ReadArgs {
    /// Read a document in a process of its own that can do nothing but compute: no files, no
    /// network, no other programs, little memory and time
    #[arg(long)]
    pub(crate) sandbox: bool,
    /// A sandbox is good to have, and no reason to stop where the system gives none.
    #[arg(skip)]
    lenient: bool,
}

impl ReadArgs {
    /// For files of people one does not know.
    pub(crate) fn of_strangers(sandbox: bool) -> Self {
        Self { sandbox, lenient: true }
    }
}

/// A source that was read into memory.
pub(crate) struct Source {
    /// The path as the user gave it, or `-`.
    pub(crate) name: String,
    form: Form,
    bytes: Vec<u8>,
    args: ReadArgs,
}

impl Source {
    /// Reads `path`, or standard input for `-`.
    pub(crate) fn read(path: &Path) -> Result<Self, Failure> {
        let (name, bytes) = named_bytes(path)?;
        let form = Form::detect((name != "-").then_some(name.as_str()), &bytes);
        if bytes.len() > form.most_bytes() {
            let what = if name == "-" { "standard input".to_owned() } else { format!("`{name}`") };
            return Err(too_large(&what, form.most_bytes()));
        }
        Ok(Self { name, form, bytes, args: ReadArgs::default() })
    }

    /// As [`Source::read`], for a source that may be a document.
    pub(crate) fn read_any(path: &Path, args: ReadArgs) -> Result<Self, Failure> {
        Ok(Self { args, ..Self::read(path)? })
    }

    /// How it holds its resume.
    pub(crate) fn form(&self) -> Form {
        self.form
    }

    /// The form its data is written in; `None` for a document.
    pub(crate) fn format(&self) -> Option<Format> {
        match self.form {
            Form::Data(format) => Some(format),
            Form::Document(_) => None,
        }
    }

    /// The same source with another text; a byte order mark stays.
    pub(crate) fn with_text(&self, text: &str) -> Self {
        let mark = "\u{feff}".as_bytes();
        let mark = if self.bytes.starts_with(mark) { mark } else { &[] };
        Self {
            name: self.name.clone(),
            form: self.form,
            args: self.args,
            bytes: [mark, text.as_bytes()].concat(),
        }
    }

    /// The bytes as they were read.
    pub(crate) fn bytes(&self) -> &[u8] {
        &self.bytes
    }

    /// Turns the bytes into a resume with the places of its values.
    pub(crate) fn open(&self) -> Result<Opened, Failure> {
        match self.form {
            Form::Data(format) => {
                Ok(Opened { parsed: self.parse_data(format)?, ..Opened::default() })
            }
            Form::Document(kind) => Ok(Opened::of(self.read_document(kind)?)),
        }
    }

    /// The text one reads: that of plain text and of data byte for byte, that of another document
    /// in reading order.
    pub(crate) fn text(&self) -> Result<String, Failure> {
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
    pub(crate) fn parse(&self, aim: &str) -> Result<(Parsed, Format), Failure> {
        match self.form {
            Form::Data(format) => Ok((self.parse_data(format)?, format)),
            Form::Document(kind) => Err(self.refused(kind.name(), aim)),
        }
    }

    /// Turns the bytes into a cover letter with the places of its values.
    pub(crate) fn letter(&self) -> Result<ReadLetter, Failure> {
        match self.form {
            Form::Data(format @ (Format::Yaml | Format::Json)) => {
                extract::read_letter(&self.bytes, format, &Limits::default())
                    .map_err(|error| self.unread(error))
            }
            Form::Data(_) | Form::Document(_) => {
                let name = shown_name(&self.name);
                Err(Failure::new(format!("{name} is no letter: that is a file in YAML"))
                    .hint("`vitae new --letter` writes one to edit"))
            }
        }
    }

    /// Turns the bytes into a self-assessment with the places of its values.
    pub(crate) fn assessment(&self) -> Result<ReadAssessment, Failure> {
        match self.form {
            Form::Data(format @ (Format::Yaml | Format::Json)) => {
                extract::read_assessment(&self.bytes, format, &Limits::default())
                    .map_err(|error| self.unread(error))
            }
            Form::Data(_) | Form::Document(_) => {
                let name = shown_name(&self.name);
                Err(Failure::new(format!("{name} is no self-assessment: that is a file in YAML"))
                    .hint("`vitae guide assess` writes one to fill in"))
            }
        }
    }

    /// As [`Source::parse`], for work that changes the file.
    pub(crate) fn parse_to_edit(&self, aim: &str) -> Result<(Parsed, Format), Failure> {
        let (parsed, format) = self.parse(aim)?;
        let origin = parsed.origin;
        if origin.is_editable() {
            return Ok((parsed, format));
        }
        Err(self.refused(&format!("of another tool ({})", origin.name()), aim))
    }

    fn refused(&self, what: &str, aim: &str) -> Failure {
        let name = shown_name(&self.name);
        let file = if self.name == "-" { "FILE" } else { name };
        Failure::new(format!("{name} is {what}, and {aim} a file of vitae"))
            .hint(format!("`vitae new --from {file}` makes a resume.yaml of it"))
    }

    /// The lines of a document.
    fn read_document(&self, kind: Kind) -> Result<Document, Failure> {
        let limits = document::Limits::default();
        let failed = |message: String, hint: String| {
            Failure::new(format!("{}: {message}", shown_name(&self.name))).hint(hint)
        };
        if self.args.sandbox {
            // Who asks for a sandbox does not want to be told afterwards that there was none.
            let strict = !self.args.lenient;
            let policy = sandbox::Policy { strict, ..sandbox::Policy::default() };
            return sandbox::read(&self.bytes, kind, &limits, &policy)
                .map_err(|error| failed(error.to_string(), error.hint()));
        }
        document::read(&self.bytes, kind, &limits)
            .map_err(|error| failed(error.message, error.hint.to_owned()))
    }

    fn parse_data(&self, format: Format) -> Result<Parsed, Failure> {
        extract::read(&self.bytes, format, &Limits::default()).map_err(|error| self.unread(error))
    }

    fn unread(&self, error: ReadError) -> Failure {
        let Some(location) = error.location else {
            let message = format!("{}: {}", shown_name(&self.name), error.message);
            return Failure::new(message).maybe_hint(error.hint);
        };
        let place = Place { file: self.name.clone(), source: error.source, location: *location };
        Failure { message: error.message, hint: error.hint, place: Some(Box::new(place)) }
    }
}

impl Opened {
    fn of(document: Document) -> Self {
        let Reading { parsed, decisions } = extract::read_document(&document);
        Self { parsed, decisions, document: Some(document) }
    }
}

/// The name and the bytes of a table: the file at `path`, or standard input for `-`.
pub(crate) fn read_table(path: &Path) -> Result<(String, Vec<u8>), Failure> {
    if path.is_dir() {
        return Err(Failure::new(format!("`{}` is a directory, not a file", path.display())));
    }
    if path != Path::new("-") && !path.exists() {
        // What files there are is no help here: they are looked for among resumes.
        return Err(Failure::new(format!("`{}` does not exist", path.display())));
    }
    named_bytes(path)
}

/// The name as the user gave it and all bytes of a file, or of standard input for `-`.
fn named_bytes(path: &Path) -> Result<(String, Vec<u8>), Failure> {
    let name = path.display().to_string();
    if name == "-" {
        return Ok((name, take(io::stdin().lock(), "standard input")?));
    }
    if path.is_dir() {
        return Err(is_directory(path));
    }
    let file = File::open(path).map_err(|error| cannot_open(path, &error))?;
    let bytes = take(file, &format!("`{name}`"))?;
    Ok((name, bytes))
}

/// All bytes of `reader`, read no further than it takes to see that there are too many.
fn take(reader: impl Read, what: &str) -> Result<Vec<u8>, Failure> {
    let most = document::Limits::default().bytes;
    let mut bytes = Vec::new();
    reader
        .take(most as u64 + 1)
        .read_to_end(&mut bytes)
        .map_err(|error| unreadable(what, &error))?;
    if bytes.len() > most { Err(too_large(what, most)) } else { Ok(bytes) }
}

fn too_large(what: &str, most: usize) -> Failure {
    Failure::new(format!("{what} is larger than {} MiB", most >> 20))
        .hint("a resume is a few kilobytes of text; is this the right file?")
}

fn unreadable(what: &str, error: &io::Error) -> Failure {
    Failure::new(format!("{what} cannot be read: {}", reason(error)))
}

/// What the operating system says, without its error number.
pub(crate) fn reason(error: &io::Error) -> String {
    let text = error.to_string();
    text.split(" (os error").next().unwrap_or(&text).to_lowercase()
}

fn is_directory(path: &Path) -> Failure {
    let inside = resumes_in(path);
    Failure::new(format!("`{}` is a directory, not a file", path.display())).maybe_hint(
        inside.first().map(|file| format!("did you mean `{}`?", path.join(file).display())),
    )
}

fn cannot_open(path: &Path, error: &io::Error) -> Failure {
    if error.kind() != ErrorKind::NotFound {
        return unreadable(&format!("`{}`", path.display()), error);
    }
    let folder = path.parent().unwrap_or(Path::new(""));
    let files = resumes_in(if folder.as_os_str().is_empty() { Path::new(".") } else { folder });
    let wanted = path.file_name().map(|name| name.to_string_lossy().into_owned());
    let similar = nearest(wanted.as_deref().unwrap_or_default(), files.iter().map(String::as_str))
        .or_else(|| (files.len() == 1).then(|| files[0].as_str()));
    let hint = match similar {
        Some(file) => format!("did you mean `{}`?", folder.join(file).display()),
        None => "`vitae new --stage mid` writes an example to start from".to_owned(),
    };
    Failure::new(format!("`{}` does not exist", path.display())).hint(hint)
}

/// Names of the files in `folder` that look like resumes, in order.
fn resumes_in(folder: &Path) -> Vec<String> {
    let Ok(entries) = fs::read_dir(folder) else { return Vec::new() };
    let mut names: Vec<_> = entries
        .filter_map(|entry| Some(PathBuf::from(entry.ok()?.file_name())))
        .filter(|path| {
            let extension = path.extension().unwrap_or_default();
            SUGGESTED.iter().any(|known| extension.eq_ignore_ascii_case(known))
        })
        .filter_map(|path| path.to_str().map(str::to_owned))
        .collect();
    names.sort();
    names
}
