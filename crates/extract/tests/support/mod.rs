//! A small renderer: what a reader of the message sees, without colors.

use std::fmt::Write as _;

use extract::{Format, Limits, ReadError, read};
use resume::{Location, SourceMap};

/// Everything said about `bytes`, as a terminal would show it.
pub(crate) fn render(file: &str, bytes: &[u8]) -> String {
    let format = Format::detect(Some(file), bytes);
    match read(bytes, format, &Limits::default()) {
        Err(error) => render_error(file, &error),
        Ok(parsed) => {
            let map = &parsed.source_map;
            let findings = parsed.findings.iter().map(|finding| {
                let at = map.locate(&finding.path, "", None);
                let head = format!("{}[{}]", finding.severity, finding.rule);
                let mut shown = excerpt(file, map, &at, &head, &finding.message);
                let _ = writeln!(shown, "  at {}", finding.path);
                push_hint(&mut shown, finding.hint.as_deref());
                shown
            });
            findings.collect::<Vec<_>>().join("\n")
        }
    }
}

fn render_error(file: &str, error: &ReadError) -> String {
    let mut shown = match &error.location {
        Some(at) => {
            let map = SourceMap::new(error.source.clone());
            excerpt(file, &map, at, "error", &error.message)
        }
        None => format!("{file}: error: {}\n", error.message),
    };
    push_hint(&mut shown, error.hint.as_deref());
    shown
}

fn push_hint(shown: &mut String, hint: Option<&str>) {
    if let Some(hint) = hint {
        let _ = writeln!(shown, "  help: {hint}");
    }
}

fn excerpt(file: &str, map: &SourceMap, at: &Location, head: &str, message: &str) -> String {
    let line = map.text().lines().nth(at.line - 1).unwrap_or_default();
    let line: String = line.chars().take(120).collect();
    let width = map.text()[at.range.clone()].lines().next().unwrap_or_default().chars().count();
    let blank = line.chars().take(at.column - 1).map(|c| if c == '\t' { '\t' } else { ' ' });
    let caret = blank.collect::<String>() + &"^".repeat(width.clamp(1, 120));
    format!("{file}:{}:{}: {head}: {message}\n  | {line}\n  | {caret}\n", at.line, at.column)
}
