//! Long lists, a page at a time, newest first.

use std::fmt;
use std::str::FromStr;

use uuid::Uuid;

use crate::error::{Result, StoreError};
use crate::open::Store;
use crate::sql::{Row, Value};

/// Entries on a page at most, whatever is asked for.
const MOST: usize = 200;

/// A part of a list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Page<T> {
    /// Newest first.
    pub items: Vec<T>,
    /// Where the next page begins; none after the last.
    pub next: Option<Cursor>,
}

/// The entry behind which a page begins. As text it can stand in an address.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Cursor {
    pub(crate) at_ms: i64,
    pub(crate) id: Uuid,
}

impl Cursor {
    /// In front of everything.
    const START: Self = Self { at_ms: i64::MAX, id: Uuid::max() };
}

impl fmt::Display for Cursor {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}~{}", self.at_ms, self.id.hyphenated())
    }
}

impl FromStr for Cursor {
    type Err = StoreError;

    fn from_str(text: &str) -> Result<Self> {
        let parts = text.split_once('~').and_then(|(at_ms, id)| {
            Some(Self { at_ms: at_ms.parse().ok()?, id: Uuid::try_parse(id).ok()? })
        });
        parts.ok_or(StoreError::Invalid(
            "this place in the list does not exist: begin at its first page".into(),
        ))
    }
}

impl Store {
    /// A page of rows. `sql` takes two values of the caller, then the time and the id that rows are
    /// before, then how many: one more than fit on the page tells whether there is another.
    pub(crate) async fn page<T>(
        &self,
        sql: &'static str,
        [first, second]: [Value<'_>; 2],
        (after, limit): (Option<Cursor>, usize),
        read: impl Fn(&Row) -> Result<T>,
        cursor: impl Fn(&T) -> Cursor,
    ) -> Result<Page<T>> {
        let limit = limit.clamp(1, MOST);
        let Cursor { at_ms, id } = after.unwrap_or(Cursor::START);
        let id = id.hyphenated().to_string();
        let rows = i64::try_from(limit + 1).unwrap_or(i64::MAX);
        let values = [first, second, at_ms.into(), id.as_str().into(), rows.into()];
        let rows = self.reader().await?.conn().rows(sql, &values).await?;
        let mut items = rows.iter().map(read).collect::<Result<Vec<_>>>()?;
        let more = items.len() > limit;
        items.truncate(limit);
        let next = items.last().filter(|_| more).map(cursor);
        Ok(Page { items, next })
    }
}
