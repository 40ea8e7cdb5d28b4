//! Word: tables in the order a person reads them.

use std::fmt::Write as _;

use document::{HazardKind, Kind};

use crate::make::{document, docx, dump, hazards};

/// Cells are divided by `|`, rows by new lines, lines in a cell by `/`; `^` goes on with the cell
/// above, `>` spans two columns.
fn table(rows: &str) -> String {
    let mut xml = String::from("<w:tbl>");
    for row in rows.trim().lines() {
        xml.push_str("<w:tr>");
        for cell in row.split('|').map(str::trim) {
            let merged = cell == "^";
            let span = cell.starts_with('>');
            let begins = cell.strip_prefix('v');
            xml.push_str("<w:tc><w:tcPr>");
            if merged {
                xml.push_str("<w:vMerge/>");
            } else if begins.is_some() {
                xml.push_str(r#"<w:vMerge w:val="restart"/>"#);
            }
            if span {
                xml.push_str(r#"<w:gridSpan w:val="2"/>"#);
            }
            xml.push_str("</w:tcPr>");
            let text = begins.unwrap_or(cell).trim_start_matches(['^', '>']);
            for line in text.split('/') {
                let line = line.trim();
                let _ = write!(xml, "<w:p><w:r><w:t>{line}</w:t></w:r></w:p>");
            }
            xml.push_str("</w:tc>");
        }
        xml.push_str("</w:tr>");
    }
    xml + "</w:tbl>"
}

#[track_caller]
fn check(rows: &str, expected: &str) {
    let read = document(&docx(&table(rows), &[]), Kind::Docx);
    let lines: Vec<String> =
        dump(&read).lines().map(|l| l.split_once(": ").map_or("", |(_, t)| t).to_owned()).collect();
    assert_eq!(lines.join("\n"), expected, "{rows}");
    assert_eq!(hazards(&read), [HazardKind::Table]);
}

#[test]
fn rows_of_short_cells_are_lines() {
    check("Languages | Rust, Go\nTools | Kafka", "Languages | Rust, Go\nTools | Kafka");
    check("Acme / Engineer | 2019–2021 / Lisbon", "Acme | 2019–2021\nEngineer | Lisbon");
    check("Acme / Engineer | 2019–2021", "Acme | 2019–2021\nEngineer");
    check("Rust | Go | SQL\nKafka | | Redis", "Rust | Go | SQL\nKafka | Redis");
    check("> Skills\nRust | Go", "Skills\nRust | Go");
    let long = "word ".repeat(30).trim().to_owned();
    check(&format!("Profile | {long}"), &format!("Profile | {long}"));
}

#[test]
fn a_short_cell_beside_a_tall_one_goes_first() {
    check(
        "Experience | Acme / Engineer / Built a / Built b / Built c\nEducation | Delft / MSc / 2015",
        "Experience\nAcme\nEngineer\nBuilt a\nBuilt b\nBuilt c\nEducation\nDelft\nMSc\n2015",
    );
    // Items are never put on the line of their neighbor.
    check("- Rust / - Go | - Kafka / - Redis", "- Rust\n- Go\n- Kafka\n- Redis");
}

#[test]
fn tall_cells_are_columns() {
    let (left, right) =
        ("Contact / a@example.org / Lisbon / Skills", "Summary / One / Two / Three / Four");
    let lines = |text: &str| text.split(" / ").collect::<Vec<_>>().join("\n");
    check(&format!("{left} | {right}"), &format!("{}\n{}", lines(left), lines(right)));
    // Two such rows: down the first column, then down the second.
    check(
        &format!("{left} | {right}\nTalks / A / B / C | Work / D / E / F"),
        &format!("{}\nTalks\nA\nB\nC\n{}\nWork\nD\nE\nF", lines(left), lines(right)),
    );
    let read = document(&docx(&table(&format!("{left} | {right}")), &[]), Kind::Docx);
    assert_ne!(read.lines[0].block, read.lines[5].block);
    assert_eq!(read.lines[0].block, read.lines[3].block);
    let paragraph = "word ".repeat(60);
    check(&format!("{paragraph} | {paragraph}"), &format!("{0}\n{0}", paragraph.trim()));
}

#[test]
fn cells_that_span_rows_are_read_whole() {
    check(
        "Summary / text | v Contact / Phone / City / Skills / Rust\nWork / Acme | ^\nEducation / Delft | ^",
        "Summary\ntext\nWork\nAcme\nEducation\nDelft\nContact\nPhone\nCity\nSkills\nRust",
    );
    check(
        "v Contact / Phone / City / Skills / Rust | Summary / text\n^ | Work / Acme",
        "Contact\nPhone\nCity\nSkills\nRust\nSummary\ntext\nWork\nAcme",
    );
    check("v Tools | Rust\n^ | Go", "Tools | Rust\nGo");
}

#[test]
fn tables_in_tables_keep_their_place() {
    let inner = table("Rust | Go");
    let body = format!(
        "<w:tbl><w:tr><w:tc><w:p><w:r><w:t>Skills</w:t></w:r></w:p>{inner}<w:p/></w:tc></w:tr></w:tbl><w:p><w:r><w:t>after</w:t></w:r></w:p>"
    );
    let read = document(&docx(&body, &[]), Kind::Docx);
    assert_eq!(dump(&read), "0/0: Skills\n0/0: Rust | Go\nafter");
    assert_eq!(read.hazards.len(), 1);
}

#[test]
fn removed_rows_and_empty_tables_say_nothing() {
    let gone = table("a | b").replacen("<w:tr>", "<w:tr><w:trPr><w:del/></w:trPr>", 1);
    assert_eq!(dump(&document(&docx(&gone, &[]), Kind::Docx)), "");
    assert_eq!(dump(&document(&docx("<w:tbl/>", &[]), Kind::Docx)), "");
    let empty = document(&docx(&table(" | "), &[]), Kind::Docx);
    assert!(empty.hazards.is_empty());
}
