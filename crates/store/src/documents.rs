//! Resumes, and jobs that a candidate saved: one shape, a text with all its revisions.

use std::str::FromStr;

use crate::error::{Result, StoreError};
use crate::id::{DocumentId, UserId};
use crate::open::Store;
use crate::page::{Cursor, Page};
use crate::revisions::{self, Draft, Revision, Text};
use crate::sql::{Conn, Row};
use crate::users::found;

/// What a document is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Kind {
    /// A resume.
    Resume,
    /// A job that a candidate saved.
    Job,
}

impl Kind {
    /// The word in the database.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Resume => "resume",
            Self::Job => "job",
        }
    }
}

impl FromStr for Kind {
    type Err = StoreError;

    fn from_str(text: &str) -> Result<Self> {
        [Self::Resume, Self::Job]
            .into_iter()
            .find(|kind| kind.as_str() == text)
            .ok_or(StoreError::Invalid("a document is a resume or a job".into()))
    }
}

/// Where a document lies.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Shelf {
    /// In use.
    Current,
    /// In the bin, until it is restored or erased.
    Bin,
}

/// A document without its text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Document {
    /// Its name.
    pub id: DocumentId,
    /// Whose it is.
    pub user: UserId,
    /// What it is.
    pub kind: Kind,
    /// What the person calls it.
    pub title: String,
    /// Whose job it is; empty for a resume.
    pub company: String,
    /// The newest revision; the first is 1.
    pub head: i64,
    /// When it was made.
    pub created_ms: i64,
    /// When it was saved last.
    pub updated_ms: i64,
    /// Since when it is in the bin.
    pub deleted_ms: Option<i64>,
}

/// A document and one revision of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Opened {
    /// The document.
    pub document: Document,
    /// Its newest revision.
    pub revision: Revision,
}

/// A document to be.
#[derive(Clone, Debug)]
pub struct NewDocument {
    /// What it is.
    pub kind: Kind,
    /// What the person calls it.
    pub title: String,
    /// Whose job it is; empty for a resume.
    pub company: String,
    /// Its first revision.
    pub draft: Draft,
}

impl Store {
    /// Makes a document with its first revision.
    pub async fn create_document(
        &self,
        user: UserId,
        new: NewDocument,
        now_ms: i64,
    ) -> Result<Document> {
        let NewDocument { kind, title, company, draft } = new;
        let text = Text::of(draft)?;
        let document = Document {
            id: DocumentId::new(now_ms)?,
            user,
            kind,
            title,
            company,
            head: 1,
            created_ms: now_ms,
            updated_ms: now_ms,
            deleted_ms: None,
        };
        self.change(move |mut conn| {
            Box::pin(async move {
                let sql = "INSERT INTO documents \
                           (id, user_id, kind, title, company, head, created_ms, updated_ms) \
                           VALUES ($1, $2, $3, $4, $5, 1, $6, $6)";
                let values = [
                    document.id.into(),
                    user.into(),
                    kind.as_str().into(),
                    document.title.as_str().into(),
                    document.company.as_str().into(),
                    now_ms.into(),
                ];
                conn.run(sql, &values).await?;
                revisions::insert(&mut conn, user, document.id, 1, text, None, now_ms).await?;
                Ok(document)
            })
        })
        .await
    }

    /// A person's documents of a kind, the last saved first; the bin is listed apart.
    pub async fn documents(
        &self,
        user: UserId,
        kind: Kind,
        shelf: Shelf,
        after: Option<Cursor>,
        limit: usize,
    ) -> Result<Page<Document>> {
        let sql = match shelf {
            Shelf::Current => {
                "SELECT id, user_id, kind, title, company, head, created_ms, updated_ms, deleted_ms \
                 FROM documents WHERE user_id = $1 AND kind = $2 AND deleted_ms IS NULL \
                 AND (updated_ms < $3 OR (updated_ms = $3 AND id < $4)) \
                 ORDER BY updated_ms DESC, id DESC LIMIT $5"
            }
            Shelf::Bin => {
                "SELECT id, user_id, kind, title, company, head, created_ms, updated_ms, deleted_ms \
                 FROM documents WHERE user_id = $1 AND kind = $2 AND deleted_ms IS NOT NULL \
                 AND (updated_ms < $3 OR (updated_ms = $3 AND id < $4)) \
                 ORDER BY updated_ms DESC, id DESC LIMIT $5"
            }
        };
        let cursor = |last: &Document| Cursor { at_ms: last.updated_ms, id: last.id.0 };
        self.page(sql, [user.into(), kind.as_str().into()], (after, limit), read, cursor).await
    }

