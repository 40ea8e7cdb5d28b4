//! `vitae prepare`: what a panel asks about a page, for the candidate and for the panel.

use std::io;
use std::path::PathBuf;

use clap::ValueEnum;
use interview::{Desk, prepare};
use resume::FieldPath;
use roles::{RolePack, question_bank};

use crate::config::{Config, ConfigArgs};
use crate::destination::Destination;
use crate::exit::{Exit, Failure};
use crate::input::{DEFAULT_FILE, ReadArgs, Source};
use crate::output::prepare::{Sheet, Wire, html, human, markdown};
use crate::output::{self, Screen, failure, json};
use crate::review::GradeArgs;
use crate::variant::{self, Named};

/// Show the questions a panel will ask about a resume.
///
/// Each line is shown with the few follow-up questions that its own words call for: a figure is
/// asked how it was measured, a mechanism what else was possible and when it fails, a pattern what
/// it guarantees, a duty what was done under it. The private note of a bullet (`evidence`) stands
/// beside it. With --for hiring the sheets of the interview rounds are written instead: quote,
/// question, what answers look like at 1, 2, 3 and 4, and behavior to watch out for; they show no
/// name, employer or note.
#[derive(Debug, clap::Args)]
#[command(after_help = "\
Examples:
  vitae prepare                            the questions for the stage the page is at
  vitae prepare cv.yaml --stage staff
  vitae prepare cv.yaml@payments           about one variant
  vitae prepare cv.yaml --all              every question that fits
  vitae prepare cv.yaml -o questions.html  to print, or to practice with somebody
  vitae prepare cv.pdf --for hiring -o interview.html
  vitae prepare cv.yaml --format json | jq '.claims[].questions[].question'

Exit codes: 0 done, 2 cannot run")]
pub(crate) struct Args {
    /// The resume, YAML, JSON or a document (PDF, DOCX …); `-` reads standard input
    #[arg(value_name = "FILE[@VARIANT]", default_value = DEFAULT_FILE)]
    file: PathBuf,
    /// Who will read it
    #[arg(long = "for", value_enum, value_name = "READER", default_value_t = Reader::Candidate)]
    reader: Reader,
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
    let destination = args.output.as_deref().map_or(Destination::Stdout, Destination::new);
    destination.check(args.force, Some(named.file.as_path()))?;
    let source = Source::read_any(&named.file, args.read)?;
    let parsed = source.open()?.parsed;
    let cut = named.variant.as_deref();
    let cut = cut.map(|name| variant::cut(&parsed.resume, &source.name, name)).transpose()?;
    let resume = cut.as_ref().map_or(&parsed.resume, |cut| &cut.resume);
    let config = Config::load(&args.config, &named.file)?;
    let options = args.grade.options(resume, &config);
    let pack = RolePack::backend_engineer();
    let grade = lint::check(resume, pack, &options).grade;
    let desk = Desk { pack, bank: question_bank(), stage: grade.stage };
    // Places in a variant are not those of the file.
    let line =
        |path: &FieldPath| cut.is_none().then(|| parsed.source_map.locate(path, "", None).line);
    let wire = |for_reader| Wire::new(&source.name, for_reader, &grade.stage_reason);
    let (sheet, data) = match args.reader {
        Reader::Candidate => {
            let mut found = prepare(resume, &desk, args.all);
            for claim in &mut found.claims {
                claim.line = line(&claim.path);
            }
            (
                Sheet::of_preparation(&source.name, &found),
                json::render(&wire("candidate").with(&found)),
            )
        }
        Reader::Hiring => {
            let mut kit = interview::panel(resume, &desk);
            for quote in kit.rounds.iter_mut().flat_map(|round| &mut round.chains) {
                if let Some(quote) = &mut quote.quote {
                    quote.line = line(&quote.path);
                }
            }
            (Sheet::of_kit(&source.name, &kit), json::render(&wire("hiring").with(&kit)))
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

/// What the reader of `destination` can see.
fn screen(destination: &Destination) -> Screen {
    match destination {
        Destination::Stdout => Screen::of(&io::stdout()),
        Destination::File(_) => Screen::file(),
    }
}
