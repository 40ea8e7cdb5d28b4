//! What a document does to other readers, and what it shows to machines only.
//!
//! Rules about documents look at a [`Document`], not at a resume: hidden text, pages without text,
//! torn columns. One file a rule; each explains itself in `rules/ID.md`. A finding asks and never
//! accuses: most hidden text comes from a template or a copied page.

mod contact_outside_text;
mod damaged_document;
mod hazards;
mod hidden_text;
mod large_file;
mod unsure_reading;

use document::Document;
use resume::{Finding, Rect, Region};

use crate::fields::Decision;

/// What rules about documents look at.
pub(crate) struct Read<'a> {
    pub(crate) document: &'a Document,
    pub(crate) decisions: &'a [Decision],
}

/// Everything noticed about a document.
pub(crate) fn findings(read: &Read<'_>) -> Vec<Finding> {
    let mut findings = Vec::new();
    findings.extend(damaged_document::check(read));
    findings.extend(hidden_text::check(read));
    findings.extend(contact_outside_text::check(read));
    findings.extend(hazards::check(read));
    findings.extend(large_file::check(read));
    findings.extend(unsure_reading::check(read));
    findings
}

/// A place on a page numbered from 0; `None` in formats without places.
fn region(page: usize, rect: Option<Rect>) -> Option<Region> {
    rect.map(|rect| Region { page: page + 1, rect })
}

/// At most `most` characters of a text, cut at a word, in quotation marks.
fn quoted(text: &str, most: usize) -> String {
    let mut shown = String::new();
    for word in text.split_whitespace() {
        if !shown.is_empty() && shown.chars().count() + word.chars().count() + 1 > most {
            shown.push_str(" …");
            break;
        }
        if !shown.is_empty() {
            shown.push(' ');
        }
        shown.extend(word.chars().filter(|c| !c.is_control()).take(most));
    }
    format!("\"{shown}\"")
}
