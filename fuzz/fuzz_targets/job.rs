//! Any bytes as a job: a document, a page with structured data, a file of data. No panic, no hang,
//! places inside the text, and whether anything is asked for is told as it is.
#![no_main]

use document::Kind;
use extract::{Format, Limits, ReadJob, read_job, read_job_document, read_job_page};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| {
    let limits = document::Limits {
        unpacked: 4 << 20,
        pages: 4,
        characters: 40_000,
        ..document::Limits::default()
    };
    for kind in [Kind::Text, Kind::Markdown, Kind::Html] {
        let Ok(document) = document::read(bytes, kind, &limits) else { continue };
        keeps_its_promises(&read_job_document(&document));
        if kind == Kind::Html {
            keeps_its_promises(&read_job_page(bytes, &document, &Limits::default()));
        }
    }
    for format in [Format::Yaml, Format::Json] {
        if let Ok(read) = read_job(bytes, format, &Limits::default()) {
            keeps_its_promises(&read);
        }
    }
});

fn keeps_its_promises(read: &ReadJob) {
    let text = read.source_map.text();
    for (path, span) in read.source_map.spans() {
        assert!(text.get(span.value.clone()).is_some(), "{path}");
    }
    let places = read.places();
    for finding in &read.findings {
        assert!(text.get(places.locate(finding).range).is_some(), "{}", finding.path);
    }
    for (_, list) in read.job.wanted() {
        assert!(list.iter().all(|one| !one.text.is_empty()), "an empty line is none");
    }
    let json = serde_json::to_vec(&read.job).expect("a job is JSON");
    let limits = Limits { bytes: usize::MAX, depth: 250, nodes: usize::MAX };
    read_job(&json, Format::Json, &limits).expect("our own output is read");
}
