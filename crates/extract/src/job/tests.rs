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
