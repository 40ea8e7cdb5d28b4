//! Findings as an editor underlines them.

use extract::ReadError;
use lsp_types::{Diagnostic, DiagnosticSeverity, NumberOrString};
use resume::{Finding, Severity};
use serde_json::json;

use crate::documents::Document;
use crate::reading::Reading;
use crate::server::World;

/// The name findings go by in an editor.
const SOURCE: &str = "vitae";

/// What is wrong with a document; nothing for one that is no resume.
pub(crate) fn diagnostics(world: &World<'_>, document: &Document) -> Vec<Diagnostic> {
    match world.reading(document) {
        None => Vec::new(),
        Some(Reading::Unreadable(error)) => vec![unreadable(world, document, error)],
        Some(Reading::Page(page)) => page
            .findings()
            .into_iter()
            .map(|(bytes, finding)| {
                diagnostic(document.text.range(bytes, world.client.encoding), finding)
            })
            .collect(),
    }
}

/// A finding at a place.
pub(crate) fn diagnostic(range: lsp_types::Range, finding: &Finding) -> Diagnostic {
    let severity = match finding.severity {
        Severity::Error => DiagnosticSeverity::ERROR,
        Severity::Warning => DiagnosticSeverity::WARNING,
        Severity::Info => DiagnosticSeverity::INFORMATION,
    };
    let fix = finding.fix.as_ref().map(|fix| &fix.title);
    Diagnostic {
        range,
        severity: Some(severity),
        code: Some(NumberOrString::String(finding.rule.clone().into_owned())),
        source: Some(SOURCE.to_owned()),
        message: message(&finding.message, finding.hint.as_deref()),
        data: Some(json!({
            "path": finding.path.to_string(),
            "fix": fix,
            "rewrite": finding.rewrite,
        })),
        ..Diagnostic::default()
    }
}

/// The one finding about a text that cannot be read.
fn unreadable(world: &World<'_>, document: &Document, error: &ReadError) -> Diagnostic {
    let bytes = error.location.as_ref().map_or(0..0, |location| location.range.clone());
    Diagnostic {
        range: document.text.range(bytes, world.client.encoding),
        severity: Some(DiagnosticSeverity::ERROR),
        source: Some(SOURCE.to_owned()),
        message: message(&error.message, error.hint.as_deref()),
        ..Diagnostic::default()
    }
}

fn message(what: &str, hint: Option<&str>) -> String {
    hint.map_or_else(|| what.to_owned(), |hint| format!("{what}\n{hint}"))
}
