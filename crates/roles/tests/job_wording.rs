//! The words for jobs load, shield what they should, and the jobs to begin with are all there.

#![expect(clippy::disallowed_methods, reason = "the test compares the binary with the folder")]

use std::collections::BTreeSet;

use resume::Stage;
use roles::{JobPhrases, JobWording, job_templates, job_wording, words};

fn on_disk() -> String {
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/../../roles/_common/job-wording.toml");
    std::fs::read_to_string(path).expect("the file exists")
}

#[test]
fn the_embedded_words_are_those_on_disk() {
    let loaded = JobWording::from_toml(&on_disk()).expect("the file is well-formed");
    assert!(format!("{loaded:?}") == format!("{:?}", job_wording()));
    let broken = on_disk().replacen("[legacy]", "[heritage]", 1);
    let error = JobWording::from_toml(&broken).expect_err("an unknown list");
    assert!(error.contains("heritage"), "{error}");
}

#[test]
fn published_lists_name_their_source() {
    for list in [&job_wording().masculine, &job_wording().feminine] {
        assert!(list.source.as_ref().is_some_and(|source| !source.is_empty()));
    }
    assert!(job_wording().superhero.source.is_none());
    for law in &job_wording().pay_laws {
        assert!(law.since.year().is_some() && !law.source.is_empty(), "{law:?}");
    }
}

#[track_caller]
fn check(list: &JobPhrases, text: &str, expected: &[&str]) {
    let words = words(text);
    let found = list.find(&words);
    let said: Vec<&str> = found
        .iter()
        .map(|found| &text[words[found.words.start].start..words[found.words.end - 1].end])
        .collect();
    assert_eq!(said, expected, "{text}");
}

#[test]
fn exceptions_shield_their_words_only() {
    let wording = job_wording();
    check(&wording.masculine, "an ambitious lead", &["ambitious", "lead"]);
    check(&wording.masculine, "cut the lead time of an ambitious plan", &["ambitious"]);
    check(&wording.masculine, "event-driven, deterministic, Objective-C", &[]);
    check(&wording.feminine, "each git commit commits to support you", &["commits", "support"]);
    check(&wording.feminine, "response times of child processes", &[]);
    check(&wording.legacy, "master/slave", &["master/slave"]);
    check(&wording.legacy, "a scrum master with master data", &[]);
    let found = wording.legacy.find(&words("the whitelist"));
    assert_eq!(wording.legacy.instead(&found[0]), Some("allowlist"));
    let found = wording.gendered.find(&words("he"));
    assert_eq!(wording.gendered.instead(&found[0]), None);
}

#[test]
fn there_is_a_job_for_every_stage_and_neighbor() {
    let of = |family: &str| -> Vec<Stage> {
        let templates = job_templates().iter().filter(|template| template.family == family);
        templates.map(|template| template.stage).collect()
    };
    assert_eq!(of("backend"), Stage::ALL);
    for family in ["platform", "sre", "data", "full-stack", "security"] {
        assert_eq!(of(family), [Stage::Mid, Stage::Senior], "{family}");
    }
    let names: BTreeSet<&str> = job_templates().iter().map(|template| template.name).collect();
    assert_eq!(names.len(), job_templates().len());
}
