//! The report of a file that was dropped: one page, read in a minute, and deep where somebody asks.
//!
//! A section is a file. `places` decides where findings are seen; everything else shows what the
//! desk found out. Whatever depends on a [`Report`] alone is shown of saved reports, too.

mod actions;
mod bullets;
mod chips;
mod files;
mod findings;
mod first_look;
mod grade;
mod lines;
mod machine;
mod pictures;
mod places;
mod points;
mod saved;
mod sheets;
#[cfg(test)]
mod tests;

use std::sync::Arc;

use axum::Router;
use axum::extract::{Path, Query, State};
use axum::response::Redirect;
use axum::routing::{get, post};
use document::Kind;
use lint::Scan;
use maud::{Markup, html};
use resume::{Report, Resume, Stage};
use roles::RolePack;
use serde::Deserialize;
use workbench::Form;

use crate::prose::sentence;
use crate::site::Site;
use crate::site::desk::{Asked, Desk, Examined};
use crate::site::fault::Fault;
use crate::site::layout::{Place, page};
use crate::site::shelf::Dropped;
use findings::On;
use places::Places;

/// Everything below `/reports`.
pub(crate) fn router() -> Router<Site> {
    Router::new()
        .route("/saved", get(saved::list))
        .route("/saved/{id}", get(saved::show))
        .route("/saved/{id}/delete", post(saved::delete))
        .route("/saved/{id}/download/{file}", get(saved::download))
        .route("/{key}", get(show))
        .route("/{key}/save", post(saved::save))
        .route("/{key}/forget", post(forget))
        .route("/{key}/pages/{page}", get(pictures::show))
        .route("/{key}/download/{file}", get(files::download))
}

/// What an address or a form asks for beside the file.
#[derive(Debug, Default, Deserialize)]
pub(super) struct Wish {
    /// The career stage to grade against; empty for that of the file.
    stage: Option<String>,
}

impl Wish {
    fn asked(&self) -> Result<Asked, Fault> {
        let named = self.stage.as_deref().filter(|stage| !stage.is_empty());
        let stage = named.map(|stage| {
            stage.parse::<Stage>().map_err(|_| {
                Fault::bad_request(format!("there is no stage `{stage}`"))
                    .hint("there are: junior, mid, senior, staff")
            })
        });
        Ok(Asked { stage: stage.transpose()?, as_of: None })
    }
}

/// The file with this key, while it is remembered.
fn dropped(site: &Site, key: &str) -> Result<Arc<Dropped>, Fault> {
    site.shelf.get(key, site.clock.now()).ok_or_else(|| {
        Fault::not_found("report").hint("files are forgotten after an hour: drop it again")
    })
}

/// The report.
async fn show(
    State(site): State<Site>,
    Path(key): Path<String>,
    Query(wish): Query<Wish>,
) -> Result<Markup, Fault> {
    let file = dropped(&site, &key)?;
    let asked = wish.asked()?;
    let desk = Desk::of(&site);
    let shelf = site.clone();
    let work = move || {
        let mut examined = desk.examine(&file, &asked)?;
        let scan = desk.scan(&examined, &asked);
        let subject = Subject { key: &key, examined: &examined, asked: &asked };
        let markup = subject.page(&scan);
        let drawings = std::mem::take(&mut examined.set.drawings);
        shelf.shelf.keep_drawings(&key, drawings, shelf.clock.now());
        Ok(markup)
    };
    site.pool.run(work).await?
}

/// Takes a file off the shelf.
async fn forget(State(site): State<Site>, Path(key): Path<String>) -> Redirect {
    site.shelf.forget(&key);
    Redirect::to("/")
}

/// What a report is about.
struct Subject<'a> {
    key: &'a str,
    examined: &'a Examined,
    asked: &'a Asked,
}

