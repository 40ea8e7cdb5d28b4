//! Links that are good once: to set the site up, to join, to choose a new password.

use serde::{Deserialize, Serialize};
use store::{NewToken, StoreError, UserId};

use super::Accounts;
use super::token::{hash, new_token};
use crate::site::Site;
use crate::site::fault::Fault;

const HOUR: i64 = 60 * 60 * 1000;

/// What a link is good for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Purpose {
    /// Making the first account.
    SetUp,
    /// Making an account.
    Join,
    /// Choosing a new password.
    Reset,
}

impl Purpose {
    /// What the store calls it.
    pub(crate) fn word(self) -> &'static str {
        match self {
            Self::SetUp => "set-up",
            Self::Join => "invitation",
            Self::Reset => "reset",
        }
    }

    /// How long it is good, in milliseconds.
    fn life(self) -> i64 {
        match self {
            Self::SetUp | Self::Reset => HOUR,
            Self::Join => 7 * 24 * HOUR,
        }
    }

    fn path(self) -> &'static str {
        match self {
            Self::SetUp => "/set-up/",
            Self::Join => "/join/",
            Self::Reset => "/reset/",
        }
    }
}

/// What an invitation says of who is invited.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Invitation {
    /// What they sign in with.
    pub(crate) handle: String,
    /// Whether they may invite and remove others.
    pub(crate) admin: bool,
}

impl Invitation {
    /// As the store keeps it.
    pub(crate) fn detail(&self) -> String {
        serde_json::to_string(self).unwrap_or_default()
    }

    pub(crate) fn read(detail: &str) -> Result<Self, Fault> {
        serde_json::from_str(detail).map_err(|_| Fault::ours())
    }
}

/// Makes a link about `user`, and returns its whole address. Nobody can read it again.
pub(crate) async fn new_link(
    site: &Site,
    accounts: &Accounts,
    purpose: Purpose,
    user: Option<UserId>,
    detail: String,
) -> Result<String, StoreError> {
    let (token, now) = (new_token(), site.clock.now());
    let new = NewToken {
        token_hash: hash(&token).unwrap_or_default(),
        purpose: purpose.word(),
        user,
        detail,
        expires_ms: now.saturating_add(purpose.life()),
    };
    site.store.create_token(new, now).await?;
    Ok(accounts.origin.at(&format!("{}{token}", purpose.path())))
}

/// Says how the first account is made, while nobody has one: by a link of its own at each start.
pub(crate) async fn invite_the_first(site: &Site, accounts: &Accounts) -> Result<(), StoreError> {
    if site.store.has_accounts().await? {
        return Ok(());
    }
    site.store.delete_tokens(Purpose::SetUp.word(), None).await?;
    let link = new_link(site, accounts, Purpose::SetUp, None, String::new()).await?;
    (accounts.log)(&format!(
        "nobody has an account yet; within an hour, this makes the first one:\n{link}"
    ));
    Ok(())
}

/// What a link stands for, whose token stands in the address of a page.
pub(crate) async fn open(
    site: &Site,
    token: &str,
    purpose: Purpose,
) -> Result<([u8; 32], store::Token), Fault> {
    let hash = hash(token).ok_or_else(used_up)?;
    match site.store.token(hash, purpose.word(), site.clock.now()).await {
        Ok(token) => Ok((hash, token)),
        Err(StoreError::NotFound) => Err(used_up()),
        Err(other) => Err(other.into()),
    }
}

/// The link is good no more.
pub(crate) fn used_up() -> Fault {
    Fault::new(axum::http::StatusCode::NOT_FOUND, "this link is not good any more")
        .hint("it works once and for a limited time; ask for another one")
}
