//! What holds for every text.

use facts::Facts;
use proptest::prelude::*;
use roles::RolePack;

/// Words that meet in real lines, so that random texts reach the deep steps.
const WORDS: [&str; 60] = [
    "Cut", "built", "p99", "from", "to", "480ms", "92 ms", "→", "->", "12%", "€75k", "by", "a",
    "the", "seat map", "half", "an hour", "was", "(", ")", ",", ";", ".", "-", "–", "99th",
    "percentile", "weekly", "two", "hundred", "million", "1,200,000", "4.8B", "rows", "/day",
    "per", "zero", "instead of", "down", "saving", "which", "fell", "replacing", "Redis", "Kafka",
    "and", "outbox", "3 h 15", "x", "#", "OPS-1", "24/7", "+44 20 7946 0958", "’", "“", "\u{a0}",
    "é", "\u{301}", "team of", "by half",
];

fn sentence() -> impl Strategy<Value = String> {
    let word = proptest::sample::select(WORDS.to_vec());
    let space = proptest::sample::select(vec![" ", "", "\u{a0}", "\r\n"]);
    proptest::collection::vec((word, space), 0..24)
        .prop_map(|parts| parts.into_iter().flat_map(|(word, space)| [word, space]).collect())
}

fn any_text() -> impl Strategy<Value = String> {
    prop_oneof![sentence(), any::<String>(), "[ -~]{0,80}"]
}

/// Every range of the facts.
fn ranges(facts: &Facts) -> Vec<std::ops::Range<usize>> {
    let mut all: Vec<_> = facts.words.iter().map(|word| word.start..word.end).collect();
    all.extend(facts.quantities.iter().map(|found| found.range.clone()));
    all.extend(facts.verbs.iter().map(|found| found.range.clone()));
    all.extend(facts.concepts.iter().map(|found| found.range.clone()));
    all.extend(facts.skills.iter().map(|found| found.range.clone()));
    all.extend(facts.signals.iter().map(|found| found.range.clone()));
    all.extend(facts.mechanisms.iter().map(|found| found.range.clone()));
    all.extend(facts.things.iter().map(|found| found.range.clone()));
    for change in &facts.changes {
        all.push(change.range.clone());
        all.extend(change.before.iter().chain(&change.after).map(|end| end.range.clone()));
    }
    for claim in &facts.claims {
        all.push(claim.range.clone());
        all.extend(claim.verb.iter().map(|verb| verb.range.clone()));
        all.extend(claim.object.iter().map(|object| object.range.clone()));
    }
    all
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(200) })]

    #[test]
    fn every_range_is_text(text in any_text()) {
        let facts = Facts::read(&text, RolePack::backend_engineer());
        for range in ranges(&facts) {
            prop_assert!(text.get(range.clone()).is_some(), "{range:?} of {text:?}");
        }
    }

    #[test]
    fn claims_cover_the_text_in_order(text in any_text()) {
        let facts = Facts::read(&text, RolePack::backend_engineer());
        let mut end = 0;
        for claim in &facts.claims {
            prop_assert_eq!(claim.range.start, end);
            end = claim.range.end;
        }
        prop_assert_eq!(end, text.len());
    }

    #[test]
    fn values_are_finite_and_quantities_stand_apart(text in any_text()) {
        let facts = Facts::read(&text, RolePack::backend_engineer());
        for quantity in &facts.quantities {
            prop_assert!(quantity.value.is_finite(), "{quantity:?}");
            prop_assert!(!quantity.range.is_empty(), "{quantity:?}");
        }
        for pair in facts.quantities.windows(2) {
            prop_assert!(pair[0].range.end <= pair[1].range.start, "{pair:?}");
        }
    }

    #[test]
    fn reading_twice_is_reading_once(text in any_text()) {
        let pack = RolePack::backend_engineer();
        prop_assert_eq!(Facts::read(&text, pack), Facts::read(&text, pack));
    }

    #[test]
    fn white_space_after_the_text_says_nothing(text in any_text(), space in "[ \t\r\n]{1,4}") {
        let pack = RolePack::backend_engineer();
        let before = Facts::read(&text, pack);
        let mut after = Facts::read(&format!("{text}{space}"), pack);
        if let Some(last) = after.claims.last_mut() {
            prop_assert_eq!(last.range.end, text.len() + space.len());
            last.range.end = text.len();
        }
        prop_assert_eq!(before, after);
    }
}

#[test]
fn a_long_text_is_read_like_a_short_one() {
    let pack = RolePack::backend_engineer();
    let line = "Cut p99 of the seat map from 480 ms to 92 ms by batching writes; ";
    let one = Facts::read(line, pack);
    let many = Facts::read(&line.repeat(300), pack);
    assert_eq!(many.changes.len(), 300 * one.changes.len());
    assert_eq!(many.quantities.len(), 300 * one.quantities.len());
    assert_eq!(many.mechanisms.len(), 300 * one.mechanisms.len());
}
