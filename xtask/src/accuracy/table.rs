//! Figures as tables, for a terminal or as Markdown.

use std::collections::BTreeMap;
use std::fmt::Write;
use std::time::Duration;

use crate::Scored;
use crate::documents::Group;
use crate::score::{Count, FIELDS};

/// The groups of the first table.
const GROUPS: [(&str, &[Group]); 5] = [
    ("all", &[Group::Pdf, Group::Docx, Group::Other]),
    ("PDF", &[Group::Pdf]),
    ("DOCX", &[Group::Docx]),
    ("others", &[Group::Other]),
    ("hard", &[Group::Hard]),
];

/// Figures of some documents together.
pub(crate) struct Sum {
    pub(crate) documents: usize,
    counts: [Count; FIELDS.len()],
    critical: usize,
}

impl Sum {
    pub(crate) fn of<'a>(scored: impl Iterator<Item = &'a Scored>) -> Self {
        let mut sum = Self { documents: 0, counts: [Count::default(); FIELDS.len()], critical: 0 };
        for one in scored {
            sum.documents += 1;
            sum.critical += usize::from(one.score.critical);
            for (total, count) in sum.counts.iter_mut().zip(one.score.counts) {
                total.hit += count.hit;
                total.found += count.found;
                total.gold += count.gold;
            }
        }
        sum
    }

    /// The mean of the fields' F1, rounded as the script rounds; 0 without any field.
    pub(crate) fn macro_f1(&self) -> f64 {
        let wanted: Vec<f64> =
            self.counts.iter().filter(|count| count.gold > 0).map(|count| count.f1()).collect();
        if wanted.is_empty() {
            0.0
        } else {
            round(wanted.iter().sum::<f64>() / wanted.len() as f64)
        }
    }

    /// The share of documents with everything critical right.
    pub(crate) fn critical(&self) -> f64 {
        round(self.critical as f64 / self.documents.max(1) as f64)
    }
}

impl Count {
    fn precision(self) -> f64 {
        share(self.hit, self.found)
    }

    fn recall(self) -> f64 {
        share(self.hit, self.gold)
    }

    fn f1(self) -> f64 {
        let (precision, recall) = (self.precision(), self.recall());
        let sum = precision + recall;
        if sum == 0.0 { 0.0 } else { round(2.0 * precision * recall / sum) }
    }
}

pub(crate) fn share(part: usize, whole: usize) -> f64 {
    if whole == 0 { 0.0 } else { part as f64 / whole as f64 }
}

/// Three decimals, halves to even as written out in full.
fn round(value: f64) -> f64 {
    format!("{value:.3}").parse().unwrap_or_default()
}

/// All tables of documents.
pub(crate) fn all(scored: &[Scored], markdown: bool) -> String {
    if scored.is_empty() {
        return String::new();
    }
    let mut text = rows(&by_field(scored), markdown);
    text += "\n";
    text += &rows(&by_layout(scored), markdown);
    let times = |of: fn(&Scored) -> Duration| {
        let mut times: Vec<Duration> = scored.iter().map(of).collect();
        times.sort();
        let milliseconds =
            |time: Option<&Duration>| time.map_or(0.0, |time| time.as_secs_f64() * 1000.0);
        let (median, most) = (times.get(times.len() / 2), times.last());
        format!("{:.2} ms, at most {:.2} ms", milliseconds(median), milliseconds(most))
    };
    let _ = write!(
        text,
        "\nTime a file, median: bytes to lines {}; lines to fields {}.\n",
        times(|one| one.read.lines),
        times(|one| one.read.deciding),
    );
    let failed =
        scored.iter().filter_map(|one| Some((&one.document.name, one.read.error.as_ref()?)));
    for (name, error) in failed {
        let _ = writeln!(text, "\nnot read: {name}: {error}");
    }
    text
}

/// A row a field: precision, recall and F1 by kind of document.
fn by_field(scored: &[Scored]) -> Vec<Vec<String>> {
    let sums: Vec<(&str, Sum)> = GROUPS
        .iter()
        .map(|(name, groups)| {
            let members = scored.iter().filter(|one| groups.contains(&one.document.group));
            (*name, Sum::of(members))
        })
        .filter(|(_, sum)| sum.documents > 0)
        .collect();
    let mut table = vec![vec!["field".to_owned()]];
    for (name, sum) in &sums {
        let documents = sum.documents;
        table[0].extend([format!("{name} ({documents}) P"), "R".to_owned(), "F1".to_owned()]);
    }
    for (at, field) in FIELDS.iter().enumerate() {
        let mut row = vec![(*field).to_owned()];
        for (_, sum) in &sums {
            let count = sum.counts[at];
            if count.gold == 0 {
                row.extend(["-", "-", "-"].map(str::to_owned));
            } else {
                row.extend([count.precision(), count.recall(), count.f1()].map(figure));
            }
        }
        table.push(row);
    }
    for (name, of) in
        [("macro-F1", Sum::macro_f1 as fn(&Sum) -> f64), ("critical all right", Sum::critical)]
    {
        let mut row = vec![name.to_owned()];
        for (_, sum) in &sums {
            row.extend([String::new(), String::new(), figure(of(sum))]);
        }
        table.push(row);
    }
    table
}

/// A row a layout, the weakest first.
fn by_layout(scored: &[Scored]) -> Vec<Vec<String>> {
    let mut layouts: BTreeMap<&str, Vec<&Scored>> = BTreeMap::new();
    for one in scored {
        layouts.entry(&one.document.layout).or_default().push(one);
    }
    let mut sums: Vec<(&str, Sum)> = layouts
        .into_iter()
        .map(|(layout, members)| (layout, Sum::of(members.into_iter())))
        .collect();
    sums.sort_by(|a, b| a.1.macro_f1().total_cmp(&b.1.macro_f1()).then(a.0.cmp(b.0)));
    let head = ["layout", "files", "macro-F1", "critical"].map(str::to_owned).to_vec();
    let mut table = vec![head];
    for (layout, sum) in sums {
        let (f1, critical) = (figure(sum.macro_f1()), figure(sum.critical()));
        table.push(vec![layout.to_owned(), sum.documents.to_string(), f1, critical]);
    }
    table
}

/// A share with three decimals.
pub(crate) fn figure(value: f64) -> String {
    format!("{value:.3}")
}

/// Aligned columns, the first to the left; the first row is the head.
pub(crate) fn rows(table: &[Vec<String>], markdown: bool) -> String {
    let columns = table.first().map_or(0, Vec::len);
    let widths: Vec<usize> = (0..columns)
        .map(|column| table.iter().map(|row| row[column].len()).max().unwrap_or_default())
        .collect();
    let mut text = String::new();
    for (number, row) in table.iter().enumerate() {
        let cells: Vec<String> = row
            .iter()
            .zip(&widths)
            .enumerate()
            .map(|(at, (cell, width))| match (markdown, at) {
                (true, _) => cell.clone(),
                (false, 0) => format!("{cell:<width$}"),
                (false, _) => format!("{cell:>width$}"),
            })
            .collect();
        let line = if markdown {
            format!("| {} |", cells.join(" | "))
        } else {
            cells.join("  ").trim_end().to_owned()
        };
        let _ = writeln!(text, "{line}");
        if markdown && number == 0 {
            let _ = writeln!(text, "|---|{}", "---:|".repeat(columns.saturating_sub(1)));
        }
    }
    text
}
