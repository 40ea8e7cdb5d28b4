//! People with an account, and the one person of local mode.

use unicode_normalization::UnicodeNormalization;

use crate::error::{Result, StoreError};
use crate::id::UserId;
use crate::open::Store;
use crate::sql::{Conn, Row};

/// Characters of a handle at most; the longest address of e-mail has 254.
const LONGEST_HANDLE: usize = 254;

/// The folded handle of the one person of local mode; nobody who registers has an empty one.
const LOCAL: &str = "";

/// A person.
#[derive(Clone, PartialEq, Eq)]
pub struct User {
    /// Whose rows are meant everywhere else.
    pub id: UserId,
    /// What the person signs in with: an address of e-mail, or a name of their choice.
    pub handle: String,
    /// What pages call the person.
    pub name: String,
    /// The password as its hash function writes it; none for who cannot sign in.
    pub password_hash: Option<String>,
    /// May invite and remove others.
    pub admin: bool,
    /// When the account was made.
    pub created_ms: i64,
}

impl std::fmt::Debug for User {
    /// Without the hash of the password, which must not get into logs.
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("User")
            .field("id", &self.id)
            .field("handle", &self.handle)
            .finish_non_exhaustive()
    }
}

/// A person to be.
#[derive(Clone)]
pub struct NewUser {
    /// Any spelling; compared without regard to case and width.
    pub handle: String,
    /// What pages call the person.
    pub name: String,
    /// The password as its hash function writes it.
    pub password_hash: Option<String>,
    /// May invite and remove others.
    pub admin: bool,
}

impl Store {
    /// Makes an account. [`StoreError::Duplicate`] when the handle is taken.
    pub async fn create_user(&self, new: NewUser, now_ms: i64) -> Result<User> {
        self.change(move |mut conn| {
            Box::pin(async move { join(&mut conn, new, false, now_ms).await })
        })
        .await
    }

    /// The one person of local mode; made when it is not there yet.
    pub async fn local_user(&self, now_ms: i64) -> Result<User> {
        if let Some(user) = by_handle(&mut self.reader().await?.conn(), LOCAL).await? {
            return Ok(user);
        }
        let user = User {
            id: UserId::new(now_ms)?,
            handle: "local".to_owned(),
            name: String::new(),
            password_hash: None,
            admin: true,
            created_ms: now_ms,
        };
        self.change(move |mut conn| {
            Box::pin(async move {
                insert(&mut conn, &user, LOCAL).await?;
                // Another request may have been first.
                by_handle(&mut conn, LOCAL).await?.ok_or(StoreError::NotFound)
            })
        })
        .await
    }

    /// The person of an id.
    pub async fn user(&self, id: UserId) -> Result<User> {
        let sql =
            "SELECT id, handle, name, password_hash, admin, created_ms FROM users WHERE id = $1";
        let row = self.reader().await?.conn().row(sql, &[id.into()]).await?;
        row.as_ref().map(user).transpose()?.ok_or(StoreError::NotFound)
    }

    /// The person who signs in with a handle, in any spelling of it.
    pub async fn user_by_handle(&self, handle: &str) -> Result<User> {
        let folded = folded(handle).map_err(|_| StoreError::NotFound)?;
        let found = by_handle(&mut self.reader().await?.conn(), &folded).await?;
        found.ok_or(StoreError::NotFound)
    }

    /// Everybody with an account, by handle; the one person of local mode has none.
    pub async fn users(&self) -> Result<Vec<User>> {
        let sql = "SELECT id, handle, name, password_hash, admin, created_ms FROM users \
                   WHERE handle_folded <> $1 ORDER BY handle_folded";
        self.reader().await?.conn().rows(sql, &[LOCAL.into()]).await?.iter().map(user).collect()
    }

    /// Whether anybody has an account.
    pub async fn has_accounts(&self) -> Result<bool> {
        let sql = "SELECT 1 FROM users WHERE handle_folded <> $1 LIMIT 1";
        Ok(self.reader().await?.conn().row(sql, &[LOCAL.into()]).await?.is_some())
    }

    /// Changes what pages call a person.
    pub async fn rename_user(&self, id: UserId, name: &str) -> Result<()> {
        let name = name.to_owned();
        self.change(move |mut conn| {
            Box::pin(async move {
                let sql = "UPDATE users SET name = $2 WHERE id = $1";
                found(conn.run(sql, &[id.into(), name.as_str().into()]).await?)
            })
        })
        .await
    }

    /// Changes the hash of a password, or removes it. Sessions stay: [`Store::delete_sessions`].
    pub async fn set_password_hash(&self, id: UserId, hash: Option<&str>) -> Result<()> {
        let hash = hash.map(str::to_owned);
        self.change(move |mut conn| {
            Box::pin(async move {
                let sql = "UPDATE users SET password_hash = $2 WHERE id = $1";
                found(conn.run(sql, &[id.into(), hash.as_deref().into()]).await?)
            })
        })
        .await
    }

    /// Says whether a person may invite and remove others. [`StoreError::LastAdmin`] when nobody
    /// would be left who may.
    pub async fn set_admin(&self, id: UserId, admin: bool) -> Result<()> {
        self.change(move |mut conn| {
            Box::pin(async move {
                if !admin {
                    keep_an_admin(&mut conn, id).await?;
                }
                let sql = "UPDATE users SET admin = $2 WHERE id = $1";
                found(conn.run(sql, &[id.into(), i64::from(admin).into()]).await?)
            })
        })
        .await
    }

