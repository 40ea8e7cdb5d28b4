//! Tokens with which programs of a person ask the API. Only their SHA-256 is kept.

use crate::error::{Result, StoreError};
use crate::id::UserId;
use crate::open::Store;
use crate::sessions::TOUCH_MS;
use crate::users::{User, user};

/// A token of a person.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ApiToken {
    /// SHA-256 of the token.
    pub token_hash: [u8; 32],
    /// What the person calls it.
    pub name: String,
    /// When it was made.
    pub created_ms: i64,
    /// The last use, exact to a minute.
    pub used_ms: Option<i64>,
}

/// Tokens of one person at most.
const MOST: i64 = 50;

impl Store {
    /// Keeps a token until it is revoked.
    pub async fn create_api_token(
        &self,
        user: UserId,
        token_hash: [u8; 32],
        name: &str,
        now_ms: i64,
    ) -> Result<()> {
        let name = name.to_owned();
        self.change(move |mut conn| {
            Box::pin(async move {
                conn.lock_user(user).await?;
                let sql = "SELECT COUNT(*) FROM api_tokens WHERE user_id = $1";
                let row = conn.row(sql, &[user.into()]).await?.ok_or(StoreError::NotFound)?;
                if row.get::<i64>(0)? >= MOST {
                    return Err(StoreError::Invalid(
                        "there are 50 tokens already: revoke one that you do not need".into(),
                    ));
                }
                let sql = "INSERT INTO api_tokens (token_hash, user_id, name, created_ms) \
                           VALUES ($1, $2, $3, $4)";
                let values = [
                    token_hash.as_slice().into(),
                    user.into(),
                    name.as_str().into(),
                    now_ms.into(),
                ];
                conn.run(sql, &values).await.map(drop)
            })
        })
        .await
    }

    /// Whose a token is, and notes the use.
    pub async fn user_of_api_token(&self, token_hash: [u8; 32], now_ms: i64) -> Result<User> {
        let sql = "SELECT u.id, u.handle, u.name, u.password_hash, u.admin, u.created_ms, \
                   t.used_ms FROM api_tokens t JOIN users u ON u.id = t.user_id \
                   WHERE t.token_hash = $1";
        let row = self.reader().await?.conn().row(sql, &[token_hash.as_slice().into()]).await?;
        let row = row.ok_or(StoreError::NotFound)?;
        let used_ms: Option<i64> = row.get(6)?;
        if used_ms.is_none_or(|used_ms| now_ms - used_ms >= TOUCH_MS) {
            let noted = self.change(move |mut conn| {
                Box::pin(async move {
                    let sql = "UPDATE api_tokens SET used_ms = $2 WHERE token_hash = $1";
                    conn.run(sql, &[token_hash.as_slice().into(), now_ms.into()]).await
                })
            });
            // As with sessions: that the use cannot be noted is no reason to refuse it.
            let _ = noted.await;
        }
        user(&row)
    }

    /// All of a person, the oldest first.
    pub async fn api_tokens(&self, user: UserId) -> Result<Vec<ApiToken>> {
        let sql = "SELECT token_hash, name, created_ms, used_ms FROM api_tokens \
                   WHERE user_id = $1 ORDER BY created_ms, token_hash";
        let rows = self.reader().await?.conn().rows(sql, &[user.into()]).await?;
        let token = |row: &crate::sql::Row| {
            Ok(ApiToken {
                token_hash: row.hash(0)?,
                name: row.get(1)?,
                created_ms: row.get(2)?,
                used_ms: row.get(3)?,
            })
        };
        rows.iter().map(token).collect()
    }

    /// Revokes a token of a person. Nothing happens when there is none.
    pub async fn delete_api_token(&self, user: UserId, token_hash: [u8; 32]) -> Result<()> {
        self.change(move |mut conn| {
            Box::pin(async move {
                let sql = "DELETE FROM api_tokens WHERE user_id = $1 AND token_hash = $2";
                conn.run(sql, &[user.into(), token_hash.as_slice().into()]).await.map(drop)
            })
        })
        .await
    }
}
