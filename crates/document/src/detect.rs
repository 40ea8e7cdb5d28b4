//! Which kind of document some bytes are.

use crate::Kind;

/// The kind by what the bytes say, else by the extension of the name, else plain text.
///
/// Content goes first: a page of HTML named `.doc` is common, and a wrong extension must not
/// decide what is read.
pub(crate) fn kind(file_name: Option<&str>, bytes: &[u8]) -> Kind {
    by_content(bytes).unwrap_or_else(|| {
        let extension = file_name.and_then(|name| name.rsplit_once('.')).map(|(_, after)| after);
        let extension = extension.unwrap_or_default().to_ascii_lowercase();
        match extension.as_str() {
            "htm" | "xhtml" => Kind::Html,
            "markdown" => Kind::Markdown,
            other => {
                Kind::ALL.into_iter().find(|kind| kind.extension() == other).unwrap_or(Kind::Text)
            }
        }
    })
}

fn by_content(bytes: &[u8]) -> Option<Kind> {
    let head = &bytes[..bytes.len().min(4096)];
    if find(&head[..head.len().min(1024)], b"%PDF-") {
        return Some(Kind::Pdf);
    }
    if head.starts_with(b"PK\x03\x04") {
        let odt = find(head, b"application/vnd.oasis.opendocument.text");
        return Some(if odt { Kind::Odt } else { Kind::Docx });
    }
    // The container of old Word files and of locked new ones: its reader says what to do.
    if head.starts_with(&[0xd0, 0xcf, 0x11, 0xe0]) {
        return Some(Kind::Docx);
    }
    let body = head.strip_prefix("\u{feff}".as_bytes()).unwrap_or(head).trim_ascii_start();
    if body.starts_with(b"{\\rtf") {
        return Some(Kind::Rtf);
    }
    let html = [&b"<!doctype html"[..], b"<html"];
    let lower = body[..body.len().min(1024)].to_ascii_lowercase();
    html.iter().any(|mark| find(&lower, mark)).then_some(Kind::Html)
}

fn find(haystack: &[u8], needle: &[u8]) -> bool {
    haystack.windows(needle.len()).any(|window| window == needle)
}
