//! `vitae prepare`: what a panel asks, in every form.

use serde_json::Value;

use crate::support::Cli;

const PAGE: &str = "\
vitae: {stage: senior, asOf: '2026-11-01'}
basics: {name: Rosa Quell, email: rosa@quell-mail.net}
work:
- name: Quollway Parcels
  position: Senior Backend Engineer
  startDate: '2020-01'
  highlights:
  - text: Cut p99 of the depot lookup from 480 ms to 92 ms by caching routes per depot
    evidence: Grafana board 7, <March> 2025
  - Published parcel events through a transactional outbox to Kafka
  - Mentored two engineers; both own a service today
  - Responsible for various tasks
skills:
- keywords: [Kafka, Rust]
";

fn page() -> Cli {
    Cli::new().file("cv.yaml", PAGE)
}

#[test]
fn the_questions_for_people() {
    let run = page().run("prepare cv.yaml");
    assert!(run.stdout.lines().all(|line| line.chars().count() <= 80), "{run}");
    insta::assert_snapshot!(run);
}

#[test]
fn the_sheets_of_a_panel_for_people() {
    let run = page().run("prepare cv.yaml --for hiring");
    assert!(run.stdout.lines().all(|line| line.chars().count() <= 80), "{run}");
    for hidden in ["Quell", "Quollway", "Grafana"] {
        assert!(!run.stdout.contains(hidden), "{hidden}: {run}");
    }
    insta::assert_snapshot!(run);
}

#[test]
fn the_questions_for_programs() {
    let run = page().run("prepare cv.yaml --format json");
    assert_eq!(run.code, Some(0), "{run}");
    let found: Value = serde_json::from_str(&run.stdout).expect("JSON");
    let keys: Vec<&str> =
        found.as_object().expect("a mapping").keys().map(String::as_str).collect();
    assert_eq!(
        keys,
        [
            "format", "file", "job", "for", "stageReason", "stage", "claims", "listed", "gaps",
            "families",
        ]
    );
    let claim = &found["claims"][0];
    assert_eq!(claim["path"], "work[0].highlights[0]");
    assert_eq!(claim["line"], 8);
    assert_eq!(claim["note"], "Grafana board 7, <March> 2025");
    let asked = &claim["questions"][0];
    assert_eq!(asked["id"], "latency-where-measured");
    assert_eq!(asked["because"]["text"], "480 ms to 92 ms");
    assert_eq!(found["listed"][0]["skill"], "Rust");
    let all = page().run("prepare cv.yaml --all --format json");
    let all: Value = serde_json::from_str(&all.stdout).expect("JSON");
    let count = |found: &Value| found["claims"][0]["questions"].as_array().map_or(0, Vec::len);
    assert!(count(&all) > 2 * count(&found));

    let run = page().run("prepare cv.yaml --for hiring --format json");
    let kit: Value = serde_json::from_str(&run.stdout).expect("JSON");
    assert_eq!(kit["rounds"][0]["id"], "technical-screen");
    assert_eq!(kit["rubrics"][0]["anchors"].as_array().map(Vec::len), Some(4));
    assert!(kit["rounds"][0]["chains"][0]["quote"]["line"].is_number(), "{kit}");
}

#[test]
fn a_sheet_to_print_loads_nothing() {
    let cli = page();
    let run = cli.run("prepare cv.yaml -o questions.html");
    assert_eq!((run.code, run.stdout.as_str()), (Some(0), ""), "{run}");
    let read = |name| String::from_utf8(cli.read(name)).expect("UTF-8");
    let html = read("questions.html");
    assert!(html.starts_with("<!DOCTYPE html>"), "{html}");
    assert!(html.contains("Your note: Grafana board 7, &lt;March&gt; 2025"), "{html}");
    for loading in ["http:", "https:", "src=", "url(", "<script", "<link"] {
        assert!(!html.contains(loading), "{loading}");
    }
    assert!(!html.contains("type=\"radio\""));
    cli.run("prepare cv.yaml --for hiring -o panel.html");
    let html = read("panel.html");
    assert!(html.contains("type=\"radio\" name=\"mark-1\" value=\"4\""), "{html}");
    assert!(!html.contains("Grafana") && !html.contains("Quell"), "{html}");
    let run = cli.run("prepare cv.yaml -o questions.html");
    assert_eq!(run.code, Some(2), "{run}");
    cli.run("prepare cv.yaml -o questions.md");
    assert!(read("questions.md").contains("> Responsible for various tasks (line 12)"));
}

