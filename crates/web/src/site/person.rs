//! Who asks.

use std::sync::Arc;

use axum::extract::FromRequestParts;
use axum::http::StatusCode;
use axum::http::request::Parts;
use store::{User, UserId};
use tokio::task_local;

use super::Site;
use super::accounts::Accounts;
use super::fault::Fault;

task_local! {
    /// Who a page is made for, while it is made. Only what stands around every page asks for it,
    /// and the shelf; handlers take a [`Person`], a [`Signed`] or an [`Admin`].
    pub(crate) static VIEWER: Viewer;
}

/// Who a page is made for.
#[derive(Clone, Debug)]
pub(crate) enum Viewer {
    /// The one person of this machine: the site has no accounts.
    Local,
    /// Somebody who is not signed in.
    Visitor,
    /// Somebody with an account.
    Member(Arc<Member>),
}

/// Somebody with an account, on one browser or program.
#[derive(Clone, Debug)]
pub(crate) struct Member {
    pub(crate) user: User,
    /// What is kept of the cookie; none for a program with a token.
    pub(crate) session: Option<[u8; 32]>,
}

impl Viewer {
    /// Who the page is made for that is being made.
    pub(crate) fn now() -> Self {
        VIEWER.try_with(Clone::clone).unwrap_or(Self::Local)
    }

    /// The person, where there are accounts.
    pub(crate) fn id(&self) -> Option<UserId> {
        match self {
            Self::Member(member) => Some(member.user.id),
            Self::Local | Self::Visitor => None,
        }
    }
}

/// The person whose resumes and jobs are meant.
///
/// In local mode that is the one person of this machine: whoever reaches the address is that
/// person. With accounts it is who is signed in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Person(pub(crate) UserId);

impl FromRequestParts<Site> for Person {
    type Rejection = Fault;

    async fn from_request_parts(parts: &mut Parts, site: &Site) -> Result<Self, Fault> {
        if site.accounts.is_none() {
            return Ok(Self(site.store.local_user(site.clock.now()).await?.id));
        }
        member(parts).map(|member| Self(member.user.id))
    }
}

/// Somebody who is signed in on a browser; there is nobody in local mode.
#[derive(Clone, Debug)]
pub(crate) struct Signed(pub(crate) Arc<Member>);

impl FromRequestParts<Site> for Signed {
    type Rejection = Fault;

    async fn from_request_parts(parts: &mut Parts, site: &Site) -> Result<Self, Fault> {
        Accounts::of(site)?;
        member(parts).map(Self)
    }
}

/// Somebody who may invite and remove others.
#[derive(Clone, Debug)]
pub(crate) struct Admin(pub(crate) Arc<Member>);

impl FromRequestParts<Site> for Admin {
    type Rejection = Fault;

    async fn from_request_parts(parts: &mut Parts, site: &Site) -> Result<Self, Fault> {
        let Signed(member) = Signed::from_request_parts(parts, site).await?;
        if member.user.admin {
            return Ok(Self(member));
        }
        Err(Fault::new(StatusCode::FORBIDDEN, "this page is for admins")
            .hint("an admin can make you one"))
    }
}

fn member(parts: &Parts) -> Result<Arc<Member>, Fault> {
    match parts.extensions.get::<Viewer>() {
        Some(Viewer::Member(member)) => Ok(Arc::clone(member)),
        _ => Err(Fault::signed_out()),
    }
}
