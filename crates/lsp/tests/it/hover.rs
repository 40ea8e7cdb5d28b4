//! What the editor tells about a place.

use crate::client::{Client, PAGE, URI};

#[track_caller]
fn check(client: &mut Client, pick: &str, expected: &[&str]) {
    let answer = client.ask_at("textDocument/hover", pick);
    let text = answer["contents"]["value"].as_str().unwrap_or_default().to_owned();
    for part in expected {
        assert!(text.contains(part), "{part:?} is not in:\n{text}");
    }
    assert_eq!(expected.is_empty(), text.is_empty(), "{text}");
}

#[test]
fn a_finding_is_explained() {
    let mut client = Client::new();
    client.open_page(PAGE);
    check(&mut client, "Helped with", &["**weak-opening**", "## Why", "*Flagged:*", "*Clean:*"]);
    client.replace(URI, &PAGE.replace("email:", "mail:"));
    check(&mut client, "mail", &["**unknown-field**"]);
}

#[test]
fn a_bullet_shows_what_was_read_from_it() {
    let mut client = Client::new();
    client.open_page(PAGE);
    check(
        &mut client,
        "Cut p99",
        &[
            " of 100** · scope ",
            "- `Cut`: verb, change (names a piece of work)",
            "- `rate quote API`: object, names a particular thing",
            "0.9 s → 0.12 s, down 87 %, p99",
            "- `by caching zone tables in Redis`: mechanism",
            "concept, ",
            "- `Redis`: skill, Redis",
            "Counts for:",
        ],
    );
    let answer = client.ask_at("textDocument/hover", "Cut p99");
    assert!(client.covered(URI, &answer["range"]).starts_with("Cut p99"));
}

#[test]
fn bullets_as_mappings_and_sentences_of_the_summary_are_read_too() {
    let mut client = Client::new();
    let page = PAGE.replace("- Cut p99", "- id: quotes\n        text: Cut p99").replace(
        "  email:",
        "  summary: >-\n    Owns the label printer. Runs it\n    for 400 depots.\n  email:",
    );
    client.open_page(&page);
    check(&mut client, "Cut p99", &["0.9 s → 0.12 s"]);
    check(&mut client, "Owns", &["What this line says", "- `Owns`: verb, own"]);
    check(&mut client, "400", &["400 depots"]);
}

#[test]
fn keys_are_explained() {
    let mut client = Client::new();
    client.open_page(PAGE);
    check(&mut client, "highlights:", &["**`work[0].highlights`**", "What you did there"]);
    check(&mut client, "asOf", &["stands for \"today\""]);
    client.replace(URI, &PAGE.replace("  asOf", "  stage: mid\n  asOf"));
    check(&mut client, "stage", &["- `senior`: About 5–8 years"]);
}

#[test]
fn untrusted_text_stays_text() {
    let mut client = Client::new();
    client.open_page(&PAGE.replace("zone tables", "`zone` [tables](command:x)"));
    check(&mut client, "Cut p99", &["`` by caching `zone` [tables](command:x)"]);
}

#[test]
fn there_is_nothing_to_say_about_most_places() {
    let mut client = Client::new();
    client.open_page(PAGE);
    check(&mut client, "Lindqvist\n", &[]);
    client.replace(URI, "basics: [");
    check(&mut client, "basics", &[]);
}
