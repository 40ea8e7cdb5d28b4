//! `vitae job new`: a job to edit.

use std::path::{Path, PathBuf};

use clap::builder::PossibleValuesParser;
use resume::{Date, Stage};
use roles::{JobTemplate, job_templates};

use crate::commands::stage;
use crate::destination::Destination;
use crate::exit::{Exit, Failure};
use crate::output::{self, Screen, job};
use crate::today::today;

/// The file that is written when none is named.
const DEFAULT_JOB: &str = "job.yaml";

/// Write a job to edit: complete, with comments that say what belongs where.
///
/// Company and people are invented, and nothing is left to find for `vitae job check`. Replace
/// every fact by one of yours and keep the shape; what you have to fill in first (pay, dates,
/// whom to ask) is marked with FILL IN.
#[derive(Debug, clap::Args)]
#[command(after_help = "\
Examples:
  vitae job new                                   a senior backend engineer, as job.yaml
  vitae job new --role sre --stage mid -o sre.yaml
  vitae job new --stage junior -o - | less
  vitae job new --list                            all there are")]
pub(crate) struct Args {
    /// The kind of work
    #[arg(long, value_parser = PossibleValuesParser::new(families()), default_value = "backend")]
    role: String,
    /// The career stage the job is for
    #[arg(long, value_parser = stage(), default_value = Stage::Senior.as_str())]
    stage: Stage,
    /// List the jobs there are, and write nothing
    #[arg(long, conflicts_with_all = ["role", "stage", "output", "force"])]
    list: bool,
    /// Where to write; `-` writes to standard output
    #[arg(short, long, value_name = "FILE", default_value = DEFAULT_JOB)]
    output: PathBuf,
    /// Overwrite an existing file
    #[arg(long)]
    force: bool,
}

pub(crate) fn run(args: &Args) -> Result<Exit, Failure> {
    if args.list {
        output::print(&job::templates(&Screen::of(&std::io::stdout())))?;
        return Ok(Exit::Clean);
    }
    let template = find(&args.role, args.stage)?;
    let destination = Destination::new(&args.output);
    destination.check(args.force, None)?;
    refuse_other_forms(&args.output)?;
    destination.write(dated(template.yaml, &today()).as_bytes(), args.force)?;
    if let Some(path) = destination.path() {
        let name = path.display();
        output::note(&format!("wrote {name}; edit it, then run `vitae job check {name}`"));
    }
    Ok(Exit::Clean)
}

/// The kinds of work, each once, in the order of the list.
fn families() -> Vec<&'static str> {
    let mut families: Vec<_> = job_templates().iter().map(|template| template.family).collect();
    families.dedup();
    families
}

fn find(family: &str, stage: Stage) -> Result<&'static JobTemplate, Failure> {
    let of_family = || job_templates().iter().filter(|template| template.family == family);
    of_family().find(|template| template.stage == stage).ok_or_else(|| {
        let stages: Vec<&str> = of_family().map(|template| template.stage.as_str()).collect();
        Failure::new(format!("there is no job for {family} at {stage}"))
            .hint(format!("there are: {}", stages.join(", ")))
    })
}

/// A job has comments, which only YAML keeps.
fn refuse_other_forms(path: &Path) -> Result<(), Failure> {
    let extension = path.extension().unwrap_or_default().to_ascii_lowercase();
    if path == Path::new("-") || extension == "yaml" || extension == "yml" {
        return Ok(());
    }
    Err(Failure::new(format!("`{}` would be a file in YAML", path.display()))
        .hint("end its name in .yaml"))
}

/// The job as posted today, open for two months.
fn dated(yaml: &str, today: &Date) -> String {
    let Date::Day(year, month, day) = *today else { return yaml.to_owned() };
    let (last_year, last_month) =
        if month > 10 { (year + 1, month - 10) } else { (year, month + 2) };
    // Every month has this many days.
    let last = Date::Day(last_year, last_month, day.min(28));
    let line = |line: &str| match line.split_once(": ") {
        Some(("datePosted", _)) => format!("datePosted: {today}\n"),
        Some(("validThrough", _)) => format!("validThrough: {last}\n"),
        _ => format!("{line}\n"),
    };
    yaml.lines().map(line).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(today: &Date, expected: &str) {
        let yaml = "title: x\ndatePosted: 2020-01-01\nvalidThrough: 2020-02-01\nstart: now\n";
        assert_eq!(dated(yaml, today), format!("title: x\n{expected}start: now\n"));
    }

    #[test]
    fn jobs_are_posted_today_for_two_months() {
        check(&Date::Day(2026, 11, 30), "datePosted: 2026-11-30\nvalidThrough: 2027-01-28\n");
        check(&Date::Day(2026, 3, 5), "datePosted: 2026-03-05\nvalidThrough: 2026-05-05\n");
    }
}
