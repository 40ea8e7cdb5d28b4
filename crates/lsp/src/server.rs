//! The session: what comes in, in which order it is answered, and what is published unasked.

use std::collections::{BTreeSet, VecDeque};

use lsp_server::{Connection, ErrorCode, Message, Notification, Request, RequestId, Response};
use lsp_types::notification::{
    Cancel, DidChangeTextDocument, DidCloseTextDocument, DidOpenTextDocument, Exit,
    Notification as _, PublishDiagnostics,
};
use lsp_types::request::{
    CodeActionRequest, CodeLensRequest, Completion, DocumentSymbolRequest, HoverRequest,
    Initialize, Request as _, Shutdown,
};
use lsp_types::{CancelParams, InitializeParams, NumberOrString, PublishDiagnosticsParams, Uri};
use roles::RolePack;
use serde::de::DeserializeOwned;

use crate::client::Client;
use crate::documents::{Document, Documents};
use crate::reading::Reading;
use crate::{Ended, Setup, actions, completion, diagnostics, hover, lens, symbols};

/// Messages read ahead, so that a cancellation can overtake the request it is about.
const MOST_WAITING: usize = 256;

/// What a request may ask.
pub(crate) struct World<'a> {
    pub(crate) setup: &'a Setup<'a>,
    pub(crate) pack: &'static RolePack,
    pub(crate) client: Client,
    pub(crate) documents: Documents,
}

impl World<'_> {
    /// What a document says; `None` when it is no resume.
    pub(crate) fn reading<'d>(&self, document: &'d Document) -> Option<&'d Reading> {
        let format = document.format?;
        Some(document.reading.get_or_init(|| {
            Reading::of(document.text.as_str(), format, self.pack, (self.setup.today)())
        }))
    }

    /// The document at an address, when it is a resume.
    pub(crate) fn resume(&self, uri: &Uri) -> Option<&Document> {
        self.documents.get(uri).filter(|document| document.format.is_some())
    }
}

/// How far the handshake got.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Phase {
    Before,
    Running,
    ShutDown,
}

/// A session with one client.
pub(crate) struct Server<'a> {
    connection: &'a Connection,
    world: World<'a>,
    phase: Phase,
    inbox: VecDeque<Message>,
    /// Documents whose diagnostics are out of date.
    stale: BTreeSet<String>,
    /// Documents that show diagnostics.
    marked: BTreeSet<String>,
}

/// The client went away.
struct Gone;

impl<'a> Server<'a> {
    pub(crate) fn new(connection: &'a Connection, setup: &'a Setup<'a>) -> Self {
        let world = World {
            setup,
            pack: RolePack::backend_engineer(),
            client: Client::default(),
            documents: Documents::default(),
        };
        Self {
            connection,
            world,
            phase: Phase::Before,
            inbox: VecDeque::new(),
            stale: BTreeSet::new(),
            marked: BTreeSet::new(),
        }
    }

    /// Answers until the client leaves.
    pub(crate) fn run(mut self) -> Ended {
        loop {
            match self.step() {
                Ok(None) => {}
                Ok(Some(ended)) => return ended,
                Err(Gone) => return Ended::Abruptly,
            }
        }
    }

    /// Handles one message. Diagnostics are published when none is waiting, so that a burst of
    /// typing is checked once.
    fn step(&mut self) -> Result<Option<Ended>, Gone> {
        while self.inbox.len() < MOST_WAITING
            && let Ok(message) = self.connection.receiver.try_recv()
        {
            self.accept(message)?;
        }
        match self.inbox.pop_front() {
            Some(Message::Request(request)) => {
                let response = self.answer(request);
                self.send(response.into())?;
            }
            Some(Message::Notification(notification)) => return Ok(self.notice(notification)),
            // The server asks nothing.
            Some(Message::Response(_)) => {}
            None => {
                self.publish()?;
                let message = self.connection.receiver.recv().map_err(|_| Gone)?;
                self.accept(message)?;
            }
        }
        Ok(None)
    }

    /// Puts a message in line; a cancellation takes its request out of it.
    fn accept(&mut self, message: Message) -> Result<(), Gone> {
        let Message::Notification(Notification { method, params }) = &message else {
            self.inbox.push_back(message);
            return Ok(());
        };
        if method != Cancel::METHOD {
            self.inbox.push_back(message);
            return Ok(());
        }
        let Some(CancelParams { id }) = read(params.clone()) else { return Ok(()) };
        let id = match id {
            NumberOrString::Number(id) => RequestId::from(id),
            NumberOrString::String(id) => RequestId::from(id),
        };
        let waits = |message: &Message| matches!(message, Message::Request(it) if it.id == id);
        if let Some(at) = self.inbox.iter().position(waits) {
            self.inbox.remove(at);
            self.send(refused(id, ErrorCode::RequestCanceled, "canceled by the client").into())?;
        }
        Ok(())
    }

