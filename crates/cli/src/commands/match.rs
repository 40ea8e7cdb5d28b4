//! `vitae match`: what a resume shows of a job.

use std::io;
use std::path::{Path, PathBuf};

use clap::ValueEnum;
use resume::{Date, Severity};
use workbench::{Comparison, Whole, nothing_to_match};

use crate::config::{Config, ConfigArgs};
use crate::exit::{Exit, Failure};
use crate::input::{self, Opened, ReadArgs};
use crate::output::coverage::{self, Shown};
use crate::output::{self, Screen, json};
use crate::review::GradeArgs;
use crate::variant::{self, Named};

/// Show requirement by requirement what a resume shows of a job, with its own words.
///
/// Work told in a bullet counts whole, a name in a list half. What the page calls otherwise, what
/// it implies and what is only close are told apart. Each thing asked for has its own weight: a
/// must twice that of what helps, a product more than a broad word. Each must that nobody finds
/// lowers the ceiling of the result. Traits are no gap, and what is not stated is not called absent.
#[derive(Debug, clap::Args)]
#[command(after_help = "\
Examples:
  vitae match cv.yaml job.yaml
  vitae match cv.yaml@payments job.pdf        a variant; what only the whole has is said
  vitae match cv.pdf job.md --sandbox
  curl -s URL | vitae match cv.yaml -
  vitae match cv.yaml job.yaml --format html > match.html
  vitae match cv.yaml job.yaml --min-fit 70   for scripts

Exit codes: 0 done, 1 the fit is below --min-fit, 2 cannot run, or the job asks for nothing that
a page could show")]
pub(crate) struct Args {
    /// The resume, any file that can be read, or a variant of one; `-` reads standard input
    #[arg(value_name = "RESUME[@VARIANT]")]
    resume: PathBuf,
    /// The job, any file that can be read; `-` reads standard input
    #[arg(value_name = "JOB")]
    job: PathBuf,
    /// The variant of the resume
    #[arg(long, value_name = "NAME")]
    variant: Option<String>,
    /// The whole resume, to say what this one leaves out; with a variant that is its file
    #[arg(long, value_name = "FILE")]
    master: Option<PathBuf>,
    /// Exit with 1 when the fit is below this
    #[arg(long, value_name = "0-100", value_parser = super::score)]
    min_fit: Option<u8>,
    /// The day that stands for "today", as 2026-11-30; otherwise the file's `vitae.asOf`,
    /// otherwise that of vitae.toml, otherwise the current day in UTC
    #[arg(long, value_name = "DATE", value_parser = crate::review::day)]
    as_of: Option<Date>,
    /// How the result is written
    #[arg(long, value_enum, default_value_t = Form::Human)]
    format: Form,
    #[command(flatten)]
    read: ReadArgs,
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
    /// To attach, or to paste
    Markdown,
    /// One file that loads nothing
    Html,
}

pub(crate) fn run(args: &Args) -> Result<Exit, Failure> {
    let mut named = Named::new(&args.resume);
    named.variant = args.variant.clone().or(named.variant);
    let inputs = [Some(&named.file), Some(&args.job), args.master.as_ref()];
    if inputs.iter().flatten().filter(|path| **path == Path::new("-")).count() > 1 {
        return Err(Failure::new("standard input can be read once only")
            .hint("write one of them to a file"));
    }
    let source = input::read_any(&named.file, args.read)?;
    let Opened { parsed, document, .. } = source.open()?;
    output::findings_of_reader(&source.name, &parsed, document.is_some(), Severity::Error);
    let of_job = input::read_any(&args.job, args.read)?;
    let job = of_job.job_that_asks()?;

    let config = Config::load(&args.config, &named.file)?;
    let grade = GradeArgs { stage: None, as_of: args.as_of.clone() };
    let as_of = grade.options(&parsed.resume, &config).as_of;
    let cut = named.variant.as_deref();
    let cut = cut.map(|name| variant::cut(&parsed.resume, &source.name, name)).transpose()?;
    let master = args.master.as_deref();
    let master = master.map(|path| input::read_any(path, args.read)?.open()).transpose()?;
    let whole = master.as_ref().map_or(Whole::Own, |master| Whole::Other(&master.parsed));
    let comparison = Comparison { parsed: &parsed, cut: cut.as_ref(), whole, as_of: &as_of };
    let found = comparison.with(&job).map_err(|nothing| nothing_to_match(&of_job.name, nothing))?;
    let shown = Shown {
        format: coverage::FORMAT,
        resume: &source.name,
        variant: named.variant.as_deref(),
        job: &of_job.name,
        title: job.job.title.as_deref(),
        as_of: as_of.to_string(),
        coverage: &found,
    };
    match args.format {
        Form::Human => output::print(&coverage::human(&shown, &Screen::of(&io::stdout())))?,
        Form::Json => output::print(&json::render(&shown))?,
        Form::Markdown => output::print(&coverage::markdown(&shown))?,
        Form::Html => output::print_bytes(shown.html().as_bytes())?,
    }
    let passes = args.min_fit.is_none_or(|least| found.fit >= f64::from(least));
    Ok(if passes { Exit::Clean } else { Exit::Findings })
}
