//! `vitae diff`: what two resumes say differently.

use std::io;
use std::path::{Path, PathBuf};

use clap::ValueEnum;
use resume::difference::Difference;
use resume::{FieldPath, Finding, Resume, Severity};

use crate::exit::{Exit, Failure};
use crate::input::{self, ReadArgs};
use crate::output::{self, Screen, difference};
use crate::shape::spare_what_was_read;
use crate::variant::{self, Named};

/// Show in words what differs between two resumes.
///
/// Each is a file in any form that can be read (YAML, JSON, PDF, DOCX ...), or a variant of one:
/// cv.yaml@payments. Compared is what a page shows: settings, ids, tags and private evidence are
/// left aside. Bullets are paired before they are compared, so that a reworded one is shown as
/// one, with the words that went [-like this-] and those that came {+like this+}.
#[derive(Debug, clap::Args)]
#[command(after_help = "\
Examples:
  vitae diff cv.yaml cv.yaml@payments           what a variant leaves out
  vitae diff cv.yaml@payments cv.yaml@platform
  vitae diff cv.yaml cv.pdf                     what a reader of the PDF gets otherwise
  vitae diff old.yaml new.yaml --format json
  git show HEAD~3:cv.yaml | vitae diff - cv.yaml

Exit codes: 0 they say the same, 1 they differ, 2 cannot run")]
pub(crate) struct Args {
    /// The resume to compare with; `-` reads standard input
    #[arg(value_name = "A[@VARIANT]")]
    was: PathBuf,
    /// The resume that is compared
    #[arg(value_name = "B[@VARIANT]")]
    now: PathBuf,
    /// How the differences are written
    #[arg(long, value_enum, default_value_t = Format::Human)]
    format: Format,
    #[command(flatten)]
    read: ReadArgs,
}

/// How differences are written.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum Format {
    /// For people
    Human,
    /// For programs
    Json,
}

pub(crate) fn run(args: &Args) -> Result<Exit, Failure> {
    let (was, now) = (Named::new(&args.was), Named::new(&args.now));
    if was.file == Path::new("-") && now.file == was.file {
        return Err(Failure::new("standard input can be read once only")
            .hint("write one of the two to a file"));
    }
    let (was, was_ordered) = read(&was, args.read)?;
    let (now, now_ordered) = read(&now, args.read)?;
    let mut found = Difference::between(&was, &now);
    // Where the sections of a document stand is no part of what was read.
    found.order = found.order.filter(|_| was_ordered && now_ordered);
    let names = [&args.was, &args.now].map(|path| path.display().to_string());
    let names = [names[0].as_str(), names[1].as_str()];
    let text = match args.format {
        Format::Human => difference::human(&found, names, &Screen::of(&io::stdout())),
        Format::Json => difference::json(&found, names),
    };
    output::print(&text)?;
    Ok(if found.is_empty() { Exit::Clean } else { Exit::Findings })
}

/// A resume, and whether the order of its sections is known.
fn read(named: &Named, how: ReadArgs) -> Result<(Resume, bool), Failure> {
    let source = input::read_any(&named.file, how)?;
    let opened = source.open()?;
    let mut parsed = opened.parsed;
    let cut = named.variant.as_deref();
    let cut = cut.map(|name| variant::cut(&parsed.resume, &source.name, name)).transpose()?;
    if opened.document.is_none() {
        // Only what would be missing on one side, and what is wrong with the variant itself.
        let read = serde_json::to_value(&parsed.resume).unwrap_or_default();
        let variants = FieldPath::root().key("vitae").key("variants");
        let (mut of_variants, mut others): (Vec<Finding>, Vec<Finding>) =
            parsed.findings.into_iter().partition(|one| one.path.starts_with(&variants));
        of_variants.retain(|one| cut.as_ref().is_some_and(|cut| cut.shows(&one.path)));
        spare_what_was_read(&mut others, &read);
        others.extend(of_variants);
        parsed.findings = others;
        output::findings_of_reader(&source.name, &parsed, false, Severity::Error);
    }
    let ordered = parsed.origin.is_editable();
    Ok((cut.map_or(parsed.resume, |cut| cut.resume), ordered))
}
