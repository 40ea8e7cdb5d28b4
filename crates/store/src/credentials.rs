//! Passkeys of people. What is in one is the caller's business; here it is bytes.

use crate::error::{Result, StoreError};
use crate::id::UserId;
use crate::open::Store;
use crate::sql::Row;
use crate::users::found;

/// A passkey.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Credential {
    /// The id that the authenticator gave it.
    pub credential: Vec<u8>,
    /// Whose it is.
    pub user: UserId,
    /// What its signatures are checked with, as the caller writes it.
    pub passkey: Vec<u8>,
    /// What the person calls it.
    pub name: String,
    /// How often it signed, as far as it says.
    pub counter: i64,
    /// When it was added.
    pub created_ms: i64,
    /// When it was used last.
    pub used_ms: Option<i64>,
}

/// A passkey to be.
#[derive(Clone, Debug)]
pub struct NewCredential {
    /// The id that the authenticator gave it.
    pub credential: Vec<u8>,
    /// What its signatures are checked with, as the caller writes it.
    pub passkey: Vec<u8>,
    /// What the person calls it.
    pub name: String,
    /// How often it signed, as far as it says.
    pub counter: i64,
}

impl Store {
    /// Adds a passkey. [`StoreError::Duplicate`] when anybody has it already.
    pub async fn add_credential(
        &self,
        user: UserId,
        new: NewCredential,
        now_ms: i64,
    ) -> Result<Credential> {
        self.change(move |mut conn| {
            Box::pin(async move {
                let sql = "INSERT INTO credentials \
                           (credential, user_id, passkey, name, counter, created_ms) \
                           VALUES ($1, $2, $3, $4, $5, $6) ON CONFLICT (credential) DO NOTHING";
                let NewCredential { credential, passkey, name, counter } = new;
                let values = [
                    credential.as_slice().into(),
                    user.into(),
                    passkey.as_slice().into(),
                    name.as_str().into(),
                    counter.into(),
                    now_ms.into(),
                ];
                if conn.run(sql, &values).await? == 0 {
                    return Err(StoreError::Duplicate("passkey"));
                }
                let (created_ms, used_ms) = (now_ms, None);
                Ok(Credential { credential, user, passkey, name, counter, created_ms, used_ms })
            })
        })
        .await
    }

    /// The passkey of an id, whoever has it: this is how somebody signs in.
    pub async fn credential(&self, credential: &[u8]) -> Result<Credential> {
        let sql = "SELECT credential, user_id, passkey, name, counter, created_ms, used_ms \
                   FROM credentials WHERE credential = $1";
        let row = self.reader().await?.conn().row(sql, &[credential.into()]).await?;
        row.as_ref().map(read).transpose()?.ok_or(StoreError::NotFound)
    }

    /// All of a person, the oldest first.
    pub async fn credentials(&self, user: UserId) -> Result<Vec<Credential>> {
        let sql = "SELECT credential, user_id, passkey, name, counter, created_ms, used_ms \
                   FROM credentials WHERE user_id = $1 ORDER BY created_ms, credential";
        self.reader().await?.conn().rows(sql, &[user.into()]).await?.iter().map(read).collect()
    }

    /// After a use: the counter, and what signatures are checked with from now on.
    pub async fn use_credential(
        &self,
        user: UserId,
        credential: &[u8],
        passkey: &[u8],
        counter: i64,
        now_ms: i64,
    ) -> Result<()> {
        let (credential, passkey) = (credential.to_owned(), passkey.to_owned());
        self.change(move |mut conn| {
            Box::pin(async move {
                let sql = "UPDATE credentials SET passkey = $3, counter = $4, used_ms = $5 \
                           WHERE user_id = $1 AND credential = $2";
                let values = [
                    user.into(),
                    credential.as_slice().into(),
                    passkey.as_slice().into(),
                    counter.into(),
                    now_ms.into(),
                ];
                found(conn.run(sql, &values).await?)
            })
        })
        .await
    }

    /// Removes a passkey of a person.
    pub async fn remove_credential(&self, user: UserId, credential: &[u8]) -> Result<()> {
        let credential = credential.to_owned();
        self.change(move |mut conn| {
            Box::pin(async move {
                let sql = "DELETE FROM credentials WHERE user_id = $1 AND credential = $2";
                found(conn.run(sql, &[user.into(), credential.as_slice().into()]).await?)
            })
        })
        .await
    }
}

fn read(row: &Row) -> Result<Credential> {
    Ok(Credential {
        credential: row.get(0)?,
        user: row.parsed(1)?,
        passkey: row.get(2)?,
        name: row.get(3)?,
        counter: row.get(4)?,
        created_ms: row.get(5)?,
        used_ms: row.get(6)?,
    })
}
