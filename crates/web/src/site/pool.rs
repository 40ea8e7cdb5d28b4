//! Work that takes the processor, beside the threads that answer connections.
//!
//! As much at once as there are processors: more would make everybody wait longer. Who waits, waits
//! in order.

use std::sync::Arc;

use tokio::sync::Semaphore;
use tokio::task;

use super::fault::Fault;

/// Room for work.
#[derive(Debug)]
pub(crate) struct Pool(Arc<Semaphore>);

impl Pool {
    /// Room for `workers` at once; for one at least.
    pub(crate) fn new(workers: usize) -> Self {
        Self(Arc::new(Semaphore::new(workers.clamp(1, Semaphore::MAX_PERMITS))))
    }

    /// Does `work` when there is room for it.
    pub(crate) async fn run<T: Send + 'static>(
        &self,
        work: impl FnOnce() -> T + Send + 'static,
    ) -> Result<T, Fault> {
        let room = Arc::clone(&self.0).acquire_owned().await;
        let done = task::spawn_blocking(move || {
            let done = work();
            drop(room);
            done
        });
        // Readers and rules are total, so a panic is a mistake of ours; it ends one answer only.
        done.await.map_err(|_| Fault::ours())
    }
}
