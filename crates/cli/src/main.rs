//! The `vitae` command: reads files and arguments, asks the crates below, shows what they say.
//!
//! A subcommand is a file in `commands`, an output format a file in `output`. Files, the clock and
//! the environment are touched in this crate and nowhere below it.

#![expect(
    clippy::disallowed_methods,
    reason = "the command line is the edge where files, clock and environment are allowed"
)]

mod applicants;
mod baseline;
mod commands;
mod config;
mod database;
mod destination;
mod exit;
mod gate;
mod input;
mod local;
mod look;
mod output;
mod review;
mod shape;
mod team;
mod today;
mod variant;
mod written;

use std::process::ExitCode;

use clap::Parser;

use commands::Cli;
use exit::Exit;

fn main() -> ExitCode {
    // A worker has to be one before any thread starts, and knows no other arguments.
    if let Some(code) = sandbox::worker(&[]) {
        return code;
    }
    let cli = match Cli::try_parse() {
        Ok(cli) => cli,
        Err(usage) => {
            // Help and version come this way too. A reader that went away is not an error.
            let _ = usage.print();
            if usage.use_stderr() {
                output::failure::show_usage(&usage, std::env::args_os());
            }
            return if usage.use_stderr() { Exit::CannotRun } else { Exit::Clean }.into();
        }
    };
    match cli.command.run() {
        Ok(exit) => exit.into(),
        Err(failure) => {
            output::failure::show(&failure);
            Exit::CannotRun.into()
        }
    }
}
