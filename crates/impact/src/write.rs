//! The tables as one CSV file, for a spreadsheet.

use csv::Writer;

use crate::figures::Group;
use crate::impact::{Impact, Measure, Table};

/// Names of the columns.
const HEADER: [&str; 17] = [
    "measure", "by", "group", "people", "selected", "share", "below_two_percent", "left_out",
    "rate", "rate_low", "rate_high", "ratio", "below_four_fifths", "p", "highest",
    "one_person_changes_it", "outcome_unknown",
];

/// One row a group, and one for the people of unknown group, of every table. Rates are not rounded.
/// For scores, `selected` counts who is above the median.
pub fn to_csv(impact: &Impact) -> String {
    let mut writer = Writer::from_writer(Vec::new());
    // Writing to memory does not fail.
    let _ = writer.write_record(HEADER);
    for table in &impact.tables {
        for group in &table.groups {
            let _ = writer.write_record(row(table, group));
        }
        let mut unknown = vec![String::new(); HEADER.len()];
        unknown[..5].clone_from_slice(&[
            measure(table).to_owned(),
            safe(&table.by.join(" x ")),
            "(unknown)".to_owned(),
            table.outside.unknown_group.to_string(),
            table.outside.unknown_group_selected.to_string(),
        ]);
        unknown[16] = table.outside.unknown_outcome.to_string();
        let _ = writer.write_record(&unknown);
    }
    String::from_utf8(writer.into_inner().unwrap_or_default()).unwrap_or_default()
}

fn row(table: &Table, group: &Group) -> [String; 17] {
    let figure = |figure: Option<f64>| figure.map_or_else(String::new, |figure| figure.to_string());
    let word = |is: bool| if is { "yes" } else { "no" }.to_owned();
    [
        measure(table).to_owned(),
        safe(&table.by.join(" x ")),
        safe(&group.group.join(" x ")),
        group.people.to_string(),
        group.selected.to_string(),
        figure(group.share),
        word(group.below_two_percent),
        word(group.left_out),
        figure(group.rate),
        figure(group.rate_low),
        figure(group.rate_high),
        figure(group.ratio),
        group.ratio.map_or_else(String::new, |_| word(group.below_four_fifths)),
        figure(group.p),
        word(group.highest),
        group.ratio.map_or_else(String::new, |_| word(group.one_person.is_some())),
        String::new(),
    ]
}

fn measure(table: &Table) -> &'static str {
    match table.measure {
        Measure::Selection => "selection",
        Measure::Scoring => "scoring",
    }
}

/// A spreadsheet must not take a name for a formula.
fn safe(text: &str) -> String {
    let formula = text.starts_with(['=', '+', '-', '@', '\t', '\r']);
    if formula { format!("'{text}") } else { text.to_owned() }
}
