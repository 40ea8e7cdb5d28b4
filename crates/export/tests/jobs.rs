//! A job that is written in any format is read back the same.

use export::Options;
use export::job::{JobFormat, job, missing};
use extract::{Format, Limits, ReadJob};
use resume::Job;
use serde_json::json;

fn example() -> Job {
    serde_json::from_value(json!({
        "title": "Senior Backend Engineer",
        "stage": "senior",
        "identifier": "NP-77",
        "hiringOrganization": {
            "name": "Northwind Parcel", "url": "https://northwind.example",
            "summary": "Northwind rates eight million parcels a day."
        },
        "team": "Six engineers run the rating service.",
        "summary": "The service decides what a parcel costs.",
        "employmentType": "full-time",
        "locations": [{"city": "Utrecht", "countryCode": "NL"}],
        "remote": {"scope": "hybrid"},
        "pay": {"currency": "EUR", "min": 70000, "max": 85000, "period": "year", "note": "equity after one year"},
        "datePosted": "2026-11-30",
        "validThrough": "2027-01-31",
        "responsibilities": ["Own the rating service <end to end> & its on-call", "Review designs of other teams"],
        "outcomes": ["Has shipped a change to the tariff import"],
        "must": ["Has run a service in Go or Java in production", "PostgreSQL beyond CRUD"],
        "nice": ["Kafka in production"],
        "softSkills": ["Writes down a decision before building it"],
        "prerequisites": ["English at B2"],
        "tools": [{"name": "Languages", "keywords": ["Go", "Java"]}, {"name": "Databases", "keywords": ["PostgreSQL"]}],
        "benefits": ["30 days of vacation"],
        "process": [
            {"name": "Technical screen", "minutes": 60, "with": "two engineers", "assesses": ["system design"]},
            {"name": "Team interview", "minutes": 45}
        ],
        "accommodations": "Write to access@northwind.example.",
        "equalOpportunity": "All qualified applicants are considered regardless of origin.",
        "applyUrl": "https://northwind.example/jobs/apply/77"
    }))
    .expect("a job")
}

fn back(written: &[u8], format: JobFormat) -> ReadJob {
    let limits = Limits::default();
    let kind = match format {
        JobFormat::Markdown => document::Kind::Markdown,
        JobFormat::Html => document::Kind::Html,
        _ => return extract::read_job(written, Format::Json, &limits).expect("a job"),
    };
    let read = document::read(written, kind, &document::Limits::default()).expect("a document");
    match kind {
        document::Kind::Html => extract::read_job_page(written, &read, &limits),
        _ => extract::read_job_document(&read),
    }
}

fn texts(list: &[resume::job::Wanted]) -> Vec<&str> {
    list.iter().map(|one| one.text.as_str()).collect()
}

#[test]
fn what_is_written_is_read_back() {
    let expected = example();
    for format in [JobFormat::Markdown, JobFormat::Html, JobFormat::JsonLd, JobFormat::JsonResume] {
        let written = job(&expected, format, &Options::default());
        let read = back(&written, format);
        let found = &read.job;
        let name = format.name();
        assert_eq!(read.findings, [], "{name}");
        assert_eq!(found.title, expected.title, "{name}");
        assert_eq!(found.stage, expected.stage, "{name}");
        let company = |job: &Job| job.hiring_organization.as_ref().and_then(|who| who.name.clone());
        assert_eq!(company(found), company(&expected), "{name}");
        assert_eq!(found.pay, expected.pay, "{name}");
        assert_eq!(found.locations, expected.locations, "{name}");
        assert_eq!(found.employment_type, expected.employment_type, "{name}");
        assert_eq!(found.date_posted, expected.date_posted, "{name}");
        assert_eq!(found.responsibilities, expected.responsibilities, "{name}");
        assert_eq!(texts(&found.nice), texts(&expected.nice), "{name}");
        assert_eq!(found.tools, expected.tools, "{name}");
        if format == JobFormat::JsonResume {
            // That format has one list for all that is needed.
            assert_eq!(found.must.len(), 4, "{name}");
            continue;
        }
        if format != JobFormat::JsonLd {
            let scope = |job: &Job| job.remote.as_ref().and_then(|remote| remote.scope);
            assert_eq!(scope(found), scope(&expected), "{name}");
        }
        assert_eq!(texts(&found.must), texts(&expected.must), "{name}");
        assert_eq!(texts(&found.soft_skills), texts(&expected.soft_skills), "{name}");
        assert_eq!(texts(&found.prerequisites), texts(&expected.prerequisites), "{name}");
        assert_eq!(found.outcomes, expected.outcomes, "{name}");
        assert_eq!(found.benefits, expected.benefits, "{name}");
        assert_eq!(found.process, expected.process, "{name}");
        assert_eq!(found.summary, expected.summary, "{name}");
        assert_eq!(found.team, expected.team, "{name}");
        assert_eq!(found.equal_opportunity, expected.equal_opportunity, "{name}");
        assert_eq!(found.accommodations, expected.accommodations, "{name}");
        assert_eq!(found.apply_url, expected.apply_url, "{name}");
        assert_eq!(found.valid_through, expected.valid_through, "{name}");
        assert_eq!(found.identifier, expected.identifier, "{name}");
    }
}

