//! Resumes and saved jobs: one shape, at `/resumes` and at `/jobs`.

use axum::extract::State;
use axum::http::{Method, StatusCode};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use serde_json::{Value, json};
use store::{
    Cursor, DocumentId, Draft, Kind, NewDocument, Opened, Revision, Shelf, StoreError, UserId,
};

use super::answer::{Created, Current, Json, NoContent, Problem};
use super::check;
use super::condition::{IfMatch, IfNoneMatch, mark};
use super::once::Once;
use super::openapi::{About, Api};
use super::request::{Caller, Content, Limit, Path, Query};
use crate::site::Site;
use crate::site::clock::rfc3339;
use crate::site::fault::Fault;
use crate::site::shelf::Dropped;

/// Bytes of a text that is saved, at most; what a resume in YAML may have. 4 MiB.
const MOST_BYTES: usize = 4 << 20;
/// Characters of a title, a company or a note, at most.
const LONGEST: usize = 200;

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

/// How a text is written.
#[derive(Clone, Copy, Debug, Default, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "lowercase")]
#[schemars(rename = "SourceFormat")]
pub(crate) enum Format {
    /// YAML.
    #[default]
    Yaml,
    /// JSON.
    Json,
}

impl From<Format> for store::Format {
    fn from(format: Format) -> Self {
        match format {
            Format::Yaml => Self::Yaml,
            Format::Json => Self::Json,
        }
    }
}

impl From<store::Format> for Format {
    fn from(format: store::Format) -> Self {
        match format {
            store::Format::Yaml => Self::Yaml,
            store::Format::Json => Self::Json,
        }
    }
}

/// A document to save. A text that is saved need not be readable: people save what is half done.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct DocumentDraft {
    /// What you call it. Without control characters.
    #[schemars(length(min = 1, max = 200), regex(pattern = r"^[^\x00-\x1f\x7f]*$"))]
    title: String,
    /// Whose job it is; for jobs only.
    #[serde(default)]
    #[schemars(length(max = 200), regex(pattern = r"^[^\x00-\x1f\x7f]*$"))]
    company: String,
    /// Its text, 4 MiB at most, without U+0000.
    #[schemars(length(max = 4_194_304), regex(pattern = r"^[^\x00]*$"))]
    source: String,
    /// How it is written.
    #[serde(default)]
    format: Format,
    /// What was done, in your words.
    #[serde(default)]
    #[schemars(length(max = 200), regex(pattern = r"^[^\x00-\x1f\x7f]*$"))]
    note: String,
}

impl DocumentDraft {
    fn checked(self, kind: Kind) -> Result<NewDocument, Fault> {
        let Self { title, company, source, format, note } = self;
        let refused = |what: String| Fault::new(StatusCode::UNPROCESSABLE_ENTITY, what);
        for (name, text) in [("title", &title), ("company", &company), ("note", &note)] {
            if text.chars().count() > LONGEST || text.chars().any(|one| one.is_ascii_control()) {
                let what = format!("`{name}` is too long, or has control characters");
                return Err(refused(what).hint(format!("one line of at most {LONGEST} characters")));
            }
        }
        if title.is_empty() {
            return Err(refused("`title` is empty".to_owned()).hint("say what you call it"));
        }
        if kind == Kind::Resume && !company.is_empty() {
            let what = "`company` belongs to jobs".to_owned();
            return Err(refused(what).hint("leave it out of a resume"));
        }
        if source.len() > MOST_BYTES {
            let fault = Fault::new(StatusCode::PAYLOAD_TOO_LARGE, "`source` is larger than 4 MiB");
            return Err(fault.hint("a resume is a few kilobytes of text"));
        }
        if source.contains('\0') {
            return Err(refused("`source` holds U+0000".to_owned()).hint("take it out"));
        }
        let draft = Draft { source, format: format.into(), note };
        Ok(NewDocument { kind, title, company, draft })
    }
}

/// A document without its text.
#[derive(Debug, Serialize, JsonSchema)]
#[serde(rename_all = "camelCase")]
pub(crate) struct DocumentSummary {
    /// Its name in addresses.
    #[schemars(extend("format" = "uuid"))]
    id: String,
    /// What you call it.
    title: String,
    /// Whose job it is; empty for a resume.
    company: String,
    /// The newest revision, from 1.
    #[schemars(range(min = 1))]
    revision: i64,
    /// When it was made.
    #[schemars(extend("format" = "date-time"))]
    created_at: String,
    /// When it was saved last.
    #[schemars(extend("format" = "date-time"))]
    updated_at: String,
    /// Since when it is in the bin.
    #[schemars(extend("format" = "date-time"))]
    deleted_at: Option<String>,
}

/// A document with its newest text.
#[derive(Debug, Serialize, JsonSchema)]
#[serde(rename_all = "camelCase")]
pub(crate) struct Document {
    #[serde(flatten)]
    summary: DocumentSummary,
    /// How the text is written.
    format: Format,
    /// What was done last, in your words.
    note: String,
    /// The text.
    source: String,
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

pub(crate) fn document(opened: Opened) -> Document {
    let Opened { document, revision } = opened;
    let Revision { summary: of_revision, source } = revision;
    Document {
        summary: summary(document),
        format: of_revision.format.into(),
        note: of_revision.note,
        source,
    }
}

fn summary(document: store::Document) -> DocumentSummary {
    DocumentSummary {
        id: document.id.to_string(),
        title: document.title,
        company: document.company,
        revision: document.head,
        created_at: rfc3339(document.created_ms),
        updated_at: rfc3339(document.updated_ms),
        deleted_at: document.deleted_ms.map(rfc3339),
    }
}
