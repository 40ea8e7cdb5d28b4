//! Saving for a script: no page comes back, only the number of the revision.
//!
//! Who saves says which revision the text was made from. When that is not the newest any more,
//! nothing is saved (409).

use axum::Json;
use axum::extract::rejection::FormRejection;
use axum::extract::{Form, Path, State};
use serde::{Deserialize, Serialize};
use store::{Draft, RevisionSummary};

use super::drawing::Written;
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

/// Saves the fields of a form, or a whole text. `base` is the revision they were made from.
pub(crate) async fn save(
    State(site): State<Site>,
    Person(user): Person,
    Path(id): Path<String>,
    fields: Result<Form<Fields>, FormRejection>,
) -> Result<Json<Saved>, Problem> {
    let Form(fields) = fields.map_err(|error| Fault::new(error.status(), error.body_text()))?;
    let base = base(&fields)?;
    let kept = Kept::find(&site, user, &id, Some(base)).await?;
    let document = kept.document.id;
    let draft = site.pool.run(move || draft(&kept, fields)).await??;
    let saved = site.store.save_revision(user, document, base, draft, site.clock.now()).await?;
    Ok(Json(saved.into()))
}

/// A step back or forward.
#[derive(Debug, Deserialize)]
pub(crate) struct Step {
    /// The newest revision, as far as who asks knows.
    base: i64,
    /// The revision whose text is to be the newest.
    to: i64,
}

/// Makes the text of an earlier revision the newest, unless somebody else saved since `base`.
pub(crate) async fn step(
    State(site): State<Site>,
    Person(user): Person,
    Path(id): Path<String>,
    step: Result<Form<Step>, FormRejection>,
) -> Result<Json<Saved>, Problem> {
    let Form(Step { base, to }) =
        step.map_err(|error| Fault::new(error.status(), error.body_text()))?;
    let kept = Kept::find(&site, user, &id, Some(to)).await?;
    let Written { text, format } = kept.written();
    let draft = Draft { source: text, format, note: kept.revision.summary.note };
    let (document, now) = (kept.document.id, site.clock.now());
    let saved = site.store.save_revision(user, document, base, draft, now).await?;
    Ok(Json(saved.into()))
}

/// The revision that a form was made from.
fn base(fields: &Fields) -> Result<i64, Fault> {
    let base = fields.iter().find(|(name, _)| name == "base");
    let number = base.and_then(|(_, number)| number.parse().ok());
    number.ok_or_else(|| {
        Fault::bad_request("the form does not say which revision it was made from")
            .hint("load the page again")
    })
}

/// The text to save; one that cannot be read is not saved.
fn draft(kept: &Kept, fields: Fields) -> Result<Draft, Fault> {
    let (written, _) = written(kept, fields);
    written.source()?.parse("vitae saves")?;
    Ok(Draft { source: written.text, format: written.format, note: String::new() })
}
