//! Every text that a document ever had. A revision is never changed and leaves only with its
//! document; going back is a new revision with the old text.

use std::str::FromStr;

use sha2::{Digest, Sha256};

use crate::error::{Result, StoreError};
use crate::id::{DocumentId, UserId};
use crate::open::Store;
use crate::sql::{Conn, Row, storable};

/// Revisions in one answer at most.
const MOST: usize = 500;

/// How a text is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Format {
    /// YAML.
    Yaml,
    /// JSON.
    Json,
}

impl Format {
    /// The word in the database.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Yaml => "yaml",
            Self::Json => "json",
        }
    }
}

impl FromStr for Format {
    type Err = StoreError;

    fn from_str(text: &str) -> Result<Self> {
        [Self::Yaml, Self::Json]
            .into_iter()
            .find(|format| format.as_str() == text)
            .ok_or(StoreError::Invalid("a document is written in yaml or in json".into()))
    }
}

/// A text to save.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Draft {
    /// The text.
    pub source: String,
    /// How it is written.
    pub format: Format,
    /// What was done, in the words of who saves; may be empty.
    pub note: String,
}

/// A text with its hash, which is made before the text waits for its turn.
pub(crate) struct Text {
    draft: Draft,
    sha256: [u8; 32],
}

impl Text {
    /// [`StoreError::TooLarge`] beyond what any text may be.
    pub(crate) fn of(draft: Draft) -> Result<Self> {
        storable(&[draft.source.as_str().into(), draft.note.as_str().into()])?;
        Ok(Self { sha256: sha256(draft.source.as_bytes()), draft })
    }
}

/// A revision without its text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RevisionSummary {
    /// Counted from 1 in its document.
    pub number: i64,
    /// Of the text.
    pub sha256: [u8; 32],
    /// How the text is written.
    pub format: Format,
    /// What was done.
    pub note: String,
    /// The revision whose text this one brought back.
    pub restored_from: Option<i64>,
    /// When it was saved.
    pub created_ms: i64,
}

/// A revision.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Revision {
    /// All but the text.
    pub summary: RevisionSummary,
    /// The text.
    pub source: String,
}

impl Store {
    /// Saves a text that was made from revision `base`. When that is not the newest any more it is
    /// a [`StoreError::Conflict`], unless the newest has this very text: then somebody asked twice.
    /// A text that is the newest already makes no revision; the newest comes back.
    pub async fn save_revision(
        &self,
        user: UserId,
        document: DocumentId,
        base: i64,
        draft: Draft,
        now_ms: i64,
    ) -> Result<RevisionSummary> {
        let text = Text::of(draft)?;
        self.change(move |mut conn| {
            Box::pin(async move {
                let head = head(&mut conn, user, document).await?;
                if is_same(&head, &text) {
                    return Ok(head);
                }
                if head.number != base {
                    return Err(StoreError::Conflict { head: head.number });
                }
                advance(&mut conn, user, document, base, now_ms).await?;
                insert(&mut conn, user, document, base + 1, text, None, now_ms).await
            })
        })
        .await
    }

    /// Brings the text of an earlier revision back, as a new one. [`StoreError::Conflict`] only when
    /// somebody saves at the same moment: ask again.
    pub async fn restore_revision(
        &self,
        user: UserId,
        document: DocumentId,
        number: i64,
        now_ms: i64,
    ) -> Result<RevisionSummary> {
        self.change(move |mut conn| {
            Box::pin(async move {
                let head = head(&mut conn, user, document).await?;
                let old = one(&mut conn, user, document, number).await?;
                let RevisionSummary { sha256, format, note, .. } = old.summary;
                let text = Text { draft: Draft { source: old.source, format, note }, sha256 };
                if is_same(&head, &text) {
                    return Ok(head);
                }
                advance(&mut conn, user, document, head.number, now_ms).await?;
                let next = head.number + 1;
                insert(&mut conn, user, document, next, text, Some(number), now_ms).await
            })
        })
        .await
    }

