//! `vitae impact`: how often each group was selected or scored above the median.

use std::io;
use std::path::{Path, PathBuf};

use clap::ValueEnum;
use impact::{Columns, Impact, Options, ReadError, Sample};
use serde::Serialize;

use crate::exit::{Exit, Failure};
use crate::input::read_table;
use crate::output::{self, Screen, failure, impact_markdown, json, shown_name};

/// Compare selection rates and scores of groups: ratios, intersections, exact tests.
///
/// FILE is a table (CSV, or JSON with a list of objects) with one row a person, or one a group with
/// counts. Each group's rate is compared with the highest one; four fifths of it is where
/// guidelines in the United States begin to look closer. Grading and ranking never see such a
/// table: nothing but this command reads it.
#[derive(Debug, clap::Args)]
#[command(after_help = "\
Examples:
  vitae impact people.csv --by sex --by race --selected invited
  vitae impact people.csv --by sex --score points
  vitae impact people.csv --by sex --selected stage --yes offer --yes hired
  vitae impact counts.csv --by race --count n --selected hired
  vitae impact people.csv --by sex --selected invited --format csv

Exit codes: 0 done, 2 cannot run")]
pub(crate) struct Args {
    /// The table, CSV or JSON; `-` reads standard input
    #[arg(value_name = "FILE")]
    file: PathBuf,
    /// A column of groups; given twice or more, each two are crossed as well
    #[arg(long, value_name = "COLUMN", required = true)]
    by: Vec<String>,
    /// The column that says who was selected: yes or no, or with --count how many
    #[arg(long, value_name = "COLUMN", required_unless_present = "score")]
    selected: Option<String>,
    /// The column of scores; compared is who scored above the median of all
    #[arg(long, value_name = "COLUMN", conflicts_with = "count")]
    score: Option<String>,
    /// The column that says how many people a row counts; otherwise each row is one
    #[arg(long, value_name = "COLUMN")]
    count: Option<String>,
    /// What means "selected" in the column of outcomes; everything else means "not selected"
    #[arg(long, value_name = "WORD", conflicts_with = "count", requires = "selected")]
    yes: Vec<String>,
    /// Show groups below 2 % of the people, and compare without them
    #[arg(long)]
    leave_out_small: bool,
    /// How it is written
    #[arg(long, value_enum, default_value_t = Form::Human)]
    format: Form,
}

/// How a result is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum Form {
    /// For people, in color on a terminal
    Human,
    /// For programs
    Json,
    /// For a spreadsheet: one row a group
    Csv,
    /// To attach or to publish
    Markdown,
}

/// Name and version of the wire form.
const FORMAT: &str = "vitae-impact/1";

/// What `--format json` prints. Keys are only ever added.
#[derive(Serialize)]
struct Wire<'a> {
    format: &'static str,
    file: &'a str,
    #[serde(flatten)]
    impact: &'a Impact,
}

pub(crate) fn run(args: &Args) -> Result<Exit, Failure> {
    compare(args).inspect_err(|failure| {
        if args.format == Form::Json {
            let _ = output::print(&failure::json(failure, &args.file));
        }
    })
}

fn compare(args: &Args) -> Result<Exit, Failure> {
    let (name, bytes) = read_table(&args.file)?;
    let sample = read(&args.file, &bytes, args).map_err(|error| refused(&name, error))?;
    let impact = Impact::of(&sample, Options { leave_out_small: args.leave_out_small });
    match args.format {
        Form::Human => {
            output::print(&output::impact::render(&impact, &name, &Screen::of(&io::stdout())))?;
        }
        Form::Json => {
            output::print(&json::render(&Wire { format: FORMAT, file: &name, impact: &impact }))?;
        }
        Form::Csv => output::print_bytes(impact::to_csv(&impact).as_bytes())?,
        Form::Markdown => output::print(&impact_markdown::render(&impact, &name))?,
    }
    Ok(Exit::Clean)
}

fn read(file: &Path, bytes: &[u8], args: &Args) -> Result<Sample, ReadError> {
    let columns = Columns {
        by: args.by.clone(),
        selected: args.selected.clone(),
        score: args.score.clone(),
        count: args.count.clone(),
        yes: args.yes.clone(),
    };
    let named = file.extension().is_some_and(|extension| extension.eq_ignore_ascii_case("json"));
    // A list opens JSON, and no line of column names in its right mind.
    let opens = bytes.trim_ascii_start().first() == Some(&b'[');
    if named || opens {
        impact::read_json(bytes, &columns)
    } else {
        impact::read_csv(bytes, &columns)
    }
}

fn refused(name: &str, error: ReadError) -> Failure {
    let line = error.line.map_or_else(String::new, |line| format!(", line {line}"));
    let message = format!("{}{line}: {}", shown_name(name), error.message);
    let hint = if error.message.ends_with("neither yes nor no") {
        Some("name the words that mean selected with `--yes WORD`".to_owned())
    } else {
        error.hint
    };
    Failure::new(message).maybe_hint(hint)
}
