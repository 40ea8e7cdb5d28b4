//! `vitae job check`: what keeps people from applying for a job.

use std::path::{Path, PathBuf};

use resume::{Date, Readiness, ReportedFinding};
use roles::RolePack;

use crate::config::{Config, ConfigArgs};
use crate::destination::Destination;
use crate::exit::{Exit, Failure};
use crate::gate::Gate;
use crate::input::{self, ReadArgs};
use crate::output::job::Checked;
use crate::output::{self, Format, Screen, job};
use crate::review::day;
use crate::today::today;

/// Show what keeps people from applying for a job, and what to do about it.
///
/// The rules look at pay, requirements, process and wording: what is missing, what turns people
/// away who could do the work, what nobody can assess. Each finding has its place and a reason
/// (`vitae explain RULE`). None of the rules for resumes is run on a job.
///
/// Levels of rules come from the vitae.toml beside the job or above it.
#[derive(Debug, clap::Args)]
#[command(after_help = "\
Examples:
  vitae job check job.yaml
  vitae job check jobs/*.yaml --deny warning      a gate for CI
  vitae job check job.yaml --format sarif -o job.sarif
  vitae job check job.yaml --format markdown > review.md
  vitae job new -o - | vitae job check -

Exit codes: 0 clean, 1 findings at or above the gate, 2 cannot run")]
pub(crate) struct Args {
    /// Jobs to check; `-` reads standard input
    #[arg(value_name = "FILE", required = true)]
    files: Vec<PathBuf>,
    /// How the report is written
    #[arg(long, value_enum, default_value_t = Format::Human)]
    format: Format,
    /// Where to write the report; otherwise, and for `-`, standard output
    #[arg(short, long, value_name = "FILE")]
    output: Option<PathBuf>,
    /// Overwrite an existing file
    #[arg(long, requires = "output")]
    force: bool,
    /// The day that stands for "today", as 2026-11-30; otherwise that of vitae.toml, otherwise the
    /// current day in UTC
    #[arg(long, value_name = "DATE", value_parser = day)]
    as_of: Option<Date>,
    /// Exit with 1 when there is a finding of this level or above; otherwise as vitae.toml says,
    /// otherwise error
    #[arg(long, value_name = "LEVEL", value_enum)]
    deny: Option<Gate>,
    #[command(flatten)]
    read: ReadArgs,
    #[command(flatten)]
    config: ConfigArgs,
}

pub(crate) fn run(args: &Args) -> Result<Exit, Failure> {
    let target = args.output.as_deref().map_or(Destination::Stdout, Destination::new);
    let mut denied = false;
    let checked: Result<Vec<Checked>, Failure> = args
        .files
        .iter()
        .map(|file| {
            target.check(args.force, Some(file))?;
            let (checked, fails) = check(args, file).inspect_err(|failure| {
                // A program that reads the result learns there, too, that there is none.
                if let Some(text) = output::failure::render(args.format, failure, file) {
                    let _ = target.write(text.as_bytes(), args.force);
                }
            })?;
            denied |= fails;
            Ok(checked)
        })
        .collect();
    write(args, &target, &checked?)?;
    Ok(if denied { Exit::Findings } else { Exit::Clean })
}

/// One job with what was found, and whether that fails the run.
fn check(args: &Args, file: &Path) -> Result<(Checked, bool), Failure> {
    let source = input::read_any(file, args.read)?;
    let config = Config::load(&args.config, file)?;
    let read = source.job()?;
    let as_of = args.as_of.clone().or_else(|| config.as_of.clone()).unwrap_or_else(today);
    let mut findings = read.findings.clone();
    findings.extend(lint::check_job(&read.job, RolePack::backend_engineer(), &as_of));
    lint::settle_job(&mut findings, &config.rules);
    let gate = args.deny.or(config.deny).unwrap_or_default();
    let denied = findings.iter().any(|finding| gate.denies(finding.severity));
    let reported = ReportedFinding::located(&findings, &read.places());
    let checked = Checked {
        file: source.name.clone(),
        as_of: as_of.to_string(),
        readiness: Readiness::of(&findings),
        findings: reported,
        format: source.format(),
        config: config.file.clone(),
        job: read.job,
        source_map: read.source_map,
    };
    Ok((checked, denied))
}

fn write(args: &Args, target: &Destination, checked: &[Checked]) -> Result<(), Failure> {
    let screen = match target {
        Destination::Stdout => Screen::of(&std::io::stdout()),
        Destination::File(_) => Screen::file(),
    };
    let text = job::render(args.format, checked, &screen);
    match (args.format, target) {
        (Format::Human, Destination::Stdout) => output::print(&text),
        (Format::Human, file) => {
            let plain = anstream::adapter::strip_str(&text).to_string();
            file.write(plain.as_bytes(), args.force)
        }
        (_, target) => target.write(text.as_bytes(), args.force),
    }
}
