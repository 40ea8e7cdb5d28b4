//! Entries of a section: which lines say what the entry is, and which tell of it.
//!
//! Templates differ in everything but one thing: inside one section all entries look alike. So
//! nothing here knows a template; lines are compared with the other lines of their section.

use super::body::{begins_like_claim, is_label, keywords};
use super::dated::{Dated, dated};
use super::para::Para;
use crate::recognize::looks;

/// One entry of a section, as lines.
#[derive(Clone, Debug, Default)]
pub(crate) struct Entry {
    /// Lines that name it: title, employer, school, place, time.
    pub(crate) heads: Vec<usize>,
    /// Lines that tell of it: items and prose.
    pub(crate) body: Vec<usize>,
}

/// What a line of a section is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Sort {
    /// Names an entry: short, no sentence.
    Head,
    /// A head that carries the time of an entry.
    Dated,
    /// Part of what is told.
    Body,
}

/// The look of a line, as far as it tells kinds of head lines apart.
#[derive(Clone, Copy, Debug, PartialEq)]
struct Sign {
    bold: bool,
    italic: bool,
    caps: bool,
    size: f32,
    heading: Option<u8>,
    left: f32,
}

impl Sign {
    fn of(para: &Para) -> Self {
        let style = para.style();
        let rect = para.rect.unwrap_or_default();
        Self {
            bold: style.bold,
            italic: style.italic,
            caps: para.is_caps() && para.text.chars().filter(|c| c.is_alphabetic()).count() > 5,
            size: style.size,
            heading: para.heading,
            left: rect.left,
        }
    }

    fn is_like(&self, other: &Self) -> bool {
        self.bold == other.bold
            && self.italic == other.italic
            && self.caps == other.caps
            && self.heading == other.heading
            && (self.size - other.size).abs() <= 0.06 * self.size.max(1.0)
    }

    /// True when it stands out from the text of the page.
    fn is_marked(&self, body: f32) -> bool {
        self.bold || self.caps || self.heading.is_some() || self.size > 1.08 * body
    }
}

/// Splits the lines of a section into entries. `body` is the size of the page's text.
pub(crate) fn split(paras: &[Para], lines: &[usize], body: f32) -> Vec<Entry> {
    let outer = outer_items(paras, lines);
    let sorts: Vec<Sort> = lines
        .iter()
        .map(|&at| sort(&paras[at], body, outer.is_some_and(|depth| paras[at].depth == depth)))
        .collect();
    let signs: Vec<Sign> = lines.iter().map(|&at| Sign::of(&paras[at])).collect();
    let starts = if sorts.contains(&Sort::Dated) {
        dated_starts(paras, lines, &sorts, &signs, body)
    } else {
        marked_starts(paras, lines, &sorts, &signs, body)
    };
    entries(lines, &sorts, &starts)
}

/// Cuts the lines at `starts`; lines before the first start begin an entry of their own.
fn entries(lines: &[usize], sorts: &[Sort], starts: &[usize]) -> Vec<Entry> {
    let mut entries: Vec<Entry> = Vec::new();
    let mut open = false;
    for (at, &line) in lines.iter().enumerate() {
        if starts.contains(&at) || entries.is_empty() {
            entries.push(Entry::default());
            open = true;
        }
        let Some(entry) = entries.last_mut() else { continue };
        open &= sorts[at] != Sort::Body;
        if open { entry.heads.push(line) } else { entry.body.push(line) }
    }
    entries
}

/// The depth of items that name entries, when a list of entries holds lists of claims.
fn outer_items(paras: &[Para], lines: &[usize]) -> Option<u8> {
    let items = || lines.iter().map(|&at| &paras[at]).filter(|para| para.is_item());
    let least = items().map(|para| para.depth).min()?;
    let deeper = items().any(|para| para.depth > least);
    let outer = || items().filter(|para| para.depth == least);
    let sentence = |para: &Para| para.text.ends_with('.') && para.text.split(' ').count() > 5;
    let named = outer().all(|para| para.lines == 1 && !sentence(para));
    let marked = outer().all(|para| para.style().bold || para.cells().len() > 1);
    let rows = outer().all(|para| para.cells().len() > 1);
    // "• Acme" in heavy type with its title on the next line.
    let headed = lines.iter().enumerate().all(|(number, &at)| {
        let next = lines.get(number + 1).map(|&next| &paras[next]);
        !paras[at].is_item() || next.is_some_and(|next| !next.is_item())
    });
    (named && marked && (deeper || rows || headed)).then_some(least)
}

