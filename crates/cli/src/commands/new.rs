//! `vitae new`: a complete, fictional resume to edit.

use std::path::PathBuf;

use resume::Stage;
use roles::RolePack;

use crate::destination::Destination;
use crate::exit::{Exit, Failure};
use crate::input::DEFAULT_FILE;
use crate::output;

/// Write a complete, fictional resume to start from.
///
/// The person and the companies are invented. The page is clean and meets the bar of its stage:
/// replace every fact by one of yours and keep the shape.
#[derive(Debug, clap::Args)]
#[command(after_help = "\
Examples:
  vitae new --stage mid
  vitae new --stage staff -o cv.yaml
  vitae new --stage junior -o - | less")]
pub(crate) struct Args {
    /// The career stage of the example
    #[arg(long, value_parser = super::stage())]
    stage: Stage,
    /// Where to write; `-` writes to standard output
    #[arg(short, long, value_name = "FILE", default_value = DEFAULT_FILE)]
    output: PathBuf,
    /// Overwrite an existing file
    #[arg(long)]
    force: bool,
}

pub(crate) fn run(args: &Args) -> Result<Exit, Failure> {
    let stage = args.stage;
    let example = RolePack::example(stage)
        .ok_or_else(|| Failure::new(format!("there is no example for the stage {stage}")))?;
    let destination = Destination::new(&args.output);
    destination.check(args.force, None)?;
    destination.write(example.as_bytes(), args.force)?;
    if let Destination::File(path) = destination {
        let name = path.display();
        output::note(&format!("wrote {name}; edit it, then run `vitae check {name}`"));
    }
    Ok(Exit::Clean)
}
