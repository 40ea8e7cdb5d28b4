//! What requests bring. Whatever cannot be taken is a problem document.

use axum::body::Bytes;
use axum::extract::{FromRequest, FromRequestParts, Multipart, Request, State};
use axum::http::header::CONTENT_TYPE;
use axum::http::request::Parts;
use axum::http::{HeaderMap, StatusCode};
use schemars::JsonSchema;
use serde::Deserialize;
use serde::de::DeserializeOwned;
use serde_json::json;
use store::UserId;

use super::answer::Problem;
use super::openapi::{Operation, Part};
use crate::site::Site;
use crate::site::fault::Fault;
use crate::site::person::Person;
use crate::site::shelf::Dropped;
use crate::site::upload::Upload;

impl Part for State<Site> {
    fn describe(_: &mut Operation<'_>) {}
}

/// The person who asks.
#[derive(Clone, Copy)]
pub(crate) struct Caller(pub(crate) UserId);

impl FromRequestParts<Site> for Caller {
    type Rejection = Problem;

    async fn from_request_parts(parts: &mut Parts, site: &Site) -> Result<Self, Problem> {
        let Person(user) = Person::from_request_parts(parts, site).await?;
        Ok(Self(user))
    }
}

impl Part for Caller {
    fn describe(operation: &mut Operation<'_>) {
        let when = "The database is busy: ask again in a moment.";
        operation.problem(StatusCode::SERVICE_UNAVAILABLE, when);
    }
}

/// What stands behind `?` in the address.
pub(crate) struct Query<T>(pub(crate) T);

impl<T: DeserializeOwned> FromRequestParts<Site> for Query<T> {
    type Rejection = Problem;

    async fn from_request_parts(parts: &mut Parts, site: &Site) -> Result<Self, Problem> {
        let query = axum::extract::Query::from_request_parts(parts, site).await;
        let axum::extract::Query(query) = query.map_err(|error| {
            let text = error.body_text();
            let why = text.rsplit_once("query string: ").map_or(text.as_str(), |(_, why)| why);
            Fault::bad_request(format!("a parameter of the address is wrong: {why}"))
                .hint("the page /api lists the parameters")
        })?;
        Ok(Self(query))
    }
}

impl<T: JsonSchema> Part for Query<T> {
    fn describe(operation: &mut Operation<'_>) {
        operation.parameters::<T>("query");
        operation.problem(StatusCode::BAD_REQUEST, "A parameter is unknown or wrong.");
    }
}

/// The parts of the address that name something.
pub(crate) struct Path<T>(pub(crate) T);

impl<T: DeserializeOwned + Send> FromRequestParts<Site> for Path<T> {
    type Rejection = Problem;

