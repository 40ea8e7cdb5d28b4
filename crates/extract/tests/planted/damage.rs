//! Files that are damaged at random, the same ones in every run: each gives a resume or an error,
//! soon.

#![allow(clippy::disallowed_methods, reason = "the clock is what these tests look at")]

use std::time::{Duration, Instant};

use document::{Kind, Limits};
use proptest::prelude::*;

use crate::make::docx;
use crate::office::{open, rich, run, web, word};
use crate::pdf::{LAYERS, Pdf, WORDS, words};

/// A sequence of numbers that looks random (xorshift64).
struct Numbers(u64);

impl Numbers {
    fn below(&mut self, end: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        usize::try_from(self.0 % end.max(1) as u64).unwrap_or(0)
    }
}

/// Some bytes changed, taken out, doubled or put in, among them signs the format knows.
fn damaged(whole: &[u8], numbers: &mut Numbers) -> Vec<u8> {
    let signs = b"<>[]{}()/\\\"'&;:#*|-= \n\t\0\xff\xfe09QTRfW";
    let mut bytes = whole.to_vec();
    for _ in 0..=numbers.below(6) {
        if bytes.is_empty() {
            break;
        }
        let at = numbers.below(bytes.len());
        match numbers.below(6) {
            0 => bytes[at] = signs[numbers.below(signs.len())],
            1 => bytes[at] = u8::try_from(numbers.below(256)).unwrap_or(0),
            2 => bytes.insert(at, signs[numbers.below(signs.len())]),
            3 => {
                let end = (at + numbers.below(60)).min(bytes.len());
                bytes.drain(at..end);
            }
            4 => {
                let end = (at + numbers.below(300)).min(bytes.len());
                let copy = bytes[at..end].to_vec();
                let to = numbers.below(bytes.len());
                bytes.splice(to..to, copy);
            }
            // Only now and then, as little is left behind it.
            _ if numbers.below(4) == 0 => bytes.truncate(at),
            _ => bytes[at] ^= 1 << numbers.below(8),
        }
    }
    bytes
}

fn survive(bytes: &[u8], kind: Kind) {
    let start = Instant::now();
    if let Ok(document) = document::read(bytes, kind, &Limits::default()) {
        let reading = extract::read_document(&document);
        for finding in &reading.parsed.findings {
            assert!(!finding.message.is_empty());
        }
    }
    // A page takes milliseconds; the rest is for slow machines.
    assert!(start.elapsed() < Duration::from_secs(20), "{kind:?}: {:?}", start.elapsed());
}

/// A thousand damaged copies of a few files.
fn check(files: &[Vec<u8>], kind: Kind) {
    let mut numbers = Numbers(0x9E37_79B9_7F4A_7C15);
    for round in 0..1000 {
        survive(&damaged(&files[round % files.len()], &mut numbers), kind);
    }
}

#[test]
fn damaged_pdfs() {
    let layered = Pdf {
        catalog: format!("{LAYERS}/Metadata 22 0 R"),
        page: "/Annots[<</Type/Annot/Subtype/Text/Rect[1 2 3 4]/Contents(x)>>]".into(),
        ..Pdf::with(&format!("/OC /Off BDC {}EMC q /Masked gs /Group Do Q", words()))
    };
    let painted = Pdf::with(&format!(
        "q 1 g {}Q BT /Empty 9 Tf (abc) Tj /Tags 9 Tf (ABC) Tj /Nameless 9 Tf (xyz) Tj ET \
         q 7 Tr {} /Fade sh Q q 0 0 m 40 0 l 0 40 l h W n /Image Do Q",
        words(),
        words()
    ));
    check(&[Pdf::default().bytes(), layered.bytes(), painted.bytes()], Kind::Pdf);
}

#[test]
fn damaged_word_files() {
    let hidden = run("<w:vanish/>", WORDS);
    check(&[word(&hidden, &[])], Kind::Docx);
}

#[test]
fn damaged_parts_of_word_files() {
    let body = format!(
        "{}{}<w:tbl><w:tr><w:tc>{}</w:tc></w:tr></w:tbl>",
        run(r#"<w:color w:val="FFFFFF"/><w:sz w:val="1"/>"#, WORDS),
        crate::office::boxed("", "<a:noFill/>", "", WORDS),
        run("", "Rust")
    );
    let mut numbers = Numbers(0xD1B5_4A32_D192_ED03);
    for _ in 0..1000 {
        let body = damaged(body.as_bytes(), &mut numbers);
        survive(&docx(&String::from_utf8_lossy(&body), &[]), Kind::Docx);
    }
}

#[test]
fn damaged_files_of_other_kinds() {
    check(&[rich(&format!(r"{{\v {WORDS}}}"))], Kind::Rtf);
    check(&[web(&format!("<p style=\"opacity:0\">{WORDS}</p>"))], Kind::Html);
    check(&[open(r#"text:display="none""#, WORDS)], Kind::Odt);
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(60))]

    #[test]
    fn any_bytes_are_read_or_refused(bytes in proptest::collection::vec(any::<u8>(), 0..600)) {
        for kind in Kind::ALL {
            survive(&bytes, kind);
            let heads: [&[u8]; 4] = [b"%PDF-1.7\n", b"PK\x03\x04", b"{\\rtf1 ", b"<html>"];
            let head = heads[bytes.len() % heads.len()];
            survive(&[head, &bytes].concat(), kind);
        }
    }
}
