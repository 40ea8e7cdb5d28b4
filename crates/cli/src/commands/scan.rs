//! `vitae scan`: what a reader sees in the first seconds, and what each section adds.

use std::io;
use std::path::PathBuf;

use clap::ValueEnum;
use roles::RolePack;
use serde::Serialize;

use crate::config::{Config, ConfigArgs};
use crate::exit::{Exit, Failure};
use crate::input::{self, DEFAULT_FILE, ReadArgs};
use crate::output::{self, Screen, failure, json, shown_variant};
use crate::review::GradeArgs;
use crate::variant;

/// Show what a reader sees in the first eight seconds, and what every section adds.
///
/// A first look takes in the headline, the opening sentence, the current title with its dates, the
/// line under it, the first bullets of the two latest roles, and the education. `scan` tells what
/// each of them establishes, what these places leave out, and then, section by section, how many
/// points the page would lose without it.
#[derive(Debug, clap::Args)]
#[command(after_help = "\
Examples:
  vitae scan
  vitae scan cv.yaml --stage senior
  vitae scan cv.pdf
  vitae scan cv.yaml --variant payments     a cut of it; places are those of the file
  vitae scan cv.yaml --format json | jq '.checklist[] | select(.quote == null)'

Exit codes: 0 done, 2 cannot run")]
pub(crate) struct Args {
    /// The resume, YAML, JSON or a document (PDF, DOCX …); `-` reads standard input
    #[arg(value_name = "FILE", default_value = DEFAULT_FILE)]
    file: PathBuf,
    /// The variant to look at, by its name under `vitae.variants`; places are those of the file
    #[arg(long, value_name = "NAME")]
    variant: Option<String>,
    /// How it is written
    #[arg(long, value_enum, default_value_t = Form::Human)]
    format: Form,
    #[command(flatten)]
    grade: GradeArgs,
    #[command(flatten)]
    read: ReadArgs,
    #[command(flatten)]
    config: ConfigArgs,
}

/// How a result is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum Form {
    /// For people, in color on a terminal
    Human,
    /// For programs
    Json,
}

/// Name and version of the wire form.
const FORMAT: &str = "vitae-scan/1";

/// What `--format json` prints. Keys are only ever added.
#[derive(Serialize)]
struct Wire<'a> {
    format: &'static str,
    file: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    variant: Option<&'a str>,
    as_of: String,
    #[serde(flatten)]
    scan: &'a lint::Scan,
}

pub(crate) fn run(args: &Args) -> Result<Exit, Failure> {
    scan(args).inspect_err(|failure| {
        if args.format == Form::Json {
            let _ = output::print(&failure::json(failure, &args.file));
        }
    })
}

fn scan(args: &Args) -> Result<Exit, Failure> {
    let source = input::read_any(&args.file, args.read)?;
    let parsed = source.open()?.parsed;
    let config = Config::load(&args.config, &args.file)?;
    let cut = args.variant.as_deref();
    let cut = cut.map(|name| variant::cut(&parsed.resume, &source.name, name)).transpose()?;
    let resume = cut.as_ref().map_or(&parsed.resume, |cut| &cut.resume);
    let options = args.grade.options(resume, &config);
    let mut scan = lint::scan(resume, RolePack::backend_engineer(), &options);
    if let Some(cut) = &cut {
        scan.point(|path| cut.in_source(path));
    }
    scan.locate(&parsed.source_map);
    let text = match args.format {
        Form::Human => {
            let name = shown_variant(&source.name, args.variant.as_deref());
            output::scan::render(&scan, &name, &Screen::of(&io::stdout()))
        }
        Form::Json => json::render(&Wire {
            format: FORMAT,
            file: &source.name,
            variant: args.variant.as_deref(),
            as_of: options.as_of.to_string(),
            scan: &scan,
        }),
    };
    output::print(&text)?;
    Ok(Exit::Clean)
}
