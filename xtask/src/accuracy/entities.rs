//! Names in plain text: people marked employers, titles, schools and degrees in real resumes.
//!
//! They skip repeats and mark what stands outside entries, too, so the share that is found counts
//! first. Texts that somebody made one long line of are left out: they are no pages.

use std::fmt::Write;
use std::fs;
use std::path::Path;

use anyhow::{Context, Result};
use document::Kind;
use serde_json::Value;

use crate::misses::one_line;
use crate::options::Options;
use crate::reading::Read;
use crate::table::{figure, rows, share};
use crate::text::{SAME_TOKENS, normal, token_f1};

/// Labels of the set, with the section and the field that answer them.
const LABELS: [(&str, &str, &str, &str); 4] = [
    ("title", "Designation", "experience", "title"),
    ("employer", "Companies worked at", "experience", "company"),
    ("school", "College Name", "education", "institution"),
    ("degree", "Degree", "education", "degree"),
];

/// Values of one label in one text.
pub(crate) struct Names {
    text: String,
    label: &'static str,
    gold: Vec<String>,
    found: Vec<String>,
}

/// Reads all texts of the set.
pub(crate) fn read(fixtures: &Path) -> Result<Vec<Names>> {
    let path = fixtures.join("resume-ner-dotin-cc0/dev/docs.jsonl");
    let lines = fs::read_to_string(&path).with_context(|| path.display().to_string())?;
    let mut all = Vec::new();
    for line in lines.lines() {
        let entry: Value = serde_json::from_str(line).context("docs.jsonl")?;
        if entry.pointer("/meta/multiline") != Some(&Value::Bool(true)) {
            continue;
        }
        let text = entry.get("text").and_then(Value::as_str).unwrap_or_default();
        let id = entry.get("id").and_then(Value::as_str).unwrap_or_default();
        let fields = Read::of(Kind::Text, text.as_bytes()).fields;
        for (label, key, section, field) in LABELS {
            let gold = strings(entry.get("doc_gold").and_then(|gold| gold.get(key)));
            let entries = fields.get(section).and_then(Value::as_array);
            let mut found = Vec::new();
            for value in
                entries.into_iter().flatten().filter_map(|entry| entry.get(field)?.as_str())
            {
                let value = normal(value);
                if !found.contains(&value) {
                    found.push(value);
                }
            }
            all.push(Names { text: id.to_owned(), label, gold, found });
        }
    }
    Ok(all)
}

fn strings(value: Option<&Value>) -> Vec<String> {
    let list = value.and_then(Value::as_array);
    list.into_iter().flatten().filter_map(Value::as_str).map(str::to_owned).collect()
}

impl Names {
    fn missed(&self) -> impl Iterator<Item = &String> {
        self.gold.iter().filter(|gold| !like_any(gold, &self.found))
    }

    fn extra(&self) -> impl Iterator<Item = &String> {
        self.found.iter().filter(|found| !like_any(found, &self.gold))
    }
}

fn like_any(value: &str, values: &[String]) -> bool {
    values.iter().any(|other| token_f1(value, other) >= SAME_TOKENS)
}

/// Recall and precision of each label; empty without texts.
pub(crate) fn table(all: &[Names], markdown: bool) -> String {
    if all.is_empty() {
        return String::new();
    }
    let head = ["names in plain text", "marked", "recall", "precision"];
    let mut table = vec![head.map(str::to_owned).to_vec()];
    for (label, ..) in LABELS {
        let of_label = || all.iter().filter(|one| one.label == label);
        let gold: usize = of_label().map(|one| one.gold.len()).sum();
        let missed: usize = of_label().map(|one| one.missed().count()).sum();
        let found: usize = of_label().map(|one| one.found.len()).sum();
        let extra: usize = of_label().map(|one| one.extra().count()).sum();
        let (recall, precision) = (share(gold - missed, gold), share(found - extra, found));
        table.push(vec![label.to_owned(), gold.to_string(), figure(recall), figure(precision)]);
    }
    format!("\n{}", rows(&table, markdown))
}

/// What was not found, and what was found beside it.
pub(crate) fn misses(all: &[Names], options: &Options) -> String {
    let mut text = String::new();
    let mut last = "";
    for one in all.iter().filter(|one| options.wants_field(one.label)) {
        if one.missed().next().is_none() {
            continue;
        }
        if one.text != last {
            let _ = writeln!(text, "{}{}", if last.is_empty() { "" } else { "\n" }, one.text);
            last = &one.text;
        }
        let mut label = one.label;
        for (mark, value) in one
            .missed()
            .map(|value| ("want", value))
            .chain(one.extra().map(|value| ("more", value)))
        {
            let _ = writeln!(text, "  {label:<22} {mark} {}", one_line(value));
            label = "";
        }
    }
    text
}
