//! `vitae doctor`: what it says of this machine, and when it is content.

use serde_json::Value;

use crate::support::Cli;

fn checkup(cli: &Cli) -> (Option<i32>, Value) {
    let run = cli.run("doctor --format json");
    (run.code, serde_json::from_str(&run.stdout).unwrap_or_else(|_| panic!("{run}")))
}

#[test]
fn everything_is_tried_and_named() {
    let cli = Cli::new();
    let (code, json) = checkup(&cli);
    let problems = json["problems"].as_array().expect("a list");
    assert_eq!(code, Some(i32::from(!problems.is_empty())), "{problems:?}");
    assert_eq!(json["version"], env!("CARGO_PKG_VERSION"));
    assert_eq!(json["config"], Value::Null);
    let readers = json["readers"].as_array().expect("a list");
    assert_eq!(readers.len(), document::Kind::ALL.len());
    let failing = readers.iter().filter(|reader| !reader["error"].is_null()).count();
    assert_eq!(failing, problems.len(), "{problems:?}");

    let run = cli.run("doctor");
    assert_eq!(run.code, code, "{run}");
    for part in
        ["sandbox ", "documents ", "role ", "template ", "limits ", "settings ", "terminal "]
    {
        assert!(run.stdout.lines().any(|line| line.starts_with(part)), "{part}: {run}");
    }
    assert_eq!(run.stdout.contains("all is well"), problems.is_empty(), "{run}");
    assert!(run.stdout.contains("80 columns, no color, ASCII"), "{run}");
}

#[test]
#[cfg(all(target_os = "linux", target_arch = "x86_64"))]
fn the_sandbox_holds_here() {
    let (_, json) = checkup(&Cli::new());
    assert_eq!(json["sandbox"]["holds"], true, "{json}");
}

#[test]
fn settings_that_cannot_be_read_are_a_problem() {
    let (code, json) = checkup(&Cli::new().file("vitae.toml", "deny = 'info'"));
    assert_eq!(json["config"], "vitae.toml");
    let before = json["problems"].as_array().map_or(0, Vec::len);
    assert_eq!(code, Some(i32::from(before > 0)));
    let (code, json) = checkup(&Cli::new().file("vitae.toml", "deny = ["));
    assert_eq!((code, &json["config"]), (Some(1), &Value::Null));
    assert_eq!(json["problems"].as_array().map_or(0, Vec::len), before + 1);
}

#[test]
fn a_worker_started_by_hand_says_so() {
    let run = Cli::new().run("__worker");
    assert_eq!((run.code, run.stdout.as_str()), (Some(2), ""), "{run}");
    assert!(run.stderr.contains("not by hand"), "{run}");
}
