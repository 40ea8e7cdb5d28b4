//! Reading order, lines, lists and links of layouts in use.

use document::{HazardKind, Part};

use super::sheet::{Sheets, fill, flush, lines, text};
use super::{read, shown};

#[track_caller]
fn check(drawn: &str, expected: &str) {
    let document = read(&Sheets::of(drawn).bytes());
    assert_eq!(shown(&document).trim(), expected.trim());
}

const LEFT: [&str; 8] =
    ["Skills", "Rust and Go", "Postgres", "Kafka", "Terraform", "Languages", "Croatian", "English"];
const RIGHT: [&str; 8] = [
    "Experience",
    "Engineer at Tidewater Freight",
    "Cut the p99 of booking search from 900 ms to",
    "120 ms by keeping tariffs of a port together",
    "Moved the ledger to an event log without a stop",
    "Engineer at Northgate Rail",
    "Wrote the seat map service that holds the seats",
    "of four hundred trains a day",
];

#[test]
fn columns_are_read_one_after_the_other() {
    let expected = format!("Mara Quist\n---\n{}\n---\n{}", LEFT.join("\n"), RIGHT.join("\n"));
    let name = text(2, 24.0, 72.0, 60.0, "Mara Quist");
    let left = lines(1, 10.0, 72.0, 112.0, &LEFT);
    let right = lines(1, 10.0, 250.0, 117.0, &RIGHT);
    check(&format!("{name}{left}{right}"), &expected);
    check(&format!("{name}{right}{left}"), &expected);
    let ground = fill("0.1 0.2 0.3", 60.0, 90.0, 150.0, 150.0);
    check(&format!("{name}{ground}q 1 1 1 rg {left} Q {right}"), &expected);
}

#[test]
fn columns_that_are_stored_mixed_are_told() {
    let mut drawn = String::new();
    for (row, (left, right)) in (0_u8..).zip(LEFT.iter().zip(RIGHT)) {
        let y = 100.0 + 13.0 * f32::from(row);
        drawn.push_str(&text(1, 10.0, 72.0, y, left));
        drawn.push_str(&text(1, 10.0, 250.0, y + 5.0, right));
    }
    let document = read(&Sheets::of(&drawn).bytes());
    assert!(shown(&document).starts_with(&LEFT.join("\n")));
    let kinds: Vec<HazardKind> = document.hazards.iter().map(|hazard| hazard.kind).collect();
    assert_eq!(kinds, [HazardKind::TornColumns, HazardKind::Columns]);
}

#[test]
fn dates_at_the_right_margin_belong_to_their_line() {
    let mut drawn = String::new();
    let entries = [
        ("Tidewater Freight", "2021 – present"),
        ("Engineer", "Split"),
        ("• Cut costs", ""),
        ("Northgate Rail", "May 2017 – 2021"),
        ("Engineer", "Zagreb, Croatia"),
        ("• Wrote the seat map", ""),
    ];
    for (row, (left, right)) in (0_u8..).zip(entries) {
        let y = 100.0 + 13.0 * f32::from(row);
        drawn.push_str(&text(1, 10.0, 72.0, y, left));
        if !right.is_empty() {
            drawn.push_str(&flush(10.0, 540.0, y, right));
        }
    }
    check(
        &drawn,
        "Tidewater Freight | 2021 – present\nEngineer | Split\n• Cut costs\n\
         Northgate Rail | May 2017 – 2021\nEngineer | Zagreb, Croatia\n• Wrote the seat map",
    );
}

#[test]
fn labels_stand_before_what_they_name() {
    let mut drawn = text(2, 22.0, 72.0, 50.0, "Mara Quist has a name that is long");
    let sections = [
        (
            "Experience",
            &[
                "Tidewater Freight", "Engineer since 2019", "Cut the p99 of search",
                "Moved the ledger",
            ][..],
        ),
        ("Education", &["University of Split", "Diploma in mathematics", "With honors"][..]),
        ("Skills", &["Rust, Go, Postgres", "Kafka, Terraform"][..]),
    ];
    let mut expected = "Mara Quist has a name that is long".to_owned();
    let mut y = 100.0;
    for (label, content) in sections {
        drawn.push_str(&text(2, 10.0, 72.0, y, label));
        drawn.push_str(&lines(1, 10.0, 180.0, y, content));
        y += 13.0 * f32::from(u8::try_from(content.len()).expect("few")) + 12.0;
        expected = format!("{expected}\n---\n{label}\n---\n{}", content.join("\n"));
    }
    check(&drawn, &expected);
}

