//! `cargo xtask codegen`: rewrites what is made from other files and committed.
//!
//! - `crates/lint/src/rules/mod.rs` lists the rules, `rules/job/mod.rs` those for jobs: the files
//!   beside it.
//! - `schema/*.json` and `docs/rules.md` come from the types and the rules' documentation, by the
//!   program `published` of this package.
//! - `docs/cli.md` comes from the command's own help, by a test of the command;
//!   `docs/openapi.json` from the handlers of the API, by a test of `web`.

mod rule_list;

use anyhow::Result;

pub(crate) use rule_list::{FOLDER as RULES, JOB_FOLDER as JOB_RULES, run as list_rules};

use crate::run::{command, run};

/// What to do with files that are not as they should be.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Mode {
    /// Rewrite them.
    Write,
    /// Fail.
    Check,
    /// Fail, and leave the command's help to its own tests, which run anyway.
    CheckWithoutCli,
}

/// The task.
pub(crate) fn run_task(mode: Mode) -> Result<()> {
    list_rules(mode)?;
    let check = if mode == Mode::Write { "" } else { "-- --check" };
    run(&mut command(&format!(
        "cargo run --quiet --package xtask --features published --bin published {check}"
    )))?;
    if mode != Mode::CheckWithoutCli {
        for tests in ["--package cli --test it published", "--package web --lib published"] {
            let mut test = command(&format!("cargo test {tests}"));
            run(test.env("VITAE_BLESS", if mode == Mode::Write { "1" } else { "0" }))?;
        }
    }
    Ok(())
}
