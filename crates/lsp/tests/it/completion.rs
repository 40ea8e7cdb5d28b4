//! What the editor offers to write.

use serde_json::{Value, json};

use crate::client::{Client, PAGE, URI};

/// Opens `text` and asks at the bar in it: labels, and the text after choosing each.
fn offered(client: &mut Client, uri: &str, text: &str) -> Vec<(String, String)> {
    let at = text.find('|').expect("a bar marks the cursor");
    let text = text.replacen('|', "", 1);
    client.open(uri, &text);
    let position = client.position(uri, at);
    let params = json!({ "textDocument": { "uri": uri }, "position": position });
    let answer = client.ask("textDocument/completion", &params);
    let items = answer.as_array().cloned().unwrap_or_default();
    let chosen = |item: &Value| {
        let edit = &item["textEdit"];
        let range = client.offset(&text, &edit["range"]["start"])
            ..client.offset(&text, &edit["range"]["end"]);
        let mut after = text.clone();
        after.replace_range(range, edit["newText"].as_str().expect("a text"));
        (item["label"].as_str().expect("a label").to_owned(), after)
    };
    items.iter().map(chosen).collect()
}

/// The labels begin with those of `expected`, and choosing the first gives `after`.
#[track_caller]
fn check(text: &str, expected: &[&str], after: &str) {
    check_in(URI, text, expected, after);
}

#[track_caller]
fn check_in(uri: &str, text: &str, expected: &[&str], after: &str) {
    let found = offered(&mut Client::new(), uri, text);
    let labels: Vec<_> = found.iter().map(|(label, _)| label.as_str()).collect();
    assert!(labels.starts_with(expected), "{text}: {labels:?}");
    assert_eq!(expected.is_empty(), labels.is_empty(), "{text}: {labels:?}");
    let first = found.first().map(|(_, after)| after.as_str()).unwrap_or_default();
    assert_eq!(first, after, "{text}");
}

