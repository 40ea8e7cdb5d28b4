//! Jobs in the format of vitae.

use resume::Stage;
use resume::job::{EmploymentType, PayPeriod, RemoteScope};

use super::*;

const JOB: &str = "\
title: Senior Backend Engineer
stage: senior
hiringOrganization: {name: Northwind Parcel, summary: Rates parcels.}
employmentType: full-time
locations: [{city: Utrecht, countryCode: NL}]
remote: {scope: hybrid, countries: [NL, BE]}
pay: {currency: EUR, min: 70000, max: 85000, period: year}
summary: >
  The first
  paragraph.

  The second.
responsibilities:
  - Own the rating service
must:
  - text: Runs a service in Go or Java in production
    assessedIn: Technical screen
    weight: 2
  - PostgreSQL beyond CRUD
process:
  - {name: Technical screen, minutes: 60, assesses: [Design]}
";

#[test]
fn a_job_of_our_own_is_read() {
    let read = read_job(JOB.as_bytes(), Format::Yaml, &Limits::default()).expect("a job");
    assert_eq!(read.findings, []);
    let job = &read.job;
    assert_eq!(job.title.as_deref(), Some("Senior Backend Engineer"));
    assert_eq!(job.stage, Some(Stage::Senior));
    assert_eq!(job.employment_type, Some(EmploymentType::FullTime));
    assert_eq!(job.summary.as_deref(), Some("The first paragraph.\n\nThe second."));
    let pay = job.pay.as_ref().expect("pay");
    assert_eq!((pay.min, pay.max, pay.period), (Some(70_000), Some(85_000), Some(PayPeriod::Year)));
    assert_eq!(job.remote.as_ref().and_then(|remote| remote.scope), Some(RemoteScope::Hybrid));
    assert_eq!(job.must[0].weight, Some(2));
    assert_eq!(job.must[1].text, "PostgreSQL beyond CRUD");
    let at = read.places().at(&"must[1]".parse().expect("a path"), Some(0..10));
    assert_eq!(&JOB[at.range], "PostgreSQL");
    let at = read.places().at(&"must[0].text".parse().expect("a path"), Some(0..4));
    assert_eq!(&JOB[at.range], "Runs");
}

#[track_caller]
fn check_found(text: &str, expected: &[&str]) {
    let read = read_job(text.as_bytes(), Format::Yaml, &Limits::default()).expect("a job");
    let found = read.findings.iter().map(|one| {
        let line = read.source_map.locate(&one.path, "", None).line;
        format!("{line} {}: {}", one.rule, one.hint.as_deref().unwrap_or_default())
    });
    assert_eq!(found.collect::<Vec<_>>(), expected, "{text}");
}

#[test]
fn mistakes_have_their_place() {
    check_found("title: Engineer\nmust: [Go]\n", &[]);
    check_found(
        "title: Engineer\nrequirements: [Go]\n",
        &["2 unknown-field: did you mean `qualifications`? The value is kept, but not shown"],
    );
    check_found(
        "hiringOrganization: Northwind\n",
        &["1 wrong-type: write `name: Northwind`; it was read so"],
    );
    check_found(
        "must:\n  - weight: 2\n",
        &["2 empty-value: write it under the key `text`, or delete the item"],
    );
    check_found(
        "must: Go\n",
        &["1 wrong-type: write it on a line of its own: `- Go`; it was read as its one item"],
    );
}

#[test]
fn a_file_without_keys_is_no_job() {
    for text in ["Backend Engineer", "- a\n- b", ""] {
        assert!(read_job(text.as_bytes(), Format::Yaml, &Limits::default()).is_err());
    }
}

fn document(name: &str, text: &str) -> ReadJob {
    let kind = document::Kind::detect(Some(name), text.as_bytes());
    let read = document::read(text.as_bytes(), kind, &document::Limits::default());
    read_job_document(&read.expect("a document"))
}

