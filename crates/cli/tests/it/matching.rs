//! `vitae match` and `vitae tailor`.

use std::fs;

use crate::support::Cli;

fn case(name: &str) -> Vec<u8> {
    let path = format!("{}/../../cases/{name}", env!("CARGO_MANIFEST_DIR"));
    fs::read(&path).unwrap_or_else(|error| panic!("{path}: {error}"))
}

fn desk() -> Cli {
    Cli::new()
        .file("cv.yaml", case("jobs/resume.yaml"))
        .file("job.yaml", case("jobs/backend.yaml"))
        .file("product.yaml", case("jobs/product.yaml"))
}

#[test]
fn what_a_page_shows_of_a_job() {
    let run = desk().run("match cv.yaml job.yaml");
    assert_eq!(run.code, Some(0), "{run}");
    for words in
        ["Must  63 % of the result", "cv.yaml:16", "[must-3]", "if you have done it, say where"]
    {
        assert!(run.stdout.contains(words), "{words}: {run}");
    }
    let markdown = desk().run("match cv.yaml job.yaml --format markdown");
    assert!(markdown.stdout.starts_with("# cv.yaml: "), "{markdown}");
    let html = desk().run("match cv.yaml job.yaml --format html").stdout;
    assert!(html.starts_with("<!DOCTYPE html>") && html.contains("<blockquote>"), "{html}");
    assert!(!html.contains("http:") && !html.contains("https:") && !html.contains("<script"));
}

#[test]
fn programs_get_the_same() {
    let run = desk().run("match cv.yaml job.yaml --format json");
    let found: serde_json::Value = serde_json::from_str(&run.stdout).expect("JSON");
    assert!(found["fit"].as_f64() > Some(75.0) && found["literal"].is_number(), "{run}");
    assert_eq!(found["requirements"][0]["quotes"][0]["line"], 15);
    assert_eq!(run, desk().run("match cv.yaml job.yaml --format json"));
}

#[test]
fn jobs_and_resumes_may_be_documents() {
    let job = "Backend Engineer\n\nRequirements\n\n- Kafka\n- Go or Java\n\nNice to have\n\n- Terraform\n";
    let cli = desk().file("job.md", job).stdin(job);
    let run = cli.run("match cv.yaml job.md --format json");
    assert_eq!(run.code, Some(0), "{run}");
    assert!(run.stdout.contains("\"fit\": 100.0"), "{run}");
    let run = cli.run("match cv.yaml -");
    assert_eq!(run.code, Some(0), "{run}");
}

#[test]
fn gates_and_refusals() {
    let cli =
        desk().file("empty.yaml", "title: Engineer\n").file("soft.yaml", "must: [Team player]\n");
    assert_eq!(cli.run("match cv.yaml job.yaml --min-fit 70").code, Some(0));
    assert_eq!(cli.run("match cv.yaml product.yaml --min-fit 70").code, Some(1));
    for arguments in ["match cv.yaml empty.yaml", "match cv.yaml soft.yaml", "match - -"] {
        let run = cli.run(arguments);
        assert_eq!((run.code, run.stdout.as_str()), (Some(2), ""), "{arguments}: {run}");
    }
}

#[test]
fn a_variant_is_made_for_a_job() {
    let long = case("fit/two-pages-mid.yaml");
    let cli = Cli::new().file("cv.yaml", &long).file("job.yaml", case("jobs/backend.yaml"));
    let run = cli.run("tailor cv.yaml job.yaml --pages 1");
    assert_eq!(run.code, Some(0), "{run}");
    assert_eq!(cli.read("cv.yaml"), long);
    let run = cli.run("tailor cv.yaml job.yaml --pages 1 -o acme");
    assert_eq!(run.code, Some(0), "{run}");
    let run = cli.run("match cv.yaml@acme job.yaml");
    assert_eq!(run.code, Some(0), "{run}");
    let again = cli.run("tailor cv.yaml job.yaml --pages 1 -o acme");
    assert_eq!(again.code, Some(2), "{again}");
}
