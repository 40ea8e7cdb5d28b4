//! Rules about single files: their head, their size, words that must not stay.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};

use crate::repository::root;

/// Lines of a Rust file at most; a longer one holds a second file.
const MOST_LINES: usize = 400;
/// Bytes of any file at most; larger ones slow every clone down for ever.
const MOST_BYTES: usize = 1_000_000;

/// Words that open a comment about work that is not finished.
const UNFINISHED: [&str; 3] = ["TODO", "FIXME", "XXX"];

/// Names of one machine and its services. A copy of the repository must not depend on them.
const LOCAL: [&str; 4] = [
    concat!("/work", "/main"),
    concat!("/work", "/shared"),
    concat!("..", "/shared/"),
    concat!("arti", "factory/api"),
];

/// Breaches as `path:line: what`.
pub(super) fn check(files: &[PathBuf]) -> Result<Vec<String>> {
    let mut breaches = Vec::new();
    for path in files {
        let bytes = fs::read(root().join(path)).with_context(|| path.display().to_string())?;
        breaches.extend(check_file(path, &bytes));
    }
    Ok(breaches)
}

fn check_file(path: &Path, bytes: &[u8]) -> Vec<String> {
    let mut breaches = Vec::new();
    let mut breach = |line: usize, what: String| {
        breaches.push(format!("{}:{line}: {what}", path.display()));
    };
    if bytes.len() > MOST_BYTES {
        breach(1, format!("{} bytes are more than {MOST_BYTES}", bytes.len()));
    }
    // A file that is not text has no words.
    let Ok(text) = str::from_utf8(bytes) else { return breaches };
    let is_rust = path.extension().is_some_and(|extension| extension == "rs");
    if is_rust && !text.starts_with("//!") {
        breach(1, "a Rust file opens with `//!` and what it is for".to_owned());
    }
    let lines = text.lines().count();
    if is_rust && lines > MOST_LINES {
        breach(lines, format!("{lines} lines are more than {MOST_LINES}; split the file"));
    }
    for (index, line) in text.lines().enumerate() {
        for name in LOCAL.iter().filter(|name| line.contains(**name)) {
            breach(index + 1, format!("`{name}` must not be committed"));
        }
        if is_rust && let Some(word) = unfinished(line) {
            breach(index + 1, format!("`{word}`: finish it, or file an issue"));
        }
    }
    breaches
}

/// The word for unfinished work that a comment of `line` opens with. Documentation may speak of
/// such words, and rules look for them in resumes.
fn unfinished(line: &str) -> Option<&'static str> {
    let (_, comment) = line.split_once("//")?;
    UNFINISHED.into_iter().find(|word| comment.trim_start().starts_with(word))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(path: &str, text: &str, expected: &[&str]) {
        assert_eq!(check_file(Path::new(path), text.as_bytes()), expected);
    }

    #[test]
    fn clean_files_pass() {
        check("a.rs", "//! A.\nfn main() {}\n", &[]);
        check("a.rs", "//! A.\n/// A `TODO` of the page.\nlet word = \"TODO\";\n", &[]);
        check("a.md", concat!("/", "/ TODO: prose may say it\n"), &[]);
        check("a.json", "{\"pointer\": \"/work/0/highlights\"}", &[]);
    }

    #[test]
    fn breaches_are_named_with_their_line() {
        check("a.rs", "fn f() {}\n", &["a.rs:1: a Rust file opens with `//!` and what it is for"]);
        let open = concat!("//! A.\n\nf(); /", "/ TODO more\n");
        check("a.rs", open, &["a.rs:3: `TODO`: finish it, or file an issue"]);
        let local = concat!("see /work", "/shared\n");
        let breach = concat!("a.md:1: `/work", "/shared` must not be committed");
        check("a.md", local, &[breach]);
        let long = "//! A.\n".repeat(MOST_LINES + 1);
        check("a.rs", &long, &["a.rs:401: 401 lines are more than 400; split the file"]);
        let large = "x".repeat(MOST_BYTES + 1);
        check("a.txt", &large, &["a.txt:1: 1000001 bytes are more than 1000000"]);
    }
}
