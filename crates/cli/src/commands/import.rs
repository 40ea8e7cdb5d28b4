//! `vitae import`: what `vitae export` wrote, into an empty database.

use std::fs::File;
use std::io::{self, BufReader, Read};
use std::path::{Path, PathBuf};

use crate::database::{DataArgs, with_store};
use crate::exit::{Exit, Failure};
use crate::input::reason;
use crate::output;

/// Read what `vitae export` wrote into an empty database.
///
/// All of it or nothing: when a line is not as it was written, nothing is kept, and the line is
/// named. A database that holds something already is left alone.
#[derive(Debug, clap::Args)]
#[command(after_help = "\
Examples:
  vitae import everything.jsonl --data new.db
  zcat everything.jsonl.gz | vitae import - --data new.db
  vitae import all.jsonl --data postgres://vitae@localhost/vitae

Exit codes: 0 done, 2 cannot run")]
pub(crate) struct Args {
    /// The file; `-` reads standard input
    #[arg(value_name = "FILE")]
    file: PathBuf,
    #[command(flatten)]
    data: DataArgs,
}

pub(crate) fn run(args: &Args) -> Result<Exit, Failure> {
    let reader: Box<dyn Read + Send> = if args.file == Path::new("-") {
        Box::new(io::stdin())
    } else {
        Box::new(BufReader::new(File::open(&args.file).map_err(|error| {
            Failure::new(format!("`{}` cannot be read: {}", args.file.display(), reason(&error)))
        })?))
    };
    let address = args.data.address()?;
    let rows = with_store(&address, async |store| store.import(reader).await)?;
    output::note(&format!("imported {rows} rows"));
    Ok(Exit::Clean)
}
