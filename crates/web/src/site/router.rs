//! All that can be asked for.

use axum::Router;
use axum::extract::DefaultBodyLimit;
use axum::middleware::from_fn;
use axum::routing::{get, post};
use tower_http::compression::CompressionLayer;

};
use super::{Site, api, fault::Fault, guard::guard, preview};
use crate::assets::asset;

/// Bytes of a request at most: a document, and a form around it.
const MOST_BYTES: usize = 17 << 20;

pub(crate) fn router(site: Site) -> Router {
    Router::new()
        .route("/", get(home::show).post(home::drop))
        .nest("/reports", report::router())
        .route("/match", get(matching::show).post(matching::choose))
        .route("/jobs", get(jobs::list).post(jobs::add))
        .route("/jobs/bin", get(jobs::binned))
        .route("/jobs/{id}", get(jobs::show).post(jobs::save))
        .route("/jobs/{id}/name", post(jobs::rename))
        .route("/jobs/{id}/bin", post(jobs::bin))
        .route("/jobs/{id}/restore", post(jobs::restore))
        .route("/jobs/{id}/erase", post(jobs::erase))
        .route("/jobs/{id}/revisions", get(jobs::revisions))
        .route("/jobs/{id}/revisions/{number}", get(jobs::revision).post(jobs::bring_back))
        .route("/jobs/{id}/files/{file}", get(jobs::original))
        .route("/jobs/{id}/tailor", get(tailor::show).post(tailor::save))
        .route("/jobs/{id}/tailor/{file}", get(tailor::picture))
        .route("/jobs/{id}/letter", get(letter::show).post(letter::save))
        .route("/jobs/{id}/letter/{file}", get(letter::file))
        .route("/jobs/{id}/interview", get(interview::for_job))
        .route("/resumes/{id}/interview", get(interview::for_resume))
        .route("/api", get(api::documentation))
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
        .route("/resumes", get(resumes::list).post(resumes::create))
        .route("/resumes/{id}", get(builder::show).post(builder::save))
        .route("/resumes/{id}/rename", post(resumes::rename))
        .route("/resumes/{id}/duplicate", post(resumes::duplicate))
        .route("/resumes/{id}/bin", post(resumes::bin))
        .route("/resumes/{id}/unbin", post(resumes::unbin))
        .route("/resumes/{id}/erase", get(resumes::ask_to_erase).post(resumes::erase))
        .route("/resumes/{id}/revisions", get(revisions::list))
        .route("/resumes/{id}/revisions/{number}/restore", post(revisions::restore))
        .route("/resumes/{id}/preview", post(preview::preview))
        .route("/resumes/{id}/save", post(preview::save))
        .route("/resumes/{id}/yaml", get(yaml::show).post(yaml::save))
        .route("/resumes/{id}/download/{file}", get(download::show))
        .route("/templates/{name}/preview.png", get(templates::preview))
        .route("/assets/{name}", get(asset))
        .nest("/api/v1", api::router())
        .fallback(async || Fault::not_found("page"))
        .layer(DefaultBodyLimit::max(MOST_BYTES))
        .layer(CompressionLayer::new())
        .layer(from_fn(guard))
        .with_state(site)
}
