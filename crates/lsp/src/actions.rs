//! `textDocument/codeAction`: fixes that hold, rewrites with slots, and all fixes at once.

use std::ops::Range;

use lsp_types::{CodeAction, CodeActionKind, CodeActionOrCommand, CodeActionParams, Diagnostic};
use resume::Finding;

use crate::diagnostics::diagnostic;
use crate::documents::Document;
use crate::fixes;
use crate::reading::{Page, Reading};
use crate::server::World;

/// The kind of "make every fix that holds".
pub(crate) const FIX_ALL: CodeActionKind = CodeActionKind::new("source.fixAll.vitae");

/// What can be done about the findings that touch a range.
pub(crate) fn actions(
    world: &World<'_>,
    params: &CodeActionParams,
) -> Option<Vec<CodeActionOrCommand>> {
    let document = world.resume(&params.text_document.uri)?;
    let page = world.reading(document).and_then(Reading::page)?;
    let only = params.context.only.as_deref();
    let asked = |kind: &CodeActionKind| {
        only.is_none_or(|kinds| kinds.iter().any(|wanted| contains(wanted, kind)))
    };
    let at = |position| document.text.offset(position, world.client.encoding);
    let range = at(params.range.start)..at(params.range.end);
    let desk = Desk { world, document, page };
    let mut actions = Vec::new();
    if asked(&CodeActionKind::QUICKFIX) {
        actions.extend(desk.quick_fixes(&range));
    }
    // Asked for by name, or on save; in a menu it would stand beside every fix.
    if only.is_some() && asked(&FIX_ALL) {
        actions.extend(desk.fix_all());
    }
    Some(actions.into_iter().map(CodeActionOrCommand::from).collect())
}

/// A kind contains itself and what is written behind it and a dot.
fn contains(kind: &CodeActionKind, other: &CodeActionKind) -> bool {
    let rest = other.as_str().strip_prefix(kind.as_str());
    kind.as_str().is_empty() || rest.is_some_and(|rest| rest.is_empty() || rest.starts_with('.'))
}

/// What actions are made from.
struct Desk<'a> {
    world: &'a World<'a>,
    document: &'a Document,
    page: &'a Page,
}

impl Desk<'_> {
    fn quick_fixes(&self, range: &Range<usize>) -> Vec<CodeAction> {
        let places = self.page.parsed.places();
        let touches = |finding: &Finding| {
            let place = places.locate(finding).range;
            place.start <= range.end && range.start <= place.end
        };
        let mut actions = Vec::new();
        for finding in self.page.verified(self.world.pack, touches) {
            let place = places.locate(&finding).range;
            actions.extend(self.fix(&place, &finding));
            actions.extend(self.rewrite(&place, &finding));
        }
        actions
    }

    fn fix(&self, place: &Range<usize>, finding: &Finding) -> Option<CodeAction> {
        let fix = finding.fix.as_ref()?;
        let changes = fixes::changes(self.page, &fix.edits)?;
        Some(CodeAction {
            title: fix.title.clone(),
            kind: Some(CodeActionKind::QUICKFIX),
            diagnostics: Some(vec![self.diagnostic(place, finding)]),
            edit: Some(fixes::workspace_edit(self.world, self.document, changes)),
            is_preferred: Some(true),
            ..CodeAction::default()
        })
    }

    /// Replaces a text by the same claim with slots. Never preferred: what is filled in is up to
    /// the author, and until then the line is not finished.
    fn rewrite(&self, place: &Range<usize>, finding: &Finding) -> Option<CodeAction> {
        let text = finding.rewrite.as_deref()?;
        let changes = fixes::rewrite(self.page, finding, text)?;
        Some(CodeAction {
            title: format!("Rewrite with slots to fill in: {text}"),
            kind: Some(CodeActionKind::QUICKFIX),
            diagnostics: Some(vec![self.diagnostic(place, finding)]),
            edit: Some(fixes::workspace_edit(self.world, self.document, changes)),
            is_preferred: Some(false),
            ..CodeAction::default()
        })
    }

    fn fix_all(&self) -> Option<CodeAction> {
        let changes = fixes::together(self.world, self.page)?;
        Some(CodeAction {
            title: "Make every fix of vitae that holds".to_owned(),
            kind: Some(FIX_ALL),
            edit: Some(fixes::workspace_edit(self.world, self.document, changes)),
            ..CodeAction::default()
        })
    }

    fn diagnostic(&self, place: &Range<usize>, finding: &Finding) -> Diagnostic {
        diagnostic(self.document.text.range(place.clone(), self.world.client.encoding), finding)
    }
}

#[cfg(test)]
mod tests {
    use lsp_types::{DidOpenTextDocumentParams, TextDocumentItem};
    use resume::{Date, Severity};
    use roles::RolePack;

    use super::*;
    use crate::Setup;
    use crate::client::Client;
    use crate::documents::Documents;

    const PAGE: &str = "\
work:
  - name: Northwind Parcel
    highlights:
      - \"Improved the label printer\" # mine
";

    #[test]
    fn a_rewrite_is_offered_and_never_preferred() {
        let today = || Date::Day(2026, 11, 22);
        let setup = Setup { version: "1", today: &today, templates: &[] };
        let mut documents = Documents::default();
        let uri = documents.open(DidOpenTextDocumentParams {
            text_document: TextDocumentItem {
                uri: "file:///resume.yaml".parse().expect("an address"),
                language_id: "yaml".to_owned(),
                version: 7,
                text: PAGE.to_owned(),
            },
        });
        let pack = RolePack::backend_engineer();
        let world = World { setup: &setup, pack, client: Client::default(), documents };
        let document = world.resume(&uri).expect("a resume");
        let parsed =
            extract::read(PAGE.as_bytes(), extract::Format::Yaml, &extract::Limits::default());
        let mut page = Page::check(parsed.expect("a page"), extract::Format::Yaml, pack, today());
        let path = "work[0].highlights[0]".parse().expect("a path");
        let mut finding = Finding::new("a-rule", Severity::Info, path, "no figure").at(0..8);
        finding.rewrite = Some("Cut \u{2039}metric\u{203a} of the label printer".to_owned());
        page.outcome.findings = vec![finding];

        let at = PAGE.find("Improved").expect("it stands there");
        let desk = Desk { world: &world, document, page: &page };
        let actions = desk.quick_fixes(&(at..at));
        let [action] = actions.as_slice() else { panic!("{actions:?}") };
        assert_eq!(action.is_preferred, Some(false));
        assert!(action.title.ends_with("Cut \u{2039}metric\u{203a} of the label printer"));
        let changes = action.edit.as_ref().and_then(|edit| edit.changes.as_ref());
        let edits = changes.and_then(|changes| changes.get(&uri)).expect("edits of the file");
        let texts: Vec<_> = edits.iter().map(|edit| edit.new_text.as_str()).collect();
        assert!(texts.concat().contains("Cut \u{2039}metric\u{203a} of"), "{texts:?}");
        assert!(desk.quick_fixes(&(0..0)).is_empty());
        assert!(desk.fix_all().is_none(), "a rewrite is never made unasked");
    }

    #[test]
    fn kinds_contain_what_is_below_them() {
        for (kind, expected) in [
            ("", true),
            ("source", true),
            ("source.fixAll", true),
            ("source.fixAll.vitae", true),
            ("source.fixAll.vit", false),
            ("source.fixAll.vitae.all", false),
            ("quickfix", false),
        ] {
            assert_eq!(contains(&CodeActionKind::new(kind), &FIX_ALL), expected, "{kind}");
        }
    }
}
