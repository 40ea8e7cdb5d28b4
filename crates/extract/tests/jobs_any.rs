//! For any posting and any data: no panic, and places inside the text.

use document::Kind;
use extract::{Format, Limits, ReadJob, read_job, read_job_document, read_job_page};
use proptest::prelude::*;

fn sound(read: &ReadJob) {
    let text = read.source_map.text();
    for (path, span) in read.source_map.spans() {
        assert!(text.get(span.value.clone()).is_some(), "{path}");
    }
    // Nothing to compare with is told, and only then.
    let told = read.findings.iter().any(|finding| finding.rule == "nothing-asked");
    if read.origin != resume::job::JobOrigin::Vitae {
        assert_eq!(told, !read.job.says_what_is_wanted());
    }
    for (_, list) in read.job.wanted() {
        assert!(list.iter().all(|one| !one.text.is_empty()));
    }
    assert!(serde_json::to_string(&read.job).is_ok());
}

fn any_document(text: &str) {
    for kind in [Kind::Text, Kind::Markdown, Kind::Html] {
        let limits = document::Limits::default();
        let Ok(document) = document::read(text.as_bytes(), kind, &limits) else { continue };
        sound(&read_job_document(&document));
        if kind == Kind::Html {
            read_job_page(text.as_bytes(), &document, &Limits::default());
        }
    }
    for format in [Format::Yaml, Format::Json] {
        if let Ok(read) = read_job(text.as_bytes(), format, &Limits::default()) {
            sound(&read);
        }
    }
}

fn posting() -> impl Strategy<Value = String> {
    let piece = prop::sample::select(vec![
        "# Backend Engineer (m/f/d)\n",
        "Requirements:\n",
        "**Must have**\n",
        "## Nice to have\n",
        "What you'll do\n",
        "About Northwind\n",
        "- ",
        "  - ",
        "1. ",
        "\n",
        "\n\n",
        " ",
        ": ",
        "Salary: €70k–85.000 per year",
        "up to $",
        "401(k)",
        "120-140/hr",
        "Remote (US, DE)",
        "Utrecht, NL · Hybrid | Full-time",
        "5+ years of Go",
        "Kafka is a plus.",
        "You will own it.",
        "We are an equal opportunity employer.",
        "Screen (60 min, with Ada): Go; SQL",
        "é",
        "😀",
        "İ",
        "ß",
        "—",
        "(",
        ")",
        "“",
        "’",
        "<p>",
        "<li>",
        "</ul>",
        "<h2>",
        "&amp;",
        "\u{a0}",
        "\t",
        "<script type=\"application/ld+json\">",
        "</script>",
        "{\"@type\": \"JobPosting\", ",
        "\"title\": \"E\", ",
        "\"description\": \"<li>Go\"",
        "\"baseSalary\": {\"value\": 1e99}",
        "}",
        "company: A\n",
        "salary: 5\n",
        "skills: [{name: Go}]\n",
        "location: {city: X}\n",
        "must: [Go]\n",
        "pay: {min: 1}\n",
        "we are hiring a ",
        "At ",
        " is hiring",
    ]);
    prop::collection::vec(piece, 0..40).prop_map(|pieces| pieces.concat())
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 400, ..ProptestConfig::default() })]

    #[test]
    fn any_posting_is_read(text in posting()) {
        any_document(&text);
    }

    #[test]
    fn any_text_is_read(text in "\\PC{0,200}") {
        any_document(&text);
    }
}

/// What could cost the square of its length; it would take minutes.
#[test]
fn long_postings_are_read() {
    for piece in [
        "Requirements: Go. ", "- ", "€1.000.000 - ", "a at b - ", "(", "5 years ", "You must ",
        "<script>", "Remote (US, ", "Label: ", "x; ", "1 2 3 ", "we are hiring a lead ",
    ] {
        let text = piece.repeat(60_000 / piece.len());
        any_document(&text);
    }
}
