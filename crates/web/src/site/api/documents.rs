//! Resumes and saved jobs: one shape, at `/resumes` and at `/jobs`.

use axum::extract::State;
use axum::http::{Method, StatusCode};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use serde_json::{Value, json};
use store::{Cursor, DocumentId, Kind, NewDocument, Opened, Revision, Shelf, StoreError, UserId};

use super::answer::{Created, Current, Json, NoContent, Problem};
use super::check;
use super::condition::{IfMatch, IfNoneMatch, mark};
use super::once::Once;
use super::openapi::{About, Api};
use super::request::{Caller, Content, Limit, Path, Query};
use super::shapes::{Document, DocumentDraft, DocumentSummary, document, summary};
use crate::site::Site;
use crate::site::fault::Fault;
use crate::site::shelf::Dropped;

/// One kind of document.
pub(crate) trait Kept: Send + Sync + 'static {
    const KIND: Kind;
    /// Where they are.
    const PATH: &'static str;
    /// The part of the API they belong to.
    const TAG: &'static str;
    /// What one is called in the names of operations.
    const NAME: &'static str;
    /// The text of a first one.
    fn example() -> Value;
}

/// Resumes.
pub(crate) struct Resumes;

impl Kept for Resumes {
    const KIND: Kind = Kind::Resume;
    const PATH: &'static str = "/resumes";
    const TAG: &'static str = "Resumes";
    const NAME: &'static str = "Resume";

    fn example() -> Value {
        json!({ "title": "Platform roles", "source": check::resume() })
    }
}

/// Jobs that a candidate saved.
pub(crate) struct Jobs;

impl Kept for Jobs {
    const KIND: Kind = Kind::Job;
    const PATH: &'static str = "/jobs";
    const TAG: &'static str = "Jobs";
    const NAME: &'static str = "Job";

    fn example() -> Value {
        json!({ "title": "Backend Engineer", "company": "Larkspur", "source": check::job() })
    }
}

/// A part of the list.
#[derive(Debug, Serialize, JsonSchema)]
struct DocumentList {
    /// The last saved first.
    items: Vec<DocumentSummary>,
    /// What to pass as `after` for the next part; `null` behind the last.
    next: Option<String>,
}

/// Which part of a list.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
struct ListParameters {
    /// `next` of the part before.
    #[schemars(regex(pattern = r"^-?[0-9]{1,15}~[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$"))]
    after: Option<String>,
    /// Entries at most.
    #[serde(default)]
    limit: Limit,
    /// What is in the bin, instead of what is in use.
    #[serde(default)]
    bin: bool,
}

/// Which document.
#[derive(Debug, Deserialize, JsonSchema)]
pub(crate) struct At {
    /// Its `id`.
    #[schemars(extend("format" = "uuid"))]
    id: String,
}

/// What is to be done to a document.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
struct DeleteParameters {
    /// Erases it for good, with all revisions; only out of the bin.
    #[serde(default)]
    erase: bool,
}

pub(crate) fn add<K: Kept>(api: Api) -> Api {
    let one = format!("{}/{{id}}", K::PATH);
    let about = |verb: &str, summary: &'static str, text: &'static str| About {
        tag: K::TAG,
        id: format!("{verb}{}", K::NAME).into(),
        summary,
        text,
        problems: &[],
        example: None,
    };
    api.on(&Method::GET, K::PATH, list::<K>, about("list", "List them", ""))
        .on(
            &Method::POST,
            K::PATH,
            create::<K>,
            About {
                example: Some(("application/json", K::example)),
                ..about("create", "Save a new one", "Its first revision is 1.")
            },
        )
        .on(&Method::GET, &one, get::<K>, about("get", "Read one", "Also out of the bin."))
        .on(
            &Method::PUT,
            &one,
            put::<K>,
            About {
                example: Some(("application/json", K::example)),
                ..about(
                    "save",
                    "Save a new revision",
                    "All earlier revisions stay. A text that is the newest already makes no revision.",
                )
            },
        )
        .on(
            &Method::DELETE,
            &one,
            delete::<K>,
            about("delete", "Put one into the bin", "Or, with `erase`, out of the bin and away."),
        )
}

async fn list<K: Kept>(
    State(site): State<Site>,
    Caller(user): Caller,
    Query(parameters): Query<ListParameters>,
) -> Result<Json<DocumentList>, Problem> {
    let ListParameters { after, limit, bin } = parameters;
    let shelf = if bin { Shelf::Bin } else { Shelf::Current };
    let after = cursor(after.as_deref())?;
    let page = site.store.documents(user, K::KIND, shelf, after, limit.get()).await?;
    Ok(Json::of(&DocumentList {
        items: page.items.into_iter().map(summary).collect(),
        next: page.next.map(|next| next.to_string()),
    }))
}

