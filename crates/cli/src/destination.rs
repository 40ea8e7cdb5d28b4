//! Writing results: all or nothing, and never over an existing file unasked.

use std::fs;
use std::io::{self, ErrorKind, Write};
use std::path::{Path, PathBuf};

use crate::exit::Failure;
use crate::input::reason;
use crate::output;

/// Where a result goes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Destination {
    /// Standard output, written `-`.
    Stdout,
    /// A file.
    File(PathBuf),
}

impl Destination {
    /// Reads the value of `-o`.
    pub(crate) fn new(path: &Path) -> Self {
        if path == Path::new("-") { Self::Stdout } else { Self::File(path.to_owned()) }
    }

    /// True when both name one place.
    pub(crate) fn is(&self, other: &Self) -> bool {
        let (Self::File(one), Self::File(other)) = (self, other) else { return self == other };
        // Neither may exist yet, but its folder does.
        let place =
            |path: &Path| Some(fs::canonicalize(folder_of(path)).ok()?.join(path.file_name()?));
        one == other || place(one).is_some_and(|one| place(other) == Some(one))
    }

    /// The path of a file.
    pub(crate) fn path(&self) -> Option<&Path> {
        match self {
            Self::Stdout => None,
            Self::File(path) => Some(path),
        }
    }

    /// The place of one of `count` pages: `cv.png` when it is the only one, else `cv-1.png`.
    pub(crate) fn of_page(&self, index: usize, count: usize) -> Self {
        let Self::File(path) = self else { return Self::Stdout };
        if count == 1 {
            return self.clone();
        }
        let mut name = path.file_stem().unwrap_or_default().to_owned();
        name.push(format!("-{}.", index + 1));
        name.push(path.extension().unwrap_or_default());
        Self::File(path.with_file_name(name))
    }

    /// Refuses early what [`Destination::write`] would refuse late, before any work is done.
    ///
    /// `source` is the file the result is made from: it is never overwritten.
    pub(crate) fn check(&self, force: bool, source: Option<&Path>) -> Result<(), Failure> {
        let Self::File(path) = self else { return Ok(()) };
        if path.is_dir() {
            return Err(Failure::new(format!("`{}` is a directory", path.display()))
                .hint("name a file with `-o FILE`"));
        }
        if path.exists() && !path.is_file() {
            // A device or pipe would be replaced by the rename.
            return Err(Failure::new(format!("`{}` is not a regular file", path.display()))
                .hint("`-o -` writes to standard output"));
        }
        if source.is_some_and(|source| same_file(source, path)) {
            return Err(Failure::new(format!(
                "`{}` is the source itself and would be lost",
                path.display()
            ))
            .hint("name another file with `-o FILE`"));
        }
        let folder = folder_of(path);
        if !folder.is_dir() {
            return Err(Failure::new(format!("folder `{}` does not exist", folder.display()))
                .hint("create it first, or name another file with `-o FILE`"));
        }
        if path.exists() && !force {
            return Err(exists(path));
        }
        Ok(())
    }

    /// Writes `bytes`. A file appears whole or not at all: it is written beside its place and
    /// renamed.
    pub(crate) fn write(&self, bytes: &[u8], force: bool) -> Result<(), Failure> {
        let Self::File(path) = self else { return output::print_bytes(bytes) };
        let cannot = |error: &io::Error| {
            Failure::new(format!("`{}` cannot be written: {}", path.display(), reason(error)))
        };
        let mut beside = tempfile::Builder::new()
            .prefix(".vitae-")
            .permissions_of(path)
            .tempfile_in(folder_of(path))
            .map_err(|error| cannot(&error))?;
        beside.write_all(bytes).map_err(|error| cannot(&error))?;
        if let Some(found) = fs::metadata(path).ok().filter(|_| force) {
            // The process's mask took some of the rights that the file had.
            beside
                .as_file()
                .set_permissions(found.permissions())
                .map_err(|error| cannot(&error))?;
        }
        let renamed = if force { beside.persist(path) } else { beside.persist_noclobber(path) };
        match renamed {
            Ok(_) => Ok(()),
            Err(error) if error.error.kind() == ErrorKind::AlreadyExists => Err(exists(path)),
            Err(error) => Err(cannot(&error.error)),
        }
    }
}

impl Destination {
    /// As [`Destination::write`], for private data that is too large for memory: `make` writes it at
    /// a path that does not exist yet. Only you can read the result. Of a file only.
    pub(crate) fn write_beside<T>(
        &self,
        force: bool,
        make: impl FnOnce(&Path) -> Result<T, Failure>,
    ) -> Result<T, Failure> {
        let Self::File(path) = self else {
            return Err(Failure::new("standard output cannot take this").hint("name a file"));
        };
        let cannot = |error: io::Error| {
            Failure::new(format!("`{}` cannot be written: {}", path.display(), reason(&error)))
        };
        let beside = tempfile::Builder::new().prefix(".vitae-").tempdir_in(folder_of(path));
        let beside = beside.map_err(cannot)?;
        let unnamed = beside.path().join("new");
        let made = make(&unnamed)?;
        let file = fs::File::options().read(true).write(true).open(&unnamed).map_err(cannot)?;
        #[cfg(unix)]
        {
            use std::os::unix::fs::PermissionsExt;
            file.set_permissions(fs::Permissions::from_mode(0o600)).map_err(cannot)?;
        }
        // It is relied on when something else is lost, so it has to be on the disk.
        file.sync_all().map_err(cannot)?;
        if path.exists() && !force {
            return Err(exists(path));
        }
        fs::rename(&unnamed, path).map_err(cannot)?;
        Ok(made)
    }
}

/// Private files are the default of `tempfile`; a result is as readable as any new file.
trait Permissions {
    fn permissions_of(&mut self, path: &Path) -> &mut Self;
}

impl Permissions for tempfile::Builder<'_, '_> {
    #[cfg(unix)]
    fn permissions_of(&mut self, path: &Path) -> &mut Self {
        use std::os::unix::fs::PermissionsExt;
        // The process's mask still applies, as for any file that is created.
        let mode = fs::metadata(path).map_or(0o666, |found| found.permissions().mode() & 0o777);
        self.permissions(fs::Permissions::from_mode(mode))
    }

    #[cfg(not(unix))]
    fn permissions_of(&mut self, _: &Path) -> &mut Self {
        self
    }
}

fn exists(path: &Path) -> Failure {
    Failure::new(format!("`{}` exists already", path.display()))
        .hint("`--force` overwrites it; `-o FILE` writes somewhere else")
}

fn folder_of(path: &Path) -> &Path {
    match path.parent() {
        Some(folder) if !folder.as_os_str().is_empty() => folder,
        _ => Path::new("."),
    }
}

fn same_file(a: &Path, b: &Path) -> bool {
    matches!((fs::canonicalize(a), fs::canonicalize(b)), (Ok(a), Ok(b)) if a == b)
}
