//! What two resumes say differently. Every mark can be read without color.

use std::fmt::Write;

use resume::difference::{
    BulletDifference, Difference, EntryDifference, FieldDifference, SectionDifference,
};
use serde::Serialize;
use similar::{Algorithm, DiffOp, capture_diff_slices};

use super::screen::Screen;
use super::style::{BAD, FAINT, GOOD, STRONG, WEAK, paint};
use super::{json, shown_name};

/// Name and version of the wire form.
const FORMAT: &str = "vitae-diff/1";
/// Words of two texts that are compared one by one at most.
const MOST_WORDS: usize = 1000;
/// Below this share of common words, in percent, two texts are shown one after the other.
const LEAST_COMMON: usize = 40;

/// Differences for programs, by the names of the two files.
pub(crate) fn json(found: &Difference, [was, now]: [&str; 2]) -> String {
    #[derive(Serialize)]
    struct Written<'a> {
        format: &'static str,
        was: &'a str,
        now: &'a str,
        same: bool,
        #[serde(flatten)]
        found: &'a Difference,
    }
    json::render(&Written { format: FORMAT, was, now, same: found.is_empty(), found })
}

/// Differences for people, with a line end at its end.
pub(crate) fn human(found: &Difference, [was, now]: [&str; 2], screen: &Screen) -> String {
    let (was, now) = (shown_name(was), shown_name(now));
    if found.is_empty() {
        return format!("{was} and {now} say the same\n");
    }
    let mut page = Page { text: String::new(), screen, counts: Counts::default() };
    let _ = writeln!(page.text, "{}", paint(STRONG, format_args!("{was} -> {now}")));
    for section in &found.sections {
        page.section(section);
    }
    if let Some(order) = &found.order {
        page.heading("order of sections");
        page.line(2, &format!("was: {}", order.was.join(", ")));
        page.line(2, &format!("now: {}", order.now.join(", ")));
    }
    let counts = page.counts.in_words(found.order.is_some());
    let _ = writeln!(page.text, "\n{}", paint(FAINT, counts));
    page.text
}

/// How much of what differs.
#[derive(Default)]
struct Counts {
    entries: [usize; 3],
    bullets: [usize; 4],
    fields: usize,
}

struct Page<'a> {
    text: String,
    screen: &'a Screen,
    counts: Counts,
}

impl Page<'_> {
    fn heading(&mut self, text: &str) {
        let _ = writeln!(self.text, "\n{}", paint(STRONG, text));
    }

    /// A paragraph, `indent` columns from the left.
    fn line(&mut self, indent: usize, text: &str) {
        let (first, rest) = (" ".repeat(indent), " ".repeat(indent + 4));
        let options = textwrap::Options::new(self.screen.width)
            .initial_indent(&first)
            .subsequent_indent(&rest)
            .break_words(false);
        let _ = writeln!(self.text, "{}", textwrap::fill(text, options));
    }

    fn section(&mut self, section: &SectionDifference) {
        self.heading(&section.section);
        for field in &section.fields {
            self.field(2, field);
        }
        for entry in &section.entries {
            self.entry(entry);
        }
    }

    fn entry(&mut self, entry: &EntryDifference) {
        let with = |bullets: usize| match bullets {
            0 => String::new(),
            1 => ", with 1 bullet".to_owned(),
            many => format!(", with {many} bullets"),
        };
        match entry {
            EntryDifference::Removed { entry, bullets, .. } => {
                self.counts.entries[0] += 1;
                let sign = paint(BAD, "- removed:");
                self.line(2, &format!("{sign} {entry}{}", with(*bullets)));
            }
            EntryDifference::Added { entry, bullets, .. } => {
                self.counts.entries[1] += 1;
                let sign = paint(GOOD, "+ added:");
                self.line(2, &format!("{sign} {entry}{}", with(*bullets)));
            }
            EntryDifference::Changed { entry, was, now, moved, fields, bullets } => {
                let moved = if *moved {
                    self.counts.entries[2] += 1;
                    paint(WEAK, format_args!(" (moved from place {was} to {now})"))
                } else {
                    String::new()
                };
                self.line(2, &format!("{entry}{moved}"));
                for field in fields {
                    self.field(4, field);
                }
                for bullet in bullets {
                    self.bullet(bullet);
                }
            }
        }
    }

    fn bullet(&mut self, bullet: &BulletDifference) {
        match bullet {
            BulletDifference::Removed { text, .. } => {
                self.counts.bullets[0] += 1;
                self.line(4, &format!("{} {text}", paint(BAD, "- removed:")));
            }
            BulletDifference::Added { text, .. } => {
                self.counts.bullets[1] += 1;
                self.line(4, &format!("{} {text}", paint(GOOD, "+ added:")));
            }
            BulletDifference::Reworded { was, now, moved, from, to } => {
                self.counts.bullets[2] += 1;
                let moved =
                    if *moved { format!(" and moved from {was} to {now}") } else { String::new() };
                let sign = paint(WEAK, format_args!("~ reworded{moved}:"));
                if let Some(marked) = marked(from, to) {
                    self.line(4, &format!("{sign} {marked}"));
                } else {
                    self.line(4, &sign);
                    self.both(6, from, to);
                }
            }
            BulletDifference::Moved { was, now, text } => {
                self.counts.bullets[3] += 1;
                let sign = paint(WEAK, format_args!("> moved from {was} to {now}:"));
                self.line(4, &format!("{sign} {text}"));
            }
        }
    }

    fn field(&mut self, indent: usize, field: &FieldDifference) {
        self.counts.fields += 1;
        match field {
            FieldDifference::Text { field, was, now } => match (was, now) {
                (Some(was), Some(now)) => self.reworded(indent, field, was, now),
                (Some(was), None) => {
                    let sign = paint(BAD, format_args!("- {field}:"));
                    self.line(indent, &format!("{sign} {was}"));
                }
                (None, Some(now)) => {
                    let sign = paint(GOOD, format_args!("+ {field}:"));
                    self.line(indent, &format!("{sign} {now}"));
                }
                (None, None) => {}
            },
            FieldDifference::Items { field, removed, added, moved } => {
                let mut said = Vec::new();
                if !removed.is_empty() {
                    said.push(format!("{} {}", paint(BAD, "without"), removed.join(", ")));
                }
                if !added.is_empty() {
                    said.push(format!("{} {}", paint(GOOD, "with"), added.join(", ")));
                }
                if *moved {
                    said.push(paint(WEAK, "in another order"));
                }
                self.line(indent, &format!("~ {field}: {}", said.join("; ")));
            }
        }
    }

    fn reworded(&mut self, indent: usize, field: &str, was: &str, now: &str) {
        // Short values say more whole: a date, a title.
        const SHORT: usize = 40;
        let short = was.chars().count().max(now.chars().count()) <= SHORT;
        match marked(was, now).filter(|_| !short) {
            Some(marked) => self.line(indent, &format!("~ {field}: {marked}")),
            None if short => {
                let (was, now) = (paint(BAD, was), paint(GOOD, now));
                self.line(indent, &format!("~ {field}: {was} -> {now}"));
            }
            None => {
                self.line(indent, &format!("~ {field}:"));
                self.both(indent + 2, was, now);
            }
        }
    }

    fn both(&mut self, indent: usize, was: &str, now: &str) {
        self.line(indent, &format!("{} {was}", paint(BAD, "was:")));
        self.line(indent, &format!("{} {now}", paint(GOOD, "now:")));
    }
}

