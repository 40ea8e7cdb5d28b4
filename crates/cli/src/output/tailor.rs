//! The choices of `vitae tailor`: what stays and what for, what leaves and at which price.

use std::collections::BTreeMap;
use std::fmt::Write;

use fit::{Fit, Plan};
use matching::Worth;
use resume::model::{Density, Texts};
use resume::{FieldPath, Parsed};
use serde::Serialize;

use super::axes::{fit as excerpt, one_line};
use super::screen::Screen;
use super::shown_name;
use super::style::{FAINT, STRONG, paint};

/// Name and version of the wire form.
const FORMAT: &str = "vitae-tailor/1";

/// The choices; what `--format json` prints. Keys are only ever added.
#[derive(Debug, Serialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct Shown<'a> {
    format: &'static str,
    file: &'a str,
    pages: usize,
    density: Density,
    /// What is shown of the job, 0-100.
    fit_before: f64,
    fit_after: f64,
    /// The overall grade.
    grade_before: f64,
    grade_after: f64,
    kept: Vec<Line>,
    left_out: Vec<Line>,
}

/// A line of the resume with why it stays or leaves.
#[derive(Debug, Serialize)]
#[serde(rename_all = "camelCase")]
struct Line {
    path: String,
    /// Its line in the source, from 1.
    #[serde(rename = "line")]
    number: usize,
    text: String,
    /// Requirements of the job that it shows best.
    shows: Vec<String>,
    credited_facts: usize,
}

impl<'a> Shown<'a> {
    pub(crate) fn of(
        file: &'a str,
        parsed: &Parsed,
        found: &Fit,
        plan: &Plan,
        worth: &BTreeMap<FieldPath, Worth>,
        (fit_before, fit_after): (f64, f64),
    ) -> Self {
        let texts = Texts::of(&parsed.resume);
        let places = parsed.places();
        let line = |path: &FieldPath| {
            let graded = found.grade_before.bullets.iter().find(|bullet| bullet.path == *path);
            Line {
                path: path.to_string(),
                number: places.at(path, None).line,
                text: texts.get(path).map_or_else(|| path.to_string(), one_line),
                shows: worth.get(path).map(|worth| worth.shows.clone()).unwrap_or_default(),
                credited_facts: graded.map_or(0, |bullet| bullet.facts.len()),
            }
        };
        let leaves = |path: &FieldPath| plan.removed.iter().any(|removed| removed.path == *path);
        let bullets = found.grade_before.bullets.iter().map(|bullet| &bullet.path);
        Self {
            format: FORMAT,
            file,
            pages: plan.after.pages,
            density: plan.density,
            fit_before,
            fit_after,
            grade_before: found.grade_before.overall,
            grade_after: plan.grade_after.overall,
            kept: bullets.filter(|path| !leaves(path)).map(line).collect(),
            left_out: plan.removed.iter().map(|removed| line(&removed.path)).collect(),
        }
    }
}

/// For people.
pub(crate) fn render(shown: &Shown<'_>, screen: &Screen) -> String {
    let file = shown_name(shown.file);
    let pages = if shown.pages == 1 { "page" } else { "pages" };
    let mut text = String::new();
    let heading = format!("{file} on {} {pages}, set {}", shown.pages, shown.density.as_str());
    let _ = writeln!(text, "{}", paint(STRONG, heading));
    let _ = writeln!(text, "  of the job {:.1} -> {:.1}", shown.fit_before, shown.fit_after);
    let _ = writeln!(text, "  grade      {:.1} -> {:.1}", shown.grade_before, shown.grade_after);
    for (title, list) in [("Stay", &shown.kept), ("Leave", &shown.left_out)] {
        if list.is_empty() {
            continue;
        }
        let _ = writeln!(text, "\n{}", paint(STRONG, title));
        for line in list {
            let shows = match line.shows.as_slice() {
                [] if title == "Leave" => "the job asks for nothing that it shows best".to_owned(),
                [] => "room was left for it".to_owned(),
                shows => format!("shows {} best", shows.join(", ")),
            };
            let facts = match line.credited_facts {
                1 => "1 credited fact".to_owned(),
                count => format!("{count} credited facts"),
            };
            let _ = writeln!(text, "  {file}:{}  {shows}; {facts}", line.number);
            let words = excerpt(&line.text, screen.width.saturating_sub(6));
            let _ = writeln!(text, "      {}", paint(FAINT, words));
        }
    }
    text
}
