//! `vitae check`: report, gates, settings.

use serde_json::Value;

use crate::support::{Cli, PAGE};

fn page() -> Cli {
    Cli::new().file("cv.yaml", PAGE)
}

fn json(cli: &Cli, arguments: &str) -> Value {
    let run = cli.run(&format!("check --format json {arguments}"));
    serde_json::from_str(&run.stdout).unwrap_or_else(|error| panic!("{error}\n{run}"))
}

#[test]
fn the_report_for_people() {
    insta::assert_snapshot!(page().run("check cv.yaml --stage junior"));
}

#[test]
fn the_report_fits_80_columns() {
    let run = page().run("check cv.yaml");
    for line in run.stdout.lines() {
        assert!(line.chars().count() <= 80, "{line}");
    }
}

#[track_caller]
fn check_code(arguments: &str, expected: i32) {
    let run = page().run(&format!("check cv.yaml {arguments}"));
    assert_eq!(run.code, Some(expected), "{run}");
}

#[test]
fn the_gate_decides_the_exit_code() {
    check_code("", 0);
    check_code("--deny error", 0);
    check_code("--deny none", 0);
    check_code("--deny none --min-score 0", 0);
    check_code("--deny none --min-score 100", 1);
    check_code("--deny info", 1);
    check_code("--deny warning", 1);
    check_code("--deny fatal", 2);
    check_code("--min-score 101", 2);
    check_code("--stage principal", 2);
    check_code("--as-of soon", 2);
    check_code("--as-of present", 2);
}

#[test]
fn rules_about_pages_speak_of_a_page_that_was_set() {
    let line =
        "      - Cut p99 of the rate quote API from 900 ms to 120 ms by caching zone tables\n";
    let long = PAGE.replace("skills:", &format!("{}skills:", line.repeat(150)));
    let cli = Cli::new().file("cv.yaml", long);
    let speaks = |arguments: &str| {
        let report = json(&cli, &format!("cv.yaml {arguments}"));
        let findings = report["findings"].as_array().cloned().unwrap_or_default();
        findings.iter().any(|finding| finding["rule"] == "too-many-pages")
    };
    assert!(!speaks(""));
    assert!(speaks("--pages"));
    let glyph = Cli::new().file("cv.yaml", PAGE.replace("Ada", "\u{5c71}"));
    let run = glyph.run("check cv.yaml --pages");
    assert_eq!(run.code, Some(2), "{run}");
    assert!(run.stderr.contains("U+5C71"), "{run}");
}

#[test]
fn an_error_fails_the_default_gate() {
    let page = PAGE.replace("2023-02", "2023-02\n    endDate: 2021-05");
    let cli = Cli::new().file("cv.yaml", page);
    assert_eq!(cli.run("check cv.yaml").code, Some(1));
    assert_eq!(cli.run("check cv.yaml --deny none").code, Some(0));
}

#[test]
fn a_grade_below_the_least_is_named() {
    let run = page().run("check cv.yaml --deny none --min-score 100 --format json");
    assert!(run.stderr.contains("below --min-score 100"), "{run}");
}

#[track_caller]
fn check_setting(key: &str, arguments: &str, expected: &str) {
    let file = PAGE.replace("asOf: 2026-11-01", "asOf: 2026-11-01\n  stage: senior");
    let cli = Cli::new().file("cv.yaml", file);
    assert_eq!(json(&cli, &format!("cv.yaml {arguments}"))[key], expected, "{arguments}");
}

#[test]
fn arguments_win_over_the_file() {
    check_setting("as_of", "", "2026-11-01");
    check_setting("as_of", "--as-of 2025-05-31", "2025-05-31");
    check_setting("as_of", "--as-of 2025-05", "2025-05");
    check_setting("stage", "", "senior");
    check_setting("stage", "--stage mid", "mid");
}

#[test]
fn the_clock_stands_in_when_no_day_is_given() {
    let cli = Cli::new().file("cv.yaml", PAGE.replace("vitae:\n  asOf: 2026-11-01\n", ""));
    let as_of = json(&cli, "cv.yaml")["as_of"].as_str().expect("a day").to_owned();
    assert_eq!(as_of.len(), "2026-11-01".len(), "{as_of}");
    assert!(as_of.as_str() > "2026", "{as_of}");
}

#[test]
fn the_same_input_gives_the_same_bytes() {
    assert_eq!(page().run("check cv.yaml"), page().run("check cv.yaml"));
    let json = "check cv.yaml --format json";
    assert_eq!(page().run(json), page().run(json));
}

#[test]
fn standard_input_is_read_like_a_file() {
    let file = page().run("check cv.yaml").stdout;
    let stdin = Cli::new().stdin(PAGE).run("check -").stdout;
    assert_eq!(stdin, file.replace("cv.yaml", "<stdin>"));
    assert_eq!(json(&Cli::new().stdin(PAGE), "-")["file"], "-");
}

/// The contract with programs: these keys, in this order. New ones may only be added.
#[test]
fn the_keys_of_a_report() {
    let report = json(&page(), "cv.yaml");
    let keys = |value: &Value| match value {
        Value::Object(map) => map.keys().cloned().collect::<Vec<_>>().join(" "),
        other => panic!("not a mapping: {other}"),
    };
    assert_eq!(
        keys(&report),
        "format file as_of rubric stage stage_reason overall axes verdict readiness criteria \
         penalties caps bullets findings next page allowed config off variant baseline"
    );
    assert_eq!(report["format"], "vitae-report/1");
    assert_eq!(keys(&report["rubric"]), "version fingerprint");
    assert_eq!(keys(&report["axes"]), "scope evidence depth");
    assert_eq!(keys(&report["readiness"]), "ready errors warnings infos");
    assert_eq!(keys(&report["criteria"][0]), "id axis title weight n need points gain quotes next");
    assert_eq!(keys(&report["bullets"][0]), "path text line score axes facts");
    assert_eq!(
        keys(&report["findings"][0]),
        "rule severity path line column start end page box message hint fix rewrite"
    );
}

#[test]
fn findings_point_into_the_file() {
    let report = json(&page(), "cv.yaml");
    let finding = report["findings"]
        .as_array()
        .and_then(|findings| findings.iter().find(|f| f["path"] == "work[0].highlights[0]"))
        .expect("the weak line is found");
    let at = |key: &str| usize::try_from(finding[key].as_u64().expect("a number")).expect("small");
    let line = PAGE.lines().nth(at("line") - 1).expect("a line");
    assert!(line.contains("Helped with the label"), "{line}");
    assert!(PAGE[at("start")..at("end")].starts_with("Helped with"), "{finding}");
    assert_eq!(&line[at("column") - 1..][..6], "Helped");
}

#[test]
fn colors_are_for_terminals_and_for_those_who_ask() {
    let colored = |cli: Cli| cli.run("check cv.yaml").stdout.contains('\u{1b}');
    assert!(!colored(page()));
    assert!(!colored(page().env("NO_COLOR", "1")));
    assert!(!colored(page().env("TERM", "xterm-256color")));
    assert!(colored(page().env("CLICOLOR_FORCE", "1")));
}
