//! Group commit: one task writes to SQLite, many requests share a transaction and its fsync.
//!
//! SQLite has one writer, and a durable transaction costs a write through to the disk. Requests
//! that arrive while one is under way wait in a queue and go into the next together, each inside a
//! savepoint, so that one that fails takes none with it. Nobody hears of success before the commit.

use futures_util::future::BoxFuture;
use sqlx::SqlitePool;
use tokio::sync::{mpsc, oneshot};

use crate::error::{Result, StoreError};
use crate::sql::Conn;

/// Requests that may wait; who comes later waits for a place.
const QUEUE: usize = 1024;
/// Requests that share a transaction at most, so that the first does not wait for long.
const BATCH: usize = 256;

/// The way into the queue. The task ends when the last one is gone and the queue is empty.
#[derive(Clone)]
pub(crate) struct Writer {
    queue: mpsc::Sender<Box<dyn Request>>,
}

/// A change that waits for its turn.
trait Request: Send {
    /// Makes the change; false when it has to be undone.
    fn run<'c>(&'c mut self, conn: Conn<'c>) -> BoxFuture<'c, bool>;
    /// Tells who waits, once it is known whether the transaction holds.
    fn answer(self: Box<Self>, committed: Result<()>);
}

struct Change<T, F> {
    work: Option<F>,
    result: Option<Result<T>>,
    reply: oneshot::Sender<Result<T>>,
}

impl<T, F> Request for Change<T, F>
where
    T: Send + 'static,
    F: for<'c> FnOnce(Conn<'c>) -> BoxFuture<'c, Result<T>> + Send + 'static,
{
    fn run<'c>(&'c mut self, conn: Conn<'c>) -> BoxFuture<'c, bool> {
        Box::pin(async move {
            if let Some(work) = self.work.take() {
                self.result = Some(work(conn).await);
            }
            matches!(self.result, Some(Ok(_)))
        })
    }

    fn answer(self: Box<Self>, committed: Result<()>) {
        // A change without a result was not tried, because the transaction was lost before it.
        let Self { result, reply, .. } = *self;
        let result = committed.and_then(|()| result.unwrap_or(Err(StoreError::Busy)));
        // Who asked may have left.
        drop(reply.send(result));
    }
}

impl Writer {
    /// Starts the task on a pool that nobody else writes through.
    pub(crate) fn start(pool: SqlitePool) -> Self {
        let (queue, requests) = mpsc::channel(QUEUE);
        tokio::spawn(serve(pool, requests));
        Self { queue }
    }

    /// Does `work` inside a transaction; done when the result is there. It is done also when
    /// nobody waits for the result any more.
    pub(crate) async fn change<T: Send + 'static>(
        &self,
        work: impl for<'c> FnOnce(Conn<'c>) -> BoxFuture<'c, Result<T>> + Send + 'static,
    ) -> Result<T> {
        let ended = || StoreError::Io("the database was closed: start vitae again".into());
        let (reply, result) = oneshot::channel();
        let change: Box<dyn Request> = Box::new(Change { work: Some(work), result: None, reply });
        self.queue.send(change).await.map_err(|_| ended())?;
        result.await.map_err(|_| ended())?
    }
}

async fn serve(pool: SqlitePool, mut requests: mpsc::Receiver<Box<dyn Request>>) {
    let mut batch = Vec::with_capacity(BATCH);
    while requests.recv_many(&mut batch, BATCH).await > 0 {
        let committed = together(&pool, &mut batch).await;
        for request in batch.drain(..) {
            request.answer(committed.clone());
        }
    }
}

/// All of a batch in one transaction. An error means that none of it holds.
async fn together(pool: &SqlitePool, batch: &mut [Box<dyn Request>]) -> Result<()> {
    let mut transaction = pool.begin_with("BEGIN IMMEDIATE").await?;
    for request in batch {
        Conn::Lite(&mut transaction).raw("SAVEPOINT change").await?;
        if !request.run(Conn::Lite(&mut transaction)).await {
            // After an error such as a full disk SQLite has undone the whole transaction by
            // itself; then this fails, and so do all.
            Conn::Lite(&mut transaction).raw("ROLLBACK TO change").await?;
        }
        Conn::Lite(&mut transaction).raw("RELEASE change").await?;
    }
    transaction.commit().await?;
    Ok(())
}
