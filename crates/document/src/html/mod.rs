//! HTML to lines, as a browser would show it.

mod color;
mod color_names;
mod css;
mod display;
mod head;
mod layout;
mod lists;
mod look;
mod media;
mod naive;
mod property;
mod rows;
mod selector;
mod tree;
mod word;

use std::borrow::Cow;

use self::css::Sheet;
use self::layout::Layout;
use self::look::Look;
use crate::flow::Flow;
use crate::text::decode::decode;
use crate::{Color, Document, DocumentError, HazardKind, Limits};

/// Reads one document.
#[expect(clippy::unnecessary_wraps, reason = "every reader has this shape")]
pub(crate) fn read(bytes: &[u8], limits: &Limits) -> Result<Document, DocumentError> {
    let decoded = decode(bytes, head::charset(bytes));
    if word::is_word(&decoded.text) {
        return Ok(word::read(&decoded.text, limits));
    }
    let tree = tree::parse(&with_body(&decoded.text), limits.depth, limits.characters);
    let sheet = head::sheet(&tree);
    let mut flow = Flow::new(limits);
    if decoded.damaged {
        flow.hazard(HazardKind::Damaged, "");
    }
    if tree.cut_off {
        flow.cut_off();
    }
    flow.document.metadata = head::metadata(&tree, &mut flow);
    // What other files lay under the text is not known.
    let ground = (!sheet.incomplete).then_some(Color::WHITE);
    let flow = Layout::new(&tree, &sheet, flow).page(&Look::new(ground));
    Ok(Document { naive: naive::text(&tree, limits.characters), ..flow.document })
}

/// The tags that may be left out, and that rules of style speak about all the same.
fn with_body(html: &str) -> Cow<'_, str> {
    let has = |tag: &[u8]| html.as_bytes().windows(tag.len()).any(|w| w.eq_ignore_ascii_case(tag));
    match (has(b"<html"), has(b"<body")) {
        (_, true) => Cow::Borrowed(html),
        (true, false) => Cow::Owned(format!("<body>{html}")),
        (false, false) => Cow::Owned(format!("<html><body>{html}")),
    }
}

/// Shows a piece of HTML inside a text of another format, with no size of its own.
pub(crate) fn inside(html: &str, flow: &mut Flow, limits: &Limits) {
    let tree = tree::parse(html, limits.depth, limits.characters);
    let before = flow.document.lines.len();
    let taken = std::mem::replace(flow, Flow::new(limits));
    let sheet = Sheet::default();
    *flow = Layout::new(&tree, &sheet, taken).page(&Look::new(Some(Color::WHITE)));
    for piece in flow.document.lines[before..].iter_mut().flat_map(|line| &mut line.pieces) {
        piece.style.size = 0.0;
    }
}

/// An address that leads out of the page.
pub(crate) fn leads_out(href: &str) -> Option<&str> {
    let href = href.trim();
    let scheme = href.split(':').next().unwrap_or_default().to_ascii_lowercase();
    let known = matches!(scheme.as_str(), "http" | "https" | "mailto" | "tel" | "sms" | "ftp");
    (known && href.len() > scheme.len() + 1).then_some(href)
}

#[cfg(test)]
mod tests;
