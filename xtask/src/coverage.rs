//! `cargo xtask coverage`: the share of lines that the tests run, and the floor below which it may
//! not fall. Builds everything once more with instruments, so it is no step of `test`.

use anyhow::{Context, Result};

use crate::run::{command, output, run as run_program, works};
use crate::tools;

/// Percent of the workspace's lines.
const FLOOR: u32 = 87;

/// The task.
pub(crate) fn run() -> Result<()> {
    tools::cargo_tool("llvm-cov")?;
    let mut cover = command("cargo llvm-cov --workspace --summary-only --fail-under-lines");
    cover.arg(FLOOR.to_string());
    // Without rustup's own `llvm-tools`, Debian's of the same major version read the profiles.
    if !works("rustup which llvm-cov") {
        let version = llvm_version()?;
        tools::debian(&format!("llvm-cov-{version}"), &format!("llvm-{version}"), "llvm")?;
        cover.env("LLVM_COV", format!("/usr/bin/llvm-cov-{version}"));
        cover.env("LLVM_PROFDATA", format!("/usr/bin/llvm-profdata-{version}"));
    }
    run_program(&mut cover)
}

/// The major version of LLVM that the compiler was built with.
fn llvm_version() -> Result<String> {
    let verbose = output(&mut command("rustc --version --verbose"))?;
    let version = verbose.lines().find_map(|line| line.strip_prefix("LLVM version: "));
    let major = version.and_then(|version| version.split('.').next());
    Ok(major.context("rustc does not tell its LLVM version")?.to_owned())
}
