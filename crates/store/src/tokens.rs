//! Tokens that are good once: an invitation, a new password. Only their SHA-256 is kept.

use crate::error::{Result, StoreError};
use crate::id::UserId;
use crate::open::Store;
use crate::sessions::NewSession;
use crate::sql::Conn;
use crate::users::{NewUser, User, found, join};

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

/// A token that waits to be used.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Invited {
    /// SHA-256 of the token.
    pub token_hash: [u8; 32],
    /// What the caller wants to know when it is used.
    pub detail: String,
    /// From this time on it does not count.
    pub expires_ms: i64,
}

/// What a token stands for.
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
            Box::pin(async move { use_up(&mut conn, token_hash, purpose, now_ms).await })
        })
        .await
    }

    /// Uses a token up and makes the account it was given for, both or neither; the person is signed
    /// in. With `takes_over` the account is that of the one person of local mode, with all that
    /// this person has, when there was one.
    pub async fn join(
        &self,
        token_hash: [u8; 32],
        purpose: &'static str,
        new: NewUser,
        takes_over: bool,
        session: NewSession,
        now_ms: i64,
    ) -> Result<User> {
        self.change(move |mut conn| {
            Box::pin(async move {
                use_up(&mut conn, token_hash, purpose, now_ms).await?;
                let user = join(&mut conn, new, takes_over, now_ms).await?;
                session.insert(&mut conn, user.id, now_ms).await?;
                Ok(user)
            })
        })
        .await
    }

    /// Uses a token up and gives its person the new password, both or neither. All sessions of the
    /// person end, and all other tokens of this purpose.
    pub async fn reset_password(
        &self,
        token_hash: [u8; 32],
        purpose: &'static str,
        password_hash: &str,
        now_ms: i64,
    ) -> Result<UserId> {
        let password_hash = password_hash.to_owned();
        self.change(move |mut conn| {
            Box::pin(async move {
                let token = use_up(&mut conn, token_hash, purpose, now_ms).await?;
                let user = token.user.ok_or(StoreError::NotFound)?;
                let sql = "UPDATE users SET password_hash = $2 WHERE id = $1";
                found(conn.run(sql, &[user.into(), password_hash.as_str().into()]).await?)?;
                conn.run("DELETE FROM sessions WHERE user_id = $1", &[user.into()]).await?;
                let sql = "DELETE FROM one_time_tokens WHERE user_id = $1 AND purpose = $2";
                conn.run(sql, &[user.into(), purpose.into()]).await?;
                Ok(user)
            })
        })
        .await
    }

    /// All tokens of a purpose that can still be used, those that end first in front.
    pub async fn tokens(&self, purpose: &str, now_ms: i64) -> Result<Vec<Invited>> {
        let sql = "SELECT token_hash, detail, expires_ms FROM one_time_tokens WHERE purpose = $1 \
                   AND used_ms IS NULL AND expires_ms > $2 ORDER BY expires_ms, token_hash";
        let rows = self.reader().await?.conn().rows(sql, &[purpose.into(), now_ms.into()]).await?;
        let token = |row: &crate::sql::Row| {
            let (token_hash, detail, expires_ms) = (row.hash(0)?, row.get(1)?, row.get(2)?);
            Ok(Invited { token_hash, detail, expires_ms })
        };
        rows.iter().map(token).collect()
    }

    /// Takes all tokens of a purpose about a person back.
    pub async fn delete_tokens_of(&self, user: UserId, purpose: &'static str) -> Result<()> {
        self.change(move |mut conn| {
            Box::pin(async move {
                let sql = "DELETE FROM one_time_tokens WHERE user_id = $1 AND purpose = $2";
                conn.run(sql, &[user.into(), purpose.into()]).await.map(drop)
            })
        })
        .await
    }

    /// Takes tokens of a purpose back: the one that is named, otherwise all.
    pub async fn delete_tokens(
        &self,
        purpose: &'static str,
        token_hash: Option<[u8; 32]>,
    ) -> Result<()> {
        self.change(move |mut conn| {
            Box::pin(async move {
                let one = token_hash.as_ref().map(<[u8; 32]>::as_slice);
                let sql = "DELETE FROM one_time_tokens WHERE purpose = $1 \
                           AND (token_hash = $2 OR $3 = 1)";
                let (one, all) = (one.unwrap_or_default(), i64::from(one.is_none()));
                conn.run(sql, &[purpose.into(), one.into(), all.into()]).await.map(drop)
            })
        })
        .await
    }
}

async fn use_up(
    conn: &mut Conn<'_>,
    token_hash: [u8; 32],
    purpose: &str,
    now_ms: i64,
) -> Result<Token> {
    let sql = "UPDATE one_time_tokens SET used_ms = $3 WHERE token_hash = $1 \
               AND purpose = $2 AND used_ms IS NULL AND expires_ms > $3 \
               RETURNING user_id, detail";
    let values = [token_hash.as_slice().into(), purpose.into(), now_ms.into()];
    let row = conn.row(sql, &values).await?.ok_or(StoreError::NotFound)?;
    Ok(Token { user: row.parsed_if_any(0)?, detail: row.get(1)? })
}
