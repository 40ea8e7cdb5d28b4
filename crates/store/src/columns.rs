//! What a column may hold, and its values outside of the database.

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD as BASE64;
use serde_json::Value as Json;
use uuid::Uuid;

use crate::documents::Kind;
use crate::revisions::Format;
use crate::sql::Value;

/// What a column holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Type {
    /// An id of ours.
    Id,
    /// An id or nothing.
    MaybeId,
    /// A kind of document.
    Kind,
    /// A way to write a document.
    Format,
    /// A text.
    Text,
    /// A text or nothing.
    MaybeText,
    /// A number: a time, a size, a count.
    Int,
    /// A number or nothing.
    MaybeInt,
    /// 32 bytes.
    Hash,
    /// Bytes.
    Bytes,
    /// Bytes or nothing.
    MaybeBytes,
}
use Type::{Bytes, Hash, Id, Int, MaybeBytes, MaybeId, MaybeInt, MaybeText, Text};

/// A value outside of the database.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Owned {
    Text(Option<String>),
    Int(Option<i64>),
    Bytes(Option<Vec<u8>>),
}

impl Owned {
    /// As a value of a statement.
    pub(crate) fn bind(&self) -> Value<'_> {
        match self {
            Self::Text(text) => Value::Text(text.as_deref()),
            Self::Int(int) => Value::Int(*int),
            Self::Bytes(bytes) => Value::Bytes(bytes.as_deref()),
        }
    }
}

impl From<Owned> for Json {
    fn from(value: Owned) -> Self {
        match value {
            Owned::Text(text) => text.into(),
            Owned::Int(int) => int.into(),
            Owned::Bytes(bytes) => bytes.map(|bytes| BASE64.encode(bytes)).into(),
        }
    }
}

impl Type {
    /// A value from an export; none when it is of another type.
    pub(crate) fn value_of(self, json: Json) -> Option<Owned> {
        Some(match (self, json) {
            (MaybeId | MaybeText, Json::Null) => Owned::Text(None),
            (MaybeInt, Json::Null) => Owned::Int(None),
            (MaybeBytes, Json::Null) => Owned::Bytes(None),
            (Int | MaybeInt, Json::Number(number)) => Owned::Int(Some(number.as_i64()?)),
            (Hash | Bytes | MaybeBytes, Json::String(text)) => {
                Owned::Bytes(Some(BASE64.decode(text).ok()?))
            }
            (Id | MaybeId | Text | MaybeText | Self::Kind | Self::Format, Json::String(text)) => {
                Owned::Text(Some(text))
            }
            _ => return None,
        })
    }

    /// Whether a column of this type may hold the value.
    pub(crate) fn fits(self, value: &Owned) -> bool {
        match value {
            Owned::Text(None) => matches!(self, MaybeId | MaybeText),
            Owned::Int(None) => self == MaybeInt,
            Owned::Bytes(None) => self == MaybeBytes,
            Owned::Text(Some(text)) => match self {
                Id | MaybeId => {
                    Uuid::try_parse(text).is_ok_and(|id| id.hyphenated().to_string() == *text)
                }
                Self::Kind => text.parse::<Kind>().is_ok(),
                Self::Format => text.parse::<Format>().is_ok(),
                other => matches!(other, Text | MaybeText),
            },
            Owned::Int(Some(_)) => matches!(self, Int | MaybeInt),
            Owned::Bytes(Some(bytes)) => match self {
                Hash => bytes.len() == 32,
                other => matches!(other, Bytes | MaybeBytes),
            },
        }
    }

    /// What it is, for messages.
    pub(crate) fn words(self) -> &'static str {
        match self {
            Id | MaybeId => "an id",
            Self::Kind => "a kind of document",
            Self::Format => "a format of documents",
            Text | MaybeText => "a text",
            Int | MaybeInt => "a whole number",
            Hash => "a SHA-256 in Base64",
            Bytes | MaybeBytes => "bytes in Base64",
        }
    }
}
