//! Rules for jobs: reading jobs for tests, and what all rules say about jobs of yours.

mod examples;
mod found;
mod statements;

use extract::{Format, Limits};
use lint::check_job;
use resume::{Date, Finding, Job};
use roles::RolePack;

/// Reads YAML of a job. `filler: 300` adds that many words of prose, `list: 300` that many in a list.
#[track_caller]
fn job(yaml: &str) -> Job {
    let (mut filler, mut list) = (0, 0);
    let mut lines: Vec<&str> = yaml.lines().collect();
    lines.retain(|line| {
        let count = |key: &str| line.strip_prefix(key).and_then(|count| count.trim().parse().ok());
        let (prose, listed): (Option<usize>, Option<usize>) = (count("filler:"), count("list:"));
        (filler, list) = (prose.unwrap_or(filler), listed.unwrap_or(list));
        prose.is_none() && listed.is_none()
    });
    let text = lines.join("\n");
    let read = extract::read_job(text.as_bytes(), Format::Yaml, &Limits::default());
    let read = read.unwrap_or_else(|error| panic!("{}\n{yaml}", error.message));
    assert!(read.job.extra.is_empty(), "{:?}\n{yaml}", read.job.extra);
    let mut job = read.job;
    let prose = |count: usize| "depot ".repeat(count);
    if filler > 0 {
        job.summary = Some(prose(filler));
    }
    if list > 0 {
        job.outcomes = vec![prose(list / 5); 5];
    }
    job
}

fn check(job: &Job) -> Vec<Finding> {
    check_job(job, RolePack::backend_engineer(), &Date::Day(2026, 11, 30))
}

/// Prints what the rules say about jobs, YAML with `---` between them:
///
/// ```console
/// $ cargo test -p lint --test it -- --ignored dump_jobs --nocapture < jobs.yaml
/// ```
#[test]
#[ignore = "reads jobs from standard input and prints findings, for people"]
#[expect(clippy::print_stderr, clippy::disallowed_methods, reason = "that is its purpose")]
fn dump_jobs() {
    let mut text = String::new();
    std::io::Read::read_to_string(&mut std::io::stdin(), &mut text).expect("text");
    for (at, yaml) in text.split("\n---\n").enumerate() {
        let job = job(yaml);
        let value = serde_json::to_value(&job).expect("a job is data");
        for finding in check(&job) {
            let path = finding.path.to_string().replace('[', "/").replace([']', '.'], "/");
            let pointer = format!("/{}", path.replace("//", "/").trim_end_matches('/'));
            let text = value.pointer(&pointer).and_then(|text| {
                text.as_str().or_else(|| text.get("text").and_then(|text| text.as_str()))
            });
            let around =
                finding.range.clone().zip(text).map_or_else(String::new, |(range, text)| {
                    let start = text.floor_char_boundary(range.start.saturating_sub(60));
                    let end = text.ceil_char_boundary((range.end + 60).min(text.len()));
                    text[start..end].replace('\n', " ")
                });
            eprintln!(
                "{at}\t{}\t{}\t{}\t{}\t{around}",
                finding.severity, finding.rule, finding.path, finding.message
            );
        }
    }
}
