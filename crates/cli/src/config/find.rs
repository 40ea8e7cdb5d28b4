//! Looking for `vitae.toml`: beside the resume, then in the folders above it.

use std::env;
use std::fs;
use std::path::{Path, PathBuf};

use super::NAME;

/// The nearest `vitae.toml`, and what people call it, seen from where `resume` was named.
///
/// The search ends at the root of a repository, else at the home folder, else beside the resume:
/// a file in somebody else's folder never decides.
pub(super) fn nearest(resume: &Path) -> Option<(PathBuf, String)> {
    let given = resume.parent().unwrap_or(Path::new(""));
    let folder = if given.as_os_str().is_empty() { Path::new(".") } else { given };
    let folder = fs::canonicalize(folder).ok()?;
    let home = env::home_dir().and_then(|home| fs::canonicalize(home).ok());
    let folders = searched(&folder, home.as_deref());
    let steps = folders.iter().position(|folder| folder.join(NAME).is_file())?;
    let shown = (0..steps).fold(given.to_owned(), |path, _| path.join("..")).join(NAME);
    Some((folders[steps].join(NAME), shown.display().to_string()))
}

/// `folder` and the folders above it that may decide, the nearest first.
fn searched<'a>(folder: &'a Path, home: Option<&Path>) -> Vec<&'a Path> {
    let above: Vec<&Path> = folder.ancestors().collect();
    let repository = above.iter().position(|folder| folder.join(".git").exists());
    let home = || above.iter().position(|folder| Some(*folder) == home);
    let last = repository.or_else(home).unwrap_or(0);
    above.into_iter().take(last + 1).collect()
}
