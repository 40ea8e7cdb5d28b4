//! Fixes and rewrites, made as an editor makes them.

use serde_json::{Value, json};

use crate::client::{Client, PAGE, URI};

/// The actions for the place of a text.
fn actions_at(client: &mut Client, pick: &str, only: &Value) -> Vec<Value> {
    let at = client.text(URI).find(pick).expect("pick stands in the text");
    let range = json!({
        "start": client.position(URI, at),
        "end": client.position(URI, at + pick.len()),
    });
    let context = json!({ "diagnostics": [], "only": only });
    let document = json!({ "uri": URI });
    let params = json!({ "textDocument": document, "range": range, "context": context });
    let answer = client.ask("textDocument/codeAction", &params);
    answer.as_array().cloned().unwrap_or_default()
}

#[test]
fn there_is_nothing_to_fix_where_nothing_is_wrong() {
    let mut client = Client::new();
    client.open_page(PAGE);
    assert_eq!(actions_at(&mut client, "Lindqvist\n", &Value::Null), Vec::<Value>::new());
    assert_eq!(actions_at(&mut client, "Lindqvist\n", &json!(["refactor"])), Vec::<Value>::new());
}

/// A page with two fixes that hold: a skill that stands twice, and roles out of order.
fn fixable() -> String {
    let older = "  - name: Southgate Ledger\n    position: Engineer\n    startDate: 2019-01\n    \
                 endDate: 2022-12\n    highlights:\n      - Wrote the backfill of the ledger\n";
    let page = PAGE.replace("work:\n", &format!("work: # newest first\n{older}"));
    page.replace("[Redis]", "[Redis, Go, Redis] # data")
}

#[test]
fn a_fix_clears_its_finding_and_nothing_else() {
    for versioned in [true, false] {
        let workspace = json!({ "workspaceEdit": { "documentChanges": versioned } });
        let mut client = Client::with(&json!({ "workspace": workspace }));
        let before = client.open_page(&fixable());
        assert!(before.iter().any(|it| it["code"] == "duplicate-skill"), "{before:?}");
        let actions = actions_at(&mut client, "Redis] #", &Value::Null);
        assert_eq!(actions.len(), 1, "{actions:?}");
        let action = &actions[0];
        assert_eq!((&action["kind"], &action["isPreferred"]), (&json!("quickfix"), &json!(true)));
        assert_eq!(action["diagnostics"][0]["code"], "duplicate-skill");
        client.apply(URI, &action["edit"]);
        assert!(client.text(URI).contains("keywords: [Redis, Go] # data"), "{}", client.text(URI));
        let after = client.diagnostics(URI);
        assert!(after.iter().all(|it| it["code"] != "duplicate-skill"), "{after:?}");
        assert!(after.len() < before.len());
    }
}

#[test]
fn all_fixes_are_made_at_once_when_asked_for() {
    let mut client = Client::new();
    client.open_page(&fixable());
    for only in [json!(["source.fixAll"]), json!(["source.fixAll.vitae"]), json!(["source"])] {
        let actions = actions_at(&mut client, "basics", &only);
        assert_eq!(actions.len(), 1, "{only}: {actions:?}");
        assert_eq!(actions[0]["kind"], "source.fixAll.vitae");
    }
    let actions = actions_at(&mut client, "basics", &json!(["source.fixAll"]));
    client.apply(URI, &actions[0]["edit"]);
    let after = client.diagnostics(URI);
    let gone = |it: &Value| it["code"] != "duplicate-skill" && it["code"] != "roles-out-of-order";
    assert!(after.iter().all(gone), "{after:?}");
    assert!(client.text(URI).starts_with("basics:\n  name: Ada"), "{}", client.text(URI));
    assert!(client.text(URI).contains("[Redis, Go] # data"), "{}", client.text(URI));
    assert_eq!(actions_at(&mut client, "basics", &json!(["source.fixAll"])), Vec::<Value>::new());
}

#[test]
fn other_kinds_are_not_mixed_in() {
    let mut client = Client::new();
    client.open_page(&fixable());
    let kinds = |only: Value| {
        let actions = actions_at(&mut client, "Redis] #", &only);
        actions.iter().map(|it| it["kind"].as_str().unwrap_or_default().to_owned()).collect()
    };
    let kinds: Vec<Vec<String>> = [
        Value::Null,
        json!(["quickfix"]),
        json!(["refactor"]),
        json!(["source.organizeImports"]),
        json!(["source.fixAll.other"]),
    ]
    .map(kinds)
    .into();
    let quickfix = || vec!["quickfix".to_owned()];
    assert_eq!(kinds, [quickfix(), quickfix(), vec![], vec![], vec![]]);
}

#[test]
fn a_rewrite_takes_the_place_of_the_bullet_when_chosen() {
    let mut client = Client::new();
    client.open_page(&PAGE.replace("- Helped with the", "- Improved the latency of the"));
    let actions = actions_at(&mut client, "Improved the latency", &Value::Null);
    let rewrite = actions.iter().find(|it| {
        it["title"].as_str().is_some_and(|title| title.starts_with("Rewrite with slots"))
    });
    let rewrite = rewrite.unwrap_or_else(|| panic!("no rewrite in {actions:?}"));
    assert_eq!(rewrite["isPreferred"], false);
    client.apply(URI, &rewrite["edit"]);
    assert!(client.text(URI).contains('\u{2039}'), "{}", client.text(URI));
    assert!(client.text(URI).contains("- Cut p99 of the rate quote API from 900 ms"));
    assert!(client.diagnostics(URI).iter().all(|it| it["code"].is_string()));
}