    /// Erases a person and every row of theirs, for good. [`StoreError::LastAdmin`] when others
    /// would be left without an admin.
    pub async fn delete_user(&self, id: UserId) -> Result<()> {
        self.change(move |mut conn| {
            Box::pin(async move {
                let sql = "SELECT 1 FROM users WHERE id <> $1 AND handle_folded <> $2 LIMIT 1";
                if conn.row(sql, &[id.into(), LOCAL.into()]).await?.is_some() {
                    keep_an_admin(&mut conn, id).await?;
                }
                found(conn.run("DELETE FROM users WHERE id = $1", &[id.into()]).await?)
            })
        })
        .await
    }
}

/// An error when `leaving` is the only admin among those with an account.
async fn keep_an_admin(conn: &mut Conn<'_>, leaving: UserId) -> Result<()> {
    // Two admins who remove each other at once wait for each other.
    conn.lock_admins().await?;
    let sql = "SELECT SUM(CASE WHEN id = $1 THEN 1 ELSE 0 END), COUNT(*) FROM users \
               WHERE admin = 1 AND handle_folded <> $2";
    let row = conn.row(sql, &[leaving.into(), LOCAL.into()]).await?.ok_or(StoreError::NotFound)?;
    let leaving = row.get::<Option<i64>>(0)?.unwrap_or_default();
    if leaving == 1 && row.get::<i64>(1)? == 1 { Err(StoreError::LastAdmin) } else { Ok(()) }
}

/// Makes an account inside a change; [`StoreError::Duplicate`] when the handle is taken. With
/// `takes_over` it is the account of the one person of local mode, when there was one.
pub(crate) async fn join(
    conn: &mut Conn<'_>,
    new: NewUser,
    takes_over: bool,
    now_ms: i64,
) -> Result<User> {
    let folded = folded(&new.handle)?;
    let NewUser { handle, name, password_hash, admin } = new;
    let handle = handle.trim().to_owned();
    let local = if takes_over { by_handle(conn, LOCAL).await? } else { None };
    let (id, created_ms) = match &local {
        Some(local) => (local.id, local.created_ms),
        None => (UserId::new(now_ms)?, now_ms),
    };
    let user = User { id, handle, name, password_hash, admin, created_ms };
    if local.is_none() {
        let new = insert(conn, &user, &folded).await?;
        return if new { Ok(user) } else { Err(StoreError::Duplicate("handle")) };
    }
    let sql = "UPDATE users SET handle = $2, handle_folded = $3, name = $4, password_hash = $5, \
               admin = $6 WHERE id = $1";
    let values = [
        id.into(),
        user.handle.as_str().into(),
        folded.as_str().into(),
        user.name.as_str().into(),
        user.password_hash.as_deref().into(),
        i64::from(admin).into(),
    ];
    match conn.run(sql, &values).await {
        Err(StoreError::Duplicate(_)) => Err(StoreError::Duplicate("handle")),
        done => found(done?).map(|()| user),
    }
}

/// False when the handle is taken.
async fn insert(conn: &mut Conn<'_>, user: &User, folded: &str) -> Result<bool> {
    let sql = "INSERT INTO users (id, handle, handle_folded, name, password_hash, admin, created_ms) \
               VALUES ($1, $2, $3, $4, $5, $6, $7) ON CONFLICT (handle_folded) DO NOTHING";
    let values = [
        user.id.into(),
        user.handle.as_str().into(),
        folded.into(),
        user.name.as_str().into(),
        user.password_hash.as_deref().into(),
        i64::from(user.admin).into(),
        user.created_ms.into(),
    ];
    Ok(conn.run(sql, &values).await? == 1)
}

async fn by_handle(conn: &mut Conn<'_>, folded: &str) -> Result<Option<User>> {
    let sql = "SELECT id, handle, name, password_hash, admin, created_ms FROM users \
               WHERE handle_folded = $1";
    conn.row(sql, &[folded.into()]).await?.as_ref().map(user).transpose()
}

pub(crate) fn user(row: &Row) -> Result<User> {
    Ok(User {
        id: row.parsed(0)?,
        handle: row.get(1)?,
        name: row.get(2)?,
        password_hash: row.get(3)?,
        admin: row.get::<i64>(4)? != 0,
        created_ms: row.get(5)?,
    })
}

/// An error when a change met no row.
pub(crate) fn found(rows: u64) -> Result<()> {
    if rows == 0 { Err(StoreError::NotFound) } else { Ok(()) }
}

/// How handles are compared: compatibility forms joined, lower case. [`StoreError::Invalid`] says why
/// nobody could sign in with this.
pub fn folded(handle: &str) -> Result<String> {
    let folded: String = handle.trim().nfkc().flat_map(char::to_lowercase).nfkc().collect();
    if folded.is_empty() || folded.chars().count() > LONGEST_HANDLE {
        return Err(StoreError::Invalid(
            "a handle has 1 to 254 characters: choose another one".into(),
        ));
    }
    if folded.chars().any(|c| c.is_whitespace() || c.is_control()) {
        return Err(StoreError::Invalid("a handle has no space in it: leave it out".into()));
    }
    Ok(folded)
}
