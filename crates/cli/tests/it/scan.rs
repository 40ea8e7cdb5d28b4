//! `vitae scan`: the eight-second view.

use serde_json::Value;

use crate::support::{Cli, PAGE};

fn page() -> Cli {
    Cli::new().file("cv.yaml", PAGE)
}

#[test]
fn the_view_for_people() {
    insta::assert_snapshot!(page().run("scan cv.yaml"));
}

#[test]
fn the_view_fits_80_columns() {
    for stage in ["junior", "mid", "senior", "staff"] {
        let cli = Cli::new();
        cli.run(&format!("new --stage {stage}"));
        let run = cli.run("scan");
        assert_eq!(run.code, Some(0), "{run}");
        assert!(run.stdout.lines().all(|line| line.chars().count() <= 80), "{run}");
        assert!(run.stdout.contains("what it tells: 4 of 4"), "{run}");
    }
}

#[test]
fn the_view_for_programs() {
    let run = page().run("scan cv.yaml --format json --stage senior");
    assert_eq!(run.code, Some(0), "{run}");
    let scan: Value = serde_json::from_str(&run.stdout).expect("JSON");
    let keys: Vec<&str> = scan.as_object().expect("a mapping").keys().map(String::as_str).collect();
    assert_eq!(keys, ["format", "file", "as_of", "stage", "zones", "checklist", "sections"]);
    assert_eq!((&scan["format"], &scan["stage"]), (&"vitae-scan/1".into(), &"senior".into()));
    let zone = &scan["zones"][4];
    assert_eq!(zone["path"], "work[0].highlights[0]");
    assert_eq!(zone["line"], 9);
    assert_eq!(scan["zones"][0]["text"], Value::Null);
    let system = &scan["checklist"][0];
    assert_eq!(system["item"], "system");
    assert_eq!(scan["sections"][0]["path"], "work[0]");

    let run = page().run("scan nowhere.yaml --format json");
    assert_eq!(run.code, Some(2), "{run}");
    let told: Value = serde_json::from_str(&run.stdout).expect("JSON");
    assert_eq!(told["format"], "vitae-error/1");
}

#[test]
fn any_page_has_a_view() {
    for source in ["{}", "basics: {}", "work: [{}]", "basics: {summary: '...'}", "skills: [{}]"] {
        let run = Cli::new().stdin(source).run("scan -");
        assert_eq!(run.code, Some(0), "{run}");
        assert!(run.stdout.contains("what it tells: 0 of 4"), "{run}");
    }
}
