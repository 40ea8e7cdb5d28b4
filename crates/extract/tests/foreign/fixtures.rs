//! The same over a folder of real files: `VITAE_FIXTURES=… cargo test -p extract --test foreign --
//! --ignored --nocapture`.

#![expect(clippy::print_stderr, reason = "what differs is for a person to read")]

use std::collections::BTreeMap;
use std::env;
use std::fs;
use std::path::PathBuf;

use extract::{Format, Limits, read};
use resume::{Parsed, Severity};
use serde_json::Value;

use super::facts::facts;
use super::json_resume::leaves;

fn folder(name: &str) -> PathBuf {
    let root = env::var("VITAE_FIXTURES").expect("VITAE_FIXTURES names the folder");
    PathBuf::from(root).join("sources").join(name)
}

fn files(name: &str) -> Vec<PathBuf> {
    let mut files: Vec<PathBuf> = fs::read_dir(folder(name))
        .expect("the folder is there")
        .map(|entry| entry.expect("an entry").path())
        .filter(|path| path.is_file())
        .collect();
    files.sort();
    files
}

fn said(parsed: &Parsed) -> Vec<String> {
    let one = |finding: &resume::Finding| {
        let at = parsed.source_map.locate(&finding.path, "", None);
        format!(
            "{}:{} {} {}: {}",
            at.line, at.column, finding.severity, finding.path, finding.message
        )
    };
    parsed.findings.iter().map(one).collect()
}

#[test]
#[ignore = "needs a folder of files"]
fn conformance_of_json_resume() {
    let (mut valid, mut invalid) = (0, 0);
    for path in files("json-resume/conformance") {
        let name = path.file_stem().and_then(|stem| stem.to_str()).unwrap_or_default().to_owned();
        let cases: BTreeMap<String, Value> =
            serde_json::from_slice(&fs::read(&path).expect("it is there")).expect("JSON");
        for (case, value) in cases {
            // The dates stand alone; a resume has them in a field.
            let value = if name == "dates" {
                serde_json::json!({"work": [{"startDate": value}]})
            } else {
                value
            };
            let text = value.to_string();
            let parsed =
                read(text.as_bytes(), Format::Json, &Limits::default()).expect("it is read");
            if case.to_lowercase().contains("invalid") {
                invalid += 1;
                if parsed.findings.is_empty() {
                    eprintln!("silent: {name} {case}: {text}");
                }
            } else {
                valid += 1;
                assert!(parsed.findings.is_empty(), "{name} {case}: {:?}", said(&parsed));
                let back = serde_json::to_value(&parsed.resume).expect("JSON");
                let (mut before, mut after) = (Vec::new(), Vec::new());
                leaves(&value, &mut before);
                leaves(&back, &mut after);
                assert_eq!(before, after, "{name} {case}");
            }
        }
    }
    eprintln!("{valid} valid, {invalid} invalid");
}

#[test]
#[ignore = "needs a folder of files"]
fn whole_files_lose_nothing() {
    for path in files("json-resume") {
        let bytes = fs::read(&path).expect("it is there");
        let value: Value = serde_json::from_slice(&bytes).expect("JSON");
        if value.get("basics").is_none() || path.ends_with("schema.json") {
            continue;
        }
        let parsed = read(&bytes, Format::Json, &Limits::default()).expect("it is read");
        eprintln!("{}: {:#?}", path.display(), said(&parsed));
        assert!(parsed.findings.iter().all(|finding| finding.severity < Severity::Error));
        let back = serde_json::to_value(&parsed.resume).expect("JSON");
        let (mut before, mut after) = (Vec::new(), Vec::new());
        leaves(&value, &mut before);
        leaves(&back, &mut after);
        before.sort();
        after.sort();
        assert_eq!(before, after);
    }
}

#[test]
#[ignore = "needs a folder of files"]
fn people_in_several_formats() {
    let mut people: BTreeMap<String, Vec<(String, Parsed)>> = BTreeMap::new();
    for kind in ["json-resume", "rendercv", "yamlresume"] {
        for path in files(kind) {
            let bytes = fs::read(&path).expect("it is there");
            let name = path.file_name().and_then(|name| name.to_str()).unwrap_or_default();
            if name.contains("schema.json") || name.contains("job") {
                continue;
            }
            match read(&bytes, Format::detect(Some(name), &bytes), &Limits::default()) {
                Err(error) => eprintln!("{kind}/{name}: {error} ({:?})", error.hint),
                Ok(parsed) => {
                    eprintln!("{kind}/{name}: {} {:#?}", parsed.origin.name(), said(&parsed));
                    let person =
                        parsed.resume.basics.as_ref().and_then(|basics| basics.name.clone());
                    let person = person.unwrap_or_default();
                    people.entry(person).or_default().push((format!("{kind}/{name}"), parsed));
                }
            }
        }
    }
    for (person, read) in people {
        let [(first, one), rest @ ..] = &read[..] else { continue };
        for (name, other) in rest {
            let (left, right) = (facts(&one.resume), facts(&other.resume));
            eprintln!("== {person}: {first} and {name}");
            let only = |one: &[String], other: &[String], mark: &str| {
                for fact in one.iter().filter(|fact| !other.contains(fact)) {
                    eprintln!("  {mark} {fact}");
                }
            };
            only(&left, &right, "-");
            only(&right, &left, "+");
        }
    }
}
