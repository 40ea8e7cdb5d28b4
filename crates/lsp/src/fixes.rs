//! Fixes as changes of a document.

use std::collections::HashMap;

use extract::{TextEdit, text_edits};
use lsp_types::{
    DocumentChanges, OneOf, OptionalVersionedTextDocumentIdentifier, TextDocumentEdit,
    WorkspaceEdit,
};
use resume::{Edit, Finding};

use crate::documents::Document;
use crate::reading::Page;
use crate::server::World;

/// The changes of the source that make some edits; `None` when this file cannot take them.
pub(crate) fn changes(page: &Page, edits: &[Edit]) -> Option<Vec<TextEdit>> {
    text_edits(&page.parsed, page.format, edits).filter(|changes| !changes.is_empty())
}

/// The changes that replace the text a finding is about by its rewrite.
pub(crate) fn rewrite(page: &Page, finding: &Finding, text: &str) -> Option<Vec<TextEdit>> {
    let path = finding.path.clone();
    changes(page, &[Edit::Replace { path, range: None, text: text.to_owned() }])
}

/// The changes of as many fixes as hold together, the first ones first. Each holds for itself, but
/// two may take away what the other left, or be the same change.
pub(crate) fn together(world: &World<'_>, page: &Page) -> Option<Vec<TextEdit>> {
    let attempt = |edits: &[Edit]| {
        let planned = changes(page, edits)?;
        page.is_no_worse(world.pack, edits).then_some(planned)
    };
    let mut fitting: Vec<Vec<Edit>> = Vec::new();
    let mut all = Vec::new();
    for fix in page.verified(world.pack, |_| true).into_iter().filter_map(|finding| finding.fix) {
        let with = [all.as_slice(), &fix.edits].concat();
        if page.parsed.resume.edited(&with).is_some() {
            all = with;
            fitting.push(fix.edits);
        }
    }
    if let planned @ Some(_) = attempt(&all) {
        return planned;
    }
    let mut kept = Vec::new();
    for edits in fitting {
        let with = [kept.as_slice(), &edits].concat();
        if attempt(&with).is_some() {
            kept = with;
        }
    }
    changes(page, &kept)
}

/// Changes of a document as its editor makes them.
pub(crate) fn workspace_edit(
    world: &World<'_>,
    document: &Document,
    changes: Vec<TextEdit>,
) -> WorkspaceEdit {
    let edits: Vec<_> = changes
        .into_iter()
        .map(|change| lsp_types::TextEdit {
            range: document.text.range(change.range, world.client.encoding),
            new_text: change.text,
        })
        .collect();
    let uri = document.uri.clone();
    if world.client.versioned_edits {
        let version = Some(document.version);
        let edit = TextDocumentEdit {
            text_document: OptionalVersionedTextDocumentIdentifier { uri, version },
            edits: edits.into_iter().map(OneOf::Left).collect(),
        };
        let document_changes = Some(DocumentChanges::Edits(vec![edit]));
        return WorkspaceEdit { document_changes, ..WorkspaceEdit::default() };
    }
    WorkspaceEdit { changes: Some(HashMap::from([(uri, edits)])), ..WorkspaceEdit::default() }
}
