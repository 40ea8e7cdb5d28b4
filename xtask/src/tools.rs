//! The programs that `cargo xtask test` runs beside Cargo's own, and how each is had.
//!
//! On Debian everything missing is installed; elsewhere the message says what to install.

use std::path::PathBuf;

use anyhow::Result;

use crate::repository::target;
use crate::run::{command, run, works};
use crate::steps::CannotRun;

/// A Cargo subcommand from crates.io, built once and kept in Cargo's own folder. The debug build
/// of such a tool is made in a third of the time and is fast enough for this repository.
pub(crate) fn cargo_tool(name: &str) -> Result<()> {
    if works(&format!("cargo {name} --version")) {
        return Ok(());
    }
    run(&mut command(&format!("cargo install --quiet --locked --debug cargo-{name}"))).map_err(
        |error| {
            let advice = format!("`cargo install --locked cargo-{name}` did not work");
            CannotRun(format!("cargo-{name} is missing and {advice}: {error:#}")).into()
        },
    )
}

/// The spelling checker: the one on the path, else its wheel unpacked under `target`.
pub(crate) fn typos() -> Result<PathBuf> {
    if works("typos --version") {
        return Ok("typos".into());
    }
    let folder = target().join("tools/typos");
    let program = folder.join("bin/typos");
    if !program.exists() {
        let mut pip = command("python3 -m pip install --quiet --disable-pip-version-check");
        run(pip.arg("--target").arg(&folder).arg("typos")).map_err(|error| {
            CannotRun(format!(
                "typos is missing; `cargo install --locked typos-cli` installs it too: {error:#}"
            ))
        })?;
    }
    Ok(program)
}

/// Readers of PDF and Word files that others wrote, as a folder for `PYTHONPATH`. Debian's are too
/// old: its pypdf takes kerning for spaces.
pub(crate) fn readers() -> Result<PathBuf> {
    let folder = target().join("tools/readers");
    if !folder.join("docx").exists() {
        let mut pip = command("python3 -m pip install --quiet --disable-pip-version-check");
        run(pip
            .arg("--target")
            .arg(&folder)
            .args(["pypdf>=5", "pymupdf>=1.24", "python-docx>=1.1"]))
        .map_err(|error| {
            CannotRun(format!("pypdf, PyMuPDF and python-docx are missing: {error:#}"))
        })?;
    }
    Ok(folder)
}

/// The library that makes requests of an `OpenAPI` document, as a folder for `PYTHONPATH`. Its version is
/// fixed, because a newer one asks other things.
pub(crate) fn schemathesis() -> Result<PathBuf> {
    const VERSION: &str = "4.32.5";
    let folder = target().join("tools/schemathesis");
    if !folder.join(format!("schemathesis-{VERSION}.dist-info")).exists() {
        let mut pip =
            command("python3 -m pip install --quiet --disable-pip-version-check --upgrade");
        let wanted = format!("schemathesis=={VERSION}");
        run(pip.arg("--target").arg(&folder).arg(wanted))
            .map_err(|error| CannotRun(format!("schemathesis {VERSION} is missing: {error:#}")))?;
    }
    Ok(folder)
}

/// A program of a Debian package; `formula` is what Homebrew calls it.
pub(crate) fn debian(program: &str, package: &str, formula: &str) -> Result<()> {
    if ["-v", "--version"].iter().any(|flag| works(&format!("{program} {flag}"))) {
        return Ok(());
    }
    debian_package(program, package, formula)
}

/// Installs a Debian package that is missing; `what` is what people call it.
pub(crate) fn debian_package(what: &str, package: &str, formula: &str) -> Result<()> {
    let sudo = if works("sudo -n true") { "sudo -n " } else { "" };
    let install = || {
        run(&mut command(&format!("{sudo}apt-get update -qq")))?;
        run(&mut command(&format!(
            "{sudo}apt-get install -y -qq --no-install-recommends {package}"
        )))
    };
    let reason = match works("apt-get --version").then(install) {
        Some(Ok(())) => return Ok(()),
        Some(Err(error)) => format!("{error:#}"),
        None => "this system has no apt-get".to_owned(),
    };
    let message = format!("`{what}` is missing; install {package} (macOS: brew install {formula})");
    Err(CannotRun(format!("{message}: {reason}")).into())
}
