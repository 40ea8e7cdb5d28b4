//! Saving for a script: no page comes back, only the number of the revision.
//!
//! Who saves says which revision the text was made from. When that is not the newest any more,
//! nothing is saved (409).

use axum::Json;
use axum::extract::rejection::FormRejection;
use axum::extract::{Form, Path, State};
use serde::Serialize;
use store::{Draft, RevisionSummary};

use super::kept::Kept;
use super::{Fields, written};
use crate::site::Site;
use crate::site::fault::{Fault, Problem};
use crate::site::person::Person;

/// What was saved.
#[derive(Debug, Serialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct Saved {
    /// The newest revision.
    revision: i64,
    /// When it was made: milliseconds since 1970 in UTC.
    saved_ms: i64,
}

impl From<RevisionSummary> for Saved {
    fn from(revision: RevisionSummary) -> Self {
        Self { revision: revision.number, saved_ms: revision.created_ms }
    }
}

/// Saves the fields of a form, or a whole text. `base` is the revision they were made from; `head`
/// is the newest revision that their author has seen, when a script saved since.
pub(crate) async fn save(
    State(site): State<Site>,
    Person(user): Person,
    Path(id): Path<String>,
    fields: Result<Form<Fields>, FormRejection>,
) -> Result<Json<Saved>, Problem> {
    let Form(fields) = fields?;
    let base = number(&fields, "base")?;
    let base = base.ok_or_else(|| {
        Fault::bad_request("the form does not say which revision it was made from")
            .hint("load the page again")
    })?;
    let head = number(&fields, "head")?.unwrap_or(base);
    let kept = Kept::find(&site, user, &id, Some(base)).await?;
    let document = kept.document.id;
    let draft = site.pool.run(move || draft(&kept, &fields)).await??;
    let saved = site.store.save_revision(user, document, head, draft, site.clock.now()).await?;
    Ok(Json(saved.into()))
}

/// The number of a revision in a field.
fn number(fields: &Fields, name: &str) -> Result<Option<i64>, Fault> {
    let Some((_, number)) = fields.iter().find(|(field, _)| field == name) else { return Ok(None) };
    number.parse().map(Some).map_err(|_| {
        Fault::bad_request(format!("`{name}` is no number of a revision"))
            .hint("load the page again")
    })
}

/// The text to save; one that cannot be read is not saved.
fn draft(kept: &Kept, fields: &Fields) -> Result<Draft, Fault> {
    let (written, _) = written(kept, fields)?;
    written.source()?.parse("vitae saves")?;
    Ok(Draft { source: written.text, format: written.format, note: String::new() })
}
