//! Jobs: what a page shows, and what comes back from it.

use extract::{Format, read_job, read_job_document};
use resume::Job;
use resume::model::Paper;
use serde_json::{Value, json};

use super::poppler;
use super::reading::{assert_in_order, body, packed};
use super::samples::{PAPERS, in_parallel, own};
use crate::{Options, Pages, TypesetError, job, job_template, pages};

/// Jobs to edit, as they are shipped.
const SHIPPED: [(&str, &str); 4] = [
    ("junior", include_str!("../../../../roles/backend-engineer/jobs/backend-junior.yaml")),
    ("senior", include_str!("../../../../roles/backend-engineer/jobs/backend-senior.yaml")),
    ("staff", include_str!("../../../../roles/backend-engineer/jobs/backend-staff.yaml")),
    ("platform", include_str!("../../../../roles/backend-engineer/jobs/platform-senior.yaml")),
];

fn shipped(yaml: &str) -> Job {
    read_job(yaml.as_bytes(), Format::Yaml, &extract::Limits::default()).expect("a job").job
}

fn of(job: Value) -> Job {
    serde_json::from_value(job).expect("a job")
}

fn set(content: &Job, paper: Paper) -> Result<Pages, TypesetError> {
    job(content, &Options { paper, ..Options::new(job_template()) })
}

/// The PDF of a job, when every text of it comes back in order.
fn read_back(name: &str, content: &Job, paper: Paper) -> Vec<u8> {
    let pdf = set(content, paper).and_then(|pages| pages.pdf());
    let pdf = pdf.unwrap_or_else(|error| panic!("{name}: {error}: {}", error.hint()));
    let page = content.page();
    let document = own(&pdf);
    assert_eq!(document.hidden, [], "{name}");
    assert_in_order(name, &page.leaves(), &body(&document), packed);
    if let Some(text) = poppler::text(&pdf) {
        assert_in_order(name, &page.leaves(), &text, packed);
    }
    pdf
}

#[test]
fn shipped_jobs_come_back_as_jobs() {
    let all = SHIPPED.iter().flat_map(|(name, yaml)| PAPERS.map(|paper| (*name, *yaml, paper)));
    in_parallel(all.collect(), |(name, yaml, paper)| {
        let job = shipped(yaml);
        assert!((1..=2).contains(&set(&job, paper).expect("set").count()), "{name}");
        let pdf = read_back(name, &job, paper);
        let read = read_job_document(&own(&pdf)).job;
        assert_eq!(read.title, job.title, "{name}");
        let texts = |job: &Job, key: &str| -> Vec<String> {
            let lists = job.wanted();
            let (_, list) = lists.iter().find(|(known, _)| *known == key).expect("a list");
            list.iter().map(|one| one.text.clone()).collect()
        };
        for (key, list) in job.wanted().iter().filter(|(_, list)| !list.is_empty()) {
            let written: Vec<String> = list.iter().map(|one| one.text.clone()).collect();
            assert_eq!(texts(&read, key), written, "{name}: {key}");
        }
        assert_eq!(read.responsibilities, job.responsibilities, "{name}");
        let band = |job: &Job| {
            let pay = job.pay.clone().unwrap_or_default();
            (pay.currency, pay.min, pay.max, pay.period)
        };
        assert_eq!(band(&read), band(&job), "{name}");
        let places = |job: &Job| -> Vec<_> {
            let places = job.locations.iter();
            places.map(|place| (place.city.clone(), place.country_code.clone())).collect()
        };
        assert_eq!(places(&read), places(&job), "{name}");
        let minutes = |job: &Job| job.process.iter().map(|round| round.minutes).collect::<Vec<_>>();
        assert_eq!(minutes(&read), minutes(&job), "{name}");
    });
}

#[test]
fn any_text_stands_as_it_is() {
    let long = "w".repeat(400);
    let address = format!("https://jobs.example/{}", "apply-here/".repeat(40));
    let signs = "C++ < & # $ _ * @ \\ – CI/CD, event-driven/request-driven, 99 %";
    let job = of(json!({
        "title": "Engineer, C++ <&> #1 $_*@\\",
        "hiringOrganization": { "name": "Ünal & Søn" },
        "locations": [{ "city": "Llanfairpwllgwyngyllgogerychwyrndrobwllllantysiliogogogoch" }],
        "pay": { "min": 1, "max": 4_294_967_295_u32, "currency": "EUR", "note": signs },
        "summary": format!("= no heading {signs}\n\n#panic(\"no\") {long}"),
        "must": [signs, long, "// no comment", "/ term: text", "$x$ `raw` <label> @reference"],
        "process": [{ "name": signs, "minutes": 60, "assesses": [long, signs] }],
        "benefits": vec![signs; 40],
        "accommodations": signs,
        "other": [{ "heading": signs, "texts": [signs, "Γλώσσα, мова, Łódź"] }],
        "applyUrl": address,
    }));
    for paper in PAPERS {
        read_back("any text", &job, paper);
    }
}

#[test]
fn what_is_missing_leaves_no_trace() {
    for (job, expected) in [
        (json!({}), ""),
        (json!({ "title": "Engineer" }), "Engineer"),
        (json!({ "must": ["Go"] }), "Must have • Go"),
        (json!({ "hiringOrganization": { "name": "Pine Post" } }), "Pine Post"),
    ] {
        let pdf = set(&of(job), Paper::A4).and_then(|pages| pages.pdf()).expect("a PDF");
        let Some(text) = poppler::text(&pdf) else { return };
        assert_eq!(text.split_whitespace().collect::<Vec<_>>().join(" "), expected);
    }
}

#[test]
fn letters_that_no_font_draws_are_named() {
    let asked = of(json!({ "title": "Engineer", "must": ["日本語 at N2"] }));
    let error = set(&asked, Paper::A4).expect_err("no such glyph").to_string();
    assert!(error.contains("'日' (U+65E5)"), "{error}");
}

#[test]
fn the_file_is_tagged_and_dated() {
    let job = of(json!({
        "title": "Backend Engineer",
        "hiringOrganization": { "name": "Pine Post" },
        "datePosted": "2026-11-30",
        "must": ["Go", "SQL"],
        "process": [{ "name": "Screen", "minutes": 60 }],
    }));
    let pdf = read_back("tags", &job, Paper::A4);
    assert!(pdf == read_back("tags", &job, Paper::A4));
    for mark in [
        "<pdfuaid:part>1</pdfuaid:part>",
        "<pdfaid:part>2</pdfaid:part>",
        "<pdfaid:conformance>A</pdfaid:conformance>",
        "/CreationDate(D:20261130000000Z)",
    ] {
        assert!(pdf.windows(mark.len()).any(|window| window == mark.as_bytes()), "{mark}");
    }
    let Some(tree) = poppler::run("pdfinfo", &["-struct-text"], &pdf) else { return };
    let count = |tag: &str| tree.lines().filter(|line| line.trim_start().starts_with(tag)).count();
    assert_eq!(["H1 ", "H2 ", "L ", "LI "].map(count), [1, 2, 2, 3], "{tree}");
    let Some(info) = poppler::run("pdfinfo", &[], &pdf) else { return };
    assert!(info.contains("Title:           Backend Engineer – Pine Post\n"), "{info}");
}

#[test]
fn a_template_of_jobs_shows_no_resume() {
    let error = pages(&resume::Resume::default(), &Options::new(job_template()));
    assert!(matches!(error, Err(TypesetError::Template { .. })), "{error:?}");
}
