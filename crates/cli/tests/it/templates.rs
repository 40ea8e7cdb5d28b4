//! `vitae templates`: the list for people and for programs.

use crate::support::Cli;

#[test]
fn templates_are_listed() {
    let run = Cli::new().run("templates");
    assert_eq!((run.code, run.stderr.as_str()), (Some(0), ""), "{run}");
    for part in ["\nclassic ", "two columns.", "DejaVu Sans Mono", "Good for: "] {
        assert!(run.stdout.contains(part), "{part}: {run}");
    }
    assert!(run.stdout.lines().all(|line| line.chars().count() <= 80), "{run}");
}

#[test]
fn programs_get_json() {
    let run = Cli::new().run("templates --format json");
    let list: serde_json::Value = serde_json::from_str(&run.stdout).expect("JSON");
    assert_eq!(list["format"], "vitae-templates/1");
    let templates = list["templates"].as_array().expect("a list");
    assert!(templates.len() >= 8, "{run}");
    let columns = templates.iter().find(|template| template["name"] == "columns");
    assert_eq!(columns.expect("a template")["columns"], 2);
}
