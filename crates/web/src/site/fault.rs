//! Why a request has no result: what is wrong and what to do, as a page or as a problem document
//! (RFC 9457).

use axum::http::StatusCode;
use axum::http::header::CONTENT_TYPE;
use axum::response::{IntoResponse, Response};
use maud::html;
use serde::Serialize;
use store::StoreError;
use workbench::Failure;

use super::layout::{Place, layout};
use crate::prose::sentence;

/// Why a request has no result.
#[derive(Clone, Debug)]
pub(crate) struct Fault {
    /// Whose fault, and of what kind.
    pub(crate) status: StatusCode,
    /// What is wrong: one sentence.
    pub(crate) message: String,
    /// What to do about it.
    pub(crate) hint: Option<String>,
}

impl Fault {
    pub(crate) fn new(status: StatusCode, message: impl Into<String>) -> Self {
        Self { status, message: message.into(), hint: None }
    }

    #[must_use]
    pub(crate) fn hint(self, hint: impl Into<String>) -> Self {
        Self { hint: Some(hint.into()), ..self }
    }

    /// Nothing is there.
    pub(crate) fn not_found(what: &str) -> Self {
        Self::new(StatusCode::NOT_FOUND, format!("there is no {what} here"))
            .hint("it may have been deleted, or the address is mistyped")
    }

    /// The request cannot be understood.
    pub(crate) fn bad_request(message: impl Into<String>) -> Self {
        Self::new(StatusCode::BAD_REQUEST, message)
    }

    /// A mistake in vitae itself.
    pub(crate) fn ours() -> Self {
        Self::new(StatusCode::INTERNAL_SERVER_ERROR, "vitae made a mistake and could not answer")
            .hint("nothing was changed; please report what you did")
    }
}

impl From<Failure> for Fault {
    fn from(failure: Failure) -> Self {
        let place = failure.place.map(|place| {
            format!("line {}, column {}: ", place.location.line, place.location.column)
        });
        let message = place.unwrap_or_default() + &failure.message;
        Self { status: StatusCode::UNPROCESSABLE_ENTITY, message, hint: failure.hint }
    }
}

impl From<StoreError> for Fault {
    fn from(error: StoreError) -> Self {
        let status = match &error {
            StoreError::NotFound => StatusCode::NOT_FOUND,
            StoreError::Conflict { .. } | StoreError::Duplicate(_) | StoreError::InBin => {
                StatusCode::CONFLICT
            }
            StoreError::Invalid(_) => StatusCode::UNPROCESSABLE_ENTITY,
            StoreError::TooLarge { .. } => StatusCode::PAYLOAD_TOO_LARGE,
            StoreError::Full => StatusCode::INSUFFICIENT_STORAGE,
            StoreError::Busy => StatusCode::SERVICE_UNAVAILABLE,
            _ => StatusCode::INTERNAL_SERVER_ERROR,
        };
        Self::new(status, error.to_string())
    }
}

/// A fault of a page.
impl IntoResponse for Fault {
    fn into_response(self) -> Response {
        let body = html! {
            section.fault role="alert" {
                h1 { (sentence(&self.message)) "." }
                @if let Some(hint) = &self.hint { p { (sentence(hint)) "." } }
                p { a href="/" { "Check a resume" } }
            }
        };
        (self.status, layout("Not done", Place::Elsewhere, &body)).into_response()
    }
}

/// A fault of the API.
#[derive(Debug)]
pub(crate) struct Problem(pub(crate) Fault);

impl<F: Into<Fault>> From<F> for Problem {
    fn from(fault: F) -> Self {
        Self(fault.into())
    }
}

/// What a problem document says.
#[derive(Debug, Serialize)]
struct ProblemDocument<'a> {
    /// Always `about:blank`: the status says what kind it is.
    r#type: &'static str,
    title: &'a str,
    status: u16,
    detail: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    hint: Option<&'a str>,
}

impl IntoResponse for Problem {
    fn into_response(self) -> Response {
        let Fault { status, message, hint } = &self.0;
        let title = status.canonical_reason().unwrap_or("Problem");
        let document = ProblemDocument {
            r#type: "about:blank",
            title,
            status: status.as_u16(),
            detail: message,
            hint: hint.as_deref(),
        };
        let body = serde_json::to_vec(&document).unwrap_or_default();
        (*status, [(CONTENT_TYPE, "application/problem+json")], body).into_response()
    }
}
