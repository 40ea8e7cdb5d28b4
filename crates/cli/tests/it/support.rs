//! A folder with files, and runs of the program in it.

use std::fmt;
use std::fs;
use std::io::Write;
use std::path::PathBuf;
use std::process::{Command, Stdio};

use tempfile::TempDir;

/// A folder to run in, and what the program is given beside its arguments.
pub(crate) struct Cli {
    folder: TempDir,
    stdin: Vec<u8>,
    environment: Vec<(&'static str, &'static str)>,
}

/// What a run did.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Run {
    pub(crate) code: Option<i32>,
    pub(crate) stdout: String,
    pub(crate) stderr: String,
}

impl Cli {
    /// An empty folder.
    pub(crate) fn new() -> Self {
        let folder = TempDir::new().expect("a temporary folder");
        Self { folder, stdin: Vec::new(), environment: Vec::new() }
    }

    /// Adds a file.
    pub(crate) fn file(self, name: &str, content: impl AsRef<[u8]>) -> Self {
        fs::write(self.path(name), content).expect("the folder can be written");
        self
    }

    /// Adds an empty folder.
    pub(crate) fn folder(self, name: &str) -> Self {
        fs::create_dir(self.path(name)).expect("the folder can be written");
        self
    }

    /// Gives the program something to read on standard input.
    pub(crate) fn stdin(mut self, content: impl AsRef<[u8]>) -> Self {
        self.stdin = content.as_ref().to_vec();
        self
    }

    /// Sets a variable of the program's environment, which is empty otherwise.
    pub(crate) fn env(mut self, name: &'static str, value: &'static str) -> Self {
        self.environment.push((name, value));
        self
    }

    /// Runs `vitae` with arguments split at spaces.
    pub(crate) fn run(&self, arguments: &str) -> Run {
        let (code, stdout, stderr) = self.run_bytes(arguments);
        let text = |bytes| String::from_utf8(bytes).expect("the program prints UTF-8");
        Run { code, stdout: text(stdout), stderr: text(stderr) }
    }

    /// As [`Cli::run`], for output that is not text.
    pub(crate) fn run_bytes(&self, arguments: &str) -> (Option<i32>, Vec<u8>, Vec<u8>) {
        let mut child = self.command(arguments).spawn().expect("the program starts");
        let mut stdin = child.stdin.take().expect("standard input is a pipe");
        // A program that does not read its input closes it early.
        let _ = stdin.write_all(&self.stdin);
        drop(stdin);
        let output = child.wait_with_output().expect("the program ends");
        (output.status.code(), output.stdout, output.stderr)
    }

    /// The program with arguments and pipes, not started.
    pub(crate) fn command(&self, arguments: &str) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_vitae"));
        command
            .args(arguments.split_whitespace())
            .current_dir(self.folder.path())
            .env_clear()
            // Where a build that measures coverage writes what it saw.
            .envs(std::env::var_os("LLVM_PROFILE_FILE").map(|file| ("LLVM_PROFILE_FILE", file)))
            .envs(self.environment.iter().copied())
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped());
        command
    }

    /// The path of a file in the folder.
    pub(crate) fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    /// The bytes of a file in the folder.
    pub(crate) fn read(&self, name: &str) -> Vec<u8> {
        fs::read(self.path(name)).unwrap_or_else(|error| panic!("{name}: {error}"))
    }

    /// Names of everything in the folder, hidden files too, in order.
    pub(crate) fn names(&self) -> Vec<String> {
        let entries = fs::read_dir(self.folder.path()).expect("the folder can be read");
        let mut names: Vec<_> = entries
            .map(|entry| entry.expect("an entry").file_name().to_string_lossy().into_owned())
            .collect();
        names.sort();
        names
    }
}

/// For snapshots: code and both streams.
impl fmt::Display for Run {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let code = self.code.map_or_else(|| "none".to_owned(), |code| code.to_string());
        write!(f, "exit code: {code}\n── stdout ──\n{}── stderr ──\n{}", self.stdout, self.stderr)
    }
}

/// A small page with a weak line (a warning), a strong one, and no error.
pub(crate) const PAGE: &str = "\
basics:
  name: Ada Lindqvist
  email: ada@lindqvist.dev
work:
  - name: Northwind Parcel
    position: Backend Engineer
    startDate: 2023-02
    highlights:
      - Helped with the label printing service
      - Cut p99 of the rate quote API from 900 ms to 120 ms by caching zone tables in Redis
skills:
  - name: Data
    keywords: [Go, Redis]
vitae:
  asOf: 2026-11-01
";

/// A page whose shape is wrong: a text where a list belongs.
pub(crate) const BROKEN_SHAPE: &str = "basics:\n  name: Ada Lindqvist\nwork: Northwind Parcel\n";

/// Every command as it stands in the help, the program itself first.
pub(crate) const COMMANDS: [&str; 39] = [
    "", "check", "fix", "scan", "parse", "build", "watch", "letter", "diff", "fit", "job",
    "job new", "job check", "job build", "match", "tailor", "prepare", "rank", "skills", "serve",
    "backup", "export", "import", "guide", "guide gaps", "guide next", "guide skill",
    "guide paths", "guide pay", "guide assess", "impact", "explain", "examples", "new",
    "templates", "schema", "lsp", "doctor", "completions",
];

/// `template.toml` of a template of somebody's own.
pub(crate) const TEMPLATE: &str = "\
summary = \"s\"
good-for = \"g\"
license = \"MIT\"
font = \"Libertinus Serif\"
styles = [\"regular\", \"bold\"]
accent = \"#1d4e79\"
";

/// Its `resume.typ`, which prints letters and nothing else.
pub(crate) const SOURCE_OF_LETTERS: &str = "\
#let data = json(\"/data.json\")
#set document(title: data.title)
#set text(font: data.look.font, fallback: false, lang: data.look.language)
#let letter = data.letter
#heading(data.outline.name)
#if letter.date != none { par(letter.date) }
#for it in letter.recipient { par(it) }
#for it in (letter.subject, letter.greeting) { if it != none { par(it) } }
#for it in letter.paragraphs { par(it) }
#if letter.closing != none { par(letter.closing) }
";
