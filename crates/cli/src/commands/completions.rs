//! `vitae completions`: scripts that let a shell complete our arguments.

use clap::CommandFactory;
use clap_complete::Shell;

use super::Cli;
use crate::exit::{Exit, Failure};
use crate::output;

/// Print a completion script for a shell.
#[derive(Debug, clap::Args)]
#[command(after_help = "\
Examples:
  vitae completions bash > ~/.local/share/bash-completion/completions/vitae
  vitae completions zsh > ~/.zfunc/_vitae
  vitae completions fish > ~/.config/fish/completions/vitae.fish")]
pub(crate) struct Args {
    /// The shell
    #[arg(value_enum)]
    shell: Shell,
}

pub(crate) fn run(args: &Args) -> Result<Exit, Failure> {
    let mut script = Vec::new();
    clap_complete::generate(args.shell, &mut Cli::command(), "vitae", &mut script);
    output::print_bytes(&script)?;
    Ok(Exit::Clean)
}