fn sort(para: &Para, body: f32, outer: bool) -> Sort {
    let when = dated(para);
    let sign = Sign::of(para);
    let letters = para.text.chars().count();
    if is_label(&para.text) || keywords(&para.text).is_some() {
        return Sort::Body;
    }
    if para.is_item() && !outer {
        // Roles listed as items of their employer carry their time; other items tell.
        return match when {
            Some(Dated { strong: true, share, .. }) if letters < 100 && share > 0.12 => Sort::Dated,
            _ => Sort::Body,
        };
    }
    if let Some(Dated { strong: true, share, .. }) = when
        && (letters < 120 || para.cells().len() > 1 || share > 0.3)
        && para.lines <= 3
    {
        return Sort::Dated;
    }
    if when.is_some_and(|when| when.share > 0.8) {
        return Sort::Dated;
    }
    let words = para.text.split_whitespace().count();
    let sentence = para.text.ends_with('.') && words > 6;
    let small = para.text.chars().next().is_some_and(char::is_lowercase) && words > 3;
    if para.lines > 2 || letters > 130 || sentence || small {
        return Sort::Body;
    }
    if words > 8
        && !sign.is_marked(body)
        && !sign.italic
        && para.cells().len() == 1
        && reads_as_sentence(para)
    {
        return Sort::Body;
    }
    if para.lines > 1 && !sign.is_marked(body) && !sign.italic {
        return Sort::Body;
    }
    // A list without marks: lines that each begin with what was done.
    // Names are written large; a sentence has small words.
    let small_words =
        para.text.split(' ').filter(|word| word.starts_with(char::is_lowercase)).count();
    if words > 5
        && small_words * 2 >= words
        && begins_like_claim(para)
        && looks::title(&para.text) < 0.5
    {
        return Sort::Body;
    }
    Sort::Head
}

/// True when most words of a line are small: names and titles are written large.
fn reads_as_sentence(para: &Para) -> bool {
    let words =
        || para.text.split_whitespace().filter(|word| word.starts_with(char::is_alphabetic));
    let small = words().filter(|word| word.starts_with(char::is_lowercase)).count();
    small * 2 > words().count() && !para.text.contains(" | ") && !para.text.contains(" · ")
}

/// Entries begin at most once a date.
fn dated_starts(
    paras: &[Para],
    lines: &[usize],
    sorts: &[Sort],
    signs: &[Sign],
    body: f32,
) -> Vec<usize> {
    let runs = runs(paras, lines, sorts);
    let dates_of = |run: &std::ops::Range<usize>| -> Vec<usize> {
        run.clone().filter(|&at| sorts[at] == Sort::Dated).collect()
    };
    // How many lines stand before the date: what most entries with one date say.
    let mut leads: Vec<usize> = Vec::new();
    for run in &runs {
        if let [date] = dates_of(run)[..] {
            leads.push(date - run.start);
        }
    }
    let first_run = runs.iter().find(|run| !dates_of(run).is_empty());
    let first_lead = first_run.map_or(0, |run| dates_of(run)[0] - run.start);
    let lead = most_common(&leads).unwrap_or(first_lead).min(3);
    let opening = first_run.map(|run| signs[run.start]);

    let mut starts = Vec::new();
    for run in &runs {
        let dates = dates_of(run);
        if dates.is_empty() {
            // An employer above several roles, or an entry that has no date, looks like the others.
            let like = opening.is_some_and(|opening| {
                signs[run.start].is_like(&opening) && opening.is_marked(body)
            });
            if like && starts.last().is_none_or(|&last| last < run.start) {
                starts.push(run.start);
            }
            continue;
        }
        for (number, &date) in dates.iter().enumerate() {
            let floor = if number == 0 { run.start } else { dates[number - 1] + 1 };
            let usual = date.saturating_sub(lead).max(floor);
            let start = if number == 0 {
                run.start
            } else {
                let alike = opening.and_then(|opening| {
                    (floor..=date)
                        .find(|&at| signs[at].is_like(&opening) && opening.is_marked(body))
                });
                let apart = (floor..=date).rev().find(|&at| paras[lines[at]].apart);
                alike.or(apart).unwrap_or(usual)
            };
            starts.push(start);
        }
    }
    starts.sort_unstable();
    starts.dedup();
    starts
}

/// Without dates, entries begin where a line stands out as the first one does.
fn marked_starts(
    paras: &[Para],
    lines: &[usize],
    sorts: &[Sort],
    signs: &[Sign],
    body: f32,
) -> Vec<usize> {
    let Some(first) = sorts.iter().position(|sort| *sort == Sort::Head) else { return Vec::new() };
    let opening = signs[first];
    let marked = opening.is_marked(body);
    let told_before = |at: usize| at == 0 || sorts[at - 1] == Sort::Body;
    (0..lines.len())
        .filter(|&at| {
            let head = sorts[at] == Sort::Head && (at == first || signs[at].is_like(&opening));
            head && if marked {
                at == first
                    || !signs[at - 1].is_like(&opening)
                    || sorts[at - 1] == Sort::Body
                    || paras[lines[at]].apart
            } else {
                told_before(at) || paras[lines[at]].apart
            }
        })
        .collect()
}

/// Stretches of lines that name something, between stretches that tell.
fn runs(paras: &[Para], lines: &[usize], sorts: &[Sort]) -> Vec<std::ops::Range<usize>> {
    let mut runs: Vec<std::ops::Range<usize>> = Vec::new();
    for at in 0..lines.len() {
        if sorts[at] == Sort::Body {
            continue;
        }
        let torn = at > 0
            && paras[lines[at]].block != paras[lines[at - 1]].block
            && sorts[at - 1] == Sort::Body;
        match runs.last_mut() {
            Some(run) if run.end == at && !torn => run.end += 1,
            _ => runs.push(at..at + 1),
        }
    }
    runs
}

fn most_common(values: &[usize]) -> Option<usize> {
    let mut counts = std::collections::BTreeMap::<usize, usize>::new();
    for value in values {
        *counts.entry(*value).or_default() += 1;
    }
    counts
        .into_iter()
        .max_by_key(|(value, n)| (*n, std::cmp::Reverse(*value)))
        .map(|(value, _)| value)
}
