//! `cargo xtask test`: everything a change has to pass, on a person's machine and in CI alike.

use std::process::Command;

use anyhow::Result;

use crate::codegen::{self, Mode};
use crate::postgres::{self, Server};
use crate::run::{command, run, works};
use crate::steps::Steps;
use crate::{api, browser, tidy, tools};

/// Does the steps in `wanted`, all when it is empty: the quick ones first.
///
/// Advisories are not checked here: their database is a repository that needs a network.
/// `cargo deny check advisories` does it.
pub(crate) fn run_steps(steps: &mut Steps) {
    steps.step("format", || run(&mut command("cargo fmt --all --check -- -l")));
    steps.step("tidy", tidy::run);
    steps.step("codegen", || codegen::run_task(Mode::CheckWithoutCli));
    steps.step("typos", || run(&mut in_root(Command::new(tools::typos()?))));
    steps.step("machete", || {
        tools::cargo_tool("machete")?;
        run(&mut command("cargo machete"))
    });
    steps.step("deny", || {
        tools::cargo_tool("deny")?;
        run(&mut command("cargo deny --all-features check licenses bans sources"))
    });
    steps.step("clippy", || {
        run(&mut command(
            "cargo clippy --workspace --all-targets --all-features -- --deny warnings",
        ))
    });
    steps.step("doc", || {
        // Links to private items help who reads the source; the pages are not published.
        let flags = "--deny warnings --allow rustdoc::private_intra_doc_links \
                     --allow rustdoc::redundant_explicit_links";
        run(command("cargo doc --workspace --no-deps").env("RUSTDOCFLAGS", flags))
    });
    steps.step("doc-tests", || run(&mut command("cargo test --workspace --doc")));
    steps.step("tests", || {
        tools::debian("pdftotext", "poppler-utils", "poppler")?;
        tools::debian("nvim", "neovim", "neovim")?;
        let server = Server::if_possible()?;
        let tests = |line| -> Result<()> {
            let mut tests = command(line);
            tests.env("PYTHONPATH", tools::readers()?);
            tests.envs(server.iter().map(|server| (postgres::VARIABLE, server.address())));
            run(&mut tests)
        };
        if !works("cargo nextest --version") {
            return tests("cargo test --workspace --lib --bins --tests --no-fail-fast");
        }
        tests("cargo nextest run --workspace --exclude typeset --no-fail-fast")?;
        // Its tests share pages that take a minute to set; nextest would set them for each.
        run(&mut command("cargo test --package typeset --lib"))
    });
    steps.step("browser", browser::run);
    steps.step("api", api::run);
}

/// The task.
pub(crate) fn run_task(wanted: &[&str]) -> Result<()> {
    let mut steps = Steps::new(wanted);
    run_steps(&mut steps);
    steps.summary()
}

fn in_root(mut command: Command) -> Command {
    command.current_dir(crate::repository::root());
    command
}
