//! `POST /match`: what a resume shows of a job.

use axum::extract::{FromRequest, Request, State};
use axum::http::{Method, StatusCode};
use facts::requirement;
use lint::Options;
use matching::Evidence;
use resume::Date;
use resume::coverage::Coverage;
use roles::RolePack;
use schemars::JsonSchema;
use serde::de::Error;
use serde::{Deserialize, Deserializer, Serialize};
use serde_json::{Map, Value, json};
use store::Kind;

use super::answer::{Json, Problem};
use super::documents::id_of;
use super::openapi::{About, Api, Operation, Part};
use super::request::{Caller, Content, Query, form, media_type, unknown_field};
use super::{check, documents};
use crate::site::Site;
use crate::site::desk::{Asked, Desk};
use crate::site::fault::Fault;
use crate::site::shelf::Dropped;

/// What a request may ask for beside its files.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
struct Parameters {
    /// The day that stands for today; otherwise that of the resume, otherwise today in UTC.
    #[schemars(extend("format" = "date"))]
    as_of: Option<String>,
}

/// A resume and a job.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(rename = "MatchRequest")]
struct Pair {
    /// The resume.
    resume: Named,
    /// The job.
    job: Named,
}

/// A text, or something that is saved.
#[derive(Debug, JsonSchema)]
#[schemars(untagged, rename = "TextOrId")]
enum Named {
    /// A text.
    Text(Text),
    /// Something that is saved.
    Saved(Saved),
}

impl<'de> Deserialize<'de> for Named {
    /// Says of an entry that is not known which it is, as no untagged enum does.
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let map = Map::deserialize(deserializer)?;
        let saved = map.contains_key("id") && !map.contains_key("text");
        let value = Value::Object(map);
        let read = if saved {
            serde_json::from_value(value).map(Self::Saved)
        } else {
            serde_json::from_value(value).map(Self::Text)
        };
        read.map_err(D::Error::custom)
    }
}

/// A text.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
struct Text {
    /// The text itself: YAML, JSON, Markdown, plain text.
    text: String,
    /// What its file is called; its extension helps to read it.
    #[serde(default)]
    file: String,
}

/// Something that is saved.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(rename = "SavedId")]
struct Saved {
    /// Its `id`.
    #[schemars(extend("format" = "uuid"))]
    id: String,
}

/// What a resume shows of a job.
#[derive(Serialize, JsonSchema)]
#[serde(rename_all = "camelCase")]
struct Match {
    /// Always `vitae-match/1`.
    format: &'static str,
    /// The resume that was read; `-` when it came without a name.
    resume: String,
    /// The job that was read; `-` when it came without a name.
    job: String,
    /// What the job is called.
    title: Option<String>,
    /// The day that stood for today, as ISO 8601.
    as_of: String,
    #[serde(flatten)]
    coverage: Coverage,
}

/// The two sides, as they came.
enum Sides {
    Files(Dropped, Dropped),
    Named(Pair),
}

impl FromRequest<Site> for Sides {
    type Rejection = Problem;

    async fn from_request(request: Request, site: &Site) -> Result<Self, Problem> {
        if media_type(request.headers()) != "multipart/form-data" {
            return Ok(Self::Named(Content::from_request(request, site).await?.value));
        }
        let mut form = form(request, site).await?;
        let (mut resume, mut job) = (None, None);
        while let Some(field) = form.next_field().await.map_err(Fault::from)? {
            let side = match field.name() {
                Some("resume") if resume.is_none() => &mut resume,
                Some("job") if job.is_none() => &mut job,
                name => return Err(unknown_field(name.unwrap_or_default()).into()),
            };
            let name = field.file_name().filter(|name| !name.is_empty()).unwrap_or("-").to_owned();
            let bytes = field.bytes().await.map_err(Fault::from)?.to_vec();
            *side = Some(Dropped { name, bytes });
        }
        let (Some(resume), Some(job)) = (resume, job) else {
            let fault = Fault::bad_request("the form has to hold a resume and a job");
            return Err(fault.hint("name the fields `resume` and `job`").into());
        };
        Ok(Self::Files(resume, job))
    }
}

