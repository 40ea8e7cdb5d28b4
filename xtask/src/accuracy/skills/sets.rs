//! Reading the two sets.

use std::fs;
use std::ops::Range;
use std::path::Path;

use anyhow::{Context, Result};
use serde_json::Value;

use super::{Marked, Set};

/// All documents of both sets, in the order of their files.
pub(crate) fn read(fixtures: &Path) -> Result<Vec<Marked>> {
    let mut all = Vec::new();
    for file in ["official_train", "official_dev"] {
        for entry in lines(&fixtures.join(format!("skillspan/dev/{file}.jsonl")))? {
            if entry.get("source").and_then(Value::as_str) == Some("tech") {
                all.push(ad(&entry));
            }
        }
    }
    for entry in lines(&fixtures.join("resume-ner-dotin-cc0/dev/docs.jsonl"))? {
        if entry.pointer("/meta/is_tech") == Some(&Value::Bool(true)) {
            all.push(resume(&entry));
        }
    }
    Ok(all)
}

fn lines(path: &Path) -> Result<Vec<Value>> {
    let text = fs::read_to_string(path).with_context(|| path.display().to_string())?;
    let name = || path.display().to_string();
    text.lines().map(|line| serde_json::from_str(line).with_context(name)).collect()
}

fn list<'v>(value: &'v Value, key: &str) -> impl Iterator<Item = &'v Value> {
    value.get(key).and_then(Value::as_array).into_iter().flatten()
}

fn string(value: &Value, key: &str) -> String {
    value.get(key).and_then(Value::as_str).unwrap_or_default().to_owned()
}

/// Sentences come as tokens: one line each, tokens parted by blanks.
fn ad(entry: &Value) -> Marked {
    let (mut text, mut gold) = (String::new(), Vec::new());
    for sentence in list(entry, "sentences") {
        let mut tokens: Vec<Range<usize>> = Vec::new();
        for token in list(sentence, "tokens").filter_map(Value::as_str) {
            let start = text.len();
            text.push_str(token);
            tokens.push(start..text.len());
            text.push(' ');
        }
        for span in list(sentence, "knowledge_spans") {
            let at = |index: usize| {
                span.get(index).and_then(Value::as_u64).and_then(|at| usize::try_from(at).ok())
            };
            let first = at(0).and_then(|at| tokens.get(at));
            let last = at(1).and_then(|at| tokens.get(at.checked_sub(1)?));
            if let (Some(first), Some(last)) = (first, last) {
                gold.push(first.start..last.end);
            }
        }
        text.pop();
        text.push('\n');
    }
    Marked { set: Set::Ads, id: string(entry, "id"), text, gold }
}

/// Places of these are counted in characters.
fn resume(entry: &Value) -> Marked {
    let text = string(entry, "text");
    let mut bytes: Vec<usize> = text.char_indices().map(|(at, _)| at).collect();
    bytes.push(text.len());
    let tools = list(entry, "spans")
        .filter(|span| span.get("label").and_then(Value::as_str) == Some("Tech Tools"));
    let place = |span: &Value, key: &str| {
        let at = span.get(key).and_then(Value::as_u64)?;
        bytes.get(usize::try_from(at).ok()?).copied()
    };
    let gold = tools.filter_map(|span| Some(place(span, "start")?..place(span, "end")?)).collect();
    Marked { set: Set::Resumes, id: string(entry, "id"), text, gold }
}
