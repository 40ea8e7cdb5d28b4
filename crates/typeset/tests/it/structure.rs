//! What the PDF says of itself: standards, title, language, tags.

use super::poppler;
use super::samples::{CASES, case, classic, read, resume_with, sample, set};
use crate::{Options, pdf};
use resume::model::Paper;
use serde_json::json;

fn contains(pdf: &[u8], text: &str) -> bool {
    pdf.windows(text.len()).any(|window| window == text.as_bytes())
}

#[test]
fn declares_accessibility_and_archiving() {
    for case in &*CASES {
        let (name, pdf) = (&case.name, &case.pdf);
        for mark in [
            "%PDF-1.7",
            "<pdfuaid:part>1</pdfuaid:part>",
            "<pdfaid:part>2</pdfaid:part>",
            "<pdfaid:conformance>A</pdfaid:conformance>",
            "/Marked true",
            "/DisplayDocTitle true",
            "/StructTreeRoot",
            "/Lang(en)",
            "%%EOF",
        ] {
            assert!(contains(pdf, mark), "{name}: {mark}");
        }
        let Some(info) = poppler::run("pdfinfo", &[], pdf) else { return };
        assert!(info.lines().any(|line| line == "Tagged:          yes"), "{name}: {info}");
        assert!(info.contains(&format!("Pages:           {}", case.count)), "{name}: {info}");
    }
}

#[track_caller]
fn check_title(resume: &str, title: &str) {
    let pdf = set(&read(resume)).and_then(|pages| pages.pdf()).expect("a PDF");
    let Some(info) = poppler::run("pdfinfo", &[], &pdf) else { return };
    assert!(info.contains(&format!("Title:           {title}\n")), "{info}");
}

#[test]
fn the_title_names_the_person() {
    check_title(r#"{"basics": {"name": "Ana Horvat"}}"#, "Ana Horvat – Resume");
    check_title(r#"{"basics": {"label": "Engineer"}}"#, "Resume");
}

#[track_caller]
fn check_date(resume: &resume::Resume, expected: &str) {
    let pdf = set(resume).and_then(|pages| pages.pdf()).expect("a PDF");
    assert!(contains(&pdf, &format!("/CreationDate(D:{expected}000000Z)")), "{expected}");
}

#[test]
fn the_date_comes_from_the_resume() {
    check_date(&read("{}"), "20000101");
    check_date(&resume_with("meta", json!({"lastModified": "2026-03-14T09:26:53"})), "20260314");
    check_date(&resume_with("meta", json!({"lastModified": "last week"})), "20000101");
    check_date(&resume_with("vitae", json!({"as_of": "2025-11"})), "20000101");
    check_date(&resume_with("vitae", json!({"asOf": "2025-11"})), "20251101");
}

#[test]
fn the_language_is_declared() {
    for (language, mark) in [("en", "/Lang(en)"), ("pt-BR", "/Lang(pt-BR)"), ("hr", "/Lang(hr)")] {
        let options = Options { language, ..Options::new(classic()) };
        let pdf = pdf(&sample("sparse"), &options).expect("a PDF");
        assert!(contains(&pdf, mark), "{language}");
    }
}

#[test]
fn headings_and_lists_are_tagged_and_page_numbers_are_not() {
    let long = CASES.iter().filter(|case| case.sample == "long" && case.paper == Paper::A4);
    for case in long {
        let Some(tree) = poppler::run("pdfinfo", &["-struct-text"], &case.pdf) else { return };
        let lines = || tree.lines().map(str::trim_start);
        let count = |tag: &str| lines().filter(|line| line.starts_with(tag)).count();
        let outline = case.template.outline(&case.resume);
        let entries: Vec<_> =
            outline.sections.iter().flat_map(|section| &section.entries).collect();
        let lists: Vec<usize> = entries
            .iter()
            .flat_map(|entry| &entry.positions)
            .map(|position| position.bullets.len())
            .filter(|bullets| *bullets > 0)
            .collect();
        assert_eq!(
            ["H1 ", "H2 ", "H3 ", "L ", "LI "].map(count),
            [1, outline.sections.len(), entries.len(), lists.len(), lists.iter().sum()],
            "{}: {tree}",
            case.name
        );
        let number = format!("2 of {}", case.count);
        assert!(tree.contains("\"Håkon Lindqvist\"") && !tree.contains(&number), "{tree}");
    }
}

#[test]
fn only_the_faces_in_use_are_embedded() {
    let pdf = &case("typical").pdf;
    for face in ["Regular", "Semibold", "Italic"] {
        assert!(contains(pdf, &format!("LibertinusSerif-{face}")), "{face}");
    }
    assert!(!contains(pdf, "NewCM") && !contains(pdf, "DejaVu"));
}

#[test]
fn links_lead_where_the_resume_says() {
    let pdf = &case("typical").pdf;
    for url in [
        "mailto:ines.markovic@example.com",
        "tel:+385915550142",
        "https://inesmarkovic.example",
        "https://github.com/inesm",
    ] {
        assert!(contains(pdf, &format!("/URI({url})")), "{url}");
    }
}