impl Counts {
    fn in_words(&self, order: bool) -> String {
        let counted = |counts: &[usize], things: [&str; 2], verbs: &[&str]| -> Vec<String> {
            let counts = counts.iter().zip(verbs).filter(|(count, _)| **count > 0);
            let word = |count: usize| if count == 1 { things[0] } else { things[1] };
            counts.map(|(count, verb)| format!("{count} {} {verb}", word(*count))).collect()
        };
        let mut parts =
            counted(&self.entries, ["entry", "entries"], &["removed", "added", "moved"]);
        let verbs = ["removed", "added", "reworded", "moved"];
        parts.extend(counted(&self.bullets, ["bullet", "bullets"], &verbs));
        parts.extend(counted(&[self.fields], ["field", "fields"], &["changed"]));
        if order {
            parts.push("sections in another order".to_owned());
        }
        parts.join(", ")
    }
}

/// The second text with the words of the first that went and those that came; `None` when they
/// have too little in common to be read so.
fn marked(was: &str, now: &str) -> Option<String> {
    let words = |text| -> Vec<&str> { str::split_whitespace(text).collect() };
    let (was, now) = (words(was), words(now));
    if was.len() > MOST_WORDS || now.len() > MOST_WORDS {
        return None;
    }
    let ops = capture_diff_slices(Algorithm::Myers, &was, &now);
    let common: usize = ops
        .iter()
        .map(|op| if matches!(op, DiffOp::Equal { .. }) { op.old_range().len() } else { 0 })
        .sum();
    if 100 * common < LEAST_COMMON * was.len().max(now.len()) {
        return None;
    }
    let mut parts = Vec::new();
    for op in &ops {
        let (old, new) = (was[op.old_range()].join(" "), now[op.new_range()].join(" "));
        if matches!(op, DiffOp::Equal { .. }) {
            parts.push(new);
            continue;
        }
        if !old.is_empty() {
            parts.push(paint(BAD, format_args!("[-{old}-]")));
        }
        if !new.is_empty() {
            parts.push(paint(GOOD, format_args!("{{+{new}+}}")));
        }
    }
    Some(parts.join(" "))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(was: &str, now: &str, expected: Option<&str>) {
        let plain = marked(was, now).map(|text| anstream::adapter::strip_str(&text).to_string());
        assert_eq!(plain.as_deref(), expected, "{was:?} {now:?}");
    }

    #[test]
    fn words_that_went_and_came_are_marked() {
        check("a b c", "a b c", Some("a b c"));
        check(
            "Cut p99 from 6 to 2 ms",
            "Cut p99 from 9 to 2 ms",
            Some("Cut p99 from [-6-] {+9+} to 2 ms"),
        );
        check(
            "Cut p99 to 2 ms",
            "Cut p99 to 2 ms by caching",
            Some("Cut p99 to 2 ms {+by caching+}"),
        );
        check("Carefully cut p99", "Cut p99", None);
        check("We cut p99 to 2 ms", "cut p99 to 2 ms", Some("[-We-] cut p99 to 2 ms"));
        check("Ran the pager", "Wrote tariff backfills", None);
        let long = "word ".repeat(1001);
        check(&long, &long, None);
    }
}
