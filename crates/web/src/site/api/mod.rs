//! The API, one file a resource. Whatever goes wrong is a problem document (RFC 9457).

mod check;

use axum::Router;
use axum::routing::post;

use super::Site;

pub(crate) fn router() -> Router<Site> {
    Router::new().route("/check", post(check::check))
}
