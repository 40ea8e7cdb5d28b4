//! Bytes to text: size, encoding, and characters no resume holds.

use crate::words::size;
use crate::{Limits, ReadError};

/// The text of a file, without its byte order mark.
pub(crate) fn decode<'a>(bytes: &'a [u8], limits: &Limits) -> Result<&'a str, ReadError> {
    if bytes.len() > limits.bytes {
        return Err(ReadError::whole(
            format!("the file is {}, the limit is {}", size(bytes.len()), size(limits.bytes)),
            "a resume is a few kilobytes of text; check that this is the right file",
        ));
    }
    if let Some(name) = foreign(bytes) {
        let message = format!("the file is {name}, not YAML or JSON");
        return Err(ReadError::whole(message, "give the text source of the resume").of_nothing());
    }
    if let Some(name) = wide(bytes) {
        return Err(ReadError::whole(
            format!("the file is encoded as {name}, not as UTF-8"),
            "save it as UTF-8; most editors offer that under \"Save with encoding\"",
        ));
    }
    let text = std::str::from_utf8(bytes).map_err(|error| not_utf8(bytes, &error))?;
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    if text.trim().is_empty() {
        return Err(ReadError::nothing("the file is empty"));
    }
    match text.char_indices().find(|(_, c)| is_unwelcome(*c)) {
        None => Ok(text),
        Some((at, c)) => Err(ReadError::at(text, at..at + c.len_utf8(), control(c))
            .hint("delete it; it often comes along when text is pasted from a PDF or a terminal")),
    }
}

/// The name of a file format that people give by mistake.
fn foreign(bytes: &[u8]) -> Option<&'static str> {
    const MAGIC: [(&[u8], &str); 5] = [
        (b"%PDF-", "a PDF"),
        (b"PK\x03\x04", "a Word document or another zip archive"),
        (b"\xd0\xcf\x11\xe0", "an old Word document"),
        (b"{\\rtf", "a rich text document"),
        (b"\x1f\x8b", "a gzip archive"),
    ];
    MAGIC.iter().find(|(magic, _)| bytes.starts_with(magic)).map(|(_, name)| *name)
}

/// UTF-16 by its byte order mark or, without one, by the zero in every second byte of Latin text.
fn wide(bytes: &[u8]) -> Option<&'static str> {
    let head = bytes.get(..4)?;
    let zeros = [head[0] == 0, head[1] == 0, head[2] == 0, head[3] == 0];
    match (&head[..2], zeros) {
        (b"\xff\xfe", _) | (_, [false, true, false, true]) => Some("UTF-16 (little endian)"),
        (b"\xfe\xff", _) | (_, [true, false, true, false]) => Some("UTF-16 (big endian)"),
        _ => None,
    }
}

fn not_utf8(bytes: &[u8], error: &std::str::Utf8Error) -> ReadError {
    let shown = String::from_utf8_lossy(bytes);
    let (shown, bom) = match shown.strip_prefix('\u{feff}') {
        Some(rest) => (rest, '\u{feff}'.len_utf8()),
        None => (&*shown, 0),
    };
    let at = error.valid_up_to();
    let byte = bytes.get(at).copied().unwrap_or_default();
    let start = at - bom;
    let range = start..start + '\u{fffd}'.len_utf8();
    ReadError::at(shown, range, format!("byte 0x{byte:02X} is not UTF-8 text"))
        .hint("save the file as UTF-8; accented letters were saved in an older encoding")
}

/// Characters that neither YAML nor JSON text may hold.
fn is_unwelcome(c: char) -> bool {
    matches!(c, '\0'..='\u{8}' | '\u{b}' | '\u{c}' | '\u{e}'..='\u{1f}' | '\u{7f}')
}

fn control(c: char) -> String {
    let name = match c {
        '\0' => "a NUL character",
        '\u{8}' => "a backspace character",
        '\u{b}' => "a vertical tab",
        '\u{c}' => "a page break character",
        '\u{1b}' => "an escape character",
        '\u{7f}' => "a delete character",
        _ => "a control character",
    };
    format!("{name} (U+{:04X}) stands in the text", u32::from(c))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(bytes: &[u8], expected: Result<&str, &str>) {
        let limits = Limits { bytes: 40, ..Limits::default() };
        let got = decode(bytes, &limits).map_err(|error| error.to_string());
        assert_eq!(got, expected.map_err(str::to_owned));
    }

    #[test]
    fn text_comes_through() {
        check(b"a: b", Ok("a: b"));
        check("\u{feff}a: b".as_bytes(), Ok("a: b"));
        check(b"a: b\r\n\tc", Ok("a: b\r\n\tc"));
        check("é: ü\u{85}\u{2028}".as_bytes(), Ok("é: ü\u{85}\u{2028}"));
        check(&[b'x'; 40], Ok(&"x".repeat(40)));
    }

    #[test]
    fn what_is_not_text_is_named() {
        check(&[b'x'; 41], Err("the file is 41 bytes, the limit is 40 bytes"));
        check(b"", Err("the file is empty"));
        check(b"\xef\xbb\xbf \n", Err("the file is empty"));
        check(b"ab\ncd\xe9f", Err("2:3: byte 0xE9 is not UTF-8 text"));
        check(b"\xef\xbb\xbfa\xe9", Err("1:2: byte 0xE9 is not UTF-8 text"));
        check("éü\0".as_bytes(), Err("1:3: a NUL character (U+0000) stands in the text"));
        check(b"a: \x1b[1m", Err("1:4: an escape character (U+001B) stands in the text"));
        check(b"\xff\xfea\0", Err("the file is encoded as UTF-16 (little endian), not as UTF-8"));
        check(b"a\0:\0", Err("the file is encoded as UTF-16 (little endian), not as UTF-8"));
        check(b"\0a\0:", Err("the file is encoded as UTF-16 (big endian), not as UTF-8"));
        check(b"%PDF-1.7", Err("the file is a PDF, not YAML or JSON"));
    }
}
