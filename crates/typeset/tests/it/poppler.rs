//! What an independent reader makes of a PDF: `pdftotext` and `pdfinfo` of poppler.

#![allow(clippy::disallowed_methods, clippy::print_stderr, reason = "runs poppler's programs")]

use std::env;
use std::io::{ErrorKind, Write as _};
use std::process::{Command, Stdio};

/// What a program of poppler prints about a PDF.
///
/// `None` when the program is not installed, except in CI, where it must be.
pub(super) fn run(program: &str, options: &[&str], pdf: &[u8]) -> Option<String> {
    let child = Command::new(program)
        .args(options)
        .arg("-")
        .args((program == "pdftotext").then_some("-"))
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .spawn();
    let mut child = match child {
        Err(error) if error.kind() == ErrorKind::NotFound => {
            assert!(env::var_os("CI").is_none(), "{program} (poppler-utils) is not installed");
            eprintln!("SKIPPED: {program} (poppler-utils) is not installed");
            return None;
        }
        child => child.expect("poppler starts"),
    };
    child.stdin.take().expect("a pipe").write_all(pdf).expect("poppler reads its input");
    let output = child.wait_with_output().expect("poppler ends");
    assert!(output.status.success(), "{program} failed: {}", output.status);
    // `pdfinfo` prints the titles of headings as the raw UTF-16 of the file.
    Some(String::from_utf8_lossy(&output.stdout).into_owned())
}

/// The text in reading order; pages end with a form feed.
pub(super) fn text(pdf: &[u8]) -> Option<String> {
    run("pdftotext", &["-enc", "UTF-8"], pdf)
}
