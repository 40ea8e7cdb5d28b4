//! The API, one file a resource. Whatever goes wrong is a problem document (RFC 9457).
//!
//! Each resource registers its handlers with what their signatures cannot say (`openapi`); the
//! document at `openapi.json` and the page `/api` are made of that.

mod answer;
mod check;
mod condition;
mod documents;
mod examples;
mod matches;
mod once;
mod openapi;
mod page;
mod parse;
mod render;
mod reports;
mod request;
mod revisions;
mod rules;
mod shapes;
mod skills;
mod templates;
#[cfg(test)]
mod tests;

use std::sync::LazyLock;

use axum::Router;
use axum::http::StatusCode;
use axum::http::header::CONTENT_TYPE;
use axum::response::IntoResponse;
use axum::routing::get;
use serde_json::{Value, json};

use super::Site;
use super::fault::Fault;
use answer::Problem;
use openapi::Api;
pub(crate) use page::show as documentation;

/// All routes and their document.
fn api() -> (Router<Site>, Value) {
    let api = Api::new();
    let api = check::add(api);
    let api = parse::add(api);
    let api = skills::add(api);
    let api = render::add(api);
    let api = matches::add(api);
    let api = documents::add::<documents::Resumes>(api);
    let api = revisions::add::<documents::Resumes>(api);
    let api = documents::add::<documents::Jobs>(api);
    let api = revisions::add::<documents::Jobs>(api);
    let api = reports::add(api);
    let api = rules::add(api);
    let api = templates::add(api);
    let api = examples::add(api);
    api.finish(&json!({
        "title": "vitae",
        "version": "1",
        "summary": "Resumes of engineers: read, graded, set, matched and kept.",
        "description": INTRODUCTION,
        "license": { "name": "MIT OR Apache-2.0", "identifier": "MIT OR Apache-2.0" },
    }))
}

const INTRODUCTION: &str = "\
Answers are JSON in UTF-8 unless an operation says otherwise; times are RFC 3339 in UTC. Same request, same grade: \
no answer depends on chance.

**Problems** are documents of RFC 9457 (`application/problem+json`): `status`, what is wrong in `detail`, what to do \
in `hint`. Besides those that an operation lists, any request may have 404 (no such address), 405 (another method, see \
`Allow`), 421 (a `Host` that is no name of the machine) and 503 (the database is busy).

**Where people have accounts** (`vitae serve --listen`) a request needs a token of one's own, made on the account page and \
sent as `Authorization: Bearer TOKEN`: 401 without. Rules, templates, examples and this document are open. A token opens what is its \
owner's and nothing else. Who asks too often gets 429 and, in `Retry-After`, the seconds to wait. A site of one person has no tokens.

**Changes** of what exists need `If-Match` with the `ETag` you read: 428 without, 412 when somebody else was quicker; \
the problem names the newest `revision` then. Nothing is ever overwritten, and every revision stays.

**Requests that make something** take an `Idempotency-Key`: sent again with the same key and body, such a request is not \
done again, and has the same answer.

**Lists** come a page at a time, the newest first: pass `next` as `after` until it is `null`.

**Limits**: a body of 17 MiB, a file of 16 MiB, 4 MiB for YAML, JSON and saved texts, 200 entries a page of a list. Keys that \
an object does not have are refused in requests; answers only ever get more keys. `Accept` is not looked at: each \
operation answers in one form, or in the one that a parameter names; `Accept-Encoding: gzip` is honored.";

/// The document as it is sent.
static DOCUMENT: LazyLock<Value> = LazyLock::new(|| api().1);

async fn openapi() -> impl IntoResponse {
    static BYTES: LazyLock<Vec<u8>> =
        LazyLock::new(|| serde_json::to_vec(&*DOCUMENT).unwrap_or_default());
    ([(CONTENT_TYPE, "application/json")], BYTES.as_slice())
}

pub(crate) fn router() -> Router<Site> {
    api()
        .0
        .route("/openapi.json", get(openapi))
        .fallback(async || Problem::from(Fault::not_found("such address")))
        .method_not_allowed_fallback(async || {
            let text = "this address does not take that method";
            let fault = Fault::new(StatusCode::METHOD_NOT_ALLOWED, text);
            Problem::from(fault.hint("the header `Allow` names those it takes"))
        })
}
