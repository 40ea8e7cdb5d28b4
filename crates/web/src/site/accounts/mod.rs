//! Accounts: who may come in from elsewhere, and what for. In local mode there is none of it.
//!
//! 1. `gate` looks at every request: its name, where it comes from, who asks, and whether the
//!    address is open to them (`access`).
//! 2. A person comes in with a password (`password`) and stays in by a cookie (`session`), or asks
//!    the API with a token of their own.
//! 3. Whoever is not in yet has a link that is good once (`link`): to set the site up, to join, to
//!    choose a new password. Links are mailed (`mail`) where a server for that is known.
//! 4. Guessing gets slow (`limits`).

pub(crate) mod access;
mod address;
mod agent;
mod gate;
pub(crate) mod limits;
pub(crate) mod link;
pub(crate) mod mail;
mod origin;
pub(crate) mod password;
pub(crate) mod session;
#[cfg(test)]
mod tests;
pub(crate) mod token;

use std::fmt;

pub(crate) use address::Client;
pub(crate) use gate::gate;
pub use mail::Mail;
pub use origin::Origin;

use super::Site;
use super::clock::rfc3339;
use super::fault::Fault;
use limits::Limits;
use password::Hasher;

/// What the command decides of accounts.
#[derive(Debug)]
pub struct Team {
    /// The address that people type.
    pub origin: Origin,
    /// Whether a proxy in front says whom it answers, in `X-Forwarded-For`.
    pub trust_proxy: bool,
    /// How letters are sent, when they can be.
    pub mail: Option<Mail>,
    /// Takes lines for whoever runs the site: who signed in, and what could not be done.
    pub log: fn(&str),
}

/// What handlers hold of accounts.
pub(crate) struct Accounts {
    pub(crate) origin: Origin,
    trust_proxy: bool,
    pub(crate) mail: Option<Mail>,
    log: fn(&str),
    pub(crate) limits: Limits,
    pub(crate) hasher: Hasher,
}

impl Accounts {
    /// As the command decided; `workers` is the number of processors.
    pub(crate) fn new(team: Team, workers: usize) -> Self {
        let Team { origin, trust_proxy, mail, log } = team;
        let hasher = Hasher::new(workers);
        Self { origin, trust_proxy, mail, log, limits: Limits::default(), hasher }
    }

    /// The accounts of a site; in local mode there are none, nor any page of them.
    pub(crate) fn of(site: &Site) -> Result<&Self, Fault> {
        site.accounts.as_ref().ok_or_else(|| {
            Fault::not_found("page").hint("accounts are there with `vitae serve --listen`")
        })
    }

    /// Whether somebody may get one more letter now: not many in a row, whoever asks for them.
    pub(crate) fn may_write(&self, handle: &str, now: i64) -> bool {
        let folded = store::folded(handle).unwrap_or_default();
        self.limits.letters_to.take(folded, now).is_ok()
    }

    /// Sends a letter; false when the server does not take it, which the log tells.
    pub(crate) async fn send(
        &self,
        mail: &Mail,
        to: &str,
        subject: &str,
        text: &str,
        now: i64,
    ) -> bool {
        let sent = mail.send(to, subject, text, now).await;
        if let Err(why) = &sent {
            self.log(now, format_args!("mail to {} was not sent: {why}", quoted(to)));
        }
        sent.is_ok()
    }

    /// Writes a line for whoever runs the site, with the time. No secret and no content belongs
    /// into `what`.
    pub(crate) fn log(&self, now: i64, what: impl fmt::Display) {
        (self.log)(&format!("{} {what}", rfc3339(now)));
    }
}

/// What a stranger wrote, in one line of a log: short, and without a character that does anything.
pub(crate) fn quoted(text: &str) -> String {
    let short: String = text.chars().take(80).collect();
    format!("{short:?}")
}
