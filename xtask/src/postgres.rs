//! A PostgreSQL server for the tests: a new, empty one, reached through a socket in its folder.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Result, ensure};

use crate::run::{command, output, run, works};
use crate::steps::{CannotRun, in_ci};
use crate::tools;

/// Where tests look for the server's address.
pub(crate) const VARIABLE: &str = "VITAE_TEST_POSTGRES";

/// Where Debian keeps the programs of each version; they are not on the path.
const DEBIAN: &str = "/usr/lib/postgresql";

/// A server, there as long as this.
pub(crate) struct Server {
    /// Its data, its socket and its log.
    folder: PathBuf,
    programs: PathBuf,
}

impl Server {
    /// Starts a server. A person's machine that cannot have one does without, and says so; in CI it
    /// is an error.
    pub(crate) fn if_possible() -> Result<Option<Self>> {
        match Self::start() {
            Ok(server) => Ok(Some(server)),
            Err(error) if error.is::<CannotRun>() && !in_ci() => {
                println!("the tests do without PostgreSQL: {error:#}");
                Ok(None)
            }
            Err(error) => Err(error),
        }
    }

    fn start() -> Result<Self> {
        let programs = programs()?;
        // A short path, because that of a socket has to be short.
        let folder = output(&mut as_owner(Path::new("mktemp"), "-d /tmp/vitae-postgres.XXXXXX")?)?;
        let server = Self { folder: folder.trim().into(), programs };
        let data = server.folder.join("data");
        server.run(
            "initdb",
            &format!("--auth trust --username vitae --no-sync {}", data.display()),
        )?;
        // Nobody misses the data of tests after a crash.
        let settings = format!(
            "-c listen_addresses= -c unix_socket_directories={} -c fsync=off -c max_connections=200",
            server.folder.display()
        );
        let log = server.folder.join("log");
        let mut start = server.program("pg_ctl", "start --silent --wait")?;
        start.arg("--pgdata").arg(data).arg("--log").arg(log).arg("--options").arg(settings);
        run(&mut start)?;
        Ok(server)
    }

    /// The address of a database on it that is there for the tests.
    pub(crate) fn address(&self) -> String {
        format!("postgres://vitae@localhost/postgres?host={}", self.folder.display())
    }

    fn program(&self, name: &str, arguments: &str) -> Result<Command> {
        as_owner(&self.programs.join(name), arguments)
    }

    fn run(&self, name: &str, arguments: &str) -> Result<()> {
        // The hints that it prints are for people who set a server up.
        output(&mut self.program(name, arguments)?).map(drop)
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        let stop =
            format!("stop --silent --mode immediate --pgdata {}/data", self.folder.display());
        let remove = format!("-r {}", self.folder.display());
        let stopped = self.run("pg_ctl", &stop);
        let removed = as_owner(Path::new("rm"), &remove).and_then(|mut rm| output(&mut rm));
        if let Err(error) = stopped.and(removed.map(drop)) {
            eprintln!("the server of the tests is left behind: {error:#}");
        }
    }
}

/// The folder of the newest version, after installing it where that is possible; empty when the
/// programs are on the path.
fn programs() -> Result<PathBuf> {
    if let Some(found) = newest() {
        return Ok(found);
    }
    if works("initdb --version") && works("pg_ctl --version") {
        return Ok(PathBuf::new());
    }
    tools::debian_package("PostgreSQL", "postgresql", "postgresql")?;
    let found = newest();
    ensure!(found.is_some(), "{DEBIAN} has no version of PostgreSQL after it was installed");
    Ok(found.unwrap_or_default())
}

fn newest() -> Option<PathBuf> {
    let versions = fs::read_dir(DEBIAN).ok()?.flatten().filter_map(|entry| {
        let version: u32 = entry.file_name().to_str()?.parse().ok()?;
        let programs = entry.path().join("bin");
        programs.join("initdb").exists().then_some((version, programs))
    });
    versions.max().map(|(_, programs)| programs)
}

/// A program as whoever may own a server: PostgreSQL refuses to run as root.
fn as_owner(program: &Path, arguments: &str) -> Result<Command> {
    let root = output(&mut command("id -u"))?.trim() == "0";
    let user = if root { "runuser -u postgres -- " } else { "" };
    let mut command = command(&format!("{user}{} {arguments}", program.display()));
    // The root of the repository may be out of that user's reach.
    command.current_dir("/");
    Ok(command)
}
