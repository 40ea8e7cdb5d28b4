//! The web app of `vitae serve`: pages and an API on one store.
//!
//! [`Setup`] is what the command decides, `Site` what every handler holds. A page is a file in
//! `pages`, a resource of the API a file in `api`; both are listed in `router`. Pages are whole
//! without a script; scripts make them quicker.
//!
//! 1. `guard` lets in who may ask, and tells browsers what they may do with the answer.
//! 2. `person` says who asks; where several do, `accounts` finds out.
//! 3. A handler does its work on the `pool` where that takes the processor, and answers with a
//!    page (`layout`), a document, or a `fault`. Documents of strangers are read by `readers`.

mod accounts;
mod api;
mod builder;
mod clock;
mod desk;
mod fault;
mod fields;
mod file_name;
mod guard;
mod layout;
mod markdown;
mod material;
mod pages;
mod percent;
mod person;
mod pool;
mod preview;
mod readers;
mod router;
mod serve;
mod shelf;
#[cfg(test)]
mod testing;
mod upload;

use std::ops::Deref;
use std::sync::Arc;

use store::Store;

use accounts::Accounts;
pub use accounts::{Mail, Origin, Team};
pub use clock::Clock;
use pages::examples::Gallery;
use pool::Pool;
use preview::Turns;
use readers::Readers;
pub use serve::{Refused, reset_link, serve};
use shelf::Shelf;

/// What the command decides of a site.
#[derive(Debug)]
pub struct Setup {
    /// The address of the database where everything is kept, see [`Store::open`].
    pub database: String,
    /// Tells the time.
    pub clock: Clock,
    /// How documents of strangers are read.
    pub sandbox: sandbox::Policy,
    /// Work that takes the processor, at once; the number of processors.
    pub workers: usize,
    /// How people come in from elsewhere; without it the site is that of this machine's one person.
    pub team: Option<Team>,
}

/// What every handler holds.
#[derive(Clone)]
pub(crate) struct Site(Arc<Inner>);

/// The parts of a [`Site`].
pub(crate) struct Inner {
    pub(crate) store: Store,
    pub(crate) clock: Clock,
    pub(crate) readers: Arc<Readers>,
    pub(crate) pool: Pool,
    pub(crate) shelf: Shelf,
    pub(crate) gallery: Gallery,
    pub(crate) turns: Turns,
    /// None in local mode.
    pub(crate) accounts: Option<Accounts>,
}

impl Site {
    /// A site on a store that is open.
    pub(crate) fn new(setup: Setup, store: Store) -> Self {
        let Setup { clock, sandbox, workers, team, .. } = setup;
        let pool = Pool::new(workers);
        Self(Arc::new(Inner {
            store,
            clock,
            readers: Arc::new(Readers::new(sandbox, workers)),
            pool,
            shelf: Shelf::default(),
            gallery: Gallery::default(),
            turns: Turns::default(),
            accounts: team.map(|team| Accounts::new(team, workers)),
        }))
    }
}

impl Deref for Site {
    type Target = Inner;

    fn deref(&self) -> &Inner {
        &self.0
    }
}