const JOB: &str = "\
title: Backend Engineer, Parcels
stage: mid
must:
- Experience with Kafka
- Strong SQL, preferably PostgreSQL
nice: [Terraform]
softSkills: [Curiosity]
";

#[test]
fn requirements_lead_to_lines_and_to_questions() {
    let cli = page().file("job.yaml", JOB);
    let run = cli.run("prepare cv.yaml --job job.yaml --for hiring --format json");
    assert_eq!(run.code, Some(0), "{run}");
    let kit: Value = serde_json::from_str(&run.stdout).expect("JSON");
    assert_eq!((&kit["job"], &kit["stage"]), (&"job.yaml".into(), &"mid".into()));
    let first = &kit["rounds"][0]["chains"][0];
    assert_eq!(first["whatFor"]["requirement"], "Experience with Kafka");
    assert_eq!(first["whatFor"]["status"], "proved");
    assert_eq!(first["quote"]["line"], 10);
    assert_eq!(first["question"]["because"]["text"], "Kafka");
    let run = cli.run("prepare cv.yaml --job job.yaml --for hiring");
    assert!(run.stdout.contains("wanted: Experience with Kafka (must; shown by a line)"), "{run}");
    assert!(run.stdout.contains("For a mid role, Backend Engineer, Parcels."), "{run}");

    let run = cli.run("prepare cv.yaml --job job.yaml");
    assert!(run.stdout.contains("What the job asks for"), "{run}");
    assert!(run.stdout.contains("wanted: Terraform (nice to have; not stated)"), "{run}");
    assert!(!run.stdout.contains("wanted: Experience with Kafka"), "{run}");

    let empty = cli.file("empty.yaml", "title: Engineer\n");
    let run = empty.run("prepare cv.yaml --job empty.yaml");
    assert_eq!(run.code, Some(2), "{run}");
    let run = empty.stdin("{}").run("prepare - --job -");
    assert_eq!(run.code, Some(2), "{run}");
}

#[test]
fn a_variant_and_a_stage_are_asked_about() {
    let text =
        PAGE.replace("stage: senior,", "stage: senior, variants: {short: {omit: [events]}},");
    let text = text.replace("  - Published", "  - tags: [events]\n    text: Published");
    let cli = Cli::new().file("cv.yaml", text);
    let run = cli.run("prepare cv.yaml@short");
    assert_eq!(run.code, Some(0), "{run}");
    assert!(run.stdout.contains("depot lookup") && !run.stdout.contains("outbox"), "{run}");
    let run = cli.run("prepare cv.yaml@none");
    assert_eq!(run.code, Some(2), "{run}");
    let junior = cli.run("prepare cv.yaml --stage junior");
    assert!(junior.stdout.contains("a junior panel"), "{junior}");
}

#[test]
fn any_page_is_asked_about_as_far_as_it_goes() {
    for source in ["{}", "work: [{}]", "skills: [{}]"] {
        let run = Cli::new().stdin(source).run("prepare -");
        assert_eq!(run.code, Some(0), "{run}");
        assert!(run.stdout.contains("gives a panel anything to ask"), "{run}");
    }
    let run = Cli::new().run("prepare nowhere.yaml --format json");
    assert_eq!(run.code, Some(2), "{run}");
    assert!(run.stdout.contains("vitae-error/1"), "{run}");
}
