//! What the API answers: JSON, files, nothing, and problem documents (RFC 9457).

use std::marker::PhantomData;

use axum::http::header::{CONTENT_TYPE, ETAG, HeaderName, LOCATION};
use axum::http::{HeaderValue, StatusCode};
use axum::response::{IntoResponse, Response};
use schemars::JsonSchema;
use serde::Serialize;
use serde_json::json;
use store::Answer;

use super::openapi::{Operation, PROBLEM, Part};
pub(crate) use crate::site::fault::Problem;
use crate::site::fault::with_retry;

const JSON: &str = "application/json";

/// Why a request was not answered (RFC 9457).
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(rename = "Problem")]
pub(crate) struct ProblemSchema {
    /// Always `about:blank`: the status says what kind it is.
    pub(crate) r#type: &'static str,
    /// The name of the status.
    pub(crate) title: String,
    /// The status of the answer.
    #[schemars(range(min = 400, max = 599))]
    pub(crate) status: u16,
    /// What is wrong: one sentence.
    pub(crate) detail: String,
    /// What to do about it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) hint: Option<String>,
    /// The newest revision, when the one in `If-Match` is another.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) revision: Option<i64>,
}

impl IntoResponse for Problem {
    fn into_response(self) -> Response {
        let Self { fault, revision } = self;
        let title = fault.status.canonical_reason().unwrap_or("Problem").to_owned();
        let document = ProblemSchema {
            r#type: "about:blank",
            title,
            status: fault.status.as_u16(),
            detail: fault.message,
            hint: fault.hint,
            revision,
        };
        let body = serde_json::to_vec(&document).unwrap_or_default();
        let response = (fault.status, [(CONTENT_TYPE, PROBLEM)], body).into_response();
        with_retry(response, fault.retry_after)
    }
}

/// A value as JSON, written already: large ones are written where they were made, on the pool.
pub(crate) struct Json<T>(Vec<u8>, PhantomData<fn() -> T>);

impl<T: Serialize> Json<T> {
    pub(crate) fn of(value: &T) -> Self {
        Self(serde_json::to_vec(value).unwrap_or_default(), PhantomData)
    }
}

impl<T> IntoResponse for Json<T> {
    fn into_response(self) -> Response {
        ([(CONTENT_TYPE, JSON)], self.0).into_response()
    }
}

impl<T: JsonSchema> Part for Json<T> {
    fn describe(operation: &mut Operation<'_>) {
        let schema = operation.schema::<T>();
        operation.answer(
            StatusCode::OK,
            "Done.",
            json!({ "content": { JSON: { "schema": schema } } }),
        );
    }
}

/// There is nothing to say.
pub(crate) struct NoContent;

impl IntoResponse for NoContent {
    fn into_response(self) -> Response {
        StatusCode::NO_CONTENT.into_response()
    }
}

impl Part for NoContent {
    fn describe(operation: &mut Operation<'_>) {
        operation.answer(StatusCode::NO_CONTENT, "Done.", json!({}));
    }
}

/// An answer that says which state of a thing it shows, and can be kept and given again.
pub(crate) struct Reply {
    status: StatusCode,
    headers: Vec<(HeaderName, String)>,
    body: Vec<u8>,
}

impl Reply {
    fn new<T: Serialize>(status: StatusCode, mark: &str, value: &T) -> Self {
        let headers = vec![(CONTENT_TYPE, JSON.to_owned()), (ETAG, mark.to_owned())];
        Self { status, headers, body: serde_json::to_vec(value).unwrap_or_default() }
    }

    pub(crate) fn into_answer(self) -> Answer {
        let headers = self.headers.iter().map(|(name, value)| (name.to_string(), value.clone()));
        Answer { status: self.status.as_u16(), headers: headers.collect(), body: self.body }
    }

    pub(crate) fn from_answer(answer: Answer) -> Self {
        let headers = answer.headers.into_iter().filter_map(|(name, value)| {
            Some((HeaderName::from_bytes(name.as_bytes()).ok()?, value))
        });
        let status = StatusCode::from_u16(answer.status).unwrap_or(StatusCode::OK);
        Self { status, headers: headers.collect(), body: answer.body }
    }
}

impl IntoResponse for Reply {
    fn into_response(self) -> Response {
        let mut response = (self.status, self.body).into_response();
        for (name, value) in self.headers {
            if let Ok(value) = HeaderValue::from_str(&value) {
                response.headers_mut().insert(name, value);
            }
        }
        response
    }
}

/// Something that was made.
pub(crate) struct Created<T>(pub(crate) Reply, PhantomData<fn() -> T>);

impl<T: Serialize> Created<T> {
    /// `mark` is the `ETag` of what was made, `at` its address.
    pub(crate) fn of(value: &T, mark: &str, at: String) -> Self {
        let mut reply = Reply::new(StatusCode::CREATED, mark, value);
        reply.headers.push((LOCATION, at));
        Self(reply, PhantomData)
    }
}

impl<T> From<Reply> for Created<T> {
    fn from(reply: Reply) -> Self {
        Self(reply, PhantomData)
    }
}

impl<T> IntoResponse for Created<T> {
    fn into_response(self) -> Response {
        self.0.into_response()
    }
}

impl<T: JsonSchema> Part for Created<T> {
    fn describe(operation: &mut Operation<'_>) {
        let schema = operation.schema::<T>();
        let headers = json!({
            "ETag": marked(),
            "Location": { "description": "Its address.", "schema": { "type": "string" } },
        });
        let rest = json!({ "headers": headers, "content": { JSON: { "schema": schema } } });
        operation.answer(StatusCode::CREATED, "Made.", rest);
    }
}

/// Something as it is now; nothing when whoever asks has that state already (304).
pub(crate) struct Current<T>(Reply, PhantomData<fn() -> T>);

impl<T: Serialize> Current<T> {
    /// `mark` is the `ETag` of the state.
    pub(crate) fn of(value: &T, mark: &str) -> Self {
        Self(Reply::new(StatusCode::OK, mark, value), PhantomData)
    }

    /// Whoever asks has it already.
    pub(crate) fn not_modified(mark: &str) -> Self {
        let headers = vec![(ETAG, mark.to_owned())];
        let reply = Reply { status: StatusCode::NOT_MODIFIED, headers, body: Vec::new() };
        Self(reply, PhantomData)
    }
}

impl<T> IntoResponse for Current<T> {
    fn into_response(self) -> Response {
        self.0.into_response()
    }
}

impl<T: JsonSchema> Part for Current<T> {
    fn describe(operation: &mut Operation<'_>) {
        let schema = operation.schema::<T>();
        let rest =
            json!({ "headers": { "ETag": marked() }, "content": { JSON: { "schema": schema } } });
        operation.answer(StatusCode::OK, "Done.", rest);
    }
}

fn marked() -> serde_json::Value {
    json!({
        "description": "The state that the answer shows: send it back as `If-Match` to change it.",
        "schema": { "type": "string" },
    })
}
