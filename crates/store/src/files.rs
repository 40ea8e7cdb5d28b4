//! Files as they came. Bytes are kept by their SHA-256, the same ones once a person.

use crate::error::{Result, StoreError};
use crate::id::{DocumentId, FileId, UserId};
use crate::open::Store;
use crate::page::{Cursor, Page};
use crate::revisions::sha256;
use crate::sql::{Conn, Row};
use crate::users::found;

/// A file without its bytes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct File {
    /// Its name in addresses.
    pub id: FileId,
    /// Whose it is.
    pub user: UserId,
    /// The document it belongs to; it leaves with it.
    pub document: Option<DocumentId>,
    /// What it was called, as the person's browser said it: never a path on this machine.
    pub name: String,
    /// What it is, e.g. `application/pdf`.
    pub media_type: String,
    /// Bytes.
    pub size: i64,
    /// Of the bytes.
    pub sha256: [u8; 32],
    /// When it came.
    pub created_ms: i64,
}

/// A file with its bytes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Stored {
    /// All but the bytes.
    pub file: File,
    /// The bytes.
    pub bytes: Vec<u8>,
}

/// A file to be.
#[derive(Clone, Debug)]
pub struct NewFile {
    /// The document it belongs to; it will leave with it.
    pub document: Option<DocumentId>,
    /// What it is called.
    pub name: String,
    /// What it is, e.g. `application/pdf`.
    pub media_type: String,
    /// The bytes.
    pub bytes: Vec<u8>,
}

/// How much a person may keep.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct FileLimits {
    /// Bytes of one file.
    pub file: u64,
    /// Bytes of all files together; the same bytes count once.
    pub total: u64,
}

impl Store {
    /// Keeps a file. [`StoreError::TooLarge`] beyond a limit.
    pub async fn add_file(
        &self,
        user: UserId,
        new: NewFile,
        limits: FileLimits,
        now_ms: i64,
    ) -> Result<File> {
        let bytes = new.bytes.len() as u64;
        if bytes > limits.file {
            return Err(StoreError::TooLarge { what: "the file", bytes, limit: limits.file });
        }
        let file = File {
            id: FileId::new(now_ms)?,
            user,
            document: new.document,
            name: new.name,
            media_type: new.media_type,
            size: i64::try_from(bytes).unwrap_or(i64::MAX),
            sha256: sha256(&new.bytes),
            created_ms: now_ms,
        };
        let bytes = new.bytes;
        self.change(move |mut conn| {
            Box::pin(async move {
                conn.lock_user(user).await?;
                insert_blob(&mut conn, &file, &bytes, limits.total).await?;
                let sql = "INSERT INTO files \
                           (id, user_id, sha256, document_id, name, media_type, created_ms) \
                           VALUES ($1, $2, $3, $4, $5, $6, $7)";
                let values = [
                    file.id.into(),
                    user.into(),
                    file.sha256.as_slice().into(),
                    file.document.into(),
                    file.name.as_str().into(),
                    file.media_type.as_str().into(),
                    now_ms.into(),
                ];
                conn.run(sql, &values).await?;
                Ok(file)
            })
        })
        .await
    }

    /// A person's files, the newest first; only those of a document when it is named.
    pub async fn files(
        &self,
        user: UserId,
        document: Option<DocumentId>,
        after: Option<Cursor>,
        limit: usize,
    ) -> Result<Page<File>> {
        let sql = "SELECT f.id, f.user_id, f.document_id, f.name, f.media_type, b.size, f.sha256, \
                   f.created_ms FROM files f JOIN blobs b \
                   ON b.user_id = f.user_id AND b.sha256 = f.sha256 \
                   WHERE f.user_id = $1 AND (f.document_id = $2 OR $2 IS NULL) \
                   AND (f.created_ms < $3 OR (f.created_ms = $3 AND f.id < $4)) \
                   ORDER BY f.created_ms DESC, f.id DESC LIMIT $5";
        let cursor = |last: &File| Cursor { at_ms: last.created_ms, id: last.id.0 };
        self.page(sql, [user.into(), document.into()], (after, limit), read, cursor).await
    }

    /// A file with its bytes.
    pub async fn file(&self, user: UserId, id: FileId) -> Result<Stored> {
        let sql = "SELECT f.id, f.user_id, f.document_id, f.name, f.media_type, b.size, f.sha256, \
                   f.created_ms, b.bytes FROM files f JOIN blobs b \
                   ON b.user_id = f.user_id AND b.sha256 = f.sha256 \
                   WHERE f.user_id = $1 AND f.id = $2";
        let row = self.reader().await?.conn().row(sql, &[user.into(), id.into()]).await?;
        let row = row.ok_or(StoreError::NotFound)?;
        Ok(Stored { file: read(&row)?, bytes: row.get(8)? })
    }

    /// Erases a file, and its bytes when no other file of the person has them.
    pub async fn delete_file(&self, user: UserId, id: FileId) -> Result<()> {
        self.change(move |mut conn| {
            Box::pin(async move {
                conn.lock_user(user).await?;
                let sql = "DELETE FROM files WHERE user_id = $1 AND id = $2";
                found(conn.run(sql, &[user.into(), id.into()]).await?)?;
                delete_orphans(&mut conn, user).await
            })
        })
        .await
    }
}

/// Keeps bytes that the person does not have yet, within the limit of all.
async fn insert_blob(conn: &mut Conn<'_>, file: &File, bytes: &[u8], limit: u64) -> Result<()> {
    let sql = "SELECT size FROM blobs WHERE user_id = $1 AND sha256 = $2";
    let hash = file.sha256.as_slice();
    if conn.row(sql, &[file.user.into(), hash.into()]).await?.is_some() {
        return Ok(());
    }
    let sql = "SELECT CAST(COALESCE(SUM(size), 0) AS BIGINT) FROM blobs WHERE user_id = $1";
    let row = conn.row(sql, &[file.user.into()]).await?.ok_or(StoreError::NotFound)?;
    let total = row.get::<i64>(0)?.saturating_add(file.size).unsigned_abs();
    if total > limit {
        return Err(StoreError::TooLarge { what: "all your files together", bytes: total, limit });
    }
    let sql = "INSERT INTO blobs (user_id, sha256, size, bytes) VALUES ($1, $2, $3, $4)";
    conn.run(sql, &[file.user.into(), hash.into(), file.size.into(), bytes.into()]).await.map(drop)
}

/// Erases bytes that no file of the person names any more.
pub(crate) async fn delete_orphans(conn: &mut Conn<'_>, user: UserId) -> Result<()> {
    let sql = "DELETE FROM blobs WHERE user_id = $1 AND NOT EXISTS (SELECT 1 FROM files f \
               WHERE f.user_id = blobs.user_id AND f.sha256 = blobs.sha256)";
    conn.run(sql, &[user.into()]).await.map(drop)
}

fn read(row: &Row) -> Result<File> {
    Ok(File {
        id: row.parsed(0)?,
        user: row.parsed(1)?,
        document: row.parsed_if_any(2)?,
        name: row.get(3)?,
        media_type: row.get(4)?,
        size: row.get(5)?,
        sha256: row.hash(6)?,
        created_ms: row.get(7)?,
    })
}
