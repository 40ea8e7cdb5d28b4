//! Looks through the files of a folder: `VITAE_FIXTURES=DIR cargo test -p extract --test planted
//! -- --ignored --nocapture`.
#![allow(clippy::disallowed_methods, clippy::print_stdout, reason = "a tool for people")]

use std::path::{Path, PathBuf};

use document::{Kind, Limits};
use extract::read_document;

fn files(folder: &Path, found: &mut Vec<PathBuf>) {
    let Ok(entries) = std::fs::read_dir(folder) else { return };
    for path in entries.flatten().map(|entry| entry.path()) {
        if path.is_dir() {
            files(&path, found);
        } else if path.extension().is_some_and(|end| end == "pdf" || end == "docx") {
            found.push(path);
        }
    }
}

#[test]
#[ignore = "needs a folder of files"]
fn findings_of_a_folder() {
    let folder = std::env::var("VITAE_FIXTURES").expect("VITAE_FIXTURES");
    let mut found = Vec::new();
    files(Path::new(&folder), &mut found);
    found.sort();
    for path in found {
        let bytes = std::fs::read(&path).expect("a file");
        let name = path.to_string_lossy().into_owned();
        match document::read(&bytes, Kind::detect(Some(&name), &bytes), &Limits::default()) {
            Ok(document) => {
                for finding in read_document(&document).parsed.findings {
                    println!("{name}: {} {}", finding.rule, finding.message);
                }
            }
            Err(error) => println!("{name}: {error}"),
        }
    }
}