    /// A document with its newest revision, also out of the bin.
    pub async fn document(&self, user: UserId, id: DocumentId) -> Result<Opened> {
        let sql = "SELECT d.id, d.user_id, d.kind, d.title, d.company, d.head, d.created_ms, \
                   d.updated_ms, d.deleted_ms, r.number, r.sha256, r.format, r.note, \
                   r.restored_from, r.created_ms, r.source FROM documents d JOIN revisions r \
                   ON r.user_id = d.user_id AND r.document_id = d.id AND r.number = d.head \
                   WHERE d.user_id = $1 AND d.id = $2";
        let row = self.reader().await?.conn().row(sql, &[user.into(), id.into()]).await?;
        let row = row.ok_or(StoreError::NotFound)?;
        Ok(Opened { document: read(&row)?, revision: revisions::read(&row, 9)? })
    }

    /// Changes what a document is called; its text and revisions stay.
    pub async fn rename_document(
        &self,
        user: UserId,
        id: DocumentId,
        title: &str,
        company: &str,
    ) -> Result<()> {
        let (title, company) = (title.to_owned(), company.to_owned());
        self.change(move |mut conn| {
            Box::pin(async move {
                let sql = "UPDATE documents SET title = $3, company = $4 \
                           WHERE user_id = $1 AND id = $2 AND deleted_ms IS NULL";
                let values =
                    [user.into(), id.into(), title.as_str().into(), company.as_str().into()];
                changed(&mut conn, sql, &values, user, id).await
            })
        })
        .await
    }

    /// Puts a document into the bin.
    pub async fn bin_document(&self, user: UserId, id: DocumentId, now_ms: i64) -> Result<()> {
        self.change(move |mut conn| {
            Box::pin(async move {
                let sql = "UPDATE documents SET deleted_ms = $3 \
                           WHERE user_id = $1 AND id = $2 AND deleted_ms IS NULL";
                changed(&mut conn, sql, &[user.into(), id.into(), now_ms.into()], user, id).await
            })
        })
        .await
    }

    /// Takes a document out of the bin.
    pub async fn unbin_document(&self, user: UserId, id: DocumentId) -> Result<()> {
        self.change(move |mut conn| {
            Box::pin(async move {
                let sql = "UPDATE documents SET deleted_ms = NULL WHERE user_id = $1 AND id = $2 \
                           AND deleted_ms IS NOT NULL";
                found(conn.run(sql, &[user.into(), id.into()]).await?)
            })
        })
        .await
    }

    /// Erases a document in the bin for good, with its revisions, its reports and its files.
    pub async fn erase_document(&self, user: UserId, id: DocumentId) -> Result<()> {
        self.change(move |mut conn| {
            Box::pin(async move {
                conn.lock_user(user).await?;
                let sql = "DELETE FROM documents WHERE user_id = $1 AND id = $2 \
                           AND deleted_ms IS NOT NULL";
                found(conn.run(sql, &[user.into(), id.into()]).await?)?;
                crate::files::delete_orphans(&mut conn, user).await
            })
        })
        .await
    }
}

/// Does a statement that changes a document in use; the reason when it changed none.
async fn changed(
    conn: &mut Conn<'_>,
    sql: &'static str,
    values: &[crate::sql::Value<'_>],
    user: UserId,
    id: DocumentId,
) -> Result<()> {
    if conn.run(sql, values).await? > 0 {
        return Ok(());
    }
    let sql = "SELECT id FROM documents WHERE user_id = $1 AND id = $2";
    let row = conn.row(sql, &[user.into(), id.into()]).await?;
    Err(if row.is_some() { StoreError::InBin } else { StoreError::NotFound })
}

fn read(row: &Row) -> Result<Document> {
    Ok(Document {
        id: row.parsed(0)?,
        user: row.parsed(1)?,
        kind: row.parsed(2)?,
        title: row.get(3)?,
        company: row.get(4)?,
        head: row.get(5)?,
        created_ms: row.get(6)?,
        updated_ms: row.get(7)?,
        deleted_ms: row.get(8)?,
    })
}
