//! Whether everything that is kept is as it was written.

use crate::columns::Owned;
use crate::error::Result;
use crate::open::Store;
use crate::revisions::sha256;
use crate::sql::Conn;
use crate::tables::{TABLES, Table};
use crate::walk::Walk;

/// Problems to name at most; a broken disk has more than anybody reads.
const MOST: usize = 100;

impl Store {
    /// Looks for damage: the pages of the file, rows that point nowhere, texts and files that are
    /// not what they were, revisions that are missing. Problems in words; none when all is well.
    pub async fn check(&self) -> Result<Vec<String>> {
        let mut snapshot = self.snapshot().await?;
        let mut conn = snapshot.conn();
        let mut problems = Vec::new();
        if matches!(conn, Conn::Lite(_)) {
            problems.extend(file(&mut conn).await?);
        }
        problems.extend(contents(&mut conn).await?);
        problems.truncate(MOST);
        Ok(problems)
    }
}

/// What SQLite itself finds.
async fn file(conn: &mut Conn<'_>) -> Result<Vec<String>> {
    let mut problems = Vec::new();
    for row in conn.rows("PRAGMA integrity_check", &[]).await? {
        let found: String = row.get(0)?;
        if found != "ok" {
            problems.push(format!("the database file is damaged: {found}"));
        }
    }
    for row in conn.rows("PRAGMA foreign_key_check", &[]).await? {
        let (table, parent): (String, String) = (row.get(0)?, row.get(2)?);
        problems
            .push(format!("a row of `{table}` belongs to a row of `{parent}` that is not there"));
    }
    Ok(problems)
}

/// What vitae knows about the rows.
pub(crate) async fn contents(conn: &mut Conn<'_>) -> Result<Vec<String>> {
    let mut problems = Vec::new();
    for table in &TABLES {
        let mut walk = Walk::new(table, None);
        loop {
            let rows = walk.next(conn).await?;
            if rows.is_empty() || problems.len() >= MOST {
                break;
            }
            problems.extend(rows.iter().filter_map(|row| wrong_row(table, row)));
        }
    }
    let sql = "SELECT d.id, d.head, COUNT(r.number), COALESCE(MIN(r.number), 0), \
               COALESCE(MAX(r.number), 0) FROM documents d LEFT JOIN revisions r \
               ON r.user_id = d.user_id AND r.document_id = d.id GROUP BY d.id, d.head \
               HAVING COUNT(r.number) <> d.head OR COALESCE(MIN(r.number), 0) <> 1 \
               OR COALESCE(MAX(r.number), 0) <> d.head ORDER BY d.id";
    for row in conn.rows(sql, &[]).await? {
        let (id, head, count): (String, i64, i64) = (row.get(0)?, row.get(1)?, row.get(2)?);
        problems.push(format!("document {id} is at revision {head} and has {count} revisions"));
    }
    let sql = "SELECT b.user_id, COUNT(*) FROM blobs b WHERE NOT EXISTS (SELECT 1 FROM files f \
               WHERE f.user_id = b.user_id AND f.sha256 = b.sha256) \
               GROUP BY b.user_id ORDER BY b.user_id";
    for row in conn.rows(sql, &[]).await? {
        let (user, count): (String, i64) = (row.get(0)?, row.get(1)?);
        problems.push(format!("bytes without a file: {count} of user {user}"));
    }
    Ok(problems)
}

/// What is wrong with a row by itself.
fn wrong_row(table: &Table, row: &[Owned]) -> Option<String> {
    if let Some((column, expected)) = table.misfit(row) {
        return Some(format!("a value of `{column}` in `{}` is not {expected}", table.name));
    }
    let text = |column| match table.value(row, column) {
        Some(Owned::Text(Some(text))) => text.as_str(),
        _ => "",
    };
    let bytes = |column| match table.value(row, column) {
        Some(Owned::Bytes(Some(bytes))) => bytes.as_slice(),
        _ => &[],
    };
    let int = |column| match table.value(row, column) {
        Some(Owned::Int(Some(int))) => *int,
        _ => 0,
    };
    match table.name {
        "revisions" if sha256(text("source").as_bytes()) != bytes("sha256") => Some(format!(
            "revision {} of document {} is not the text that was saved",
            int("number"),
            text("document_id")
        )),
        "blobs"
            if sha256(bytes("bytes")) != bytes("sha256")
                || usize::try_from(int("size")) != Ok(bytes("bytes").len()) =>
        {
            Some(format!("a file of user {} is not the one that was kept", text("user_id")))
        }
        _ => None,
    }
}
