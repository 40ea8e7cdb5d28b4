//! Why a request has no result: what is wrong and what to do, as a page or as a problem document
//! (RFC 9457).

use axum::extract::multipart::{MultipartError, MultipartRejection};
use axum::extract::rejection::FormRejection;
use axum::http::StatusCode;
use axum::http::header::RETRY_AFTER;
use axum::response::{IntoResponse, Response};
use maud::html;
use store::StoreError;
use workbench::{Aid, Failure};

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
    /// After how many seconds it is worth another try, where that is known.
    pub(crate) retry_after: Option<i64>,
}

impl Fault {
    pub(crate) fn new(status: StatusCode, message: impl Into<String>) -> Self {
        Self { status, message: message.into(), hint: None, retry_after: None }
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

    /// Whoever asks is nobody, or nobody any more.
    pub(crate) fn signed_out() -> Self {
        Self::new(StatusCode::UNAUTHORIZED, "you are not signed in, so nothing was done")
            .hint("sign in on another tab, and do this once more")
    }

    /// A mistake in vitae itself.
    pub(crate) fn ours() -> Self {
        Self::new(StatusCode::INTERNAL_SERVER_ERROR, "vitae made a mistake and could not answer")
            .hint("nothing was changed; please report what you did")
    }
}

impl From<Failure> for Fault {
    fn from(failure: Failure) -> Self {
        let place = failure.place.as_ref().map(|place| {
            format!("line {}, column {}: ", place.location.line, place.location.column)
        });
        let message = place.unwrap_or_default() + &failure.message;
        let status = match failure.aid {
            Some(Aid::Patience) => StatusCode::SERVICE_UNAVAILABLE,
            _ => StatusCode::UNPROCESSABLE_ENTITY,
        };
        Self { hint: failure.advice(way), ..Self::new(status, message) }
    }
}

/// Where the site has what helps on.
fn way(aid: &Aid) -> Option<&'static str> {
    Some(match aid {
        Aid::Example => "the page Examples has complete ones to start from",
        Aid::Letter => "the page of a resume writes a letter that goes with it",
        Aid::Job => "paste the text of the posting, or write it on the page Jobs",
        Aid::Assessment => "the form of the page Guide asks for the same",
        Aid::Conversion(_) => "check it first: its report opens in the builder as a file to edit",
        Aid::Checkup => "tell whoever runs this site",
        Aid::Patience => return None,
    })
}

impl From<StoreError> for Fault {
    fn from(error: StoreError) -> Self {
        let status = match &error {
            StoreError::NotFound => StatusCode::NOT_FOUND,
            StoreError::Conflict { .. }
            | StoreError::Duplicate(_)
            | StoreError::InBin
            | StoreError::LastAdmin => StatusCode::CONFLICT,
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

/// A form or an address that cannot be read, each with the status that axum gives it.
macro_rules! unreadable {
    ($($rejection:ty),* $(,)?) => {$(
        impl From<$rejection> for Fault {
            fn from(rejection: $rejection) -> Self {
                Self::new(rejection.status(), rejection.body_text())
            }
        }
    )*};
}

unreadable!(FormRejection, MultipartRejection, MultipartError);

/// A fault of a page.
impl IntoResponse for Fault {
    fn into_response(self) -> Response {
        let body = html! {
            section.fault role="alert" {
                h1 { (sentence(&self.message)) "." }
                @if let Some(hint) = &self.hint { p { (sentence(hint)) "." } }
                p {
                    @if self.status == StatusCode::UNAUTHORIZED { a href="/sign-in" { "Sign in" } }
                    @else { a href="/" { "Check a resume" } }
                }
            }
        };
        let page = layout("Not done", Place::Elsewhere, &body);
        with_retry((self.status, page).into_response(), self.retry_after)
    }
}

/// The answer, with what it says of when to try again.
pub(crate) fn with_retry(mut response: Response, seconds: Option<i64>) -> Response {
    if let Some(seconds) = seconds {
        response.headers_mut().insert(RETRY_AFTER, seconds.into());
    }
    response
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
