//! `vitae doctor`: what this program is, and what works on this machine.

mod examine;

use std::io;

use clap::ValueEnum;

use crate::exit::{Exit, Failure};
use crate::output::{self, Screen, json};
use examine::examine;
pub(crate) use examine::{Checkup, Problem, Reader};

/// Say what this program is and what works on this machine.
///
/// Tries the sandbox and every reader of documents with a small file of its own, and lists role
/// packs, templates, fonts, limits, the settings found from here and what the terminal can show.
/// Whatever costs you something comes last, with what to do about it.
#[derive(Debug, clap::Args)]
#[command(after_help = "\
Examples:
  vitae doctor
  vitae doctor --format json | jq .problems
  vitae doctor > about.txt                 to attach to a report of a defect

Exit codes: 0 all is well, 1 something is degraded, 2 cannot run")]
pub(crate) struct Args {
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
}

pub(crate) fn run(args: &Args) -> Result<Exit, Failure> {
    let screen = Screen::of(&io::stdout());
    let checkup = examine(&screen);
    let text = match args.format {
        Form::Human => output::doctor::render(&checkup, &screen),
        Form::Json => json::render(&checkup),
    };
    output::print(&text)?;
    Ok(if checkup.problems.is_empty() { Exit::Clean } else { Exit::Findings })
}
