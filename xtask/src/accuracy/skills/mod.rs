//! Skills in plain text: experts marked what job ads of software companies want known, and people
//! the tools in resumes of engineers.
//!
//! Two measures. *Documents*: the set of texts marked in a document against the set of texts found,
//! without case and punctuation at the ends, all documents together (micro) and their mean (macro).
//! *Places*: every single place has to agree to the character.

mod ranking;
mod sets;

use std::collections::BTreeSet;
use std::fmt::Write;
use std::ops::Range;

use roles::{Category, RolePack};
use unicode_normalization::UnicodeNormalization;

use crate::misses::one_line;
use crate::options::Options;
use crate::table::{figure, rows, share};

pub(crate) use sets::read;

/// Which set of documents.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Set {
    /// Job ads, everything one has to know.
    Ads,
    /// Resumes, tools only.
    Resumes,
}

/// One document with what was marked in it.
pub(crate) struct Marked {
    set: Set,
    id: String,
    text: String,
    gold: Vec<Range<usize>>,
}

/// Found and wanted, and how many of both.
#[derive(Clone, Copy, Default)]
struct Count {
    hit: usize,
    found: usize,
    gold: usize,
}

impl Count {
    fn of<T: Ord>(found: &BTreeSet<T>, gold: &BTreeSet<T>) -> Self {
        Self { hit: found.intersection(gold).count(), found: found.len(), gold: gold.len() }
    }

    fn f1(self) -> f64 {
        share(2 * self.hit, self.found + self.gold)
    }
}

impl Marked {
    /// Places that are found.
    ///
    /// In resumes people marked tools, in job ads everything that one has to know; what is counted
    /// follows from that, by category and not by name.
    fn found(&self) -> Vec<Range<usize>> {
        let vocabulary = &RolePack::backend_engineer().vocabulary;
        let terms = vocabulary.terms(&self.text);
        let counted = terms.into_iter().filter(|term| {
            let category = term.skill.map(|skill| vocabulary.skill(skill).category);
            self.set == Set::Ads || is_tool(category)
        });
        let ranges = counted.map(|term| term.range);
        if self.set == Set::Resumes { ranges.collect() } else { self.whole_tokens(ranges) }
    }

    /// Experts marked tokens, parted by blanks, and nothing inside them: `Java/Kotlin` is one.
    fn whole_tokens(&self, ranges: impl Iterator<Item = Range<usize>>) -> Vec<Range<usize>> {
        let mut whole: Vec<Range<usize>> = Vec::new();
        for range in ranges {
            let start = self.text[..range.start].rfind([' ', '\n']).map_or(0, |at| at + 1);
            let end = self.text[range.end..].find([' ', '\n']);
            let end = end.map_or(self.text.len(), |at| range.end + at);
            match whole.last_mut() {
                Some(last) if start < last.end => last.end = last.end.max(end),
                _ => whole.push(start..end),
            }
        }
        whole
    }

    fn texts(&self, ranges: &[Range<usize>]) -> BTreeSet<String> {
        let texts = ranges.iter().filter_map(|range| self.text.get(range.clone())).map(normal);
        texts.filter(|text| !text.is_empty()).collect()
    }
}

/// True for what one installs, writes in or connects to; an unlisted name is taken for one.
fn is_tool(category: Option<Category>) -> bool {
    category.is_none_or(|category| {
        (category.is_engineering() || category == Category::Business)
            && !matches!(category, Category::Practice | Category::Pattern)
    })
}

/// A text in the form of compatibility, lower case, blanks collapsed, punctuation at the ends gone.
fn normal(text: &str) -> String {
    let lower = text.nfkd().collect::<String>().to_lowercase();
    let words: Vec<&str> = lower.split_whitespace().collect();
    words.join(" ").trim_matches(|c: char| " \t.,;:|·•-–()*'\"".contains(c)).to_owned()
}

/// Figures of both sets; empty without documents.
pub(crate) fn table(all: &[Marked], markdown: bool) -> String {
    if all.is_empty() {
        return String::new();
    }
    let head = ["skills in plain text", "marked", "found", "precision", "recall", "F1", "macro-F1"];
    let mut table = vec![head.map(str::to_owned).to_vec()];
    // Which members of a set belong to a part: all, or those of even or odd positions.
    let parts = [("", None), (", first half", Some(0)), (", second half", Some(1))];
    for (set, name) in [(Set::Ads, "job ads"), (Set::Resumes, "tools in resumes")] {
        for (part, half) in parts {
            let members = all.iter().filter(|one| one.set == set).enumerate();
            let members: Vec<&Marked> = members
                .filter(|(at, _)| half.is_none_or(|half| at % 2 == half))
                .map(|(_, one)| one)
                .collect();
            let (mut documents, mut places) = (Count::default(), Count::default());
            let mut means = 0.0;
            for one in &members {
                let found = one.found();
                let count = Count::of(&one.texts(&found), &one.texts(&one.gold));
                means += count.f1();
                add(&mut documents, count);
                let of = |ranges: &[Range<usize>]| -> BTreeSet<(usize, usize)> {
                    ranges.iter().map(|range| (range.start, range.end)).collect()
                };
                add(&mut places, Count::of(&of(&found), &of(&one.gold)));
            }
            let mean = means / members.len().max(1) as f64;
            table.push(row(&format!("{name}{part}: documents"), documents, Some(mean)));
            if part.is_empty() && set == Set::Ads {
                table.push(row(&format!("{name}: places"), places, None));
            }
        }
    }
    format!("\n{}", rows(&table, markdown)) + &ranking::table(all, markdown)
}

fn add(sum: &mut Count, count: Count) {
    sum.hit += count.hit;
    sum.found += count.found;
    sum.gold += count.gold;
}

fn row(name: &str, count: Count, mean: Option<f64>) -> Vec<String> {
    vec![
        name.to_owned(),
        count.gold.to_string(),
        count.found.to_string(),
        figure(share(count.hit, count.found)),
        figure(share(count.hit, count.gold)),
        figure(count.f1()),
        mean.map(figure).unwrap_or_default(),
    ]
}

/// What was not found, and what was found beside it.
pub(crate) fn misses(all: &[Marked], options: &Options) -> String {
    let mut text = String::new();
    for one in all.iter().filter(|_| options.wants_field("skills")) {
        let (found, gold) = (one.texts(&one.found()), one.texts(&one.gold));
        let _ = writeln!(text, "{}", one.id);
        for (mark, values) in [("want", gold.difference(&found)), ("more", found.difference(&gold))]
        {
            for value in values {
                let _ = writeln!(text, "  {mark} {}", one_line(value));
            }
        }
    }
    text
}
