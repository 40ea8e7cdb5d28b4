//! Open documents.

use std::cell::OnceCell;
use std::collections::BTreeMap;

use extract::Format;
use lsp_types::{
    DidChangeTextDocumentParams, DidCloseTextDocumentParams, DidOpenTextDocumentParams, Uri,
};

use crate::reading::Reading;
use crate::recognize;
use crate::text::{Encoding, Text};

/// A document as the editor shows it.
pub(crate) struct Document {
    /// Its address.
    pub(crate) uri: Uri,
    /// The editor's count of its changes.
    pub(crate) version: i32,
    language: String,
    /// What stands in it.
    pub(crate) text: Text,
    /// How it writes a resume; `None` when it holds none.
    pub(crate) format: Option<Format>,
    /// What was read from this version, once somebody asked.
    pub(crate) reading: OnceCell<Reading>,
}

/// All open documents by address.
#[derive(Default)]
pub(crate) struct Documents(BTreeMap<String, Document>);

impl Document {
    fn new(uri: Uri, version: i32, language: String, text: Text) -> Self {
        let format = recognize::format(&language, uri.as_str(), text.as_str());
        Self { uri, version, language, text, format, reading: OnceCell::new() }
    }
}

impl Documents {
    /// The open document at an address.
    pub(crate) fn get(&self, uri: &Uri) -> Option<&Document> {
        self.0.get(uri.as_str())
    }

    pub(crate) fn open(&mut self, params: DidOpenTextDocumentParams) -> Uri {
        let item = params.text_document;
        let document =
            Document::new(item.uri.clone(), item.version, item.language_id, Text::new(item.text));
        self.0.insert(item.uri.as_str().to_owned(), document);
        item.uri
    }

    /// Changes a document; one that is not open, or a change that comes late, is left out.
    pub(crate) fn change(
        &mut self,
        params: DidChangeTextDocumentParams,
        by: Encoding,
    ) -> Option<Uri> {
        let document = self.0.remove(params.text_document.uri.as_str())?;
        let late = params.text_document.version < document.version;
        let document = if late {
            document
        } else {
            let changes = params.content_changes.into_iter();
            let text = changes.fold(document.text, |text, change| text.changed(change, by));
            let version = params.text_document.version;
            Document::new(document.uri, version, document.language, text)
        };
        let uri = document.uri.clone();
        self.0.insert(uri.as_str().to_owned(), document);
        Some(uri)
    }

    pub(crate) fn close(&mut self, params: &DidCloseTextDocumentParams) {
        self.0.remove(params.text_document.uri.as_str());
    }
}
