//! Arguments: help, version, mistakes, and the small commands.

use crate::support::{COMMANDS, Cli};

#[track_caller]
fn check_usage(arguments: &str, expected: &str) {
    let run = Cli::new().run(arguments);
    assert_eq!((run.code, run.stdout.as_str()), (Some(2), ""), "{run}");
    assert!(run.stderr.contains(expected), "{run}");
}

#[test]
fn mistakes_are_named_on_standard_error() {
    check_usage("", "Usage: vitae");
    check_usage("chek", "'check'");
    check_usage("check a b", "unexpected argument 'b'");
    check_usage("check --fromat json", "'--format'");
    check_usage("completions tcl", "possible values");
}

#[test]
fn every_command_has_examples() {
    for command in COMMANDS {
        let run = Cli::new().run(&format!("{command} --help"));
        assert_eq!((run.code, run.stderr.as_str()), (Some(0), ""), "{run}");
        assert!(run.stdout.contains("Examples:\n  vitae"), "{run}");
        assert!(run.stdout.lines().all(|line| line.chars().count() <= 80), "{run}");
    }
}

#[test]
fn the_version_is_the_package_s() {
    let expected = format!("vitae {}\n", env!("CARGO_PKG_VERSION"));
    assert_eq!(Cli::new().run("-V").stdout, expected);
    assert_eq!(Cli::new().run("--version").stdout, expected);
}

#[test]
fn every_shell_has_completions() {
    for shell in ["bash", "elvish", "fish", "powershell", "zsh"] {
        let run = Cli::new().run(&format!("completions {shell}"));
        assert_eq!(run.code, Some(0), "{run}");
        assert!(run.stdout.contains("min-score"), "{shell}");
    }
}
