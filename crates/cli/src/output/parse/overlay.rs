//! A page of a PDF as a picture, with a box around everything that was taken from it.

use std::collections::BTreeMap;

use document::Kind;
use extract::Action;
use resume::{FieldPath, Rect, Segment};
use typeset::{Mark, Tone};
use workbench::editable::short;

use super::layout::shared;
use crate::exit::Failure;
use crate::input::{Form, Opened, Source};
use crate::output::shown_name;

/// Pixels a point: sharp on a screen.
const SCALE: f32 = 2.0;

/// The page, numbered from 1, as PNG.
pub(crate) fn draw(source: &Source, opened: &Opened, page: usize) -> Result<Vec<u8>, Failure> {
    let name = shown_name(&source.name);
    let (Form::Document(Kind::Pdf), Some(document)) = (source.form(), &opened.document) else {
        return Err(Failure::new(format!("{name} is no PDF; only a PDF has pages to draw"))
            .hint("`--format layout` lists the lines of any document"));
    };
    let pages = document.sheets.len();
    let sheet = page.checked_sub(1).and_then(|at| document.sheets.get(at)).ok_or_else(|| {
        let range = if pages == 1 { "1".to_owned() } else { format!("1 to {pages}") };
        Failure::new(format!("{name} has no page {page}")).hint(format!("there is page {range}"))
    })?;
    let mut marks = fields(opened, page);
    marks.extend(document.hidden.iter().filter(|one| one.page + 1 == page).filter_map(|one| {
        // Nobody sees it on the page, so its name says it.
        let label = format!("hidden: {}", short(&one.text));
        Some(Mark { boxes: vec![one.rect?], label, tone: Tone::Hidden })
    }));
    typeset::overlay(source.bytes(), page, (sheet.width, sheet.height), &marks, SCALE)
        .map_err(|error| Failure::new(error.to_string()).hint(error.hint()))
}

/// A mark a value; the items of a list of words share one.
fn fields(opened: &Opened, page: usize) -> Vec<Mark> {
    let map = &opened.parsed.source_map;
    let review: Vec<&FieldPath> = opened
        .decisions
        .iter()
        .filter(|decision| decision.action() == Action::Review)
        .map(|decision| &decision.path)
        .collect();
    let spans: Vec<_> = map.spans().collect();
    let mut marks: BTreeMap<FieldPath, (Vec<Rect>, bool)> = BTreeMap::new();
    for (at, (path, span)) in spans.iter().enumerate() {
        if spans.get(at + 1).is_some_and(|(next, _)| next.starts_with(path)) {
            continue;
        }
        let Some(region) = map.region(&span.value).filter(|region| region.page == page) else {
            continue;
        };
        let mark = marks.entry(group(path)).or_default();
        mark.0.push(region.rect);
        mark.1 |= review.contains(path);
    }
    let mut same: Vec<(Vec<FieldPath>, Vec<Rect>, bool)> = Vec::new();
    for (path, (boxes, review)) in marks {
        // Two dates of one range stand in one box.
        match same.iter_mut().find(|(_, others, _)| *others == boxes) {
            Some((paths, _, of_any)) => {
                paths.push(path);
                *of_any |= review;
            }
            None => same.push((vec![path], boxes, review)),
        }
    }
    let mark = |(paths, boxes, review): (Vec<FieldPath>, Vec<Rect>, bool)| {
        let names: Vec<String> = paths.iter().map(FieldPath::to_string).collect();
        let mark = if review { " ?" } else { "" };
        let tone = tone(&paths[0], review);
        Mark { label: shared(&names) + mark, tone, boxes }
    };
    same.into_iter().map(mark).collect()
}

/// The path a value is marked under.
fn group(path: &FieldPath) -> FieldPath {
    let list = path.parent().filter(|_| matches!(path.segments().last(), Some(Segment::Index(_))));
    match list {
        Some(list) if list.segments().last() == Some(&Segment::Key("keywords".into())) => list,
        _ => path.clone(),
    }
}

fn tone(path: &FieldPath, review: bool) -> Tone {
    let Some(Segment::Key(section)) = path.segments().first() else { return Tone::Other };
    match section.as_ref() {
        _ if review => Tone::Review,
        "basics" => Tone::Contact,
        "work" | "volunteer" => Tone::Work,
        "education" | "certificates" | "awards" => Tone::Education,
        "skills" | "languages" | "interests" => Tone::Skills,
        _ => Tone::Other,
    }
}
