//! One way to ask both databases: the same text with `$1`, `$2` …, values of three types.

use sqlx::pool::PoolConnection;
use sqlx::postgres::{PgConnection, PgRow};
use sqlx::sqlite::{SqliteConnection, SqliteRow};
use sqlx::{Decode, Postgres, SqlSafeStr, Sqlite, Transaction, Type};
use uuid::Uuid;

use crate::error::{Result, StoreError};
use crate::id::{DocumentId, FileId, ReportId, UserId};

/// A connection for as long as it is needed.
pub(crate) enum Lease {
    Lite(PoolConnection<Sqlite>),
    Pg(PoolConnection<Postgres>),
}

impl Lease {
    pub(crate) fn conn(&mut self) -> Conn<'_> {
        match self {
            Self::Lite(conn) => Conn::Lite(conn),
            Self::Pg(conn) => Conn::Pg(conn),
        }
    }
}

/// A transaction that only reads: the data as it is at one moment.
pub(crate) enum Snapshot {
    Lite(Transaction<'static, Sqlite>),
    Pg(Transaction<'static, Postgres>),
}

impl Snapshot {
    pub(crate) fn conn(&mut self) -> Conn<'_> {
        match self {
            Self::Lite(transaction) => Conn::Lite(transaction),
            Self::Pg(transaction) => Conn::Pg(transaction),
        }
    }
}

/// A connection, perhaps inside a transaction.
pub(crate) enum Conn<'c> {
    Lite(&'c mut SqliteConnection),
    Pg(&'c mut PgConnection),
}

/// The same expression for the connection of either type.
macro_rules! on {
    ($conn:expr, |$one:ident| $body:expr) => {
        match $conn {
            Conn::Lite($one) => $body,
            Conn::Pg($one) => $body,
        }
    };
}
pub(crate) use on;

/// A statement with its values bound.
macro_rules! bound {
    ($sql:expr, $values:expr) => {{
        let mut query = sqlx::query($sql);
        for value in $values {
            query = match *value {
                Value::Text(text) => query.bind(text),
                Value::Int(int) => query.bind(int),
                Value::Bytes(bytes) => query.bind(bytes),
                Value::Id(id) => query.bind(id.map(|id| id.hyphenated().to_string())),
            };
        }
        query
    }};
}

impl Conn<'_> {
    /// Does a statement; how many rows it changed.
    pub(crate) async fn run(
        &mut self,
        sql: impl SqlSafeStr + Send,
        values: &[Value<'_>],
    ) -> Result<u64> {
        storable(values)?;
        on!(self, |conn| Ok(bound!(sql, values).execute(&mut **conn).await?.rows_affected()))
    }

    /// The only row of an answer, when there is one.
    pub(crate) async fn row(
        &mut self,
        sql: impl SqlSafeStr + Send,
        values: &[Value<'_>],
    ) -> Result<Option<Row>> {
        storable(values)?;
        Ok(match self {
            Self::Lite(conn) => {
                bound!(sql, values).fetch_optional(&mut **conn).await?.map(Row::Lite)
            }
            Self::Pg(conn) => bound!(sql, values).fetch_optional(&mut **conn).await?.map(Row::Pg),
        })
    }

    /// All rows of an answer.
    pub(crate) async fn rows(
        &mut self,
        sql: impl SqlSafeStr + Send,
        values: &[Value<'_>],
    ) -> Result<Vec<Row>> {
        storable(values)?;
        Ok(match self {
            Self::Lite(conn) => {
                let rows = bound!(sql, values).fetch_all(&mut **conn).await?;
                rows.into_iter().map(Row::Lite).collect()
            }
            Self::Pg(conn) => {
                let rows = bound!(sql, values).fetch_all(&mut **conn).await?;
                rows.into_iter().map(Row::Pg).collect()
            }
        })
    }

    /// Does a statement without values that is not worth preparing, e.g. `COMMIT`.
    pub(crate) async fn raw(&mut self, sql: &'static str) -> Result<()> {
        on!(self, |conn| sqlx::raw_sql(sql).execute(&mut **conn).await?.rows_affected());
        Ok(())
    }

    /// Makes writers of one user's files wait for each other. SQLite has one writer anyway.
    pub(crate) async fn lock_user(&mut self, user: UserId) -> Result<()> {
        if matches!(self, Self::Pg(_)) {
            self.row("SELECT id FROM users WHERE id = $1 FOR NO KEY UPDATE", &[user.into()])
                .await?;
        }
        Ok(())
    }

    /// Makes changes of who is an admin wait for each other. SQLite has one writer anyway.
    pub(crate) async fn lock_admins(&mut self) -> Result<()> {
        if matches!(self, Self::Pg(_)) {
            let sql = "SELECT id FROM users WHERE admin = 1 ORDER BY id FOR NO KEY UPDATE";
            self.rows(sql, &[]).await?;
        }
        Ok(())
    }
}

/// A value of a column: TEXT, BIGINT or BLOB, or NULL of that type.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Value<'v> {
    Text(Option<&'v str>),
    Int(Option<i64>),
    Bytes(Option<&'v [u8]>),
    Id(Option<Uuid>),
}

/// Bytes of all texts of a row, at most.
const MOST_TEXT: usize = 8 * 1024 * 1024;
/// Bytes of everything else in a row, at most.
const MOST_BYTES: usize = 32 * 1024 * 1024;

/// What every database takes, and an export has room for. PostgreSQL has no place for U+0000 in a
/// text; so that data can move, no database gets one.
pub(crate) fn storable(values: &[Value<'_>]) -> Result<()> {
    let (mut text, mut bytes) = (0, 0);
    for value in values {
        match value {
            Value::Text(Some(one)) if one.contains('\0') => {
                return Err(StoreError::Invalid(
                    "the text has a character NUL (U+0000), which no text file has: remove it"
                        .into(),
                ));
            }
            Value::Text(Some(one)) => text += one.len(),
            Value::Bytes(Some(one)) => bytes += one.len(),
            _ => {}
        }
    }
    for (what, size, most) in [("the text", text, MOST_TEXT), ("the file", bytes, MOST_BYTES)] {
        if size > most {
            let (bytes, limit) = (size as u64, most as u64);
            return Err(StoreError::TooLarge { what, bytes, limit });
        }
    }
    Ok(())
}

macro_rules! values {
    ($($from:ty => $variant:ident, |$value:ident| $change:expr;)*) => {$(
        impl<'v> From<$from> for Value<'v> {
            fn from($value: $from) -> Self {
                Self::$variant(Some($change))
            }
        }
        impl<'v> From<Option<$from>> for Value<'v> {
            fn from(value: Option<$from>) -> Self {
                Self::$variant(value.map(|$value| $change))
            }
        }
    )*};
}

values! {
    &'v str => Text, |value| value;
    i64 => Int, |value| value;
    &'v [u8] => Bytes, |value| value;
    UserId => Id, |value| value.0;
    DocumentId => Id, |value| value.0;
    ReportId => Id, |value| value.0;
    FileId => Id, |value| value.0;
}

/// A row of an answer.
pub(crate) enum Row {
    Lite(SqliteRow),
    Pg(PgRow),
}

impl Row {
    /// The value of a column, counted from zero.
    pub(crate) fn get<T>(&self, column: usize) -> Result<T>
    where
        T: for<'r> Decode<'r, Sqlite> + Type<Sqlite>,
        T: for<'r> Decode<'r, Postgres> + Type<Postgres>,
    {
        use sqlx::Row as _;
        Ok(match self {
            Self::Lite(row) => row.try_get(column)?,
            Self::Pg(row) => row.try_get(column)?,
        })
    }

    /// A text that stands for a value of ours: an id, a kind, a format.
    pub(crate) fn parsed<T: std::str::FromStr>(&self, column: usize) -> Result<T> {
        self.get::<String>(column)?.parse().map_err(|_| damaged("a name"))
    }

    /// The same where there may be none.
    pub(crate) fn parsed_if_any<T: std::str::FromStr>(&self, column: usize) -> Result<Option<T>> {
        let text = self.get::<Option<String>>(column)?;
        text.map(|text| text.parse().map_err(|_| damaged("a name"))).transpose()
    }

    /// A SHA-256.
    pub(crate) fn hash(&self, column: usize) -> Result<[u8; 32]> {
        self.get::<Vec<u8>>(column)?.try_into().map_err(|_| damaged("a hash"))
    }
}

fn damaged(what: &str) -> StoreError {
    StoreError::Damaged(
        format!("the database holds {what} that vitae did not write: restore a backup").into(),
    )
}
