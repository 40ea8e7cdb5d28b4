//! All that can be asked for.

use axum::Router;
use axum::extract::DefaultBodyLimit;
use axum::middleware::from_fn;
use axum::routing::{get, post};
use tower_http::compression::CompressionLayer;

use super::pages::resumes_revisions as revisions;
use super::pages::{
    about, builder, bullets, download, examples, guide, home, report, resumes, rules, templates,
    yaml,
};
use super::{Site, api, fault::Fault, guard::guard, preview};
use crate::assets::asset;

/// Bytes of a request at most: a document, and a form around it.
const MOST_BYTES: usize = 17 << 20;

pub(crate) fn router(site: Site) -> Router {
    Router::new()
        .route("/", get(home::show).post(home::drop))
        .route("/reports/{key}", get(report::show))
        .route("/resumes", get(resumes::list).post(resumes::create))
        .route("/resumes/{id}", get(builder::show).post(builder::save))
        .route("/resumes/{id}/preview", post(preview::preview))
        .route("/resumes/{id}/save", post(preview::save))
        .route("/resumes/{id}/yaml", get(yaml::show).post(yaml::save))
        .route("/resumes/{id}/download/{file}", get(download::show))
        .route("/templates/{name}/preview.png", get(templates::preview))
        .route("/resumes/{id}/rename", post(resumes::rename))
        .route("/resumes/{id}/duplicate", post(resumes::duplicate))
        .route("/resumes/{id}/bin", post(resumes::bin))
        .route("/resumes/{id}/unbin", post(resumes::unbin))
        .route("/resumes/{id}/erase", get(resumes::ask_to_erase).post(resumes::erase))
        .route("/resumes/{id}/revisions", get(revisions::list))
        .route("/resumes/{id}/revisions/{number}/restore", post(revisions::restore))
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
