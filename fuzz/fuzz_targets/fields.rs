//! Any bytes as a document, and its lines as a resume: no panic, no hang, and every value and every
//! mention stands in the text it was read from.
#![no_main]

use document::{Kind, Limits};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| {
    let kind = Kind::detect(None, bytes);
    let limits = Limits { unpacked: 4 << 20, pages: 4, characters: 40_000, ..Limits::default() };
    let Ok(document) = document::read(bytes, kind, &limits) else { return };
    let reading = extract::read_document(&document);
    let mentions = extract::mentions(&document, &reading);
    let parsed = reading.parsed;
    let text = parsed.source_map.text();
    for mention in mentions {
        assert!(text.get(mention.range).is_some(), "{}", mention.text);
    }
    for (path, span) in parsed.source_map.spans() {
        assert!(text.get(span.value.clone()).is_some(), "{path}");
    }
    let places = parsed.places();
    for finding in &parsed.findings {
        assert!(text.get(places.locate(finding).range).is_some(), "{}", finding.path);
    }
});
