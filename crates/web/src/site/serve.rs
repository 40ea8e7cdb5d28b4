//! Answering until the process is asked to end.

use std::io;
use std::net::{SocketAddr, TcpListener};
use std::sync::Arc;
use std::time::Duration;

use tokio::runtime;
use tokio::time::sleep;

use super::accounts::link::{Purpose, invite_the_first, new_link};
use super::router::router;
use super::{Setup, Site};
use crate::end::asked_to_end;
use store::{Store, StoreError};

/// How long requests that run may go on when the process is asked to end.
const GOODBYE: Duration = Duration::from_secs(5);

/// How often what has had its time is erased.
const SWEEP: Duration = Duration::from_hours(1);

/// Why a site cannot be served.
#[derive(Debug, thiserror::Error)]
pub enum Refused {
    /// The connection.
    #[error(transparent)]
    Connection(#[from] io::Error),
    /// The database.
    #[error(transparent)]
    Store(#[from] StoreError),
}

/// What a site with accounts needs at its start.
async fn begin(site: &Site) -> Result<(), StoreError> {
    let Some(accounts) = &site.accounts else { return Ok(()) };
    invite_the_first(site, accounts).await?;
    let site = site.clone();
    tokio::spawn(async move {
        loop {
            // None of it counts any more; that it stays a little longer does no harm.
            let _ = site.store.delete_expired(site.clock.now()).await;
            sleep(SWEEP).await;
        }
    });
    Ok(())
}

/// Serves a site on `listener` until the process is asked to end (Ctrl-C, SIGTERM). Whoever binds
/// `listener` decides who can reach it. `opened` is called once the database is open, before the
/// first answer.
pub fn serve(setup: Setup, listener: TcpListener, opened: impl FnOnce()) -> Result<(), Refused> {
    let runtime = runtime::Builder::new_multi_thread()
        .worker_threads(setup.workers.clamp(1, 64))
        .enable_all()
        .build()?;
    listener.set_nonblocking(true)?;
    runtime.block_on(async {
        let listener = tokio::net::TcpListener::from_std(listener)?;
        let store = Store::open(&setup.database).await?;
        opened();
        let site = Site::new(setup, store.clone());
        begin(&site).await?;
        let readers = Arc::clone(&site.readers);
        let router = router(site).into_make_service_with_connect_info::<SocketAddr>();
        let patience = async {
            asked_to_end().await;
            sleep(GOODBYE).await;
        };
        let served = tokio::select! {
            served = axum::serve(listener, router).with_graceful_shutdown(asked_to_end()) => served,
            () = patience => Ok(()),
        };
        readers.close();
        store.close().await;
        Ok(served?)
    })
}

/// A link with which the person who signs in as `handle` chooses a new password: for whoever runs
/// the machine, when no admin can give one. [`StoreError::NotFound`] when nobody does.
pub fn reset_link(setup: Setup, handle: &str) -> Result<String, Refused> {
    let runtime = runtime::Builder::new_current_thread().enable_all().build()?;
    runtime.block_on(async {
        let store = Store::open(&setup.database).await?;
        let site = Site::new(setup, store.clone());
        let accounts = site.accounts.as_ref().ok_or(StoreError::NotFound)?;
        let user = store.user_by_handle(handle).await?.id;
        let link = new_link(&site, accounts, Purpose::Reset, Some(user), String::new()).await;
        store.close().await;
        Ok(link?)
    })
}
