//! Our own pages read back: every value of the shipped examples, on both papers.

use resume::Stage;
use roles::RolePack;
use serde_json::Value;

use crate::support::Cli;

/// Every value a page shows, by its path: no settings, addresses without scheme.
fn leaves(value: &Value, path: &str, found: &mut Vec<(String, String)>) {
    match value {
        Value::Object(map) => {
            for (key, value) in
                map.iter().filter(|(key, _)| !matches!(key.as_str(), "vitae" | "meta"))
            {
                leaves(value, &format!("{path}.{key}"), found);
            }
        }
        Value::Array(items) => {
            for (at, value) in items.iter().enumerate() {
                leaves(value, &format!("{path}.{at}"), found);
            }
        }
        Value::String(text) => {
            let bare = text.trim_start_matches("https://").trim_end_matches('/');
            let bare = bare.split_whitespace().collect::<Vec<_>>().join(" ");
            found.push((path.trim_start_matches('.').to_owned(), bare));
        }
        _ => {}
    }
}

/// What a page of the example holds that was not read from it as it stands.
///
/// Each with its path without positions.
fn lost(stage: Stage, paper: &str) -> Vec<(String, String)> {
    let yaml = RolePack::example(stage).expect("every stage has an example");
    let cli = Cli::new().file("cv.yaml", yaml);
    let run = cli.run(&format!("build cv.yaml --paper {paper} -o cv.pdf -o cv.json"));
    assert_eq!(run.code, Some(0), "{run}");
    let run = cli.run("parse cv.pdf --format json");
    assert_eq!(run.code, Some(0), "{run}");
    let read: Value = serde_json::from_str(&run.stdout).expect("JSON");
    let source: Value = serde_json::from_slice(&cli.read("cv.json")).expect("JSON");
    let (mut wanted, mut found) = (Vec::new(), Vec::new());
    leaves(&source, "", &mut wanted);
    leaves(&read, "", &mut found);
    wanted.retain(|leaf| !found.contains(leaf));
    let told = |(path, text): (String, String)| {
        let steps = path.split('.').filter(|step| step.parse::<usize>().is_err());
        let kind = steps.collect::<Vec<_>>().join(".");
        (format!("{stage} on {paper}: {path}: {text}"), kind)
    };
    wanted.into_iter().map(told).collect()
}

/// Values that a page shows and that are not taken from it yet, by path without positions. This
/// list only ever gets shorter.
const OPEN: [&str; 11] = [
    "basics.location.city",
    "basics.location.countryCode",
    "work.location",
    "work.description",
    "work.summary",
    "education.courses",
    "projects.description",
    "publications.name",
    "publications.publisher",
    "publications.releaseDate",
    "publications.summary",
];

#[test]
fn every_value_of_the_examples_is_read_back() {
    let papers = ["a4", "letter"];
    let lost: Vec<String> = Stage::ALL
        .into_iter()
        .flat_map(|stage| papers.into_iter().flat_map(move |paper| lost(stage, paper)))
        .filter(|(_, kind)| !OPEN.contains(&kind.as_str()))
        .map(|(value, _)| value)
        .collect();
    assert!(lost.is_empty(), "{}", lost.join("\n"));
}
