//! A small editor: opens, changes and asks, and applies what it is given.

use std::collections::BTreeMap;
use std::ops::Range;
use std::thread::JoinHandle;
use std::time::Duration;

use lsp::{Ended, Setup, serve};
use lsp_server::{Connection, Message, Notification, Request, RequestId, Response};
use lsp_types::{Position, PublishDiagnosticsParams};
use resume::Date;
use serde_json::{Value, json};

/// Long enough for the slowest machine; no test waits for it to pass.
const PATIENCE: Duration = Duration::from_mins(1);

/// The file most tests edit.
pub(crate) const URI: &str = "file:///home/ada/resume.yaml";

/// A page with a weak line and a strong one.
pub(crate) const PAGE: &str = "\
basics:
  name: Ada Lindqvist
  email: ada@lindqvist.dev
work:
  - name: Northwind Parcel
    position: Backend Engineer
    startDate: 2023-02
    highlights:
      - Helped with the label printing service
      - Cut p99 of the rate quote API from 900 ms to 120 ms by caching zone tables in Redis
skills:
  - name: Data
    keywords: [Redis]
vitae:
  asOf: 2026-11-01
";

/// An editor with a running server.
pub(crate) struct Client {
    connection: Connection,
    server: Option<JoinHandle<Ended>>,
    next_id: i32,
    utf8: bool,
    documents: BTreeMap<String, (i32, String)>,
    /// What the server told of itself.
    pub(crate) welcome: Value,
}

impl Client {
    /// An editor of today: a tree of symbols, versioned edits, several lines at once.
    pub(crate) fn new() -> Self {
        Self::with(&json!({
            "textDocument": {
                "documentSymbol": { "hierarchicalDocumentSymbolSupport": true },
                "completion": {
                    "completionItem": { "insertTextModeSupport": { "valueSet": [1, 2] } },
                },
            },
            "workspace": { "workspaceEdit": { "documentChanges": true } },
        }))
    }

    /// An editor that can do what it says.
    pub(crate) fn with(capabilities: &Value) -> Self {
        let mut client = Self::connect();
        client.welcome = client.ask("initialize", &json!({ "capabilities": capabilities }));
        client.utf8 = client.welcome["capabilities"]["positionEncoding"] == "utf-8";
        client.tell("initialized", &json!({}));
        client
    }

    /// An editor that has not said anything yet.
    pub(crate) fn connect() -> Self {
        let (ours, theirs) = Connection::memory();
        let server = std::thread::spawn(move || serve_on(&theirs));
        Self {
            connection: ours,
            server: Some(server),
            next_id: 0,
            utf8: false,
            documents: BTreeMap::new(),
            welcome: Value::Null,
        }
    }

    pub(crate) fn tell(&self, method: &str, params: &Value) {
        let message = Notification::new(method.to_owned(), params);
        self.connection.sender.send(message.into()).expect("the server listens");
    }

    /// Sends a request; its answer is read later.
    pub(crate) fn send(&mut self, method: &str, params: &Value) -> RequestId {
        self.next_id += 1;
        let id = RequestId::from(self.next_id);
        let message = Request::new(id.clone(), method.to_owned(), params);
        self.connection.sender.send(message.into()).expect("the server listens");
        id
    }

    /// The next message of the server.
    pub(crate) fn receive(&self) -> Message {
        self.connection.receiver.recv_timeout(PATIENCE).expect("the server answers")
    }

    /// The answer to a request; what is published meanwhile is dropped.
    #[track_caller]
    pub(crate) fn response(&self, id: &RequestId) -> Result<Value, i32> {
        loop {
            if let Message::Response(Response { id: of, response_result }) = self.receive()
                && of == *id
            {
                return response_result.map_err(|error| error.code);
            }
        }
    }

    #[track_caller]
    pub(crate) fn ask(&mut self, method: &str, params: &Value) -> Value {
        let id = self.send(method, params);
        self.response(&id).unwrap_or_else(|code| panic!("{method}: error {code}"))
    }

    /// Asks about a place, given as a text that stands there; the place is its first character.
    #[track_caller]
    pub(crate) fn ask_at(&mut self, method: &str, pick: &str) -> Value {
        let at = self.text(URI).find(pick).unwrap_or_else(|| panic!("{pick} stands in the text"));
        let position = self.position(URI, at);
        let params = json!({ "textDocument": { "uri": URI }, "position": position });
        self.ask(method, &params)
    }

    pub(crate) fn open(&mut self, uri: &str, text: &str) {
        let language = uri.rsplit('.').next().unwrap_or_default();
        self.documents.insert(uri.to_owned(), (1, text.to_owned()));
        let document = json!({ "uri": uri, "languageId": language, "version": 1, "text": text });
        self.tell("textDocument/didOpen", &json!({ "textDocument": document }));
    }

    /// Opens the page most tests edit and waits for its diagnostics.
    pub(crate) fn open_page(&mut self, text: &str) -> Vec<Value> {
        self.open(URI, text);
        self.diagnostics(URI)
    }

