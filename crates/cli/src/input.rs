//! Reading what the user names: a file, or standard input as `-`.

use std::fs::{self, File};
use std::io::{self, ErrorKind, Read};
use std::path::{Path, PathBuf};
use std::sync::Arc;

pub(crate) use workbench::{Form, Opened, Source, can_be_resume};
use workbench::{nearest, too_large};

use crate::exit::Failure;

/// The file every command reads when none is named; `vitae new` writes it.
pub(crate) const DEFAULT_FILE: &str = "resume.yaml";

/// Extensions that a resume is likely to have, for suggestions.
const SUGGESTED: [&str; 6] = ["yaml", "yml", "json", "pdf", "docx", "odt"];

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

    /// How a worker reads; `None` without one.
    fn policy(self) -> Option<sandbox::Policy> {
        // Who asks for a sandbox does not want to be told afterwards that there was none.
        let strict = !self.lenient;
        self.sandbox.then(|| sandbox::Policy { strict, ..sandbox::Policy::default() })
    }
}

/// Reads `path`, or standard input for `-`.
pub(crate) fn read(path: &Path) -> Result<Source, Failure> {
    let (name, bytes) = named_bytes(path)?;
    Source::new(name, bytes)
}

/// As [`read`], for a source that may be a document.
pub(crate) fn read_any(path: &Path, args: ReadArgs) -> Result<Source, Failure> {
    let source = read(path)?;
    Ok(match args.policy() {
        Some(policy) => source.read_by(Arc::new(policy)),
        None => source,
    })
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