impl Subject<'_> {
    fn page(&self, scan: &Scan) -> Markup {
        let report = &self.examined.reviewed.report;
        let places = Places::of(self.examined);
        let name = title(&report.file);
        let content = html! {
            article.report aria-labelledby="report" {
                header.about {
                    h1 #report { (name) }
                    p.quiet { (sentence(&self.source())) }
                }
                (actions::bar(self))
                (self.doubt())
                (grade::section(report, self.examined.reviewed.bar, Some((self.key, self.asked.stage))))
                (contents())
                (first_look::section(scan))
                (findings::section(self, &places))
                (bullets::section(report, Some(&places)))
                (machine::section(self, &places))
                (points::section(report, true))
            }
        };
        page(&format!("Report of {name}"), Place::Check, &["report.js"], &content)
    }

    /// What kind of file it is, and what happens to it.
    fn source(&self) -> String {
        let kind = match self.examined.form {
            Form::Data(_) => self.examined.reviewed.parsed.origin.name(),
            Form::Document(kind) => kind.name(),
        };
        let pages = match self.examined.pages().len() {
            0 => String::new(),
            1 => ", 1 page".to_owned(),
            more => format!(", {more} pages"),
        };
        let as_of = &self.examined.reviewed.report.as_of;
        format!("{kind}{pages}. Graded as of {as_of}. In memory for an hour, not saved.")
    }

    /// True when the file has pages of its own that can be drawn.
    fn is_pdf(&self) -> bool {
        self.examined.form == Form::Document(Kind::Pdf)
    }

    /// What to say of a file that seems to be no resume.
    fn doubt(&self) -> Markup {
        let resume = &self.examined.reviewed.parsed.resume;
        let findings = &self.examined.reviewed.report.findings;
        let scanned = findings.iter().find(|finding| finding.rule == "scanned-page");
        html! {
            @if let Some(scanned) = scanned.filter(|_| says_nothing(resume)) {
                section.notice role="note" {
                    h2 { "This file is a picture of a resume" }
                    p { (sentence(&scanned.message)) ". Nothing can be read from it, neither here nor by a program that takes applications." }
                    @if let Some(hint) = &scanned.hint { p { (sentence(hint)) "." } }
                }
            } @else if says_nothing(resume) {
                section.notice role="note" {
                    h2 { "This does not look like a resume" }
                    p {
                        "No role, no project, no school and no skill was found in it, so there is "
                        "nothing to grade. Is it the right file? "
                        a href="#machine" { "What a machine reads" } " shows what was found."
                    }
                }
            }
        }
    }
}

fn says_nothing(resume: &Resume) -> bool {
    let Resume { work, projects, volunteer, education, skills, .. } = resume;
    work.is_empty()
        && projects.is_empty()
        && volunteer.is_empty()
        && education.is_empty()
        && skills.is_empty()
}

/// What people call a file in a title.
fn title(file: &str) -> &str {
    if file == "-" { "Pasted text" } else { file }
}

/// The way to the parts of the page.
fn contents() -> Markup {
    const PARTS: [(&str, &str); 5] = [
        ("#first-look", "First eight seconds"),
        ("#findings", "Findings"),
        ("#bullets", "Bullets"),
        ("#machine", "What a machine reads"),
        ("#points", "Where the points come from"),
    ];
    html! {
        nav.contents aria-label="Parts of this report" {
            ul { @for (address, name) in PARTS { li { a href=(address) { (name) } } } }
        }
    }
}

/// A line of the file; a way to it where the page shows the file.
fn line(number: usize, shown: bool) -> Markup {
    html! {
        @if shown {
            a.quiet href=(format!("#line-{number}")) { "line " (number) }
        } @else {
            span.quiet { "line " (number) }
        }
    }
}

/// All that a report says without the file it is about.
fn alone(report: &Report, on: On) -> Markup {
    let mut bars = RolePack::backend_engineer().bars.iter();
    let bar = bars.find(|bar| bar.stage == report.stage);
    html! {
        (grade::section(report, bar, None))
        (findings::list(report, on))
        (bullets::section(report, None))
        (points::section(report, false))
    }
}
