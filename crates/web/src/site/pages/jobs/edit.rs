//! Changing a saved job: its text, its name, its place.

use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use maud::{Markup, html};
use store::{Draft, Format, Opened, StoreError};

use crate::prose::sentence;
use crate::site::Site;
use crate::site::desk::Desk;
use crate::site::fault::Fault;
use crate::site::fields::Fields;
use crate::site::layout::{Place, page};
use crate::site::material::short_title;
use crate::site::person::Person;
use crate::site::shelf::Dropped;

/// A text that is being edited.
pub(super) struct Edited<'a> {
    pub(super) id: String,
    /// The revision that it started from.
    pub(super) base: i64,
    pub(super) text: &'a str,
}

impl<'a> Edited<'a> {
    pub(super) fn of(opened: &'a Opened) -> Self {
        let Opened { document, revision } = opened;
        Self { id: document.id.to_string(), base: document.head, text: &revision.source }
    }
}

/// The text of a job in a form.
pub(super) fn editor(edited: &Edited<'_>) -> Markup {
    html! {
        section.card aria-labelledby="edit" {
            h2 #edit { "Edit the text" }
            form.fields method="post" action=(format!("/jobs/{}", edited.id)) {
                input type="hidden" name="base" value=(edited.base);
                label for="text" { "The job, as YAML: every save is a revision" }
                textarea #text.code name="text" rows="16" spellcheck="false" { "\n" (edited.text) }
                div.actions { button.primary type="submit" { "Save" } }
            }
        }
    }
}

/// Saves another text.
pub(crate) async fn save(
    State(site): State<Site>,
    Person(user): Person,
    Path(id): Path<String>,
    fields: Fields,
) -> Result<Response, Fault> {
    let (id, opened) = super::find(&site, user, &id).await?;
    let base: Option<i64> = fields.get("base").and_then(|base| base.parse().ok());
    let (Some(base), Some(text)) = (base, fields.text("text")) else {
        return Err(
            Fault::bad_request("the form was not complete").hint("open the job and try again")
        );
    };
    let format = opened.revision.summary.format;
    let desk = Desk::of(&site);
    let name = match format {
        Format::Yaml => "job.yaml",
        Format::Json => "job.json",
    };
    let file = Dropped { name: name.to_owned(), bytes: text.clone().into_bytes() };
    let read = site.pool.run(move || Ok::<_, Fault>(desk.source(&file)?.job()?)).await?;
    let edited = Edited { id: id.to_string(), base, text: &text };
    if let Err(fault) = read {
        return Ok(unsaved(&fault, &edited, None));
    }
    let draft = Draft { source: text.clone(), format, note: "Edited".to_owned() };
    match site.store.save_revision(user, id, base, draft, site.clock.now()).await {
        Ok(_) => Ok(Redirect::to(&format!("/jobs/{id}")).into_response()),
        Err(error @ StoreError::Conflict { .. }) => {
            let newest = site.store.document(user, id).await?;
            let edited = Edited { base: newest.document.head, ..edited };
            Ok(unsaved(&error.into(), &edited, Some(&newest.revision.source)))
        }
        Err(error) => Err(error.into()),
    }
}

/// The text that was not saved, to go on with; beside it what somebody else saved.
fn unsaved(fault: &Fault, edited: &Edited<'_>, newest: Option<&str>) -> Response {
    let content = html! {
        section.fault role="alert" {
            h1 { "Not saved yet" }
            p { (sentence(&fault.message)) "." }
            @if let Some(hint) = &fault.hint { p { (sentence(hint)) "." } }
        }
        @if let Some(newest) = newest {
            section aria-labelledby="newest" {
                h2 #newest { "What was saved in the meantime" }
                pre.code { (newest) }
                p { "Your text is below. Take over what you want to keep; saving it makes it the newest." }
            }
        }
        (editor(edited))
        p { a href=(format!("/jobs/{}", edited.id)) { "Leave it as it was" } }
    };
    (fault.status, page("Not saved yet", Place::Jobs, &[], &content)).into_response()
}

/// Calls it something else.
pub(crate) async fn rename(
    State(site): State<Site>,
    Person(user): Person,
    Path(id): Path<String>,
    fields: Fields,
) -> Result<Redirect, Fault> {
    let (id, _) = super::find(&site, user, &id).await?;
    let title = short_title(fields.get("title").unwrap_or_default());
    let company = short_title(fields.get("company").unwrap_or_default());
    if title.is_empty() {
        return Err(Fault::new(StatusCode::UNPROCESSABLE_ENTITY, "a job needs a title")
            .hint("write what you want to find it by"));
    }
    site.store.rename_document(user, id, &title, &company).await?;
    Ok(Redirect::to(&format!("/jobs/{id}")))
}

/// Puts it into the bin.
pub(crate) async fn bin(
    State(site): State<Site>,
    Person(user): Person,
    Path(id): Path<String>,
) -> Result<Redirect, Fault> {
    let (id, _) = super::find(&site, user, &id).await?;
    site.store.bin_document(user, id, site.clock.now()).await?;
    Ok(Redirect::to("/jobs"))
}

/// Takes it out of the bin.
pub(crate) async fn restore(
    State(site): State<Site>,
    Person(user): Person,
    Path(id): Path<String>,
) -> Result<Redirect, Fault> {
    let (id, _) = super::find(&site, user, &id).await?;
    site.store.unbin_document(user, id).await?;
    Ok(Redirect::to(&format!("/jobs/{id}")))
}

/// Erases a job in the bin for good.
pub(crate) async fn erase(
    State(site): State<Site>,
    Person(user): Person,
    Path(id): Path<String>,
) -> Result<Redirect, Fault> {
    let (id, _) = super::find(&site, user, &id).await?;
    site.store.erase_document(user, id).await?;
    Ok(Redirect::to("/jobs/bin"))
}
