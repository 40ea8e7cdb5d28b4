//! How results are shown, one format a file. Nothing here knows a rule.
//!
//! Text is made with styles; whether they reach the reader is decided when it is printed: colors
//! on a terminal only, and as `NO_COLOR` and `CLICOLOR_FORCE` say.

mod axes;
pub(crate) mod blocks;
pub(crate) mod commands;
mod comparison;
pub(crate) mod coverage;
mod derivation;
pub(crate) mod diff;
pub(crate) mod difference;
pub(crate) mod doctor;
pub(crate) mod examples;
pub(crate) mod failure;
pub(crate) mod fit;
pub(crate) mod github;
pub(crate) mod human;
pub(crate) mod impact;
pub(crate) mod impact_markdown;
pub(crate) mod job;
pub(crate) mod json;
pub(crate) mod markdown;
pub(crate) mod parse;
pub(crate) mod prepare;
pub(crate) mod rank;
pub(crate) mod rules;
pub(crate) mod sarif;
pub(crate) mod scan;
mod screen;
pub(crate) mod skills;
mod snippet;
mod style;
pub(crate) mod tailor;
pub(crate) mod templates;

use std::io::{self, ErrorKind, Write};

pub(crate) use workbench::shown_name;
use workbench::{on_paper, place};

use clap::ValueEnum;
use resume::{FieldPath, Parsed, Severity};

use crate::exit::Failure;
pub(crate) use screen::Screen;
use snippet::{Marked, Paper};

/// How a report is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum Format {
    /// For people, in color on a terminal
    Human,
    /// For programs, see `vitae schema report`
    Json,
    /// SARIF 2.1.0, for code scanning and editors
    Sarif,
    /// Annotations of a GitHub workflow
    Github,
    /// A whole report to read or to attach
    Markdown,
}

/// What a file is called in text for people, or a variant of it.
pub(crate) fn shown_variant(file: &str, variant: Option<&str>) -> String {
    let file = shown_name(file);
    variant.map_or_else(|| file.to_owned(), |name| format!("{file}, variant {name}"))
}

/// Prints styled text on standard output.
pub(crate) fn print(text: &str) -> Result<(), Failure> {
    finish(write_all(&mut anstream::stdout().lock(), text.as_bytes()))
}

/// Prints bytes on standard output as they are.
pub(crate) fn print_bytes(bytes: &[u8]) -> Result<(), Failure> {
    finish(write_all(&mut io::stdout().lock(), bytes))
}

/// Tells on standard error what was done. A reader that went away changes nothing.
pub(crate) fn note(text: &str) {
    let _ = writeln!(anstream::stderr().lock(), "{text}");
}

/// Shows on a terminal how far a run is, in place of what was shown before.
pub(crate) fn status(text: &str) {
    let mut screen = io::stderr().lock();
    let _ = write!(screen, "\r\x1b[2K{text}").and_then(|()| screen.flush());
}

/// Shows on standard error the reader's findings of `least` and above, in source order. The source
/// is a `document` or a file to edit.
pub(crate) fn findings_of_reader(file: &str, parsed: &Parsed, document: bool, least: Severity) {
    let places = parsed.places();
    let mut findings: Vec<_> = parsed
        .findings
        .iter()
        .filter(|finding| finding.severity >= least)
        .map(|finding| (places.locate(finding), finding))
        .collect();
    findings.sort_by_key(|(location, _)| location.range.start);
    let screen = Screen::of(&io::stderr());
    for (location, finding) in findings {
        let quoted = finding.path != FieldPath::root();
        let page = location.region.map(|region| region.page);
        let paper = Paper { place: place(page, quoted.then_some(location.line)), quoted };
        let marked = Marked {
            severity: finding.severity,
            rule: &finding.rule,
            message: &finding.message,
            hint: finding.hint.as_deref(),
            fix: None,
            rewrite: None,
            range: location.range,
            paper: document.then_some(paper),
        };
        note(&(snippet::finding(&marked, file, parsed.source_map.text(), &screen) + "\n"));
    }
}

fn write_all(out: &mut impl Write, bytes: &[u8]) -> io::Result<()> {
    out.write_all(bytes)?;
    out.flush()
}

/// A closed pipe (`vitae … | head`) is how a reader says "enough".
fn finish(written: io::Result<()>) -> Result<(), Failure> {
    match written {
        Err(error) if error.kind() != ErrorKind::BrokenPipe => Err(Failure::new(format!(
            "standard output cannot be written: {}",
            crate::input::reason(&error)
        ))),
        _ => Ok(()),
    }
}
