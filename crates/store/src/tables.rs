//! What every table holds, for whatever goes through all of it: export, import and check.

use std::fmt::Write as _;

use serde_json::{Map, Value as Json};

use crate::columns::Owned;
use crate::columns::Type::{
    self, Bytes, Hash, Id, Int, MaybeBytes, MaybeId, MaybeInt, MaybeText, Text,
};
use crate::error::Result;
use crate::sql::Row;

/// A table.
pub(crate) struct Table {
    /// Its name.
    pub(crate) name: &'static str,
    /// Its columns.
    pub(crate) columns: &'static [(&'static str, Type)],
    /// How many of the columns, from the first, are the key.
    pub(crate) key: usize,
    /// The column of the person whose row it is.
    pub(crate) user: &'static str,
    /// What a person takes along; the rest ends by itself in a while, or opens this server alone.
    pub(crate) lasting: bool,
    /// Rows to read at once: few where one may be large.
    pub(crate) chunk: usize,
}

/// All tables, those that others point to first.
pub(crate) const TABLES: [Table; 10] = [
    Table {
        name: "users",
        columns: &[
            ("id", Id),
            ("handle", Text),
            ("handle_folded", Text),
            ("name", Text),
            ("password_hash", MaybeText),
            ("admin", Int),
            ("created_ms", Int),
        ],
        key: 1,
        user: "id",
        lasting: true,
        chunk: 64,
    },
    Table {
        name: "sessions",
        columns: &[
            ("token_hash", Hash),
            ("user_id", Id),
            ("created_ms", Int),
            ("seen_ms", Int),
            ("expires_ms", Int),
            ("until_ms", Int),
            ("browser", Text),
        ],
        key: 1,
        user: "user_id",
        lasting: false,
        chunk: 64,
    },
    Table {
        name: "api_tokens",
        columns: &[
            ("token_hash", Hash),
            ("user_id", Id),
            ("name", Text),
            ("created_ms", Int),
            ("used_ms", MaybeInt),
        ],
        key: 1,
        user: "user_id",
        lasting: false,
        chunk: 64,
    },
    Table {
        name: "one_time_tokens",
        columns: &[
            ("token_hash", Hash),
            ("user_id", MaybeId),
            ("purpose", Text),
            ("detail", Text),
            ("created_ms", Int),
            ("expires_ms", Int),
            ("used_ms", MaybeInt),
        ],
        key: 1,
        user: "user_id",
        lasting: false,
        chunk: 64,
    },
    Table {
        name: "documents",
        columns: &[
            ("id", Id),
            ("user_id", Id),
            ("kind", Type::Kind),
            ("title", Text),
            ("company", Text),
            ("head", Int),
            ("created_ms", Int),
            ("updated_ms", Int),
            ("deleted_ms", MaybeInt),
        ],
        key: 1,
        user: "user_id",
        lasting: true,
        chunk: 64,
    },
    Table {
        name: "revisions",
        columns: &[
            ("document_id", Id),
            ("number", Int),
            ("user_id", Id),
            ("sha256", Hash),
            ("format", Type::Format),
            ("source", Text),
            ("note", Text),
            ("restored_from", MaybeInt),
            ("created_ms", Int),
        ],
        key: 2,
        user: "user_id",
        lasting: true,
        chunk: 8,
    },
    Table {
        name: "reports",
        columns: &[
            ("id", Id),
            ("user_id", Id),
            ("document_id", MaybeId),
            ("revision", MaybeInt),
            ("kind", Text),
            ("title", Text),
            ("json", Text),
            ("created_ms", Int),
        ],
        key: 1,
        user: "user_id",
        lasting: true,
        chunk: 8,
    },
    Table {
        name: "blobs",
        columns: &[("user_id", Id), ("sha256", Hash), ("size", Int), ("bytes", Bytes)],
        key: 2,
        user: "user_id",
        lasting: true,
        chunk: 1,
    },
    Table {
        name: "files",
        columns: &[
            ("id", Id),
            ("user_id", Id),
            ("sha256", Hash),
            ("document_id", MaybeId),
            ("name", Text),
            ("media_type", Text),
            ("created_ms", Int),
        ],
        key: 1,
        user: "user_id",
        lasting: true,
        chunk: 64,
    },
    Table {
        name: "idempotency",
        columns: &[
            ("user_id", Id),
            ("request_key", Text),
            ("fingerprint", Hash),
            ("status", MaybeInt),
            ("headers", MaybeText),
            ("body", MaybeBytes),
            ("created_ms", Int),
        ],
        key: 2,
        user: "user_id",
        lasting: false,
        chunk: 8,
    },
];

