//! `cargo xtask ci`: the tests, and the program as it is shipped.

use std::fs;

use anyhow::{Context, Result, ensure};

use crate::repository::target;
use crate::run::{command, output, run};
use crate::steps::Steps;
use crate::test;

/// Does the steps in `wanted`, all when it is empty.
pub(crate) fn run_task(wanted: &[&str]) -> Result<()> {
    let mut steps = Steps::new(wanted);
    test::run_steps(&mut steps);
    steps.step("release", || run(&mut command("cargo build --release --package cli")));
    steps.step("smoke", smoke);
    steps.summary()
}

/// From an example to a report and a PDF, as the README shows it.
fn smoke() -> Result<()> {
    let folder = target().join("smoke");
    if folder.exists() {
        fs::remove_dir_all(&folder).context("smoke folder")?;
    }
    fs::create_dir_all(&folder).context("smoke folder")?;
    let vitae = target().join("release/vitae");
    let vitae = |line: &str| {
        let mut command = command(&format!("{} {line}", vitae.display()));
        command.current_dir(&folder);
        command
    };
    run(&mut vitae("new --stage mid"))?;
    run(&mut vitae("check --min-score 80"))?;
    let report = output(&mut vitae("check --format json"))?;
    ensure!(report.contains("\"verdict\": \"advance\""), "the mid-level example does not advance");
    run(&mut vitae("build"))?;
    let pdf = fs::read(folder.join("resume.pdf")).context("resume.pdf")?;
    ensure!(pdf.starts_with(b"%PDF-"), "resume.pdf is not a PDF");
    Ok(())
}
