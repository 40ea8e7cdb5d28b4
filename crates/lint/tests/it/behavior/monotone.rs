//! A true fact more, or a defect less, never lowers anything.

use proptest::prelude::*;
use proptest::sample::subsequence;
use resume::{Resume, Stage};

use super::assert_not_lower;
use crate::bases::{FILLER, GOOD, all, replaced, with_bullet};
use crate::page::with_bullets;

#[test]
fn a_specific_bullet_more() {
    for (name, page, stage) in all() {
        for bullet in GOOD {
            assert_not_lower(
                &format!("{name} + {bullet}"),
                &page,
                &with_bullet(&page, bullet),
                stage,
            );
        }
    }
}

#[test]
fn a_filler_bullet_less() {
    for (name, page, stage) in all() {
        for bullet in FILLER {
            assert_not_lower(
                &format!("{name} - {bullet}"),
                &with_bullet(&page, bullet),
                &page,
                stage,
            );
        }
    }
}

#[test]
fn completing_a_bullet() {
    let steps = [
        ("Cut the price feed to 210 ms", "Cut the price feed from 900 ms to 210 ms"),
        (
            "Reduced import errors of the price feed by 35%",
            "Reduced import errors of the price feed by 35% on 2 million rows a day",
        ),
        (
            "Cut the price feed from 900 ms to 210 ms",
            "Cut p99 of the price feed from 900 ms to 210 ms",
        ),
        (
            "Cut the price feed from 900 ms to 210 ms",
            "Cut the price feed from 900 ms to 210 ms by batching writes",
        ),
        ("Helped with the price feed backfill", "Wrote the price feed backfill"),
        ("Rewrote the price feed", "Rewrote the price feed, used by 40 analysts"),
    ];
    for (name, page, stage) in all() {
        for (less, more) in steps {
            let (before, after) = (with_bullet(&page, less), with_bullet(&page, more));
            assert_not_lower(&format!("{name}: {more}"), &before, &after, stage);
        }
    }
}

#[test]
fn traits_less() {
    for (name, page, stage) in all() {
        let mut praised = page.clone();
        let basics = praised.basics.as_mut().expect("basics");
        let summary = basics.summary.clone().unwrap_or_default();
        basics.summary = Some(format!("{summary} Passionate, hard-working team player."));
        assert_not_lower(name, &praised, &page, stage);
    }
}

#[test]
fn unevidenced_skills_less() {
    for (name, page, stage) in all() {
        let mut padded = page.clone();
        padded.skills[0].keywords.extend(["Haskell".to_owned(), "COBOL".to_owned()]);
        assert_not_lower(name, &padded, &page, stage);
    }
}

#[test]
fn splitting_a_bullet() {
    let joined = "Cut p99 of the fare endpoint from 620 ms to 140 ms by caching tariffs; wrote the fencing check for the cron fleet";
    let (first, second) = joined.split_once("; ").expect("two claims");
    let second = format!("{}{}", second[..1].to_uppercase(), &second[1..]);
    for (name, page, stage) in all() {
        let split = with_bullet(&with_bullet(&page, first), &second);
        assert_not_lower(name, &with_bullet(&page, joined), &split, stage);
    }
}

#[test]
fn helped_becomes_the_act() {
    for (name, page, stage) in all() {
        assert_not_lower(
            name,
            &page,
            &replaced(&page, "Helped with live events", "Scheduled live events"),
            stage,
        );
    }
}

fn page_of(bullets: &[&str]) -> Resume {
    with_bullets(bullets)
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 48, ..ProptestConfig::default() })]

    /// Any set of good bullets, and one more of them.
    #[test]
    fn any_page_and_a_bullet_more(
        bullets in subsequence(GOOD.to_vec(), 0..16),
        extra in 0..GOOD.len(),
        stage in 0..4usize,
    ) {
        let stage = Stage::ALL[stage];
        let more: Vec<&str> = bullets.iter().copied().chain([GOOD[extra]]).collect();
        if !bullets.contains(&GOOD[extra]) {
            assert_not_lower("page", &page_of(&bullets), &page_of(&more), stage);
        }
    }

    /// Any order of the same bullets gives the same axes.
    #[test]
    fn any_order(bullets in subsequence(GOOD.to_vec(), 2..14).prop_shuffle(), stage in 0..4usize) {
        let mut sorted = bullets.clone();
        sorted.sort_unstable();
        super::assert_same("order", &page_of(&bullets), &page_of(&sorted), Stage::ALL[stage]);
    }

    /// Any page, with or without filler.
    #[test]
    fn any_page_without_filler(
        bullets in subsequence(GOOD.to_vec(), 0..10),
        filler in subsequence(FILLER.to_vec(), 1..5),
    ) {
        let padded: Vec<&str> = bullets.iter().chain(&filler).copied().collect();
        assert_not_lower("page", &page_of(&padded), &page_of(&bullets), Stage::Mid);
    }
}
