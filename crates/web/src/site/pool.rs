//! Work that takes the processor, beside the threads that answer connections.
//!
//! As much at once as there are processors: more would make everybody wait longer. Who waits, waits
//! in order. Work that waits for somebody else gives its room away meanwhile ([`aside`]).

use std::cell::RefCell;
use std::sync::Arc;

use tokio::runtime::Handle;
use tokio::sync::{OwnedSemaphorePermit, Semaphore};
use tokio::{task, task_local};

use super::fault::Fault;
use super::person::{VIEWER, Viewer};

task_local! {
    /// The room of the work that this thread does.
    static ROOM: Room;
}

/// Room for work.
#[derive(Debug)]
pub(crate) struct Pool(Arc<Semaphore>);

/// The room of one work; empty while it waits for somebody else.
struct Room {
    pool: Arc<Semaphore>,
    taken: RefCell<Option<OwnedSemaphorePermit>>,
}

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
        let pool = Arc::clone(&self.0);
        let taken = RefCell::new(Arc::clone(&pool).acquire_owned().await.ok());
        let room = Room { pool, taken };
        // Pages are made here, too: for who asks.
        let viewer = Viewer::now();
        let done =
            task::spawn_blocking(move || VIEWER.sync_scope(viewer, || ROOM.sync_scope(room, work)));
        // Readers and rules are total, so a panic is a mistake of ours; it ends one answer only.
        done.await.map_err(|_| Fault::ours())
    }
}

/// Waits for what is done elsewhere. Other work has the room meanwhile, and this one waits for room
/// again before it goes on.
pub(crate) fn aside<T>(elsewhere: impl FnOnce() -> T) -> T {
    let pool = ROOM.try_with(|room| {
        drop(room.taken.take());
        Arc::clone(&room.pool)
    });
    let done = elsewhere();
    if let (Ok(pool), Ok(runtime)) = (pool, Handle::try_current()) {
        let taken = runtime.block_on(pool.acquire_owned()).ok();
        let _ = ROOM.try_with(|room| room.taken.replace(taken));
    }
    done
}

#[cfg(test)]
mod tests {
    use std::sync::mpsc;
    use std::time::Duration;

    use super::*;

    #[tokio::test]
    async fn who_waits_for_somebody_else_takes_no_room() {
        let pool = Pool::new(1);
        let (done, wait) = mpsc::channel();
        let long = pool.run(move || aside(|| wait.recv_timeout(Duration::from_mins(1)).is_ok()));
        // There is room for one, and yet this is done while the other one waits for it.
        let quick = pool.run(move || done.send(()).is_ok());
        let (long, quick) = tokio::join!(long, quick);
        assert!(long.expect("it is done") && quick.expect("it is done"));
        assert_eq!(pool.0.available_permits(), 1);
    }

    #[tokio::test]
    async fn work_goes_on_in_a_room_of_its_own() {
        let pool = Arc::new(Pool::new(1));
        let room = Arc::clone(&pool);
        let left = pool.run(move || {
            let before = room.0.available_permits();
            let aside = aside(|| room.0.available_permits());
            (before, aside, room.0.available_permits())
        });
        assert_eq!(left.await.expect("it is done"), (0, 1, 0));
        assert_eq!(pool.0.available_permits(), 1);
        // Outside of the pool there is no room to give away.
        assert_eq!(aside(|| 7), 7);
    }
}
