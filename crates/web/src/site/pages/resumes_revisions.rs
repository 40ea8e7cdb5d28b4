//! Every revision of a resume: what each changed, and going back to it.

use axum::extract::{Path, Query, State};
use axum::response::Redirect;
use extract::Limits;
use maud::{Markup, html};
use resume::Resume;
use resume::difference::{BulletDifference, Difference, EntryDifference, FieldDifference};
use serde::Deserialize;
use store::{Opened, Revision};

use super::builder::{open, read_as};
use crate::site::Site;
use crate::site::clock::day;
use crate::site::fault::Fault;
use crate::site::layout::{Place, layout};
use crate::site::person::Person;

/// Revisions on one page.
const ON_A_PAGE: usize = 20;
const MINUTE: i64 = 60_000;

/// Which revisions are shown.
#[derive(Debug, Default, Deserialize)]
pub(crate) struct Where {
    /// Those before this one.
    before: Option<i64>,
}

pub(crate) async fn list(
    State(site): State<Site>,
    Person(user): Person,
    Path(id): Path<String>,
    Query(place): Query<Where>,
) -> Result<Markup, Fault> {
    let opened = open(&site, user, &id).await?;
    let id = opened.document.id;
    // One more, which the last one shown is compared with.
    let found = site.store.revisions(user, id, place.before, ON_A_PAGE + 1).await?;
    let mut revisions = Vec::with_capacity(found.len());
    for one in &found {
        revisions.push(site.store.revision(user, id, one.number).await?);
    }
    site.pool.run(move || listed(&opened, &revisions)).await
}

fn listed(opened: &Opened, revisions: &[Revision]) -> Markup {
    let resumes: Vec<Option<Resume>> = revisions.iter().map(read).collect();
    let here = format!("/resumes/{}", opened.document.id);
    let shown = revisions.iter().enumerate().take(ON_A_PAGE);
    let more = (revisions.len() > ON_A_PAGE).then(|| revisions[ON_A_PAGE - 1].summary.number);
    let content = html! {
        div.resumes {
            h1 { "Revisions of " a href=(here) { (opened.document.title) } }
            p.quiet { "Nothing is ever lost: going back makes a new revision." }
            ol.revisions {
                @for (at, revision) in shown {
                    @let summary = &revision.summary;
                    li.card id={ "revision-" (summary.number) } {
                        h2 { "Revision " (summary.number) }
                        p.quiet {
                            time { (moment(summary.created_ms)) }
                            @if let Some(from) = summary.restored_from { ", as revision " (from) " was" }
                            @if !summary.note.is_empty() { ": " (summary.note) }
                        }
                        @match resumes.get(at + 1) {
                            None => p.quiet { "The first one." },
                            Some(before) => (compared(before.as_ref(), resumes[at].as_ref())),
                        }
                        @if summary.number != opened.document.head {
                            form method="post" action={ (here) "/revisions/" (summary.number) "/restore" } {
                                button.plain type="submit" { "Go back to revision " (summary.number) }
                            }
                        }
                    }
                }
            }
            @if let Some(before) = more { p { a href={ (here) "/revisions?before=" (before) } { "Older ones" } } }
        }
    };
    layout("Revisions", Place::Resumes, &content)
}

pub(crate) async fn restore(
    State(site): State<Site>,
    Person(user): Person,
    Path((id, number)): Path<(String, i64)>,
) -> Result<Redirect, Fault> {
    let id = open(&site, user, &id).await?.document.id;
    site.store.restore_revision(user, id, number, site.clock.now()).await?;
    Ok(Redirect::to(&format!("/resumes/{id}")))
}

/// The resume of a revision; none when its text cannot be read.
fn read(revision: &Revision) -> Option<Resume> {
    let format = read_as(revision.summary.format);
    let parsed = extract::read(revision.source.as_bytes(), format, &Limits::default());
    parsed.ok().map(|parsed| parsed.resume)
}

/// Day and time in UTC.
fn moment(ms: i64) -> String {
    let minutes = ms.div_euclid(MINUTE).rem_euclid(24 * 60);
    format!("{} {:02}:{:02} UTC", day(ms), minutes / 60, minutes % 60)
}

/// What a resume says that the one before it did not.
pub(crate) fn compared(was: Option<&Resume>, now: Option<&Resume>) -> Markup {
    let (Some(was), Some(now)) = (was, now) else {
        return html! { p.quiet { "One of the two cannot be read, so they are not compared." } };
    };
    let difference = Difference::between(was, now);
    if difference.is_empty() {
        let settings = was.vitae != now.vitae;
        return html! {
            p.quiet { @if settings { "Settings changed." } @else { "The page says the same." } }
        };
    }
    html! {
        dl.difference {
            @for section in &difference.sections {
                dt { (section.section) }
                dd {
                    ul {
                        @for one in &section.fields { (field(one)) }
                        @for one in &section.entries { (entry(one)) }
                    }
                }
            }
            @if let Some(order) = &difference.order {
                dt { "order of sections" }
                dd { (order.now.join(", ")) }
            }
        }
    }
}

fn entry(entry: &EntryDifference) -> Markup {
    html! {
        @match entry {
            EntryDifference::Removed { entry, .. } => li { del { (entry) } },
            EntryDifference::Added { entry, .. } => li { ins { (entry) } },
            EntryDifference::Changed { entry, moved, fields, bullets, .. } => li {
                b { (entry) } @if *moved { " (moved)" }
                ul {
                    @for one in fields { (field(one)) }
                    @for one in bullets { (bullet(one)) }
                }
            },
        }
    }
}

fn field(field: &FieldDifference) -> Markup {
    html! {
        @match field {
            FieldDifference::Text { field, was, now } => li {
                (field) ": "
                @if let Some(was) = was { del { (was) } " " }
                @if let Some(now) = now { ins { (now) } }
            },
            FieldDifference::Items { field, removed, added, .. } => li {
                (field) ": "
                @if !removed.is_empty() { del { (removed.join(", ")) } " " }
                @if !added.is_empty() { ins { (added.join(", ")) } }
                @if removed.is_empty() && added.is_empty() { "another order" }
            },
        }
    }
}

fn bullet(bullet: &BulletDifference) -> Markup {
    html! {
        @match bullet {
            BulletDifference::Removed { text, .. } => li { del { (text) } },
            BulletDifference::Added { text, .. } => li { ins { (text) } },
            BulletDifference::Reworded { from, to, .. } => li { del { (from) } " " ins { (to) } },
            BulletDifference::Moved { text, .. } => li { "moved: " (text) },
        }
    }
}
