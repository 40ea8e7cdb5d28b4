//! Texts and the lines they become.

use crate::dump::dump;
use crate::{Kind, Limits, read};

#[track_caller]
fn check(text: &str, expected: &str) {
    let document = read(text.as_bytes(), Kind::Text, &Limits::default()).expect("a text");
    assert_eq!(dump(&document), expected.trim_matches('\n'));
}

#[test]
fn pieces_stand_apart() {
    check("Acme\tBerlin", "Acme | Berlin");
}
