//! Every row of a table in the order of its key, a few at a time.

use sqlx::AssertSqlSafe;

use crate::columns::Owned;
use crate::error::Result;
use crate::id::UserId;
use crate::sql::{Conn, Value};
use crate::tables::Table;

/// A place in a table.
pub(crate) struct Walk {
    table: &'static Table,
    user: Option<UserId>,
    /// The key of the last row; empty at the beginning.
    after: Vec<Owned>,
    ended: bool,
}

impl Walk {
    /// In front of the first row, of one person when one is named.
    pub(crate) fn new(table: &'static Table, user: Option<UserId>) -> Self {
        Self { table, user, after: Vec::new(), ended: false }
    }

    /// The next rows; none at the end.
    pub(crate) async fn next(&mut self, conn: &mut Conn<'_>) -> Result<Vec<Vec<Owned>>> {
        if self.ended {
            return Ok(Vec::new());
        }
        let sql = self.table.select(!self.after.is_empty(), self.user.is_some());
        let mut values: Vec<Value<'_>> = self.after.iter().map(Owned::bind).collect();
        values.extend(self.user.map(Value::from));
        // The text is made of names in this program alone.
        let rows = conn.rows(AssertSqlSafe(sql), &values).await?;
        let rows = rows.iter().map(|row| self.table.read(row)).collect::<Result<Vec<_>>>()?;
        self.ended = rows.len() < self.table.chunk;
        if let Some(last) = rows.last() {
            self.after = last[..self.table.key].to_vec();
        }
        Ok(rows)
    }
}