    /// The diagnostics of the version that was sent last.
    #[track_caller]
    pub(crate) fn diagnostics(&self, uri: &str) -> Vec<Value> {
        let version = self.documents.get(uri).map(|(version, _)| *version);
        loop {
            let Message::Notification(Notification { method, params }) = self.receive() else {
                continue;
            };
            assert_eq!(method, "textDocument/publishDiagnostics");
            let published: PublishDiagnosticsParams =
                serde_json::from_value(params.clone()).expect("well-formed diagnostics");
            if published.uri.as_str() == uri && published.version == version {
                return params["diagnostics"].as_array().cloned().unwrap_or_default();
            }
        }
    }

    /// Replaces the first `old` by `new`, as typing does.
    pub(crate) fn type_over(&mut self, uri: &str, old: &str, new: &str) {
        let at = self.text(uri).find(old).expect("what is typed over stands in the text");
        self.edit(uri, at..at + old.len(), new);
    }

    /// Replaces some bytes, as typing does.
    pub(crate) fn edit(&mut self, uri: &str, bytes: Range<usize>, new: &str) {
        let range = json!({
            "start": self.position(uri, bytes.start),
            "end": self.position(uri, bytes.end),
        });
        let mut text = self.text(uri).to_owned();
        text.replace_range(bytes, new);
        let version = self.bump(uri, text);
        self.tell(
            "textDocument/didChange",
            &json!({
                "textDocument": { "uri": uri, "version": version },
                "contentChanges": [{ "range": range, "text": new }],
            }),
        );
    }

    /// Sends the whole text anew.
    pub(crate) fn replace(&mut self, uri: &str, text: &str) {
        let version = self.bump(uri, text.to_owned());
        self.tell(
            "textDocument/didChange",
            &json!({
                "textDocument": { "uri": uri, "version": version },
                "contentChanges": [{ "text": text }],
            }),
        );
    }

    /// Makes a workspace edit, checks that it is for this version, and tells the server.
    #[track_caller]
    pub(crate) fn apply(&mut self, uri: &str, edit: &Value) {
        let (version, mut text) = self.documents[uri].clone();
        let changes = if let Some(changes) = edit["changes"].get(uri) {
            changes.as_array()
        } else {
            let document = &edit["documentChanges"][0];
            assert_eq!(document["textDocument"], json!({ "uri": uri, "version": version }));
            document["edits"].as_array()
        };
        let mut changes: Vec<_> = changes
            .expect("a list of edits")
            .iter()
            .map(|change| {
                let bytes = |end: &str| self.offset(&text, &change["range"][end]);
                (bytes("start")..bytes("end"), change["newText"].as_str().expect("a text"))
            })
            .collect();
        changes.sort_by_key(|(range, _)| range.start);
        assert!(changes.windows(2).all(|pair| pair[0].0.end <= pair[1].0.start), "{changes:?}");
        for (range, new) in changes.into_iter().rev() {
            text.replace_range(range, new);
        }
        self.replace(uri, &text);
    }

    pub(crate) fn text(&self, uri: &str) -> &str {
        &self.documents[uri].1
    }

    fn bump(&mut self, uri: &str, text: String) -> i32 {
        let version = self.documents[uri].0 + 1;
        self.documents.insert(uri.to_owned(), (version, text));
        version
    }

    /// A byte as the protocol counts, in this editor's own words.
    pub(crate) fn position(&self, uri: &str, at: usize) -> Value {
        let before = &self.text(uri)[..at];
        let line = before.matches('\n').count();
        let start = before.rfind('\n').map_or(0, |newline| newline + 1);
        let column = &before[start..];
        let character = if self.utf8 { column.len() } else { column.encode_utf16().count() };
        json!({ "line": line, "character": character })
    }

    pub(crate) fn offset(&self, text: &str, position: &Value) -> usize {
        let position: Position = serde_json::from_value(position.clone()).expect("a position");
        let start: usize =
            text.split_inclusive('\n').take(position.line as usize).map(str::len).sum();
        let mut left = position.character as usize;
        for (at, c) in text[start..].char_indices() {
            if left == 0 {
                return start + at;
            }
            left -= if self.utf8 { c.len_utf8() } else { c.len_utf16() };
        }
        text.len()
    }

    /// The text a range of the protocol covers.
    pub(crate) fn covered(&self, uri: &str, range: &Value) -> &str {
        let text = self.text(uri);
        &text[self.offset(text, &range["start"])..self.offset(text, &range["end"])]
    }

    /// Leaves as the protocol asks.
    pub(crate) fn leave(mut self) -> Ended {
        self.ask("shutdown", &Value::Null);
        self.tell("exit", &Value::Null);
        self.wait()
    }

    /// Waits for the end of the server.
    pub(crate) fn wait(&mut self) -> Ended {
        let server = self.server.take().expect("the server runs");
        server.join().expect("the server does not panic")
    }
}

/// A server that takes every day for the same one.
pub(crate) fn serve_on(connection: &Connection) -> Ended {
    let today = || Date::Day(2026, 11, 22);
    let setup = Setup { version: "1.2.3", today: &today, templates: &["classic", "dense"] };
    serve(connection, &setup)
}
