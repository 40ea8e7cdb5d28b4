//! Who is signed in. The token itself stays with the browser; here is its SHA-256.

use crate::error::{Result, StoreError};
use crate::id::UserId;
use crate::open::Store;
use crate::sql::{Conn, Row};
use crate::users::{User, user};

/// The time of the last visit is written at most this often, in milliseconds.
pub(crate) const TOUCH_MS: i64 = 60_000;

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
    /// From this time on it does not count, unless there is a visit before.
    pub expires_ms: i64,
    /// What the person signed in with, for them to know it again.
    pub browser: String,
}

/// A session to be.
#[derive(Clone, Debug)]
pub struct NewSession {
    /// SHA-256 of the token.
    pub token_hash: [u8; 32],
    /// Without a visit it ends then.
    pub expires_ms: i64,
    /// It ends then, whatever happens.
    pub until_ms: i64,
    /// What the person signed in with, for them to know it again.
    pub browser: String,
}

impl NewSession {
    /// Signs a person in, inside a change.
    pub(crate) async fn insert(
        &self,
        conn: &mut Conn<'_>,
        user: UserId,
        now_ms: i64,
    ) -> Result<()> {
        let sql = "INSERT INTO sessions (token_hash, user_id, created_ms, seen_ms, \
                   expires_ms, until_ms, browser) VALUES ($1, $2, $3, $3, $4, $5, $6)";
        let values = [
            self.token_hash.as_slice().into(),
            user.into(),
            now_ms.into(),
            self.expires_ms.min(self.until_ms).into(),
            self.until_ms.into(),
            self.browser.as_str().into(),
        ];
        conn.run(sql, &values).await.map(drop)
    }
}

impl Store {
    /// Signs a person in.
    pub async fn create_session(&self, user: UserId, new: NewSession, now_ms: i64) -> Result<()> {
        self.change(move |mut conn| {
            Box::pin(async move { new.insert(&mut conn, user, now_ms).await })
        })
        .await
    }

    /// The session of a token that is still good, and whose it is. Notes the visit: the session is
    /// good for `idle_ms` from now on, within its limit.
    pub async fn session(
        &self,
        token_hash: [u8; 32],
        idle_ms: i64,
        now_ms: i64,
    ) -> Result<(Session, User)> {
        let sql = "SELECT u.id, u.handle, u.name, u.password_hash, u.admin, u.created_ms, \
                   s.token_hash, s.created_ms, s.seen_ms, s.expires_ms, s.browser \
                   FROM sessions s JOIN users u ON u.id = s.user_id \
                   WHERE s.token_hash = $1 AND s.expires_ms > $2";
        let values = [token_hash.as_slice().into(), now_ms.into()];
        let row = self.reader().await?.conn().row(sql, &values).await?;
        let row = row.ok_or(StoreError::NotFound)?;
        let user = user(&row)?;
        let mut session = read(&row, 6, user.id)?;
        if now_ms - session.seen_ms >= TOUCH_MS {
            let noted = self.change(move |mut conn| {
                Box::pin(async move {
                    let sql = "UPDATE sessions SET seen_ms = $2, expires_ms = \
                               CASE WHEN until_ms < $3 THEN until_ms ELSE $3 END \
                               WHERE token_hash = $1 AND seen_ms < $2";
                    let ends_ms = now_ms.saturating_add(idle_ms);
                    let values = [token_hash.as_slice().into(), now_ms.into(), ends_ms.into()];
                    conn.run(sql, &values).await
                })
            });
            // A full disk must not lock people out: they came, whether it could be noted or not.
            if noted.await.is_ok() {
                session.seen_ms = now_ms;
            }
        }
        Ok((session, user))
    }

    /// All sessions of a person that are still good, the latest first.
    pub async fn sessions(&self, user: UserId, now_ms: i64) -> Result<Vec<Session>> {
        let sql = "SELECT token_hash, created_ms, seen_ms, expires_ms, browser FROM sessions \
                   WHERE user_id = $1 AND expires_ms > $2 ORDER BY created_ms DESC, token_hash";
        let values = [user.into(), now_ms.into()];
        let rows = self.reader().await?.conn().rows(sql, &values).await?;
        rows.iter().map(|row| read(row, 0, user)).collect()
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

    /// Ends one session of a person.
    pub async fn end_session(&self, user: UserId, token_hash: [u8; 32]) -> Result<()> {
        self.change(move |mut conn| {
            Box::pin(async move {
                let sql = "DELETE FROM sessions WHERE user_id = $1 AND token_hash = $2";
                conn.run(sql, &[user.into(), token_hash.as_slice().into()]).await.map(drop)
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

/// A session from the columns from `first` on.
fn read(row: &Row, first: usize, user: UserId) -> Result<Session> {
    Ok(Session {
        token_hash: row.hash(first)?,
        user,
        created_ms: row.get(first + 1)?,
        seen_ms: row.get(first + 2)?,
        expires_ms: row.get(first + 3)?,
        browser: row.get(first + 4)?,
    })
}
