//! All that can be asked for.

use axum::Router;
use axum::extract::DefaultBodyLimit;
use axum::middleware::from_fn_with_state;
use axum::routing::{get, post};
use tower_http::compression::CompressionLayer;

use super::accounts::link::Purpose;
use super::pages::accounts::{account, erase, export, join, people, reset, sign_in, tokens};
use super::pages::{
    about, builder, bullets, download, examples, guide, guide_paths, home, interview, jobs, letter,
    matching, report, resumes, resumes_revisions as revisions, resumes_variants as variants, rules,
    tailor, templates, yaml,
};
use super::{Site, api, fault::Fault, guard::guard, preview};
use crate::assets::asset;

/// Bytes of a request at most: a document, and a form around it.
const MOST_BYTES: usize = 17 << 20;

pub(crate) fn router(site: Site) -> Router {
    Router::new()
        .route("/", get(home::show).post(home::drop))
        .nest("/reports", report::router())
        .nest("/resumes", of_resumes())
        .route("/match", get(matching::show).post(matching::choose))
        .nest("/jobs", of_jobs())
        .merge(to_read())
        .merge(of_accounts())
        .route("/api", get(api::documentation))
        .nest("/api/v1", api::router())
        .route("/templates/{name}/preview.png", get(templates::preview))
        .route("/assets/{name}", get(asset))
        .fallback(async || Fault::not_found("page"))
        .layer(DefaultBodyLimit::max(MOST_BYTES))
        .layer(CompressionLayer::new())
        .layer(from_fn_with_state(site.clone(), guard))
        .with_state(site)
}

/// Resumes that are kept, and the builder.
fn of_resumes() -> Router<Site> {
    Router::new()
        .route("/", get(resumes::list).post(resumes::create))
        .route("/{id}", get(builder::show).post(builder::save))
        .route("/{id}/preview", post(preview::preview))
        .route("/{id}/save", post(preview::save))
        .route("/{id}/yaml", get(yaml::show).post(yaml::save))
        .route("/{id}/download/{file}", get(download::show))
        .route("/{id}/interview", get(interview::for_resume))
        .route("/{id}/rename", post(resumes::rename))
        .route("/{id}/duplicate", post(resumes::duplicate))
        .route("/{id}/bin", post(resumes::bin))
        .route("/{id}/unbin", post(resumes::unbin))
        .route("/{id}/variants", get(variants::list).post(variants::save))
        .route("/{id}/erase", get(resumes::ask_to_erase).post(resumes::erase))
        .route("/{id}/revisions", get(revisions::list))
        .route("/{id}/revisions/{number}/restore", post(revisions::restore))
}

/// Jobs that are kept, and what is made for one.
fn of_jobs() -> Router<Site> {
    Router::new()
        .route("/", get(jobs::list).post(jobs::add))
        .route("/bin", get(jobs::binned))
        .route("/{id}", get(jobs::show).post(jobs::save))
        .route("/{id}/name", post(jobs::rename))
        .route("/{id}/bin", post(jobs::bin))
        .route("/{id}/restore", post(jobs::restore))
        .route("/{id}/erase", post(jobs::erase))
        .route("/{id}/revisions", get(jobs::revisions))
        .route("/{id}/revisions/{number}", get(jobs::revision).post(jobs::bring_back))
        .route("/{id}/files/{file}", get(jobs::original))
        .route("/{id}/tailor", get(tailor::show).post(tailor::save))
        .route("/{id}/tailor/{file}", get(tailor::picture))
        .route("/{id}/letter", get(letter::show).post(letter::save))
        .route("/{id}/letter/{file}", get(letter::file))
        .route("/{id}/interview", get(interview::for_job))
}

/// Who comes in, and the accounts of people; nothing of it in local mode. Which routes are open to
/// whom stands in `accounts::access`.
fn of_accounts() -> Router<Site> {
    Router::new()
        .route("/sign-in", get(sign_in::show).post(sign_in::sign_in))
        .route("/sign-out", post(sign_in::sign_out))
        .route("/set-up/{token}", join::by_link(Purpose::SetUp))
        .route("/join/{token}", join::by_link(Purpose::Join))
        .route("/forgot", get(reset::show_forgot).post(reset::forgot))
        .route("/reset/{token}", get(reset::show).post(reset::reset))
        .route("/account", get(account::show))
        .route("/account/name", post(account::rename))
        .route("/account/password", post(account::change_password))
        .route("/account/sessions", post(account::end_sessions))
        .route("/account/tokens", post(tokens::make))
        .route("/account/tokens/revoke", post(tokens::revoke))
        .route("/account/export", get(export::show))
        .route("/account/erase", get(erase::show).post(erase::erase))
        .route("/people", get(people::show))
        .route("/people/invite", post(people::invite))
        .route("/people/withdraw", post(people::withdraw))
        .route("/people/{id}/admin", post(people::set_admin))
        .route("/people/{id}/reset", post(people::reset))
        .route("/people/{id}/remove", get(people::ask_to_remove).post(people::remove))
}

/// What is the same for everybody.
fn to_read() -> Router<Site> {
    Router::new()
        .route("/examples", get(examples::all))
        .route("/examples/{name}", get(examples::one))
        .route("/examples/{name}/{page}", get(examples::picture))
        .route("/bullets", get(bullets::show))
        .route("/guide", get(guide::all))
        .route("/guide/gaps", get(guide::ask).post(guide::gaps))
        .route("/guide/paths", get(guide_paths::show))
        .route("/guide/pay", get(guide::pay))
        .route("/guide/skills/{name}", get(guide::skill))
        .route("/guide/{stage}", get(guide::stage))
        .route("/rules", get(rules::all))
        .route("/rules/{name}", get(rules::one))
        .route("/formats", get(about::formats))
        .route("/privacy", get(about::privacy))
}