/// The lists and facts of a job, a line each.
fn shown(job: &Job) -> String {
    let mut lines = Vec::new();
    let mut line = |key: &str, text: &str| lines.push(format!("{key}: {text}"));
    line("title", job.title.as_deref().unwrap_or("-"));
    let name = job.hiring_organization.as_ref().and_then(|who| who.name.as_deref());
    line("company", name.unwrap_or("-"));
    for text in &job.responsibilities {
        line("duty", text);
    }
    for (key, list) in job.wanted() {
        for one in list {
            line(key, &one.text);
        }
    }
    for text in &job.benefits {
        line("benefit", text);
    }
    for group in &job.tools {
        line(group.name.as_deref().unwrap_or("tools"), &group.keywords.join(", "));
    }
    for round in &job.process {
        let minutes = round.minutes.map_or(String::new(), |minutes| format!(" {minutes}"));
        line("round", &format!("{}{minutes}", round.name.as_deref().unwrap_or_default()));
    }
    lines.join("\n")
}

#[track_caller]
fn check_shown(name: &str, text: &str, expected: &str) {
    assert_eq!(shown(&document(name, text).job), expected.trim_matches('\n'));
}

#[test]
fn headings_file_what_stands_below_them() {
    check_shown(
        "job.md",
        "\
# Senior Backend Engineer (m/f/d)

Northwind Parcel · Utrecht, Netherlands · Hybrid · Full-time

**Salary:** €70,000–85,000 per year plus equity

## About Northwind Parcel
Northwind rates parcels. We were founded in 2014.

## What you'll do
- Own the rating service
- Review designs of other teams

## Must have
- Five years of backend work in Go or Java
- Experience with one of:
  - Kafka
  - RabbitMQ

## Nice to have
- Kubernetes

## What we offer
- 30 days of vacation

## Tech stack
- Languages: Go, Java
- Databases: PostgreSQL

## How we hire
1. Technical screen (60 minutes, with two engineers): system design
2. Team interview – 45 min

We are an equal opportunity employer.
",
        "
title: Senior Backend Engineer
company: Northwind Parcel
duty: Own the rating service
duty: Review designs of other teams
must: Five years of backend work in Go or Java
must: Experience with one of: Kafka, RabbitMQ
nice: Kubernetes
benefit: 30 days of vacation
Languages: Go, Java
Databases: PostgreSQL
round: Technical screen 60
round: Team interview 45
",
    );
}

#[test]
fn a_wall_of_prose_is_filed_by_its_words() {
    check_shown(
        "job.txt",
        "\
Platform Engineer - Remote (Germany)
Acme Robotics GmbH

Acme Robotics builds robots. We are looking for a Platform Engineer to join our team. You will \
run the clusters that our robots report to. We expect at least 3 years of experience with \
Kubernetes. Experience with Prometheus is a plus. We offer 28 days of vacation. The salary range \
is EUR 65,000 to 80,000 per year. Send your CV to jobs@acme.example.
",
        "
title: Platform Engineer
company: Acme Robotics GmbH
duty: You will run the clusters that our robots report to.
nice: Experience with Prometheus is a plus.
qualifications: We expect at least 3 years of experience with Kubernetes.
benefit: We offer 28 days of vacation.
",
    );
}

#[test]
fn words_before_a_list_say_what_it_is_under_any_heading() {
    check_shown(
        "job.txt",
        "\
Backend Engineer

Key responsibilities:
- Design the services of our riders

Interested?
This is what you will need to have:
- Services written in Go
- Kafka in production
",
        "
title: Backend Engineer
company: -
duty: Design the services of our riders
must: Services written in Go
must: Kafka in production
",
    );
}

#[test]
fn values_have_places_in_the_text() {
    let text = "# Backend Engineer\n\n## Requirements\n- Go *or* Java\n\n## Location\nUtrecht\n";
    let read = document("job.md", text);
    for (path, expected) in
        [("title", "Backend Engineer"), ("must[0]", "Go or Java"), ("locations[0]", "Utrecht")]
    {
        let at = read.places().at(&path.parse().expect("a path"), None);
        assert_eq!(&read.source_map.text()[at.range], expected);
    }
}

#[test]
fn a_posting_that_asks_for_nothing_says_so() {
    for text in ["Loading…", "Page not found", "Northwind Parcel\nUtrecht\n", "1 2 3"] {
        let read = document("job.txt", text);
        let rules: Vec<&str> = read.findings.iter().map(|finding| &*finding.rule).collect();
        assert_eq!(rules, ["nothing-asked"], "{text}");
    }
    let read = document("job.md", "# Engineer\n\n## Requirements\n- Go\n");
    assert_eq!(read.findings, []);
}
