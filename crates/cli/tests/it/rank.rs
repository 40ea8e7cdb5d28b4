//! `vitae rank`: the order, the record, and that names are no part of either.

use serde_json::Value;

use crate::support::{Cli, Run};

const JOB: &str = "\
title: Backend Engineer
must:
  - id: go
    text: Go in production
  - id: kafka
    text: Kafka
nice:
  - Kubernetes
";

/// A resume of somebody at some employer, with these bullets.
fn resume(name: &str, employer: &str, bullets: &[&str], skills: &str) -> String {
    let bullets = bullets.iter().fold(String::new(), |all, text| all + "      - " + text + "\n");
    format!(
        "basics:\n  name: {name}\n  email: someone@example.org\nwork:\n  - name: {employer}\n    \
         position: Engineer\n    startDate: 2021-01\n    endDate: 2024-12\n    highlights:\n{bullets}\
         skills:\n  - name: Tools\n    keywords: [{skills}]\n"
    )
}

const BOTH: [&str; 2] = [
    "Rewrote the fare router in Go, which cut its p99 from 620 ms to 140 ms",
    "Moved the ledger of Dockside Freight to Kafka without losing an event",
];
const ONE: [&str; 1] = ["Rewrote the fare router in Go, which cut its p99 from 620 ms to 140 ms"];

fn applications() -> Cli {
    Cli::new()
        .folder("in")
        .file("job.yaml", JOB)
        .file("in/zed.yaml", resume("Zed Amari", "Dockside Freight", &BOTH, "Go, Kafka"))
        .file("in/ann.yaml", resume("Ann Berg", "Fjord Media", &ONE, "Go"))
        .file("in/bo.yaml", resume("Bo Cruz", "Fjord Media", &ONE, "Go, Kafka"))
        .file("in/notes.xyz", "not a resume")
}

fn json(run: &Run) -> Value {
    serde_json::from_str(&run.stdout).expect("JSON")
}

/// The applicants as `2 all-named in/bo.yaml`.
fn order(report: &Value) -> Vec<String> {
    let line = |one: &Value| {
        let text = |key: &str| one[key].as_str().unwrap_or_default().to_owned();
        format!("{} {} {}", one["place"], text("band"), text("applicant"))
    };
    report["applicants"].as_array().expect("a list").iter().map(line).collect()
}

#[test]
fn bands_come_first_and_every_place_has_its_words() {
    let run = applications().run("rank job.yaml in --as-of 2026-11-22 --format json");
    assert_eq!(run.code, Some(0), "{}", run.stderr);
    let report = json(&run);
    assert_eq!(
        order(&report),
        ["1 all-shown in/zed.yaml", "2 all-named in/bo.yaml", "3 one-open in/ann.yaml"]
    );
    assert_eq!(report["leftOut"], serde_json::json!(["in/notes.xyz"]));
    let kafka = &report["applicants"][0]["criteria"][1];
    assert_eq!(kafka["status"], "proved");
    let words = &kafka["evidence"][0];
    assert!(words["text"].as_str().is_some_and(|text| text.contains("Kafka")), "{words}");
    assert_eq!(words["line"], 11);
    let open = &report["applicants"][2]["criteria"][1];
    assert!(
        open["absentReason"].as_str().is_some_and(|why| why.contains("not the same as cannot"))
    );
}

#[test]
fn a_blind_ranking_has_the_same_order_and_points_and_no_names() {
    let cli = applications();
    let open = json(&cli.run("rank job.yaml in --as-of 2026-11-22 --format json"));
    let run = cli.run("rank job.yaml in --as-of 2026-11-22 --format json --blind");
    let blind = json(&run);
    let points = |report: &Value| -> Vec<Value> {
        let of = |one: &Value| {
            let criteria: Vec<&Value> =
                one["criteria"].as_array().into_iter().flatten().map(|c| &c["points"]).collect();
            serde_json::json!([one["fileSha256"], one["place"], one["fit"], criteria])
        };
        report["applicants"].as_array().into_iter().flatten().map(of).collect()
    };
    assert_eq!(points(&open), points(&blind));
    for name in ["Zed", "Amari", "Dockside", "Fjord", "example.org", "zed.yaml", "in/"] {
        assert!(!run.stdout.contains(name), "{name} in {}", run.stdout);
    }
    assert!(run.stdout.contains("the ledger of […] to Kafka"), "{}", run.stdout);
}

