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
fn lost(stage: Stage, paper: &str) -> Vec<String> {
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
    wanted.into_iter().map(|(path, text)| format!("{stage} on {paper}: {path}: {text}")).collect()
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
