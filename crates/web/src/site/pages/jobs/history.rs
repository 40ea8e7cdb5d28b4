//! What a saved job was before, and the ad as it came.

use axum::extract::{Path, State};
use axum::http::header::{CONTENT_DISPOSITION, CONTENT_TYPE};
use axum::response::{IntoResponse, Redirect, Response};
use maud::{Markup, html};
use store::FileId;

use crate::site::Site;
use crate::site::clock::day;
use crate::site::fault::Fault;
use crate::site::fields::Fields;
use crate::site::layout::{Place, page};
use crate::site::person::Person;

/// Revisions on a page.
const MOST: usize = 100;

/// Every revision, the newest first.
pub(crate) async fn revisions(
    State(site): State<Site>,
    Person(user): Person,
    Path(id): Path<String>,
    fields: Fields,
) -> Result<Markup, Fault> {
    let (id, opened) = super::find(&site, user, &id).await?;
    let before = fields.get("before").and_then(|before| before.parse().ok());
    let found = site.store.revisions(user, id, before, MOST).await?;
    let older = found.last().map(|last| last.number).filter(|number| *number > 1);
    let content = html! {
        p { a href=(format!("/jobs/{id}")) { (opened.document.title) } }
        h1 { "Revisions" }
        ol.documents {
            @for one in &found {
                li.card {
                    a href=(format!("/jobs/{id}/revisions/{}", one.number)) { "Revision " (one.number) }
                    p.quiet {
                        (day(one.created_ms))
                        @if let Some(from) = one.restored_from { ", revision " (from) " again" }
                        @else if !one.note.is_empty() { ", " (one.note) }
                    }
                }
            }
        }
        @if let Some(older) = older {
            p { a href=(format!("/jobs/{id}/revisions?before={older}")) { "Older ones" } }
        }
    };
    Ok(page("Revisions", Place::Jobs, &[], &content))
}

/// One revision.
pub(crate) async fn revision(
    State(site): State<Site>,
    Person(user): Person,
    Path((id, number)): Path<(String, String)>,
) -> Result<Markup, Fault> {
    let (id, opened) = super::find(&site, user, &id).await?;
    let number: i64 = number.parse().map_err(|_| Fault::not_found("revision"))?;
    let found = site.store.revision(user, id, number).await?;
    let content = html! {
        p { a href=(format!("/jobs/{id}/revisions")) { "Revisions" } }
        h1 { "Revision " (number) }
        @if number != opened.document.head {
            form method="post" action=(format!("/jobs/{id}/revisions/{number}")) {
                button.primary type="submit" { "Bring this text back" }
            }
            p.quiet { "It becomes a new revision; nothing is lost." }
        }
        pre.code { (found.source) }
    };
    Ok(page(&format!("Revision {number}"), Place::Jobs, &[], &content))
}

/// Brings the text of a revision back, as a new one.
pub(crate) async fn bring_back(
    State(site): State<Site>,
    Person(user): Person,
    Path((id, number)): Path<(String, String)>,
) -> Result<Redirect, Fault> {
    let (id, _) = super::find(&site, user, &id).await?;
    let number: i64 = number.parse().map_err(|_| Fault::not_found("revision"))?;
    site.store.restore_revision(user, id, number, site.clock.now()).await?;
    Ok(Redirect::to(&format!("/jobs/{id}")))
}

/// The ad as it came: to be kept, never shown by a browser.
pub(crate) async fn original(
    State(site): State<Site>,
    Person(user): Person,
    Path((id, file)): Path<(String, String)>,
) -> Result<Response, Fault> {
    let (id, _) = super::find(&site, user, &id).await?;
    let file: FileId = file.parse().map_err(|_| Fault::not_found("file"))?;
    let stored = site.store.file(user, file).await?;
    if stored.file.document != Some(id) {
        return Err(Fault::not_found("file"));
    }
    // A header holds no letter outside of ASCII, and no quotation mark.
    let plain = |c: char| if c.is_ascii_alphanumeric() || ".-_ ".contains(c) { c } else { '-' };
    let name: String = stored.file.name.chars().map(plain).collect();
    let headers = [
        (CONTENT_TYPE, "application/octet-stream".to_owned()),
        (CONTENT_DISPOSITION, format!("attachment; filename=\"{name}\"")),
    ];
    Ok((headers, stored.bytes).into_response())
}
