//! What a script is told of a preview.

use std::collections::{BTreeMap, BTreeSet};
use std::hash::{DefaultHasher, Hash, Hasher};

use maud::html;
use resume::{FieldPath, Parsed, Report, Severity};
use serde::Serialize;
use typeset::{Drawing as Drawn, Part};
use workbench::Failure;

use super::diagnostics::diagnostics;
use super::drawing::Drawing;
use super::fitting::Fit;
use crate::prose::sentence;
use crate::report::summary;
use crate::site::builder::{Notes, grade};
use crate::site::desk::Set;

/// The answer to one preview. Everything that ends in `html` is markup; what is `null` stays on the
/// page as it is.
#[derive(Debug, Default, Serialize)]
pub(crate) struct Answer {
    /// The pages in order; `null` when none could be set.
    pages: Option<Vec<Page>>,
    /// The parts of them that whoever asks does not have: by name, as the content of an SVG group.
    drawn: BTreeMap<String, String>,
    /// Where the values of the resume stand on them.
    boxes: Vec<Spot>,
    /// What was noticed, by the value it is about; the whole page has an empty path.
    notes: Option<BTreeMap<String, String>>,
    /// The grade, how the page fits, and what was noticed of the whole page.
    #[serde(rename = "gradeHtml")]
    grade: Option<String>,
    /// All findings as a list with places in the text, for a view of the text.
    #[serde(rename = "diagnosticsHtml")]
    diagnostics: Option<String>,
    /// How the resume fits its pages.
    fit: Option<Fit>,
    /// The same in a few words, for who hears the page.
    summary: Option<String>,
    /// Why something of the above is missing.
    #[serde(rename = "problemHtml")]
    problem: Option<String>,
}

/// A page.
#[derive(Debug, Serialize)]
struct Page {
    /// A name made of its content.
    id: String,
    /// In points (1/72 inch).
    width: f64,
    height: f64,
    /// What is on it from the back to the front: name, and place from the left and the top.
    parts: Vec<(String, f64, f64)>,
}

/// Where a value stands.
#[derive(Debug, Serialize)]
struct Spot {
    path: String,
    /// From 1.
    page: usize,
    /// Left, top, width and height in percent of the page.
    rect: [f64; 4],
    /// The worst that was noticed there.
    #[serde(skip_serializing_if = "Option::is_none")]
    severity: Option<Severity>,
    /// Its first line in the text, from 1, for a view of the text.
    #[serde(skip_serializing_if = "Option::is_none")]
    line: Option<usize>,
}

impl Answer {
    /// What became of a text. `have` are the parts that whoever asks has; `text` is true when
    /// the text itself is being looked at.
    pub(crate) fn of(drawing: Drawing, have: &BTreeSet<&str>, text: bool) -> Self {
        let Drawing { reviewed, set } = drawing;
        let report = &reviewed.report;
        let fit = set.facts.as_ref().map(Fit::of);
        let boxes = spots(report, &set, text.then_some(&reviewed.parsed));
        let notes = Notes::of(report);
        let beside = html! { (grade(report, fit)) (notes.beside("")) };
        let of_places = || {
            let places = notes.places().map(|path| (path, notes.content(path)));
            places.map(|(path, html)| (path.to_owned(), html.into_string())).collect()
        };
        let problem = set.failure.as_ref().map(problem);
        let mut drawn = BTreeMap::new();
        let pages = problem.is_none().then(|| pages(&set, have, &mut drawn));
        Self {
            boxes,
            pages,
            drawn,
            notes: (!text).then(of_places),
            grade: Some(beside.into_string()),
            diagnostics: text.then(|| diagnostics(report).into_string()),
            fit,
            summary: Some(match fit {
                Some(fit) => format!("{}; {}", summary(report), fit.words()),
                None => summary(report),
            }),
            problem,
        }
    }

    /// The answer to a text that cannot be read.
    pub(crate) fn broken(failure: &Failure) -> Self {
        Self { problem: Some(problem(failure)), ..Self::default() }
    }
}

/// A name for what somebody looks at: the same for what looks the same.
fn name_of(look: &impl Hash) -> String {
    // Nobody chooses these bytes to collide but the person who looks at them.
    let mut hasher = DefaultHasher::new();
    look.hash(&mut hasher);
    format!("{:016x}", hasher.finish())
}

/// The pages; in `drawn` comes what is on them and not in `have`.
fn pages(set: &Set, have: &BTreeSet<&str>, drawn: &mut BTreeMap<String, String>) -> Vec<Page> {
    let page = |drawing: &Drawn| {
        let on_it = drawing.parts();
        let place = |part: &Part<'_>| {
            let name = name_of(&part.source);
            if !have.contains(name.as_str()) && !drawn.contains_key(&name) {
                drawn.insert(name.clone(), on_it.draw(part));
            }
            (name, rounded(part.x), rounded(part.y))
        };
        let parts = on_it.iter().map(place).collect();
        let id = name_of(&drawing.svg);
        Page { id, width: drawing.width, height: drawing.height, parts }
    };
    set.drawings.iter().map(page).collect()
}

/// A place to a thousandth of a point, which nobody sees.
fn rounded(place: f64) -> f64 {
    (place * 1000.0).round() / 1000.0
}

fn spots(report: &Report, set: &Set, text: Option<&Parsed>) -> Vec<Spot> {
    let mut worst: BTreeMap<FieldPath, Severity> = BTreeMap::new();
    for finding in &report.findings {
        let Ok(path) = finding.path.parse::<FieldPath>() else { continue };
        let worst = worst.entry(path).or_insert(finding.severity);
        *worst = finding.severity.max(*worst);
    }
    let mut spots = Vec::new();
    for (path, regions) in &set.regions {
        // A text of several paragraphs is one value.
        let below = worst.range(path..).take_while(|(other, _)| other.starts_with(path));
        let severity = below.map(|(_, severity)| *severity).max();
        let line = text.map(|parsed| parsed.source_map.locate(path, "", None).line);
        for region in regions {
            let page = region.page.checked_sub(1).and_then(|index| set.drawings.get(index));
            let Some(page) = page else { continue };
            let rect = region.rect;
            let share =
                |value: f32, whole: f64| (f64::from(value) / whole * 10_000.0).round() / 100.0;
            spots.push(Spot {
                path: path.to_string(),
                page: region.page,
                rect: [
                    share(rect.left, page.width),
                    share(rect.top, page.height),
                    share(rect.width(), page.width),
                    share(rect.height(), page.height),
                ],
                severity,
                line,
            });
        }
    }
    spots
}

/// Why something is missing, as HTML.
fn problem(failure: &Failure) -> String {
    let markup = html! {
        p.message {
            @if let Some(place) = &failure.place {
                a.where href="#source" data-line=(place.location.line)
                    data-column=(place.location.column) {
                    "Line " (place.location.line) ", column " (place.location.column)
                }
                " "
            }
            strong { (sentence(&failure.message)) }
        }
        @if let Some(hint) = &failure.hint { p.hint { (sentence(hint)) } }
    };
    markup.into_string()
}