#[test]
fn names_of_files_and_people_change_nothing() {
    let places = |cli: &Cli| -> Vec<(Value, Value)> {
        let report = json(&cli.run("rank job.yaml in --as-of 2026-11-22 --format json"));
        let list = report["applicants"].as_array().expect("a list").clone();
        list.iter().map(|one| (one["place"].clone(), one["fit"].clone())).collect()
    };
    let renamed = Cli::new()
        .folder("in")
        .file("job.yaml", JOB)
        .file("in/1.yaml", resume("Maximilian von Anders", "Oxbridge Bank", &ONE, "Go, Kafka"))
        .file("in/2.yaml", resume("Li", "Corner Shop", &BOTH, "Go, Kafka"))
        .file("in/3.yaml", resume("O Day", "Corner Shop", &ONE, "Go"));
    assert_eq!(places(&applications()), places(&renamed));
}

#[test]
fn a_record_can_be_done_again() {
    let cli = applications();
    let run = cli.run("rank job.yaml in --as-of 2026-11-22 --format json -o ranking.json");
    assert_eq!(run.code, Some(0), "{}", run.stderr);
    let again = cli.run("rank --verify ranking.json");
    assert_eq!(again.code, Some(0), "{}{}", again.stdout, again.stderr);
    assert!(again.stdout.contains("3 applications and 9 criteria done again: 0 differences"));
    assert!(again.stdout.contains("Everything was read from the files themselves"));

    let cli = cli.file("in/bo.yaml", resume("Bo Cruz", "Fjord Media", &BOTH, "Go, Kafka"));
    let changed = cli.run("rank --verify ranking.json");
    assert_eq!(changed.code, Some(1));
    assert!(changed.stdout.contains("fileSha256"), "{}", changed.stdout);
}

#[test]
fn a_blind_record_is_done_again_from_the_same_files() {
    let cli = applications();
    cli.run("rank job.yaml in --blind --as-of 2026-11-22 --format json -o ranking.json");
    let alone = cli.run("rank --verify ranking.json");
    assert_eq!(alone.code, Some(2));
    assert!(alone.stderr.contains("does not name its files"), "{}", alone.stderr);
    let again = cli.run("rank job.yaml in --verify ranking.json");
    assert_eq!(again.code, Some(0), "{}{}", again.stdout, again.stderr);
}

#[test]
fn two_versions_of_a_job_say_who_moves_and_why() {
    let old = "title: Backend Engineer\nmust:\n  - id: go\n    text: Go in production\nnice:\n  - \
               Kubernetes\n";
    let cli = applications().file("old.yaml", old);
    let run = cli.run("rank job.yaml in --as-of 2026-11-22 --diff old.yaml --format json");
    let report = json(&run);
    let ann = &report["applicants"][2];
    assert_eq!(ann["applicant"], "in/ann.yaml");
    assert_eq!(ann["moved"]["band"], "all-shown");
    let causes: Vec<&str> = ann["moved"]["because"]
        .as_array()
        .into_iter()
        .flatten()
        .filter_map(|change| change["cause"].as_str())
        .collect();
    assert!(causes.contains(&"added"), "{ann}");
    let shown = cli.run("rank job.yaml in --as-of 2026-11-22 --diff old.yaml").stdout;
    assert!(shown.contains("Kafka (new)"), "{shown}");
}

#[test]
fn what_cannot_be_read_is_listed_and_stops_nobody() {
    let cli = applications().file("in/scan.pdf", "%PDF-1.4 nothing");
    let run = cli.run("rank job.yaml in --as-of 2026-11-22");
    assert_eq!(run.code, Some(1));
    assert!(run.stdout.contains("Not read (1)"), "{}", run.stdout);
    assert!(run.stdout.contains("in/scan.pdf"), "{}", run.stdout);
    let blind = cli.run("rank job.yaml in --as-of 2026-11-22 --blind");
    assert!(!blind.stdout.contains("scan.pdf"), "{}", blind.stdout);
}

#[test]
fn the_same_text_twice_is_noticed() {
    let twice = resume("Zed Amari", "Dockside Freight", &BOTH, "Go, Kafka");
    let run = applications().file("in/copy.yaml", twice).run("rank job.yaml in --quotes");
    assert!(run.stdout.contains("The same text as in/zed.yaml"), "{}", run.stdout);
    assert!(run.stdout.contains("1="), "{}", run.stdout);
}

