//! Texts and the lines they become.

use crate::dump::dump;
use crate::{Kind, Limits, hostile, read};

#[track_caller]
fn check(text: &str, expected: &str) {
    let document = read(text.as_bytes(), Kind::Text, &Limits::default()).expect("a text");
    assert_eq!(dump(&document), expected.trim_matches('\n'), "{text}");
}

#[test]
fn pieces_stand_apart() {
    check("Acme\tBerlin", "Acme | Berlin");
    check("Acme     Berlin", "Acme | Berlin");
    check("Acme ........ 2019", "Acme | 2019");
    check("Acme . . . . . 2019", "Acme | 2019");
    check("Acme\t\t2019 - 2021", "Acme | 2019 - 2021");
    check("a | b | c", "a | b | c");
}

#[test]
fn pieces_stay_together() {
    check("Acme  Berlin", "Acme Berlin");
    check("Built ... and more", "Built ... and more");
    check("snake__case, C++ and .NET", "snake__case, C++ and .NET");
    check("Phone: 555 0100", "Phone: 555 0100");
}

#[test]
fn lists_have_marks_and_levels() {
    check("- One\n- Two\n  - Three\n- Four", "(-) One\n(-) Two\n>(-) Three\n(-) Four");
    check("• One\n\to Two", "(•) One\n>(o) Two");
    check("  * One\n  * Two", "(*) One\n(*) Two");
    check("•\tOne\n•\tTwo", "(•) One\n(•) Two");
    check("1. One\n2) Two", "(1.) One\n(2)) Two");
    check("-5 % errors", "-5 % errors");
}

#[test]
fn rules_become_room_and_headings() {
    check("Jane Roe\n========\nBerlin", "#1 Jane Roe\n^ Berlin");
    check("One\n\nWork\n--------------------\nTwo", "One\n^ #2 Work\n^ Two");
    check("*******\n WORK\n*******\nTwo", "#2 WORK\n^ Two");
    check("One\n--------\n\nTwo", "#2 One\n^ Two");
    check(
        "Phone: 555\nWeb: https://example.org\n------------------------------------------------\nTwo",
        "Phone: 555\nWeb: https://example.org\n^ Two",
    );
    check("[ Work ]\nOne", "#2 Work\nOne");
    check("*** Work ***\n--- Skills ---\n=== Talks ===", "#2 Work\n#2 Skills\n#2 Talks");
    check("WORK --------------\nOne", "#2 WORK\nOne");
    check("+------+\n| WORK |\n+------+\nOne", "#2 WORK\n^ One");
    check("______\nOne", "One");
}

#[test]
fn texts_that_look_drawn_stay() {
    check("Languages: C++", "Languages: C++");
    check("Go | SQL | C#", "Go | SQL | C#");
    check("Acme - Berlin", "Acme - Berlin");
    check("Name: ________", "Name:");
    check("* One\n* Two", "(*) One\n(*) Two");
    check("[Go, SQL] and more", "[Go, SQL] and more");
}

#[test]
fn marks_of_markdown_are_looks() {
    check(
        "Built **Ledger** for [Acme](https://example.org).",
        "Built *Ledger* for Acme<https://example.org>.",
    );
    check("2 ** 3 and a[0](x)", "2 ** 3 and a[0](x)");
    check("# Jane\n\n## Work\n\ntext", "#1 Jane\n^ #2 Work\n^ text");
}

#[test]
fn pages_mails_and_letters_without_shape() {
    check("One\u{c}Two", "One\n== page\nTwo");
    check("> Jane\n>\n> - One\n> - Two", "Jane\n^ (-) One\n(-) Two");
    check("> One\n> Two\n> Three", "(>) One\n(>) Two\n(>) Three");
    check("Py\u{200b}thon\r\nGo\rSQL\u{2028}C", "Python\nGo\nSQL\nC");
    check("Go\u{e0068}\u{e0069}", "Go\nShapeless: hi");
    check("", "");
}

