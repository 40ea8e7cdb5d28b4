//! Every rule about documents finds a file that breaks it, and not its twin that does not.

use document::Kind;
use extract::{About, reader_rules};

use crate::make::docx;
use crate::office::{boxed, run, word};
use crate::pdf::{Pdf, WORDS, lines, text, words};
use crate::read;

/// A file and its twin.
struct Pair {
    kind: Kind,
    planted: Vec<u8>,
    twin: Vec<u8>,
}

fn pdf(planted: &Pdf, twin: &Pdf) -> Pair {
    Pair { kind: Kind::Pdf, planted: planted.bytes(), twin: twin.bytes() }
}

fn word_pair(planted: &str, twin: &str) -> Pair {
    Pair { kind: Kind::Docx, planted: word(planted, &[]), twin: word(twin, &[]) }
}

/// The files of a rule, most of them PDF; `None` when it has none.
fn pair(rule: &str) -> Option<Pair> {
    let plain = Pdf::with(&words());
    let image = |width: u16, height: u16| {
        Pdf::with(&format!("q {width} 0 0 {height} 72 100 cm /Image Do Q 0 g {}", words()))
    };
    let shown_by =
        |font: &str, codes: &str| Pdf::with(&format!("BT /{font} 11 Tf 72 392 Td ({codes}) Tj ET"));
    Some(match rule {
        "active-content" => {
            let opens = |action: &str| Pdf {
                catalog: format!("/OpenAction<<{action}>>"),
                ..Pdf::default()
            };
            pdf(&opens("/S/JavaScript/JS(app.alert\\(1\\))"), &opens("/S/GoTo/D[5 0 R/Fit]"))
        }
        "comment-in-file" => {
            let note = |kind: &str| Pdf {
                page: format!(
                    "/Annots[<</Type/Annot/Subtype/{kind}/Rect[72 385 90 400]/Contents(Longer?)>>]"
                ),
                ..Pdf::default()
            };
            pdf(&note("Text"), &note("Link"))
        }
        "damaged-document" => {
            let whole = plain.bytes();
            let table = whole.windows(5).position(|at| at == b"xref\n")?;
            Pair { kind: Kind::Pdf, planted: whole[..table].to_vec(), twin: whole }
        }
        "font-without-map" => pdf(&shown_by("Nameless", "Engine"), &shown_by("Drawn", "Engine")),
        "hidden-text" => pdf(&Pdf::with(&format!("q 1 g {}Q", words())), &plain),
        "large-file" => {
            let long = Pdf { before: " ".repeat(2_600_000), ..plain.clone() };
            pdf(&long, &plain)
        }
        "large-picture" => pdf(&image(300, 200), &image(40, 40)),
        "scanned-page" => {
            let scan = "q 612 0 0 792 0 0 cm /Image Do Q";
            // A picture of the page with its text laid over it without ink.
            let read_over = format!("{scan} 3 Tr");
            pdf(&Pdf::bare(scan), &Pdf { before: read_over, ..Pdf::default() })
        }
        "several-columns" => {
            let beside = Pdf::bare(&format!("{}{}", left(), right(250.0, 0.0)));
            pdf(&beside, &Pdf::bare(&format!("{}{}", left(), right(72.0, 200.0))))
        }
        "torn-columns" => {
            let mut mixed = String::new();
            for (one, other) in left().lines().zip(right(250.0, 0.0).lines()) {
                mixed.extend([one, "\n", other, "\n"]);
            }
            let apart = format!("{}{}", left(), right(250.0, 0.0));
            pdf(&Pdf::bare(&mixed), &Pdf::bare(&apart))
        }
        "spaced-letters" => {
            let heading = |shown: &str| Pdf::with(&text(2, 12.0, 72.0, 400.0, shown));
            pdf(&heading("A C H I E V E M E N T S"), &heading("ACHIEVEMENTS"))
        }
        "unreadable-characters" => {
            let codes = "\\001\\002\\003\\004\\005".repeat(8);
            pdf(&shown_by("Nameless", &codes), &shown_by("Drawn", "Engine"))
        }
        "unsure-reading" => {
            let page = |heads: &[&str]| {
                let name = text(2, 20.0, 72.0, 60.0, "Mara Quist");
                let heading = text(2, 12.0, 72.0, 106.0, "Experience");
                Pdf::bare(&format!("{name}{heading}{}", lines(1, 10.0, 72.0, 124.0, heads)))
            };
            let unsure = ["Harbor", "Lantern", "2019 – 2021"];
            let sure = ["Tidewater Freight Ltd", "Backend Engineer", "March 2019 – May 2021"];
            pdf(&page(&unsure), &page(&sure))
        }
        _ => return of_word(rule),
    })
}

