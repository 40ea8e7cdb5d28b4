//! Opening, opening again, and what cannot be opened.

#![expect(clippy::disallowed_methods, reason = "tests make files that are no databases")]

use sqlx::sqlite::SqlitePool;
use store::{Backend, Store, StoreError};

use crate::databases::{NOW, all, file, person};

#[tokio::test]
async fn what_was_kept_is_there_after_opening_again() {
    for database in all().await {
        if database.address == "sqlite::memory:" {
            continue;
        }
        let store = database.open().await;
        let ada = person(&store, "ada").await;
        let before = store.export(Vec::new()).await.expect("exports");
        store.close().await;
        let closed = store.user(ada).await.map(drop);
        assert!(matches!(closed, Err(StoreError::Io(_))), "{closed:?}");
        let closed = store.rename_user(ada, "x").await;
        assert!(matches!(closed, Err(StoreError::Io(_))), "{closed:?}");
        let store = database.open().await;
        assert_eq!(store.export(Vec::new()).await.expect("exports"), before);
        let postgres = database.address.starts_with("postgres");
        assert_eq!(store.backend(), if postgres { Backend::Postgres } else { Backend::Sqlite });
        store.close().await;
    }
}

#[tokio::test]
async fn two_programs_may_open_one_database_at_once() {
    for database in all().await {
        let (one, two) = tokio::join!(database.open(), database.open());
        person(&one, "ada").await;
        if database.address != "sqlite::memory:" {
            let taken = two.user_by_handle("ada").await;
            assert!(taken.is_ok(), "{}: {taken:?}", database.name);
        }
        person(&two, "bob").await;
    }
}

#[tokio::test]
async fn data_of_a_newer_vitae_is_left_alone() {
    let database = file();
    database.open().await.close().await;
    let pool = SqlitePool::connect(&database.address).await.expect("opens");
    sqlx::raw_sql("INSERT INTO vitae_schema VALUES (99)").execute(&pool).await.expect("is newer");
    pool.close().await;
    let newer = Store::open(&database.address).await.map(drop);
    assert_eq!(newer, Err(StoreError::Newer { found: 99, known: 1 }));
}

/// Opening `address` fails with a message that has these words.
async fn check(address: &str, expected: &str) {
    let message = Store::open(address).await.map(drop).expect_err("is refused").to_string();
    assert!(message.contains(expected), "{address}: {message:?} has no {expected:?}");
}

#[tokio::test]
async fn what_cannot_be_opened_is_said() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = |name: &str| folder.path().join(name).display().to_string();
    check("mysql://localhost/x", "begins with sqlite:").await;
    check("vitae.db", "begins with sqlite:").await;
    check("sqlite:", "has no path").await;
    check("sqlite://", "has no path").await;
    check(&format!("sqlite:{}", path("missing/vitae.db")), "check that its folder exists").await;
    std::fs::write(path("letter.txt"), "Dear Sir or Madam, ".repeat(200)).expect("a letter");
    check(&format!("sqlite:{}", path("letter.txt")), "is not a database").await;
    let letter = std::fs::read(path("letter.txt")).expect("the letter");
    assert!(letter.starts_with(b"Dear"), "another's file stays as it is");
    check("postgres://localhost:1/x", "cannot be reached").await;

    let other = format!("sqlite:{}?mode=rwc", path("other.db"));
    let pool = SqlitePool::connect(&other).await.expect("opens");
    sqlx::raw_sql("CREATE TABLE songs (title TEXT)").execute(&pool).await.expect("has a table");
    pool.close().await;
    check(&format!("sqlite:{}", path("other.db")), "a database of another program").await;

    let address = format!("sqlite://{}", path("slashes.db"));
    Store::open(&address).await.expect("opens").close().await;
    assert!(std::fs::exists(path("slashes.db")).expect("looks"));

    // Any name that a file system allows.
    for name in ["a b.db", "100%.db", "what?.db", "c#.db", "ü.db"] {
        let store = Store::open(&format!("sqlite:{}", path(name))).await.expect(name);
        person(&store, "ada").await;
        store.local_user(NOW).await.expect("is made");
        store.close().await;
        assert!(std::fs::exists(path(name)).expect("looks"), "{name}");
    }
}
