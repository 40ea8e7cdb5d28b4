//! Our own pages read back: every value of the shipped examples, on both papers.

#[path = "../../../export/tests/support/values.rs"]
mod values;

use resume::Stage;
use roles::RolePack;
use serde_json::Value;

use crate::support::Cli;

/// What a page of the example holds that was not read from it as it stands.
fn lost(stage: Stage, paper: &str) -> Vec<String> {
    let yaml = RolePack::example(stage).expect("every stage has an example");
    let cli = Cli::new().file("cv.yaml", yaml);
    let run = cli.run(&format!("build cv.yaml --paper {paper} -o cv.pdf -o cv.json"));
    assert_eq!(run.code, Some(0), "{run}");
    let run = cli.run("parse cv.pdf --format json");
    assert_eq!(run.code, Some(0), "{run}");
    let read: Value = serde_json::from_str(&run.stdout).expect("JSON");
    let source: Value = serde_json::from_slice(&cli.read("cv.json")).expect("JSON");
    let lost = values::lost(&source, &read).into_iter();
    lost.map(|value| format!("{stage} on {paper}: {value}")).collect()
}

#[test]
fn every_value_of_the_examples_is_read_back() {
    let papers = ["a4", "letter"];
    let lost: Vec<String> = Stage::ALL
        .into_iter()
        .flat_map(|stage| papers.into_iter().flat_map(move |paper| lost(stage, paper)))
        .collect();
    assert!(lost.is_empty(), "{}", lost.join("\n"));
}
