//! Long lists, a page at a time, newest first.

use std::fmt;
use std::str::FromStr;

use uuid::Uuid;

use crate::error::{Result, StoreError};

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

    /// The time and the id that entries of a page are before.
    pub(crate) fn bounds(after: Option<Self>) -> (i64, String) {
        let cursor = after.unwrap_or(Self::START);
        (cursor.at_ms, cursor.id.hyphenated().to_string())
    }
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

/// How many rows to ask for: one more than fit on the page tells whether there is another.
pub(crate) fn rows_for(limit: usize) -> i64 {
    i64::try_from(limit.clamp(1, MOST) + 1).unwrap_or(i64::MAX)
}

/// A page of `items`, which were asked for with [`rows_for`].
pub(crate) fn page<T>(mut items: Vec<T>, limit: usize, cursor: impl Fn(&T) -> Cursor) -> Page<T> {
    let limit = limit.clamp(1, MOST);
    let more = items.len() > limit;
    items.truncate(limit);
    let next = items.last().filter(|_| more).map(cursor);
    Page { items, next }
}
