//! Bytes to characters.

use std::borrow::Cow;

use encoding_rs::{Encoding, UTF_8, UTF_16BE, UTF_16LE, WINDOWS_1252};

/// The characters of a text, and whether some bytes stood for none.
pub(crate) struct Decoded<'a> {
    pub text: Cow<'a, str>,
    pub damaged: bool,
}

/// Decodes by byte order mark, by zeros (UTF-16), as UTF-8 when it is, else by the label the
/// document gives, else as Windows-1252.
///
/// A label is believed last: pages are saved again in UTF-8 more often than their label is changed.
pub(crate) fn decode<'a>(bytes: &'a [u8], label: Option<&[u8]>) -> Decoded<'a> {
    if let Some((encoding, mark)) = Encoding::for_bom(bytes) {
        let (text, damaged) = encoding.decode_without_bom_handling(&bytes[mark..]);
        return Decoded { text, damaged };
    }
    let encoding =
        by_zeros(bytes).or_else(|| is_utf8(bytes).then_some(UTF_8)).unwrap_or_else(|| {
            let named = label.and_then(Encoding::for_label);
            named.filter(|encoding| !is_unicode(encoding)).unwrap_or(WINDOWS_1252)
        });
    let (text, damaged) = encoding.decode_without_bom_handling(bytes);
    Decoded { text, damaged }
}

fn is_unicode(encoding: &'static Encoding) -> bool {
    [UTF_8, UTF_16BE, UTF_16LE].contains(&encoding)
}

/// UTF-16 without a mark: half of the bytes of Latin text are zeros, all at even or all at odd
/// places.
fn by_zeros(bytes: &[u8]) -> Option<&'static Encoding> {
    let head = &bytes[..bytes.len().min(2048) & !1];
    let pairs = head.len() / 2;
    let [mut first, mut second] = [0, 0];
    for pair in head.chunks_exact(2) {
        first += usize::from(pair[0] == 0 && pair[1] != 0);
        second += usize::from(pair[1] == 0 && pair[0] != 0);
    }
    let most = pairs * 7 / 10;
    match () {
        () if pairs < 4 => None,
        () if second > most && first * 20 < pairs => Some(UTF_16LE),
        () if first > most && second * 20 < pairs => Some(UTF_16BE),
        () => None,
    }
}

/// True when the bytes are UTF-8, or were until a few of them were damaged: single bytes of
/// Windows-1252 form no sequences of UTF-8 by chance.
fn is_utf8(bytes: &[u8]) -> bool {
    let [mut good, mut bad] = [0_usize, 0];
    for chunk in bytes.utf8_chunks() {
        good += chunk.valid().chars().filter(|c| !c.is_ascii()).count();
        bad += usize::from(!chunk.invalid().is_empty());
    }
    bad == 0 || bad * 4 < good
}

#[cfg(test)]
mod tests {
    use super::decode;

    #[track_caller]
    fn check(bytes: &[u8], label: Option<&str>, expected: &str) {
        assert_eq!(decode(bytes, label.map(str::as_bytes)).text, expected);
    }

    #[test]
    fn encodings_are_recognized() {
        check("Zoë – café".as_bytes(), None, "Zoë – café");
        check(b"\xef\xbb\xbfZo\xc3\xab", None, "Zoë");
        check(b"Zo\xeb \x96 caf\xe9", None, "Zoë – café");
        check(b"\xff\xfeZ\0o\0\xeb\0", None, "Zoë");
        check(b"\xfe\xff\0Z\0o\0\xeb", None, "Zoë");
        check(b"J\0a\0n\0e\0 \0R\0o\0e\0", None, "Jane Roe");
        check(b"\0J\0a\0n\0e\0 \0R\0o\0e", None, "Jane Roe");
        check(b"\xc8\xe2\xe0\xed", Some("windows-1251"), "Иван");
        check("Иван".as_bytes(), Some("windows-1251"), "Иван");
        check(b"\xa3\xf3d\x9f", Some("windows-1250"), "Łódź");
    }

    #[test]
    fn damage_spoils_no_more_than_itself() {
        check(
            b"Zo\xc3\xab caf\xc3\xa9 r\xc3\xa9sum\xc3\xa9 \xe2\x80\x93 \xff",
            None,
            "Zoë café résumé – \u{fffd}",
        );
        check(b"", None, "");
        check(b"\xff", Some("utf-8"), "ÿ");
        check(b"ab\0", None, "ab\0");
    }
}
