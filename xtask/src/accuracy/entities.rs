//! Names in plain text: people marked employers, titles, schools and degrees in real resumes.
//!
//! They skip repeats and mark what stands outside entries, too, so the share that is found counts
//! first. Two readers are measured: the fields, and the mentions, which hold the fields, too. Texts
//! that somebody made one long line of are left out: they are no pages.

use std::fmt::Write;
use std::fs;
use std::path::Path;

use anyhow::{Context, Result};
use document::Kind;
use extract::{Mention, MentionKind};
use serde_json::Value;

use crate::misses::one_line;
use crate::options::Options;
use crate::reading::Read;
use crate::table::{figure, rows, share};
use crate::text::{SAME_TOKENS, normal, token_f1};

/// Labels of the set, with the section and the field that answer them.
const LABELS: [(MentionKind, &str, &str, &str); 4] = [
    (MentionKind::Title, "Designation", "experience", "title"),
    (MentionKind::Employer, "Companies worked at", "experience", "company"),
    (MentionKind::School, "College Name", "education", "institution"),
    (MentionKind::Degree, "Degree", "education", "degree"),
];

/// A value and the cue that made it a mention.
type Reading = (String, &'static str);

/// Values of one label in one text.
pub(crate) struct Names {
    text: String,
    kind: MentionKind,
    gold: Vec<String>,
    /// Values of fields.
    fields: Vec<String>,
    /// Mentions: for each name its readings.
    mentions: Vec<Vec<Reading>>,
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
        let read = Read::of(Kind::Text, text.as_bytes());
        for (kind, key, section, field) in LABELS {
            let gold = strings(entry.get("doc_gold").and_then(|gold| gold.get(key)));
            let entries = read.fields.get(section).and_then(Value::as_array);
            let mut found = Vec::new();
            for value in
                entries.into_iter().flatten().filter_map(|entry| entry.get(field)?.as_str())
            {
                let value = normal(value);
                if !found.contains(&value) {
                    found.push(value);
                }
            }
            let mentions = names(read.mentions.iter().filter(|one| one.kind == kind));
            all.push(Names { text: id.to_owned(), kind, gold, fields: found, mentions });
        }
    }
    Ok(all)
}

fn strings(value: Option<&Value>) -> Vec<String> {
    let list = value.and_then(Value::as_array);
    list.into_iter().flatten().filter_map(Value::as_str).map(str::to_owned).collect()
}

/// Readings of one place are one name, and so are places that share a reading.
fn names<'m>(mentions: impl Iterator<Item = &'m Mention>) -> Vec<Vec<Reading>> {
    let mut places: Vec<Vec<Reading>> = Vec::new();
    let mut end = 0;
    for one in mentions {
        let value = (normal(&one.text), one.cue.words());
        match places.last_mut() {
            Some(place) if one.range.start < end => place.push(value),
            _ => places.push(vec![value]),
        }
        end = end.max(one.range.end);
    }
    let mut names: Vec<Vec<Reading>> = Vec::new();
    for place in places {
        let shared = |one: &Reading| place.iter().any(|other| other.0 == one.0);
        let known = names.iter_mut().find(|name| name.iter().any(shared));
        match known {
            Some(name) => name.extend(place),
            None => names.push(place),
        }
    }
    names
}

impl Names {
    /// What no field says.
    fn missed_by_fields(&self) -> impl Iterator<Item = &String> {
        self.gold.iter().filter(|gold| !like_any(gold, &self.fields))
    }

    /// What no mention says.
    fn missed(&self) -> impl Iterator<Item = &String> {
        self.gold.iter().filter(|gold| {
            let like = |one: &Reading| token_f1(gold, &one.0) >= SAME_TOKENS;
            !self.mentions.iter().flatten().any(like)
        })
    }

    /// Fields that nobody marked.
    fn extra(&self) -> impl Iterator<Item = &String> {
        self.fields.iter().filter(|found| !like_any(found, &self.gold))
    }

    /// Names of mentions that nobody marked, by their first reading.
    fn extra_mentions(&self) -> impl Iterator<Item = &Reading> {
        let marked = |name: &Vec<Reading>| name.iter().any(|one| like_any(&one.0, &self.gold));
        self.mentions.iter().filter(move |name| !marked(name)).filter_map(|name| name.first())
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
    let head =
        ["names in plain text", "marked", "recall", "precision", "mentions' recall", "precision"];
    let mut table = vec![head.map(str::to_owned).to_vec()];
    for (kind, ..) in LABELS {
        let of_kind = || all.iter().filter(|one| one.kind == kind);
        let sum = |count: fn(&Names) -> usize| of_kind().map(count).sum::<usize>();
        let gold = sum(|one| one.gold.len());
        let (fields, names) = (sum(|one| one.fields.len()), sum(|one| one.mentions.len()));
        let figures = [
            share(gold - sum(|one| one.missed_by_fields().count()), gold),
            share(fields - sum(|one| one.extra().count()), fields),
            share(gold - sum(|one| one.missed().count()), gold),
            share(names - sum(|one| one.extra_mentions().count()), names),
        ];
        let mut row = vec![kind.name().to_owned(), gold.to_string()];
        row.extend(figures.map(figure));
        table.push(row);
    }
    format!("\n{}", rows(&table, markdown))
}

/// What was not found, and what was found beside it.
pub(crate) fn misses(all: &[Names], options: &Options) -> String {
    let mut text = String::new();
    let mut last = "";
    for one in all.iter().filter(|one| options.wants_field(one.kind.name())) {
        let missed = one.missed().map(|value| ("want", value, ""));
        let lines: Vec<_> =
            missed.chain(one.extra_mentions().map(|(value, cue)| ("more", value, *cue))).collect();
        if lines.is_empty() {
            continue;
        }
        if one.text != last {
            let _ = writeln!(text, "{}{}", if last.is_empty() { "" } else { "\n" }, one.text);
            last = &one.text;
        }
        let mut label = one.kind.name();
        for (mark, value, cue) in lines {
            let cue = if cue.is_empty() { String::new() } else { format!("  ({cue})") };
            let _ = writeln!(text, "  {label:<22} {mark} {}{cue}", one_line(value));
            label = "";
        }
    }
    text
}
