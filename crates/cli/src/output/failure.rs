//! The message of a run that could not do its work, for people and for programs.

use std::ffi::OsString;
use std::io;
use std::path::Path;

use clap::ValueEnum;
use serde::Serialize;

use super::screen::Screen;
use super::{Format, commands, github, note, print_bytes, sarif, snippet};
use crate::exit::Failure;

/// Name and version of the wire form.
const FORMAT: &str = "vitae-error/1";

/// What `vitae check --format json` prints when there is no report.
#[derive(Serialize)]
struct Error<'a> {
    format: &'static str,
    file: Option<String>,
    message: &'a str,
    hint: Option<&'a str>,
    line: Option<usize>,
    column: Option<usize>,
}

/// Shows `failure` on standard error.
pub(crate) fn show(failure: &Failure) {
    note(&snippet::failure(failure, &Screen::of(&io::stderr())));
}

/// The failure of a run about `file` for a program that expects `format`; `None` for formats that
/// people read.
pub(crate) fn render(format: Format, failure: &Failure, file: &Path) -> Option<String> {
    match format {
        Format::Json => Some(json(failure, file)),
        Format::Sarif => Some(sarif::failure(failure, &file.display().to_string())),
        Format::Github => Some(github::failure(failure, &file.display().to_string())),
        Format::Human | Format::Markdown => None,
    }
}

/// The failure of a run about `file` as JSON.
pub(crate) fn json(failure: &Failure, file: &Path) -> String {
    of(failure, Some(file.display().to_string()))
}

fn of(failure: &Failure, file: Option<String>) -> String {
    let place = failure.place.as_ref();
    let hint = commands::hint(failure);
    super::json::render(&Error {
        format: FORMAT,
        file: place.map(|place| place.file.clone()).or(file),
        message: &failure.message,
        hint: hint.as_deref(),
        line: place.map(|place| place.location.line),
        column: place.map(|place| place.location.column),
    })
}

/// Tells a program that asked for its format about a mistake in the arguments, which stands on
/// standard error already.
pub(crate) fn show_usage(usage: &clap::Error, arguments: impl Iterator<Item = OsString>) {
    let rendered = usage.to_string();
    let message = rendered.lines().next().unwrap_or_default().trim_start_matches("error: ");
    let failure = Failure::new(message).hint("run it with `--help` to see what it takes");
    let text = match asked_for(arguments) {
        Some(Format::Json) => of(&failure, None),
        Some(Format::Sarif) => sarif::failure(&failure, ""),
        _ => return,
    };
    let _ = print_bytes(text.as_bytes());
}

/// The format that arguments ask for, as far as they can be read.
fn asked_for(arguments: impl Iterator<Item = OsString>) -> Option<Format> {
    let words: Vec<String> =
        arguments.map(|argument| argument.to_string_lossy().into_owned()).collect();
    let value =
        words.iter().enumerate().find_map(|(at, word)| match word.strip_prefix("--format") {
            Some("") => words.get(at + 1).map(String::as_str),
            Some(rest) => rest.strip_prefix('='),
            None => None,
        })?;
    Format::from_str(value, false).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(arguments: &str, expected: Option<Format>) {
        let words = arguments.split_whitespace().map(OsString::from);
        assert_eq!(asked_for(words), expected, "{arguments}");
    }

    #[test]
    fn the_format_is_found_among_wrong_arguments() {
        check("vitae check", None);
        check("vitae check --format json --nope", Some(Format::Json));
        check("vitae check --nope --format=sarif", Some(Format::Sarif));
        check("vitae check --format", None);
        check("vitae check --format xml", None);
        check("vitae check --formats json", None);
    }
}
