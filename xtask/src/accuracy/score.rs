//! What was found in a document against what stands in it.

use std::collections::BTreeSet;

use serde_json::Value;

use crate::text::{address, normal, same, token_f1};

/// The fields that are measured, in the order of the table.
pub(crate) const FIELDS: [&str; 17] = [
    "name", "email", "phone", "location", "headline", "links", "experience_entries",
    "experience.company", "experience.title", "experience.start", "experience.end",
    "education_entries", "education.institution", "education.degree", "education.end", "bullets",
    "skills",
];

/// Fields of the head of the page.
const HEAD: [&str; 5] = ["name", "email", "phone", "location", "headline"];

/// Those of them without which nobody can be reached.
const CRITICAL: [&str; 3] = ["name", "email", "phone"];

/// Fields of a job and of a school, and the two by which entries are paired.
const SECTIONS: [(&str, [&str; 2], &[&str]); 2] = [
    ("experience", ["company", "title"], &["company", "title", "start", "end"]),
    ("education", ["institution", "degree"], &["institution", "degree", "end"]),
];

/// Entries that agree less than this are not the same entry.
const LEAST_PAIR: f64 = 0.3;

/// Values of one field: right ones, found ones, and those of the truth.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Count {
    pub(crate) hit: usize,
    pub(crate) found: usize,
    pub(crate) gold: usize,
}

/// A value that was not found, was found wrong, or was found where there is none.
#[derive(Clone, Debug)]
pub(crate) struct Miss {
    pub(crate) field: &'static str,
    pub(crate) gold: Option<String>,
    pub(crate) found: Option<String>,
}

/// One document's figures.
#[derive(Clone, Debug)]
pub(crate) struct Score {
    /// In the order of [`FIELDS`].
    pub(crate) counts: [Count; FIELDS.len()],
    /// True when contact, employers, titles and dates are all right, with no job too many.
    pub(crate) critical: bool,
    pub(crate) misses: Vec<Miss>,
}

impl Score {
    /// Compares a prediction with the truth.
    pub(crate) fn of(truth: &Value, found: &Value) -> Self {
        let mut score =
            Self { counts: [Count::default(); FIELDS.len()], critical: true, misses: Vec::new() };
        score.head(truth, found);
        score.links(truth, found);
        for (section, keys, fields) in SECTIONS {
            score.section(truth, found, section, keys, fields);
        }
        score.bullets(truth, found);
        score.skills(truth, found);
        score
    }

    fn count(&mut self, field: &str) -> (&mut Count, &'static str) {
        let at = FIELDS.iter().position(|name| *name == field).expect("a measured field");
        (&mut self.counts[at], FIELDS[at])
    }

    fn add(&mut self, field: &str, hit: usize, found: usize, gold: usize) {
        let (count, _) = self.count(field);
        count.hit += hit;
        count.found += found;
        count.gold += gold;
    }

    fn miss(&mut self, field: &str, gold: Option<String>, found: Option<String>) {
        let (_, field) = self.count(field);
        self.misses.push(Miss { field, gold, found });
    }

    fn head(&mut self, truth: &Value, found: &Value) {
        for field in HEAD {
            // The truth is silent on what a page does not show; it does not deny it.
            let Some(gold) = text(truth, field) else { continue };
            let value = text(found, field).filter(|value| !value.is_empty());
            let hit = value.is_some_and(|value| same(value, gold, field));
            self.add(field, hit.into(), value.is_some().into(), 1);
            if !hit {
                self.miss(field, Some(gold.to_owned()), value.map(str::to_owned));
                self.critical &= !CRITICAL.contains(&field);
            }
        }
    }

    fn links(&mut self, truth: &Value, found: &Value) {
        let gold: Vec<(String, bool)> = list(truth, "links")
            .iter()
            .map(|link| {
                let url = address(text(link, "url").unwrap_or_default());
                (url, text(link, "shown_as") == Some("handle"))
            })
            .collect();
        let found: Vec<String> =
            list(found, "links").iter().filter_map(Value::as_str).map(address).collect();
        let last = |url: &str| url.rsplit('/').next().map(str::to_owned);
        let agree = |(gold, handle): &(String, bool), found: &String| {
            gold == found
                || (*handle && last(gold) == last(found))
                || found.contains(gold.as_str())
                || (!found.is_empty() && gold.contains(found.as_str()))
        };
        let hits = gold.iter().filter(|gold| found.iter().any(|found| agree(gold, found))).count();
        let asked = if gold.is_empty() { 0 } else { found.len().max(hits) };
        self.add("links", hits, asked, gold.len());
        for gold in gold.iter().filter(|gold| !found.iter().any(|found| agree(gold, found))) {
            self.miss("links", Some(gold.0.clone()), None);
        }
        let extra = found.iter().filter(|found| !gold.iter().any(|gold| agree(gold, found)));
        for found in extra.filter(|_| !gold.is_empty()) {
            self.miss("links", None, Some(found.clone()));
        }
    }