#[test]
fn cells_side_by_side_are_read_one_by_one() {
    let mut drawn = text(2, 14.0, 72.0, 100.0, "Skills");
    let cells = [
        ("Languages", ["Rust, Go,", "Python"]),
        ("Storage", ["Postgres,", "Redis"]),
        ("Platform", ["Linux,", "Nomad"]),
    ];
    for (column, (head, rest)) in (0_u8..).zip(cells) {
        let x = 72.0 + 150.0 * f32::from(column);
        drawn.push_str(&text(2, 10.0, x, 120.0, head));
        drawn.push_str(&lines(1, 10.0, x, 133.0, &rest));
    }
    let after =
        "Everything below runs across the whole page again, from left to right, as text does";
    drawn.push_str(&text(1, 10.0, 72.0, 190.0, after));
    check(
        &drawn,
        &format!(
            "Skills\n---\nLanguages\nRust, Go,\nPython\n---\nStorage\nPostgres,\nRedis\n---\n\
             Platform\nLinux,\nNomad\n---\n{after}"
        ),
    );
}

#[test]
fn marks_of_lists_are_no_text() {
    check(
        &lines(1, 10.0, 72.0, 100.0, &["• Cut costs", "- Wrote the map", "1. Ran it", "40% less"]),
        "• Cut costs\n- Wrote the map\n1. Ran it\n40% less",
    );
    let dots: String =
        [104.0, 117.0].map(|y: f32| format!("{} {} 3 3 re f\n", 74.0, 792.0 - y + 2.0)).concat();
    let items = lines(1, 10.0, 84.0, 104.0, &["Cut costs", "Wrote the map"]);
    check(
        &format!("{}{dots}{items}", text(1, 10.0, 72.0, 88.0, "Engineer")),
        "Engineer\n• Cut costs\n• Wrote the map",
    );
}

#[test]
fn letters_set_apart_are_words() {
    check(&text(2, 12.0, 72.0, 100.0, "E X P E R I E N C E"), "EXPERIENCE");
    check(&text(2, 12.0, 72.0, 100.0, "W O R K   H I S T O R Y"), "WORK HISTORY");
    check(&format!("4 Tc {}0 Tc", text(2, 12.0, 72.0, 100.0, "Mara Quist")), "Mara Quist");
    check(&text(1, 12.0, 72.0, 100.0, "I was a C developer"), "I was a C developer");
}

#[test]
fn letters_that_are_struck_twice_are_read_once() {
    let twice = text(1, 12.0, 72.0, 100.0, "Mara") + &text(1, 12.0, 72.3, 100.0, "Mara");
    check(&twice, "Mara");
    check(&text(1, 12.0, 72.0, 100.0, "all bookkeeping"), "all bookkeeping");
}

#[test]
fn scripts_stay_in_their_line() {
    let drawn = text(4, 12.0, 72.0, 100.0, "the 1")
        + &text(4, 7.0, 108.2, 96.0, "st")
        + &text(4, 12.0, 124.0, 100.0, "of May");
    check(&drawn, "the 1st of May");
}

#[test]
fn links_lie_under_their_pieces() {
    let page = text(4, 10.0, 72.0, 100.0, "mara@quist.example and code");
    let sheets = Sheets::of(&page).link(70.0, 90.0, 181.0, 104.0, "mailto:mara@quist.example");
    let document = read(&sheets.bytes());
    let pieces = &document.lines[0].pieces;
    assert_eq!(pieces[0].text, "mara@quist.example");
    assert_eq!(pieces[0].link.as_deref(), Some("mailto:mara@quist.example"));
    assert_eq!((pieces[1].text.as_str(), &pieces[1].link), ("and code", &None));
}

#[test]
fn looks_come_from_fonts() {
    let page = text(2, 14.0, 72.0, 100.0, "Heavy") + &text(3, 9.0, 72.0, 130.0, "Slanted");
    let document = read(&Sheets::of(&page).bytes());
    let looks: Vec<(f32, bool, bool)> = document
        .lines
        .iter()
        .map(|line| line.pieces[0].style)
        .map(|style| (style.size, style.bold, style.italic))
        .collect();
    assert_eq!(looks, [(14.0, true, false), (9.0, false, true)]);
}

#[test]
fn what_repeats_at_the_edge_is_no_body() {
    let page = |number: &str, body: &[&str]| {
        let foot = text(1, 8.0, 280.0, 770.0, &format!("Mara Quist - {number}/2"));
        lines(1, 10.0, 72.0, 100.0, body) + &foot
    };
    let sheets =
        Sheets::of(&page("1", &["Engineer", "Cut costs"])).page(&page("2", &["Skills", "Rust"]));
    let document = read(&sheets.bytes());
    let parts: Vec<(&str, Part)> =
        document.lines.iter().map(|line| (line.pieces[0].text.as_str(), line.part)).collect();
    assert_eq!(parts[2], ("Mara Quist - 1/2", Part::Footer));
    assert_eq!(parts[3], ("Skills", Part::Body));
    assert_eq!(parts[5].1, Part::Footer);
}

#[test]
fn turned_text_stands_after_the_page() {
    let turned = "BT /F1 10 Tf 0 1 -1 0 40 300 Tm (Portfolio) Tj ET\n";
    check(
        &format!("{turned}{}", text(1, 10.0, 72.0, 100.0, "Engineer")),
        "Engineer\n---\nPortfolio",
    );
}
