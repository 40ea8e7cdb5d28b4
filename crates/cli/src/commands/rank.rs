//! `vitae rank`: what everybody who applied shows of a job.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use clap::ValueEnum;
use ranking::report::RankReport;
use resume::Date;
use serde_json::Value;
use workbench::nothing_to_match;

use crate::applicants::{
    Application, Asked, Cache, Question, Read, differences, each, files, record,
};
use crate::destination::Destination;
use crate::exit::{Exit, Failure};
use crate::input::{self, ReadArgs, reason};
use crate::output::rank::{self, Detail};
use crate::output::{self, Screen, json};
use crate::today::today;

/// Put the applications for a job into an order in which to read them, with the words that each
/// place rests on.
///
/// Every application is compared with the same requirements. Bands say what is shown of the
/// must-haves; inside a band `fit` orders. Names, schools, employers, places and gaps are no part
/// of it. Nobody is turned down: what a page does not state is a question to ask.
///
/// What was read from documents (their text and fields, and no judgement) is kept in a folder that
/// only you can read, so that another ranking of the same files, against this job or another one,
/// takes a fraction of the time. The result is the same, byte for byte. What was not used for 30
/// days is dropped, and more than 256 MiB are never kept; deleting the folder is always safe.
/// --no-cache keeps nothing.
#[derive(Debug, clap::Args)]
#[command(after_help = "\
Examples:
  vitae rank job.yaml applications/
  vitae rank job.yaml applications/ --blind           no names, same order
  vitae rank job.yaml a.pdf b.docx c.yaml --quotes    with the words of the pages
  vitae rank job.yaml applications/ --format json -o ranking.json
  vitae rank --verify ranking.json                    do it again, and compare
  vitae rank job.yaml applications/ --diff old.yaml   who moves, and why
  vitae rank job.yaml applications/ --format csv > ranking.csv
  vitae rank job.yaml applications/ --cache applications/.vitae   kept, and deleted, with the files
  vitae rank job.yaml applications/ --no-cache        keep nothing of what is read

Exit codes: 0 done, 1 some files could not be read or a record does not hold, 2 cannot run")]
#[expect(clippy::struct_excessive_bools, reason = "each is a flag of its own")]
pub(crate) struct Args {
    /// The job, any file that can be read
    #[arg(value_name = "JOB", required_unless_present = "verify")]
    job: Option<PathBuf>,
    /// Resumes, or folders that hold them
    #[arg(value_name = "PATH", required_unless_present = "verify")]
    paths: Vec<PathBuf>,
    /// Leave out names of files, people, employers and schools. Order and points are the same
    #[arg(long)]
    blind: bool,
    /// Show the words that every must-have rests on
    #[arg(long)]
    quotes: bool,
    /// Another version of the job: say who stands elsewhere, and why
    #[arg(long, value_name = "JOB")]
    diff: Option<PathBuf>,
    /// Do a recorded ranking again and compare every value; everything is read from the files
    /// themselves. A blind record does not name its files: name the job and the files, too
    #[arg(long, value_name = "RECORD", conflicts_with_all = ["diff", "blind", "as_of"])]
    verify: Option<PathBuf>,
    /// The day that stands for "today", as 2026-11-30; otherwise the current day in UTC. Settings
    /// of a resume do not change it
    #[arg(long, value_name = "DATE", value_parser = crate::review::day)]
    as_of: Option<Date>,
    /// How the result is written
    #[arg(long, value_enum, default_value_t = Form::Human)]
    format: Form,
    /// Where the result goes; `-` is standard output
    #[arg(short, long, value_name = "FILE")]
    output: Option<PathBuf>,
    /// Replace a file that is there
    #[arg(long)]
    force: bool,
    /// Read documents in this process instead of one of its own for each, which can do nothing but
    /// compute: faster, for files you trust
    #[arg(long)]
    no_sandbox: bool,
    /// Where to keep what was read from documents; otherwise vitae/read in your folder of caches
    /// (`$XDG_CACHE_HOME`, or ~/.cache)
    #[arg(long, value_name = "FOLDER", conflicts_with_all = ["no_cache", "verify"])]
    cache: Option<PathBuf>,
    /// Read everything from the files themselves, and keep nothing
    #[arg(long)]
    no_cache: bool,
}

/// How a result is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum Form {
    /// For people, in color on a terminal
    Human,
    /// The whole record, for programs and for --verify
    Json,
    /// A line an applicant, for a spreadsheet
    Csv,
    /// One file that loads nothing
    Html,
}

pub(crate) fn run(args: &Args) -> Result<Exit, Failure> {
    match &args.verify {
        Some(path) => verify(args, path),
        None => rank(args),
    }
}