impl Table {
    /// The table of a name.
    pub(crate) fn named(name: &str) -> Option<&'static Self> {
        TABLES.iter().find(|table| table.name == name)
    }

    /// Reads the next rows in the order of the key: behind `after` when it says so, of one person
    /// when it says so. Values are the key, then the person; the key alone; the person alone.
    pub(crate) fn select(&self, after: bool, of_user: bool) -> String {
        let names = |columns: &[(&'static str, Type)]| {
            columns.iter().map(|(name, _)| *name).collect::<Vec<_>>().join(", ")
        };
        let key = names(&self.columns[..self.key]);
        let mut conditions = Vec::new();
        let mut values = 0;
        if after {
            conditions.push(format!("({key}) > ({})", places(1..=self.key)));
            values = self.key;
        }
        if of_user {
            conditions.push(format!("{} = ${}", self.user, values + 1));
        }
        let mut sql = format!("SELECT {} FROM {}", names(self.columns), self.name);
        if !conditions.is_empty() {
            let _ = write!(sql, " WHERE {}", conditions.join(" AND "));
        }
        let _ = write!(sql, " ORDER BY {key} LIMIT {}", self.chunk);
        sql
    }

    /// Adds a row; values are the columns.
    pub(crate) fn insert(&self) -> String {
        let names = self.columns.iter().map(|(name, _)| *name).collect::<Vec<_>>().join(", ");
        let places = places(1..=self.columns.len());
        format!("INSERT INTO {} ({names}) VALUES ({places})", self.name)
    }

    /// The values of a row.
    pub(crate) fn read(&self, row: &Row) -> Result<Vec<Owned>> {
        let column = |(index, (_, type_)): (usize, &(&str, Type))| {
            Ok(match type_ {
                Id | MaybeId | Text | MaybeText | Type::Kind | Type::Format => {
                    Owned::Text(row.get(index)?)
                }
                Int | MaybeInt => Owned::Int(row.get(index)?),
                Hash | Bytes | MaybeBytes => Owned::Bytes(row.get(index)?),
            })
        };
        self.columns.iter().enumerate().map(column).collect()
    }

    /// The first value of a row that its column cannot have: the column, and what it should be.
    pub(crate) fn misfit(&self, row: &[Owned]) -> Option<(&'static str, &'static str)> {
        self.columns
            .iter()
            .zip(row)
            .find_map(|((name, type_), value)| (!type_.fits(value)).then(|| (*name, type_.words())))
    }

    /// The value of a column.
    pub(crate) fn value<'r>(&self, row: &'r [Owned], column: &str) -> Option<&'r Owned> {
        let index = self.columns.iter().position(|(name, _)| *name == column)?;
        row.get(index)
    }

    /// A row as an object: bytes are Base64.
    pub(crate) fn to_json(&self, row: Vec<Owned>) -> Json {
        let pairs = self.columns.iter().zip(row);
        Json::Object(pairs.map(|((name, _), value)| ((*name).to_owned(), value.into())).collect())
    }

    /// A row from an object that has exactly the columns; else what is wrong.
    pub(crate) fn row_from_json(
        &self,
        mut object: Map<String, Json>,
    ) -> std::result::Result<Vec<Owned>, String> {
        let mut row = Vec::with_capacity(self.columns.len());
        for (name, type_) in self.columns {
            let json = object.remove(*name).ok_or_else(|| format!("`{name}` is missing"))?;
            let value = type_.value_of(json).filter(|value| type_.fits(value));
            row.push(value.ok_or_else(|| format!("`{name}` is not {}", type_.words()))?);
        }
        match object.keys().next() {
            Some(unknown) => Err(format!("`{unknown}` is no column of `{}`", self.name)),
            None => Ok(row),
        }
    }
}

/// `$1, $2` …
fn places(numbers: std::ops::RangeInclusive<usize>) -> String {
    numbers.map(|number| format!("${number}")).collect::<Vec<_>>().join(", ")
}