async fn create<K: Kept>(
    State(site): State<Site>,
    Caller(user): Caller,
    once: Once,
    content: Content<DocumentDraft>,
) -> Result<Created<Document>, Problem> {
    let new = content.value.checked(K::KIND)?;
    let (store, now) = (site.store.clone(), site.clock.now());
    let work = async move {
        let id = store.create_document(user, new, now).await?.id;
        let opened = store.document(user, id).await?;
        let mark = mark(&opened.document);
        let at = format!("/api/v1{}/{id}", K::PATH);
        Ok(Created::of(&document(opened), &mark, at).0)
    };
    Ok(once.run(&site, user, &content.bytes, work).await?.into())
}

async fn get<K: Kept>(
    State(site): State<Site>,
    Caller(user): Caller,
    Path(at): Path<At>,
    seen: IfNoneMatch,
) -> Result<Current<Document>, Problem> {
    let opened = open(&site, user, K::KIND, at.id()?).await?;
    let mark = mark(&opened.document);
    if seen.has(&mark) {
        return Ok(Current::not_modified(&mark));
    }
    Ok(Current::of(&document(opened), &mark))
}

async fn put<K: Kept>(
    State(site): State<Site>,
    Caller(user): Caller,
    Path(at): Path<At>,
    seen: IfMatch,
    content: Content<DocumentDraft>,
) -> Result<Current<Document>, Problem> {
    let id = at.id()?;
    let NewDocument { title, company, draft, .. } = content.value.checked(K::KIND)?;
    let mut opened = open(&site, user, K::KIND, id).await?;
    let head = opened.document.head;
    // One mark that is too old is left to the store: an answer that was lost is given again.
    let base = seen.only().map_or_else(|| seen.base(head), Ok)?;
    let now = site.clock.now();
    let source = draft.source.clone();
    let saved = site.store.save_revision(user, id, base, draft, now).await.map_err(stale)?;
    let before = &mut opened.document;
    if before.title != title || before.company != company {
        site.store.rename_document(user, id, &title, &company).await?;
        (before.title, before.company) = (title, company);
    }
    if saved.number != before.head {
        (before.head, before.updated_ms) = (saved.number, saved.created_ms);
    }
    let mark = mark(before);
    opened.revision = Revision { summary: saved, source };
    Ok(Current::of(&document(opened), &mark))
}

async fn delete<K: Kept>(
    State(site): State<Site>,
    Caller(user): Caller,
    Path(at): Path<At>,
    Query(parameters): Query<DeleteParameters>,
    seen: IfMatch,
) -> Result<NoContent, Problem> {
    let id = at.id()?;
    let opened = open(&site, user, K::KIND, id).await?;
    seen.base(opened.document.head)?;
    if !parameters.erase {
        site.store.bin_document(user, id, site.clock.now()).await?;
    } else if opened.document.deleted_ms.is_some() {
        site.store.erase_document(user, id).await?;
    } else {
        let fault = Fault::new(StatusCode::CONFLICT, "only what is in the bin can be erased");
        return Err(fault.hint("put it into the bin first: DELETE without `erase`").into());
    }
    Ok(NoContent)
}

impl At {
    pub(crate) fn id(&self) -> Result<DocumentId, Problem> {
        id_of(&self.id)
    }
}

/// The id that a text is.
pub(crate) fn id_of(text: &str) -> Result<DocumentId, Problem> {
    Ok(text.parse::<DocumentId>()?)
}

/// A document of a kind; one of another kind is not there.
pub(crate) async fn open(
    site: &Site,
    user: UserId,
    kind: Kind,
    id: DocumentId,
) -> Result<Opened, Problem> {
    let opened = site.store.document(user, id).await?;
    if opened.document.kind == kind { Ok(opened) } else { Err(StoreError::NotFound.into()) }
}

/// A saved text as a file.
pub(crate) fn file_of(title: &str, revision: Revision) -> Dropped {
    let extension = revision.summary.format.as_str();
    Dropped { name: format!("{title}.{extension}"), bytes: revision.source.into_bytes() }
}

/// A change that started from another revision than the newest did not fulfill its condition.
pub(crate) fn stale(error: StoreError) -> Problem {
    match error {
        StoreError::Conflict { head } => Problem::stale(head),
        other => other.into(),
    }
}

/// The place in a list that a text is.
pub(crate) fn cursor(text: Option<&str>) -> Result<Option<Cursor>, Problem> {
    let cursor = text.map(str::parse::<Cursor>).transpose();
    Ok(cursor.map_err(|error| Fault::bad_request(error.to_string()))?)
}
