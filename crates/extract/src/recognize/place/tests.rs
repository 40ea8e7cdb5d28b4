//! Cases of places.

use super::*;

/// City, region, country, postal code and address, as far as known, with `|` between them.
#[track_caller]
fn check(text: &str, expected: &str) {
    let found = read(text, trim(text, 0..text.len()));
    let shown = found.as_ref().map(|found| {
        let place = &found.place;
        let parts =
            [&place.city, &place.region, &place.country_code, &place.postal_code, &place.address];
        parts
            .map(|part| part.clone().unwrap_or_default())
            .join("|")
            .trim_end_matches('|')
            .to_owned()
    });
    assert_eq!(shown.as_deref(), Some(expected), "{text:?}: {found:?}");
    assert!(place(text) >= 0.5, "{text:?}: {found:?}");
}

#[test]
fn places_are_parsed() {
    check("San Francisco, CA", "San Francisco|CA|US");
    check("Berlin, Germany", "Berlin||DE");
    check("Austin, TX, US", "Austin|TX|US");
    check("Toronto, ON", "Toronto|ON|CA");
    check("Cupertino, California, United States", "Cupertino|California|US");
    check("Zürich", "Zürich||CH");
    check("Bangalore, India", "Bangalore||IN");
    check("Nantes, FR", "Nantes||FR");
    check("Berlin, DE", "Berlin||DE");
    check("Stockholm SE", "Stockholm||SE");
    check("Remote", "");
    check("Remote (US)", "||US");
    check("Remote, Germany", "||DE");
    check("Pleasantville, CA 94588", "Pleasantville|CA|US|94588");
    check("Hauptstraße 5, 10115 Berlin, Germany", "Berlin||DE|10115|Hauptstraße 5");
    check("123 Main Street, Springfield, IL 62704", "Springfield|IL|US|62704|123 Main Street");
    check("Smallville, KS", "Smallville|KS|US");
    check("Atlanta, Georgia", "Atlanta|Georgia|US");
    check("Tbilisi, Georgia", "Tbilisi||GE");
    check("Cluj-Napoca, Romania", "Cluj-Napoca||RO");
    check("São Paulo, Brasil", "São Paulo||BR");
    check("London SW1A 1AA", "London|||SW1A 1AA");
    check("Seoul, S.Korea", "Seoul||KR");
    check("Germany", "||DE");
    check("Newark, New Jersey", "Newark|New Jersey|US");
}

#[test]
fn what_is_no_place() {
    for text in [
        "Senior Software Engineer",
        "Acme Inc.",
        "Go, Java, Rust",
        "Kafka",
        "Jane Doe",
        "University of Oslo",
        "2019",
        "Built it in Berlin",
        "us",
        "in",
        "Bachelor of Science, Computer Science",
        "Led a team, cut costs",
        "",
        "AWS, GCP",
        "Designed and shipped an API",
        "jane@example.com",
        "CI/CD",
        "MS, Computer Science",
        "Docker, Kubernetes, CA",
    ] {
        assert!(place(text) < 0.5, "{text:?}: {:?}", read(text, trim(text, 0..text.len())));
    }
}

#[test]
fn places_in_lines() {
    #[track_caller]
    fn check(text: &str, expected: &[&str]) {
        let found = places(text);
        let shown: Vec<&str> = found.iter().map(|found| &text[found.range.clone()]).collect();
        assert_eq!(shown, expected, "{text:?}: {found:?}");
    }
    check("Acme Inc. | Berlin, Germany | Remote", &["Berlin, Germany", "Remote"]);
    check("Acme, San Francisco, CA", &["San Francisco, CA"]);
    check("Acme Corp San Francisco, CA", &["San Francisco, CA"]);
    check("Acme (Remote)", &["Remote"]);
    check("jane@example.com · +1 555 123 4567 · Austin, TX", &["Austin, TX"]);
    check("Senior Software Engineer – Acme – Zürich", &["Zürich"]);
    check("Go, Java, Rust", &[]);
    check("Built the checkout in Go and moved it to Kafka", &[]);
    check("Senior Software Engineer", &[]);
    check("", &[]);
}
