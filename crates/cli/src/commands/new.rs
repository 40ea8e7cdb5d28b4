//! `vitae new`: a resume to edit: a complete, fictional one, or what a document says.

use std::path::{Path, PathBuf};

use extract::{Action, Format, Limits};
use resume::{Resume, Severity, Stage};
use workbench::editable;

use super::examples;
use super::letter::{self, DEFAULT_LETTER};
use crate::destination::Destination;
use crate::exit::{Exit, Failure};
use crate::input::{self, DEFAULT_FILE, ReadArgs};
use crate::output::{self, json, shown_name};

/// Write a resume to edit: a complete, fictional one, or what your PDF or DOCX says.
///
/// Without --from, the person and the companies are invented. The page is clean and meets the bar
/// of its stage: replace every fact by one of yours and keep the shape.
///
/// With --from, your own page is read: a document (PDF, DOCX, ODT, RTF, HTML, Markdown, text), or
/// data of another tool (RenderCV, YAMLResume, Europass, the archive LinkedIn sends). Nothing is
/// invented: what was not seen is absent, and a comment stands above every value that is worth a
/// second look. A name that ends in .json gives JSON.
///
/// With --letter, a cover letter to edit is written instead, which `vitae letter` sets.
#[derive(Debug, clap::Args)]
#[command(after_help = "\
Examples:
  vitae new --stage mid
  vitae new --example staff-orders -o cv.yaml    `vitae examples` lists them
  vitae new --stage staff -o cv.json
  vitae new --stage junior -o - | less
  vitae new --from cv.pdf                        the page you have as resume.yaml
  vitae new --letter                             a cover letter as letter.yaml")]
pub(crate) struct Args {
    /// The career stage of the example
    #[arg(long, value_parser = super::stage(), default_value = Stage::Mid.as_str())]
    stage: Stage,
    /// A resume of `vitae examples` instead of the first of its stage
    #[arg(long, value_name = "NAME", alias = "from-example", conflicts_with = "stage")]
    example: Option<String>,
    /// Your resume in any form that can be read; `-` reads standard input
    #[arg(long, value_name = "FILE", conflicts_with_all = ["stage", "example"])]
    from: Option<PathBuf>,
    /// A cover letter instead of a resume
    #[arg(long, conflicts_with_all = ["stage", "example", "from"])]
    letter: bool,
    /// Where to write; `-` writes to standard output; otherwise resume.yaml or letter.yaml
    #[arg(short, long, value_name = "FILE")]
    output: Option<PathBuf>,
    /// Overwrite an existing file
    #[arg(long)]
    force: bool,
    #[command(flatten)]
    read: ReadArgs,
}

pub(crate) fn run(args: &Args) -> Result<Exit, Failure> {
    let otherwise = if args.letter { DEFAULT_LETTER } else { DEFAULT_FILE };
    let output = args.output.as_deref().unwrap_or(Path::new(otherwise));
    let form = form(output)?;
    let destination = Destination::new(output);
    destination.check(args.force, args.from.as_deref())?;
    if args.letter {
        return letter(&destination, form, args.force);
    }
    let (text, first) = if let Some(file) = &args.from {
        read(file, form, args.read)?
    } else {
        let yaml = examples::page(args.example.as_deref(), args.stage)?;
        let text = if form == Format::Yaml { yaml.to_owned() } else { as_json(yaml)? };
        (text, "edit it".to_owned())
    };
    destination.write(text.as_bytes(), args.force)?;
    if let Destination::File(path) = destination {
        let name = path.display();
        output::note(&format!("wrote {name}; {first}, then run `vitae check {name}`"));
    }
    Ok(Exit::Clean)
}

/// A letter, with what to do next.
fn letter(destination: &Destination, form: Format, force: bool) -> Result<Exit, Failure> {
    if form == Format::Json {
        return Err(Failure::new("a letter has paragraphs, and JSON has no lines for them")
            .hint("end its name in .yaml"));
    }
    destination.write(letter::EXAMPLE.as_bytes(), force)?;
    if let Some(path) = destination.path() {
        let name = path.display();
        output::note(&format!("wrote {name}; edit it, then run `vitae letter {name}`"));
    }
    Ok(Exit::Clean)
}

/// What a file says, and what to do first with it.
fn read(file: &Path, form: Format, how: ReadArgs) -> Result<(String, String), Failure> {
    let source = input::read_any(file, how)?;
    let opened = source.open()?;
    if opened.parsed.resume == Resume::default() {
        let message = format!("nothing of a resume was found in {}", shown_name(&source.name));
        return Err(Failure::new(message)
            .hint(format!("`vitae parse {} --format text` shows what was read", file.display())));
    }
    output::findings_of_reader(
        &source.name,
        &opened.parsed,
        opened.document.is_some(),
        Severity::Warning,
    );
    let review = opened.decisions.iter().filter(|one| one.action() == Action::Review).count();
    let first = match (review, form) {
        (0, _) => "compare it with the page".to_owned(),
        (1, Format::Yaml) => "look at the value marked `review`".to_owned(),
        (count, Format::Yaml) => format!("look at the {count} values marked `review`"),
        (count, _) => {
            format!("`vitae parse {} --why` shows the {count} values to review", file.display())
        }
    };
    let text = match form {
        Format::Yaml => editable::yaml(&source.name, &opened),
        _ => json::render(&opened.parsed.resume),
    };
    Ok((text, first))
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
