//! Why a request has no result: what is wrong and what to do, as a page or as a problem document
//! (RFC 9457).

use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use maud::html;
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

impl Fault {
    /// The fault as whoever asked for `path` understands it: a page, or a document of the API.
    pub(crate) fn at(self, path: &str) -> Response {
        let of_api = path.strip_prefix("/api/v1");
        if of_api.is_some_and(|rest| rest.is_empty() || rest.starts_with('/')) {
            Problem::from(self).into_response()
        } else {
            self.into_response()
        }
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

/// A fault of the API; `api::answer` writes it as a problem document.
#[derive(Clone, Debug)]
pub(crate) struct Problem {
    pub(crate) fault: Fault,
    /// The newest revision, when a change started from another one.
    pub(crate) revision: Option<i64>,
}

impl Problem {
    /// Somebody else was quicker: `head` is the newest revision.
    pub(crate) fn stale(head: i64) -> Self {
        let message = format!("this was changed in the meantime: revision {head} is the newest");
        let fault = Fault::new(StatusCode::PRECONDITION_FAILED, message)
            .hint("read it again, put both together, and save that");
        Self { fault, revision: Some(head) }
    }
}

impl<F: Into<Fault>> From<F> for Problem {
    fn from(fault: F) -> Self {
        Self { fault: fault.into(), revision: None }
    }
}
