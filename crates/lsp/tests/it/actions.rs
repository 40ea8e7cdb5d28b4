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
