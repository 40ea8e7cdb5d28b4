//! Work on a store from a program that has no runtime of its own.

use std::io;

use tokio::runtime;

use crate::error::{Result, StoreError};

/// Runs `work` to its end on this thread. Not from within a runtime.
pub fn block_on<T>(work: impl Future<Output = Result<T>>) -> Result<T> {
    let cannot = |error: io::Error| {
        StoreError::Io(format!("the system gives no timers or sockets ({error})").into())
    };
    runtime::Builder::new_current_thread().enable_all().build().map_err(cannot)?.block_on(work)
}
