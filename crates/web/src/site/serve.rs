//! Answering until the process is asked to end.

use std::io;
use std::net::TcpListener;
use std::time::Duration;

use tokio::runtime;
use tokio::time::sleep;

use super::router::router;
use super::{Setup, Site};
use crate::end::asked_to_end;
use store::{Store, StoreError};

/// How long requests that run may go on when the process is asked to end.
const GOODBYE: Duration = Duration::from_secs(5);

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

/// Serves a site on `listener` until the process is asked to end (Ctrl-C, SIGTERM). Whoever binds
/// `listener` decides who can reach it.
pub fn serve(setup: Setup, listener: TcpListener) -> Result<(), Refused> {
    let runtime = runtime::Builder::new_multi_thread()
        .worker_threads(setup.workers.clamp(1, 64))
        .enable_all()
        .build()?;
    listener.set_nonblocking(true)?;
    runtime.block_on(async {
        let listener = tokio::net::TcpListener::from_std(listener)?;
        let store = Store::open(&setup.database).await?;
        let router = router(Site::new(setup, store.clone()));
        let patience = async {
            asked_to_end().await;
            sleep(GOODBYE).await;
        };
        let served = tokio::select! {
            served = axum::serve(listener, router).with_graceful_shutdown(asked_to_end()) => served,
            () = patience => Ok(()),
        };
        store.close().await;
        Ok(served?)
    })
}