#[track_caller]
fn check_whole(text: &str, expected: bool) {
    let document = read(text.as_bytes(), Kind::Text, &Limits::default()).expect("a text");
    assert!(document.lines.iter().all(|line| line.whole == expected), "{text}");
}

#[test]
fn wrapped_lines_are_recognized() {
    check_whole(
        "Designed the ledger that holds the balance of every\naccount and proves it each night.",
        false,
    );
    check_whole(
        "- Designed the ledger that holds the balance of\n  every account and proves it each night.\n- Next",
        false,
    );
    check_whole(
        "Senior engineer, Acme\n- Designed the ledger that holds the balance of every account.\n- Cut costs",
        true,
    );
    check_whole("Acme\nsenior engineer\nBerlin", true);
}

#[test]
fn columns_are_read_one_after_the_other() {
    let left = [
        "Contact", "jane@example.org", "", "Skills", "Go and Rust", "PostgreSQL", "", "Languages",
        "English, German", "French", "", "Interests", "Climbing, chess",
    ];
    let right = [
        "Experience",
        "",
        "Engineer at Acme in Berlin",
        "Wrote the settlement service",
        "that pays out each night",
        "",
        "Engineer at Globex",
        "Moved the ledger to",
        "PostgreSQL without downtime",
        "",
        "Education",
        "Freie Universität Berlin",
        "",
    ];
    let rows: Vec<String> =
        left.iter().zip(right).map(|(left, right)| format!("{left:<30}{right}")).collect();
    let text = format!("Jane Roe, software engineer in Berlin, Germany\n\n{}\n", rows.join("\n"));
    let document = read(text.as_bytes(), Kind::Text, &Limits::default()).expect("a text");
    let found: Vec<_> = document.lines.iter().map(crate::Line::text).collect();
    let mut expected = vec!["Jane Roe, software engineer in Berlin, Germany"];
    expected.extend(left.iter().chain(&right).filter(|text| !text.is_empty()));
    assert_eq!(found, expected);
}

#[test]
fn tables_and_dates_are_no_columns() {
    let table =
        "Languages          Go, Rust, Python\nDatabases          PostgreSQL, Redis\n".repeat(6);
    let dates =
        "Senior engineer at Acme in Berlin          2019 - 2021\nWrote the settlement service\n\n"
            .repeat(9);
    for text in [table, dates] {
        let document = read(text.as_bytes(), Kind::Text, &Limits::default()).expect("a text");
        assert!(document.lines.iter().all(|line| line.block == 0), "{text}");
    }
}

#[test]
fn places_are_those_of_a_typewriter() {
    let document = read(b"\n  - One     Two", Kind::Text, &Limits::default()).expect("a text");
    let rects: Vec<_> = document.lines[0].pieces.iter().filter_map(|piece| piece.rect).collect();
    assert_eq!(
        format!("{:?}", (rects[0].left, rects[0].top, rects[0].right)),
        "(20.0, 12.0, 35.0)"
    );
    assert_eq!(format!("{:?}", rects[1].left), "60.0");
}

#[test]
fn what_is_no_text_is_refused() {
    for bytes in
        [&b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"[..], b"PK\x03\x04\x14\0\0\0\x08\0", &[0; 100]]
    {
        assert!(read(bytes, Kind::Text, &Limits::default()).is_err(), "{bytes:?}");
    }
}

#[test]
fn hostile_texts_end() {
    let text =
        "Jane Roe\n=====\n> - One ..... 2019\t**b** [a](https://x.org)\n  • Two\n----\n[ Work ]\n"
            .repeat(6);
    hostile::mutate(&text, Kind::Text);
    for unit in [
        "[", "**", "a\tb ", ".", " ", "- ", "\n", "\u{c}", "=\n", "a   b\n", "> \n>>\n", "[a](",
        "é\u{e0041}",
    ] {
        hostile::repeat("", unit, Kind::Text);
    }
}
