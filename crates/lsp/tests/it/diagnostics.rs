//! Findings while typing.

use serde_json::{Value, json};

use crate::client::{Client, PAGE, URI};

/// `rule: text underlined`, sorted by place.
fn shown(client: &Client, uri: &str, diagnostics: &[Value]) -> Vec<String> {
    let line = |it: &Value| {
        let code = it["code"].as_str().unwrap_or("unreadable");
        format!("{code}: {}", client.covered(uri, &it["range"]))
    };
    diagnostics.iter().map(line).collect()
}

#[track_caller]
fn check(client: &Client, diagnostics: &[Value], expected: &str) {
    let shown = shown(client, URI, diagnostics);
    assert!(shown.iter().any(|it| it == expected), "{expected} is not in {shown:#?}");
}

#[test]
fn findings_come_and_go_with_the_text() {
    let mut client = Client::new();
    let found = client.open_page(PAGE);
    check(&client, &found, "weak-opening: Helped with");
    let weak = found.iter().find(|it| it["code"] == "weak-opening").expect("found above");
    assert_eq!((&weak["source"], &weak["severity"]), (&json!("vitae"), &json!(2)));
    assert_eq!(weak["data"]["path"], "work[0].highlights[0]");
    assert!(weak["message"].as_str().is_some_and(|text| text.lines().count() == 2), "{weak}");

    client.type_over(URI, "Helped with the", "Built the");
    let found = client.diagnostics(URI);
    assert!(found.iter().all(|it| it["code"] != "weak-opening"), "{found:?}");

    client.type_over(URI, "work:", "jobs:");
    let found = client.diagnostics(URI);
    check(&client, &found, "unknown-field: jobs");

    client.tell("textDocument/didClose", &json!({ "textDocument": { "uri": URI } }));
    let cleared = client.receive();
    let lsp_server::Message::Notification(cleared) = cleared else { panic!("{cleared:?}") };
    assert_eq!(cleared.params["diagnostics"], json!([]));
}

#[test]
fn what_the_file_allows_is_not_shown() {
    let mut client = Client::new();
    let allow = "  allow: [{rule: weak-opening, reason: A joint effort by contract}]\n";
    let found = client.open_page(&format!("{PAGE}{allow}"));
    assert!(found.iter().all(|it| it["code"] != "weak-opening"), "{found:?}");
    let unused = allow.replace("weak-opening", "first-person");
    let mut client = Client::new();
    let found = client.open_page(&format!("{PAGE}{unused}"));
    assert!(found.iter().any(|it| it["code"] == "unused-allow"), "{found:?}");
}

#[test]
fn places_count_as_the_client_counts() {
    // A character beyond U+FFFF is two units of UTF-16 and four bytes.
    let page = PAGE.replace("- Helped with", "- \u{1f680}\u{e9} Helped with");
    for encodings in [json!(["utf-8"]), json!(["utf-16"])] {
        let capabilities = json!({ "general": { "positionEncodings": encodings } });
        let mut client = Client::with(&capabilities);
        let found = client.open_page(&page);
        check(&client, &found, "no-outcome: \u{e9} Helped with the label printing service");
        // A change behind such a character hits what it is meant to hit.
        client.type_over(URI, "Helped with the", "Helped with a");
        let found = client.diagnostics(URI);
        check(&client, &found, "no-outcome: \u{e9} Helped with a label printing service");
    }
}

#[test]
fn a_text_that_cannot_be_read_is_one_finding_at_its_place() {
    let mut client = Client::new();
    let found = client.open_page("basics:\n  name: \"Ada\n");
    assert_eq!(found.len(), 1, "{found:?}");
    assert_eq!((&found[0]["severity"], &found[0]["source"]), (&json!(1), &json!("vitae")));
    client.replace(URI, "");
    assert_eq!(client.diagnostics(URI).len(), 1);
    client.replace(URI, PAGE);
    assert!(client.diagnostics(URI).len() > 1);
}

#[test]
fn files_that_are_no_resumes_get_nothing() {
    let mut client = Client::new();
    let other = "file:///home/ada/docker-compose.yaml";
    client.open(other, "services:\n  web: [");
    let hover =
        json!({ "textDocument": { "uri": other }, "position": { "line": 0, "character": 1 } });
    assert_eq!(client.ask("textDocument/hover", &hover), Value::Null);
    assert_eq!(client.ask("textDocument/completion", &hover), Value::Null);
    assert_eq!(client.ask("textDocument/codeLens", &hover), Value::Null);
    // The first thing published is about the file that is a resume.
    client.open(URI, PAGE);
    let first = loop {
        if let lsp_server::Message::Notification(notification) = client.receive() {
            break notification.params["uri"].clone();
        }
    };
    assert_eq!(first, URI);
    // A file that becomes a resume is one, and gets clean when it is none any more.
    client.replace(other, "basics:\n  nickname: Ada\n");
    assert!(!client.diagnostics(other).is_empty());
    client.replace(other, "services: {}\n");
    assert!(client.diagnostics(other).is_empty());
}

#[test]
fn a_change_that_comes_late_changes_nothing() {
    let mut client = Client::new();
    client.open_page(PAGE);
    client.replace(URI, &PAGE.replace("Helped with", "Built"));
    client.diagnostics(URI);
    client.tell(
        "textDocument/didChange",
        &json!({
            "textDocument": { "uri": URI, "version": 1 },
            "contentChanges": [{ "text": "basics: [" }],
        }),
    );
    let found = client.diagnostics(URI);
    assert!(found.iter().all(|it| it["code"].is_string()), "{found:?}");
}

#[test]
fn json_is_read_as_json() {
    let mut client = Client::new();
    let uri = "file:///home/ada/resume.json";
    client.open(uri, r#"{"basics": {"name": "Ada", "mail": "a@b.example"}}"#);
    let found = client.diagnostics(uri);
    let shown = shown(&client, uri, &found);
    assert!(shown.iter().any(|it| it == "unknown-field: \"mail\""), "{shown:#?}");
}
