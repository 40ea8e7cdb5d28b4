//! All that can be asked for.

use axum::Router;
use axum::extract::DefaultBodyLimit;
use axum::middleware::from_fn;
use axum::routing::get;
use tower_http::compression::CompressionLayer;

use super::pages::{about, bullets, examples, guide, home, report, rules};
use super::{Site, api, fault::Fault, guard::guard};
use crate::assets::asset;

/// Bytes of a request at most: a document, and a form around it.
const MOST_BYTES: usize = 17 << 20;

pub(crate) fn router(site: Site) -> Router {
    Router::new()
        .route("/", get(home::show).post(home::drop))
        .route("/reports/{key}", get(report::show))
        .route("/api", get(api::documentation))
        .route("/examples", get(examples::all))
        .route("/examples/{name}", get(examples::one))
        .route("/examples/{name}/{page}", get(examples::picture))
        .route("/bullets", get(bullets::show))
        .route("/guide", get(guide::all))
        .route("/guide/gaps", get(guide::ask).post(guide::gaps))
        .route("/guide/paths", get(guide::paths))
        .route("/guide/pay", get(guide::pay))
        .route("/guide/skills/{name}", get(guide::skill))
        .route("/guide/{stage}", get(guide::stage))
        .route("/rules", get(rules::all))
        .route("/rules/{name}", get(rules::one))
        .route("/formats", get(about::formats))
        .route("/privacy", get(about::privacy))
        .route("/assets/{name}", get(asset))
        .nest("/api/v1", api::router())
        .fallback(async || Fault::not_found("page"))
        .layer(DefaultBodyLimit::max(MOST_BYTES))
        .layer(CompressionLayer::new())
        .layer(from_fn(guard))
        .with_state(site)
}
