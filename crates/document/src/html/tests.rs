//! Pages and the lines they become.

use crate::dump::dump;
use crate::{Kind, Limits, read};

#[track_caller]
fn check(html: &str, expected: &str) {
    let document = read(html.as_bytes(), Kind::Html, &Limits::default()).expect("a page");
    assert_eq!(dump(&document), expected.trim_matches('\n'));
}

#[test]
fn blocks_are_lines() {
    check("<p>One<p>Two", "One\n^ Two");
}