/// The Word files of a rule.
fn of_word(rule: &str) -> Option<Pair> {
    Some(match rule {
        "contact-outside-text" => {
            let section =
                r#"<w:sectPr><w:headerReference w:type="default" r:id="header1.xml"/></w:sectPr>"#;
            let head = "<w:p><w:r><w:t>quist@mara.example</w:t></w:r></w:p>";
            let file = |body: &str| {
                let body = format!("{}{body}{section}", run("", "Mara Quist"));
                docx(&body, &[("header1.xml", head)])
            };
            let twin = file(&run("", "quist@mara.example"));
            Pair { kind: Kind::Docx, planted: file(""), twin }
        }
        "joined-letters" => word_pair(&run("", "Proﬁle of work"), &run("", "Profile of work")),
        "lookalike-letters" => {
            word_pair(&run("", "Wrote P\u{443}thon services"), &run("", "Wrote Python services"))
        }
        "restricted-file" => {
            let protection = r#"<w:documentProtection w:edit="readOnly" w:enforcement="1"/>"#;
            let file = |settings: &str| word("", &[("settings.xml", settings)]);
            Pair { kind: Kind::Docx, planted: file(protection), twin: file("") }
        }
        "text-box" => word_pair(&boxed("", "<a:noFill/>", "", WORDS), &run("", WORDS)),
        "text-in-table" => {
            let cell = |text: &str| format!("<w:tc>{}</w:tc>", run("", text));
            let rows = [("Rust", "Go"), ("Kafka", "Redis"), ("Nomad", "Consul")];
            let table: String =
                rows.map(|(one, two)| format!("<w:tr>{}{}</w:tr>", cell(one), cell(two))).concat();
            let flat: String = rows.map(|(one, two)| run("", &format!("{one}, {two}"))).concat();
            word_pair(&format!("<w:tbl>{table}</w:tbl>"), &flat)
        }
        "tracked-changes" => word_pair(
            "<w:p><w:ins><w:r><w:t>Led the team</w:t></w:r></w:ins><w:del><w:r><w:delText>Was in the team</w:delText></w:r></w:del></w:p>",
            &run("", "Led the team"),
        ),
        _ => return None,
    })
}

/// Lines of a narrow column.
fn left() -> String {
    let texts = [
        "Skills", "Rust and Go", "Postgres", "Kafka", "Terraform", "Languages", "Croatian",
        "English",
    ];
    lines(1, 10.0, 72.0, 112.0, &texts)
}

/// Lines of a wide column.
fn right(x: f32, down: f32) -> String {
    let texts = [
        "Experience",
        "Engineer at Tidewater Freight",
        "Cut the p99 of booking search from 900 ms to",
        "120 ms by keeping tariffs of a port together",
        "Moved the ledger to an event log without a stop",
        "Engineer at Northgate Rail",
        "Wrote the seat map service that holds the seats",
        "of four hundred trains a day",
    ];
    lines(1, 10.0, x, 117.0 + down, &texts)
}

#[test]
fn every_rule_has_a_file_that_breaks_it_and_one_that_does_not() {
    for rule in reader_rules().iter().filter(|rule| rule.about == About::Documents) {
        let Pair { kind, planted, twin } =
            pair(rule.id).unwrap_or_else(|| panic!("{} has no files", rule.id));
        let (document, reading) = read(&planted, kind);
        let found = reading.parsed.findings.iter().find(|finding| finding.rule == rule.id);
        let found = found.unwrap_or_else(|| {
            panic!("{}: {:#?}\n{:?}", rule.id, reading.parsed.findings, document.hazards)
        });
        assert_eq!(found.severity, rule.severity, "{}", rule.id);
        assert!(found.hint.is_some(), "{}", rule.id);
        let (_, reading) = read(&twin, kind);
        let found = reading.parsed.findings.iter().find(|finding| finding.rule == rule.id);
        assert!(found.is_none(), "{}: {found:#?}", rule.id);
    }
}

#[test]
fn messages_ask_and_do_not_accuse() {
    let mut said = Vec::new();
    for rule in reader_rules().iter().filter(|rule| rule.about == About::Documents) {
        let Some(Pair { kind, planted, .. }) = pair(rule.id) else { continue };
        let (_, reading) = read(&planted, kind);
        let found = reading.parsed.findings.iter().find(|finding| finding.rule == rule.id);
        let Some(found) = found else { continue };
        let hint = found.hint.as_deref().unwrap_or_default();
        said.push(format!("{}: {}\n  {hint}", rule.id, found.message));
        for text in [&*found.message, hint, rule.summary] {
            for word in ["cheat", "fraud", "lie", "manipulat", "suspicious", "trick"] {
                assert!(!text.contains(word), "{}: {text}", rule.id);
            }
            assert!(!text.ends_with('.') && text.chars().count() < 200, "{}: {text}", rule.id);
        }
    }
    insta::assert_snapshot!(said.join("\n"));
}