    fn section(
        &mut self,
        truth: &Value,
        found: &Value,
        section: &str,
        keys: [&str; 2],
        fields: &[&str],
    ) {
        let (gold, found) = (list(truth, section), list(found, section));
        let pairs = pair(gold, found, keys);
        let paired = pairs.iter().flatten().count();
        let entries = format!("{section}_entries");
        self.add(&entries, paired, found.len(), gold.len());
        for (gold, pair) in gold.iter().zip(&pairs) {
            if pair.is_none() {
                self.miss(&entries, Some(headline(gold, fields)), None);
            }
            for field in fields {
                let Some(value) = text(gold, field) else { continue };
                let of_pair = pair.and_then(|at| text(&found[at], field));
                let hit = of_pair.is_some_and(|of_pair| {
                    let forms = forms(gold, field, value);
                    forms.iter().any(|gold| same(of_pair, gold, field))
                });
                let there = of_pair.is_some_and(|of_pair| !of_pair.is_empty());
                let name = format!("{section}.{field}");
                self.add(&name, hit.into(), there.into(), 1);
                if !hit {
                    self.critical &= section != "experience";
                    if pair.is_some() {
                        self.miss(&name, Some(value.to_owned()), of_pair.map(str::to_owned));
                    }
                }
            }
        }
        let extra = found.len() - paired;
        for field in fields {
            self.add(&format!("{section}.{field}"), 0, extra, 0);
        }
        for (at, entry) in found.iter().enumerate() {
            if !pairs.contains(&Some(at)) {
                self.miss(&entries, None, Some(headline(entry, fields)));
            }
        }
        if section == "experience" {
            self.critical &= found.len() == gold.len();
        }
    }

    fn bullets(&mut self, truth: &Value, found: &Value) {
        let (gold, found) = (bullets(truth), bullets(found));
        let mut used = vec![false; found.len()];
        let mut missed = Vec::new();
        for gold in &gold {
            let most = 0.25 * length(gold) + 4.0;
            let fits = |at: &usize| {
                !used[*at]
                    && (length(found[*at]) - length(gold)).abs() <= most
                    && same(found[*at], gold, "bullets")
            };
            match (0..found.len()).find(fits) {
                Some(at) => used[at] = true,
                None => missed.push(*gold),
            }
        }
        self.add("bullets", gold.len() - missed.len(), found.len(), gold.len());
        for gold in missed {
            // What it probably became stands beside it.
            let nearest = (0..found.len())
                .filter(|at| !used[*at])
                .map(|at| (token_f1(found[at], gold), at))
                .filter(|(agree, _)| *agree > LEAST_PAIR)
                .max_by(|a, b| a.0.total_cmp(&b.0));
            let nearest = nearest.map(|(_, at)| {
                used[at] = true;
                found[at].to_owned()
            });
            self.miss("bullets", Some(gold.to_owned()), nearest);
        }
        for (text, used) in found.iter().zip(used) {
            if !used {
                self.miss("bullets", None, Some((*text).to_owned()));
            }
        }
    }

    fn skills(&mut self, truth: &Value, found: &Value) {
        let set = |value: &Value| -> BTreeSet<String> {
            list(value, "skills").iter().filter_map(Value::as_str).map(normal).collect()
        };
        let (gold, found) = (set(truth), set(found));
        if gold.is_empty() {
            return;
        }
        self.add("skills", gold.intersection(&found).count(), found.len(), gold.len());
        for gold in gold.difference(&found) {
            self.miss("skills", Some(gold.clone()), None);
        }
        for found in found.difference(&gold) {
            self.miss("skills", None, Some(found.clone()));
        }
    }
}

/// For each entry of the truth the found entry that is most like it.
fn pair(gold: &[Value], found: &[Value], keys: [&str; 2]) -> Vec<Option<usize>> {
    let mut candidates = Vec::new();
    for (at, entry) in found.iter().enumerate() {
        for (wanted, gold) in gold.iter().enumerate() {
            let of = |value: &Value, key: &str| text(value, key).unwrap_or_default().to_owned();
            let agree: f64 = keys.iter().map(|key| token_f1(&of(entry, key), &of(gold, key))).sum();
            candidates.push((agree, at, wanted));
        }
    }
    candidates.sort_by(|a, b| b.0.total_cmp(&a.0).then((b.1, b.2).cmp(&(a.1, a.2))));
    let mut pairs = vec![None; gold.len()];
    for (agree, at, wanted) in candidates {
        if agree > LEAST_PAIR && pairs[wanted].is_none() && !pairs.contains(&Some(at)) {
            pairs[wanted] = Some(at);
        }
    }
    pairs
}

/// The ways in which a value may be given: a degree with its subject before or behind it, too.
fn forms(entry: &Value, field: &str, value: &str) -> Vec<String> {
    let mut forms = vec![value.to_owned()];
    let area = text(entry, "area").filter(|area| !area.is_empty());
    if let Some(area) = area.filter(|_| field == "degree" && !value.is_empty()) {
        forms.push(format!("{value} {area}"));
        forms.push(format!("{area} {value}"));
    }
    forms
}

/// An entry in one line.
fn headline(entry: &Value, fields: &[&str]) -> String {
    let parts: Vec<&str> = fields.iter().map(|field| text(entry, field).unwrap_or("-")).collect();
    parts.join(" | ")
}

fn bullets(value: &Value) -> Vec<&str> {
    let of = |job| list(job, "bullets").iter().filter_map(Value::as_str);
    list(value, "experience").iter().flat_map(of).collect()
}

fn length(text: &str) -> f64 {
    text.chars().count() as f64
}

fn text<'a>(value: &'a Value, key: &str) -> Option<&'a str> {
    value.get(key)?.as_str()
}

fn list<'a>(value: &'a Value, key: &str) -> &'a [Value] {
    value.get(key).and_then(Value::as_array).map(Vec::as_slice).unwrap_or_default()
}
