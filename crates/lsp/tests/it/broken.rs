//! Documents that mean no good: the server answers everything and stays.

use lsp::Ended;
use proptest::prelude::*;
use serde_json::json;

use crate::client::{Client, PAGE, URI};

/// Asks everything about some places of the document; the answers do not matter.
fn ask_everything(client: &mut Client, uri: &str) {
    let document = json!({ "uri": uri });
    let params = json!({ "textDocument": document });
    client.ask("textDocument/documentSymbol", &params);
    client.ask("textDocument/codeLens", &params);
    let text = client.text(uri).to_owned();
    let ends = [0, text.len() / 3, text.len() / 2, text.len()];
    for at in ends {
        let at = (0..=at).rev().find(|at| text.is_char_boundary(*at)).unwrap_or_default();
        let position = client.position(uri, at);
        let params = json!({ "textDocument": document, "position": position });
        client.ask("textDocument/hover", &params);
        client.ask("textDocument/completion", &params);
    }
    let end = json!({ "line": 1_000_000, "character": u32::MAX });
    let range = json!({ "start": { "line": 0, "character": 0 }, "end": end });
    for only in [json!(null), json!(["source.fixAll"])] {
        let context = json!({ "diagnostics": [], "only": only });
        let params = json!({ "textDocument": document, "range": range, "context": context });
        client.ask("textDocument/codeAction", &params);
    }
}

#[test]
fn broken_documents_are_survived() {
    let deep = "[".repeat(100_000);
    let dashes = format!("work:\n{}", "- ".repeat(50_000));
    let wide = format!("basics:\n  name: {}", "\u{1f680}".repeat(50_000));
    let bomb = "basics: &a {name: x}\nwork: [*a, *a]\nskills: *b";
    let texts = [
        "",
        "\u{feff}",
        "\u{feff}basics:\n  nickname: Ada",
        "basics",
        "basics:",
        "- basics",
        "---\n---",
        "basics: {",
        "basics: \"",
        "basics: '",
        "work: [[[{",
        "\t",
        "\r",
        "basics:\r\n  name: A\r\n",
        "basics:\n\tname: Ada",
        "work:\n- - - -",
        "# only a comment",
        "{\"basics\": {\"name\": \"",
        "basics: !!binary x",
        "\0",
        "basics:\n  name: \u{2028}",
        "work:\n  - highlights:\n      -",
        &deep,
        &dashes,
        &wide,
        bomb,
    ];
    let mut client = Client::new();
    for uri in [URI, "file:///resume.json"] {
        client.open(uri, "");
        for text in texts {
            client.replace(uri, text);
            ask_everything(&mut client, uri);
        }
    }
    assert_eq!(client.leave(), Ended::Properly);
}

/// An edit: where, how much goes, what comes.
fn edit() -> impl Strategy<Value = (usize, usize, String)> {
    let pieces = prop_oneof![
        "[a-z :\n\"'{}\\[\\],#|>&*-]{0,6}",
        Just("\u{1f680}".to_owned()),
        Just("\r\n".to_owned()),
        Just("work:\n  - highlights:\n      - Helped with x\n".to_owned()),
    ];
    (0..PAGE.len() + 40, 0_usize..12, pieces)
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 48, ..ProptestConfig::default() })]

    #[test]
    fn typing_gives_the_same_findings_as_opening(
        edits in prop::collection::vec(edit(), 1..8),
        utf8: bool,
    ) {
        let encodings = if utf8 { ["utf-8"] } else { ["utf-16"] };
        let capabilities = json!({ "general": { "positionEncodings": encodings } });
        let mut client = Client::with(&capabilities);
        client.open(URI, PAGE);
        for (at, length, new) in edits {
            let text = client.text(URI);
            let inside = |at: usize| {
                (0..=at.min(text.len()))
                    .rev()
                    // No editor can put a cursor inside a line end.
                    .find(|at| text.is_char_boundary(*at) && !text[..*at].ends_with('\r'))
                    .unwrap_or_default()
            };
            let (start, end) = (inside(at), inside(at + length));
            client.edit(URI, start..end, &new);
            ask_everything(&mut client, URI);
        }
        let text = client.text(URI).to_owned();
        let typed = {
            // A change that changes nothing, so that the findings are published again.
            client.edit(URI, 0..0, "");
            client.diagnostics(URI)
        };
        let mut fresh = Client::with(&capabilities);
        prop_assert_eq!(fresh.open_page(&text), typed);
    }
}
