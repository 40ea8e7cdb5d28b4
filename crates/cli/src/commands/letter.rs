//! `vitae letter`: a cover letter in the look of the resume it goes with.

use std::path::{Path, PathBuf};

use export::Format;
use resume::letter::{Letter, LetterPage};
use resume::{Parsed, Resume, Severity};

use crate::config::{Config, ConfigArgs};
use crate::exit::{Exit, Failure};
use crate::input::{self, DEFAULT_FILE};
use crate::look::LookArgs;
use crate::output;
use crate::shape::{refuse_broken, spare_what_was_read};
use crate::variant::{self, Named};
use crate::written::OutputArgs;

/// The file that is read when none is named; `vitae new --letter` writes it.
pub(crate) const DEFAULT_LETTER: &str = "letter.yaml";

/// A letter to edit.
pub(crate) const EXAMPLE: &str = include_str!("letter.yaml");

/// Typeset a cover letter that looks like your resume.
///
/// The letter is a short YAML file: `resume` (a path as seen from the letter, otherwise
/// resume.yaml beside it; `cv.yaml@payments` means a variant), `recipient`, `date`, `subject`,
/// `greeting`, `body` and `closing`. A blank line in `body` begins a new paragraph. Name and
/// contact come from the resume, and so do template, paper, color and font.
#[derive(Debug, clap::Args)]
#[command(after_help = "\
Examples:
  vitae new --letter                     write letter.yaml, a letter to edit
  vitae letter                           letter.yaml to letter.pdf
  vitae letter northwind.yaml -o northwind.pdf -o northwind.txt
  vitae letter --resume cv.yaml@payments

  # letter.yaml
  resume: resume.yaml
  recipient: [Ms. Chidinma Okafor, Northwind Parcel]
  date: 2026-11-30
  subject: Backend Engineer, Rating
  greeting: Dear Ms. Okafor,
  body: |
    The first paragraph.

    The second one.
  closing: Kind regards,")]
pub(crate) struct Args {
    /// The letter, YAML or JSON; `-` reads standard input
    #[arg(value_name = "FILE", default_value = DEFAULT_LETTER)]
    file: PathBuf,
    /// The resume it goes with, instead of the one the letter names
    #[arg(long, value_name = "FILE[@VARIANT]")]
    resume: Option<PathBuf>,
    #[command(flatten)]
    output: OutputArgs,
    #[command(flatten)]
    look: LookArgs,
    #[command(flatten)]
    config: ConfigArgs,
}

pub(crate) fn run(args: &Args) -> Result<Exit, Failure> {
    let mut targets =
        args.output.targets(&args.file, |source| source.with_extension("pdf"), &[Format::Text])?;
    let letter = read(&args.file)?;
    let named = Named::new(&resume_of(args, &letter));
    targets.spare(&named.file)?;
    let mut resume = read_resume(&named)?;
    let config = Config::load(&args.config, &named.file)?;
    let look = args.look.decide(&mut resume, &config)?;
    let options = export::Options { ascii: args.output.ascii, ..look.of_export() };

    let page = letter.page();
    let leaves = page.leaves();
    targets.write(
        |_| &leaves,
        || typeset::letter(&resume, &letter, &look.of_page()).map_err(Failure::from),
        |_| Ok(export::letter(&resume, &letter, &options)),
    )?;
    Ok(Exit::Clean)
}

/// The letter, when a page would miss nothing of it.
fn read(file: &Path) -> Result<Letter, Failure> {
    let source = input::read(file)?;
    let read = source.letter()?;
    let letter = read.letter;
    let LetterPage { paragraphs, .. } = letter.page();
    if paragraphs.is_empty() {
        let name = output::shown_name(&source.name);
        let hint = if letter.extra.contains_key("basics") || letter.extra.contains_key("work") {
            "this is a resume; `vitae new --letter` writes a letter to edit"
        } else {
            "write what it says under `body`; `vitae new --letter` writes a letter to edit"
        };
        return Err(Failure::new(format!("the letter {name} says nothing")).hint(hint));
    }
    let mut parsed =
        Parsed { source_map: read.source_map, findings: read.findings, ..Parsed::default() };
    spare_what_was_read(&mut parsed.findings, &serde_json::to_value(&letter).unwrap_or_default());
    refuse_broken(&source.name, &parsed)?;
    Ok(letter)
}

/// The resume as the letter names it, seen from here.
fn resume_of(args: &Args, letter: &Letter) -> PathBuf {
    if let Some(path) = &args.resume {
        return path.clone();
    }
    let named = letter.resume.as_deref().map(str::trim).filter(|path| !path.is_empty());
    let folder = args.file.parent().unwrap_or(Path::new(""));
    folder.join(named.unwrap_or(DEFAULT_FILE))
}

fn read_resume(named: &Named) -> Result<Resume, Failure> {
    let source = input::read(&named.file)?;
    let (mut parsed, _) = source.parse("`vitae letter` takes name and look from")?;
    let read = serde_json::to_value(&parsed.resume).unwrap_or_default();
    spare_what_was_read(&mut parsed.findings, &read);
    output::findings_of_reader(&source.name, &parsed, false, Severity::Error);
    match &named.variant {
        Some(name) => Ok(variant::cut(&parsed.resume, &source.name, name)?.resume),
        None => Ok(parsed.resume),
    }
}
