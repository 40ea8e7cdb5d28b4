//! Any bytes, as YAML and as JSON: no panic, no hang, places inside the text, and what was read
//! can be written and read again.
//!
//! From the root of the repository, with the broken files of the tests as seeds:
//! `RUSTC_BOOTSTRAP=1 cargo fuzz run read fuzz/corpus/read crates/extract/tests/broken -- -dict=fuzz/read.dict -max_total_time=600`
#![no_main]

use extract::{Format, Limits, read};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| {
    for format in [Format::Yaml, Format::Json] {
        match read(bytes, format, &Limits::default()) {
            Err(error) => {
                if let Some(at) = error.location {
                    assert!(error.source.get(at.range).is_some());
                }
            }
            Ok(parsed) => {
                for finding in &parsed.findings {
                    let span = parsed.source_map.get(&finding.path).expect("it has a place");
                    assert!(parsed.source_map.text().get(span.value.clone()).is_some());
                }
                let json = serde_json::to_vec(&parsed.resume).expect("a resume is JSON");
                let limits = Limits { bytes: usize::MAX, depth: 250, nodes: usize::MAX };
                let again = read(&json, Format::Json, &limits).expect("our own output is read");
                assert_eq!(again.resume, parsed.resume);
            }
        }
    }
});
