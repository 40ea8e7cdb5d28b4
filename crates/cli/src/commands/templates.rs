//! `vitae templates`: the looks a page can have.

use std::io;

use clap::ValueEnum;
use serde::Serialize;
use typeset::{Template, templates};

use crate::exit::{Exit, Failure};
use crate::output::{self, Screen, json};

/// List the templates of `vitae build`, and what each is good for.
///
/// docs/templates.md shows a page of each, and tells how to make one of your own.
#[derive(Debug, clap::Args)]
#[command(after_help = "\
Examples:
  vitae templates
  vitae templates --format json | jq -r '.templates[].name'
  vitae build --template modern
  vitae build --template ./mine/      a folder of your own

Exit codes: 0 done, 2 cannot run")]
pub(crate) struct Args {
    /// How the list is written
    #[arg(long, value_enum, default_value_t = Form::Human)]
    format: Form,
}

/// How the list is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum Form {
    /// For people
    Human,
    /// For programs
    Json,
}

/// What `--format json` prints. Keys are only ever added.
#[derive(Serialize)]
struct Wire<'a> {
    format: &'static str,
    templates: Vec<WireTemplate<'a>>,
}

/// A template in it.
#[derive(Serialize)]
struct WireTemplate<'a> {
    name: &'a str,
    summary: &'a str,
    good_for: &'a str,
    font: &'a str,
    accent: String,
    columns: u8,
    license: &'a str,
}

pub(crate) fn run(args: &Args) -> Result<Exit, Failure> {
    let text = match args.format {
        Form::Human => output::templates::list(&Screen::of(&io::stdout())),
        Form::Json => json::render(&Wire {
            format: "vitae-templates/1",
            templates: templates().iter().map(wire).collect(),
        }),
    };
    output::print(&text)?;
    Ok(Exit::Clean)
}

fn wire(template: &Template) -> WireTemplate<'_> {
    WireTemplate {
        name: &template.name,
        summary: &template.summary,
        good_for: &template.good_for,
        font: template.font.name,
        accent: template.accent.to_string(),
        columns: template.columns,
        license: &template.license,
    }
}
