//! Which skills a text mentions, and which words only look like one.

mod clean;
mod found;
mod sentences;

use std::sync::LazyLock;

use proptest::prelude::*;
use roles::{Mention, RolePack, Vocabulary};

static VOCABULARY: LazyLock<&'static Vocabulary> =
    LazyLock::new(|| &RolePack::backend_engineer().vocabulary);

fn shown(text: &str, mentions: &[Mention]) -> Vec<String> {
    mentions
        .iter()
        .map(|found| format!("{}@{}", VOCABULARY.skill(found.skill).id, &text[found.range.clone()]))
        .collect()
}

/// The skills of running text, each as `id@the words that name it`.
#[track_caller]
fn check(text: &str, expected: &[&str]) {
    assert_eq!(shown(text, &VOCABULARY.mentions(text)), expected, "{text:?}");
}

/// The skills of an item of a list of skills.
#[track_caller]
fn check_item(item: &str, expected: &[&str]) {
    assert_eq!(shown(item, &VOCABULARY.mentions_in_list(item)), expected, "{item:?}");
}

proptest! {
    #[test]
    fn any_text_gives_ordered_ranges(text in "\\PC{0,80}") {
        ordered_and_on_boundaries(&text)?;
    }

    #[test]
    fn names_between_anything(
        parts in proptest::collection::vec(
            prop_oneof![
                Just("Go"), Just("C"), Just("C++"), Just(".NET"), Just("Kafka"), Just("spring"),
                Just("CI/CD"), Just("-"), Just(", "), Just(" "), Just("\n"), Just("\u{ad}"),
                Just("\u{301}"), Just("\u{fb02}ask"), Just("’s"), Just("…"), Just("12"), Just("é"),
            ],
            0..24,
        )
    ) {
        ordered_and_on_boundaries(&parts.concat())?;
    }

    #[test]
    fn a_sure_name_survives_any_words_around(before in "[a-zé ,]{0,30}", after in "[a-zé ,]{0,30}") {
        let text = format!("{before} PostgreSQL {after}");
        let skill = VOCABULARY.by_id("postgresql").expect("the pack has it");
        prop_assert!(VOCABULARY.mentions(&text).iter().any(|found| found.skill == skill));
    }
}

/// Long texts of names are read to the end, in order.
#[test]
fn long_texts_are_read_to_the_end() {
    for part in ["Go/", "rest Kafka, ", "not Java ", "Go, Zorba, Kafka, Spring | ", "cloud "] {
        let text = part.repeat(60_000 / part.len());
        let terms = VOCABULARY.terms(&text);
        let mut end = 0;
        for term in terms {
            assert!(term.range.start >= end && term.range.end > term.range.start);
            assert!(term.range.start <= term.name.start && term.name.end <= term.range.end);
            end = term.range.end;
        }
    }
}

fn ordered_and_on_boundaries(text: &str) -> Result<(), TestCaseError> {
    for mentions in [VOCABULARY.mentions(text), VOCABULARY.mentions_in_list(text)] {
        let mut end = 0;
        for found in mentions {
            prop_assert!(found.range.start >= end && found.range.start < found.range.end);
            prop_assert!(text.get(found.range.clone()).is_some());
            end = found.range.end;
        }
    }
    Ok(())
}
