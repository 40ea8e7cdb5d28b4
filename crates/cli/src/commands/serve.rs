//! `vitae serve`: the web app, for the one person of this machine or for several with accounts.

use std::thread;
use std::time::{SystemTime, UNIX_EPOCH};

use store::StoreError;
use web::site::{Clock, Refused, Setup};

use crate::database::DataArgs;
use crate::exit::{Exit, Failure};
use crate::local::{cannot_serve, listen, open};
use crate::output;
use crate::team::TeamArgs;

/// Start the web app: drop a resume, see its report.
///
/// Serves pages at the printed address until Ctrl-C, to this machine only and without a login.
/// Documents are read by a process that can do nothing but compute.
///
/// With `--listen` and `--url` it serves several people, each with an account: they sign in with a
/// password, and nobody sees what others keep. The first start prints a link that makes the first
/// account. Put a proxy with TLS in front; docs/hosting.md shows how. Letters are sent when the
/// variables `VITAE_SMTP_URL` and `VITAE_MAIL_FROM` name a server and a sender.
#[derive(Debug, clap::Args)]
#[command(after_help = "\
Examples:
  vitae serve
  vitae serve --open               opens your browser, too
  vitae serve --port 4000          at the same address each time
  vitae serve --data work.db       another database
  vitae serve --data postgres://vitae@localhost/vitae
  vitae serve --listen 127.0.0.1:8080 --url https://hire.example.org
  vitae serve --url https://hire.example.org --reset-password ada@example.org

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
    #[command(flatten)]
    team: TeamArgs,
}

pub(crate) fn run(args: &Args) -> Result<Exit, Failure> {
    let setup = |team| {
        Ok::<_, Failure>(Setup {
            database: args.data.address()?,
            clock: Clock::new(now),
            sandbox: sandbox::Policy::default(),
            workers: thread::available_parallelism().map_or(1, usize::from),
            team,
        })
    };
    if let Some((who, team)) = args.team.reset()? {
        let setup = Setup { database: args.data.existing()?, ..setup(Some(team))? };
        let link = web::site::reset_link(setup, who).map_err(|refused| match refused {
            Refused::Store(StoreError::NotFound) => {
                Failure::new(format!("nobody signs in as `{who}` in this database"))
            }
            other => refusal(other),
        })?;
        output::print(&format!("{link}\n"))?;
        output::note("It works once, within an hour.");
        return Ok(Exit::Clean);
    }
    let (listener, address, setup) = if let Some((listener, team)) = args.team.start()? {
        let address = format!("{}/", team.origin.as_str());
        let at = listener.local_addr().map_err(|error| cannot_serve(&error))?;
        output::note(&format!("listens at {at}"));
        if !at.ip().is_loopback() {
            output::note("this address is not encrypted: let nobody but a proxy with TLS reach it");
        }
        (listener, address, setup(Some(team))?)
    } else {
        let listener = listen(args.port)?;
        let address = listener.local_addr().map_err(|error| cannot_serve(&error))?;
        (listener, format!("http://{address}/"), setup(None)?)
    };
    let mut said = Ok(());
    let opened = || {
        said = output::print(&format!("{address}\n"));
        output::note("Ctrl-C ends");
        if args.open {
            open(&address);
        }
    };
    web::site::serve(setup, listener, opened).map_err(refusal)?;
    said?;
    Ok(Exit::Clean)
}

fn refusal(refused: Refused) -> Failure {
    match refused {
        Refused::Connection(error) => cannot_serve(&error),
        Refused::Store(error) => Failure::new(error.to_string()),
    }
}

/// Milliseconds since 1970 in UTC.
fn now() -> i64 {
    let now = SystemTime::now().duration_since(UNIX_EPOCH).unwrap_or_default();
    i64::try_from(now.as_millis()).unwrap_or(i64::MAX)
}
