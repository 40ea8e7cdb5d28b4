//! All tables of a sample: one by attribute, one by each two of them.

use std::collections::BTreeMap;

use serde::Serialize;

use crate::figures::{Group, Outside, groups};
use crate::sample::{Row, Sample};

/// How groups are compared.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Options {
    /// Groups below 2 % of the people are shown and not compared.
    pub leave_out_small: bool,
}

/// The whole result.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Impact {
    /// People in the file.
    pub people: u64,
    /// The tables: selection first, then scores; each attribute, then each two together.
    pub tables: Vec<Table>,
}

/// What is counted of people.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub enum Measure {
    /// Who was selected.
    Selection,
    /// Whose score is above the median of the sample.
    Scoring,
}

/// Groups of one attribute, or of two together.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Table {
    /// What is counted.
    pub measure: Measure,
    /// The attributes.
    pub by: Vec<String>,
    /// Median of all scores of the sample, those of unknown groups included; `None` for selection.
    pub median: Option<f64>,
    /// The groups by name.
    pub groups: Vec<Group>,
    /// Who is in none of them.
    pub outside: Outside,
}

impl Impact {
    /// Counts and compares. The order of the rows does not matter.
    pub fn of(sample: &Sample, options: Options) -> Self {
        let singles = (0..sample.by.len()).map(|at| vec![at]);
        let pairs = (0..sample.by.len())
            .flat_map(|one| (one + 1..sample.by.len()).map(move |other| vec![one, other]));
        let views: Vec<Vec<usize>> = singles.chain(pairs).collect();
        let mut tables = Vec::new();
        if sample.has_selected {
            let outcome = |row: &Row| row.selected;
            let table = |by: &Vec<usize>| table(sample, by, Measure::Selection, outcome, options);
            tables.extend(views.iter().map(table));
        }
        if sample.has_score {
            let median = median(sample);
            let outcome = |row: &Row| Some(u64::from(row.score? > median?));
            tables.extend(views.iter().map(|by| Table {
                median,
                ..table(sample, by, Measure::Scoring, outcome, options)
            }));
        }
        Self { people: sample.rows.iter().map(|row| row.people).sum(), tables }
    }
}

fn table(
    sample: &Sample,
    by: &[usize],
    measure: Measure,
    outcome: impl Fn(&Row) -> Option<u64>,
    options: Options,
) -> Table {
    let mut counts: BTreeMap<Vec<&str>, (u64, u64)> = BTreeMap::new();
    let mut outside = Outside::default();
    for row in &sample.rows {
        let selected = outcome(row);
        let group: Option<Vec<&str>> = by.iter().map(|&at| row.groups[at].as_deref()).collect();
        match (group, selected) {
            (Some(group), selected) => {
                // A group nobody is known of is still named.
                let count = counts.entry(group).or_default();
                if let Some(selected) = selected {
                    count.0 += row.people;
                    count.1 += selected;
                } else {
                    outside.unknown_outcome += row.people;
                }
            }
            (None, Some(selected)) => {
                outside.unknown_group += row.people;
                outside.unknown_group_selected += selected;
            }
            (None, None) => outside.unknown_outcome += row.people,
        }
    }
    let owned = |group: Vec<&str>| group.into_iter().map(str::to_owned).collect();
    let counts =
        counts.into_iter().map(|(group, (people, selected))| (owned(group), people, selected));
    Table {
        measure,
        by: by.iter().map(|&at| sample.by[at].clone()).collect(),
        median: None,
        groups: groups(counts.collect(), options.leave_out_small),
        outside,
    }
}

/// The middle of all scores; between the two in the middle when their number is even.
fn median(sample: &Sample) -> Option<f64> {
    let mut scores: Vec<f64> = sample.rows.iter().filter_map(|row| row.score).collect();
    scores.sort_by(f64::total_cmp);
    let upper = *scores.get(scores.len() / 2)?;
    if scores.len() % 2 == 1 {
        return Some(upper);
    }
    Some(f64::midpoint(scores[scores.len() / 2 - 1], upper))
}
