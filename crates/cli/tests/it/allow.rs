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
    let strict = "[rules]\nweak-opening = \"error\"\nno-outcome = \"error\"\n";
    let code = |cli: Cli| cli.file("vitae.toml", strict).run("check cv.yaml").code;
    assert_eq!((code(page(ALL)), code(page("    []\n"))), (Some(0), Some(1)));
    let run = cli.run("check cv.yaml");
    assert_eq!(run.code, Some(0), "{run}");
    assert!(run.stdout.contains(", 3 allowed\n"), "{run}");
    assert!(!run.stdout.contains("[weak-opening]"), "{run}");
    let full = cli.run("check cv.yaml --full").stdout;
    assert!(full.contains("  weak-opening cv.yaml:9: The client's name for it\n"), "{full}");

    let (with, without) = (json(&cli), json(&Cli::new().file("cv.yaml", PAGE)));
    for key in ["overall", "axes", "verdict", "criteria", "penalties", "caps", "next", "page"] {
        assert_eq!(with[key], without[key], "{key}");
    }
    let rules = |report: &Value, list: &str| -> Vec<String> {
        let findings = report[list].as_array().into_iter().flatten();
        findings.filter_map(|one| one["rule"].as_str().map(str::to_owned)).collect()
    };
    let mut all = [rules(&with, "findings"), rules(&with, "allowed")].concat();
    all.sort();
    let mut before = rules(&without, "findings");
    before.sort();
    assert_eq!(all, before);
    assert_eq!(rules(&with, "allowed"), ["missing-summary", "weak-opening", "no-outcome"]);
    assert_eq!(with["allowed"][1]["reason"], "The client's name for it");
    let warnings = |report: &Value| report["readiness"]["warnings"].as_u64();
    assert_eq!(warnings(&without), warnings(&with).map(|count| count + 2));
}

#[test]
fn allowances_that_do_nothing_have_their_place() {
    let cli = page(
        "    - {rule: weak-opener, reason: R}
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
        format!("{PAGE}  version: 2\n  role: astronaut\n  template: classik\n  language: e\n"),
    );
    let run = cli.run("check cv.yaml");
    assert_eq!(run.code, Some(1), "{run}");
    for found in [
        "error[unknown-value]: version 2 of the `vitae:` block is not known",
        "error[unknown-value]: there is no role `astronaut`",
        "error[unknown-value]: there is no template `classik`",
        "did you mean `classic`?",
        "error[unknown-value]: `e` is not a language tag",
    ] {
        assert!(run.stdout.contains(found), "{found}: {run}");
    }
}

#[test]
fn what_is_allowed_is_not_fixed() {
    let doubled = PAGE.replace("[Go, Redis]", "[Go, Redis, Redis]");
    let allow = "  allow: [{rule: duplicate-skill, reason: \"The form wants it twice\"}]\n";
    let code = |page: String| {
        let cli = Cli::new().file("cv.yaml", page);
        let run = cli.run("fix cv.yaml --check");
        (run.code, run.stderr.contains("duplicate-skill"))
    };
    assert_eq!(code(doubled.clone()), (Some(1), true));
    assert_eq!(code(doubled + allow), (Some(0), false));
}