impl Part for Sides {
    fn describe(operation: &mut Operation<'_>) {
        Content::<Pair>::describe(operation);
        let schema = operation.schema::<Pair>();
        let file = json!({ "type": "string", "contentMediaType": "application/octet-stream" });
        let form = json!({
            "type": "object",
            "properties": { "resume": file, "job": file },
            "required": ["resume", "job"],
        });
        let content = json!({
            "application/json": { "schema": schema },
            "multipart/form-data": { "schema": form },
        });
        operation.body("Texts, ids of what is saved, or two files as a form.", &content);
    }
}

pub(crate) fn add(api: Api) -> Api {
    api.on(
        &Method::POST,
        "/match",
        cover,
        About {
            tag: "Files",
            id: "match".into(),
            summary: "Match a resume with a job",
            text: "Requirement by requirement what the resume shows, with its own words. The same as `vitae match \
                   --format json`. Nothing is stored.",
            problems: &[
                (StatusCode::NOT_FOUND, "Nothing is saved under that id."),
                (StatusCode::UNPROCESSABLE_ENTITY, "A file cannot be read, or the job asks for nothing."),
            ],
            example: Some(("application/json", || {
                json!({ "resume": { "text": check::resume() }, "job": { "text": check::job() } })
            })),
        },
    )
}

async fn cover(
    State(site): State<Site>,
    caller: Caller,
    Query(parameters): Query<Parameters>,
    sides: Sides,
) -> Result<Json<Match>, Problem> {
    let as_of = check::day(parameters.as_of.as_deref())?;
    let (resume, job) = match sides {
        Sides::Files(resume, job) => (resume, job),
        Sides::Named(Pair { resume, job }) => (
            dropped(&site, caller, Kind::Resume, resume).await?,
            dropped(&site, caller, Kind::Job, job).await?,
        ),
    };
    let desk = Desk::of(&site);
    Ok(site.pool.run(move || matched(&desk, &resume, &job, as_of)).await??)
}

async fn dropped(
    site: &Site,
    Caller(user): Caller,
    kind: Kind,
    named: Named,
) -> Result<Dropped, Problem> {
    match named {
        Named::Text(Text { text, file }) => {
            let name = if file.is_empty() { "-".to_owned() } else { file };
            Ok(Dropped { name, bytes: text.into_bytes() })
        }
        Named::Saved(Saved { id }) => {
            let opened = documents::open(site, user, kind, id_of(&id)?).await?;
            Ok(documents::file_of(&opened.document.title, opened.revision))
        }
    }
}

fn matched(
    desk: &Desk,
    resume: &Dropped,
    job: &Dropped,
    as_of: Option<Date>,
) -> Result<Json<Match>, Fault> {
    let pack = RolePack::backend_engineer();
    let source = desk.source(resume)?;
    let parsed = source.open()?.parsed;
    let of_job = desk.source(job)?;
    let read = of_job.job_that_asks()?;
    let Options { as_of, .. } = desk.options(&parsed.resume, &Asked { stage: None, as_of }, None);
    let page = Evidence::of_parsed(&parsed, pack, &as_of);
    let requirements = requirement::read(&read.job, pack);
    let mut coverage = matching::cover(&page, &requirements, pack, None).map_err(|nothing| {
        Fault::new(StatusCode::UNPROCESSABLE_ENTITY, nothing.to_string())
            .hint("name the skills, techniques, degrees or languages under `must` and `nice`")
    })?;
    coverage.point(&parsed.places(), &read.places());
    Ok(Json::of(&Match {
        format: "vitae-match/1",
        resume: source.name.clone(),
        job: of_job.name.clone(),
        title: read.job.title.clone(),
        as_of: as_of.to_string(),
        coverage,
    }))
}
