//! `vitae.toml`: where it is found, what it decides, what wins over it.

use std::fs;

use serde_json::Value;

use crate::support::{Cli, PAGE};

fn page() -> Cli {
    Cli::new().file("cv.yaml", PAGE)
}

/// The report on a page for which the settings say `toml`.
fn json(toml: &str, arguments: &str) -> Value {
    let cli = page().file("vitae.toml", toml);
    let run = cli.run(&format!("check cv.yaml --format json {arguments}"));
    serde_json::from_str(&run.stdout).unwrap_or_else(|error| panic!("{error}\n{run}"))
}

#[track_caller]
fn check(toml: &str, arguments: &str, key: &str, expected: &str) {
    assert_eq!(json(toml, arguments)[key], expected, "{toml} {arguments}");
}

#[test]
fn arguments_win_over_the_resume_and_that_over_the_settings() {
    check("stage = \"senior\"", "", "stage", "senior");
    check("stage = \"senior\"", "", "stage_reason", "set in vitae.toml");
    check("stage = \"senior\"", "--stage mid", "stage", "mid");
    check("stage = \"senior\"", "--no-config", "stage", "mid");
    check("stage = \"senior\"", "", "config", "vitae.toml");
    // The resume names its own day.
    check("as-of = \"2020-01-01\"", "", "as_of", "2026-11-01");
    let cli = Cli::new()
        .file("cv.yaml", PAGE.replace("  asOf: 2026-11-01\n", "  stage: junior\n"))
        .file("vitae.toml", "as-of = \"2025-06-30\"\nstage = \"senior\"\n");
    let run = cli.run("check cv.yaml --format json").stdout;
    let report: Value = serde_json::from_str(&run).expect("JSON");
    assert_eq!((&report["as_of"], &report["stage"]), (&"2025-06-30".into(), &"junior".into()));
}

#[test]
fn levels_change_the_list_and_not_the_grade() {
    let plain = json("", "");
    let levels = json("[rules]\nweak-opening = \"off\"\nno-outcome = \"error\"\n", "");
    assert_eq!(plain["overall"], levels["overall"]);
    assert_eq!(plain["penalties"], levels["penalties"]);
    let of = |report: &Value, rule: &str| {
        let findings = report["findings"].as_array().cloned().unwrap_or_default();
        let mut levels = findings.into_iter().filter(|finding| finding["rule"] == rule);
        levels.next().map(|finding| finding["severity"].clone())
    };
    assert_eq!(of(&levels, "weak-opening"), None);
    assert_eq!(of(&levels, "no-outcome"), Some("error".into()));
    assert_eq!(levels["readiness"]["ready"], false);
}

#[track_caller]
fn check_code(toml: &str, arguments: &str, expected: i32) {
    let run = page().file("vitae.toml", toml).run(&format!("check cv.yaml {arguments}"));
    assert_eq!(run.code, Some(expected), "{toml} {arguments}: {run}");
}

#[test]
fn the_gate_is_a_setting() {
    check_code("", "", 0);
    check_code("deny = \"warning\"", "", 1);
    check_code("deny = \"warning\"", "--deny none", 0);
    check_code("deny = \"warning\"", "--no-config", 0);
    check_code("min-score = 90", "", 1);
    check_code("min-score = 90", "--min-score 1", 0);
    let run = page().file("vitae.toml", "min-score = 90").run("check cv.yaml --format github");
    assert!(run.stderr.contains("below the min-score 90 of vitae.toml"), "{run}");
}

#[test]
fn a_mistake_in_the_settings_ends_the_run_at_its_place() {
    let cli = page().file("vitae.toml", "deny = \"warning\"\n[rules]\nlong-bulet = \"off\"\n");
    insta::assert_snapshot!(cli.run("check cv.yaml"));
    let run = cli.run("build cv.yaml");
    assert_eq!(run.code, Some(2), "{run}");
    assert_eq!(cli.run("check cv.yaml --no-config").code, Some(0));
    let run = page().run("check cv.yaml --config nowhere.toml");
    assert_eq!(run.code, Some(2), "{run}");
    assert!(run.stderr.contains("`nowhere.toml` cannot be read"), "{run}");
}

