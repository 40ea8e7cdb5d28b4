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

/// The edits of as many fixes as fit together, the first ones first.
pub(crate) fn together(world: &World<'_>, page: &Page) -> Vec<Edit> {
    let mut all: Vec<Edit> = Vec::new();
    for fix in page.verified(world.pack, |_| true).into_iter().filter_map(|finding| finding.fix) {
        let count = all.len();
        // Several findings may offer the same change.
        let new: Vec<_> = fix.edits.into_iter().filter(|edit| !all.contains(edit)).collect();
        all.extend(new);
        if all.len() > count && page.parsed.resume.edited(&all).is_none() {
            all.truncate(count);
        }
    }
    all
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
