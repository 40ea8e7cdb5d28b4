//! Group commit: one task writes to SQLite, many requests share a transaction and its fsync.
//!
//! SQLite has one writer, and a durable transaction costs a write through to the disk. Requests
//! that arrive while one is under way wait in a queue and go into the next together, each inside a
//! savepoint, so that one that fails takes none with it. Nobody hears of success before the commit.

use futures_util::future::BoxFuture;
use sqlx::SqlitePool;
use sqlx::sqlite::SqliteConnection;
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
    /// Makes the change; after an error it has to be undone.
    fn run<'c>(&'c mut self, conn: Conn<'c>) -> BoxFuture<'c, Result<()>>;
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
    fn run<'c>(&'c mut self, conn: Conn<'c>) -> BoxFuture<'c, Result<()>> {
        Box::pin(async move {
            if let Some(work) = self.work.take() {
                self.result = Some(work(conn).await);
            }
            self.result
                .as_ref()
                .map_or(Ok(()), |result| result.as_ref().map(drop).map_err(Clone::clone))
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
///
/// The statements are our own, because sqlx counts transactions, and counts wrong after SQLite has
/// undone one by itself. This task is never dropped in between.
async fn together(pool: &SqlitePool, batch: &mut [Box<dyn Request>]) -> Result<()> {
    let mut conn = pool.acquire().await?;
    let committed = in_savepoints(&mut conn, batch).await;
    if committed.is_err() {
        // There may be nothing left to undo; then this fails, and that is well.
        drop(Conn::Lite(&mut conn).raw("ROLLBACK").await);
    }
    committed
}

async fn in_savepoints(conn: &mut SqliteConnection, batch: &mut [Box<dyn Request>]) -> Result<()> {
    Conn::Lite(conn).raw("BEGIN IMMEDIATE; SAVEPOINT change").await?;
    for request in batch {
        match request.run(Conn::Lite(conn)).await {
            Ok(()) => Conn::Lite(conn).raw("RELEASE change; SAVEPOINT change").await?,
            // After an error such as a full disk SQLite may have undone the whole transaction by
            // itself: that error is everybody's.
            Err(error) => Conn::Lite(conn).raw("ROLLBACK TO change").await.map_err(|_| error)?,
        }
    }
    Conn::Lite(conn).raw("COMMIT").await
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::open::Store;
    use crate::users::NewUser;

    fn new(handle: &str, name: String) -> NewUser {
        NewUser { handle: handle.to_owned(), name, password_hash: None, admin: false }
    }

    /// Lets the database grow to this many pages of 4096 bytes.
    async fn pages(store: &Store, sql: &'static str) {
        let limited = store.change(move |mut conn| Box::pin(async move { conn.raw(sql).await }));
        limited.await.expect("is limited");
    }

    #[tokio::test]
    async fn a_full_disk_is_said_and_room_is_used_again() {
        let store = Store::open("sqlite::memory:").await.expect("opens");
        store.create_user(new("before", String::new()), 0).await.expect("has room");
        pages(&store, "PRAGMA max_page_count = 100").await;
        let large = "x".repeat(1_000_000);
        let (full, _) = tokio::join!(
            store.create_user(new("large", large.clone()), 0),
            store.create_user(new("neighbor", String::new()), 0),
        );
        assert_eq!(full.map(drop), Err(StoreError::Full));
        assert_eq!(store.user_by_handle("large").await.map(drop), Err(StoreError::NotFound));
        store.user_by_handle("before").await.expect("stays");
        pages(&store, "PRAGMA max_page_count = 10000").await;
        store.create_user(new("large", large), 0).await.expect("has room again");
        assert_eq!(store.check().await, Ok(vec![]));
    }

    #[tokio::test]
    async fn a_change_is_made_although_nobody_waits_for_it() {
        let store = Store::open("sqlite::memory:").await.expect("opens");
        {
            let gone = store.create_user(new("ada", String::new()), 0);
            // Asked once, so that it stands in the queue, then dropped.
            tokio::select! { biased; _ = gone => {}, () = std::future::ready(()) => {} }
        }
        store.create_user(new("bob", String::new()), 0).await.expect("comes later");
        store.user_by_handle("ada").await.expect("was made");
    }

    #[tokio::test]
    async fn one_that_fails_takes_none_with_it() {
        let store = Store::open("sqlite::memory:").await.expect("opens");
        let (one, two, three) = tokio::join!(
            store.create_user(new("ada", String::new()), 0),
            store.create_user(new("ADA", String::new()), 0),
            store.create_user(new("bob", String::new()), 0),
        );
        assert!(one.is_ok() && three.is_ok());
        assert_eq!(two.map(drop), Err(StoreError::Duplicate("handle")));
        assert_eq!(store.users().await.expect("lists").len(), 2);
    }
}
