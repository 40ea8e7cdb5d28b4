//! What a file allows: it leaves the list, the gate and readiness, and nothing else.

use serde_json::Value;

use crate::support::{Cli, PAGE};

fn page(allow: &str) -> Cli {
    Cli::new().file("cv.yaml", format!("{PAGE}  allow:\n{allow}"))
}

fn json(cli: &Cli) -> Value {
    let run = cli.run("check cv.yaml --format json");
    serde_json::from_str(&run.stdout).unwrap_or_else(|error| panic!("{error}\n{run}"))
}

const ALL: &str = "    - {rule: weak-opening, reason: \"The client's name for it\"}
    - {rule: no-outcome, at: \"work[0].highlights[0]\", reason: Under an agreement}
    - {rule: missing-summary, reason: A page of two lines}
";

#[test]
fn what_is_allowed_does_not_fail_a_run_and_earns_nothing() {
    let cli = page(ALL);
    let run = cli.run("check cv.yaml --deny info");
    assert_eq!(run.code, Some(0), "{run}");
    assert!(run.stdout.contains("ready to send: 3 allowed"), "{run}");
    assert!(!run.stdout.contains("[weak-opening]"), "{run}");
    let full = cli.run("check cv.yaml --full").stdout;
    assert!(full.contains("  weak-opening cv.yaml:9: The client's name for it\n"), "{full}");

    let (with, without) = (json(&cli), json(&Cli::new().file("cv.yaml", PAGE)));
    for key in ["overall", "axes", "verdict", "criteria", "penalties", "caps", "next", "page"] {
        assert_eq!(with[key], without[key], "{key}");
    }
    assert_eq!(with["findings"].as_array().map(Vec::len), Some(0));
    assert_eq!(with["allowed"].as_array().map(Vec::len), Some(3));
    assert_eq!(with["allowed"][1]["reason"], "The client's name for it");
    assert_eq!(with["allowed"][1]["rule"], "weak-opening");
    assert_eq!(with["readiness"]["warnings"], 0);
}

#[test]
fn allowances_that_do_nothing_have_their_place() {
    let cli = page(
        "    - {rule: weak-openin, reason: R}
    - {rule: weak-opening}
    - {rule: first-person, reason: R}
    - {rule: no-outcome, at: \"work[4]\", reason: R}
",
    );
    insta::assert_snapshot!(
        cli.run("check cv.yaml --deny none")
            .stdout
            .split("\n\ncv.yaml,")
            .next()
            .unwrap_or_default()
    );
}

#[test]
fn settings_with_unknown_values_are_found() {
    let cli = Cli::new().file(
        "cv.yaml",
        format!("{PAGE}  version: 2\n  role: astronaut\n  template: clasic\n  language: e\n"),
    );
    let run = cli.run("check cv.yaml");
    assert_eq!(run.code, Some(1), "{run}");
    for found in [
        "error[unknown-value]: version 2 of the `vitae:` block is not known",
        "error[unknown-value]: there is no role `astronaut`",
        "error[unknown-value]: there is no template `clasic`",
        "did you mean `classic`?",
        "error[unknown-value]: `e` is not a language tag",
    ] {
        assert!(run.stdout.contains(found), "{found}: {run}");
    }
}

#[test]
fn what_is_allowed_is_not_fixed() {
    let doubled = PAGE.replace("keywords: [Redis]", "keywords: [Redis, Redis]");
    let allow = "  allow: [{rule: duplicate-skill, reason: \"The form wants it twice\"}]\n";
    let code = |page: String| {
        let cli = Cli::new().file("cv.yaml", page);
        let run = cli.run("fix cv.yaml --check");
        (run.code, run.stderr.contains("duplicate-skill"))
    };
    assert_eq!(code(doubled.clone()), (Some(1), true));
    assert_eq!(code(doubled + allow), (Some(0), false));
}
