//! Any bytes as a page of HTML: see `vitae_fuzz::read`.
#![no_main]

use document::Kind;
use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| vitae_fuzz::read(bytes, Kind::Html));
