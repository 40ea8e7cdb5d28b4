//! Every text that a resume or a job ever had, and the ways back.

use std::num::NonZeroU32;

use axum::extract::State;
use axum::http::Method;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use store::RevisionSummary;

use super::answer::{Current, Json, Problem};
use super::condition::{IfMatch, mark};
use super::documents::{At, Kept, id_of, open};
use super::openapi::{About, Api};
use super::request::{Caller, Limit, Path, Query};
use super::shapes::{Document, Format, document};
use crate::hex::hex;
use crate::site::Site;
use crate::site::clock::rfc3339;

/// A revision without its text.
#[derive(Debug, Serialize, JsonSchema)]
#[serde(rename_all = "camelCase")]
struct RevisionEntry {
    /// Counted from 1.
    #[schemars(range(min = 1))]
    number: i64,
    /// How the text is written.
    format: Format,
    /// What was done, in the words of who saved it.
    note: String,
    /// SHA-256 of the text, in hexadecimal digits.
    sha256: String,
    /// The revision whose text this one brought back.
    restored_from: Option<i64>,
    /// When it was saved.
    #[schemars(extend("format" = "date-time"))]
    created_at: String,
}

/// A revision.
#[derive(Debug, Serialize, JsonSchema)]
struct Revision {
    #[serde(flatten)]
    entry: RevisionEntry,
    /// The text.
    source: String,
}

/// A part of the list.
#[derive(Debug, Serialize, JsonSchema)]
struct RevisionList {
    /// The newest first.
    items: Vec<RevisionEntry>,
    /// What to pass as `before` for the next part; `null` behind the last.
    next: Option<i64>,
}

/// Which part of the list.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
struct ListParameters {
    /// Only revisions before this one.
    before: Option<NonZeroU32>,
    /// Entries at most.
    #[serde(default)]
    limit: Limit,
}

/// Which revision.
#[derive(Debug, Deserialize, JsonSchema)]
struct AtRevision {
    /// The `id` of the document.
    #[schemars(extend("format" = "uuid"))]
    id: String,
    /// Its number.
    #[schemars(range(min = 1))]
    number: i64,
}

pub(crate) fn add<K: Kept>(api: Api) -> Api {
    let about = |verb: &str, what: &str, summary: &'static str, text: &'static str| About {
        tag: K::TAG,
        id: format!("{verb}{}{what}", K::NAME).into(),
        summary,
        text,
        problems: &[],
        example: None,
    };
    let at = |rest: &str| format!("{}/{{id}}{rest}", K::PATH);
    api.on(
        &Method::GET,
        &at("/revisions"),
        list::<K>,
        about("list", "Revisions", "List the revisions", ""),
    )
    .on(
        &Method::GET,
        &at("/revisions/{number}"),
        get::<K>,
        about("get", "Revision", "Read a revision", "A revision never changes."),
    )
    .on(
        &Method::POST,
        &at("/revisions/{number}/restore"),
        restore::<K>,
        about("restore", "Revision", "Bring the text of a revision back", "As a new revision."),
    )
    .on(
        &Method::POST,
        &at("/recover"),
        recover::<K>,
        about("recover", "", "Take one out of the bin", ""),
    )
}

async fn list<K: Kept>(
    State(site): State<Site>,
    Caller(user): Caller,
    Path(at): Path<At>,
    Query(parameters): Query<ListParameters>,
) -> Result<Json<RevisionList>, Problem> {
    let id = at.id()?;
    open(&site, user, K::KIND, id).await?;
    let limit = parameters.limit.get();
    let before = parameters.before.map(|before| i64::from(before.get()));
    // One more than fits tells whether there is another part.
    let mut found = site.store.revisions(user, id, before, limit + 1).await?;
    let more = found.len() > limit;
    found.truncate(limit);
    let next = found.last().filter(|_| more).map(|last| last.number);
    Ok(Json::of(&RevisionList { items: found.into_iter().map(entry).collect(), next }))
}

async fn get<K: Kept>(
    State(site): State<Site>,
    Caller(user): Caller,
    Path(at): Path<AtRevision>,
) -> Result<Json<Revision>, Problem> {
    let id = id_of(&at.id)?;
    open(&site, user, K::KIND, id).await?;
    let store::Revision { summary, source } = site.store.revision(user, id, at.number).await?;
    Ok(Json::of(&Revision { entry: entry(summary), source }))
}

async fn restore<K: Kept>(
    State(site): State<Site>,
    Caller(user): Caller,
    Path(at): Path<AtRevision>,
    seen: IfMatch,
) -> Result<Current<Document>, Problem> {
    let id = id_of(&at.id)?;
    seen.base(open(&site, user, K::KIND, id).await?.document.head)?;
    site.store.restore_revision(user, id, at.number, site.clock.now()).await?;
    now::<K>(&site, Caller(user), id).await
}

async fn recover<K: Kept>(
    State(site): State<Site>,
    Caller(user): Caller,
    Path(at): Path<At>,
    seen: IfMatch,
) -> Result<Current<Document>, Problem> {
    let id = at.id()?;
    let found = open(&site, user, K::KIND, id).await?.document;
    seen.base(found.head)?;
    // Asked twice, it is done already.
    if found.deleted_ms.is_some() {
        site.store.unbin_document(user, id).await?;
    }
    now::<K>(&site, Caller(user), id).await
}

/// A document as it is after a change.
async fn now<K: Kept>(
    site: &Site,
    Caller(user): Caller,
    id: store::DocumentId,
) -> Result<Current<Document>, Problem> {
    let opened = open(site, user, K::KIND, id).await?;
    let mark = mark(&opened.document);
    Ok(Current::of(&document(opened), &mark))
}

fn entry(summary: RevisionSummary) -> RevisionEntry {
    RevisionEntry {
        number: summary.number,
        format: summary.format.into(),
        note: summary.note,
        sha256: hex(&summary.sha256),
        restored_from: summary.restored_from,
        created_at: rfc3339(summary.created_ms),
    }
}
