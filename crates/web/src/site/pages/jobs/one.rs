//! One saved job: what it asks for, what it does not tell you, and its text.

use std::collections::BTreeMap;

use axum::extract::{Path, State};
use extract::ReadJob;
use maud::{Markup, html};
use resume::{Date, ReportedFinding};
use roles::RolePack;
use store::{Document, File, Kind, Opened, Shelf, StoreError};

use super::edit::{Edited, editor};
use crate::prose::sentence;
use crate::site::Site;
use crate::site::clock::day;
use crate::site::desk::Desk;
use crate::site::fault::Fault;
use crate::site::layout::{Place, page};
use crate::site::material::Material;
use crate::site::person::Person;

/// Resumes to compare it with, the last saved first.
const MOST_RESUMES: usize = 100;
/// Rules about how an ad is written and found, which are no question of somebody who reads it.
const FOR_AUTHORS: [&str; 3] = ["incomplete-posting", "unbalanced-lists", "unusual-length"];
/// Findings at most.
const MOST_FINDINGS: usize = 100;

pub(crate) async fn show(
    State(site): State<Site>,
    Person(user): Person,
    Path(id): Path<String>,
) -> Result<Markup, Fault> {
    let (id, opened) = super::find(&site, user, &id).await?;
    if opened.document.deleted_ms.is_some() {
        return Err(StoreError::InBin.into());
    }
    let resumes = site.store.documents(user, Kind::Resume, Shelf::Current, None, MOST_RESUMES);
    let resumes = resumes.await?.items;
    let files = site.store.files(user, Some(id), None, MOST_RESUMES).await?.items;
    let desk = Desk::of(&site);
    let today = site.clock.today();
    let view = View { opened, resumes, files };
    site.pool.run(move || view.page(&desk, &today)).await?
}

/// What the page shows.
struct View {
    opened: Opened,
    resumes: Vec<Document>,
    files: Vec<File>,
}

impl View {
    fn page(&self, desk: &Desk, today: &Date) -> Result<Markup, Fault> {
        let document = &self.opened.document;
        let read = Material::of(self.opened.clone()).read_job(desk)?;
        let title = if document.title.is_empty() { "Job without a title" } else { &document.title };
        let content = html! {
            p { a href="/jobs" { "Jobs" } }
            article.job aria-labelledby="job" {
                header {
                    h1 #job { (title) }
                    @if !document.company.is_empty() { p.lead { (document.company) } }
                }
                (self.compare())
                (untold(&read, today))
                (asked(&read))
                (editor(&Edited::of(&self.opened)))
                (self.about())
            }
        };
        Ok(page(title, Place::Jobs, &[], &content))
    }

    fn compare(&self) -> Markup {
        let id = self.opened.document.id;
        html! {
            form.inline method="get" action="/match" {
                input type="hidden" name="job" value=(id);
                @if self.resumes.is_empty() {
                    button.primary type="submit" { "Compare a resume with it" }
                } @else {
                    label for="resume" { "Compare with" }
                    select #resume name="resume" {
                        @for resume in &self.resumes {
                            option value=(resume.id) { (resume.title) }
                        }
                        option value="" { "Another one" }
                    }
                    button.primary type="submit" { "Compare" }
                }
            }
        }
    }

    /// Its name, its files, its end.
    fn about(&self) -> Markup {
        let document = &self.opened.document;
        let path = |what: &str| format!("/jobs/{}/{what}", document.id);
        html! {
            section.card aria-labelledby="about" {
                h2 #about { "About this entry" }
                form.fields method="post" action=(path("name")) {
                    label for="title" { "Title" }
                    input #title name="title" value=(document.title) maxlength="160";
                    label for="company" { "Company" }
                    input #company name="company" value=(document.company) maxlength="160";
                    div.actions { button.plain type="submit" { "Rename" } }
                }
                ul {
                    @for file in &self.files {
                        li {
                            a href=(format!("/jobs/{}/files/{}", document.id, file.id)) { (file.name) }
                            ", the ad as it came"
                        }
                    }
                    li {
                        a href=(path("revisions")) { "All revisions" }
                        ", the last saved " (day(document.updated_ms))
                    }
                }
                form method="post" action=(path("bin")) {
                    button.plain type="submit" { "Put in the bin" }
                }
                p.quiet { "It stays there until you erase it." }
            }
        }
    }
}

/// What rules for jobs noticed: questions for whoever reads the ad.
fn untold(read: &ReadJob, today: &Date) -> Markup {
    let mut findings = lint::check_job(&read.job, RolePack::backend_engineer(), today);
    lint::settle_job(&mut findings, &BTreeMap::new());
    findings.retain(|one| !FOR_AUTHORS.contains(&&*one.rule));
    findings.extend(read.findings.iter().filter(|one| one.rule == "nothing-asked").cloned());
    let findings = ReportedFinding::located(&findings, &read.places());
    html! {
        section.untold aria-labelledby="untold" {
            h2 #untold { "What this ad does not tell you" }
            @if findings.is_empty() {
                p { "The rules for jobs found nothing that is missing or unclear." }
            } @else {
                p.quiet { "Ask about these before you spend an evening on it." }
                ul {
                    @for one in findings.iter().take(MOST_FINDINGS) {
                        li.(one.severity.to_string()) {
                            (sentence(&one.message))
                            " " a.rule href=(format!("/rules/{}", one.rule)) { (one.rule) }
                        }
                    }
                }
            }
        }
    }
}

/// The ad as it was read.
fn asked(read: &ReadJob) -> Markup {
    let shown = read.job.page();
    html! {
        section.ad aria-labelledby="ad" {
            h2 #ad { "The ad, as it was read" }
            @if !shown.facts.is_empty() {
                dl.facts {
                    @for fact in &shown.facts { div { dt { (fact.label) } dd { (fact.text) } } }
                }
            }
            @for part in &shown.sections {
                h3 { (part.heading) }
                @for text in &part.paragraphs { p { (text) } }
                @if !part.items.is_empty() { ul.listed { @for item in &part.items { li { (item) } } } }
            }
        }
    }
}
