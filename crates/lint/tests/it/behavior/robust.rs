//! Any page gives a result.

use proptest::prelude::*;
use resume::model::{Texts, Work};
use resume::{Date, Resume, Stage};

use crate::generate::{self, for_pages};
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

/// Twice the text takes about twice the time. (Bounds in seconds are for release builds; a bound
/// on growth holds in any.)
#[test]
#[expect(clippy::disallowed_methods, reason = "it measures time")]
fn time_grows_with_the_text_and_no_faster() {
    let lines = |count: usize| -> Vec<String> {
        let line = |index| {
            format!("Cut p99 of the feed {index} from {index}80 ms to 92 ms by caching tariffs")
        };
        (0..count).map(line).collect()
    };
    let seconds = |page: &Resume| {
        let once = || {
            let start = std::time::Instant::now();
            check(page, Stage::Senior);
            start.elapsed().as_secs_f64()
        };
        (0..3).map(|_| once()).fold(f64::INFINITY, f64::min)
    };
    let (small, large) = (with_bullets(&lines(150)), with_bullets(&lines(1200)));
    let (one, other) = (seconds(&small), seconds(&large));
    // Quadratic work would be 64 times as much.
    assert!(other < 24.0 * one, "eight times the text takes {:.1} times as long", other / one);
}

#[test]
fn malformed_dates_are_no_dates() {
    let odd =
        ["", "soon", "2020-13", "0000-00", "99999", "2020-02-31", "२०२०", "-1", "2020–2021", "Q3"];
    for text in odd {
        for other in odd {
            let mut page = with_bullets(&["Wrote the parcel index"]);
            page.work.push(Work {
                name: Some("Harbor".to_owned()),
                start_date: Some(Date::parse(text)),
                end_date: Some(Date::parse(other)),
                ..Work::default()
            });
            page.work[0].end_date = Some(Date::parse(text));
            for stage in Stage::ALL {
                let outcome = check(&page, stage);
                assert!(outcome.grade.overall.is_finite());
                let known = |date: &Date| date.year().is_some();
                let contradiction =
                    outcome.findings.iter().find(|finding| finding.rule == "impossible-dates");
                let two_ends = known(&Date::parse(text)) || known(&Date::parse(other));
                assert!(
                    contradiction.is_none() || two_ends,
                    "{text:?} {other:?} {contradiction:?}"
                );
            }
        }
    }
}

/// A role is called impossible only when both of its ends were read.
#[test]
fn only_two_ends_can_contradict_each_other() {
    let mut page = with_bullets(&["Wrote the parcel index"]);
    for (start, end, wrong) in [
        ("2021-05", "2019-02", true),
        ("2021-05", "somewhen", false),
        ("somewhen", "2019-02", false),
        ("2019-02", "2021-05", false),
    ] {
        page.work[0].start_date = Some(Date::parse(start));
        page.work[0].end_date = Some(Date::parse(end));
        let outcome = check(&page, Stage::Mid);
        let found = outcome.findings.iter().any(|finding| finding.rule == "impossible-dates");
        assert_eq!(found, wrong, "{start} – {end}");
    }
}

/// Findings and quotes of generated pages point into the text they are about.
#[test]
fn every_place_on_generated_pages_exists() {
    for_pages(|case| {
        let page = case.page.resume();
        let texts = Texts::of(&page);
        let outcome = generate::outcome(&case.page);
        for finding in &outcome.findings {
            let text = finding
                .range
                .as_ref()
                .map(|range| texts.get(&finding.path).and_then(|text| text.get(range.clone())));
            if matches!(text, Some(None | Some(""))) {
                return Err(format!("no such place: {finding:?}"));
            }
        }
        for criterion in &outcome.grade.criteria {
            for quote in &criterion.quotes {
                let text = texts.get(&quote.path).and_then(|text| text.get(quote.range.clone()));
                if text != Some(quote.text.as_str()) || quote.text.is_empty() {
                    return Err(format!("{}: no such words: {quote:?}", criterion.id));
                }
            }
            // Dated roles and titles of publications stand in no bullet; all else is quoted.
            let quoted =
                !criterion.quotes.is_empty() || matches!(criterion.id.as_str(), "E4" | "D5");
            if criterion.n > 0.0 && !quoted {
                return Err(format!("{} is credited without a quote", criterion.id));
            }
        }
        Ok(())
    });
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
