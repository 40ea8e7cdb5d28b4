//! `vitae skills`: what one has to know, or knows, by the words of a file.

use std::collections::BTreeMap;
use std::io;
use std::path::{Path, PathBuf};

use clap::ValueEnum;

use crate::exit::{Exit, Failure};
use crate::input::{self, ReadArgs};
use crate::output::skills::{self, Found};
use crate::output::{self, Screen, failure};

/// Show the skills a text names: a resume, a job ad, or anything else.
///
/// Technologies, practices and methods, subjects, degrees, languages people speak, business
/// systems and industries, each under the name its makers give it, with the words of the text. A
/// name that stands among known technologies is shown too when it is not in the vocabulary
/// (category `unlisted`). What the text denies (`no Java`) is shown as denied.
///
/// `--text` prints the text that is searched; `--format json` counts its bytes.
#[derive(Debug, clap::Args)]
#[command(after_help = "\
Examples:
  vitae skills job.md
  vitae skills cv.pdf
  vitae skills ads/*.txt --format json | jq 'map_values(map(.skill) | unique)'
  vitae skills cv.pdf --text                     the text its offsets count
  curl -s https://jobs.example/42 | vitae skills -

Exit codes: 0 done, 1 some of several files could not be read, 2 cannot run")]
pub(crate) struct Args {
    /// Texts, documents (PDF, DOCX, HTML …), or data in YAML or JSON; `-` reads standard input
    #[arg(value_name = "FILE", default_value = "-")]
    files: Vec<PathBuf>,
    /// How it is written
    #[arg(long, value_enum, default_value_t = Form::Human)]
    format: Form,
    /// Print instead the text that is searched, of one file
    #[arg(long, conflicts_with = "format")]
    text: bool,
    #[command(flatten)]
    read: ReadArgs,
}

/// How a result is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum Form {
    /// For people
    Human,
    /// For programs: skills by the name of the file, with bytes of its text
    Json,
}

pub(crate) fn run(args: &Args) -> Result<Exit, Failure> {
    if args.text {
        let [file] = args.files.as_slice() else {
            return Err(Failure::new("--text prints one file").hint("name one file with --text"));
        };
        output::print_bytes(text(file, args.read)?.as_bytes())?;
        return Ok(Exit::Clean);
    }
    let mut all: BTreeMap<String, Vec<Found>> = BTreeMap::new();
    let mut failed = 0;
    for file in &args.files {
        match text(file, args.read) {
            Ok(text) => {
                all.insert(key(file, &all), Found::all(&text));
            }
            // One file has one message, and several go on without it.
            Err(failure) if args.files.len() == 1 => {
                if args.format == Form::Json {
                    let _ = output::print(&failure::json(&failure, file));
                }
                return Err(failure);
            }
            Err(failure) => {
                failure::show(&failure);
                failed += 1;
            }
        }
    }
    if failed == args.files.len() {
        return Err(Failure::new("none of the files could be read"));
    }
    output::print(&match args.format {
        Form::Human => skills::table(&all, &Screen::of(&io::stdout())),
        Form::Json => skills::json(&all),
    })?;
    if failed > 0 {
        let (all, read) = (args.files.len(), args.files.len() - failed);
        output::note(&format!("{read} of {all} files were read"));
    }
    Ok(if failed == 0 { Exit::Clean } else { Exit::Findings })
}

fn text(file: &Path, read: ReadArgs) -> Result<String, Failure> {
    input::read_any(file, read)?.text()
}

/// The name of a file without its folder; the whole path where another file has that name.
fn key(file: &Path, taken: &BTreeMap<String, Vec<Found>>) -> String {
    let name = file.file_name().unwrap_or(file.as_os_str()).to_string_lossy().into_owned();
    if taken.contains_key(&name) { file.display().to_string() } else { name }
}
