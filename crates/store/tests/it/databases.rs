//! The databases that every test runs on, and people to run it with.
//!
//! SQLite is always there, in memory and in a file. PostgreSQL is there when `VITAE_TEST_POSTGRES`
//! has the address of a server on which the tests may make schemas; `cargo xtask test` starts one.

#![expect(
    clippy::disallowed_methods,
    clippy::print_stderr,
    reason = "tests look for a server in the environment and say when there is none"
)]

use std::sync::atomic::{AtomicU32, Ordering};

use sqlx::AssertSqlSafe;
use sqlx::postgres::PgPool;
use store::{Document, Draft, Format, Kind, NewDocument, NewUser, Store, UserId};
use tempfile::TempDir;

/// When the tests take place: 2026-01-01.
pub(crate) const NOW: i64 = 1_767_225_600_000;

/// An empty database, there as long as this.
pub(crate) struct Database {
    /// What it is, for messages.
    pub(crate) name: &'static str,
    /// Where it is.
    pub(crate) address: String,
    _folder: Option<TempDir>,
}

impl Database {
    /// Opens it, perhaps again.
    pub(crate) async fn open(&self) -> Store {
        Store::open(&self.address).await.expect("a database for the test")
    }
}

/// SQLite in a file.
pub(crate) fn file() -> Database {
    let folder = tempfile::tempdir().expect("a folder for a database");
    let address = format!("sqlite:{}", folder.path().join("vitae.db").display());
    Database { name: "SQLite in a file", address, _folder: Some(folder) }
}

/// SQLite in memory.
pub(crate) fn memory() -> Database {
    Database { name: "SQLite in memory", address: "sqlite::memory:".to_owned(), _folder: None }
}

/// A schema of its own on the server, when there is a server.
pub(crate) async fn postgres() -> Option<Database> {
    static MADE: AtomicU32 = AtomicU32::new(0);
    let Ok(server) = std::env::var("VITAE_TEST_POSTGRES") else {
        eprintln!("not on PostgreSQL: VITAE_TEST_POSTGRES is not set; `cargo xtask test` sets it");
        return None;
    };
    let schema = format!("t{}_{}", std::process::id(), MADE.fetch_add(1, Ordering::Relaxed));
    let pool = PgPool::connect(&server).await.expect("the server of the tests");
    let again = format!("DROP SCHEMA IF EXISTS {schema} CASCADE; CREATE SCHEMA {schema}");
    sqlx::raw_sql(AssertSqlSafe(again)).execute(&pool).await.expect("a schema for the test");
    pool.close().await;
    let sign = if server.contains('?') { '&' } else { '?' };
    let address = format!("{server}{sign}options[search_path]={schema}");
    Some(Database { name: "PostgreSQL", address, _folder: None })
}

/// Every database there is here.
pub(crate) async fn all() -> Vec<Database> {
    [memory(), file()].into_iter().chain(postgres().await).collect()
}

/// Does the same steps on an empty store in every database.
pub(crate) async fn everywhere(steps: impl AsyncFn(Store)) {
    for database in all().await {
        eprintln!("on {}", database.name);
        let store = database.open().await;
        steps(store.clone()).await;
        store.close().await;
    }
}

/// A person.
pub(crate) async fn person(store: &Store, handle: &str) -> UserId {
    let new = NewUser {
        handle: handle.to_owned(),
        name: handle.to_uppercase(),
        password_hash: None,
        admin: false,
    };
    store.create_user(new, NOW).await.expect("a person").id
}

/// A text to save.
pub(crate) fn draft(source: &str) -> Draft {
    Draft { source: source.to_owned(), format: Format::Yaml, note: String::new() }
}

/// A resume of a person with one revision.
pub(crate) async fn resume(store: &Store, user: UserId, source: &str, now_ms: i64) -> Document {
    let new = NewDocument {
        kind: Kind::Resume,
        title: "Main".to_owned(),
        company: String::new(),
        draft: draft(source),
    };
    store.create_document(user, new, now_ms).await.expect("a resume")
}
