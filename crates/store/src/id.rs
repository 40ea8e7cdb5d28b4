//! Names of rows: 128 bits, the time in front, so that later ones sort behind earlier ones.

use std::fmt;
use std::str::FromStr;

use uuid::{Builder, Uuid};

use crate::error::{Result, StoreError};

/// A new UUID of version 7 (RFC 9562): milliseconds, then randomness of the system.
pub(crate) fn new_uuid(now_ms: i64) -> Result<Uuid> {
    let mut random = [0; 10];
    getrandom::fill(&mut random).map_err(|error| {
        StoreError::Io(
            format!("the system gives no random numbers ({error}): start it again").into(),
        )
    })?;
    let millis = u64::try_from(now_ms).unwrap_or_default();
    Ok(Builder::from_unix_timestamp_millis(millis, &random).into_uuid())
}

macro_rules! ids {
    ($($(#[$doc:meta])* $name:ident,)*) => {$(
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub struct $name(pub(crate) Uuid);

        impl $name {
            pub(crate) fn new(now_ms: i64) -> Result<Self> {
                new_uuid(now_ms).map(Self)
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                self.0.hyphenated().fmt(f)
            }
        }

        impl FromStr for $name {
            type Err = StoreError;

            /// Only the form that `Display` writes: an address has one spelling.
            fn from_str(text: &str) -> Result<Self> {
                let id = Uuid::try_parse(text).map_err(|_| StoreError::NotFound)?;
                if id.hyphenated().to_string() == text { Ok(Self(id)) } else { Err(StoreError::NotFound) }
            }
        }
    )*};
}

ids! {
    /// A person with an account; in local mode the one person there is.
    UserId,
    /// A resume or a job.
    DocumentId,
    /// A saved report.
    ReportId,
    /// A file.
    FileId,
}