/// The settings file that a run in `folder` of a tree reads.
#[track_caller]
fn check_found(folders: &[&str], settings: &[&str], resume: &str, expected: Option<&str>) {
    let cli = Cli::new();
    for folder in folders {
        fs::create_dir_all(cli.path(folder)).expect("a new folder");
    }
    for file in settings {
        fs::write(cli.path(file), "stage = \"staff\"\n").expect("a new file");
    }
    fs::write(cli.path(resume), PAGE).expect("a new file");
    let run = cli.run(&format!("check {resume} --format json"));
    let report: Value = serde_json::from_str(&run.stdout).expect("JSON");
    assert_eq!(report["config"].as_str(), expected, "{settings:?} {resume}");
}

#[test]
fn the_nearest_file_up_to_the_repository_decides() {
    let tree = ["repo/.git", "repo/a/b"];
    check_found(&tree, &[], "repo/a/b/cv.yaml", None);
    check_found(&tree, &["repo/vitae.toml"], "repo/a/b/cv.yaml", Some("repo/a/b/../../vitae.toml"));
    check_found(
        &tree,
        &["repo/vitae.toml", "repo/a/b/vitae.toml"],
        "repo/a/b/cv.yaml",
        Some("repo/a/b/vitae.toml"),
    );
    check_found(&tree, &["vitae.toml"], "repo/a/b/cv.yaml", None);
    // Outside a repository and the home folder, only what stands beside the resume.
    check_found(&["a/b"], &["a/vitae.toml"], "a/b/cv.yaml", None);
    check_found(&["a"], &["vitae.toml"], "cv.yaml", Some("vitae.toml"));
}

#[test]
fn the_search_ends_at_the_home_folder() {
    let cli = Cli::new();
    fs::create_dir_all(cli.path("home/a")).expect("a new folder");
    fs::write(cli.path("home/a/cv.yaml"), PAGE).expect("a new file");
    fs::write(cli.path("vitae.toml"), "stage = \"staff\"").expect("a new file");
    let home: &'static str = cli.path("home").display().to_string().leak();
    let cli = cli.env("HOME", home);
    let config = |cli: &Cli| {
        let run = cli.run("check home/a/cv.yaml --format json");
        let report: Value = serde_json::from_str(&run.stdout).expect("JSON");
        report["config"].as_str().map(str::to_owned)
    };
    assert_eq!(config(&cli), None);
    fs::write(cli.path("home/vitae.toml"), "stage = \"staff\"").expect("a new file");
    assert_eq!(config(&cli).as_deref(), Some("home/a/../vitae.toml"));
}

#[test]
fn the_look_of_a_page_is_a_setting() {
    let built = |toml: &str, arguments: &str| {
        let cli = page().file("vitae.toml", toml);
        let run = cli.run(&format!("build cv.yaml -o out.pdf {arguments}"));
        assert_eq!(run.code, Some(0), "{run}");
        cli.read("out.pdf")
    };
    let (a4, letter) = (built("", ""), built("", "--paper letter"));
    assert!(a4 != letter);
    assert!(built("paper = \"letter\"", "") == letter);
    assert!(built("paper = \"letter\"", "--paper a4") == a4);
    assert!(built("paper = \"letter\"", "--no-config") == a4);
}

#[test]
fn the_schema_of_the_settings_knows_every_key() {
    let schema: Value =
        serde_json::from_str(&Cli::new().run("schema config").stdout).expect("JSON");
    let keys: Vec<&str> =
        schema["properties"].as_object().expect("a mapping").keys().map(String::as_str).collect();
    assert_eq!(keys, ["role", "stage", "as-of", "deny", "min-score", "template", "paper", "rules"]);
    assert_eq!(schema["properties"]["stage"]["enum"][0], "junior");
    assert!(schema["properties"]["rules"]["properties"]["long-bullet"].is_object());
}
