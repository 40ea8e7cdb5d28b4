//! The database of the web app: where it is, and work on it from a command.

use std::env;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use store::{Store, StoreError};

use crate::exit::Failure;
use crate::input::reason;

/// Which database.
#[derive(Clone, Debug, Default, clap::Args)]
pub(crate) struct DataArgs {
    /// The database: a file of SQLite, or the address of PostgreSQL; otherwise vitae/vitae.db in
    /// your folder for data (`$XDG_DATA_HOME`, `~/.local/share`)
    #[arg(long, value_name = "FILE|URL")]
    data: Option<String>,
}

impl DataArgs {
    /// The address of the database; the folder of a file is made, for you alone.
    pub(crate) fn address(&self) -> Result<String, Failure> {
        let named = self.data.as_deref();
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

    /// As [`DataArgs::address`], of a database that is there already.
    pub(crate) fn existing(&self) -> Result<String, Failure> {
        let address = self.address()?;
        let file = address.strip_prefix("sqlite:").map(Path::new);
        match file.filter(|file| !file.exists()) {
            Some(file) => Err(Failure::new(format!("there is no database `{}`", file.display()))
                .hint("`vitae serve` makes one; `--data` names another")),
            None => Ok(address),
        }
    }
}

/// Does some work on a store, and closes it.
pub(crate) fn with_store<T>(
    address: &str,
    work: impl AsyncFnOnce(&Store) -> Result<T, StoreError>,
) -> Result<T, Failure> {
    let done = store::block_on(async {
        let store = Store::open(address).await?;
        let done = work(&store).await;
        store.close().await;
        done
    });
    done.map_err(|error| Failure::new(error.to_string()))
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
