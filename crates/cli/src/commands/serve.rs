//! `vitae serve`: the web app, on this machine.

use std::env;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};
use std::thread;
use std::time::{SystemTime, UNIX_EPOCH};

use web::site::{Clock, Refused, Setup};

use crate::exit::{Exit, Failure};
use crate::input::reason;
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
    /// The database: a file of SQLite, or the address of PostgreSQL; otherwise vitae/vitae.db in
    /// your folder for data (`$XDG_DATA_HOME`, `~/.local/share`)
    #[arg(long, value_name = "FILE|URL")]
    data: Option<String>,
}

pub(crate) fn run(args: &Args) -> Result<Exit, Failure> {
    let listener = listen(args.port)?;
    let address = listener.local_addr().map_err(|error| cannot_serve(&error))?;
    let setup = Setup {
        database: database(args.data.as_deref())?,
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
        Refused::Store(error) => Failure::new(error.to_string())
            .hint("`--data` names the database; without it one in your folder for data is used"),
    })?;
    Ok(Exit::Clean)
}

/// The address of the database; the folder of a file is made, for you alone.
fn database(named: Option<&str>) -> Result<String, Failure> {
    if let Some(address) = named.filter(|named| named.contains("://")) {
        return Ok(address.to_owned());
    }
    let file = match named {
        Some(file) => PathBuf::from(file.strip_prefix("sqlite:").unwrap_or(file)),
        None => data_folder()?.join("vitae.db"),
    };
    if let Some(folder) = file.parent().filter(|folder| !folder.as_os_str().is_empty()) {
        private_folder(folder).map_err(|error| {
            Failure::new(format!("`{}` cannot be made: {}", folder.display(), reason(&error)))
                .hint("`--data FILE` keeps the database elsewhere")
        })?;
    }
    Ok(format!("sqlite:{}", file.display()))
}

/// Where programs keep data of their user, and there the folder of vitae.
fn data_folder() -> Result<PathBuf, Failure> {
    let of = |name| env::var_os(name).map(PathBuf::from).filter(|path| path.is_absolute());
    let folder =
        of("XDG_DATA_HOME").or_else(|| env::home_dir().map(|home| home.join(".local/share")));
    folder.map(|folder| folder.join("vitae")).ok_or_else(|| {
        Failure::new("your folder for data is not known: neither HOME nor XDG_DATA_HOME is set")
            .hint("`--data FILE` names the database")
    })
}

/// Makes a folder that only its owner can look into; one that is there stays as it is.
fn private_folder(folder: &Path) -> io::Result<()> {
    let mut builder = fs::DirBuilder::new();
    builder.recursive(true);
    #[cfg(unix)]
    std::os::unix::fs::DirBuilderExt::mode(&mut builder, 0o700);
    builder.create(folder)
}

/// Milliseconds since 1970 in UTC.
fn now() -> i64 {
    let now = SystemTime::now().duration_since(UNIX_EPOCH).unwrap_or_default();
    i64::try_from(now.as_millis()).unwrap_or(i64::MAX)
}
