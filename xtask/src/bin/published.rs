//! Writes or checks the published files: the JSON Schemas and the page of all rules.
//!
//! `cargo xtask codegen` runs it; a program of its own because it links the crates it describes.

#![expect(
    clippy::disallowed_methods,
    clippy::print_stdout,
    reason = "writes files of the repository and tells which"
)]

use std::collections::BTreeMap;
use std::fmt::Write;
use std::fs;
use std::path::Path;

use anyhow::{Context, Result, bail};
use resume::{Severity, Stage};
use serde_json::Value;

/// What each published file holds, by its path in the repository.
fn published() -> Result<Vec<(&'static str, String)>> {
    Ok(vec![
        ("schema/resume.schema.json", json(&resume::resume_schema())?),
        ("schema/job.schema.json", json(&resume::job_schema())?),
        ("schema/letter.schema.json", json(&resume::letter_schema())?),
        ("schema/report.schema.json", json(&resume::report_schema())?),
        ("docs/rules.md", rules()),
    ])
}

fn main() -> Result<()> {
    let check = std::env::args().any(|argument| argument == "--check");
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).parent().context("xtask has a parent")?;
    let mut stale = Vec::new();
    for (name, text) in published()? {
        let path = root.join(name);
        if fs::read_to_string(&path).is_ok_and(|current| current == text) {
            continue;
        }
        stale.push(name);
        if !check {
            fs::create_dir_all(path.parent().context("a file has a folder")?).context(name)?;
            fs::write(&path, text).context(name)?;
            println!("wrote {name}");
        }
    }
    if check && !stale.is_empty() {
        bail!("not up to date: {}; run `cargo xtask codegen`", stale.join(", "));
    }
    Ok(())
}

fn json(value: &Value) -> Result<String> {
    Ok(serde_json::to_string_pretty(value)? + "\n")
}

/// What the page says of one rule.
struct Entry {
    severity: Severity,
    /// An axis, a part of readiness, `file` for rules of the reader, `job` for those of jobs.
    topic: &'static str,
    /// The stages at which it speaks, when not at all of them.
    stages: Option<String>,
    summary: &'static str,
    docs: String,
}

/// The page of all rules, those of the reader and those of the linter for resumes and jobs, by id.
fn rules() -> String {
    let reader = extract::reader_rules().iter().map(|rule| {
        let docs = rule.docs_markdown.to_owned();
        let (severity, summary) = (rule.severity, rule.summary);
        (rule.id, Entry { severity, topic: "file", stages: None, summary, docs })
    });
    let linter = lint::rules().iter().map(|rule| {
        let (first, last) = (*rule.stages.start(), *rule.stages.end());
        let all = (first, last) == (Stage::Junior, Stage::Staff);
        let stages = (!all).then(|| format!("{first} to {last}"));
        let (severity, topic) = (rule.severity, rule.topic.as_str());
        let (summary, docs) = (rule.summary(), rule.text());
        (rule.id, Entry { severity, topic, stages, summary, docs })
    });
    let jobs = lint::job_rules().iter().map(|rule| {
        let (severity, summary, docs) = (rule.severity, rule.summary(), rule.text());
        (rule.id, Entry { severity, topic: "job", stages: None, summary, docs })
    });
    let all: BTreeMap<_, _> = reader.chain(linter).chain(jobs).collect();

    let mut page = String::from(
        "# Rules\n\nWritten by `cargo xtask codegen` from the rules themselves; \
         `vitae explain RULE` prints the same.\n\n\
         | rule | level | topic | what is wrong |\n|---|---|---|---|\n",
    );
    for (id, Entry { severity, topic, summary, .. }) in &all {
        let summary = summary.trim_end_matches('.').replace('|', "\\|");
        let _ = writeln!(page, "| [`{id}`](#{id}) | {severity} | {topic} | {summary} |");
    }
    for (id, Entry { severity, topic, stages, summary, docs }) in &all {
        let stages =
            stages.as_ref().map(|stages| format!(" Stages: {stages}.")).unwrap_or_default();
        let _ = write!(page, "\n## {id}\n\nLevel: {severity}. Topic: {topic}.{stages}\n\n");
        if !docs.trim_start().starts_with(summary) {
            let _ = write!(page, "{summary}.\n\n");
        }
        page += &below_heading(docs);
    }
    page
}

/// Documentation under a heading of its own: its headings one level lower.
fn below_heading(docs: &str) -> String {
    let mut text = String::new();
    let mut fenced = false;
    for line in docs.trim_end().lines() {
        fenced ^= line.starts_with("```");
        let deeper = if !fenced && line.starts_with('#') { "#" } else { "" };
        let _ = writeln!(text, "{deeper}{}", line.trim_end());
    }
    text
}
