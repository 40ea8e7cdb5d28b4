//! Bytes made to blow a reader up are refused.

use extract::{Format, Limits, read};

use super::archive;

#[track_caller]
fn check(bytes: &[u8], format: Format, limits: &Limits, expected: &str) {
    let error = read(bytes, format, limits).expect_err("it is refused");
    assert!(error.message.contains(expected), "{error}");
    assert!(error.hint.is_some());
}

#[test]
fn archives() {
    let limits = Limits::default();
    let table = |name: &str, bytes: Vec<u8>| archive(&[(name.to_owned(), bytes)]);
    // 100 MB of blanks pack into 100 KB.
    let bomb = table("Positions.csv", vec![b' '; 100 << 20]);
    assert!(bomb.len() < 1 << 20);
    assert_eq!(Format::detect(None, &bomb), Format::LinkedInExport);
    check(&bomb, Format::LinkedInExport, &limits, "hold more than 4.0 MB");
    let cells = table("Positions.csv", b"Title\na,a,a,a\n".repeat(20_000));
    check(&cells, Format::LinkedInExport, &limits, "more than 50000 cells");
    let other = table("notes.txt", b"hello".to_vec());
    check(&other, Format::LinkedInExport, &limits, "holds no profile of LinkedIn");
    check(b"PK\x03\x04", Format::LinkedInExport, &limits, "the file is damaged");
    let many: Vec<_> = (0..2100).map(|at| (format!("{at}.csv"), Vec::new())).collect();
    check(&archive(&many), Format::LinkedInExport, &limits, "more than 2000 parts");
}

#[test]
fn xml() {
    let limits = Limits::default();
    let check =
        |xml: &str, expected: &str| check(xml.as_bytes(), Format::Europass, &limits, expected);
    check("<!DOCTYPE x [<!ENTITY a \"aa\">]><Candidate>&a;</Candidate>", "its own document type");
    check(&"<a>".repeat(100), "passes 64 levels of elements");
    check(&format!("<a>{}</a>", "<b/>".repeat(60_000)), "passes 50000 elements");
    check("<Candidate><a></Candidate>", "this is not XML");
    check("<Candidate>", "ends before its content does");
    check("<html></html>", "no resume of Europass");
    check("<Candidate>\0</Candidate>", "NUL");
}

#[test]
fn yaml() {
    let limits = Limits::default();
    let bomb = format!(
        "a: &a [{}]\ncv:\n  name: A\n  sections: {{x: [{}]}}\n",
        "x, ".repeat(100),
        "*a, ".repeat(1000)
    );
    check(bomb.as_bytes(), Format::Yaml, &limits, "passes 50000 keys and values");
}

#[test]
fn an_alias_inside_the_limits_is_read_where_it_is_used() {
    let text = "cv:\n  name: A\n  sections:\n    experience:\n      - &job {company: B, position: C}\n      - *job\n";
    let parsed = read(text.as_bytes(), Format::Yaml, &Limits::default()).expect("it is read");
    assert_eq!(parsed.resume.work.len(), 2);
    assert_eq!(parsed.resume.work[0], parsed.resume.work[1]);
}
