//! The life of a session: handshake, order, cancellation, end.

use lsp::Ended;
use lsp_server::{Connection, Message, Notification, Request, RequestId};
use serde_json::{Value, json};

use crate::client::{Client, PAGE, URI, serve_on};

const METHOD_NOT_FOUND: i32 = -32601;
const INVALID_PARAMS: i32 = -32602;
const INVALID_REQUEST: i32 = -32600;
const NOT_INITIALIZED: i32 = -32002;
const CANCELED: i32 = -32800;

#[test]
fn the_server_says_who_it_is_and_what_it_can() {
    let client = Client::new();
    assert_eq!(client.welcome["serverInfo"], json!({ "name": "vitae", "version": "1.2.3" }));
    let can = &client.welcome["capabilities"];
    assert_eq!(can["textDocumentSync"]["change"], 2);
    assert_eq!(can["hoverProvider"], true);
    assert_eq!(can["codeActionProvider"]["codeActionKinds"][1], "source.fixAll.vitae");
    assert_eq!(client.leave(), Ended::Properly);
}

#[test]
fn the_encoding_is_negotiated() {
    for (offered, expected) in [
        (json!(null), "utf-16"),
        (json!([]), "utf-16"),
        (json!(["utf-8", "utf-16"]), "utf-8"),
        (json!(["utf-16", "utf-8"]), "utf-16"),
        (json!(["utf-7", "utf-32"]), "utf-32"),
        (json!(["utf-7"]), "utf-16"),
    ] {
        let client = Client::with(&json!({ "general": { "positionEncodings": offered } }));
        assert_eq!(client.welcome["capabilities"]["positionEncoding"], expected, "{offered}");
    }
}

#[test]
fn requests_out_of_order_are_refused() {
    let mut client = Client::connect();
    let hover =
        json!({ "textDocument": { "uri": URI }, "position": { "line": 0, "character": 0 } });
    let early = client.send("textDocument/hover", &hover);
    assert_eq!(client.response(&early), Err(NOT_INITIALIZED));
    let odd = client.send("initialize", &json!([1]));
    assert_eq!(client.response(&odd), Err(INVALID_PARAMS));
    client.ask("initialize", &json!({ "capabilities": {} }));
    let again = client.send("initialize", &json!({ "capabilities": {} }));
    assert_eq!(client.response(&again), Err(INVALID_REQUEST));
    assert_eq!(client.ask("textDocument/hover", &hover), Value::Null);
    client.ask("shutdown", &Value::Null);
    let late = client.send("textDocument/hover", &hover);
    assert_eq!(client.response(&late), Err(INVALID_REQUEST));
    client.tell("exit", &Value::Null);
    assert_eq!(client.wait(), Ended::Properly);
}

#[test]
fn leaving_without_goodbye_is_noticed() {
    let mut client = Client::new();
    client.tell("exit", &Value::Null);
    assert_eq!(client.wait(), Ended::Abruptly);
    let (ours, theirs) = Connection::memory();
    drop(ours);
    assert_eq!(serve_on(&theirs), Ended::Abruptly);
}

#[test]
fn what_is_unknown_is_refused_or_passed_over() {
    let mut client = Client::new();
    for (method, params, expected) in [
        ("textDocument/definition", json!({}), METHOD_NOT_FOUND),
        ("$/unheard", json!({}), METHOD_NOT_FOUND),
        ("textDocument/hover", json!({ "position": "here" }), INVALID_PARAMS),
        ("textDocument/codeAction", Value::Null, INVALID_PARAMS),
        ("textDocument/completion", json!({ "textDocument": { "uri": "a b" } }), INVALID_PARAMS),
    ] {
        let id = client.send(method, &params);
        assert_eq!(client.response(&id), Err(expected), "{method}");
    }
    client.tell("$/setTrace", &json!({ "value": "off" }));
    client.tell("textDocument/didSave", &json!({ "textDocument": { "uri": URI } }));
    client.tell("textDocument/didOpen", &json!({ "textDocument": 7 }));
    client.tell("textDocument/didChange", &json!({}));
    client.tell("$/cancelRequest", &json!({ "id": null }));
    client.open(URI, PAGE);
    assert!(!client.diagnostics(URI).is_empty());
    assert_eq!(client.leave(), Ended::Properly);
}

#[test]
fn a_request_that_waits_can_be_canceled() {
    let (ours, theirs) = Connection::memory();
    let request = |id: RequestId, method: &str, params: Value| {
        Message::from(Request::new(id, method.to_owned(), params))
    };
    let notice =
        |method: &str, params: Value| Message::from(Notification::new(method.to_owned(), params));
    let symbols = json!({ "textDocument": { "uri": URI } });
    // Everything is sent before the server starts, so that nothing depends on who is faster.
    for message in [
        request(1.into(), "initialize", json!({ "capabilities": {} })),
        notice("initialized", json!({})),
        request(2.into(), "textDocument/documentSymbol", symbols.clone()),
        request("three".to_owned().into(), "textDocument/documentSymbol", symbols.clone()),
        request(4.into(), "textDocument/documentSymbol", symbols),
        notice("$/cancelRequest", json!({ "id": 2 })),
        notice("$/cancelRequest", json!({ "id": "three" })),
        notice("$/cancelRequest", json!({ "id": 99 })),
        request(5.into(), "shutdown", Value::Null),
        notice("exit", Value::Null),
    ] {
        ours.sender.send(message).expect("the channel is open");
    }
    assert_eq!(serve_on(&theirs), Ended::Properly);
    drop(theirs);
    let mut ends: Vec<_> = ours
        .receiver
        .into_iter()
        .filter_map(|message| match message {
            Message::Response(it) => Some((it.id, it.response_result.map_err(|it| it.code).err())),
            _ => None,
        })
        .collect();
    ends.sort();
    let id = RequestId::from;
    let three = RequestId::from("three".to_owned());
    let expected = [
        (id(1), None),
        (id(2), Some(CANCELED)),
        (id(4), None),
        (id(5), None),
        (three, Some(CANCELED)),
    ];
    assert_eq!(ends, expected);
}
