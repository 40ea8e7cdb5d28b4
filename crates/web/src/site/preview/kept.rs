//! A resume out of the store.

use store::{Document, Revision, StoreError, UserId};

use super::drawing::Written;
use crate::site::Site;
use crate::site::fault::Fault;
use crate::site::pages::builder::open;

/// A resume that somebody keeps, with one of its revisions.
#[derive(Clone, Debug)]
pub(crate) struct Kept {
    pub(crate) document: Document,
    pub(crate) revision: Revision,
}

impl Kept {
    /// The resume `id` of `user`, as it was at `number`, otherwise as it is now. One in the bin is
    /// none.
    pub(crate) async fn find(
        site: &Site,
        user: UserId,
        id: &str,
        number: Option<i64>,
    ) -> Result<Self, Fault> {
        let store::Opened { document, revision } = open(site, user, id).await?;
        let revision = match number.filter(|number| *number != revision.summary.number) {
            None => revision,
            Some(number) => match site.store.revision(user, document.id, number).await {
                Ok(revision) => revision,
                Err(StoreError::NotFound) => return Err(Fault::not_found("such revision")),
                Err(other) => return Err(other.into()),
            },
        };
        Ok(Self { document, revision })
    }

    /// Its text.
    pub(crate) fn written(&self) -> Written {
        Written { text: self.revision.source.clone(), format: self.revision.summary.format }
    }

    /// The number of its revision.
    pub(crate) fn number(&self) -> i64 {
        self.revision.summary.number
    }
}
