//! Entries that `RenderCV` and `YAMLResume` write alike, and what their formats put elsewhere.

use std::ops::Range;
use std::rc::Rc;

use super::build::{Map, Piece, entries, list};
use super::date::is_date;
use super::markup::plain;
use super::table::{bullets, fill, words};
use super::tables::table;
use crate::node::{Entry, Node};
use crate::shape::fold;

/// An entry of the section that JSON Resume files under `key`.
pub(super) fn entry(text: &str, key: &str, item: &Rc<Node>) -> Option<Rc<Node>> {
    let table = table(key)?;
    let text_entry;
    let source = match entries(item) {
        Some(source) => source,
        None if item.scalar().is_some() => {
            text_entry = parts(key, item);
            &text_entry
        }
        // An item without a value says nothing; anything else is for the walk to complain about.
        None => return (!item.is_null()).then(|| Rc::clone(item)),
    };
    let (mut map, rest) = fill(text, source, item.span.clone(), table);
    for entry in rest {
        match (key, fold(&entry.key).as_str()) {
            ("education", "highlights" | "summary") => studies(text, &mut map, entry),
            ("publications", "doi") if map.get("url").is_none() => {
                let doi = Piece::of(&entry.value);
                map.text("url", doi.map(|doi| Piece::new(address_of(&doi.text), doi.span)));
            }
            _ => map.keep(entry),
        }
    }
    map.some()
}

/// The keys of an entry that is a plain text.
fn parts(key: &str, item: &Rc<Node>) -> Vec<Entry> {
    let at = item.span.start..item.span.start;
    let entry = |key: &str, value: Rc<Node>| Entry {
        key: key.into(),
        key_span: at.clone(),
        odd_key: false,
        value,
    };
    let Some(piece) = Piece::of(item) else { return Vec::new() };
    // `**Storage:** PostgreSQL, Redis` and `Croatian (native)` are a name with details.
    let without = plain(&piece.text).text;
    let halves = match key {
        "skills" => without.split_once(": "),
        "languages" => without
            .split_once(": ")
            .or_else(|| without.split_once(" – "))
            .or_else(|| without.strip_suffix(')')?.split_once(" (")),
        _ => None,
    };
    let short = |label: &str| !label.trim().is_empty() && label.chars().count() <= 40;
    match halves {
        Some((label, details)) if short(label) && !details.trim().is_empty() => {
            let part = |text: &str| Piece::new(text.trim(), piece.span.clone()).node();
            vec![entry("label", part(label)), entry("details", part(details))]
        }
        _ => vec![entry("text", Rc::clone(item))],
    }
}

/// Bullets of a course of study: grade and courses have fields, the others are kept.
fn studies(text: &str, map: &mut Map, entry: &Entry) {
    let mut left = Vec::new();
    for bullet in bullets(text, &entry.value) {
        let Some(scalar) = bullet.scalar() else {
            left.push(bullet);
            continue;
        };
        let (label, value) = scalar.text.split_once(':').unwrap_or(("", ""));
        let value = value.trim();
        let piece = || Piece::new(value, within(text, &bullet.span, value));
        match fold(label).as_str() {
            _ if value.is_empty() => left.push(bullet),
            "gpa" | "cgpa" | "grade" | "finalgrade" if map.get("score").is_none() => {
                map.text("score", Some(piece()));
            }
            "coursework" | "courses" | "relevantcoursework" | "relevantcourses"
            | "selectedcoursework" | "selectedcourses" => {
                map.extend("courses", None, words(text, &piece().node()));
            }
            _ => left.push(bullet),
        }
    }
    if !left.is_empty() {
        map.put_at(&entry.key, entry.key_span.clone(), list(entry.value.span.clone(), left));
    }
}

/// The place of `part` inside `span`, or all of it.
fn within(text: &str, span: &Range<usize>, part: &str) -> Range<usize> {
    let found = text.get(span.clone()).and_then(|raw| raw.find(part));
    found.map_or(span.clone(), |at| span.start + at..span.start + at + part.len())
}

fn address_of(doi: &str) -> String {
    if doi.contains("://") { doi.to_owned() } else { format!("https://doi.org/{doi}") }
}

/// What `endDate:` without a value means beside a start: it goes on.
pub(super) fn open_end(source: &[Entry]) -> Option<(Range<usize>, Rc<Node>)> {
    let value = |name: &str| source.iter().find(|entry| *entry.key == *name);
    let start = Piece::of(&value("startDate")?.value)?;
    let end = value("endDate")?;
    (end.value.is_null() && is_date(&start.text))
        .then(|| (end.key_span.clone(), Piece::new("present", end.value.span.clone()).node()))
}
