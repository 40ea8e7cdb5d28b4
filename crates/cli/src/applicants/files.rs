//! Which files are meant by a folder.

use std::fs;
use std::path::{Path, PathBuf};

use crate::exit::Failure;
use crate::input::{can_be_resume, reason};

/// Folders inside each other that are looked into.
const DEPTH: usize = 8;

/// Most files of one run; more than any opening gets.
const MOST: usize = 100_000;

/// Files to read, and files that were left where they are.
#[derive(Debug, Default)]
pub(crate) struct Files {
    /// To read, in the order of their names.
    pub(crate) read: Vec<PathBuf>,
    /// Files of a folder that are no document, in the order of their names.
    pub(crate) left: Vec<PathBuf>,
}

/// The files that `paths` name: a file as it is, of a folder every document in it and in its
/// folders. What begins with a full stop and what a link leads to is left out, each file is read once.
pub(crate) fn files(paths: &[PathBuf]) -> Result<Files, Failure> {
    let mut files = Files::default();
    for path in paths {
        if path.is_dir() {
            walk(path, DEPTH, &mut files)?;
        } else {
            files.read.push(path.clone());
        }
    }
    for list in [&mut files.read, &mut files.left] {
        list.sort();
        list.dedup();
    }
    if files.read.is_empty() {
        let shown: Vec<String> = paths.iter().map(|path| format!("`{}`", path.display())).collect();
        return Err(Failure::new(format!("no resume in {}", shown.join(", ")))
            .hint("name files, or a folder with PDF, DOCX, ODT, RTF, HTML, text, YAML or JSON"));
    }
    Ok(files)
}

fn walk(folder: &Path, depth: usize, files: &mut Files) -> Result<(), Failure> {
    let failed = |error: std::io::Error| {
        Failure::new(format!("`{}` cannot be read: {}", folder.display(), reason(&error)))
    };
    for entry in fs::read_dir(folder).map_err(failed)? {
        let entry = entry.map_err(failed)?;
        if entry.file_name().to_string_lossy().starts_with('.') {
            continue;
        }
        let path = entry.path();
        let kind = entry.file_type().map_err(failed)?;
        if kind.is_dir() && depth > 0 {
            walk(&path, depth - 1, files)?;
        } else if kind.is_file() {
            if can_be_resume(&path) { &mut files.read } else { &mut files.left }.push(path);
        }
        if files.read.len() > MOST {
            return Err(Failure::new(format!("more than {MOST} files"))
                .hint("name a folder that holds the applications of one job"));
        }
    }
    Ok(())
}
