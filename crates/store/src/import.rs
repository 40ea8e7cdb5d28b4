//! An export back into an empty store: all of it or nothing.

use std::io::Read;

use sqlx::AssertSqlSafe;
use tokio::sync::mpsc;

use crate::check;
use crate::columns::Owned;
use crate::error::{Result, StoreError};
use crate::lines::{Lines, ReadRow, wrong};
use crate::open::Store;
use crate::sql::{Conn, Value};
use crate::tables::TABLES;

/// Rows that wait for the database at most.
const AHEAD: usize = 2;
/// Rows handed over together at most.
const TOGETHER: usize = 64;
/// Bytes after which rows are handed over, however few they are.
const ENOUGH: usize = 1024 * 1024;

/// Rows on their way, or why there are no more.
type Piece = std::result::Result<Vec<ReadRow>, StoreError>;

impl Store {
    /// Reads an export into this store, which has to be empty; how many rows there were. Whatever
    /// is wrong with it, nothing is imported then. Other changes wait meanwhile.
    pub async fn import<R: Read + Send + 'static>(&self, reader: R) -> Result<u64> {
        let (pieces, mut waiting) = mpsc::channel(AHEAD);
        let reading = tokio::task::spawn_blocking(move || read(reader, &pieces));
        let imported = self
            .change(move |mut conn| Box::pin(async move { import(&mut conn, &mut waiting).await }))
            .await;
        // The reader stops by itself when nobody takes its rows any more.
        drop(reading.await);
        imported
    }
}

/// Reads rows and hands them over; the last piece is empty.
fn read(reader: impl Read, pieces: &mpsc::Sender<Piece>) {
    let mut lines = match Lines::open(reader) {
        Ok(lines) => lines,
        Err(error) => return drop(pieces.blocking_send(Err(error))),
    };
    loop {
        let piece = some_rows(&mut lines);
        let last = piece.as_ref().map_or(true, Vec::is_empty);
        if pieces.blocking_send(piece).is_err() || last {
            return;
        }
    }
}

fn some_rows(lines: &mut Lines<impl Read>) -> Piece {
    let (mut rows, mut bytes) = (Vec::new(), 0);
    while rows.len() < TOGETHER && bytes < ENOUGH {
        let Some(row) = lines.row()? else { break };
        bytes += row.values.iter().map(size).sum::<usize>();
        rows.push(row);
    }
    Ok(rows)
}

fn size(value: &Owned) -> usize {
    match value {
        Owned::Text(text) => text.as_ref().map_or(0, String::len),
        Owned::Int(_) => 8,
        Owned::Bytes(bytes) => bytes.as_ref().map_or(0, Vec::len),
    }
}

async fn import(conn: &mut Conn<'_>, pieces: &mut mpsc::Receiver<Piece>) -> Result<u64> {
    for table in &TABLES {
        let sql = AssertSqlSafe(format!("SELECT 1 FROM {} LIMIT 1", table.name));
        if conn.row(sql, &[]).await?.is_some() {
            return Err(StoreError::Invalid(
                "there is data already: import into a new, empty database".into(),
            ));
        }
    }
    let mut count = 0;
    loop {
        let rows = pieces.recv().await.unwrap_or(Err(StoreError::Busy))?;
        if rows.is_empty() {
            break;
        }
        for row in rows {
            insert(conn, &row).await?;
            count += 1;
        }
    }
    match check::contents(conn).await?.into_iter().next() {
        Some(problem) => Err(StoreError::Invalid(
            format!("the export contradicts itself: {problem}. Nothing was imported: choose another export")
                .into(),
        )),
        None => Ok(count),
    }
}

async fn insert(conn: &mut Conn<'_>, row: &ReadRow) -> Result<()> {
    let values: Vec<Value<'_>> = row.values.iter().map(Owned::bind).collect();
    match conn.run(AssertSqlSafe(row.table.insert()), &values).await {
        Ok(_) => Ok(()),
        Err(StoreError::Duplicate(_)) => Err(wrong(row.line, "there is such a row already")),
        Err(StoreError::NotFound) => {
            Err(wrong(row.line, "it belongs to a row that is not in the export"))
        }
        Err(error @ (StoreError::Invalid(_) | StoreError::TooLarge { .. })) => {
            Err(wrong(row.line, &error.to_string()))
        }
        Err(error) => Err(error),
    }
}
