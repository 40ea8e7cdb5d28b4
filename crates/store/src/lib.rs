//! What people keep: accounts, resumes and jobs with every revision, reports, files.
//!
//! One [`Store`] works on SQLite (a file, the default) or on PostgreSQL, with the same SQL. It
//! stores text and bytes and knows neither a resume nor HTTP. It reads no clock: every time is an
//! argument in milliseconds since 1970 UTC. Whatever belongs to a person is asked for by that
//! person's id and its own, so that nobody reaches what belongs to another.
//!
//! ```
//! use store::{Draft, Format, Kind, NewDocument, Store, StoreError};
//!
//! # #[tokio::main(flavor = "current_thread")]
//! # async fn main() -> Result<(), StoreError> {
//! let now = 1_767_225_600_000;
//! let store = Store::open("sqlite::memory:").await?;
//! let me = store.local_user(now).await?.id;
//! let text = |source: &str| Draft {
//!     source: source.to_owned(),
//!     format: Format::Yaml,
//!     note: String::new(),
//! };
//! let (title, company) = ("Main".to_owned(), String::new());
//! let new = NewDocument { kind: Kind::Resume, title, company, draft: text("basics: {}\n") };
//! let resume = store.create_document(me, new, now).await?.id;
//! // Two tabs have revision 1 open; the second to save gets a conflict and merges.
//! assert_eq!(store.save_revision(me, resume, 1, text("work: []\n"), now).await?.number, 2);
//! let late = store.save_revision(me, resume, 1, text("skills: []\n"), now).await;
//! assert_eq!(late, Err(StoreError::Conflict { head: 2 }));
//! # Ok(())
//! # }
//! ```

mod api_tokens;
mod backup;
mod blocking;
mod check;
mod columns;
mod documents;
mod error;
mod expiry;
mod export;
mod files;
mod id;
mod idempotency;
mod import;
mod lines;
mod migrations;
mod open;
mod page;
mod reports;
mod revisions;
mod sessions;
mod sql;
mod tables;
mod tokens;
mod users;
mod walk;
mod writer;

pub use api_tokens::ApiToken;
pub use blocking::block_on;
pub use documents::{Document, Kind, NewDocument, Opened, Shelf};
pub use error::{Result, StoreError};
pub use expiry::Expired;
pub use files::{File, FileLimits, NewFile, Stored};
pub use id::{DocumentId, FileId, ReportId, UserId};
pub use idempotency::{Answer, Begun};
pub use open::{Backend, Store};
pub use page::{Cursor, Page};
pub use reports::{NewReport, Report, ReportSummary};
pub use revisions::{Draft, Format, Revision, RevisionSummary};
pub use sessions::{NewSession, Session};
pub use tokens::{Invited, NewToken, Token};
pub use users::{NewUser, User, folded};
