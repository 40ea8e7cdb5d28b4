//! `vitae backup`: a copy of the database, taken while it is in use.

use std::path::PathBuf;

use crate::database::{DataArgs, with_store};
use crate::destination::Destination;
use crate::exit::{Exit, Failure};
use crate::output;

/// Copy the database of `vitae serve` to a file, while it may be in use.
///
/// The copy is a database itself: `vitae serve --data COPY` works on it. What is stored is checked
/// first; what is damaged is told, and copied as it is. PostgreSQL has tools of its own for this;
/// `vitae export` writes everything of any database.
#[derive(Debug, clap::Args)]
#[command(after_help = "\
Examples:
  vitae backup monday.db
  vitae backup --data work.db work-copy.db
  vitae backup --force latest.db          replaces the last one

Exit codes: 0 done, 1 done, and something stored is damaged, 2 cannot run")]
pub(crate) struct Args {
    /// Where to write the copy
    #[arg(value_name = "COPY")]
    copy: PathBuf,
    /// Overwrite an existing file
    #[arg(long)]
    force: bool,
    #[command(flatten)]
    data: DataArgs,
}

pub(crate) fn run(args: &Args) -> Result<Exit, Failure> {
    let address = args.data.existing()?;
    let destination = Destination::File(args.copy.clone());
    let source = address.strip_prefix("sqlite:").map(PathBuf::from);
    destination.check(args.force, source.as_deref())?;
    let problems = destination.write_beside(args.force, |beside| {
        with_store(&address, async |store| {
            let problems = store.check().await?;
            store.backup(&beside.display().to_string()).await?;
            Ok(problems)
        })
    })?;
    output::note(&format!("wrote {}", args.copy.display()));
    for problem in &problems {
        output::note(problem);
    }
    Ok(if problems.is_empty() { Exit::Clean } else { Exit::Findings })
}
