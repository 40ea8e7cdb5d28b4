//! `vitae prepare`: what a panel asks about a page, for the candidate and for the panel.

use std::io;
use std::path::{Path, PathBuf};

use clap::ValueEnum;
use workbench::{Panel, Sought, nothing_to_match};

use crate::config::{Config, ConfigArgs};
use crate::destination::Destination;
use crate::exit::{Exit, Failure};
use crate::input::{self, DEFAULT_FILE, ReadArgs};
use crate::output::prepare::{Sheet, Wire, html, human, markdown};
use crate::output::{self, Screen, failure, json};
use crate::review::GradeArgs;
use crate::variant::{self, Named};

/// Show the questions a panel will ask about a resume.
///
/// Each line is shown with the few follow-up questions that its own words call for: a figure is
/// asked how it was measured, a mechanism what else was possible and when it fails, a pattern what
/// it guarantees, a duty what was done under it. With --job the requirements that no line shows are
/// asked about, too. The private note of a bullet (`evidence`) stands
/// beside it. With --for hiring the sheets of the interview rounds are written instead: requirement, quote,
/// question, what answers look like at 1, 2, 3 and 4, and behavior to watch out for; they show no
/// name, employer or note.
#[derive(Debug, clap::Args)]
#[command(after_help = "\
Examples:
  vitae prepare                            the questions for the stage the page is at
  vitae prepare cv.yaml --stage staff
  vitae prepare cv.yaml@payments           about one variant
  vitae prepare cv.yaml --all              every question that fits
  vitae prepare cv.yaml --job job.yaml     and what the job asks for and no line shows
  vitae prepare cv.yaml -o questions.html  to print, or to practice with somebody
  vitae prepare cv.pdf --job job.yaml --for hiring -o interview.html
  vitae prepare cv.yaml --format json | jq '.claims[].questions[].question'

Exit codes: 0 done, 2 cannot run")]
pub(crate) struct Args {
    /// The resume, YAML, JSON or a document (PDF, DOCX …); `-` reads standard input
    #[arg(value_name = "FILE[@VARIANT]", default_value = DEFAULT_FILE)]
    file: PathBuf,
    /// Who will read it
    #[arg(long = "for", value_enum, value_name = "READER", default_value_t = Reader::Candidate)]
    reader: Reader,
    /// The job, any file that can be read; `-` reads standard input
    #[arg(long, value_name = "JOB")]
    job: Option<PathBuf>,
    /// Every question that fits, not only those a panel asks first
    #[arg(long)]
    all: bool,
    /// How it is written; otherwise the extension of --output decides
    #[arg(long, value_enum)]
    format: Option<Form>,
    /// Write to this file; `-` is standard output
    #[arg(short, long, value_name = "OUT")]
    output: Option<PathBuf>,
    /// Overwrite an existing file
    #[arg(long, requires = "output")]
    force: bool,
    #[command(flatten)]
    grade: GradeArgs,
    #[command(flatten)]
    read: ReadArgs,
    #[command(flatten)]
    config: ConfigArgs,
}

/// Who reads the questions.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum Reader {
    /// The author of the resume, with the private notes
    Candidate,
    /// A panel: one sheet a round, with rubrics
    Hiring,
}

/// How a result is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum Form {
    /// For people
    Human,
    /// For programs
    Json,
    /// `CommonMark`
    Markdown,
    /// One page of HTML that loads nothing, to print
    Html,
}

pub(crate) fn run(args: &Args) -> Result<Exit, Failure> {
    let form = form(args);
    write(args, form).inspect_err(|failure| {
        if form == Form::Json {
            let _ = output::print(&failure::json(failure, &args.file));
        }
    })
}

/// The form asked for, or that of the file that is written.
fn form(args: &Args) -> Form {
    let extension = args.output.as_deref().and_then(|path| path.extension());
    let extension = extension.map(|extension| extension.to_string_lossy().to_lowercase());
    args.format.unwrap_or(match extension.as_deref() {
        Some("html" | "htm") => Form::Html,
        Some("md" | "markdown") => Form::Markdown,
        Some("json") => Form::Json,
        _ => Form::Human,
    })
}

fn write(args: &Args, form: Form) -> Result<Exit, Failure> {
    let named = Named::new(&args.file);
    let stdin = Path::new("-");
    if named.file == stdin && args.job.as_deref() == Some(stdin) {
        return Err(Failure::new("standard input can be read once only")
            .hint("write one of them to a file"));
    }
    let destination = args.output.as_deref().map_or(Destination::Stdout, Destination::new);
    for input in [Some(named.file.as_path()), args.job.as_deref()] {
        destination.check(args.force, input)?;
    }
    let source = input::read_any(&named.file, args.read)?;
    let parsed = source.open()?.parsed;
    let cut = named.variant.as_deref();
    let cut = cut.map(|name| variant::cut(&parsed.resume, &source.name, name)).transpose()?;
    let resume = cut.as_ref().map_or(&parsed.resume, |cut| &cut.resume);
    let config = Config::load(&args.config, &named.file)?;
    let options = args.grade.options(resume, &config);
    let mut panel = Panel { parsed: &parsed, cut: cut.as_ref(), options: &options, job: None };
    let job = args.job.as_deref().map(|path| sought(path, args.read, &panel)).transpose()?;
    panel.job = job.as_ref().map(|(_, job)| job);
    let (stage, reason) = panel.stage();
    let of_job = job.as_ref().map(|(name, _)| name.as_str());
    let (sheet, data) = match args.reader {
        Reader::Candidate => {
            let found = panel.for_candidate(stage, args.all);
            let wire = Wire::new(&source.name, of_job, "candidate", &reason);
            (Sheet::of_preparation(&source.name, &found), json::render(&wire.with(&found)))
        }
        Reader::Hiring => {
            let kit = panel.for_hiring(stage);
            let wire = Wire::new(&source.name, of_job, "hiring", &reason);
            let about = panel.job.and_then(|job| job.title.as_deref());
            (Sheet::of_kit(&source.name, about, &kit), json::render(&wire.with(&kit)))
        }
    };
    let text = match form {
        Form::Human => human::render(&sheet, &screen(&destination)),
        Form::Json => data,
        Form::Markdown => markdown::render(&sheet),
        Form::Html => html::render(&sheet),
    };
    if destination == Destination::Stdout {
        output::print(&text)?;
        return Ok(Exit::Clean);
    }
    destination.write(text.as_bytes(), args.force)?;
    if let Some(path) = destination.path() {
        output::note(&format!("wrote {}", path.display()));
    }
    Ok(Exit::Clean)
}

/// The name of a job, and what the page shows of it.
fn sought(path: &Path, how: ReadArgs, panel: &Panel<'_>) -> Result<(String, Sought), Failure> {
    let source = input::read_any(path, how)?;
    let job = source.job_that_asks()?;
    let sought = panel.seek(&job).map_err(|nothing| nothing_to_match(&source.name, nothing))?;
    Ok((source.name.clone(), sought))
}

/// What the reader of `destination` can see.
fn screen(destination: &Destination) -> Screen {
    match destination {
        Destination::Stdout => Screen::of(&io::stdout()),
        Destination::File(_) => Screen::file(),
    }
}
