//! What can go wrong, in words for the person who asked: what, why, and what to do.

use std::borrow::Cow;

/// A result of the store.
pub type Result<T> = std::result::Result<T, StoreError>;

/// Why the store did not do what it was asked. Nothing was changed then.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum StoreError {
    /// Somebody saved in the meantime: the revision that the change started from is not the newest.
    #[error(
        "this was changed elsewhere in the meantime (it is at revision {head} now): compare both and save again"
    )]
    Conflict {
        /// The newest revision.
        head: i64,
    },
    /// Nothing of that id, or not of this user: both look alike.
    #[error("there is no such entry: it was removed, or it belongs to somebody else")]
    NotFound,
    /// The document is in the bin, where it cannot be changed.
    #[error("this document is in the bin: restore it first")]
    InBin,
    /// Another entry has this value already.
    #[error("this {0} is taken already: choose another one")]
    Duplicate(&'static str),
    /// Nobody would be left who may invite and remove others.
    #[error("this is the last admin: make somebody else an admin first")]
    LastAdmin,
    /// A value that cannot be stored.
    #[error("{0}")]
    Invalid(Cow<'static, str>),
    /// More bytes than the limit that the caller gave.
    #[error(
        "{what} would be {bytes} bytes, more than the limit of {limit}: remove something first"
    )]
    TooLarge {
        /// What is too large.
        what: &'static str,
        /// How large it would be, in bytes.
        bytes: u64,
        /// How large it may be, in bytes.
        limit: u64,
    },
    /// No space where the database is.
    #[error("the disk of the database is full, so nothing was saved: make room and try again")]
    Full,
    /// The database did not get to it in time.
    #[error("the database is busy, so nothing was saved: try again in a moment")]
    Busy,
    /// The database cannot be reached, read or written.
    #[error("{0}")]
    Io(Cow<'static, str>),
    /// What is stored contradicts itself, or is not of vitae.
    #[error("{0}")]
    Damaged(Cow<'static, str>),
    /// The data was written by a newer vitae.
    #[error(
        "the data has schema {found}, and this vitae knows schemas up to {known}: install a newer vitae"
    )]
    Newer {
        /// The schema of the data.
        found: i64,
        /// The newest schema that this program knows.
        known: i64,
    },
    /// This kind of database cannot do it.
    #[error("{0}")]
    Unsupported(&'static str),
}

impl From<sqlx::Error> for StoreError {
    fn from(error: sqlx::Error) -> Self {
        match &error {
            sqlx::Error::Database(database) => of_database(database.as_ref()),
            sqlx::Error::PoolTimedOut => Self::Busy,
            sqlx::Error::Io(io) if io.kind() == std::io::ErrorKind::StorageFull => Self::Full,
            sqlx::Error::Io(_) | sqlx::Error::Tls(_) => Self::Io(
                format!("the database cannot be reached ({error}): check that it runs, and its address")
                    .into(),
            ),
            sqlx::Error::PoolClosed | sqlx::Error::WorkerCrashed => {
                Self::Io("the database was closed: start vitae again".into())
            }
            sqlx::Error::ColumnDecode { .. } | sqlx::Error::Decode(_) => Self::Damaged(
                format!("the database holds a value that vitae did not write ({error}): restore a backup")
                    .into(),
            ),
            _ => Self::Io(format!("the database did not answer as expected: {error}").into()),
        }
    }
}

/// By the result codes of SQLite (decimal, the primary code in the low byte) and the SQLSTATE of
/// PostgreSQL (five characters).
fn of_database(error: &dyn sqlx::error::DatabaseError) -> StoreError {
    if error.is_unique_violation() {
        return StoreError::Duplicate("entry");
    }
    if error.is_foreign_key_violation() {
        return StoreError::NotFound;
    }
    let code = error.code().unwrap_or_default();
    let sqlite = code.parse::<u32>().ok().filter(|_| code.len() < 5).map(|code| code & 0xff);
    match (sqlite, &*code) {
        // BUSY and LOCKED; too many clients, serialization failure, deadlock, lock not available,
        // starting or stopping.
        (Some(5 | 6), _)
        | (_, "53300" | "40001" | "40P01" | "55P03" | "57014" | "57P01" | "57P03") => {
            StoreError::Busy
        }
        (Some(13), _) | (_, "53100") => StoreError::Full,
        (Some(8), _) | (_, "25006") => StoreError::Io(
            "the database may only be read: check who owns its file and its folder".into(),
        ),
        (Some(14), _) => StoreError::Io(
            "the database file cannot be opened: check that its folder exists and may be written to"
                .into(),
        ),
        (Some(11 | 26), _) => StoreError::Damaged(
            "the database file is damaged, or is not a database: restore a backup, or choose another file"
                .into(),
        ),
        (_, "28P01" | "28000") => StoreError::Io(
            "PostgreSQL refuses the user, the password or the way to connect: check the address of the database, and its `sslmode`"
                .into(),
        ),
        (_, "3D000") => StoreError::Io(
            "PostgreSQL has no database of that name: create it, or check the address".into(),
        ),
        _ => StoreError::Io(format!("the database refuses: {}", error.message()).into()),
    }
}
