//! What a script is told of a preview.

use std::collections::{BTreeMap, BTreeSet};
use std::hash::{DefaultHasher, Hash, Hasher};

use maud::html;
use resume::{FieldPath, Parsed, Report, Severity};
use serde::Serialize;
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
    /// The picture; `null` when whoever asks has it already.
    #[serde(skip_serializing_if = "Option::is_none")]
    svg: Option<String>,
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
    /// What became of a text. `have` are the pictures that whoever asks has; `text` is true when
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
        let pages = problem.is_none().then(|| pages(set, have));
        Self {
            boxes,
            pages,
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

/// The name of a picture: the same for those that look the same.
pub(crate) fn name_of(svg: &str) -> String {
    // Nobody chooses these bytes to collide but the person who looks at them.
    let mut hasher = DefaultHasher::new();
    svg.hash(&mut hasher);
    format!("{:016x}", hasher.finish())
}

fn pages(set: Set, have: &BTreeSet<&str>) -> Vec<Page> {
    let pages = set.pictures.into_iter().map(|picture| {
        let id = name_of(&picture.svg);
        let svg = (!have.contains(id.as_str())).then_some(picture.svg);
        Page { id, width: picture.width, height: picture.height, svg }
    });
    pages.collect()
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
            let picture = region.page.checked_sub(1).and_then(|index| set.pictures.get(index));
            let Some(picture) = picture else { continue };
            let rect = region.rect;
            let share =
                |value: f32, whole: f64| (f64::from(value) / whole * 10_000.0).round() / 100.0;
            spots.push(Spot {
                path: path.to_string(),
                page: region.page,
                rect: [
                    share(rect.left, picture.width),
                    share(rect.top, picture.height),
                    share(rect.width(), picture.width),
                    share(rect.height(), picture.height),
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
