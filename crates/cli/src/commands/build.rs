//! `vitae build`: a resume as PDF, pictures and every other format, several of them in one run.

use std::path::{Path, PathBuf};

use resume::outline::Outline;
use workbench::refuse_unknown_entries;

use crate::config::{Config, ConfigArgs};
use crate::exit::{Exit, Failure};
use crate::input::{self, DEFAULT_FILE};
use crate::look::LookArgs;
use crate::shape::{refuse_broken, spare_what_was_read};
use crate::variant;
use crate::written::{OutputArgs, Rendition};

/// Typeset a resume as PDF or pictures, or export it in another format.
///
/// The extension of OUT chooses the form: .pdf, .png and .svg show pages; .docx is for Word, .html
/// for a browser, .tex LaTeX source, .md Markdown, .txt plain text, .ansi text with colors, .json
/// JSON Resume, .jsonld a Person of schema.org. A picture of several pages is several files:
/// cv-1.png, cv-2.png. Results are written whole or not at all, and never over an existing file
/// without --force.
///
/// A variant is a cut of the resume for one kind of job, described in the file itself:
/// `vitae: {variants: {payments: {label: Payments Engineer, select: [payments], omit: [interests]}}}`.
/// It leaves out bullets by id or tag, and sections; it orders sections, and words label and
/// summary anew.
///
/// A source with errors in its shape is built when all of it could be read (one text where a list
/// belongs, say); it is not built when an entry or a key would be missing from the page.
#[derive(Debug, clap::Args)]
#[command(after_help = "\
Examples:
  vitae build                              resume.yaml to resume.pdf
  vitae build cv.yaml -o cv.pdf -o cv.docx -o cv.png
  vitae build cv.yaml --variant payments   the cut `payments` to cv-payments.pdf
  vitae build cv.yaml --paper letter --force
  vitae build cv.yaml -o cv.txt --ascii    for forms that damage letters
  vitae build cv.yaml -o - > cv.pdf")]
pub(crate) struct Args {
    /// The resume, YAML or JSON; `-` reads standard input
    #[arg(value_name = "FILE", default_value = DEFAULT_FILE)]
    file: PathBuf,
    /// The variant to build, by its name under `vitae.variants`; without -o it is written to
    /// FILE-NAME.pdf
    #[arg(long, value_name = "NAME")]
    variant: Option<String>,
    #[command(flatten)]
    output: OutputArgs,
    #[command(flatten)]
    look: LookArgs,
    #[command(flatten)]
    config: ConfigArgs,
}

pub(crate) fn run(args: &Args) -> Result<Exit, Failure> {
    let otherwise = |source: &Path| pdf_of(source, args.variant.as_deref());
    let targets = args.output.targets(&args.file, otherwise, &export::Format::ALL)?;

    let source = input::read(&args.file)?;
    let (mut parsed, _) = source.parse("`vitae build` sets")?;
    // Blank values are left out of it.
    let read = serde_json::to_value(&parsed.resume).unwrap_or_default();
    spare_what_was_read(&mut parsed.findings, &read);
    let cut = args.variant.as_deref();
    let cut = cut.map(|name| variant::cut(&parsed.resume, &source.name, name)).transpose()?;
    if let Some(cut) = &cut {
        // What another cut shows is no matter of this one.
        parsed.findings.retain(|finding| cut.shows(&finding.path));
    }
    refuse_broken(&source.name, &parsed)?;
    let mut resume = cut.map_or(parsed.resume, |cut| cut.resume);
    refuse_unknown_entries(&resume)?;
    let config = Config::load(&args.config, &args.file)?;
    let look = args.look.decide(&mut resume, &config)?;
    let options = export::Options { ascii: args.output.ascii, ..look.of_export() };

    // A template may have an order of its own.
    let outlines = (look.of_page().template.outline(&resume), Outline::of(&resume));
    let (set, exported) = (outlines.0.leaves(), outlines.1.leaves());
    targets.write(
        |form| if form == Rendition::Pdf { &set } else { &exported },
        || typeset::pages(&resume, &look.of_page()).map_err(Failure::from),
        |format| Ok(export::export(&resume, format, &options)),
    )?;
    Ok(Exit::Clean)
}

/// `cv.pdf`, or `cv-payments.pdf`.
fn pdf_of(source: &Path, variant: Option<&str>) -> PathBuf {
    let Some(variant) = variant else { return source.with_extension("pdf") };
    let mut name = source.file_stem().unwrap_or_default().to_owned();
    name.push("-");
    name.push(variant::as_file_name(variant));
    name.push(".pdf");
    source.with_file_name(name)
}
