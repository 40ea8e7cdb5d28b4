//! A language server for resume files in YAML and JSON: findings while typing, what a rule means,
//! what was read from a line, fixes, completion, an outline and the grade.
//!
//! [`serve`] speaks the Language Server Protocol 3.17 over a connection that the caller opens, and
//! takes the clock as a function; nothing here touches files, environment or standard streams.
//! One file answers one kind of request. A document is read and checked when somebody asks for the
//! result, at most once a version: whole runs take about a millisecond, so nothing is delayed and
//! nothing is computed in the background.
//!
//! Bytes of a document count from after its byte order mark, as the reader counts them; only
//! [`text`] knows positions as lines and characters.

mod actions;
mod client;
mod completion;
mod cursor;
mod diagnostics;
mod documents;
mod fixes;
mod hover;
mod lens;
mod markdown;
mod reading;
mod recognize;
mod schema;
mod server;
mod symbols;
mod text;

pub use lsp_server::Connection;
use resume::Date;

/// What the server is told by the program around it.
pub struct Setup<'a> {
    /// The version of the program.
    pub version: &'a str,
    /// The current day; asked again for every check, because a server may run for weeks.
    pub today: &'a dyn Fn() -> Date,
    /// Names of the templates a resume can be typeset with.
    pub templates: &'a [&'a str],
}

/// How a session ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Ended {
    /// By `shutdown` and `exit`.
    Properly,
    /// By `exit` without `shutdown`, or because the client went away.
    Abruptly,
}

/// Answers a client until it leaves. Total: no message and no document makes it fail.
pub fn serve(connection: &Connection, setup: &Setup<'_>) -> Ended {
    server::Server::new(connection, setup).run()
}
