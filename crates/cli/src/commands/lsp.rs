//! `vitae lsp`: the language server, on standard input and output.

use std::io::{self, IsTerminal};

use lsp::{Ended, Setup};

use crate::exit::{Exit, Failure};
use crate::input::reason;
use crate::today::today;

/// Serve an editor: findings while typing, fixes, completion, and the grade.
///
/// Speaks the Language Server Protocol on standard input and output, and ends when the editor
/// does. Only files that hold a resume are looked at: those called resume or cv, and those whose
/// keys are those of a resume. Other YAML and JSON files get no findings.
#[derive(Debug, clap::Args)]
#[command(after_help = "\
Examples:
  vitae lsp    what an editor starts; docs/editors.md tells how to set one up

Exit codes: 0 the editor said goodbye, 2 it went away without")]
pub(crate) struct Args {
    /// Accepted because many editors add it; there is no other way to connect
    #[arg(long, hide = true)]
    stdio: bool,
}

pub(crate) fn run(_: &Args) -> Result<Exit, Failure> {
    if io::stdin().is_terminal() {
        let hint = "let an editor start it; docs/editors.md tells how";
        return Err(Failure::new("`vitae lsp` talks to an editor, not to a person").hint(hint));
    }
    let templates: Vec<&str> =
        typeset::templates().iter().map(|template| template.name.as_str()).collect();
    let setup = Setup { version: env!("CARGO_PKG_VERSION"), today: &today, templates: &templates };
    let (connection, threads) = lsp::Connection::stdio();
    let ended = lsp::serve(&connection, &setup);
    // The thread that writes ends when nobody can send any more.
    drop(connection);
    let failed = |error: io::Error| {
        Failure::new(format!("the connection to the editor broke: {}", reason(&error)))
    };
    threads.join().map_err(failed)?;
    match ended {
        Ended::Properly => Ok(Exit::Clean),
        Ended::Abruptly => Err(Failure::new("the editor went away without `shutdown`")),
    }
}
