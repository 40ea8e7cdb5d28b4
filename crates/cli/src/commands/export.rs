//! `vitae export`: everything that is stored, in an open format.

use std::fs::File;
use std::io::{self, BufWriter};
use std::path::PathBuf;

use crate::database::{DataArgs, with_store};
use crate::destination::Destination;
use crate::exit::{Exit, Failure};
use crate::input::reason;
use crate::output;

/// Write everything that the web app keeps, as JSON Lines.
///
/// Resumes and jobs with every revision, reports, files and accounts: one JSON value a line, with a
/// hash for each table. `vitae import` reads it into an empty database, of either kind.
#[derive(Debug, clap::Args)]
#[command(after_help = "\
Examples:
  vitae export everything.jsonl
  vitae export - | gzip > everything.jsonl.gz
  vitae export --data postgres://vitae@localhost/vitae all.jsonl

Exit codes: 0 done, 2 cannot run")]
pub(crate) struct Args {
    /// Where to write; `-` writes to standard output
    #[arg(value_name = "OUT")]
    output: PathBuf,
    /// Overwrite an existing file
    #[arg(long)]
    force: bool,
    #[command(flatten)]
    data: DataArgs,
}

pub(crate) fn run(args: &Args) -> Result<Exit, Failure> {
    let address = args.data.existing()?;
    let destination = Destination::new(&args.output);
    if destination == Destination::Stdout {
        with_store(&address, async |store| store.export(BufWriter::new(io::stdout())).await)?;
        return Ok(Exit::Clean);
    }
    destination.check(args.force, None)?;
    destination.write_beside(args.force, |beside| {
        let file = File::create(beside).map_err(|error| {
            Failure::new(format!("`{}` cannot be written: {}", beside.display(), reason(&error)))
        })?;
        with_store(&address, async |store| store.export(BufWriter::new(file)).await)?;
        Ok(())
    })?;
    output::note(&format!("wrote {}", args.output.display()));
    Ok(Exit::Clean)
}
