//! Fixes that rules offer, made on the page.

use resume::{Resume, Stage};

use crate::page::{check, resume};

/// Makes the first fix of `rule` and returns the page.
#[track_caller]
fn fixed(yaml: &str, rule: &str) -> Resume {
    let resume = resume(yaml);
    let outcome = check(&resume, Stage::Mid);
    let found = outcome.findings.into_iter().filter(|finding| finding.rule == rule);
    let fix = found.filter_map(|finding| finding.fix).next();
    let fix = fix.unwrap_or_else(|| panic!("{rule} is silent or offers no fix"));
    resume.edited(&fix.edits).unwrap_or_else(|| panic!("the fix of {rule} leads nowhere"))
}

/// The page after the fix, and the page it should be.
#[track_caller]
fn check_fix(rule: &str, before: &str, after: &str) {
    assert_eq!(fixed(before, rule), resume(after), "{rule}");
}

#[test]
fn fixes_do_what_they_say() {
    check_fix(
        "assumed-skill",
        "skills: [{name: Tools, keywords: [Go, VS Code]}]",
        "skills: [{name: Tools, keywords: [Go]}]",
    );
    check_fix(
        "slashed-skill",
        "skills: [{name: Tools, keywords: [REST/gRPC, Go]}]",
        "skills: [{name: Tools, keywords: ['REST, gRPC', Go]}]",
    );
    check_fix(
        "soft-skill-listed",
        "skills: [{name: Tools, keywords: [Go, Teamwork]}]",
        "skills: [{name: Tools, keywords: [Go]}]",
    );
    check_fix(
        "soft-skill-listed",
        "skills: [{name: Tools, keywords: [Go]}, {name: Soft skills, keywords: [Teamwork]}]",
        "skills: [{name: Tools, keywords: [Go]}]",
    );
    check_fix(
        "soft-skill-listed",
        "skills: [{name: Soft skills, keywords: [Teamwork, German, Terraform]}]",
        "skills: [{name: Soft skills, keywords: [German, Terraform]}]",
    );
    check_fix(
        "references-listed",
        "work: [{name: Brackwater}]\nreferences: [{reference: On request}]",
        "work: [{name: Brackwater}]",
    );
    check_fix(
        "damaged-link",
        "basics: {url: 'https://ada–lind\u{AD}qvist.dev/of\u{FB01}ce'}",
        "basics: {url: 'https://ada-lindqvist.dev/office'}",
    );
    check_fix(
        "street-address",
        "basics: {location: {address: 14 Quayside Road, city: Bristol}}",
        "basics: {location: {city: Bristol}}",
    );
    check_fix(
        "mixed-tense",
        "work: [{name: Brackwater, startDate: 2019-02, endDate: 2021-05, \
         highlights: [Manage the fare API of 12 lines]}]",
        "work: [{name: Brackwater, startDate: 2019-02, endDate: 2021-05, \
         highlights: [Managed the fare API of 12 lines]}]",
    );
    check_fix(
        "high-school-listed",
        "education: [{institution: TU Elbe, studyType: MSc}, {institution: Harbor High School}]",
        "education: [{institution: TU Elbe, studyType: MSc}]",
    );
    check_fix(
        "gpa-shown",
        "work: [{name: Brackwater, startDate: 2015-02}]\n\
         education: [{institution: TU Elbe, studyType: MSc, score: GPA 3.9}]",
        "work: [{name: Brackwater, startDate: 2015-02}]\n\
         education: [{institution: TU Elbe, studyType: MSc}]",
    );
    check_fix(
        "long-education",
        "work: [{name: Brackwater, startDate: 2015-02}]\n\
         education: [{institution: TU Elbe, studyType: MSc, courses: [Calculus, Geometry]}]",
        "work: [{name: Brackwater, startDate: 2015-02}]\n\
         education: [{institution: TU Elbe, studyType: MSc}]",
    );
}

/// Whether `rule` flags the bullet of a role that has ended, and offers no fix that holds.
#[track_caller]
fn check_no_fix(rule: &str, bullet: &str) {
    let page = resume(&format!(
        "work: [{{name: Brackwater, startDate: 2019-02, endDate: 2021-05, highlights: [\"{}\"]}}]",
        bullet.replace('"', "\\\"")
    ));
    let outcome = check(&page, Stage::Mid);
    let mut found = outcome.findings.iter().filter(|finding| finding.rule == rule).peekable();
    assert!(found.peek().is_some(), "{rule} is silent: {bullet}");
    assert!(found.all(|finding| finding.fix.is_none()), "{rule} offers a fix: {bullet}");
}

#[test]
fn half_a_sentence_is_no_fix() {
    for bullet in [
        "Deploy the scripts and monitor dashboards",
        "Manage the fare API, maintain 12 importers",
        "Manages the fare API and then deploys the seat map",
    ] {
        check_no_fix("mixed-tense", bullet);
    }
    for bullet in [
        "I and two colleagues split the ledger",
        "I'm the owner of the fare API",
        "I personally built the fare cache",
        "We're shipping the tariff importer",
        "I love to write importers",
        "I used to run the fare cache",
        "I need the ledger",
    ] {
        check_no_fix("first-person", bullet);
    }
    check_fix(
        "first-person",
        "work: [{name: Brackwater, highlights: [I built the fare cache of 12 lines]}]",
        "work: [{name: Brackwater, highlights: [Built the fare cache of 12 lines]}]",
    );
}