#[test]
fn remote_work_comes_back_with_its_countries() {
    let mut expected = example();
    expected.locations.clear();
    expected.remote = serde_json::from_value(json!({"scope": "full", "countries": ["NL", "DE"]}))
        .expect("remote");
    for format in [JobFormat::Markdown, JobFormat::Html, JobFormat::JsonLd] {
        let read = back(&job(&expected, format, &Options::default()), format);
        assert_eq!(read.job.remote, expected.remote, "{}", format.name());
        assert_eq!(read.job.locations, [], "{}", format.name());
    }
}

fn posting(job_: &Job) -> serde_json::Value {
    serde_json::from_slice(&job(job_, JobFormat::JsonLd, &Options::default())).expect("JSON")
}

#[test]
fn a_posting_has_all_that_search_engines_ask_for() {
    let data = posting(&example());
    for (pointer, expected) in [
        ("/@type", json!("JobPosting")),
        ("/title", json!("Senior Backend Engineer")),
        ("/datePosted", json!("2026-11-30")),
        ("/validThrough", json!("2027-01-31T23:59:59")),
        ("/hiringOrganization/name", json!("Northwind Parcel")),
        ("/hiringOrganization/sameAs", json!("https://northwind.example")),
        ("/jobLocation/0/address/addressCountry", json!("NL")),
        ("/jobLocation/0/address/addressLocality", json!("Utrecht")),
        ("/employmentType", json!("FULL_TIME")),
        ("/baseSalary/currency", json!("EUR")),
        ("/baseSalary/value/minValue", json!(70000)),
        ("/baseSalary/value/maxValue", json!(85000)),
        ("/baseSalary/value/unitText", json!("YEAR")),
        ("/identifier/value", json!("NP-77")),
        ("/identifier/name", json!("Northwind Parcel")),
    ] {
        assert_eq!(data.pointer(pointer), Some(&expected), "{pointer}");
    }
    let description = data["description"].as_str().expect("text");
    for part in
        ["<h3>Must have</h3>", "<li>PostgreSQL beyond CRUD</li>", "<p>", "&lt;end to end&gt;"]
    {
        assert!(description.contains(part), "{part}");
    }
    assert_eq!(missing(&example(), JobFormat::JsonLd), []);
}

#[test]
fn known_mistakes_of_postings_are_not_made() {
    // Hybrid work is no remote work.
    assert!(posting(&example()).get("jobLocationType").is_none());
    // No country is called "Anywhere", and work from anywhere without countries is refused.
    let mut job_ = example();
    job_.locations.clear();
    job_.remote = serde_json::from_value(json!({"scope": "full"})).expect("remote");
    let data = posting(&job_);
    assert_eq!(data["jobLocationType"], "TELECOMMUTE");
    assert!(data.get("applicantLocationRequirements").is_none());
    assert!(
        missing(&job_, JobFormat::JsonLd)
            .iter()
            .any(|one| one.required && one.key == "remote.countries")
    );
    // A title is no description, a wording no date, a number without currency no pay, an
    // employer without a name none at all.
    let bare: Job = serde_json::from_value(json!({
        "title": "Engineer", "datePosted": "last week", "pay": {"min": 5}, "hiringOrganization": {"name": " "}
    }))
    .expect("a job");
    let data = posting(&bare);
    for key in [
        "description", "datePosted", "baseSalary", "hiringOrganization", "jobLocation",
        "identifier",
    ] {
        assert!(data.get(key).is_none(), "{key}");
    }
    let keys: Vec<&str> = missing(&bare, JobFormat::JsonLd)
        .iter()
        .filter(|one| one.required)
        .map(|one| one.key)
        .collect();
    assert_eq!(keys, ["responsibilities", "datePosted", "hiringOrganization", "locations"]);
    assert_eq!(missing(&bare, JobFormat::Markdown), []);
}

#[test]
fn text_cannot_leave_its_place() {
    let mut hostile = example();
    hostile.summary = Some("</script><script>alert(1)</script> ]]> <!-- -->".to_owned());
    let html = job(&hostile, JobFormat::Html, &Options::default());
    let html = String::from_utf8(html).expect("UTF-8");
    assert_eq!(html.matches("<script").count(), 1);
    assert_eq!(html.matches("</script").count(), 1);
    let xml = job(&hostile, JobFormat::Indeed, &Options::default());
    let xml = String::from_utf8(xml).expect("UTF-8");
    let mut reader = quick_xml::reader::Reader::from_str(&xml);
    let mut elements = Vec::new();
    loop {
        match reader.read_event().expect("well-formed") {
            quick_xml::events::Event::Start(tag) => {
                elements.push(tag.name().as_ref().to_owned());
            }
            quick_xml::events::Event::Eof => break,
            _ => {}
        }
    }
    for name in [
        "source", "publisher", "job", "title", "date", "referencenumber", "requisitionid", "url",
        "company", "city", "country", "description", "salary",
    ] {
        assert!(elements.iter().any(|element| element == name), "{name}");
    }
}

#[test]
fn a_job_is_a_file_to_edit() {
    let mut expected = example();
    expected.summary = Some(
        "The service decides what a parcel costs.\n\nSix people run it: all of them on call."
            .to_owned(),
    );
    let text = export::yaml(&expected, &|_| None);
    let read = extract::read_job(text.as_bytes(), Format::Yaml, &Limits::default()).expect("a job");
    assert_eq!(read.findings, [], "{text}");
    assert_eq!(read.job, expected, "{text}");
}
