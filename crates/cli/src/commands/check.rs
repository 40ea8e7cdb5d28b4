//! `vitae check`: findings and grade.

use std::io;
use std::path::{Path, PathBuf};

use resume::{Comparison, Report};
use workbench::Reviewed;

use crate::baseline;
use crate::config::{Config, ConfigArgs};
use crate::destination::Destination;
use crate::exit::{Exit, Failure};
use crate::gate::Gate;
use crate::input::{self, DEFAULT_FILE, ReadArgs, Source};
use crate::output::{self, Format, Screen, human::Human};
use crate::review::{GradeArgs, review};

/// Show what is wrong with a resume, and its grade.
///
/// Findings come first, each with its place in the file and what to do. Then the grade: scope,
/// evidence and depth, the words of the page every point rests on, and the cheapest next steps.
/// Readiness (format and language) is counted apart and never mixed into the grade.
///
/// A document (PDF, DOCX, ODT, RTF, HTML, Markdown, text) is read first, as a machine reads it:
/// findings point to page and line, and what would cost other readers text is found as well.
/// `vitae parse` shows what was read and why.
///
/// Settings come from the command line, then from the `vitae:` block of the resume, then from the
/// vitae.toml beside the resume or above it (up to the root of the repository or your home
/// folder), then from what the page says.
///
/// A finding that is right for others and wrong for you can be allowed in the resume, with a
/// reason: `vitae: {allow: [{rule: long-bullet, at: "work[0]", reason: …}]}`. The grade stays as
/// it is.
#[derive(Debug, clap::Args)]
#[expect(clippy::struct_excessive_bools, reason = "each is a flag of its own")]
#[command(after_help = "\
Examples:
  vitae check
  vitae check cv.yaml --stage senior --explain
  vitae check cv.pdf                                   what a reader gets from the PDF
  vitae check cv.yaml --variant payments               a cut of it, graded alone
  vitae check cv.yaml --deny warning --min-score 70    a gate for CI
  vitae check cv.yaml --pages                          rules about pages and lines, too
  vitae check cv.yaml --format json | jq .overall
  vitae check cv.yaml --format sarif --output vitae.sarif
  vitae check cv.yaml --format markdown > report.md
  vitae check cv.yaml --format json --output old.json  before an edit, and after it:
  vitae check cv.yaml --baseline old.json
  curl -s https://example.org/resume.json | vitae check -

Exit codes: 0 clean, 1 findings at or above the gate, 2 cannot run")]
pub(crate) struct Args {
    /// The resume, YAML, JSON or a document (PDF, DOCX …); `-` reads standard input
    #[arg(value_name = "FILE", default_value = DEFAULT_FILE)]
    file: PathBuf,
    /// The variant to check, by its name under `vitae.variants`; places are those of the file
    #[arg(long, value_name = "NAME")]
    variant: Option<String>,
    /// How the report is written
    #[arg(long, value_enum, default_value_t = Format::Human)]
    format: Format,
    /// Where to write the report; otherwise, and for `-`, standard output
    #[arg(short, long, value_name = "FILE")]
    output: Option<PathBuf>,
    /// Overwrite an existing file
    #[arg(long, requires = "output")]
    force: bool,
    #[command(flatten)]
    grade: GradeArgs,
    /// Exit with 1 when the overall grade is below this; otherwise as vitae.toml says
    #[arg(long, value_name = "N", value_parser = super::score)]
    min_score: Option<u8>,
    /// Exit with 1 when there is a finding of this level or above; otherwise as vitae.toml says,
    /// otherwise error
    #[arg(long, value_name = "LEVEL", value_enum)]
    deny: Option<Gate>,
    /// Compare with an earlier report, written with `--format json`
    #[arg(long, value_name = "FILE")]
    baseline: Option<PathBuf>,
    /// Let --deny count only findings that the baseline does not have
    #[arg(long, requires = "baseline")]
    only_new: bool,
    /// Set the page first, as `vitae build` does, for the rules about pages and lines
    #[arg(long)]
    pages: bool,
    /// Quote all the words that points rest on, and list every next step
    #[arg(long)]
    full: bool,
    /// Show how every point came about, so that it can be recomputed
    #[arg(long)]
    explain: bool,
    #[command(flatten)]
    read: ReadArgs,
    #[command(flatten)]
    config: ConfigArgs,
}

pub(crate) fn run(args: &Args) -> Result<Exit, Failure> {
    let target = args.output.as_deref().map_or(Destination::Stdout, Destination::new);
    check(args, &target).inspect_err(|failure| {
        // A program that reads the result learns there, too, that there is none.
        if let Some(text) = output::failure::render(args.format, failure, &args.file) {
            let target = match target.check(args.force, Some(&args.file)) {
                Ok(()) => &target,
                Err(_) => &Destination::Stdout,
            };
            let _ = target.write(text.as_bytes(), args.force);
        }
    })
}

fn check(args: &Args, target: &Destination) -> Result<Exit, Failure> {
    target.check(args.force, Some(&args.file))?;
    let source = input::read_any(&args.file, args.read)?;
    let config = Config::load(&args.config, &args.file)?;
    let variant = args.variant.as_deref();
    let mut reviewed = review(&source, variant, &args.grade, &config, args.pages)?;
    if let Some(path) = &args.baseline {
        let old = baseline::read(path)?;
        let file = path.display().to_string();
        let comparison = Comparison::between(&file, old, &reviewed.report);
        reviewed.report.baseline = Some(comparison);
    }
    let text = render(args, &source, &reviewed);
    match (args.format, target) {
        (Format::Human, Destination::Stdout) => output::print(&text)?,
        (Format::Human, file) => {
            let plain = anstream::adapter::strip_str(&text).to_string();
            file.write(plain.as_bytes(), args.force)?;
        }
        (_, target) => target.write(text.as_bytes(), args.force)?,
    }
    let gate = args.deny.or(config.deny).unwrap_or_default();
    let least = args.min_score.or(config.min_score);
    Ok(exit(args, &reviewed.report, gate, least))
}

fn render(args: &Args, source: &Source, reviewed: &Reviewed) -> String {
    let Reviewed { parsed, report, bar, .. } = reviewed;
    match args.format {
        Format::Human => {
            let screen = match &args.output {
                Some(path) if path != Path::new("-") => Screen::file(),
                _ => Screen::of(&io::stdout()),
            };
            let human = Human {
                source: parsed.source_map.text(),
                bar: *bar,
                document: source.format().is_none(),
                full: args.full,
                explain: args.explain,
                screen,
            };
            human.render(report)
        }
        Format::Json => output::json::render(report),
        Format::Sarif => output::sarif::render(report, parsed, source.format()),
        Format::Github => output::github::render(report, source.format().is_none()),
        Format::Markdown => workbench::markdown::report(report, *bar),
    }
}

fn exit(args: &Args, report: &Report, gate: Gate, least: Option<u8>) -> Exit {
    let comparison = report.baseline.as_ref().filter(|_| args.only_new);
    let denied = match comparison {
        Some(comparison) => comparison.new.iter().any(|one| gate.denies(one.severity)),
        None => report.findings.iter().any(|finding| gate.denies(finding.severity)),
    };
    let too_low = least.filter(|least| report.overall < f64::from(*least));
    if let Some(least) = too_low {
        let overall = report.overall.floor();
        let whose = match &report.config {
            Some(file) if args.min_score.is_none() => format!("the min-score {least} of {file}"),
            _ => format!("--min-score {least}"),
        };
        output::note(&format!("the overall grade of {overall} is below {whose}"));
    }
    if denied || too_low.is_some() { Exit::Findings } else { Exit::Clean }
}