    fn send(&self, message: Message) -> Result<(), Gone> {
        self.connection.sender.send(message).map_err(|_| Gone)
    }

    fn answer(&mut self, request: Request) -> Response {
        let Request { id, method, params } = request;
        match (self.phase, method.as_str()) {
            (Phase::Before, Initialize::METHOD) => self.initialize(id, params),
            (Phase::Before, _) => {
                refused(id, ErrorCode::ServerNotInitialized, "`initialize` comes first")
            }
            (Phase::ShutDown, _) => {
                refused(id, ErrorCode::InvalidRequest, "after `shutdown` only `exit` follows")
            }
            (Phase::Running, Initialize::METHOD) => {
                refused(id, ErrorCode::InvalidRequest, "the server is initialized already")
            }
            (Phase::Running, Shutdown::METHOD) => {
                self.phase = Phase::ShutDown;
                Response::new_ok(id, ())
            }
            (Phase::Running, _) => self.world.answer(id, &method, params),
        }
    }

    fn initialize(&mut self, id: RequestId, params: serde_json::Value) -> Response {
        let Some(params) = read::<InitializeParams>(params) else {
            return refused(id, ErrorCode::InvalidParams, "these are no `InitializeParams`");
        };
        self.world.client = Client::of(&params);
        self.phase = Phase::Running;
        Response::new_ok(id, self.world.client.answer(self.world.setup.version))
    }

    /// Takes note; what is unknown or cannot be read is left out, as the protocol asks.
    fn notice(&mut self, notification: Notification) -> Option<Ended> {
        let Notification { method, params } = notification;
        if method == Exit::METHOD {
            let properly = self.phase == Phase::ShutDown;
            return Some(if properly { Ended::Properly } else { Ended::Abruptly });
        }
        if self.phase != Phase::Running {
            return None;
        }
        let documents = &mut self.world.documents;
        let touched = match method.as_str() {
            DidOpenTextDocument::METHOD => read(params).map(|params| documents.open(params)),
            DidChangeTextDocument::METHOD => {
                read(params).and_then(|params| documents.change(params, self.world.client.encoding))
            }
            DidCloseTextDocument::METHOD => read::<lsp_types::DidCloseTextDocumentParams>(params)
                .map(|params| {
                    documents.close(&params);
                    params.text_document.uri
                }),
            _ => None,
        };
        self.stale.extend(touched.map(|uri| uri.as_str().to_owned()));
        None
    }

    /// Publishes what is out of date. A file that is no resume and never was gets nothing.
    fn publish(&mut self) -> Result<(), Gone> {
        for address in std::mem::take(&mut self.stale) {
            let Ok(uri) = address.parse::<Uri>() else { continue };
            let document = self.world.documents.get(&uri);
            let diagnostics = document
                .map(|document| diagnostics::diagnostics(&self.world, document))
                .unwrap_or_default();
            let is_resume = document.is_some_and(|document| document.format.is_some());
            let was_marked = self.marked.remove(&address);
            if is_resume {
                self.marked.insert(address);
            } else if !was_marked {
                continue;
            }
            let version = document.map(|document| document.version);
            let params = PublishDiagnosticsParams { uri, diagnostics, version };
            let method = PublishDiagnostics::METHOD.to_owned();
            self.send(Notification::new(method, params).into())?;
        }
        Ok(())
    }
}

impl World<'_> {
    fn answer(&self, id: RequestId, method: &str, params: serde_json::Value) -> Response {
        match method {
            HoverRequest::METHOD => with(id, params, |params| hover::hover(self, &params)),
            Completion::METHOD => with(id, params, |params| completion::completion(self, &params)),
            CodeActionRequest::METHOD => with(id, params, |params| actions::actions(self, &params)),
            CodeLensRequest::METHOD => with(id, params, |params| lens::lenses(self, &params)),
            DocumentSymbolRequest::METHOD => {
                with(id, params, |params| symbols::symbols(self, &params))
            }
            _ => {
                let message = format!("this server does not answer `{method}`");
                refused(id, ErrorCode::MethodNotFound, &message)
            }
        }
    }
}

/// The answer of `handler`, or that the parameters cannot be read.
fn with<P: DeserializeOwned, R: serde::Serialize>(
    id: RequestId,
    params: serde_json::Value,
    handler: impl FnOnce(P) -> R,
) -> Response {
    match serde_json::from_value(params) {
        Ok(params) => Response::new_ok(id, handler(params)),
        Err(error) => refused(id, ErrorCode::InvalidParams, &error.to_string()),
    }
}

fn read<P: DeserializeOwned>(params: serde_json::Value) -> Option<P> {
    serde_json::from_value(params).ok()
}

fn refused(id: RequestId, code: ErrorCode, message: &str) -> Response {
    Response::new_err(id, code as i32, message.to_owned())
}
