//! Bands, the order, and why somebody moves.

use proptest::prelude::*;
use ranking::{Band, Cause, Entry, changes, order};
use resume::FieldPath;
use resume::coverage::{Coverage, Covered, RequirementKind, Status};

/// A requirement from `must go proved 0.5 0.25`: kind, words, status, weight, credit.
fn covered(line: &str) -> Covered {
    let parts: Vec<&str> = line.split(' ').collect();
    let [kind, text, status, weight, credit] = parts[..] else { panic!("five words: {line}") };
    let word = |word: &str| format!("\"{word}\"");
    let kind: RequirementKind = serde_json::from_str(&word(kind)).expect("a kind");
    let status: Status = serde_json::from_str(&word(status)).expect("a status");
    Covered {
        id: format!("{text}-id"),
        path: FieldPath::root(),
        range: 0..0,
        line: None,
        text: text.to_owned(),
        kind,
        weight: weight.parse().expect("a number"),
        status,
        credit: credit.parse().expect("a number"),
        missing: 0.0,
        skills: Vec::new(),
        quotes: Vec::new(),
        notes: Vec::new(),
        action: None,
    }
}

fn coverage(fit: f64, lines: &[&str]) -> Coverage {
    Coverage {
        fit,
        uncapped: fit,
        literal: 0.0,
        capped_by: Vec::new(),
        cap: None,
        requirements: lines.iter().map(|line| covered(line)).collect(),
    }
}

#[track_caller]
fn check_band(lines: &[&str], expected: Band) {
    assert_eq!(Band::of(&coverage(0.0, lines)), expected, "{lines:?}");
}

#[test]
fn a_band_says_what_of_the_must_haves_is_shown() {
    check_band(&["must go proved 1 1", "must sql other-name 1 1"], Band::AllShown);
    check_band(&["must go implied 1 1", "nice k8s not-stated 1 0"], Band::AllShown);
    check_band(&["must go proved 1 1", "must sql listed-only 1 .4"], Band::AllNamed);
    check_band(&["must go related 1 .5", "must sql stale 1 .7"], Band::AllNamed);
    check_band(&["must go not-stated 1 0", "must sql proved 1 1"], Band::OneOpen);
    check_band(&["must go in-master-only 1 0"], Band::OneOpen);
    check_band(&["must go not-stated 1 0", "must sql not-stated 1 0"], Band::SeveralOpen);
}

#[test]
fn what_no_page_can_show_is_in_no_band_s_way() {
    check_band(&["must kind unverifiable 0 0", "must go proved 1 1"], Band::AllShown);
    check_band(&["must other not-compared 0 0"], Band::AllShown);
    check_band(&[], Band::AllShown);
    check_band(&["duty build not-stated 1 0"], Band::AllShown);
}

#[track_caller]
fn check_order(entries: &[(f64, &str, &str)], expected: &[(&str, usize, usize)]) {
    let coverages: Vec<Coverage> = entries
        .iter()
        .map(|(fit, status, _)| coverage(*fit, &[&format!("must go {status} 1 1")]))
        .collect();
    let given: Vec<Entry<'_>> = coverages
        .iter()
        .zip(entries)
        .map(|(coverage, (_, _, key))| Entry { coverage, key })
        .collect();
    let found: Vec<(&str, usize, usize)> =
        order(&given).iter().map(|one| (entries[one.entry].2, one.place, one.sharing)).collect();
    assert_eq!(found, expected);
}

#[test]
fn a_band_comes_before_the_fit() {
    check_order(
        &[(90.0, "not-stated", "a"), (10.0, "proved", "b"), (50.0, "proved", "c")],
        &[("c", 1, 1), ("b", 2, 1), ("a", 3, 1)],
    );
}

#[test]
fn who_shows_equally_much_shares_a_place() {
    check_order(
        &[
            (50.0, "proved", "c"),
            (50.04, "proved", "a"),
            (60.0, "proved", "b"),
            (1.0, "proved", "d"),
        ],
        &[("b", 1, 1), ("a", 2, 2), ("c", 2, 2), ("d", 4, 1)],
    );
    check_order(&[], &[]);
}

proptest! {
    #[test]
    fn the_order_given_does_not_matter(fits in prop::collection::vec(0u32..30, 1..12), turn in 0usize..12) {
        let coverages: Vec<Coverage> =
            fits.iter().map(|fit| coverage(f64::from(*fit), &["must go proved 1 1"])).collect();
        let keys: Vec<String> = (0..fits.len()).map(|at| format!("{at:02}")).collect();
        let mut entries: Vec<Entry<'_>> = coverages
            .iter()
            .zip(&keys)
            .map(|(coverage, key)| Entry { coverage, key })
            .collect();
        let named = |entries: &[Entry<'_>]| -> Vec<(String, usize)> {
            order(entries).iter().map(|one| (entries[one.entry].key.to_owned(), one.place)).collect()
        };
        let before = named(&entries);
        let len = entries.len();
        entries.rotate_left(turn % len);
        prop_assert_eq!(before, named(&entries));
    }
}

#[track_caller]
fn check_changes(old: &[&str], new: &[&str], expected: &[(&str, Cause, f64)]) {
    let found = changes(&coverage(0.0, old), &coverage(0.0, new));
    let found: Vec<(&str, Cause, f64)> =
        found.iter().map(|one| (one.text.as_str(), one.cause, one.points)).collect();
    assert_eq!(found, expected);
}

#[test]
fn every_move_has_its_requirement() {
    let old = ["must go proved 0.5 1", "nice sql proved 0.5 1"];
    check_changes(&old, &old, &[]);
    check_changes(
        &old,
        &["must go proved 0.3 1", "must sql proved 0.3 1", "must k8s not-stated 0.4 0"],
        &[("go", Cause::Share, -20.0), ("sql", Cause::Kind, -20.0), ("k8s", Cause::Added, 0.0)],
    );
    check_changes(
        &["must go proved 0.5 1", "duty run proved 0.5 0.5"],
        &["must go proved 1 1"],
        &[("go", Cause::Share, 50.0), ("run", Cause::Removed, -25.0)],
    );
}
