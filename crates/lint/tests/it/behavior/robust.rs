//! Any page gives a result.

use proptest::prelude::*;
use resume::model::Texts;
use resume::{Resume, Stage};

use crate::page::{check, with_bullets};

#[test]
fn odd_pages() {
    let long = "word ".repeat(200_000);
    let dense = "Cut p99 of the fare endpoint from 480 ms to 92 ms by caching and ".repeat(3_000);
    let many: Vec<String> = (0..10_000).map(|index| format!("Built thing {index}")).collect();
    let pages = [
        Resume::default(),
        with_bullets(&["one"]),
        with_bullets(&["🚀🔥💯"]),
        with_bullets(&["בנה שירות חיפוש ב-Go", "أنشأ خدمة البحث"]),
        with_bullets(&["a\0b\u{fffd}\u{202e}c"]),
        with_bullets(&[long.as_str()]),
        with_bullets(&[dense.as_str()]),
        with_bullets(&many),
    ];
    for page in pages {
        let outcome = check(&page, Stage::Mid);
        assert!((0.0..=100.0).contains(&outcome.grade.overall));
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 128, ..ProptestConfig::default() })]

    /// Findings and quotes point into the text they are about.
    #[test]
    fn every_place_exists(bullets in proptest::collection::vec("\\PC{0,80}", 0..6)) {
        let page = with_bullets(&bullets);
        let outcome = check(&page, Stage::Senior);
        let texts = Texts::of(&page);
        for finding in &outcome.findings {
            if let Some(range) = &finding.range {
                let text = texts.get(&finding.path).expect("a finding with a range is about text");
                prop_assert!(text.get(range.clone()).is_some(), "{finding:?}");
            }
        }
        for quote in outcome.grade.criteria.iter().flat_map(|criterion| &criterion.quotes) {
            let text = texts.get(&quote.path).expect("quoted text exists");
            prop_assert_eq!(text.get(quote.range.clone()), Some(quote.text.as_str()));
        }
    }
}
