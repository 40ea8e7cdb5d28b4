//! The skills a text names.

use std::collections::BTreeMap;
use std::fmt::Write;
use std::ops::Range;

use roles::RolePack;
use serde_json::{Value, json};

use super::Screen;
use super::style::{FAINT, NAME, STRONG, paint};

/// Lines that are named for one skill; more are three dots.
const LINES: usize = 4;

/// A place of a text that names a skill.
pub(crate) struct Found {
    /// The name its makers give it; the words of the text where the vocabulary has none.
    skill: String,
    category: &'static str,
    /// As it is written.
    text: String,
    /// Bytes of the text.
    range: Range<usize>,
    /// From 1.
    line: usize,
    negated: bool,
}

impl Found {
    /// All of a text, from left to right.
    pub(crate) fn all(text: &str) -> Vec<Self> {
        let vocabulary = &RolePack::backend_engineer().vocabulary;
        let (mut line, mut from) = (1, 0);
        let found = vocabulary.terms(text).into_iter().map(|term| {
            let start = term.range.start;
            line += text.get(from..start).map_or(0, |between| between.matches('\n').count());
            from = start;
            let words = text.get(term.range.clone()).unwrap_or_default().to_owned();
            let skill = term.skill.map(|skill| vocabulary.skill(skill));
            Self {
                skill: skill.map_or_else(|| words.clone(), |skill| skill.name.to_string()),
                category: skill.map_or("unlisted", |skill| skill.category.as_str()),
                text: words,
                range: term.range,
                line,
                negated: term.negated,
            }
        });
        found.collect()
    }
}

/// An object by file; a list of the places of each.
pub(crate) fn json(all: &BTreeMap<String, Vec<Found>>) -> String {
    let list = |found: &Vec<Found>| {
        Value::Array(
            found
                .iter()
                .map(|one| {
                    json!({
                        "skill": one.skill,
                        "category": one.category,
                        "text": one.text,
                        "start": one.range.start,
                        "end": one.range.end,
                        "negated": one.negated,
                    })
                })
                .collect(),
        )
    };
    let all: serde_json::Map<String, Value> =
        all.iter().map(|(file, found)| (file.clone(), list(found))).collect();
    super::json::render(&all)
}

/// One skill of a file: where it stands and how it is written there.
#[derive(Default)]
struct Row<'f> {
    written: Vec<&'f str>,
    lines: Vec<usize>,
    count: usize,
    negated: usize,
}

/// A row a skill, in the order of the text, for each file.
pub(crate) fn table(all: &BTreeMap<String, Vec<Found>>, screen: &Screen) -> String {
    let mut text = String::new();
    for (file, found) in all {
        if all.len() > 1 {
            let gap = if text.is_empty() { "" } else { "\n" };
            let _ = writeln!(text, "{gap}{}", paint(STRONG, file));
        }
        text += &one_file(found, screen);
    }
    text
}

fn one_file(found: &[Found], screen: &Screen) -> String {
    if found.is_empty() {
        return "no skill is named\n".to_owned();
    }
    let mut order: Vec<(&str, &str)> = Vec::new();
    let mut rows: BTreeMap<(&str, &str), Row<'_>> = BTreeMap::new();
    for one in found {
        let key = (one.skill.as_str(), one.category);
        if !rows.contains_key(&key) {
            order.push(key);
        }
        let row = rows.entry(key).or_default();
        row.count += 1;
        row.negated += usize::from(one.negated);
        if !row.written.contains(&one.text.as_str()) {
            row.written.push(&one.text);
        }
        if row.lines.last() != Some(&one.line) {
            row.lines.push(one.line);
        }
    }
    let width = |of: fn(&(&str, &str)) -> usize| order.iter().map(of).max().unwrap_or(0);
    let name = width(|key| key.0.chars().count()).clamp(5, screen.width / 3);
    let category = width(|key| key.1.len()).max(8);
    let mut text = String::new();
    let head = format!("{:<name$}  {:<category$}  times  as written, lines", "skill", "category");
    let _ = writeln!(text, "{}", paint(FAINT, head));
    for key in order {
        let Some(row) = rows.get(&key) else { continue };
        let written: Vec<String> = row
            .written
            .iter()
            .map(|text| text.split_whitespace().collect::<Vec<_>>().join(" "))
            .collect();
        let lines: Vec<String> = row.lines.iter().take(LINES).map(ToString::to_string).collect();
        let more = if row.lines.len() > LINES { " ..." } else { "" };
        let denied = match row.negated {
            0 => "",
            all if all == row.count => " (denied)",
            _ => " (denied in places)",
        };
        let place = if row.lines.len() == 1 { "line" } else { "lines" };
        let shown = paint(NAME, format_args!("{:<name$}", key.0));
        let _ = writeln!(
            text,
            "{shown}  {:<category$}  {:>5}  {}, {place} {}{more}{denied}",
            key.1,
            row.count,
            written.join(" | "),
            lines.join(" "),
        );
    }
    text
}
