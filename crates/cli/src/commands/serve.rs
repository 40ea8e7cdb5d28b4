//! `vitae serve`: the web app, on this machine.

use std::thread;
use std::time::{SystemTime, UNIX_EPOCH};

use web::site::{Clock, Refused, Setup};

use crate::database::DataArgs;
use crate::exit::{Exit, Failure};
use crate::local::{cannot_serve, listen, open};
use crate::output;

/// Start the web app: drop a resume, see its report.
///
/// Serves pages at the printed address until Ctrl-C, to this machine only and without a login.
/// Documents are read by a process that can do nothing but compute.
#[derive(Debug, clap::Args)]
#[command(after_help = "\
Examples:
  vitae serve
  vitae serve --open               opens your browser, too
  vitae serve --port 4000          at the same address each time
  vitae serve --data work.db       another database
  vitae serve --data postgres://vitae@localhost/vitae

Exit codes: 0 ended by you, 2 cannot run")]
pub(crate) struct Args {
    /// The port of the address; otherwise a free one
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u16).range(1..))]
    port: Option<u16>,
    /// Open the address in your browser
    #[arg(long)]
    open: bool,
    #[command(flatten)]
    data: DataArgs,
}

pub(crate) fn run(args: &Args) -> Result<Exit, Failure> {
    let listener = listen(args.port)?;
    let address = listener.local_addr().map_err(|error| cannot_serve(&error))?;
    let setup = Setup {
        database: args.data.address()?,
        clock: Clock::new(now),
        sandbox: sandbox::Policy::default(),
        workers: thread::available_parallelism().map_or(1, usize::from),
    };
    let address = format!("http://{address}/");
    output::print(&format!("{address}\n"))?;
    output::note("Ctrl-C ends");
    if args.open {
        open(&address);
    }
    web::site::serve(setup, listener).map_err(|refused| match refused {
        Refused::Connection(error) => cannot_serve(&error),
        Refused::Store(error) => Failure::new(error.to_string()),
    })?;
    Ok(Exit::Clean)
}

/// Milliseconds since 1970 in UTC.
fn now() -> i64 {
    let now = SystemTime::now().duration_since(UNIX_EPOCH).unwrap_or_default();
    i64::try_from(now.as_millis()).unwrap_or(i64::MAX)
}
