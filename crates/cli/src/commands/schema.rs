//! `vitae schema`: the published forms of input and output.

use clap::ValueEnum;

use crate::exit::{Exit, Failure};
use crate::output::{self, json};

/// Print the JSON Schema of a resume file, of a letter, of a job, of a report or of vitae.toml.
///
/// Editors use those of files for completion and checking while you type; programs rely on that of
/// the report when they read `vitae check --format json`.
#[derive(Debug, clap::Args)]
#[command(after_help = "\
Examples:
  vitae schema > resume.schema.json
  vitae schema report
  vitae schema config > vitae.schema.json")]
pub(crate) struct Args {
    /// Which schema
    #[arg(value_enum, default_value_t = Which::Resume)]
    which: Which,
}

/// A schema.
#[derive(Clone, Copy, Debug, ValueEnum)]
enum Which {
    /// Of a resume file
    Resume,
    /// Of the file of a cover letter
    Letter,
    /// Of the file of a job
    Job,
    /// Of `vitae check --format json`
    Report,
    /// Of vitae.toml
    Config,
}

pub(crate) fn run(args: &Args) -> Result<Exit, Failure> {
    let schema = match args.which {
        Which::Resume => resume::resume_schema(),
        Which::Letter => resume::letter_schema(),
        Which::Job => resume::job_schema(),
        Which::Report => resume::report_schema(),
        Which::Config => crate::config::schema(),
    };
    output::print(&json::render(&schema))?;
    Ok(Exit::Clean)
}