#[test]
fn missing_keys_are_offered() {
    check(
        "vitae:\n  variants:\n    payments:\n      sel|\n",
        &["select"],
        "vitae:\n  variants:\n    payments:\n      select:\n        - \n",
    );
    check("vitae:\n  sections:\n    - sk|\n", &["skills"], "vitae:\n  sections:\n    - skills\n");
    check(
        "vitae:\n  variants: {x: {sections: [work, pro|]}}\n",
        &["projects"],
        "vitae:\n  variants: {x: {sections: [work, projects]}}\n",
    );
    check("basics:\n  name: Ada\n  em|\n", &["email"], "basics:\n  name: Ada\n  email: \n");
    check(
        "work:\n  - name: A\n    high|",
        &["highlights"],
        "work:\n  - name: A\n    highlights:\n      - ",
    );
    check("basics:\n  loc|", &["location"], "basics:\n  location:\n    ");
    check(
        "basics:\n  name: Ada\n  |\n  label: x",
        &["image", "email"],
        "basics:\n  name: Ada\n  image: \n  label: x",
    );
    check("work:\n  po|", &["position"], "work:\n  - position: ");
    check(
        "work:\n  - highlights:\n      - text: x\n        ta|",
        &["tags"],
        "work:\n  - highlights:\n      - text: x\n        tags:\n          - ",
    );
    check("basics:\n  name: Ada\n  na|", &[], "");
    check_in("file:///resume.json", r#"{"basics": {"na|"}}"#, &["name"], r#"{"basics": {"name"}}"#);
    check_in(
        "file:///resume.json",
        r#"{"basics": {"email": "x", |}}"#,
        &["name", "label"],
        r#"{"basics": {"email": "x", "name": }}"#,
    );
}

#[test]
fn editors_that_indent_lines_themselves_get_one_line() {
    let mut client = Client::with(&json!({}));
    let found = offered(&mut client, URI, "wo|");
    assert_eq!(found, [("work".to_owned(), "work:".to_owned())]);
}

#[test]
fn the_word_at_the_cursor_is_replaced() {
    check("|work:\n  - name: A\n", &["$schema"], "$schema:\n  - name: A\n");
    check("w|ork:\n  - name: A\n", &["work"], "work:\n  - name: A\n");
    check("wo|\n", &["work"], "work:\n  - \n");
    check("work:\n  - na|me: A\n", &["name"], "work:\n  - name: A\n");
    check("basics:\n  em|ali : x\n", &["email"], "basics:\n  email : x\n");
    check("basics: {na|me: x}", &["name"], "basics: {name: x}");
    check("basics: {na|}", &["name"], "basics: {name: }");
    check("vitae:\n  stage: se|nor # now\n", &["senior"], "vitae:\n  stage: senior # now\n");
    check("vitae:\n  stage: |'mid'\n", &["junior"], "vitae:\n  stage: junior\n");
    check(
        "skills:\n  - keywords: [post|gre, Go]",
        &["PostgreSQL"],
        "skills:\n  - keywords: [PostgreSQL, Go]",
    );
    check(
        "work:\n  - highlights:\n      - Bu|ild the printer\n",
        &["Built"],
        "work:\n  - highlights:\n      - Built the printer\n",
    );
    let json =
        |text, expected: &[&str], after| check_in("file:///resume.json", text, expected, after);
    json(r#"{"basics": {"na|me": "x"}}"#, &["name"], r#"{"basics": {"name": "x"}}"#);
    json(r#"{"basics": {|"name": "x"}}"#, &["label"], r#"{"basics": {"label": "x"}}"#);
    json(r#"{"vitae": {"stage": "m|id"}}"#, &["mid"], r#"{"vitae": {"stage": "mid"}}"#);
    json(r#"{"vitae": {"stage": |"mid"}}"#, &["junior"], r#"{"vitae": {"stage": "junior"}}"#);
}

#[test]
fn settings_offer_their_words() {
    check("vitae:\n  stage: |", &["junior", "mid", "senior", "staff"], "vitae:\n  stage: junior");
    check("vitae:\n  stage: se|", &["senior"], "vitae:\n  stage: senior");
    check("vitae:\n  paper: |", &["a4", "letter"], "vitae:\n  paper: a4");
    check("vitae:\n  template: |", &["classic", "dense"], "vitae:\n  template: classic");
    check("vitae:\n  role: |", &["backend-engineer"], "vitae:\n  role: backend-engineer");
    check("vitae:\n  stage: x|", &[], "");
    check_in(
        "file:///resume.json",
        r#"{"vitae": {"stage": |}}"#,
        &["junior"],
        r#"{"vitae": {"stage": "junior"}}"#,
    );
    check_in(
        "file:///resume.json",
        r#"{"vitae": {"stage": "m|"}}"#,
        &["mid"],
        r#"{"vitae": {"stage": "mid"}}"#,
    );
}

#[test]
fn dates_are_offered() {
    check("work:\n  - endDate: |", &["present", "2026-11", "2026"], "work:\n  - endDate: present");
    check("work:\n  - startDate: 20|", &["2026-11", "2026"], "work:\n  - startDate: 2026-11");
    check("work:\n  - name: |", &[], "");
}

#[test]
fn skills_have_the_names_their_makers_use() {
    check(
        "skills:\n  - keywords: [Go, postgr|]",
        &["PostgreSQL"],
        "skills:\n  - keywords: [Go, PostgreSQL]",
    );
    check(
        "skills:\n  - keywords:\n      - k8|",
        &["Kubernetes"],
        "skills:\n  - keywords:\n      - Kubernetes",
    );
    check(
        "skills:\n  - keywords: [Kafka, kafka s|]",
        &["Kafka Streams"],
        "skills:\n  - keywords: [Kafka, Kafka Streams]",
    );
    check("interests:\n  - keywords: [postgr|]", &[], "");
    check("skills:\n  - name: postgr|", &[], "");
}

#[test]
fn verbs_open_a_bullet_and_are_never_upgrades() {
    let bullet = |typed: &str| format!("work:\n  - highlights:\n      - {typed}|");
    check(&bullet("Bu"), &["Built"], "work:\n  - highlights:\n      - Built ");
    check(&bullet("halv"), &["Halved"], "work:\n  - highlights:\n      - Halved ");
    check(&bullet("Helped"), &[], "");
    check(&bullet("Spearh"), &[], "");
    check(&bullet("Built the pri"), &[], "");
    check(
        "work:\n  - highlights:\n      - text: Bu|",
        &["Built"],
        "work:\n  - highlights:\n      - text: Built ",
    );
    check("work:\n  - summary: Bu|", &[], "");
    let found = offered(&mut Client::new(), URI, &bullet(""));
    assert!(found.len() > 100, "{}", found.len());
}

#[test]
fn a_whole_page_can_be_asked_anywhere() {
    let mut client = Client::new();
    client.open_page(PAGE);
    for at in 0..=PAGE.len() {
        let position = client.position(URI, at);
        let params = json!({ "textDocument": { "uri": URI }, "position": position });
        client.ask("textDocument/completion", &params);
        client.ask("textDocument/hover", &params);
    }
}
