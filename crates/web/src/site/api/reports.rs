//! Reports that a person keeps.

use axum::extract::State;
use axum::http::Method;
use resume::Stage;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value, json};
use store::{Kind, NewReport, ReportId, ReportSummary};

use super::answer::{Created, Json, NoContent, Problem};
use super::documents::{cursor, file_of, id_of, open};
use super::once::Once;
use super::openapi::{About, Api, Example};
use super::request::{Caller, Content, Limit, Path, Query};
use crate::site::Site;
use crate::site::clock::rfc3339;
use crate::site::desk::{Asked, Desk};
use crate::site::fault::Fault;

/// The word for the report of a check, see [`ReportSummary::kind`].
const CHECK: &str = "check";

/// A report to make and keep.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
struct ReportDraft {
    /// The `id` of the resume to check; the report leaves with it.
    #[schemars(extend("format" = "uuid"))]
    resume: String,
    /// The revision to check; otherwise the newest.
    #[schemars(range(min = 1))]
    revision: Option<i64>,
    /// The career stage to grade against; otherwise that of the resume, otherwise found.
    stage: Option<Stage>,
    /// The day that stands for today; otherwise that of the resume, otherwise today in UTC.
    #[schemars(extend("format" = "date"))]
    as_of: Option<String>,
}

/// A report without its content.
#[derive(Debug, Serialize, JsonSchema)]
#[serde(rename_all = "camelCase")]
struct ReportEntry {
    /// Its name in addresses.
    #[schemars(extend("format" = "uuid"))]
    id: String,
    /// What it reports; `check` for the report of a check.
    kind: String,
    /// What its document was called.
    title: String,
    /// The `id` of the document it is about.
    #[schemars(extend("format" = "uuid"))]
    document: Option<String>,
    /// The revision it is about.
    revision: Option<i64>,
    /// When it was made.
    #[schemars(extend("format" = "date-time"))]
    created_at: String,
}

/// A report.
#[derive(Debug, Serialize, JsonSchema)]
struct KeptReport {
    #[serde(flatten)]
    entry: ReportEntry,
    /// Its content as it was when it was made: for kind `check` the schema `Report` of that time.
    report: Map<String, Value>,
}

/// A part of the list.
#[derive(Debug, Serialize, JsonSchema)]
struct ReportList {
    /// The newest first.
    items: Vec<ReportEntry>,
    /// What to pass as `after` for the next part; `null` behind the last.
    next: Option<String>,
}

/// Which part of the list.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
struct ListParameters {
    /// Only reports about the document with this `id`.
    #[schemars(extend("format" = "uuid"))]
    document: Option<String>,
    /// `next` of the part before.
    #[schemars(regex(pattern = r"^-?[0-9]{1,15}~[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$"))]
    after: Option<String>,
    /// Entries at most.
    #[serde(default)]
    limit: Limit,
}

/// Which report.
#[derive(Debug, Deserialize, JsonSchema)]
struct At {
    /// Its `id`.
    #[schemars(extend("format" = "uuid"))]
    id: String,
}

pub(crate) fn add(api: Api) -> Api {
    let about = |id: &'static str, summary, text| About {
        tag: "Reports",
        id: id.into(),
        summary,
        text,
        problems: &[],
        example: None,
    };
    let example: Example = Some((
        "application/json",
        || json!({ "resume": "01939d5e-3c00-7000-8000-000000000000", "asOf": "2026-11-01" }),
    ));
    api.on(&Method::GET, "/reports", list, about("listReports", "List kept reports", ""))
        .on(
            &Method::POST,
            "/reports",
            create,
            About {
                example,
                problems: &[(
                    axum::http::StatusCode::NOT_FOUND,
                    "There is no such resume, or no such revision.",
                )],
                ..about(
                    "createReport",
                    "Check a saved resume and keep the report",
                    "To see how a resume changes over time.",
                )
            },
        )
        .on(&Method::GET, "/reports/{id}", get, about("getReport", "Read a kept report", ""))
        .on(
            &Method::DELETE,
            "/reports/{id}",
            delete,
            about(
                "deleteReport",
                "Erase a kept report",
                "A report never changes, so no `If-Match` is needed.",
            ),
        )
}

async fn list(
    State(site): State<Site>,
    Caller(user): Caller,
    Query(parameters): Query<ListParameters>,
) -> Result<Json<ReportList>, Problem> {
    let ListParameters { document, after, limit } = parameters;
    let document = document.as_deref().map(str::parse).transpose();
    let document =
        document.map_err(|_| Fault::bad_request("`document` is not the id of anything"))?;
    let after = cursor(after.as_deref())?;
    let page = site.store.reports(user, document, after, limit.get()).await?;
    Ok(Json::of(&ReportList {
        items: page.items.into_iter().map(entry).collect(),
        next: page.next.map(|next| next.to_string()),
    }))
}

async fn create(
    State(site): State<Site>,
    Caller(user): Caller,
    once: Once,
    content: Content<ReportDraft>,
) -> Result<Created<KeptReport>, Problem> {
    let ReportDraft { resume, revision, stage, as_of } = content.value;
    let asked = Asked { stage, as_of: super::check::day(as_of.as_deref())? };
    let id = id_of(&resume)?;
    let here = site.clone();
    let work = async move {
        let site = here;
        let opened = open(&site, user, Kind::Resume, id).await?;
        let title = opened.document.title;
        let revision = match revision {
            Some(number) if number != opened.revision.summary.number => {
                site.store.revision(user, id, number).await?
            }
            _ => opened.revision,
        };
        let number = revision.summary.number;
        let (desk, file) = (Desk::of(&site), file_of(&title, revision));
        let json = site.pool.run(move || {
            let report = desk.check(&file, &asked)?;
            Ok::<_, Fault>(serde_json::to_string(&report).unwrap_or_default())
        });
        let json = json.await??;
        let report = serde_json::from_str(&json).unwrap_or_default();
        let (document, revision) = (Some(id), Some(number));
        let new = NewReport { document, revision, kind: CHECK.to_owned(), title, json };
        let entry = entry(site.store.save_report(user, new, site.clock.now()).await?);
        let at = format!("/api/v1/reports/{}", entry.id);
        Ok(Created::of(&KeptReport { entry, report }, "\"1\"", at).0)
    };
    Ok(once.run(&site, user, &content.bytes, work).await?.into())
}

async fn get(
    State(site): State<Site>,
    Caller(user): Caller,
    Path(at): Path<At>,
) -> Result<Json<KeptReport>, Problem> {
    let store::Report { summary, json } = site.store.report(user, at.id()?).await?;
    let report = serde_json::from_str(&json).unwrap_or_default();
    Ok(Json::of(&KeptReport { entry: entry(summary), report }))
}

async fn delete(
    State(site): State<Site>,
    Caller(user): Caller,
    Path(at): Path<At>,
) -> Result<NoContent, Problem> {
    site.store.delete_report(user, at.id()?).await?;
    Ok(NoContent)
}

impl At {
    fn id(&self) -> Result<ReportId, Problem> {
        Ok(self.id.parse::<ReportId>()?)
    }
}

fn entry(summary: ReportSummary) -> ReportEntry {
    ReportEntry {
        id: summary.id.to_string(),
        kind: summary.kind,
        title: summary.title,
        document: summary.document.map(|id| id.to_string()),
        revision: summary.revision,
        created_at: rfc3339(summary.created_ms),
    }
}
