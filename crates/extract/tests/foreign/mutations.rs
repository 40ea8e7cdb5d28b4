//! A thousand changes of every sample: no panic, and every promise of the reader holds.

use extract::{Format, Limits, read};
use resume::Parsed;

use super::{SAME, archive, sample, tables};

/// A small generator of numbers, the same on every machine.
struct Numbers(u64);

impl Numbers {
    fn below(&mut self, end: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        usize::try_from(self.0 % end.max(1) as u64).unwrap_or_default()
    }
}

const PIECES: [&str; 24] = [
    "\"", "'", ",", "\n", ": ", "- ", "<", ">", "&", ";", "[", "]", "(", ")", "**", "\0", "é",
    "  ", "null", "&#x41;", "</", "{", "cv:", "\u{feff}",
];

/// One to four changes.
fn mutate(bytes: &mut Vec<u8>, numbers: &mut Numbers) {
    for _ in 0..=numbers.below(4) {
        let at = numbers.below(bytes.len() + 1);
        let end = (at + numbers.below(40)).min(bytes.len());
        match numbers.below(6) {
            0 => drop(bytes.drain(at..end)),
            1 => {
                let copy = bytes[at..end].to_vec();
                let to = numbers.below(bytes.len() + 1);
                bytes.splice(to..to, copy);
            }
            2 => bytes.truncate(at),
            3 if at < bytes.len() => {
                bytes[at] = u8::try_from(numbers.below(256)).unwrap_or_default();
            }
            4 => {
                let line =
                    bytes[at..].iter().position(|byte| *byte == b'\n').map_or(at, |next| at + next);
                bytes.splice(line..line, *b"\n  ");
            }
            _ => {
                let piece = PIECES[numbers.below(PIECES.len())];
                bytes.splice(at..at, piece.bytes());
            }
        }
    }
}

fn sound(parsed: &Parsed) {
    let text = parsed.source_map.text();
    for (path, span) in parsed.source_map.spans() {
        assert!(text.get(span.value.clone()).is_some(), "{path}: {span:?}");
        assert!(span.key.clone().is_none_or(|key| text.get(key).is_some()), "{path}: {span:?}");
    }
    for finding in &parsed.findings {
        assert!(parsed.source_map.get(&finding.path).is_some(), "{}", finding.path);
        assert!(finding.hint.is_some());
    }
    let json = serde_json::to_vec(&parsed.resume).expect("a resume is JSON");
    let limits = Limits { bytes: usize::MAX, depth: 250, nodes: usize::MAX };
    let again = read(&json, Format::Json, &limits).expect("our own output is read");
    assert_eq!(again.resume, parsed.resume);
}

fn run(name: &str, make: &mut dyn FnMut(&mut Numbers) -> Vec<u8>) {
    let mut numbers = Numbers(0x9e37_79b9_7f4a_7c15);
    let mut kept = 0;
    for _ in 0..1000 {
        let bytes = make(&mut numbers);
        match read(&bytes, Format::detect(Some(name), &bytes), &Limits::default()) {
            Ok(parsed) => {
                kept += 1;
                sound(&parsed);
            }
            Err(error) => assert!(!error.message.is_empty() && !error.message.contains('\n')),
        }
    }
    assert!(kept > 50, "{name}: only {kept} were read at all");
}

#[test]
fn changed_files_are_read_or_refused() {
    let more =
        [("kinds.yaml", resume::Origin::RenderCv), ("legacy.json", resume::Origin::JsonResume)];
    for (name, _) in SAME.into_iter().chain(more).filter(|(name, _)| *name != "linkedin.zip") {
        let bytes = sample(name);
        run(name, &mut |numbers| {
            let mut bytes = bytes.clone();
            mutate(&mut bytes, numbers);
            bytes
        });
    }
}

#[test]
fn changed_archives_are_read_or_refused() {
    let bytes = sample("linkedin.zip");
    run("linkedin.zip", &mut |numbers| {
        let mut bytes = bytes.clone();
        // Archives break easily; one byte leaves more of them to be read.
        let at = numbers.below(bytes.len());
        bytes[at] = u8::try_from(numbers.below(256)).unwrap_or_default();
        bytes
    });
    let tables = tables();
    run("linkedin.zip", &mut |numbers| {
        let mut tables = tables.clone();
        let at = numbers.below(tables.len());
        mutate(&mut tables[at].1, numbers);
        archive(&tables)
    });
}
