//! Makes a fingerprint of everything that decides what is read from a document, so that what one
//! build kept is never taken for the work of another.

#![expect(clippy::disallowed_methods, reason = "how a build script talks")]

use std::error::Error;
use std::fs;
use std::path::{Path, PathBuf};

use sha2::{Digest, Sha256};

type Result<T> = std::result::Result<T, Box<dyn Error>>;

fn main() -> Result<()> {
    let mut sources = vec![PathBuf::from("../../Cargo.lock"), PathBuf::from("../../roles")];
    // All crates and not only those that read today: nobody has to remember this list.
    for entry in fs::read_dir("..")? {
        let folder = entry?.path();
        let parts = ["src", "build", "build.rs"].map(|part| folder.join(part));
        sources.extend(parts.into_iter().filter(|part| part.exists()));
    }
    let mut files = Vec::new();
    for source in sources {
        println!("cargo::rerun-if-changed={}", source.display());
        collect(&source, &mut files)?;
    }
    files.sort();
    let mut hash = Sha256::new();
    for file in files {
        let bytes = fs::read(&file)?;
        hash.update(format!("{} {}\n", file.display(), bytes.len()));
        hash.update(bytes);
    }
    let hex = hash.finalize().iter().fold(String::new(), |hex, byte| hex + &format!("{byte:02x}"));
    println!("cargo::rustc-env=VITAE_SOURCES={hex}");
    Ok(())
}

/// The files at and below `path`.
fn collect(path: &Path, files: &mut Vec<PathBuf>) -> Result<()> {
    if path.is_dir() {
        for entry in fs::read_dir(path)? {
            collect(&entry?.path(), files)?;
        }
    } else {
        files.push(path.to_owned());
    }
    Ok(())
}
