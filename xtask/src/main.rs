//! The project's own tasks. `cargo xtask` without a task lists them.

#![expect(
    clippy::disallowed_methods,
    clippy::print_stdout,
    clippy::print_stderr,
    reason = "tasks run programs, read and write the repository, and talk to a person"
)]

mod api;
mod bench;
mod browser;
mod ci;
mod codegen;
mod coverage;
mod load;
mod new_rule;
mod new_template;
mod postgres;
mod repository;
mod run;
mod server;
mod steps;
mod test;
mod tidy;
mod tools;

use std::path::Path;
use std::process::ExitCode;

use anyhow::{Result, bail};

const USAGE: &str = "\
Usage: cargo xtask TASK

  test [STEP...]    everything a change has to pass; only these steps when named
  ci [STEP...]      test, a release build, and the way from an example to a PDF on it
  codegen [--check] rewrite what is generated; with --check, fail when something would change
  tidy              the house rules that no compiler knows
  new-rule [--job] NAME
                    skeleton of a lint rule, for resumes or for jobs, listed in its module
  new-template NAME skeleton of a template that compiles
  coverage          share of lines that the tests run; fails below the floor
  corpus FOLDER [RULE...]
                    every rule over resumes below a folder; the findings of a rule when named
  accuracy --fixtures DIR [--layout PART] [--misses [--field NAME]]
                    fields read right in the documents below a folder; what is wrong instead;
                    --markdown for a page, --predictions FILE to write what was read,
                    --scored FILE to measure the fields that another reader found
  bench [--rendercv PROGRAM]
                    measure whole runs of the release build, write docs/benchmarks.md
  bench ranking     measure only the ranking of 1,000 applications
  bench --load [FOLDER]
                    the web app under load; the resumes of a folder are checked, too
";

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    match dispatch(&arguments.iter().map(String::as_str).collect::<Vec<_>>()) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("error: {error:#}");
            ExitCode::FAILURE
        }
    }
}

fn dispatch(arguments: &[&str]) -> Result<()> {
    match arguments {
        [] | ["help" | "--help" | "-h"] => {
            print!("{USAGE}");
            Ok(())
        }
        ["test", steps @ ..] => test::run_task(steps),
        ["ci", steps @ ..] => ci::run_task(steps),
        ["codegen"] => codegen::run_task(codegen::Mode::Write),
        ["codegen", "--check"] => codegen::run_task(codegen::Mode::Check),
        ["tidy"] => tidy::run(),
        ["new-rule", "--job", name] => new_rule::run(name, new_rule::About::Jobs),
        ["new-rule", name] => new_rule::run(name, new_rule::About::Resumes),
        ["new-template", name] => new_template::run(name),
        ["coverage"] => coverage::run(),
        ["corpus", arguments @ ..] => corpus(arguments),
        ["accuracy", arguments @ ..] => accuracy(arguments),
        ["bench"] => bench::run(None),
        ["bench", "ranking"] => bench::ranking(),
        ["bench", "--load"] => load::run(None),
        ["bench", "--load", folder] => load::run(Some(Path::new(folder))),
        ["bench", "--rendercv", program] => bench::run(Some(program)),
        other => bail!("there is no task `{}`\n\n{USAGE}", other.join(" ")),
    }
}

/// A program of its own, because it links the readers that it measures.
fn accuracy(arguments: &[&str]) -> Result<()> {
    let program =
        "cargo run --quiet --release --package xtask --features accuracy --bin accuracy --";
    run::run(run::command(program).args(arguments))
}

/// A program of its own, because it links the crates whose rules it runs.
fn corpus(arguments: &[&str]) -> Result<()> {
    let program = "cargo run --quiet --release --package xtask --features corpus --bin corpus --";
    run::run(run::command(program).args(arguments))
}
