//! `vitae check`: findings and grade.

use std::io;
use std::path::PathBuf;

use clap::ValueEnum;
use resume::{Date, Report, Severity, Stage};
use roles::RolePack;

use crate::exit::{Exit, Failure};
use crate::input::{DEFAULT_FILE, Source};
use crate::output::{self, Screen, human::Human, json};
use crate::today::today;

/// Show what is wrong with a resume, and its grade.
///
/// Findings come first, each with its place in the file and what to do. Then the grade: scope,
/// evidence and depth, the words of the page every point rests on, and the cheapest next steps.
/// Readiness (format and language) is counted apart and never mixed into the grade.
#[derive(Debug, clap::Args)]
#[command(after_help = "\
Examples:
  vitae check
  vitae check cv.yaml --stage senior
  vitae check cv.yaml --deny warning --min-score 70    a gate for CI
  vitae check cv.yaml --format json | jq .overall
  curl -s https://example.org/resume.json | vitae check -

Exit codes: 0 clean, 1 findings at or above the gate, 2 cannot run")]
pub(crate) struct Args {
    /// The resume, YAML or JSON; `-` reads standard input
    #[arg(value_name = "FILE", default_value = DEFAULT_FILE)]
    file: PathBuf,
    /// How the report is written
    #[arg(long, value_enum, default_value_t = Format::Human)]
    format: Format,
    /// The career stage to grade against; otherwise the file's `vitae.stage`, otherwise found
    /// from the dates of the work
    #[arg(long, value_parser = super::stage())]
    stage: Option<Stage>,
    /// The day that stands for "today", as 2026-11-30; otherwise the file's `vitae.asOf`,
    /// otherwise the current day in UTC
    #[arg(long, value_name = "DATE", value_parser = parse_day)]
    as_of: Option<Date>,
    /// Exit with 1 when the overall grade is below this
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u8).range(0..=100))]
    min_score: Option<u8>,
    /// Exit with 1 when there is a finding of this level or above
    #[arg(long, value_name = "LEVEL", value_enum, default_value_t = Gate::Error)]
    deny: Gate,
    /// Quote all the words that points rest on, and list every next step
    #[arg(long)]
    full: bool,
}

/// How a report is written.
#[derive(Clone, Copy, Debug, ValueEnum)]
enum Format {
    /// For people, in color on a terminal
    Human,
    /// For programs, see `vitae schema report`
    Json,
}

/// The level of findings that fails a run.
#[derive(Clone, Copy, Debug, ValueEnum)]
enum Gate {
    /// Only errors
    Error,
    /// Warnings and errors
    Warning,
    /// Any finding
    Info,
    /// No finding
    None,
}

impl Gate {
    fn denies(self, severity: Severity) -> bool {
        match self {
            Self::Error => severity >= Severity::Error,
            Self::Warning => severity >= Severity::Warning,
            Self::Info => severity >= Severity::Info,
            Self::None => false,
        }
    }
}

pub(super) fn parse_day(text: &str) -> Result<Date, String> {
    match Date::parse(text) {
        Date::Present | Date::Unreadable(_) => {
            Err("not a date; write a day as 2026-11-30, a month as 2026-11".to_owned())
        }
        date => Ok(date),
    }
}

pub(crate) fn run(args: &Args) -> Result<Exit, Failure> {
    let source = Source::read(&args.file)?;
    let parsed = source.parse()?;
    let as_of = day(args.as_of.as_ref(), &parsed.resume);
    let pack = RolePack::backend_engineer();

    let options = lint::Options { stage: args.stage, as_of: as_of.clone(), layout: None };
    let mut outcome = lint::check(&parsed.resume, pack, &options);
    lint::verify_fixes(&parsed.resume, pack, &options, &mut outcome);
    let bar = pack.bars.iter().find(|bar| bar.stage == outcome.grade.stage);
    let report =
        Report::new(&source.name, &as_of.to_string(), &parsed, outcome.grade, &outcome.findings);

    match args.format {
        Format::Human => {
            let screen = Screen::of(&io::stdout());
            let human = Human { source: parsed.source_map.text(), bar, full: args.full, screen };
            output::print(&human.render(&report))?;
        }
        Format::Json => output::print(&json::render(&report))?,
    }
    Ok(exit(args, &report))
}

/// The day that stands for "today": the argument, the file's, the clock's.
pub(super) fn day(asked: Option<&Date>, resume: &resume::Resume) -> Date {
    let of_file = resume.vitae.as_ref().and_then(|settings| settings.as_of.clone());
    asked.cloned().or_else(|| of_file.filter(|date| date.year().is_some())).unwrap_or_else(today)
}

fn exit(args: &Args, report: &Report) -> Exit {
    let denied = report.findings.iter().any(|finding| args.deny.denies(finding.severity));
    let too_low = args.min_score.filter(|least| report.overall < f64::from(*least));
    if let Some(least) = too_low {
        let overall = report.overall.floor();
        output::note(&format!("the overall grade of {overall} is below --min-score {least}"));
    }
    if denied || too_low.is_some() { Exit::Findings } else { Exit::Clean }
}
