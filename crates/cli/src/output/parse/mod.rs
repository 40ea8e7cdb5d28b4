//! What was read from a document, one form a file.

mod ats;
mod layout;
mod mentions;
pub(crate) mod overlay;
mod why;

use std::collections::BTreeMap;
use std::fmt::Write;

use serde_json::{Map, Value};
use workbench::editable;

use super::style::{STRONG, paint};
use super::{Screen, json, shown_name};
use crate::commands::ParseFormat;
use crate::exit::Failure;
use crate::input::Opened;

/// What is shown of a file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Shown {
    /// In a form.
    As(ParseFormat),
    /// What every field was chosen from.
    Why,
}

/// What one file gives.
pub(crate) enum Part {
    /// Text for people.
    Text(String),
    /// Data for programs.
    Data(Value),
}

/// One file as it is shown.
pub(crate) fn part(
    shown: Shown,
    file: &str,
    opened: &Opened,
    screen: &Screen,
) -> Result<Part, Failure> {
    let resume = &opened.parsed.resume;
    let document = || {
        opened.document.as_ref().ok_or_else(|| {
            Failure::new(format!("{} is data and no page: it has no lines", shown_name(file)))
                .hint("`--format yaml`, `json` and `fields` show what it holds")
        })
    };
    Ok(match shown {
        Shown::As(ParseFormat::Yaml) => Part::Text(editable::yaml(file, opened)),
        Shown::As(ParseFormat::Json) => {
            let options = export::Options::default();
            let json = export::export(resume, export::Format::JsonResume, &options);
            Part::Data(serde_json::from_slice(&json).unwrap_or_default())
        }
        Shown::As(ParseFormat::Fields) => Part::Data(export::fields(resume)),
        Shown::As(ParseFormat::Mentions) => Part::Data(mentions::list(document()?, opened)),
        Shown::As(ParseFormat::Text) => Part::Text(with_line_end(document()?.placed().text)),
        Shown::As(ParseFormat::Layout) => Part::Text(layout::render(document()?, opened)),
        Shown::As(ParseFormat::Ats) => Part::Text(ats::render(document()?, screen)),
        Shown::Why => {
            document()?;
            Part::Text(why::render(opened, screen))
        }
    })
}

/// All files as one text. A file that could not be read is `None`.
pub(crate) fn together(shown: Shown, parts: Vec<(String, Option<Part>)>) -> String {
    let several = parts.len() > 1;
    let keyed = several || shown == Shown::As(ParseFormat::Fields);
    let names = names(parts.iter().map(|(file, _)| file.as_str()));
    let mut text = String::new();
    let mut data = Map::new();
    for ((file, part), name) in parts.into_iter().zip(names) {
        match part {
            Some(Part::Data(value)) if keyed => {
                data.insert(name, value);
            }
            Some(Part::Data(value)) => return json::render(&value),
            Some(Part::Text(part)) if several => {
                let head = match shown {
                    Shown::As(ParseFormat::Yaml) => "---\n".to_owned(),
                    _ => format!("{}\n", paint(STRONG, format_args!("==> {file} <=="))),
                };
                let _ = writeln!(text, "{head}{part}");
            }
            Some(Part::Text(part)) => text += &part,
            // Who asks for data learns there, too, that there is none.
            None => {
                data.insert(name, Value::Null);
            }
        }
    }
    let is_data =
        matches!(shown, Shown::As(ParseFormat::Json | ParseFormat::Fields | ParseFormat::Mentions));
    if is_data { json::render(&data) } else { text }
}

/// The last steps of paths, or the whole paths where two are the same.
fn names<'a>(files: impl Iterator<Item = &'a str> + Clone) -> Vec<String> {
    let last = |file: &'a str| file.rsplit(['/', '\\']).next().unwrap_or(file);
    let mut seen: BTreeMap<&str, usize> = BTreeMap::new();
    for file in files.clone() {
        *seen.entry(last(file)).or_default() += 1;
    }
    files.map(|file| if seen[last(file)] > 1 { file } else { last(file) }.to_owned()).collect()
}

fn with_line_end(mut text: String) -> String {
    if !text.is_empty() && !text.ends_with('\n') {
        text.push('\n');
    }
    text
}

/// Numbers of the lines of a document in its text, from 1, in the order of the lines.
fn line_numbers(placed: &document::Placed) -> Vec<usize> {
    let (mut at, mut number) = (0, 1);
    let mut numbers = Vec::with_capacity(placed.pieces.len());
    for pieces in &placed.pieces {
        let start = pieces.first().map_or(at, |first| first.start).max(at);
        number += placed.text[at..start].matches('\n').count();
        at = start;
        numbers.push(number);
    }
    numbers
}
