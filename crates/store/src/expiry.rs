//! What has had its time: sessions, one-time tokens, answers kept for repeated requests.

use crate::error::Result;
use crate::idempotency::KEPT_MS;
use crate::open::Store;

/// How many rows had had their time.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Expired {
    /// Sessions.
    pub sessions: u64,
    /// One-time tokens.
    pub tokens: u64,
    /// Answers kept for repeated requests.
    pub answers: u64,
}

impl Store {
    /// Erases what has had its time. None of it counted any more; this is for the space.
    pub async fn delete_expired(&self, now_ms: i64) -> Result<Expired> {
        self.change(move |mut conn| {
            Box::pin(async move {
                let now = [now_ms.into()];
                let sql = "DELETE FROM sessions WHERE expires_ms <= $1";
                let sessions = conn.run(sql, &now).await?;
                let sql = "DELETE FROM one_time_tokens WHERE expires_ms <= $1";
                let tokens = conn.run(sql, &now).await?;
                let sql = "DELETE FROM idempotency WHERE created_ms <= $1";
                let answers = conn.run(sql, &[(now_ms - KEPT_MS).into()]).await?;
                Ok(Expired { sessions, tokens, answers })
            })
        })
        .await
    }
}
