//! Tokens that are good once: an invitation, a new password. Only their SHA-256 is kept.

use crate::error::{Result, StoreError};
use crate::id::UserId;
use crate::open::Store;

/// A token to be.
#[derive(Clone, Debug)]
pub struct NewToken {
    /// SHA-256 of the token.
    pub token_hash: [u8; 32],
    /// What it is good for, in a word of the caller.
    pub purpose: &'static str,
    /// Whom it is about, or who gave it away.
    pub user: Option<UserId>,
    /// What the caller wants to know when it is used, e.g. an address.
    pub detail: String,
    /// From this time on it does not count.
    pub expires_ms: i64,
}

/// A token that was just used.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Token {
    /// Whom it is about, or who gave it away.
    pub user: Option<UserId>,
    /// What the caller wanted to know.
    pub detail: String,
}

impl Store {
    /// Keeps a token until it is used.
    pub async fn create_token(&self, new: NewToken, now_ms: i64) -> Result<()> {
        self.change(move |mut conn| {
            Box::pin(async move {
                let sql = "INSERT INTO one_time_tokens \
                           (token_hash, user_id, purpose, detail, created_ms, expires_ms) \
                           VALUES ($1, $2, $3, $4, $5, $6)";
                let values = [
                    new.token_hash.as_slice().into(),
                    new.user.into(),
                    new.purpose.into(),
                    new.detail.as_str().into(),
                    now_ms.into(),
                    new.expires_ms.into(),
                ];
                conn.run(sql, &values).await.map(drop)
            })
        })
        .await
    }

    /// What a token that is still good stands for; it stays good.
    pub async fn token(&self, token_hash: [u8; 32], purpose: &str, now_ms: i64) -> Result<Token> {
        let sql = "SELECT user_id, detail FROM one_time_tokens WHERE token_hash = $1 \
                   AND purpose = $2 AND used_ms IS NULL AND expires_ms > $3";
        let values = [token_hash.as_slice().into(), purpose.into(), now_ms.into()];
        let row = self.reader().await?.conn().row(sql, &values).await?;
        let row = row.ok_or(StoreError::NotFound)?;
        Ok(Token { user: row.parsed_if_any(0)?, detail: row.get(1)? })
    }

    /// Uses a token up. Of two at once one succeeds.
    pub async fn use_token(
        &self,
        token_hash: [u8; 32],
        purpose: &'static str,
        now_ms: i64,
    ) -> Result<Token> {
        self.change(move |mut conn| {
            Box::pin(async move {
                let sql = "UPDATE one_time_tokens SET used_ms = $3 WHERE token_hash = $1 \
                           AND purpose = $2 AND used_ms IS NULL AND expires_ms > $3 \
                           RETURNING user_id, detail";
                let values = [token_hash.as_slice().into(), purpose.into(), now_ms.into()];
                let row = conn.row(sql, &values).await?.ok_or(StoreError::NotFound)?;
                Ok(Token { user: row.parsed_if_any(0)?, detail: row.get(1)? })
            })
        })
        .await
    }
}
