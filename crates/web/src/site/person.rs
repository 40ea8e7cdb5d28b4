//! Who asks.

use axum::extract::FromRequestParts;
use axum::http::request::Parts;
use store::UserId;

use super::Site;
use super::fault::Fault;

/// The person whose resumes and jobs are meant.
///
/// In local mode that is the one person of this machine: whoever reaches the address is that person.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Person(pub(crate) UserId);

impl FromRequestParts<Site> for Person {
    type Rejection = Fault;

    async fn from_request_parts(_: &mut Parts, site: &Site) -> Result<Self, Fault> {
        Ok(Self(site.store.local_user(site.clock.now()).await?.id))
    }
}
