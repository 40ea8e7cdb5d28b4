//! `vitae tailor`: a variant for one job, of what its author wrote.

use std::io;
use std::path::{Path, PathBuf};

use clap::ValueEnum;
use resume::{FieldPath, Parsed, Severity};
use workbench::{Bench, Tailored, is_variant_name, with_variant};

use super::fit::wanted;
use crate::config::{Config, ConfigArgs};
use crate::destination::Destination;
use crate::exit::{Exit, Failure};
use crate::input::{self, Source};
use crate::look::LookArgs;
use crate::output::tailor::Shown;
use crate::output::{self, Screen, json};
use crate::review::GradeArgs;

/// Why a document is refused.
const AIM: &str = "`vitae tailor` makes a variant of";

/// Choose the lines of a resume for one job and a number of pages, and write them as a variant.
///
/// Lines that show what the job asks for stay first, then those with most credited facts. No word is
/// changed, and none is added: the variant only leaves out. Each choice is explained. Nothing is
/// written without --output.
#[derive(Debug, clap::Args)]
#[command(after_help = "\
Examples:
  vitae tailor cv.yaml job.yaml                   what would stay, and why
  vitae tailor cv.yaml job.pdf --pages 1 -o acme  write it as the variant acme
  vitae match cv.yaml@acme job.pdf                what that shows of the job
  vitae build cv.yaml --variant acme

Exit codes: 0 a variant was found, 1 there is none of so few pages, 2 cannot run")]
pub(crate) struct Args {
    /// The resume, YAML
    #[arg(value_name = "RESUME")]
    file: PathBuf,
    /// The job, any file that can be read
    #[arg(value_name = "JOB")]
    job: PathBuf,
    /// At most this many pages
    #[arg(long, value_name = "N", default_value_t = 1, value_parser = clap::value_parser!(u8).range(1..=20))]
    pages: u8,
    /// Write it into the resume as the variant of this name
    #[arg(short, long, value_name = "VARIANT", value_parser = name)]
    output: Option<String>,
    /// How the choices are written
    #[arg(long, value_enum, default_value_t = Form::Human)]
    format: Form,
    #[command(flatten)]
    look: LookArgs,
    #[command(flatten)]
    grade: GradeArgs,
    #[command(flatten)]
    config: ConfigArgs,
}

/// How a result is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum Form {
    /// For people, in color on a terminal
    Human,
    /// For programs
    Json,
}

fn name(text: &str) -> Result<String, String> {
    is_variant_name(text).then(|| text.to_owned()).ok_or_else(|| {
        "a name of letters, digits, `-` and `_` that begins with a letter".to_owned()
    })
}

pub(crate) fn run(args: &Args) -> Result<Exit, Failure> {
    let source = input::read(&args.file)?;
    let (parsed, _) = source.parse_to_edit(AIM)?;
    output::findings_of_reader(&source.name, &parsed, false, Severity::Warning);
    let config = Config::load(&args.config, &args.file)?;
    let mut resume = parsed.resume.clone();
    let look = args.look.decide(&mut resume, &config)?;
    let options = args.grade.options(&resume, &config);
    let job = wanted(&args.job, &resume, &options.as_of)?;
    let bench = Bench { look: &look, options: &options, job: Some(&job) };
    let pages = usize::from(args.pages);
    let Some(tailored) = workbench::tailor(&parsed, &resume, &bench, &job, pages)? else {
        return Err(Failure::new(format!(
            "even without every line that may leave, it takes more than {} pages",
            args.pages
        ))
        .hint("allow more pages with `--pages`"));
    };
    let shown = Shown::of(&source.name, &tailored);
    output::print(&match args.format {
        Form::Json => json::render(&shown),
        Form::Human => output::tailor::render(&shown, &Screen::of(&io::stdout())),
    })?;
    if let Some(name) = &args.output {
        write(args, &source, &parsed, &tailored, name)?;
        let tighter = tailored.density != look.of_page().density;
        let density = if tighter {
            format!(" --density {}", tailored.density.as_str())
        } else {
            String::new()
        };
        output::note(&format!(
            "wrote the variant; `vitae build {} --variant {name}{density}` sets it",
            args.file.display()
        ));
    }
    Ok(Exit::Clean)
}

/// Writes the variant into the file.
fn write(
    args: &Args,
    source: &Source,
    parsed: &Parsed,
    tailored: &Tailored,
    name: &str,
) -> Result<(), Failure> {
    if args.file == Path::new("-") {
        return Err(Failure::new("standard input cannot be changed").hint("name a file"));
    }
    let leave: Vec<FieldPath> = tailored.left_out.iter().map(|line| line.path.clone()).collect();
    let changed = with_variant(source, parsed, name, &leave)?;
    Destination::File(args.file.clone()).write(changed.bytes(), true)
}
