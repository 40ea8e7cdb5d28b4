//! Reports that a person kept, as the JSON they were made of.

use crate::error::{Result, StoreError};
use crate::id::{DocumentId, ReportId, UserId};
use crate::open::Store;
use crate::page::{Cursor, Page};
use crate::sql::Row;
use crate::users::found;

/// A report without its content.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ReportSummary {
    /// Its name.
    pub id: ReportId,
    /// Whose it is.
    pub user: UserId,
    /// The document it is about; it leaves with it.
    pub document: Option<DocumentId>,
    /// The revision it is about.
    pub revision: Option<i64>,
    /// What it reports, in a word of the caller.
    pub kind: String,
    /// What the person calls it.
    pub title: String,
    /// When it was kept.
    pub created_ms: i64,
}

/// A report.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Report {
    /// All but the content.
    pub summary: ReportSummary,
    /// The content.
    pub json: String,
}

/// A report to be.
#[derive(Clone, Debug)]
pub struct NewReport {
    /// The document it is about; it will leave with it.
    pub document: Option<DocumentId>,
    /// The revision it is about; only together with a document.
    pub revision: Option<i64>,
    /// What it reports, in a word of the caller.
    pub kind: String,
    /// What the person calls it.
    pub title: String,
    /// The content.
    pub json: String,
}

impl Store {
    /// Keeps a report. [`StoreError::NotFound`] when it names a document or revision that the
    /// person does not have.
    pub async fn save_report(
        &self,
        user: UserId,
        new: NewReport,
        now_ms: i64,
    ) -> Result<ReportSummary> {
        let NewReport { document, revision, kind, title, json } = new;
        if document.is_none() && revision.is_some() {
            return Err(StoreError::Invalid("a revision belongs to a document: name it".into()));
        }
        let id = ReportId::new(now_ms)?;
        let created_ms = now_ms;
        let summary = ReportSummary { id, user, document, revision, kind, title, created_ms };
        self.change(move |mut conn| {
            Box::pin(async move {
                let sql = "INSERT INTO reports \
                           (id, user_id, document_id, revision, kind, title, json, created_ms) \
                           VALUES ($1, $2, $3, $4, $5, $6, $7, $8)";
                let values = [
                    id.into(),
                    user.into(),
                    document.into(),
                    revision.into(),
                    summary.kind.as_str().into(),
                    summary.title.as_str().into(),
                    json.as_str().into(),
                    now_ms.into(),
                ];
                conn.run(sql, &values).await?;
                Ok(summary)
            })
        })
        .await
    }

    /// A person's reports, the newest first; only those of a document when it is named.
    pub async fn reports(
        &self,
        user: UserId,
        document: Option<DocumentId>,
        after: Option<Cursor>,
        limit: usize,
    ) -> Result<Page<ReportSummary>> {
        let sql = "SELECT id, user_id, document_id, revision, kind, title, created_ms FROM reports \
                   WHERE user_id = $1 AND (document_id = $2 OR $2 IS NULL) \
                   AND (created_ms < $3 OR (created_ms = $3 AND id < $4)) \
                   ORDER BY created_ms DESC, id DESC LIMIT $5";
        let cursor = |last: &ReportSummary| Cursor { at_ms: last.created_ms, id: last.id.0 };
        self.page(sql, [user.into(), document.into()], (after, limit), summary, cursor).await
    }

    /// A report with its content.
    pub async fn report(&self, user: UserId, id: ReportId) -> Result<Report> {
        let sql = "SELECT id, user_id, document_id, revision, kind, title, created_ms, json \
                   FROM reports WHERE user_id = $1 AND id = $2";
        let row = self.reader().await?.conn().row(sql, &[user.into(), id.into()]).await?;
        let row = row.ok_or(StoreError::NotFound)?;
        Ok(Report { summary: summary(&row)?, json: row.get(7)? })
    }

    /// Erases a report.
    pub async fn delete_report(&self, user: UserId, id: ReportId) -> Result<()> {
        self.change(move |mut conn| {
            Box::pin(async move {
                let sql = "DELETE FROM reports WHERE user_id = $1 AND id = $2";
                found(conn.run(sql, &[user.into(), id.into()]).await?)
            })
        })
        .await
    }
}

fn summary(row: &Row) -> Result<ReportSummary> {
    Ok(ReportSummary {
        id: row.parsed(0)?,
        user: row.parsed(1)?,
        document: row.parsed_if_any(2)?,
        revision: row.get(3)?,
        kind: row.get(4)?,
        title: row.get(5)?,
        created_ms: row.get(6)?,
    })
}
