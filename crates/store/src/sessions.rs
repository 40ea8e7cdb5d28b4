//! Who is signed in. The token itself stays with the browser; here is its SHA-256.

use crate::error::{Result, StoreError};
use crate::id::UserId;
use crate::open::Store;
use crate::sql::Row;

/// The time of the last visit is written at most this often, in milliseconds.
const TOUCH_MS: i64 = 60_000;

/// A person signed in on a browser.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Session {
    /// SHA-256 of the token.
    pub token_hash: [u8; 32],
    /// Who it is.
    pub user: UserId,
    /// When the person signed in.
    pub created_ms: i64,
    /// The last visit, exact to a minute.
    pub seen_ms: i64,
    /// From this time on it does not count.
    pub expires_ms: i64,
}

impl Store {
    /// Signs a person in until `expires_ms`.
    pub async fn create_session(
        &self,
        user: UserId,
        token_hash: [u8; 32],
        expires_ms: i64,
        now_ms: i64,
    ) -> Result<Session> {
        self.change(move |mut conn| {
            Box::pin(async move {
                let sql = "INSERT INTO sessions (token_hash, user_id, created_ms, seen_ms, expires_ms) \
                           VALUES ($1, $2, $3, $3, $4)";
                let values =
                    [token_hash.as_slice().into(), user.into(), now_ms.into(), expires_ms.into()];
                conn.run(sql, &values).await?;
                let (created_ms, seen_ms) = (now_ms, now_ms);
                Ok(Session { token_hash, user, created_ms, seen_ms, expires_ms })
            })
        })
        .await
    }

    /// The session of a token that is still good, and notes the visit.
    pub async fn session(&self, token_hash: [u8; 32], now_ms: i64) -> Result<Session> {
        let sql = "SELECT token_hash, user_id, created_ms, seen_ms, expires_ms FROM sessions \
                   WHERE token_hash = $1 AND expires_ms > $2";
        let values = [token_hash.as_slice().into(), now_ms.into()];
        let row = self.reader().await?.conn().row(sql, &values).await?;
        let mut session = row.as_ref().map(read).transpose()?.ok_or(StoreError::NotFound)?;
        if now_ms - session.seen_ms >= TOUCH_MS {
            let noted = self.change(move |mut conn| {
                Box::pin(async move {
                    let sql =
                        "UPDATE sessions SET seen_ms = $2 WHERE token_hash = $1 AND seen_ms < $2";
                    conn.run(sql, &[token_hash.as_slice().into(), now_ms.into()]).await
                })
            })
            .await;
            // A full disk must not lock people out: they came, whether it could be noted or not.
            if noted.is_ok() {
                session.seen_ms = now_ms;
            }
        }
        Ok(session)
    }

    /// All sessions of a person that are still good, the latest first.
    pub async fn sessions(&self, user: UserId, now_ms: i64) -> Result<Vec<Session>> {
        let sql = "SELECT token_hash, user_id, created_ms, seen_ms, expires_ms FROM sessions \
                   WHERE user_id = $1 AND expires_ms > $2 ORDER BY created_ms DESC, token_hash";
        let values = [user.into(), now_ms.into()];
        self.reader().await?.conn().rows(sql, &values).await?.iter().map(read).collect()
    }

    /// Signs out. Nothing happens when the token has no session.
    pub async fn delete_session(&self, token_hash: [u8; 32]) -> Result<()> {
        self.change(move |mut conn| {
            Box::pin(async move {
                let sql = "DELETE FROM sessions WHERE token_hash = $1";
                conn.run(sql, &[token_hash.as_slice().into()]).await.map(drop)
            })
        })
        .await
    }

    /// Signs a person out everywhere, but for one session when it is named; how many ended.
    pub async fn delete_sessions(&self, user: UserId, but: Option<[u8; 32]>) -> Result<u64> {
        self.change(move |mut conn| {
            Box::pin(async move {
                let but = but.as_ref().map_or(&[][..], <[u8; 32]>::as_slice);
                let sql = "DELETE FROM sessions WHERE user_id = $1 AND token_hash <> $2";
                conn.run(sql, &[user.into(), but.into()]).await
            })
        })
        .await
    }
}

fn read(row: &Row) -> Result<Session> {
    Ok(Session {
        token_hash: row.hash(0)?,
        user: row.parsed(1)?,
        created_ms: row.get(2)?,
        seen_ms: row.get(3)?,
        expires_ms: row.get(4)?,
    })
}
