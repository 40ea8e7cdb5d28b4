//! The choices of `vitae tailor`: what stays and what for, what leaves and at which price.

use std::fmt::Write;

use serde::Serialize;
use workbench::Tailored;

use super::axes::fit as excerpt;
use super::screen::Screen;
use super::shown_name;
use super::style::{FAINT, STRONG, paint};

/// Name and version of the wire form.
const FORMAT: &str = "vitae-tailor/1";

/// The choices; what `--format json` prints. Keys are only ever added.
#[derive(Debug, Serialize)]
pub(crate) struct Shown<'a> {
    format: &'static str,
    file: &'a str,
    #[serde(flatten)]
    tailored: &'a Tailored,
}

impl<'a> Shown<'a> {
    pub(crate) fn of(file: &'a str, tailored: &'a Tailored) -> Self {
        Self { format: FORMAT, file, tailored }
    }
}

/// For people.
pub(crate) fn render(shown: &Shown<'_>, screen: &Screen) -> String {
    let file = shown_name(shown.file);
    let shown = shown.tailored;
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
