//! `textDocument/hover`: what a finding means, what was read from a line and what it is worth,
//! what a key is for.

mod facts;
mod measure;

use std::fmt::Write as _;
use std::ops::Range;

pub(crate) use facts::act;
use lint::Unit;
use lsp_types::{Hover, HoverContents, HoverParams, MarkupContent, MarkupKind};
use resume::FieldPath;

use crate::documents::Document;
use crate::markdown;
use crate::reading::{Page, Reading};
use crate::schema::{Place, steps};
use crate::server::World;

/// What is known about a place.
pub(crate) fn hover(world: &World<'_>, params: &HoverParams) -> Option<Hover> {
    let position = params.text_document_position_params.position;
    let uri = &params.text_document_position_params.text_document.uri;
    let document = world.resume(uri)?;
    let page = world.reading(document).and_then(Reading::page)?;
    let at = document.text.offset(position, world.client.encoding);

    let mut place: Option<Range<usize>> = None;
    let mut parts = Vec::new();
    if let Some((path, in_key)) = page.value_at(at) {
        if in_key {
            parts.extend(key(path));
            place = page.parsed.source_map.get(path).and_then(|span| span.key.clone());
        } else if let Some((unit, range)) = unit_at(world, document, page, path, at) {
            parts.push(facts::describe(&unit, page, world.pack));
            place = Some(range);
        }
    }
    let mut told: Vec<&str> = Vec::new();
    for (range, finding) in page.findings() {
        if range.start <= at && at <= range.end && !told.contains(&finding.rule.as_ref()) {
            told.push(&finding.rule);
            parts.extend(rule(&finding.rule));
            // The narrowest thing under the cursor is what the reader asks about.
            let narrower = |place: &Range<usize>| range.len() < place.len();
            if place.as_ref().is_none_or(narrower) {
                place = Some(range);
            }
        }
    }
    if parts.is_empty() {
        return None;
    }
    let contents = MarkupContent { kind: MarkupKind::Markdown, value: parts.join("\n\n---\n\n") };
    let range = place.map(|place| document.text.range(place, world.client.encoding));
    Some(Hover { contents: HoverContents::Markup(contents), range })
}

/// What a key is for.
fn key(path: &FieldPath) -> Option<String> {
    let place = Place::at(&steps(path))?;
    let mut text = format!("**{}**\n\n{}", markdown::code(&path.to_string()), place.description()?);
    for (word, meaning) in place.choices() {
        let _ = write!(text, "\n- `{word}`: {}", meaning.unwrap_or_default());
    }
    Some(text)
}

/// The documentation of a rule of the reader or the linter.
fn rule(id: &str) -> Option<String> {
    let of_reader = || extract::reader_rules().iter().find(|rule| rule.id == id);
    let docs = match lint::rule(id) {
        Some(rule) => rule.text(),
        None => of_reader()?.docs_markdown.to_owned(),
    };
    Some(format!("**{id}**\n\n{}", markdown::rule(&docs)))
}

/// The graded text that holds a byte, with its bytes in the source.
fn unit_at(
    world: &World<'_>,
    document: &Document,
    page: &Page,
    path: &FieldPath,
    at: usize,
) -> Option<(Unit, Range<usize>)> {
    let texts = resume::model::Texts::of(&page.parsed.resume);
    let graded = lint::Page::of(&page.parsed.resume, world.pack);
    let map = &page.parsed.source_map;
    graded.units.into_iter().filter(|unit| path.starts_with(&unit.path)).find_map(|unit| {
        // The text of a bullet with an id or tags stands under a key of its own.
        let inner = unit.path.key("text");
        let holder = if map.get(&inner).is_some() { &inner } else { &unit.path };
        let range = unit.offset..unit.offset + unit.text.len();
        let place = map.locate(holder, texts.get(holder)?, Some(range)).range;
        let place = place.start..place.end.min(document.text.as_str().len());
        (place.start <= at && at <= place.end).then_some((unit, place))
    })
}
