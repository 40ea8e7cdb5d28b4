//! Bytes that are wrong on purpose: reading them must end, soon, with a document or an error.

use std::time::{Duration, Instant};

use crate::{Kind, Limits, read};

/// Reads a thousand copies of a text with some bytes changed, taken out or doubled.
pub(crate) fn mutate(text: &str, kind: Kind) {
    let mut state = 0x9E37_79B9_7F4A_7C15_u64;
    let mut next = |below: usize| {
        // xorshift64: the same bytes in every run.
        state ^= state << 13;
        state ^= state >> 7;
        state ^= state << 17;
        usize::try_from(state % below.max(1) as u64).unwrap_or(0)
    };
    let signs = b"<>{}\\\"'&;:#*|-=[]()!/ \n\t\0\x0c\xff\xc3";
    for _ in 0..1000 {
        let mut bytes = text.as_bytes().to_vec();
        for _ in 0..=next(8) {
            let at = next(bytes.len());
            match next(4) {
                0 => bytes[at] = signs[next(signs.len())],
                1 => bytes.truncate(at + 1),
                2 => {
                    let end = (at + next(40)).min(bytes.len());
                    let copy = bytes[at..end].to_vec();
                    let to = next(bytes.len());
                    bytes.splice(to..to, copy);
                }
                _ => bytes.insert(at, signs[next(signs.len())]),
            }
        }
        consistent(&bytes, kind);
    }
}

/// Reads some text repeated to a length, twice as long the second time: the time may double, too,
/// but no more than that and some noise.
#[track_caller]
#[expect(clippy::disallowed_methods, reason = "the time it takes is what is tested")]
pub(crate) fn repeat(head: &str, unit: &str, kind: Kind) {
    let mut took = [Duration::ZERO; 2];
    for (place, times) in took.iter_mut().zip([1, 2]) {
        let bytes = format!("{head}{}", unit.repeat(40_000 * times / unit.len()));
        let start = Instant::now();
        consistent(bytes.as_bytes(), kind);
        *place = start.elapsed();
    }
    let most = took[0] * 4 + Duration::from_millis(1500);
    assert!(took[1] < most, "{unit:?}: {took:?}");
    assert!(took[1] < Duration::from_secs(10), "{unit:?}: {took:?}");
}

/// Reads bytes and holds the document to what its readers rely on.
fn consistent(bytes: &[u8], kind: Kind) {
    let Ok(document) = read(bytes, kind, &Limits::default()) else { return };
    for line in &document.lines {
        assert!(!line.pieces.is_empty());
        for piece in &line.pieces {
            assert!(!piece.text.trim().is_empty(), "{line:?}");
            assert!(!piece.text.contains(['\n', '\t']), "{line:?}");
        }
    }
    for hidden in &document.hidden {
        assert!(!hidden.text.is_empty());
    }
    document.placed();
}
