//! Asking the process to end.

use std::pin::pin;

use futures_util::future;

/// Comes back when somebody wants the process to end.
pub(crate) async fn asked_to_end() {
    #[cfg(unix)]
    {
        use tokio::signal::unix::{SignalKind, signal};
        if let Ok(mut terminate) = signal(SignalKind::terminate()) {
            future::select(pin!(tokio::signal::ctrl_c()), pin!(terminate.recv())).await;
            return;
        }
    }
    let _ = tokio::signal::ctrl_c().await;
}
