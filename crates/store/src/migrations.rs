//! The schema: texts that lead from one version to the next, done when the store is opened.

use sqlx::AssertSqlSafe;

use crate::error::{Result, StoreError};
use crate::sql::{Conn, on};

/// The version that a step makes, and the step. A published one never changes.
const STEPS: [(i64, &str); 1] = [(1, include_str!("../migrations/0001_start.sql"))];

/// The version that this program works with.
pub(crate) const SCHEMA: i64 = STEPS[STEPS.len() - 1].0;

/// Any number: two programs that start at once on one PostgreSQL wait for each other.
const LOCK: i64 = 0x0076_6974_6165;

/// Brings the schema to this program's version. Runs inside a transaction.
pub(crate) async fn migrate(conn: &mut Conn<'_>) -> Result<()> {
    if matches!(conn, Conn::Pg(_)) {
        conn.row("SELECT pg_advisory_xact_lock($1)", &[LOCK.into()]).await?;
    } else {
        refuse_foreign(conn).await?;
    }
    conn.raw("CREATE TABLE IF NOT EXISTS vitae_schema (version BIGINT NOT NULL PRIMARY KEY)")
        .await?;
    let found = version(conn).await?;
    if found > SCHEMA {
        return Err(StoreError::Newer { found, known: SCHEMA });
    }
    for (number, step) in STEPS.into_iter().filter(|(number, _)| *number > found) {
        let step = AssertSqlSafe(in_dialect(conn, step));
        on!(conn, |conn| sqlx::raw_sql(step).execute(&mut **conn).await.map(|_| ())?);
        conn.run("INSERT INTO vitae_schema (version) VALUES ($1)", &[number.into()]).await?;
    }
    Ok(())
}

/// The version of the schema; zero for an empty database.
async fn version(conn: &mut Conn<'_>) -> Result<i64> {
    let row = conn.row("SELECT MAX(version) FROM vitae_schema", &[]).await?;
    Ok(row.map(|row| row.get::<Option<i64>>(0)).transpose()?.flatten().unwrap_or_default())
}

/// A file with tables of another program stays as it is.
async fn refuse_foreign(conn: &mut Conn<'_>) -> Result<()> {
    let sql = "SELECT COUNT(*), COALESCE(SUM(name = 'vitae_schema'), 0) FROM sqlite_master";
    let Some(row) = conn.row(sql, &[]).await? else { return Ok(()) };
    if row.get::<i64>(0)? > 0 && row.get::<i64>(1)? == 0 {
        return Err(StoreError::Damaged(
            "the file is a database of another program: choose another file".into(),
        ));
    }
    Ok(())
}

/// PostgreSQL calls bytes BYTEA, and compares texts by the rules of a language unless told to
/// compare them as SQLite does.
fn in_dialect(conn: &Conn<'_>, step: &'static str) -> String {
    match conn {
        Conn::Lite(_) => step.to_owned(),
        Conn::Pg(_) => step.replace(" BLOB", " BYTEA").replace(" TEXT", " TEXT COLLATE \"C\""),
    }
}
