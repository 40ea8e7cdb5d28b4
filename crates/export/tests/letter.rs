//! A letter as plain text.

use export::{Options, letter};
use resume::Resume;
use serde_json::{Value, json};

#[track_caller]
fn check(resume: Value, content: Value, expected: &str) {
    let resume: Resume = serde_json::from_value(resume).expect("a resume");
    let content = serde_json::from_value(content).expect("a letter");
    let text = letter(&resume, &content, &Options::default());
    assert_eq!(String::from_utf8(text).expect("UTF-8"), expected);
}

#[test]
fn parts_stand_apart() {
    let basics = json!({ "basics": {
        "name": "Ada Example", "label": "Engineer", "email": "ada@example.com",
        "profiles": [{ "network": "GitHub", "username": "ada" }], "summary": "Not of a letter.",
    } });
    check(
        basics.clone(),
        json!({
            "recipient": ["Ms. Okafor", "Northwind"], "date": "2026-11-30", "subject": "Rating",
            "greeting": "Dear Ms. Okafor,", "body": "One.\n\nTwo.", "closing": "Kind regards,",
        }),
        "Ada Example\nada@example.com\nGitHub: ada\n\n30 November 2026\n\nMs. Okafor\nNorthwind\n\n\
         Rating\n\nDear Ms. Okafor,\n\nOne.\n\nTwo.\n\nKind regards,\nAda Example\n",
    );
    check(
        basics,
        json!({ "body": "One." }),
        "Ada Example\nada@example.com\nGitHub: ada\n\nOne.\n\nAda Example\n",
    );
    check(json!({}), json!({ "body": "One." }), "One.\n");
    check(json!({}), json!({}), "");
}

#[test]
fn ascii_spells_what_it_lacks() {
    let content = serde_json::from_value(json!({ "body": "Café – 3 µs…" })).expect("a letter");
    let options = Options { ascii: true, ..Options::default() };
    let text = letter(&Resume::default(), &content, &options);
    assert_eq!(String::from_utf8(text).expect("ASCII"), "Cafe - 3 us...\n");
}
