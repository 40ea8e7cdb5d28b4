//! Reports that somebody asked to keep: without the file, in the database.

use axum::Form;
use axum::extract::{Path, Query, State};
use axum::response::{Redirect, Response};
use maud::{Markup, html};
use resume::Report;
use serde::Deserialize;
use store::{Cursor, NewReport, ReportId};

use super::actions::downloads;
use super::findings::On;
use super::{Wish, alone, dropped, files, title};
use crate::site::Site;
use crate::site::clock::day;
use crate::site::desk::Desk;
use crate::site::fault::Fault;
use crate::site::layout::{Place, layout};
use crate::site::person::Person;

/// What the store calls reports of this kind.
const KIND: &str = "check";
/// Reports on a page.
const ON_A_PAGE: usize = 50;

/// Keeps the report of a file that was dropped.
pub(super) async fn save(
    State(site): State<Site>,
    Person(user): Person,
    Path(key): Path<String>,
    Form(wish): Form<Wish>,
) -> Result<Redirect, Fault> {
    let file = dropped(&site, &key)?;
    let asked = wish.asked()?;
    let desk = Desk::of(&site);
    let work = move || Ok::<_, Fault>(desk.examine(&file, &asked)?.reviewed.report);
    let report = site.pool.run(work).await??;
    let new = NewReport {
        document: None,
        revision: None,
        kind: KIND.to_owned(),
        title: title(&report.file).to_owned(),
        json: json(report)?,
    };
    let saved = site.store.save_report(user, new, site.clock.now()).await?;
    Ok(Redirect::to(&format!("/reports/saved/{}", saved.id)))
}

/// A report as it is kept: in the published form, and such that it can be read again. The changes
/// that a program may make belong to the file, which is not kept.
fn json(mut report: Report) -> Result<String, Fault> {
    for finding in &mut report.findings {
        finding.fix = None;
    }
    let json = serde_json::to_string(&report).map_err(|_| Fault::ours())?;
    Report::read(&json).map(|_| json).ok_or_else(Fault::ours)
}

/// Where a list goes on.
#[derive(Debug, Default, Deserialize)]
pub(super) struct Further {
    after: Option<String>,
}

/// All saved reports, the newest first.
pub(super) async fn list(
    State(site): State<Site>,
    Person(user): Person,
    Query(further): Query<Further>,
) -> Result<Markup, Fault> {
    let after = further.after.map(|after| after.parse::<Cursor>()).transpose()?;
    let reports = site.store.reports(user, None, after, ON_A_PAGE).await?;
    let own: Vec<_> = reports.items.iter().filter(|one| one.kind == KIND).collect();
    let content = html! {
        article.report aria-labelledby="saved" {
            header.about {
                h1 #saved { "Saved reports" }
                p.quiet { "Reports only: the files they are about are not kept." }
            }
            @if own.is_empty() {
                p { "There are none. " a href="/" { "Check a resume" } ", and save its report." }
            } @else {
                ul.saved {
                    @for one in own {
                        li.card {
                            div {
                                h2 { a href=(format!("/reports/saved/{}", one.id)) { (one.title) } }
                                p.quiet { "Saved on " (day(one.created_ms)) }
                            }
                            (removal(one.id, &one.title))
                        }
                    }
                }
            }
            @if let Some(next) = reports.next {
                p { a href=(format!("/reports/saved?after={next}")) { "Older reports" } }
            }
        }
    };
    Ok(layout("Saved reports", Place::Check, &content))
}

fn removal(id: ReportId, title: &str) -> Markup {
    html! {
        form method="post" action=(format!("/reports/saved/{id}/delete")) {
            button.plain type="submit" aria-label=(format!("Delete the report of {title}")) { "Delete" }
        }
    }
}

/// A report that is kept.
async fn kept(site: &Site, user: store::UserId, id: &str) -> Result<(ReportId, Report), Fault> {
    let id: ReportId = id.parse().map_err(|_| Fault::not_found("report"))?;
    let report = site.store.report(user, id).await?;
    let read = Report::read(&report.json).filter(|_| report.summary.kind == KIND);
    read.map(|report| (id, report)).ok_or_else(|| Fault::not_found("report"))
}

/// One saved report.
pub(super) async fn show(
    State(site): State<Site>,
    Person(user): Person,
    Path(id): Path<String>,
) -> Result<Markup, Fault> {
    let (id, report) = kept(&site, user, &id).await?;
    let name = title(&report.file).to_owned();
    let content = html! {
        article.report aria-labelledby="report" {
            header.about {
                h1 #report { (name) }
                p.quiet { "A saved report, graded as of " (report.as_of) ". The file was not kept." }
            }
            div.actions {
                a.button href="/reports/saved" { "All saved reports" }
                (downloads(&format!("/reports/saved/{id}/download"), ""))
                (removal(id, &name))
            }
            (alone(&report, On::Saved))
        }
    };
    Ok(layout(&format!("Saved report of {name}"), Place::Check, &content))
}

/// A saved report as a file.
pub(super) async fn download(
    State(site): State<Site>,
    Person(user): Person,
    Path((id, file)): Path<(String, String)>,
) -> Result<Response, Fault> {
    let (_, report) = kept(&site, user, &id).await?;
    files::written(&report, &file)
}

/// Erases a saved report.
pub(super) async fn delete(
    State(site): State<Site>,
    Person(user): Person,
    Path(id): Path<String>,
) -> Result<Redirect, Fault> {
    let id: ReportId = id.parse().map_err(|_| Fault::not_found("report"))?;
    site.store.delete_report(user, id).await?;
    Ok(Redirect::to("/reports/saved"))
}
