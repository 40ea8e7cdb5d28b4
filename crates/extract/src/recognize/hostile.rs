//! No text breaks a recognizer, and none costs more than its length.

use proptest::prelude::*;

use super::{contact, dates, headings, languages, looks, place, skills};

/// Asks everything about a text; every range must be one of the text.
fn ask(text: &str) {
    let inside = |range: &std::ops::Range<usize>| {
        assert!(text.get(range.clone()).is_some(), "{range:?} of {text:?}");
    };
    for period in dates::periods(text) {
        inside(&period.range);
    }
    dates::is_period(text);
    for email in contact::emails(text) {
        inside(&email.range);
    }
    for phone in contact::phones(text) {
        inside(&phone.range);
    }
    for link in contact::links(text) {
        inside(&link.range);
    }
    for place in place::places(text) {
        inside(&place.range);
    }
    place::parse(text);
    for score in
        [looks::title, looks::employer, looks::school, looks::degree, looks::person, place::place]
    {
        assert!((0.0..=1.0).contains(&score(text)), "{text:?}");
    }
    let parts = looks::degree_parts(text);
    parts.study_type.iter().chain(&parts.area).for_each(inside);
    looks::grade(text).iter().for_each(inside);
    headings::section(text);
    languages::language_line(text);
    for spoken in languages::languages(text) {
        inside(&spoken.language);
        spoken.fluency.iter().for_each(inside);
    }
    for group in skills::skill_groups(text) {
        group.name.iter().chain(&group.level).chain(&group.keywords).for_each(inside);
    }
}

proptest! {
    #[test]
    fn any_text_is_read(text in "\\PC{0,60}") {
        ask(&text);
    }

    #[test]
    fn any_text_of_their_parts_is_read(
        text in "(Jan|May|2019|2021|20|03|Present|since|expected|to|-|–|/|\\.|,|'|\\(|\\)|@| at |dot|\\.com|https://|GitHub:|\\+1|555|ext|Berlin|CA|94588|Straße|5|BSc|of|in|Science|University|English|B2|:|;|·|é|\u{301}|\u{a0}| |  ){0,16}"
    ) {
        ask(&text);
    }
}

#[test]
fn long_lines_cost_their_length() {
    let parts = [
        "a", " ", "(", ")", "@", "a@", "a.b", " at a", "(at)", "1", "1 ", "2019 ", "2019 - ",
        "May ", "+", "555-", "/", "a/", ",", "Berlin, ", "CA ", ":", "a: b, ", "a - ", ";", "|",
        "GitHub: a ", "GitHub:", "x.com/a ", "English, ", "English ", "(English", ".", "é", "BSc ",
        "GPA ", "3.8/4.0 ", "\u{301}", "a, b and ", "–", "mailto:", "https://", "2019(",
        "Expected ", "since ",
    ];
    for part in parts {
        ask(&part.repeat(20_000 / part.len()));
    }
}
