//! The outline and the lenses.

use std::fmt::Write as _;

use serde_json::{Value, json};

use crate::client::{Client, PAGE, URI};

fn render(client: &Client, symbols: &Value, depth: usize, out: &mut String) {
    for symbol in symbols.as_array().into_iter().flatten() {
        let detail = symbol["detail"].as_str().map(|it| format!(" ({it})")).unwrap_or_default();
        let name = symbol["name"].as_str().unwrap_or_default();
        let _ = writeln!(out, "{}{name}{detail}", "  ".repeat(depth));
        let whole = client.covered(URI, &symbol["range"]);
        let selected = client.covered(URI, &symbol["selectionRange"]);
        assert!(whole.starts_with(selected), "{selected:?} is not in {whole:?}");
        render(client, &symbol["children"], depth + 1, out);
    }
}

#[test]
fn the_outline_follows_the_page() {
    let mut client = Client::new();
    client.open_page(PAGE);
    let params = json!({ "textDocument": { "uri": URI } });
    let symbols = client.ask("textDocument/documentSymbol", &params);
    let mut out = String::new();
    render(&client, &symbols, 0, &mut out);
    let expected = "\
basics (Ada Lindqvist)
work
  Backend Engineer, Northwind Parcel (2023-02 – present)
    Helped with the label printing service (";
    assert!(out.starts_with(expected), "{out}");
    assert!(out.ends_with("skills\n  Data\nvitae\n"), "{out}");
    client.replace(URI, "basics: [");
    assert_eq!(client.ask("textDocument/documentSymbol", &params), Value::Null);
}

#[test]
fn older_editors_get_a_list() {
    let mut client = Client::with(&json!({}));
    client.open_page(PAGE);
    let params = json!({ "textDocument": { "uri": URI } });
    let symbols = client.ask("textDocument/documentSymbol", &params);
    let role =
        symbols.as_array().and_then(|all| all.iter().find(|it| it["containerName"] == "work"));
    let role = role.expect("a role inside work");
    assert_eq!(role["name"], "Backend Engineer, Northwind Parcel");
    assert_eq!(role["location"]["uri"], URI);
}

#[test]
fn lenses_show_the_grade() {
    let mut client = Client::new();
    client.open_page(PAGE);
    let params = json!({ "textDocument": { "uri": URI } });
    let lenses = client.ask("textDocument/codeLens", &params);
    let title = |at: usize| lenses[at]["command"]["title"].as_str().unwrap_or_default().to_owned();
    assert!(title(0).starts_with("mid: "), "{lenses}");
    for axis in [" · scope ", " · evidence ", " · depth "] {
        assert!(title(0).contains(axis), "{lenses}");
    }
    assert_eq!(lenses[0]["range"]["start"], json!({ "line": 0, "character": 0 }));
    assert!(title(1).starts_with("2 bullets: "), "{lenses}");
    assert_eq!(lenses[1]["range"]["start"]["line"], 4);
    assert_eq!(lenses.as_array().map(Vec::len), Some(2));
    client.replace(URI, "basics: [");
    assert_eq!(client.ask("textDocument/codeLens", &params), json!([]));
}