    async fn from_request_parts(parts: &mut Parts, site: &Site) -> Result<Self, Problem> {
        let path = axum::extract::Path::from_request_parts(parts, site).await;
        let axum::extract::Path(path) = path.map_err(|_| Fault::not_found("such thing"))?;
        Ok(Self(path))
    }
}

impl<T: JsonSchema> Part for Path<T> {
    fn describe(operation: &mut Operation<'_>) {
        operation.parameters::<T>("path");
        operation.problem(StatusCode::NOT_FOUND, "There is nothing of that name.");
    }
}

/// Entries of a part of a list at most: 1 to 200, otherwise 50.
#[derive(Clone, Copy, Debug, Deserialize, JsonSchema)]
#[serde(try_from = "u8")]
#[schemars(inline)]
pub(crate) struct Limit(#[schemars(range(min = 1, max = 200))] u8);

impl Limit {
    pub(crate) fn get(self) -> usize {
        self.0.into()
    }
}

impl Default for Limit {
    fn default() -> Self {
        Self(50)
    }
}

impl TryFrom<u8> for Limit {
    type Error = &'static str;

    fn try_from(limit: u8) -> Result<Self, Self::Error> {
        if (1..=200).contains(&limit) { Ok(Self(limit)) } else { Err("`limit` is not in 1 to 200") }
    }
}

/// A JSON document.
pub(crate) struct Content<T> {
    pub(crate) value: T,
    /// As it was sent.
    pub(crate) bytes: Bytes,
}

impl<T: DeserializeOwned> FromRequest<Site> for Content<T> {
    type Rejection = Problem;

    async fn from_request(request: Request, site: &Site) -> Result<Self, Problem> {
        let kind = media_type(request.headers());
        if kind != "application/json" && !kind.ends_with("+json") {
            let fault = Fault::new(StatusCode::UNSUPPORTED_MEDIA_TYPE, "the body has to be JSON");
            return Err(fault.hint("send it with `Content-Type: application/json`").into());
        }
        let bytes = read(request, site).await?;
        let value = serde_json::from_slice(&bytes).map_err(|error| {
            if error.is_data() {
                let message = format!("the body is not what is expected: {error}");
                Fault::new(StatusCode::UNPROCESSABLE_ENTITY, message)
                    .hint("the page /api shows its schema")
            } else {
                Fault::bad_request(format!("the body is no JSON: {error}"))
            }
        })?;
        Ok(Self { value, bytes })
    }
}

impl<T: JsonSchema> Part for Content<T> {
    fn describe(operation: &mut Operation<'_>) {
        let schema = operation.schema::<T>();
        operation.body("", &json!({ "application/json": { "schema": schema } }));
        operation.problem(StatusCode::BAD_REQUEST, "The body is no JSON.");
        operation.problem(StatusCode::PAYLOAD_TOO_LARGE, "The body is larger than 17 MiB.");
        operation.problem(StatusCode::UNSUPPORTED_MEDIA_TYPE, "The body is not said to be JSON.");
        operation.problem(StatusCode::UNPROCESSABLE_ENTITY, "The body does not follow its schema.");
    }
}

/// A file: the body itself, or the first file of a form.
pub(crate) struct Sent(Dropped);

impl Sent {
    /// The file, under the name it came with, otherwise under `name`.
    pub(crate) fn named(self, name: Option<String>) -> Dropped {
        let Self(mut file) = self;
        if let Some(name) = name.filter(|name| !name.is_empty())
            && file.name == "-"
        {
            file.name = name;
        }
        file
    }
}

impl FromRequest<Site> for Sent {
    type Rejection = Problem;

    async fn from_request(request: Request, site: &Site) -> Result<Self, Problem> {
        if media_type(request.headers()) != "multipart/form-data" {
            let bytes = read(request, site).await?.to_vec();
            if bytes.is_empty() {
                let fault = Fault::bad_request("there was nothing to read");
                return Err(fault.hint("send the file as the body").into());
            }
            return Ok(Self(Dropped { name: "-".to_owned(), bytes }));
        }
        let upload = Upload::read(form(request, site).await?).await?;
        if let Some(name) = upload.unknown(&["file", "text"]) {
            return Err(unknown_field(name).into());
        }
        let file = upload.into_dropped("text").ok_or_else(|| {
            Fault::bad_request("the form holds no file").hint("put it into the field `file`")
        })?;
        Ok(Self(file))
    }
}

impl Part for Sent {
    fn describe(operation: &mut Operation<'_>) {
        let text = "The file itself, of any kind that vitae reads and under any media type but that \
                    of forms; or a form with the file in `file`, or its text in `text`. 16 MiB at \
                    most; YAML and JSON 4 MiB.";
        let form = json!({
            "type": "object",
            "properties": {
                "file": { "type": "string", "contentMediaType": "application/octet-stream", "description": "The file." },
                "text": { "type": "string", "description": "Its text, when there is no file." },
            },
        });
        operation.body(
            text,
            &json!({
                "application/octet-stream": { "schema": { "type": "string", "contentMediaType": "application/octet-stream" } },
                "application/yaml": { "schema": {} },
                "multipart/form-data": { "schema": form },
            }),
        );
        operation.problem(StatusCode::BAD_REQUEST, "There is no file, or the form is broken.");
        operation.problem(StatusCode::PAYLOAD_TOO_LARGE, "The body is larger than 17 MiB.");
        operation.problem(StatusCode::UNPROCESSABLE_ENTITY, "The file cannot be read.");
    }
}

/// A whole body.
pub(crate) async fn read(request: Request, site: &Site) -> Result<Bytes, Problem> {
    Ok(Bytes::from_request(request, site).await.map_err(|error| {
        let fault = Fault::new(error.status(), error.body_text());
        if fault.status == StatusCode::PAYLOAD_TOO_LARGE {
            return Fault::new(fault.status, "the body is larger than 17 MiB")
                .hint("a resume is a few kilobytes of text; is this the right file?");
        }
        Fault::bad_request("the body ended too early")
    })?)
}

/// A field of a form that nothing would come of.
pub(crate) fn unknown_field(name: &str) -> Fault {
    Fault::bad_request(format!("the form has a field `{name:.60}` that is not known here"))
        .hint("files and their texts stand in the form, options behind `?` in the address")
}

/// A form, to be read part by part.
pub(crate) async fn form(request: Request, site: &Site) -> Result<Multipart, Problem> {
    let form = Multipart::from_request(request, site).await;
    Ok(form.map_err(|error| Fault::bad_request(error.body_text()))?)
}

/// The media type of the body without its parameters, in lower case; empty when none is named.
pub(crate) fn media_type(headers: &HeaderMap) -> String {
    let named = headers.get(CONTENT_TYPE).and_then(|value| value.to_str().ok()).unwrap_or_default();
    named.split(';').next().unwrap_or_default().trim().to_ascii_lowercase()
}
