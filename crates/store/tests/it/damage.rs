//! `check` finds what somebody else did to the database.

use sqlx::postgres::PgConnection;
use sqlx::sqlite::SqliteConnection;
use sqlx::{AssertSqlSafe, Connection};

use crate::databases::{Database, NOW, file, postgres};
use crate::sample::fill;

/// Does a statement behind the store's back.
async fn meddle(database: &Database, sql: &str) {
    let sql = AssertSqlSafe(sql.to_owned());
    if database.address.starts_with("sqlite:") {
        let mut conn = SqliteConnection::connect(&database.address).await.expect("opens");
        sqlx::raw_sql("PRAGMA foreign_keys = OFF").execute(&mut conn).await.expect("is off");
        sqlx::raw_sql(sql).execute(&mut conn).await.expect("is done");
        conn.close().await.expect("closes");
    } else {
        let mut conn = PgConnection::connect(&database.address).await.expect("opens");
        sqlx::raw_sql(sql).execute(&mut conn).await.expect("is done");
        conn.close().await.expect("closes");
    }
}

/// After `sql` a check names exactly these problems.
async fn check(sql: &str, expected: &[&str]) {
    for database in [file()].into_iter().chain(postgres().await) {
        let store = database.open().await;
        fill(&store, "ada", NOW).await;
        assert_eq!(store.check().await, Ok(vec![]), "before: {sql}");
        meddle(&database, sql).await;
        let problems = store.check().await.expect("checks");
        assert_eq!(problems.len(), expected.len(), "{sql}: {problems:?}");
        for (problem, expected) in problems.iter().zip(expected) {
            assert!(problem.contains(expected), "{sql}: {problem:?} has no {expected:?}");
        }
        store.close().await;
    }
}

#[tokio::test]
async fn clean_changes_are_no_damage() {
    check("UPDATE users SET name = 'Ada'", &[]).await;
    check("DELETE FROM sessions", &[]).await;
    check("UPDATE documents SET title = 'x'", &[]).await;
}

#[tokio::test]
async fn damage_is_named() {
    let text = "UPDATE revisions SET source = 'x' WHERE number = 2";
    check(text, &["is not the text that was saved"]).await;
    check("DELETE FROM revisions WHERE number = 3", &["is at revision 3 and has 2"]).await;
    check("UPDATE documents SET head = 7 WHERE head = 3", &["is at revision 7 and has 3"]).await;
    check("DELETE FROM files", &["bytes without a file: 1 of user"]).await;
    check("UPDATE blobs SET size = 3", &["is not the one that was kept"]).await;
    check("UPDATE documents SET kind = 'x' WHERE head = 3", &["`kind` in `documents`"]).await;
}

#[tokio::test]
async fn rows_that_point_nowhere_are_named() {
    let database = file();
    let store = database.open().await;
    fill(&store, "ada", NOW).await;
    meddle(&database, "DELETE FROM users").await;
    let problems = store.check().await.expect("checks");
    assert!(
        problems.iter().any(|one| one.contains("row of `users` that is not there")),
        "{problems:?}"
    );
}
