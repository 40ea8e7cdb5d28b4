//! Tables, rails and columns whose lines share their heights: the order of painting tells them.

use super::sheet::{Sheets, lines, text};
use super::{read, shown};

#[track_caller]
fn check(drawn: &str, expected: &str) {
    let document = read(&Sheets::of(drawn).bytes());
    assert_eq!(shown(&document).trim(), expected.trim());
}

/// Rows of cells, each cell painted to its end before the next one; all lines 13 points apart.
fn table(rows: &[(&[&str], &[&str])], right: f32) -> String {
    let mut drawn = String::new();
    let mut y = 100.0;
    for (one, other) in rows {
        drawn.push_str(&lines(1, 10.0, 72.0, y, one));
        drawn.push_str(&lines(1, 10.0, right, y, other));
        let height = one.len().max(other.len());
        y += 13.0 * f32::from(u8::try_from(height).expect("few"));
    }
    drawn
}

const CARGO: [&str; 4] = [
    "Engineer",
    "Tidewater Freight",
    "Cut the p99 of search to 120 ms",
    "by keeping tariffs of a port",
];
const RAIL: [&str; 3] = ["Developer", "Northgate Rail", "Wrote the map of seats for trains"];

#[test]
fn dates_in_a_column_stay_with_their_entries() {
    let cells: [(&[&str], &[&str]); 2] =
        [(&["May 2019 –", "present", "Split"], &CARGO), (&["2014 – Apr", "2019", "Zagreb"], &RAIL)];
    check(
        &table(&cells, 180.0),
        &format!(
            "May 2019 – present\nSplit\n---\n{}\n---\n2014 – Apr 2019\nZagreb\n---\n{}",
            CARGO.join("\n"),
            RAIL.join("\n")
        ),
    );
    // On the right, dates of one line stay on it; longer ones stand before their entry.
    let cells: [(&[&str], &[&str]); 2] = [(&CARGO, &["2019 – now"]), (&RAIL, &["2014 – 2019"])];
    check(
        &table(&cells, 400.0),
        "Engineer | 2019 – now\nTidewater Freight\nCut the p99 of search to 120 ms\n\
         by keeping tariffs of a port\nDeveloper | 2014 – 2019\nNorthgate Rail\n\
         Wrote the map of seats for trains",
    );
    let cells: [(&[&str], &[&str]); 2] =
        [(&CARGO, &["May 2019 –", "present"]), (&RAIL, &["Feb 2014 –", "Apr 2019"])];
    check(
        &table(&cells, 400.0),
        &format!(
            "May 2019 – present\n---\n{}\n---\nFeb 2014 – Apr 2019\n---\n{}",
            CARGO.join("\n"),
            RAIL.join("\n")
        ),
    );
}

#[test]
fn columns_may_share_the_heights_of_their_lines() {
    let left = ["Skills", "Rust", "Postgres", "Kafka", "Nomad", "Languages", "Croatian"];
    let right = [CARGO, ["Developer", "Northgate Rail", "Wrote the map of seats", "for trains"]];
    let cells: [(&[&str], &[&str]); 1] = [(&left, &right.concat())];
    let expected = format!("{}\n---\n{}", left.join("\n"), right.concat().join("\n"));
    check(&table(&cells, 130.0), &expected);
    // Painted line by line, every line a row of its own.
    let pairs = [("Email", "mara@quist.example"), ("City", "Split"), ("Phone", "555 01 02")];
    let drawn: String = (0_u8..)
        .zip(pairs)
        .map(|(row, (key, value))| {
            let y = 100.0 + 13.0 * f32::from(row);
            text(1, 10.0, 72.0, y, key) + &text(1, 10.0, 180.0, y, value)
        })
        .collect();
    check(&drawn, "Email | mara@quist.example\nCity | Split\nPhone | 555 01 02");
}

#[test]
fn words_broken_in_a_narrow_cell_are_whole() {
    let cells: [(&[&str], &[&str]); 2] = [
        (&["Bache-", "lor of arts"], &["University of Split", "Mathematics", "With honors"]),
        (&["WORK OR", "EXPERIENCE"], &["Tidewater Freight", "Engineer", "Cut the p99 of search"]),
    ];
    check(
        &table(&cells, 150.0),
        "Bachelor of arts\n---\nUniversity of Split\nMathematics\nWith honors\n---\n\
         WORK OR EXPERIENCE\n---\nTidewater Freight\nEngineer\nCut the p99 of search",
    );
    // Lines with room for the next word are lines of their own.
    let cells: [(&[&str], &[&str]); 1] =
        [(&["Rust", "Go"], &["University of Split", "Mathematics", "With honors"])];
    check(&table(&cells, 140.0), "Rust\nGo\n---\nUniversity of Split\nMathematics\nWith honors");
}
