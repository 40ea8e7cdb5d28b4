//! `/jobs`: jobs that a person saved. The text of each is a file in YAML that can be edited, with
//! every revision; an ad that came in another form is kept beside it as it came.

mod edit;
mod history;
mod list;
mod new;
mod one;

pub(crate) use edit::{bin, erase, rename, restore, save};
pub(crate) use history::{bring_back, original, revision, revisions};
pub(crate) use list::{binned, show as list};
pub(crate) use new::add;
pub(crate) use one::show;

use store::{DocumentId, Kind, Opened, UserId};

use crate::site::Site;
use crate::site::fault::Fault;

/// The job with this id, also out of the bin.
async fn find(site: &Site, user: UserId, id: &str) -> Result<(DocumentId, Opened), Fault> {
    let id: DocumentId = id.parse().map_err(|_| Fault::not_found("job"))?;
    let opened = site.store.document(user, id).await?;
    if opened.document.kind == Kind::Job { Ok((id, opened)) } else { Err(Fault::not_found("job")) }
}
