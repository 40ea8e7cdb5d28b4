//! Reading what the user names: a file, or standard input as `-`.

use std::fs::{self, File};
use std::io::{self, ErrorKind, Read};
use std::path::{Path, PathBuf};

use extract::{Format, Limits};
use resume::Parsed;

use crate::exit::{Failure, Place};
use crate::nearest::nearest;
use crate::output::shown_name;

/// The file every command reads when none is named; `vitae new` writes it.
pub(crate) const DEFAULT_FILE: &str = "resume.yaml";

/// Bytes of a source at most; the reader's own limit is no higher.
const MOST_BYTES: usize = 4 << 20;

/// Extensions of files that can be read, for suggestions.
const READABLE: [&str; 3] = ["yaml", "yml", "json"];

/// A source that was read into memory.
pub(crate) struct Source {
    /// The path as the user gave it, or `-`.
    pub(crate) name: String,
    bytes: Vec<u8>,
}

impl Source {
    /// Reads `path`, or standard input for `-`.
    pub(crate) fn read(path: &Path) -> Result<Self, Failure> {
        let name = path.display().to_string();
        let bytes = if name == "-" {
            take(io::stdin().lock(), "standard input")?
        } else {
            if path.is_dir() {
                return Err(is_directory(path));
            }
            let file = File::open(path).map_err(|error| cannot_open(path, &error))?;
            take(file, &format!("`{name}`"))?
        };
        Ok(Self { name, bytes })
    }

    /// The form its content is written in.
    pub(crate) fn format(&self) -> Format {
        let name = (self.name != "-").then_some(self.name.as_str());
        Format::detect(name, &self.bytes)
    }

    /// The same source with another text; a byte order mark stays.
    pub(crate) fn with_text(&self, text: &str) -> Self {
        let mark = "\u{feff}".as_bytes();
        let mark = if self.bytes.starts_with(mark) { mark } else { &[] };
        Self { name: self.name.clone(), bytes: [mark, text.as_bytes()].concat() }
    }

    /// The bytes as they were read.
    pub(crate) fn bytes(&self) -> &[u8] {
        &self.bytes
    }

    /// Turns the bytes into a resume with the places of its values.
    pub(crate) fn parse(&self) -> Result<Parsed, Failure> {
        extract::read(&self.bytes, self.format(), &Limits::default()).map_err(|error| {
            let Some(location) = error.location else {
                let message = format!("{}: {}", shown_name(&self.name), error.message);
                return Failure::new(message).maybe_hint(error.hint);
            };
            let place = Place { file: self.name.clone(), source: error.source, location };
            Failure { message: error.message, hint: error.hint, place: Some(Box::new(place)) }
        })
    }
}

/// All bytes of `reader`, read no further than it takes to see that there are too many.
fn take(reader: impl Read, what: &str) -> Result<Vec<u8>, Failure> {
    let mut bytes = Vec::new();
    reader
        .take(MOST_BYTES as u64 + 1)
        .read_to_end(&mut bytes)
        .map_err(|error| unreadable(what, &error))?;
    if bytes.len() > MOST_BYTES {
        return Err(Failure::new(format!("{what} is larger than {} MiB", MOST_BYTES >> 20))
            .hint("a resume is a few kilobytes of text; is this the right file?"));
    }
    Ok(bytes)
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
            path.extension().is_some_and(|found| READABLE.iter().any(|known| found == *known))
        })
        .filter_map(|path| path.to_str().map(str::to_owned))
        .collect();
    names.sort();
    names
}
