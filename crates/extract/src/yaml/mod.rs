//! YAML to a [`Node`] tree, through the events of `granit-parser`.

mod build;
mod error;
mod guess;
mod line;
mod merge;

use granit_parser::{Event, Options, Parser, Span};

use crate::node::Document;
use crate::{Limits, ReadError};
use build::Builder;

/// The first document of `text` that holds something.
pub(crate) fn parse(text: &str, limits: &Limits) -> Result<Document, ReadError> {
    let mut options = Options::default();
    options.emit_comments = false;
    options.emit_unresolved_aliases = true;
    // One more than allowed, so that the builder sees the level that is too deep and names it.
    options.flow_nesting_limit = limits.depth + 1;
    options.block_nesting_limit = limits.depth + 1;
    let mut parser = Parser::new_from_str_with_options(text, options);
    let mut root = None;
    while let Some(event) = parser.next_event() {
        let (event, span) = match event {
            Ok(event) => event,
            // What follows a complete document is reported as such, however broken it is.
            Err(scan) if root.is_none() => return Err(error::explain(text, &scan, limits)),
            Err(scan) => {
                let at = scan.marker().byte_offset().unwrap_or(text.len());
                return Ok(Document { root: root.ok_or_else(empty)?, second: Some(at..at) });
            }
        };
        match (event, &root) {
            (Event::DocumentStart(..), None) => {
                let node = Builder::new(text, limits).document(&mut parser)?;
                root = (!node.is_null()).then_some(node);
            }
            (Event::DocumentStart(..), Some(_)) => {
                // Asked once: what follows the first marker settles it for all others.
                let at = range_of(text, &span);
                let second = holds_something(&text[at.start..]).then_some(at);
                return Ok(Document { root: root.ok_or_else(empty)?, second });
            }
            _ => {}
        }
    }
    Ok(Document { root: root.ok_or_else(empty)?, second: None })
}

fn empty() -> ReadError {
    ReadError::nothing("the file holds only comments")
}

/// True when a line is more than a marker or a comment.
fn holds_something(text: &str) -> bool {
    text.lines().map(str::trim).any(|line| {
        !line.is_empty() && !line.starts_with('#') && !matches!(line, "---" | "..." | "~" | "null")
    })
}

/// The bytes of a span, within `text` and on character boundaries whatever the parser says.
fn range_of(text: &str, span: &Span) -> std::ops::Range<usize> {
    let (start, end) = (span.start.byte_offset(), span.end.byte_offset());
    let clamp = |at: Option<usize>| {
        let mut at = at.unwrap_or(0).min(text.len());
        while !text.is_char_boundary(at) {
            at -= 1;
        }
        at
    };
    let start = clamp(start);
    start..clamp(end).max(start)
}
