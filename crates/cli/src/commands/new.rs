//! `vitae new`: a complete, fictional resume to edit.

use std::path::{Path, PathBuf};

use extract::{Format, Limits};
use resume::Stage;

use super::examples;
use crate::destination::Destination;
use crate::exit::{Exit, Failure};
use crate::input::DEFAULT_FILE;
use crate::output::{self, json};

/// Write a complete, fictional resume to start from.
///
/// The person and the companies are invented. The page is clean and meets the bar of its stage:
/// replace every fact by one of yours and keep the shape. A name that ends in .json gives JSON.
#[derive(Debug, clap::Args)]
#[command(after_help = "\
Examples:
  vitae new --stage mid
  vitae new --example staff-orders -o cv.yaml    `vitae examples` lists them
  vitae new --stage staff -o cv.json
  vitae new --stage junior -o - | less")]
pub(crate) struct Args {
    /// The career stage of the example
    #[arg(long, value_parser = super::stage(), default_value = Stage::Mid.as_str())]
    stage: Stage,
    /// A resume of `vitae examples` instead of the first of its stage
    #[arg(long, value_name = "NAME", alias = "from-example", conflicts_with = "stage")]
    example: Option<String>,
    /// Where to write; `-` writes to standard output
    #[arg(short, long, value_name = "FILE", default_value = DEFAULT_FILE)]
    output: PathBuf,
    /// Overwrite an existing file
    #[arg(long)]
    force: bool,
}

pub(crate) fn run(args: &Args) -> Result<Exit, Failure> {
    let yaml = examples::page(args.example.as_deref(), args.stage)?;
    let text = match form(&args.output)? {
        Format::Json => as_json(yaml)?,
        _ => yaml.to_owned(),
    };
    let destination = Destination::new(&args.output);
    destination.check(args.force, None)?;
    destination.write(text.as_bytes(), args.force)?;
    if let Destination::File(path) = destination {
        let name = path.display();
        output::note(&format!("wrote {name}; edit it, then run `vitae check {name}`"));
    }
    Ok(Exit::Clean)
}

/// How the file of this name is written.
fn form(path: &Path) -> Result<Format, Failure> {
    let extension = path.extension().map(|found| found.to_string_lossy().to_lowercase());
    match extension.as_deref() {
        None | Some("yaml" | "yml") => Ok(Format::Yaml),
        Some("json") => Ok(Format::Json),
        Some(_) => Err(Failure::new(format!("`{}` is no file to edit", path.display()))
            .hint("end its name in .yaml or .json; `vitae build` makes the PDF of it")),
    }
}

fn as_json(yaml: &str) -> Result<String, Failure> {
    let parsed = extract::read(yaml.as_bytes(), Format::Yaml, &Limits::default())
        .map_err(|error| Failure::new(error.message))?;
    Ok(json::render(&parsed.resume))
}
