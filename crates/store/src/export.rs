//! Everything in one open file: lines of JSON, first what it is, then every row, then sums.
//!
//! ```text
//! {"format":"vitae-export","version":1,"schema":1}
//! {"table":"users","row":{"id":"…","handle":"ada","admin":0, …}}
//! …
//! {"end":{"users":{"rows":1,"sha256":"…"}, …}}
//! ```
//!
//! Rows stand in the order of their keys, so that equal stores have equal exports, on either
//! database. Bytes are Base64. A sum is the SHA-256 of the lines of its table.

use std::fmt::Write as _;
use std::io::Write;

use serde_json::{Map, json};
use sha2::{Digest, Sha256};
use tokio::sync::mpsc;

use crate::error::{Result, StoreError};
use crate::id::UserId;
use crate::migrations::SCHEMA;
use crate::open::Store;
use crate::sql::Conn;
use crate::tables::{TABLES, Table};
use crate::walk::Walk;

/// The name of the format.
pub(crate) const FORMAT: &str = "vitae-export";
/// The version of the format; the columns have a version of their own, the schema.
pub(crate) const VERSION: i64 = 1;

/// Pieces that wait for the writer at most; each is a few rows.
const AHEAD: usize = 2;

impl Store {
    /// Writes everything, as it is at one moment, and gives the writer back. Others read and write
    /// meanwhile. Memory holds a few rows at a time.
    pub async fn export<W: Write + Send + 'static>(&self, writer: W) -> Result<W> {
        self.export_rows(None, writer).await
    }

    /// Writes what one person has, in the same format: an empty store can import it. What ends by
    /// itself (sessions, one-time tokens, answers kept for repeated requests) and tokens of the API
    /// stay behind.
    pub async fn export_user<W: Write + Send + 'static>(
        &self,
        user: UserId,
        writer: W,
    ) -> Result<W> {
        self.user(user).await?;
        self.export_rows(Some(user), writer).await
    }

    async fn export_rows<W: Write + Send + 'static>(
        &self,
        user: Option<UserId>,
        mut writer: W,
    ) -> Result<W> {
        let (pieces, mut waiting) = mpsc::channel::<Vec<u8>>(AHEAD);
        // A writer may block, e.g. on a slow disk; that must not hold up other requests.
        let writing = tokio::task::spawn_blocking(move || {
            while let Some(piece) = waiting.blocking_recv() {
                writer.write_all(&piece)?;
            }
            writer.flush().map(|()| writer)
        });
        let mut snapshot = self.snapshot().await?;
        let produced = produce(&mut snapshot.conn(), user, &pieces).await;
        drop(pieces);
        let written = writing.await.map_err(|error| failed(&error))?;
        let writer = written.map_err(|error| failed(&error))?;
        produced.map(|()| writer)
    }
}

fn failed(error: &dyn std::error::Error) -> StoreError {
    StoreError::Io(
        format!("the export cannot be written ({error}): what there is of it is useless").into(),
    )
}

async fn produce(
    conn: &mut Conn<'_>,
    user: Option<UserId>,
    pieces: &mpsc::Sender<Vec<u8>>,
) -> Result<()> {
    let send = async |piece| {
        // A writer that failed says why itself.
        pieces.send(piece).await.map_err(|_| StoreError::Io("the export was stopped".into()))
    };
    let mut head = json!({ "format": FORMAT, "version": VERSION, "schema": SCHEMA }).to_string();
    head.push('\n');
    send(head.into_bytes()).await?;
    let mut sums = Map::new();
    for table in TABLES.iter().filter(|table| user.is_none() || table.lasting) {
        let mut walk = Walk::new(table, user);
        let mut sum = Sum::default();
        loop {
            let rows = walk.next(conn).await?;
            if rows.is_empty() {
                break;
            }
            let mut piece = Vec::new();
            for row in rows {
                let line = json!({ "table": table.name, "row": table.to_json(row) }).to_string();
                piece.extend_from_slice(line.as_bytes());
                piece.push(b'\n');
                sum.rows += 1;
            }
            sum.hash.update(&piece);
            send(piece).await?;
        }
        sums.insert(table.name.to_owned(), sum.to_json());
    }
    let mut end = json!({ "end": sums }).to_string();
    end.push('\n');
    send(end.into_bytes()).await
}

/// What the last line says of a table.
#[derive(Default)]
pub(crate) struct Sum {
    pub(crate) rows: u64,
    pub(crate) hash: Sha256,
}

impl Sum {
    pub(crate) fn to_json(&self) -> serde_json::Value {
        let mut hex = String::with_capacity(64);
        for byte in self.hash.clone().finalize() {
            // Writing into a string does not fail.
            let _ = write!(hex, "{byte:02x}");
        }
        json!({ "rows": self.rows, "sha256": hex })
    }
}

/// The place of a table in an export; later ones may point to earlier ones.
pub(crate) fn place(table: &Table) -> usize {
    TABLES.iter().position(|other| other.name == table.name).unwrap_or(TABLES.len())
}
