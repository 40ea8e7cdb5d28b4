//! What readers that nobody here wrote make of our files: `pypdf` and `PyMuPDF` of a PDF,
//! `python-docx` of a Word file. (poppler reads every page of every template in the tests of `typeset`.)

#![allow(clippy::print_stderr, reason = "a test that cannot run says so")]

use std::env;
use std::path::Path;
use std::process::Command;

use extract::{LossKind, verify};
use resume::Stage;
use resume::outline::Outline;
use roles::RolePack;

use crate::support::Cli;

const SCRIPT: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/it/strangers.py");

/// The text that `reader` finds; `None` when it is not installed, except in CI, where it must be.
fn text(reader: &str, file: &Path) -> Option<String> {
    let run = Command::new("python3").arg(SCRIPT).arg(reader).arg(file).output();
    match run {
        Ok(run) if run.status.success() => {
            Some(String::from_utf8(run.stdout).expect("the script writes UTF-8"))
        }
        other => {
            assert!(env::var_os("CI").is_none(), "{reader} did not run: {other:?}");
            eprintln!("SKIPPED: {reader} is not installed; `cargo xtask test tests` installs it");
            None
        }
    }
}

/// Builds every example with `arguments` to `name` and asks each of the readers.
fn check(arguments: &str, name: &str, readers: &[&str], in_order: bool) {
    for stage in Stage::ALL {
        let yaml = RolePack::example(stage).expect("every stage has an example");
        let cli = Cli::new().file("cv.yaml", yaml);
        let run = cli.run(&format!("build cv.yaml {arguments} -o {name}"));
        assert_eq!(run.code, Some(0), "{run}");
        let format = extract::Format::Yaml;
        let parsed = extract::read(yaml.as_bytes(), format, &extract::Limits::default());
        let outline = Outline::of(&parsed.expect("an example is read").resume);
        for reader in readers {
            let Some(text) = text(reader, &cli.path(name)) else { return };
            let mut losses = verify(&outline.leaves(), &text);
            losses.retain(|loss| in_order || loss.kind != LossKind::OutOfOrder);
            assert_eq!(losses, [], "{stage} {arguments} by {reader}");
        }
    }
}

#[test]
fn pdfs_are_read_by_others() {
    for template in ["classic", "compact", "modern", "minimal", "terminal"] {
        let arguments = format!("--template {template}");
        check(&arguments, "cv.pdf", &["pypdf", "PyMuPDF"], true);
    }
}

/// Templates with an order of their own.
#[test]
fn pdfs_in_another_order_are_read_by_others() {
    for template in ["academic", "columns"] {
        let arguments = format!("--template {template}");
        check(&arguments, "cv.pdf", &["pypdf", "PyMuPDF"], false);
    }
}

#[test]
fn word_files_are_read_by_others() {
    check("", "cv.docx", &["python-docx"], true);
}