    /// Revisions of a document before a number (all when none is named), the newest first.
    pub async fn revisions(
        &self,
        user: UserId,
        document: DocumentId,
        before: Option<i64>,
        limit: usize,
    ) -> Result<Vec<RevisionSummary>> {
        let sql = "SELECT number, sha256, format, note, restored_from, created_ms FROM revisions \
                   WHERE user_id = $1 AND document_id = $2 AND number < $3 \
                   ORDER BY number DESC LIMIT $4";
        let limit = i64::try_from(limit.clamp(1, MOST)).unwrap_or_default();
        let values =
            [user.into(), document.into(), before.unwrap_or(i64::MAX).into(), limit.into()];
        let rows = self.reader().await?.conn().rows(sql, &values).await?;
        rows.iter().map(|row| summary(row, 0)).collect()
    }

    /// A revision with its text.
    pub async fn revision(
        &self,
        user: UserId,
        document: DocumentId,
        number: i64,
    ) -> Result<Revision> {
        one(&mut self.reader().await?.conn(), user, document, number).await
    }
}

async fn one(
    conn: &mut Conn<'_>,
    user: UserId,
    document: DocumentId,
    number: i64,
) -> Result<Revision> {
    let sql = "SELECT number, sha256, format, note, restored_from, created_ms, source \
               FROM revisions WHERE user_id = $1 AND document_id = $2 AND number = $3";
    let row = conn.row(sql, &[user.into(), document.into(), number.into()]).await?;
    read(&row.ok_or(StoreError::NotFound)?, 0)
}

/// The newest revision of a document that is in use.
async fn head(conn: &mut Conn<'_>, user: UserId, document: DocumentId) -> Result<RevisionSummary> {
    let sql = "SELECT r.number, r.sha256, r.format, r.note, r.restored_from, r.created_ms, \
               d.deleted_ms FROM documents d JOIN revisions r \
               ON r.user_id = d.user_id AND r.document_id = d.id AND r.number = d.head \
               WHERE d.user_id = $1 AND d.id = $2";
    let row = conn.row(sql, &[user.into(), document.into()]).await?.ok_or(StoreError::NotFound)?;
    if row.get::<Option<i64>>(6)?.is_some() {
        return Err(StoreError::InBin);
    }
    summary(&row, 0)
}

fn is_same(head: &RevisionSummary, text: &Text) -> bool {
    head.format == text.draft.format && head.sha256 == text.sha256
}

/// Makes room for the next revision. On PostgreSQL another transaction may have been quicker since
/// the head was read; the condition finds that out.
async fn advance(
    conn: &mut Conn<'_>,
    user: UserId,
    document: DocumentId,
    base: i64,
    now_ms: i64,
) -> Result<()> {
    let sql = "UPDATE documents SET head = head + 1, updated_ms = $4 \
               WHERE user_id = $1 AND id = $2 AND head = $3 AND deleted_ms IS NULL";
    let values = [user.into(), document.into(), base.into(), now_ms.into()];
    if conn.run(sql, &values).await? == 0 {
        let head = head(conn, user, document).await?;
        return Err(StoreError::Conflict { head: head.number });
    }
    Ok(())
}

pub(crate) async fn insert(
    conn: &mut Conn<'_>,
    user: UserId,
    document: DocumentId,
    number: i64,
    text: Text,
    restored_from: Option<i64>,
    now_ms: i64,
) -> Result<RevisionSummary> {
    let Text { draft: Draft { source, format, note }, sha256 } = text;
    let sql = "INSERT INTO revisions (user_id, document_id, number, sha256, format, source, note, \
               restored_from, created_ms) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)";
    let values = [
        user.into(),
        document.into(),
        number.into(),
        sha256.as_slice().into(),
        format.as_str().into(),
        source.as_str().into(),
        note.as_str().into(),
        restored_from.into(),
        now_ms.into(),
    ];
    conn.run(sql, &values).await?;
    Ok(RevisionSummary { number, sha256, format, note, restored_from, created_ms: now_ms })
}

/// A revision from its columns, of which the first is at `at` and the text is the last.
pub(crate) fn read(row: &Row, at: usize) -> Result<Revision> {
    Ok(Revision { summary: summary(row, at)?, source: row.get(at + 6)? })
}

fn summary(row: &Row, at: usize) -> Result<RevisionSummary> {
    Ok(RevisionSummary {
        number: row.get(at)?,
        sha256: row.hash(at + 1)?,
        format: row.parsed(at + 2)?,
        note: row.get(at + 3)?,
        restored_from: row.get(at + 4)?,
        created_ms: row.get(at + 5)?,
    })
}

pub(crate) fn sha256(bytes: &[u8]) -> [u8; 32] {
    Sha256::digest(bytes).into()
}
