//! Seeds of jobs: a posting as text, as Markdown, as a page with structured data, as data.

use crate::Seed;

/// One posting in every form that is read.
pub(crate) fn job() -> Vec<Seed> {
    let text = "Backend Engineer (m/f/d)\nNorthwind Parcel, Utrecht, NL · Hybrid\n€70k–85.000 per year\n\n\
                What you'll do\n- Run the tariff importer\n\nRequirements:\n- 5+ years of Go\n- PostgreSQL or \
                MySQL\n\nNice to have\n- Kafka is a plus.\n\nProcess\n1. Screen (60 min, with Ada): Go; SQL\n";
    let data = r#"{"@context":"https://schema.org","@type":"JobPosting","title":"Backend Engineer",
"hiringOrganization":{"@type":"Organization","name":"Northwind Parcel"},"datePosted":"2026-10-01",
"validThrough":"2026-12-31T00:00","employmentType":["FULL_TIME"],"jobLocationType":"TELECOMMUTE",
"applicantLocationRequirements":[{"@type":"Country","name":"NL"}],"baseSalary":{"currency":"EUR",
"value":{"minValue":70000,"maxValue":85000,"unitText":"YEAR"}},
"description":"<p>You run it.</p><h2>Requirements</h2><ul><li>Go &amp; SQL</li></ul>"}"#;
    let page = |head: &str, body: &str| {
        format!("<!doctype html><head>{head}</head><body>{body}</body>").into_bytes()
    };
    let script = format!("<script type=\"application/ld+json\">{data}</script>");
    let body = "<h1>Backend Engineer</h1><h2>Must have</h2><ul><li>Go<li>SQL</ul><p>Salary: 70k";
    let yaml = "title: Backend Engineer\nmust: [Go, {text: SQL, assessedIn: Talk}]\nnice: [Kafka]\n\
                process: [{name: Talk, minutes: 60, assesses: [SQL]}]\nsalary: {min: 70000, max: 85000}\n";
    vec![
        ("text", text.as_bytes().to_vec()),
        ("markdown", text.replace("Requirements:", "## Requirements").into_bytes()),
        ("structured", page(&script, body)),
        ("graph", page(&script.replace(data, &format!("{{\"@graph\":[{data}]}}")), "")),
        ("cut", page(&script[..script.len() / 2], body)),
        ("page", page("", body)),
        ("yaml", yaml.as_bytes().to_vec()),
        ("json", br#"{"title":"Backend Engineer","must":["Go",{"text":"SQL"}],"nice":[]}"#.to_vec()),
    ]
}
