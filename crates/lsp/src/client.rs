//! What the client said it can do, and what it is told about the server.

use lsp_types::{
    ClientCapabilities, CodeActionKind, CodeActionOptions, CodeActionProviderCapability,
    CodeLensOptions, CompletionOptions, HoverProviderCapability, InitializeParams,
    InitializeResult, InsertTextMode, OneOf, ServerCapabilities, ServerInfo,
    TextDocumentSyncCapability, TextDocumentSyncKind, TextDocumentSyncOptions,
};

use crate::actions::FIX_ALL;
use crate::text::Encoding;

/// What matters of the client's abilities.
#[derive(Clone, Debug, Default)]
pub(crate) struct Client {
    /// How it counts characters.
    pub(crate) encoding: Encoding,
    /// It understands an outline as a tree.
    pub(crate) symbol_tree: bool,
    /// It understands edits that name the version they are for.
    pub(crate) versioned_edits: bool,
    /// It can insert several lines as they are, without indenting them again.
    pub(crate) inserts_lines: bool,
}

impl Client {
    /// Reads what the client says of itself.
    pub(crate) fn of(params: &InitializeParams) -> Self {
        let ClientCapabilities { workspace, text_document, general, .. } = &params.capabilities;
        let encodings = general.as_ref().and_then(|general| general.position_encodings.as_ref());
        let edits = workspace.as_ref().and_then(|workspace| workspace.workspace_edit.as_ref());
        let document = text_document.as_ref();
        let symbols = document.and_then(|document| document.document_symbol.as_ref());
        let items =
            document.and_then(|document| document.completion.as_ref()?.completion_item.as_ref());
        let modes = items.and_then(|items| items.insert_text_mode_support.as_ref());
        Self {
            encoding: encodings
                .and_then(|kinds| kinds.iter().find_map(Encoding::named))
                .unwrap_or_default(),
            symbol_tree: symbols
                .and_then(|symbols| symbols.hierarchical_document_symbol_support)
                .unwrap_or_default(),
            versioned_edits: edits.and_then(|edits| edits.document_changes).unwrap_or_default(),
            inserts_lines: modes
                .is_some_and(|modes| modes.value_set.contains(&InsertTextMode::AS_IS)),
        }
    }

    /// What the server tells it in return.
    pub(crate) fn answer(&self, version: &str) -> InitializeResult {
        let sync = TextDocumentSyncOptions {
            open_close: Some(true),
            change: Some(TextDocumentSyncKind::INCREMENTAL),
            ..TextDocumentSyncOptions::default()
        };
        let kinds = vec![CodeActionKind::QUICKFIX, FIX_ALL];
        let actions =
            CodeActionOptions { code_action_kinds: Some(kinds), ..CodeActionOptions::default() };
        let triggers = [" ", "[", ",", "\""].map(str::to_owned).to_vec();
        let completion = CompletionOptions {
            trigger_characters: Some(triggers),
            ..CompletionOptions::default()
        };
        InitializeResult {
            capabilities: ServerCapabilities {
                position_encoding: Some(self.encoding.kind()),
                text_document_sync: Some(TextDocumentSyncCapability::Options(sync)),
                hover_provider: Some(HoverProviderCapability::Simple(true)),
                completion_provider: Some(completion),
                document_symbol_provider: Some(OneOf::Left(true)),
                code_action_provider: Some(CodeActionProviderCapability::Options(actions)),
                code_lens_provider: Some(CodeLensOptions { resolve_provider: Some(false) }),
                ..ServerCapabilities::default()
            },
            server_info: Some(ServerInfo {
                name: "vitae".to_owned(),
                version: Some(version.to_owned()),
            }),
        }
    }
}