#[test]
fn a_table_for_a_spreadsheet() {
    let run = applications().run("rank job.yaml in --as-of 2026-11-22 --format csv");
    let mut lines = run.stdout.lines();
    assert_eq!(
        lines.next(),
        Some(
            "place,applicant,band,fit,exact words,look at,go: Go in production,kafka: Kafka,nice-1: Kubernetes"
        )
    );
    assert!(lines.next().is_some_and(|line| line.starts_with("1,in/zed.yaml,all-shown,")));
}

#[test]
fn a_page_that_loads_nothing() {
    let run = applications().run("rank job.yaml in --as-of 2026-11-22 --format html");
    assert!(run.stdout.starts_with("<!DOCTYPE html>"));
    assert!(!run.stdout.contains("http:") && !run.stdout.contains("https:"), "loads something");
    assert!(run.stdout.contains("in/zed.yaml"));
}

#[test]
fn what_is_missing_is_said() {
    let cli = applications();
    for (arguments, expected) in [
        ("rank job.yaml nowhere.pdf", "`nowhere.pdf` does not exist"),
        ("rank missing.yaml in", "`missing.yaml` does not exist"),
        ("rank --verify job.yaml", "is no record of a ranking"),
        ("rank in/zed.yaml in", "nothing that the job asks for"),
    ] {
        let run = cli.run(arguments);
        assert_eq!(run.code, Some(2), "{arguments}: {}{}", run.stdout, run.stderr);
        assert!(run.stderr.contains(expected), "{arguments}: {}", run.stderr);
    }
    let empty = applications().folder("none");
    let run = empty.run("rank job.yaml none");
    assert!(run.stderr.contains("no resume in `none`"), "{}", run.stderr);
}

/// A page with words that no field holds: a reader of documents counts them as names in a list.
const LOOSE: &str = "Ada Berg\nada@berg.example\n\nExperience\nBackend Engineer, Fjord Media\n\
                     Jan 2021 - Dec 2024\n- Rewrote the fare router in Go, which cut its p99 from \
                     620 ms to 140 ms\n\nMISCELLANEOUS\nKafka and Kubernetes at meetups in Quillhaven\n";

#[test]
fn a_ranking_finds_what_a_match_finds() {
    let mut cli = Cli::new().folder("in").file("job.yaml", JOB).file("in/loose.txt", LOOSE);
    let mut files = vec!["loose.txt".to_owned()];
    for example in &roles::library().resumes {
        let name = format!("{}.yaml", example.name);
        cli = cli.file(&format!("in/{name}"), &example.yaml);
        files.push(name);
    }
    let text = cli.run(&format!("build in/{} -o in/built.txt", files[1]));
    assert_eq!(text.code, Some(0), "{text}");
    files.push("built.txt".to_owned());
    let mut jobs = vec!["job.yaml".to_owned()];
    for job in roles::job_templates() {
        cli = cli.file(&format!("{}.yaml", job.name), job.yaml);
        jobs.push(format!("{}.yaml", job.name));
    }
    for (at, job) in jobs.iter().enumerate() {
        // Every file with the first job, and some of them with the others.
        let some = files.iter().enumerate().filter(|(n, _)| at == 0 || n % 5 == at % 5);
        let matched = |file: &String| {
            let run = cli.run(&format!("match in/{file} {job} --as-of 2026-11-22 --format json"));
            json(&run)["fit"].clone()
        };
        let expected: Vec<(String, Value)> =
            some.map(|(_, file)| (format!("in/{file}"), matched(file))).collect();
        let caches = ["--no-cache", "--cache kept", "--cache kept"];
        for cache in &caches[..if at == 0 { 3 } else { 1 }] {
            let rank = format!("rank {job} in --as-of 2026-11-22 --format json {cache}");
            let report = json(&cli.run(&rank));
            let applicants = report["applicants"].as_array().expect("a list");
            for (file, fit) in &expected {
                let one = applicants.iter().find(|one| one["applicant"] == *file);
                let one = one.unwrap_or_else(|| panic!("{file} is not ranked"));
                assert_eq!(one["fit"], *fit, "{file} {job} {cache}");
            }
        }
    }
    let blind = cli.run("rank job.yaml in --as-of 2026-11-22 --format json --blind");
    assert!(!blind.stdout.contains("Quillhaven"), "{}", blind.stdout);
}
