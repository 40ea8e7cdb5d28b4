//! The shipped examples, as a user gets them: checked clean, and typeset so that an independent
//! reader finds every word of the file, in reading order.

use std::io::ErrorKind;
use std::process::Command;

use resume::Stage;
use resume::outline::Outline;
use roles::RolePack;
use serde_json::Value;

use crate::support::Cli;

fn example(stage: Stage) -> &'static str {
    RolePack::example(stage).expect("every stage has an example")
}

/// Runs a program of poppler. `None` when it is not installed, except in CI, where it must be.
fn poppler(program: &str, arguments: &[&str], cli: &Cli) -> Option<String> {
    let output = Command::new(program).args(arguments).current_dir(cli.path(".")).output();
    match output {
        Err(error) if error.kind() == ErrorKind::NotFound => {
            assert!(std::env::var_os("CI").is_none(), "{program} (poppler-utils) is not installed");
            None
        }
        output => {
            let output = output.expect("poppler runs");
            assert!(output.status.success(), "{program} failed");
            Some(String::from_utf8_lossy(&output.stdout).into_owned())
        }
    }
}

/// White space collapsed, so that wrapped lines compare equal.
fn plain(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Every text leaf of a resume that a page shows: no settings, dates, private notes, ids or tags;
/// addresses without scheme.
fn leaves(value: &Value, key: &str, found: &mut Vec<String>) {
    const PRIVATE: [&str; 8] =
        ["vitae", "evidence", "id", "tags", "startDate", "endDate", "releaseDate", "date"];
    match value {
        _ if PRIVATE.contains(&key) => {}
        Value::String(text) => {
            let bare = text.trim_start_matches("https://").trim_end_matches('/');
            found.push(plain(bare));
        }
        Value::Array(items) => items.iter().for_each(|item| leaves(item, "", found)),
        Value::Object(map) => map.iter().for_each(|(key, value)| leaves(value, key, found)),
        _ => {}
    }
}

#[test]
fn every_word_is_read_back_in_order() {
    for stage in Stage::ALL {
        for paper in ["a4", "letter"] {
            let name = format!("{stage} on {paper}");
            let cli = Cli::new().file("resume.yaml", example(stage));
            let run = cli.run(&format!("build resume.yaml -o out.pdf --paper {paper}"));
            assert_eq!(run.code, Some(0), "{name}: {run}");
            let Some(text) = poppler("pdftotext", &["-enc", "UTF-8", "out.pdf", "-"], &cli) else {
                return;
            };
            let text = plain(&text);
            let parsed = extract::read(
                example(stage).as_bytes(),
                extract::Format::Yaml,
                &extract::Limits::default(),
            );
            let resume = parsed.expect("a well-formed example").resume;

            let mut expected = Vec::new();
            leaves(&serde_json::to_value(&resume).expect("a resume is JSON"), "", &mut expected);
            for leaf in &expected {
                assert!(text.contains(leaf.as_str()), "{name}: {leaf:?} is missing in\n{text}");
            }
            let mut at = 0;
            for leaf in Outline::of(&resume).leaves().into_iter().map(plain) {
                let found = text[at..].find(&leaf);
                let found = found.unwrap_or_else(|| panic!("{name}: {leaf:?} is out of order"));
                at += found + leaf.len();
            }
            let odd = text.chars().find(
                |c| matches!(c, '\u{fb00}'..='\u{fb06}' | '\u{ad}' | '\u{e000}'..='\u{f8ff}'),
            );
            assert_eq!(odd, None, "{name}");

            let info = poppler("pdfinfo", &["out.pdf"], &cli).expect("pdftotext was there");
            let field = |key: &str| {
                let line = info.lines().find(|line| line.starts_with(key)).unwrap_or_default();
                line.rsplit(' ').next().unwrap_or_default().to_owned()
            };
            assert_eq!(field("Tagged:"), "yes", "{name}");
            if stage != Stage::Staff {
                assert_eq!(field("Pages:"), "1", "{name}");
            }
        }
    }
}

#[test]
fn each_is_clean_and_meets_its_bar() {
    for stage in Stage::ALL {
        let cli = Cli::new().file("resume.yaml", example(stage));
        let run = cli.run("check resume.yaml --format json --deny info --min-score 80");
        assert_eq!(run.code, Some(0), "{stage}: {run}");
        let report: Value = serde_json::from_str(&run.stdout).expect("JSON");
        for axis in ["scope", "evidence", "depth"] {
            assert!(report["axes"][axis].as_f64() >= Some(80.0), "{stage}: {}", report["axes"]);
        }
        assert_eq!(report["verdict"], "advance", "{stage}");
        assert_eq!(report["stage"], stage.as_str());
    }
}

#[test]
fn each_falls_below_the_bar_one_stage_up() {
    for (stage, next) in Stage::ALL.iter().filter_map(|stage| Some((*stage, stage.next()?))) {
        let cli = Cli::new().file("resume.yaml", example(stage));
        let run = cli.run(&format!("check resume.yaml --format json --stage {next}"));
        let report: Value = serde_json::from_str(&run.stdout).expect("JSON");
        assert_ne!(report["verdict"], "advance", "{stage} at {next}");
    }
}

#[test]
fn the_readme_shows_what_is_printed() {
    let path = "roles/backend-engineer/examples/senior.yaml";
    let cli = Cli::new();
    std::fs::create_dir_all(cli.path(path).parent().expect("a folder")).expect("a new folder");
    let cli = cli.file(path, example(Stage::Senior));
    let run = cli.run(&format!("check {path}"));
    let readme = include_str!("../../../../README.md");
    let shown = format!("$ vitae check {path}\n{}```", run.stdout);
    assert!(readme.contains(&shown), "README.md shows another report than\n{}", run.stdout);
}
