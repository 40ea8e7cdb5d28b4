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
    /// The password as its hash function writes it; none for who signs in otherwise.
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
        let folded = folded(&new.handle)?;
        let NewUser { handle, name, password_hash, admin } = new;
        let handle = handle.trim().to_owned();
        let id = UserId::new(now_ms)?;
        let user = User { id, handle, name, password_hash, admin, created_ms: now_ms };
        self.change(move |mut conn| {
            Box::pin(async move {
                if insert(&mut conn, &user, &folded).await? {
                    Ok(user)
                } else {
                    Err(StoreError::Duplicate("handle"))
                }
            })
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

    /// Everybody, by handle.
    pub async fn users(&self) -> Result<Vec<User>> {
        let sql = "SELECT id, handle, name, password_hash, admin, created_ms FROM users \
                   ORDER BY handle_folded";
        self.reader().await?.conn().rows(sql, &[]).await?.iter().map(user).collect()
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

    /// Says whether a person may invite and remove others.
    pub async fn set_admin(&self, id: UserId, admin: bool) -> Result<()> {
        self.change(move |mut conn| {
            Box::pin(async move {
                let sql = "UPDATE users SET admin = $2 WHERE id = $1";
                found(conn.run(sql, &[id.into(), i64::from(admin).into()]).await?)
            })
        })
        .await
    }

    /// Erases a person and every row of theirs, for good.
    pub async fn delete_user(&self, id: UserId) -> Result<()> {
        self.change(move |mut conn| {
            Box::pin(async move {
                found(conn.run("DELETE FROM users WHERE id = $1", &[id.into()]).await?)
            })
        })
        .await
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

fn user(row: &Row) -> Result<User> {
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

/// How handles are compared: compatibility forms joined, lower case.
fn folded(handle: &str) -> Result<String> {
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
