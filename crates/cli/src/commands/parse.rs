//! `vitae parse`: what a machine reads in a document.

use std::io::{self, IsTerminal};
use std::path::{Path, PathBuf};

use clap::ValueEnum;

use crate::destination::Destination;
use crate::exit::{Exit, Failure};
use crate::input::{self, Opened, ReadArgs, Source};
use crate::output::parse::{self, Shown, overlay};
use crate::output::{self, Screen, failure};

/// Fewer files than this are read before anybody wonders.
const MANY: usize = 4;

/// Show what a machine reads in a resume: PDF, DOCX, ODT, RTF, HTML, Markdown or text.
///
/// `yaml` is a file to edit, with a comment above every value that is worth a second look; `json`
/// is JSON Resume; `fields` the flat record that a form asks for; `mentions` every title, employer,
/// school and degree the page names, in fields or in prose. `text` is the page in reading order,
/// `layout` every line with its page, box, look and what was taken from it, and `ats` what
/// a reader gets that takes text as the file stores it, with the difference in words.
///
/// Nothing is invented: a field that was not seen is absent. --why tells for each field which
/// candidates there were and why one won.
#[derive(Debug, clap::Args)]
#[command(after_help = "\
Examples:
  vitae parse cv.pdf
  vitae parse cv.pdf --why                       candidates and reasons, field by field
  vitae parse cv.pdf --format ats                what a plain reader gets instead
  vitae parse cv.pdf --overlay boxes.png         the page with a box around each field
  vitae parse cv.pdf --format mentions           all employers, titles, schools it names
  vitae parse cv.docx -o resume.yaml             the same as `vitae new --from cv.docx`
  vitae parse sent-by-somebody.pdf --sandbox
  vitae parse *.pdf --format fields -o all.json  one object, by the names of the files

Exit codes: 0 done, 1 some of several files could not be read, 2 cannot run")]
pub(crate) struct Args {
    /// The resumes: documents, or data in YAML or JSON; `-` reads standard input
    #[arg(value_name = "FILE", required = true)]
    files: Vec<PathBuf>,
    /// What is shown; otherwise yaml, and with --overlay nothing but the picture
    #[arg(long, value_enum)]
    format: Option<Format>,
    /// Show instead, for each field, the candidates and why one won
    #[arg(long, conflicts_with = "format")]
    why: bool,
    /// Where to write; otherwise, and for `-`, standard output
    #[arg(short, long, value_name = "OUT")]
    output: Option<PathBuf>,
    /// Draw a page of the PDF with a box around each field, as PNG; hidden text in red
    #[arg(long, value_name = "PNG", conflicts_with = "sandbox")]
    overlay: Option<PathBuf>,
    /// The page to draw, from 1
    #[arg(long, value_name = "N", default_value_t = 1, requires = "overlay")]
    page: usize,
    /// Overwrite existing files
    #[arg(long)]
    force: bool,
    #[command(flatten)]
    read: ReadArgs,
}

/// What is shown of a document.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum Format {
    /// A resume to edit, with comments on what to look at again
    Yaml,
    /// JSON Resume
    Json,
    /// The flat record of contact, jobs, schools and skills, by file
    Fields,
    /// Every place that names a title, an employer, a school or a degree, and what made it one
    Mentions,
    /// The text in reading order
    Text,
    /// Every line with page, box, look and what was taken from it
    Layout,
    /// The text as the file stores it, and what that costs
    Ats,
}

pub(crate) fn run(args: &Args) -> Result<Exit, Failure> {
    let target = args.output.as_deref().map_or(Destination::Stdout, Destination::new);
    for file in &args.files {
        target.check(args.force, Some(file))?;
    }
    let shown = if args.why { Shown::Why } else { Shown::As(args.format.unwrap_or(Format::Yaml)) };
    let mut parts = Vec::new();
    let mut failed = 0;
    let progress = Progress::of(args.files.len());
    for (at, file) in args.files.iter().enumerate() {
        progress.show(at, file);
        let part = input::read_any(file, args.read).and_then(|source| {
            let opened = source.open()?;
            draw(args, &source, &opened)?;
            parse::part(shown, &source.name, &opened, &screen(args))
        });
        progress.clear();
        match part {
            Ok(part) => parts.push((file.display().to_string(), Some(part))),
            // One file has one message, and several go on without it.
            Err(failure) if args.files.len() == 1 => return Err(failure),
            Err(failure) => {
                failure::show(&failure);
                failed += 1;
                parts.push((file.display().to_string(), None));
            }
        }
    }
    if failed == args.files.len() {
        return Err(Failure::new("none of the files could be read"));
    }
    // A picture is enough when nothing else was asked for.
    let nothing_else = args.format.is_none() && !args.why && args.output.is_none();
    if args.overlay.is_some() && nothing_else {
        return Ok(Exit::Clean);
    }
    let text = parse::together(shown, parts);
    match &target {
        Destination::Stdout => output::print(&text)?,
        file @ Destination::File(_) => {
            let plain = anstream::adapter::strip_str(&text).to_string();
            file.write(plain.as_bytes(), args.force)?;
        }
    }
    if failed > 0 {
        let (all, read) = (args.files.len(), args.files.len() - failed);
        output::note(&format!("{read} of {all} files were read"));
    }
    Ok(if failed == 0 { Exit::Clean } else { Exit::Findings })
}

fn screen(args: &Args) -> Screen {
    match &args.output {
        Some(path) if path != Path::new("-") => Screen::file(),
        _ => Screen::of(&io::stdout()),
    }
}

/// Writes the picture, when it was asked for.
fn draw(args: &Args, source: &Source, opened: &Opened) -> Result<(), Failure> {
    let Some(path) = &args.overlay else { return Ok(()) };
    if args.files.len() > 1 {
        return Err(Failure::new("a picture shows one file").hint("name one file with --overlay"));
    }
    let target = Destination::new(path);
    target.check(args.force, Some(Path::new(&source.name)))?;
    let picture = overlay::draw(source, opened, args.page)?;
    target.write(&picture, args.force)?;
    if let Destination::File(path) = target {
        output::note(&format!("wrote {}", path.display()));
    }
    Ok(())
}

/// A line on a terminal that says how far a long run is.
struct Progress {
    all: usize,
    shown: bool,
}

impl Progress {
    fn of(all: usize) -> Self {
        Self { all, shown: all >= MANY && io::stderr().is_terminal() }
    }

    fn show(&self, done: usize, file: &Path) {
        if self.shown {
            let name = file.file_name().unwrap_or_default().to_string_lossy();
            let name: String = name.chars().filter(|c| !c.is_control()).take(40).collect();
            output::status(&format!("reading {} of {}: {name}", done + 1, self.all));
        }
    }

    /// Makes room for what comes next on the screen.
    fn clear(&self) {
        if self.shown {
            output::status("");
        }
    }
}
