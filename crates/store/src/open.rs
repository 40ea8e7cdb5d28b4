//! Opening a database by its address, and the two ways to it: reading and changing.

use std::sync::Arc;
use std::time::Duration;

use futures_util::future::BoxFuture;
use sqlx::Connection;
use sqlx::postgres::{PgConnectOptions, PgConnection, PgPool, PgPoolOptions};
use sqlx::sqlite::{
    SqliteConnectOptions, SqliteJournalMode, SqlitePool, SqlitePoolOptions, SqliteSynchronous,
};

use crate::error::{Result, StoreError};
use crate::migrations;
use crate::sql::{Conn, Lease, Snapshot};
use crate::writer::Writer;

/// Connections that read from one SQLite file at a time.
const READERS: u32 = 4;
/// Connections to PostgreSQL.
const CLIENTS: u32 = 16;
/// How long a statement waits for another program that writes to the same file.
const BUSY: Duration = Duration::from_secs(5);
/// How long a request waits for a free connection.
const ACQUIRE: Duration = Duration::from_secs(10);

/// Everything that is kept. Cheap to clone; all clones work on the same database.
#[derive(Clone)]
pub struct Store {
    db: Arc<Db>,
}

/// The pools.
enum Db {
    Lite { readers: SqlitePool, writes: SqlitePool, writer: Writer, in_memory: bool },
    Pg(PgPool),
}

/// Which database a store works on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Backend {
    /// A file, or the memory of this process.
    Sqlite,
    /// A server.
    Postgres,
}

impl Store {
    /// Opens `sqlite:PATH`, `sqlite::memory:` or `postgres://…`, and brings its schema to this
    /// version. A file that is missing is made; its folder has to exist, and decides who else on
    /// the machine can read it. Needs a Tokio runtime.
    pub async fn open(address: &str) -> Result<Self> {
        if address.starts_with("postgres://") || address.starts_with("postgresql://") {
            Self::open_postgres(address).await
        } else if let Some(path) = address.strip_prefix("sqlite:") {
            let path = path.strip_prefix("//").unwrap_or(path);
            if path.is_empty() {
                // SQLite would take it for a file to be forgotten.
                return Err(StoreError::Invalid("the address sqlite: has no path: add one".into()));
            }
            Self::open_sqlite(path).await
        } else {
            Err(StoreError::Invalid(
                "the address of a database begins with sqlite: (and a path) or postgres://".into(),
            ))
        }
    }

    async fn open_sqlite(path: &str) -> Result<Self> {
        let in_memory = path == ":memory:";
        let options = SqliteConnectOptions::new()
            .filename(path)
            .create_if_missing(true)
            .journal_mode(if in_memory {
                SqliteJournalMode::Memory
            } else {
                SqliteJournalMode::Wal
            })
            .synchronous(SqliteSynchronous::Full)
            .foreign_keys(true)
            .busy_timeout(BUSY)
            // What was erased is overwritten, not only forgotten.
            .pragma("secure_delete", "ON");
        let pool = |most| {
            SqlitePoolOptions::new()
                .max_connections(most)
                .acquire_timeout(ACQUIRE)
                .idle_timeout(None)
                .max_lifetime(None)
                .test_before_acquire(false)
        };
        let writes = pool(1).connect_with(options.clone()).await?;
        let mut transaction = writes.begin_with("BEGIN IMMEDIATE").await?;
        migrations::migrate(&mut Conn::Lite(&mut transaction)).await?;
        transaction.commit().await?;
        // A database in memory is its connection, so there is one for all.
        let readers = if in_memory {
            writes.clone()
        } else {
            pool(READERS).connect_with(options.pragma("query_only", "ON")).await?
        };
        let writer = Writer::start(writes.clone());
        Ok(Self { db: Arc::new(Db::Lite { readers, writes, writer, in_memory }) })
    }

    async fn open_postgres(address: &str) -> Result<Self> {
        let options: PgConnectOptions = address.parse()?;
        // A connection of its own says at once what is wrong; a pool would try again for a while.
        let mut first = PgConnection::connect_with(&options).await?;
        let mut transaction = first.begin().await?;
        migrations::migrate(&mut Conn::Pg(&mut transaction)).await?;
        transaction.commit().await?;
        first.close().await?;
        let pool = PgPoolOptions::new()
            .max_connections(CLIENTS)
            .acquire_timeout(ACQUIRE)
            .connect_lazy_with(options);
        Ok(Self { db: Arc::new(Db::Pg(pool)) })
    }

    /// Which database this is.
    pub fn backend(&self) -> Backend {
        match &*self.db {
            Db::Lite { .. } => Backend::Sqlite,
            Db::Pg(_) => Backend::Postgres,
        }
    }

    /// Does what was asked for before and lets go of the database. Everything asked for later fails.
    pub async fn close(&self) {
        match &*self.db {
            Db::Lite { readers, writes, writer, .. } => {
                // One change more, which waits for those before it. Failing, it was closed already.
                drop(writer.change(|_| Box::pin(async { Ok(()) })).await);
                readers.close().await;
                writes.close().await;
            }
            Db::Pg(pool) => pool.close().await,
        }
    }

    /// A connection to read through.
    pub(crate) async fn reader(&self) -> Result<Lease> {
        Ok(match &*self.db {
            Db::Lite { readers, .. } => Lease::Lite(readers.acquire().await?),
            Db::Pg(pool) => Lease::Pg(pool.acquire().await?),
        })
    }

    /// A transaction to read one state of everything through.
    pub(crate) async fn snapshot(&self) -> Result<Snapshot> {
        Ok(match &*self.db {
            Db::Lite { readers, .. } => Snapshot::Lite(readers.begin().await?),
            Db::Pg(pool) => {
                let begin = "BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY";
                Snapshot::Pg(pool.begin_with(begin).await?)
            }
        })
    }

    /// How to connect to the file once more, when the database is a file.
    pub(crate) fn file_options(&self) -> Option<Arc<SqliteConnectOptions>> {
        match &*self.db {
            Db::Lite { writes, in_memory: false, .. } => Some(writes.connect_options()),
            _ => None,
        }
    }

    /// Makes a change as one: it holds, durably, when the result is good, else nothing of it does.
    pub(crate) async fn change<T: Send + 'static>(
        &self,
        work: impl for<'c> FnOnce(Conn<'c>) -> BoxFuture<'c, Result<T>> + Send + 'static,
    ) -> Result<T> {
        match &*self.db {
            Db::Lite { writer, .. } => writer.change(work).await,
            Db::Pg(pool) => {
                // Dropped without a commit, e.g. because who asked went away, it is rolled back.
                let mut transaction = pool.begin().await?;
                let result = work(Conn::Pg(&mut transaction)).await?;
                transaction.commit().await?;
                Ok(result)
            }
        }
    }
}
