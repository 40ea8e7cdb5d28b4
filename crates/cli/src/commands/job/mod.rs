//! `vitae job`: a job from the first line to what is posted.

mod build;
mod check;
mod new;
mod read;

use clap::Subcommand;

use crate::exit::{Exit, Failure};

/// Write a job that is fair and precise, and check it.
///
/// A job is a file in YAML or JSON with what candidates decide by: outcomes of the first 90 days,
/// what is needed and what only helps, pay, process. `vitae job new` writes one to edit.
#[derive(Debug, clap::Args)]
#[command(after_help = "\
Examples:
  vitae job new --role platform --stage senior    write job.yaml, a complete job to edit
  vitae job check job.yaml                        what keeps people from applying, and why
  vitae job build job.yaml -o job.html -o job.jsonld    what is posted
  vitae job read posting.html -o job.yaml         any posting as a job to edit")]
pub(crate) struct Args {
    #[command(subcommand)]
    command: Command,
}

/// What to do; each command's help stands with its arguments.
#[derive(Debug, Subcommand)]
enum Command {
    New(new::Args),
    Check(check::Args),
    Build(build::Args),
    Read(read::Args),
}

pub(crate) fn run(args: &Args) -> Result<Exit, Failure> {
    match &args.command {
        Command::New(args) => new::run(args),
        Command::Check(args) => check::run(args),
        Command::Build(args) => build::run(args),
        Command::Read(args) => read::run(args),
    }
}
