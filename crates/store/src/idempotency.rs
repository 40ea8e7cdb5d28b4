//! Requests that may be sent twice: the second gets the answer of the first.

use crate::error::{Result, StoreError};
use crate::id::UserId;
use crate::open::Store;
use crate::sql::{Conn, Row};
use crate::users::found;

/// How long an answer is kept, in milliseconds: 24 hours.
pub(crate) const KEPT_MS: i64 = 24 * 60 * 60 * 1000;

/// How long a request may be under way before it counts as lost, in milliseconds.
const LOST_MS: i64 = 60 * 1000;

/// Characters of a key at most.
const LONGEST_KEY: usize = 255;

/// What to do with a request.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Begun {
    /// Do it, then [`Store::finish_request`].
    New,
    /// It was done: give this answer again.
    Replay(Answer),
    /// The first one is still under way: ask again later.
    UnderWay,
    /// The key was used for another request.
    Mismatch,
}

/// The answer to a request.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Answer {
    /// The status, e.g. 201.
    pub status: u16,
    /// Names and values that belong to the answer, e.g. `ETag` and `Location`.
    pub headers: Vec<(String, String)>,
    /// The body.
    pub body: Vec<u8>,
}

impl Store {
    /// Asks what to do with a request that came with a key. `fingerprint` is a SHA-256 of what was
    /// asked for.
    pub async fn begin_request(
        &self,
        user: UserId,
        key: &str,
        fingerprint: [u8; 32],
        now_ms: i64,
    ) -> Result<Begun> {
        if key.is_empty() || key.chars().count() > LONGEST_KEY {
            return Err(StoreError::Invalid(
                "an idempotency key has 1 to 255 characters: choose another one".into(),
            ));
        }
        let key = key.to_owned();
        self.change(move |mut conn| {
            Box::pin(async move { begin(&mut conn, user, &key, fingerprint, now_ms).await })
        })
        .await
    }

    /// Keeps the answer to a request that [`Store::begin_request`] let through.
    pub async fn finish_request(&self, user: UserId, key: &str, answer: Answer) -> Result<()> {
        let key = key.to_owned();
        self.change(move |mut conn| {
            Box::pin(async move {
                let headers = serde_json::to_string(&answer.headers).map_err(|error| {
                    StoreError::Invalid(format!("the headers cannot be written: {error}").into())
                })?;
                let sql = "UPDATE idempotency SET status = $3, headers = $4, body = $5 \
                           WHERE user_id = $1 AND request_key = $2 AND status IS NULL";
                let values = [
                    user.into(),
                    key.as_str().into(),
                    i64::from(answer.status).into(),
                    headers.as_str().into(),
                    answer.body.as_slice().into(),
                ];
                found(conn.run(sql, &values).await?)
            })
        })
        .await
    }

    /// Forgets a request that failed, so that it can be sent again with the same key.
    pub async fn forget_request(&self, user: UserId, key: &str) -> Result<()> {
        let key = key.to_owned();
        self.change(move |mut conn| {
            Box::pin(async move {
                let sql = "DELETE FROM idempotency \
                           WHERE user_id = $1 AND request_key = $2 AND status IS NULL";
                conn.run(sql, &[user.into(), key.as_str().into()]).await.map(drop)
            })
        })
        .await
    }
}

async fn begin(
    conn: &mut Conn<'_>,
    user: UserId,
    key: &str,
    fingerprint: [u8; 32],
    now_ms: i64,
) -> Result<Begun> {
    // What is too old, or was given up, makes room.
    let sql = "DELETE FROM idempotency WHERE user_id = $1 AND request_key = $2 \
               AND (created_ms <= $3 OR (status IS NULL AND created_ms <= $4))";
    let (expired, lost) = (now_ms - KEPT_MS, now_ms - LOST_MS);
    conn.run(sql, &[user.into(), key.into(), expired.into(), lost.into()]).await?;
    let sql = "INSERT INTO idempotency (user_id, request_key, fingerprint, created_ms) \
               VALUES ($1, $2, $3, $4) ON CONFLICT (user_id, request_key) DO NOTHING";
    let values = [user.into(), key.into(), fingerprint.as_slice().into(), now_ms.into()];
    if conn.run(sql, &values).await? == 1 {
        return Ok(Begun::New);
    }
    let sql = "SELECT fingerprint, status, headers, body FROM idempotency \
               WHERE user_id = $1 AND request_key = $2";
    // Not there any more: whoever was first has just forgotten it.
    let row = conn.row(sql, &[user.into(), key.into()]).await?.ok_or(StoreError::Busy)?;
    if row.hash(0)? != fingerprint {
        return Ok(Begun::Mismatch);
    }
    Ok(answer(&row)?.map_or(Begun::UnderWay, Begun::Replay))
}

fn answer(row: &Row) -> Result<Option<Answer>> {
    let Some(status) = row.get::<Option<i64>>(1)? else { return Ok(None) };
    let headers = row.get::<Option<String>>(2)?.unwrap_or_default();
    let damaged =
        || StoreError::Damaged("the database holds an answer that vitae did not write".into());
    Ok(Some(Answer {
        status: u16::try_from(status).map_err(|_| damaged())?,
        headers: serde_json::from_str(&headers).map_err(|_| damaged())?,
        body: row.get::<Option<Vec<u8>>>(3)?.unwrap_or_default(),
    }))
}