fn rank(args: &Args) -> Result<Exit, Failure> {
    let target = args.output.as_deref().map_or(Destination::Stdout, Destination::new);
    target.check(args.force, args.job.as_deref())?;
    let as_of = args.as_of.clone().unwrap_or_else(today);
    let job = args.job.as_deref().unwrap_or(Path::new(""));
    let question = Question {
        job: asked(job)?,
        before: args.diff.as_deref().map(asked).transpose()?,
        as_of,
        blind: args.blind,
    };
    let cache = match &args.cache {
        Some(folder) => Some(Cache::open(folder)?),
        None if args.no_cache => None,
        None => Cache::of_user(),
    };
    let report = ranked(args, &question, job, &args.paths, cache.as_ref())?;
    if let Some(cache) = cache {
        cache.sweep();
    }
    let screen = if args.output.is_none() { Screen::of(&io::stdout()) } else { Screen::file() };
    let detail = Detail { quotes: args.quotes };
    let text = match args.format {
        Form::Human => rank::human(&report, detail, &screen),
        Form::Json => json::render(&report),
        Form::Csv => rank::csv(&report),
        Form::Html => web::ranking::page(&report),
    };
    match &target {
        Destination::Stdout => output::print(&text)?,
        file @ Destination::File(_) => {
            let plain = anstream::adapter::strip_str(&text).to_string();
            file.write(plain.as_bytes(), args.force)?;
        }
    }
    Ok(if report.unread.is_empty() { Exit::Clean } else { Exit::Findings })
}

/// Reads everything and puts it into an order.
fn ranked(
    args: &Args,
    question: &Question,
    job: &Path,
    paths: &[PathBuf],
    cache: Option<&Cache>,
) -> Result<RankReport, Failure> {
    let found = files(paths)?;
    let read_args = ReadArgs::of_strangers(!args.no_sandbox);
    let results = each(&found.read, |path| {
        Application::read(path, read_args, cache).map(|application| question.put_to(application))
    });
    let mut read = Read {
        applications: Vec::new(),
        failed: Vec::new(),
        left_out: found.left.iter().map(|path| path.display().to_string()).collect(),
        inputs: paths.iter().map(|path| path.display().to_string()).collect(),
    };
    for (path, result) in found.read.iter().zip(results) {
        match result {
            Ok(Ok(compared)) => read.applications.push(compared),
            // No page has a part in that.
            Ok(Err(nothing)) => return Err(nothing_to_match(&job.display().to_string(), nothing)),
            Err(failure) => read.failed.push((path.display().to_string(), failure)),
        }
    }
    if read.applications.is_empty() {
        let first = read.failed.into_iter().next().map(|(_, failure)| failure);
        return Err(first.unwrap_or_else(|| Failure::new("there is nothing to rank")));
    }
    Ok(record(read, question))
}

fn asked(path: &Path) -> Result<Asked, Failure> {
    let source = input::read_any(path, ReadArgs::default())?;
    Ok(Asked::of(&source.name, source.job_that_asks()?.job))
}

/// Does a recorded ranking again.
fn verify(args: &Args, path: &Path) -> Result<Exit, Failure> {
    let shown = path.display();
    let text = fs::read_to_string(path)
        .map_err(|error| Failure::new(format!("`{shown}` cannot be read: {}", reason(&error))))?;
    let no_record = || {
        Failure::new(format!("`{shown}` is no record of a ranking"))
            .hint("`vitae rank JOB FOLDER --format json -o ranking.json` writes one")
    };
    let stored: Value = serde_json::from_str(&text).map_err(|_| no_record())?;
    if stored["format"].as_str() != Some(ranking::report::FORMAT) {
        return Err(no_record());
    }
    let named = |value: &Value| value.as_str().map(PathBuf::from);
    let job = args.job.clone().or_else(|| named(&stored["job"]["file"])).ok_or_else(no_record)?;
    let of_record = stored["inputs"].as_array().into_iter().flatten().filter_map(named);
    let paths: Vec<PathBuf> =
        if args.paths.is_empty() { of_record.collect() } else { args.paths.clone() };
    if paths.is_empty() {
        return Err(Failure::new(format!("`{shown}` is blind and does not name its files"))
            .hint(format!("name them: vitae rank {} FOLDER --verify {shown}", job.display())));
    }
    let as_of = stored["asOf"].as_str().map(Date::parse).ok_or_else(no_record)?;
    let blind = stored["blind"].as_bool().unwrap_or_default();
    let question = Question { job: asked(&job)?, before: None, as_of, blind };
    // What was kept of a file is no proof of what is in it.
    let report = ranked(args, &question, &job, &paths, None)?;
    // Through text, so that both sides write their numbers the same way.
    let now = serde_json::from_str(&json::render(&report)).unwrap_or_default();
    let found = differences(&stored, &now);
    output::print(&rank::verified(&report, &found))?;
    Ok(if found.is_empty() { Exit::Clean } else { Exit::Findings })
}
