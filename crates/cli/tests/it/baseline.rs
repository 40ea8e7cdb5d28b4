//! `vitae check --baseline`: what changed since an earlier report, and why.

use serde_json::Value;

use crate::support::{Cli, PAGE};

/// The page with one weak line made strong.
fn better() -> String {
    PAGE.replace(
        "Helped with the label printing service",
        "Wrote the label printing service, 40k labels a day",
    )
}

/// A folder with the page as it is now, and the report of the page as it was.
fn changed(was: &str, now: &str) -> Cli {
    let report = Cli::new().file("cv.yaml", was).run("check cv.yaml --format json").stdout;
    Cli::new().file("cv.yaml", now).file("old.json", report)
}

fn comparison(cli: &Cli) -> Value {
    let run = cli.run("check cv.yaml --baseline old.json --format json");
    let report: Value = serde_json::from_str(&run.stdout).unwrap_or_else(|_| panic!("{run}"));
    report["baseline"].clone()
}

#[test]
fn the_comparison_for_people() {
    let cli = changed(PAGE, &better());
    let text = cli.run("check cv.yaml --baseline old.json").stdout;
    let (_, section) = text.split_once("since old.json\n").unwrap_or_else(|| panic!("{text}"));
    let (section, _) = section.split_once("\n\n").unwrap_or_else(|| panic!("{text}"));
    insta::assert_snapshot!(section);
}

#[test]
fn nothing_changed() {
    let same = comparison(&changed(PAGE, PAGE));
    assert_eq!(same["page_changed"], false);
    assert_eq!(same["rubric_changed"], false);
    for list in ["criteria", "new", "fixed"] {
        assert_eq!(same[list], Value::Array(Vec::new()), "{list}");
    }
}

#[test]
fn page_and_rubric_are_told_apart() {
    let page = comparison(&changed(PAGE, &better()));
    assert_eq!((&page["page_changed"], &page["rubric_changed"]), (&true.into(), &false.into()));
    let fixed: Vec<_> = page["fixed"].as_array().into_iter().flatten().collect();
    assert!(fixed.iter().any(|one| one["rule"] == "weak-opening"), "{page}");
    assert!(page["scope"]["now"].as_f64() > page["scope"]["was"].as_f64(), "{page}");

    let cli = changed(PAGE, PAGE);
    let old = String::from_utf8(cli.read("old.json")).expect("UTF-8");
    let mut report: Value = serde_json::from_str(&old).expect("JSON");
    report["rubric"]["fingerprint"] = "0000000000000000".into();
    let cli = cli.file("old.json", report.to_string());
    let rubric = comparison(&cli);
    assert_eq!((&rubric["page_changed"], &rubric["rubric_changed"]), (&false.into(), &true.into()));

    // A report from before pages had a fingerprint.
    report.as_object_mut().expect("a mapping").remove("page");
    let unknown = comparison(&cli.file("old.json", report.to_string()));
    assert_eq!(unknown["page_changed"], Value::Null);
}

#[test]
fn the_gate_may_count_new_findings_only() {
    let code = |was: &str, now: &str, arguments: &str| {
        changed(was, now).run(&format!("check cv.yaml --deny warning {arguments}")).code
    };
    let more =
        PAGE.replace("      - Cut p99", "      - Assisted with the depot rota\n      - Cut p99");
    assert_eq!(code(PAGE, PAGE, "--baseline old.json"), Some(1));
    assert_eq!(code(PAGE, PAGE, "--baseline old.json --only-new"), Some(0));
    assert_eq!(code(PAGE, &more, "--baseline old.json --only-new"), Some(1));
    assert_eq!(code(&more, PAGE, "--baseline old.json --only-new"), Some(0));
    assert_eq!(code(PAGE, PAGE, "--only-new"), Some(2));
}

/// The section of the comparison, for people.
#[track_caller]
fn section(cli: &Cli) -> String {
    let text = cli.run("check cv.yaml --baseline old.json").stdout;
    let (_, section) = text.split_once("since old.json\n").unwrap_or_else(|| panic!("{text}"));
    section.split_once("\n\n").map_or(section, |(section, _)| section).to_owned()
}

/// The page with its weak opening allowed.
fn allowing() -> String {
    let allow = "  allow:\n    - {rule: weak-opening, reason: the team asked for it}\n";
    assert!(PAGE.contains("vitae:\n"));
    PAGE.replace("vitae:\n", &format!("vitae:\n{allow}"))
}

#[test]
fn what_is_allowed_since_is_not_fixed() {
    insta::assert_snapshot!("allowed_since", section(&changed(PAGE, &allowing())));
    let change = comparison(&changed(&allowing(), &allowing()));
    for list in ["new", "fixed", "allowed", "hidden"] {
        assert_eq!(change[list], Value::Array(Vec::new()), "{list}");
    }
    let back = comparison(&changed(&allowing(), PAGE));
    assert_eq!(back["new"][0]["rule"], "weak-opening", "{back}");
}

#[test]
fn a_rule_switched_off_fixes_nothing() {
    let off = "[rules]\nweak-opening = \"off\"\n";
    let cli = changed(PAGE, PAGE).file("vitae.toml", off);
    insta::assert_snapshot!("off_since", section(&cli));
    let markdown = cli.run("check cv.yaml --baseline old.json --format markdown").stdout;
    assert!(markdown.contains("No longer shown, since the rule is off:"), "{markdown}");

    let report = cli.run("check cv.yaml --format json").stdout;
    let on = Cli::new().file("cv.yaml", PAGE).file("old.json", report);
    insta::assert_snapshot!("on_again", section(&on));
}

#[test]
fn a_finding_that_counts_anew_is_no_new_one() {
    // One line more without a full stop, in front of the one that has it.
    let was = PAGE.replace("zone tables in Redis\n", "zone tables in Redis.\n").replace(
        "      - Helped with",
        "      - Moved 3 printers to one queue\n      - Helped with",
    );
    let more = was.replace(
        "      - Helped with",
        "      - Wrote the pager runbook, 12 pages, for 4 teams\n      - Helped with",
    );
    for (was, now) in [(&was, &more), (&more, &was)] {
        let change = comparison(&changed(was, now));
        for list in ["new", "fixed"] {
            let list = change[list].as_array().expect("a list");
            let stops = list.iter().filter(|one| one["rule"] == "inconsistent-full-stops");
            assert_eq!(stops.count(), 0, "{change}");
        }
    }
}

#[test]
fn what_is_no_report_is_refused() {
    for text in ["", "{}", "basics: {}", "{\"format\": \"vitae-report/1\"}"] {
        let cli = Cli::new().file("cv.yaml", PAGE).file("old.json", text);
        let run = cli.run("check cv.yaml --baseline old.json");
        assert_eq!((run.code, run.stdout.as_str()), (Some(2), ""), "{run}");
        assert!(run.stderr.contains("is not a report"), "{run}");
        assert!(run.stderr.contains("--format json --output old.json"), "{run}");
    }
    let run = Cli::new().file("cv.yaml", PAGE).run("check cv.yaml --baseline nowhere.json");
    assert!(run.stderr.contains("`nowhere.json` cannot be read"), "{run}");
}
