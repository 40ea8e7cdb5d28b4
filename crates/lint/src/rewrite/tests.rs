//! Rewrites of lines as people write them, and what no rewrite may do.

use std::collections::BTreeSet;

use resume::model::Work;
use resume::{Date, Resume};

use super::*;
use crate::{Options, check as grade};

/// Words outside slots that need not stand in the bullet.
const SMALL: [&str; 6] = ["by", "from", "in", "on", "to", "within"];

fn findings(bullet: &str) -> Vec<Finding> {
    let work = vec![Work { highlights: vec![bullet.into()], ..Work::default() }];
    let resume = Resume { work, ..Resume::default() };
    let options =
        Options { stage: Some(resume::Stage::Mid), as_of: Date::Month(2026, 11), layout: None };
    grade(&resume, RolePack::backend_engineer(), &options).findings
}

/// The text without its slots.
fn spoken(rewrite: &str) -> String {
    let parts = rewrite.split('‹').map(|part| part.split_once('›').map_or(part, |(_, rest)| rest));
    parts.collect::<Vec<_>>().join(" ")
}

#[track_caller]
fn sound(bullet: &str, rewrite: &str) {
    assert_eq!(rewrite.matches('‹').count(), rewrite.matches('›').count(), "{rewrite}");
    assert!(rewrite.contains('‹'), "{rewrite}");
    let lower = |text: &str| -> Vec<String> {
        roles::words(text)
            .into_iter()
            .map(|word| text[word.start..word.end].to_lowercase())
            .collect()
    };
    let own: BTreeSet<String> = lower(bullet).into_iter().collect();
    for word in lower(&spoken(rewrite)) {
        assert!(own.contains(&word) || SMALL.contains(&&*word), "{word}: {rewrite}");
    }
}

#[track_caller]
fn check(rule: &str, bullet: &str, expected: &str) {
    let findings = findings(bullet);
    let found = findings.iter().find(|finding| finding.rule == rule);
    assert!(found.is_some(), "{rule} is silent: {findings:#?}");
    let rewrite = found.and_then(|finding| finding.rewrite.as_deref());
    let rewrite = rewrite.unwrap_or_else(|| panic!("no rewrite: {findings:#?}"));
    sound(bullet, rewrite);
    // Slots by their first word: what they suggest is data.
    let mut short = String::new();
    for (at, part) in rewrite.split('‹').enumerate() {
        let Some((slot, rest)) = part.split_once('›').filter(|_| at > 0) else {
            short += part;
            continue;
        };
        let name = slot.split([':', ',', ' ']).next().unwrap_or(slot);
        short.extend(["‹", name, "›", rest]);
    }
    assert_eq!(short, expected, "{rewrite}");
}

#[test]
fn a_hidden_act_becomes_a_slot() {
    check(
        "weak-opening",
        "Helped with the backfill of the parcel index",
        "‹what› the backfill of the parcel index, ‹what›",
    );
    check(
        "weak-opening",
        "Actively participated in the redesign of 3 label printers.",
        "‹what› the redesign of 3 label printers",
    );
    check(
        "weak-opening",
        "Helped migrate 40 tables to PostgreSQL 16",
        "‹what› to migrate 40 tables to PostgreSQL 16",
    );
    check(
        "duty-not-work",
        "Responsible for maintaining 12 backend services",
        "‹what› in maintaining 12 backend services",
    );
    check("duty-not-work", "Was in charge of the parcel index", "‹what› the parcel index, ‹what›");
}

#[test]
fn company_leaves_with_the_opener() {
    check(
        "weak-opening",
        "Helped the platform team to migrate 200 tables to Aurora",
        "‹what› to migrate 200 tables to Aurora",
    );
    check(
        "weak-opening",
        "Helped the team migrate 200 tables to Aurora",
        "‹what› to migrate 200 tables to Aurora",
    );
    for bullet in ["Helped the team with 200 tables in Aurora", "Helped them as needed"] {
        let done = findings(bullet);
        let act = |rewrite: &str| rewrite.contains(ACT);
        assert!(done.iter().all(|found| !found.rewrite.as_deref().is_some_and(act)), "{done:#?}");
    }
}

#[test]
fn what_stands_there_is_not_asked_for() {
    for bullet in [
        "Significantly improved latency of the quote API at 12k rps",
        "Improved the latency of the quote API significantly at 12k rps",
        "Reduced latency at 12k rps by caching tax tables",
    ] {
        for rewrite in findings(bullet).into_iter().filter_map(|finding| finding.rewrite) {
            assert!(!rewrite.contains(LOAD), "{rewrite}");
            assert!(!rewrite.to_lowercase().contains("significantly"), "{rewrite}");
        }
    }
}

#[test]
fn a_vague_improvement_asks_for_its_figure() {
    check(
        "vague-improvement",
        "Significantly improved system performance",
        "Improved system performance (‹metric› from ‹before› to ‹after›) on ‹load› by ‹mechanism›",
    );
    check(
        "vague-improvement",
        "Reduced latency by caching tax tables",
        "Reduced latency from ‹before› to ‹after› on ‹load› by caching tax tables",
    );
    check(
        "vague-improvement",
        "Improved checkout performance for 12 shops",
        "Improved checkout performance (‹metric› from ‹before› to ‹after›) for 12 shops by ‹mechanism›",
    );
}

#[test]
fn what_is_missing_has_its_slot() {
    check(
        "no-outcome",
        "Developed features for the customer portal.",
        "Developed features for the customer portal, ‹what›",
    );
    check(
        "unspecific-object",
        "Maintained backend services",
        "Maintained backend services (‹names›)",
    );
    check(
        "vague-mechanism",
        "Built the booking API using modern technologies",
        "Built the booking API using modern technologies (‹the›)",
    );
    check("objectless-figure", "Improved by 40 %", "Improved ‹what› by 40 %");
    check("on-call-attendance", "Was on call for payments", "Was on call for payments, ‹one›");
    check(
        "latency-without-percentile",
        "Cut the response time of the fare search, 2,000 requests a second, by 60 %",
        "Cut the response time of the fare search, 2,000 requests a second, by 60 % (‹p50›)",
    );
}

#[test]
fn slots_stand_where_the_fact_would() {
    let direct = |bullet: &str, ask: Ask| {
        let resume = Resume {
            work: vec![Work { highlights: vec![bullet.into()], ..Work::default() }],
            ..Resume::default()
        };
        let page = Page::of(&resume, RolePack::backend_engineer());
        let unit = page.units.first().expect("a bullet");
        let rewrite = rewrite(unit, RolePack::backend_engineer(), ask, None).expect("a rewrite");
        sound(bullet, &rewrite);
        rewrite
    };
    let before = direct("Cut p99 of the label printer to 92 ms by caching fonts", Ask::Before);
    assert_eq!(
        before,
        format!("Cut p99 of the label printer from ‹before› to 92 ms {LOAD} by caching fonts")
    );
    let size = direct("Migrated the ticket shop to Kubernetes", Ask::Size);
    assert!(size.starts_with("Migrated the ticket shop (‹how many"), "{size}");
}

#[test]
fn asks_are_sorted() {
    assert!(ask::ASKS.is_sorted_by_key(|(id, _)| id));
}

#[test]
fn slots_are_not_put_into_slots() {
    let done = findings("Helped with ‹what› of the backfill");
    assert!(done.iter().all(|finding| finding.rewrite.is_none()), "{done:#?}");
}

/// Every flagged and clean line of every rule: whatever a rewrite says, its author said.
#[test]
fn no_rewrite_says_more_than_the_line() {
    let mut rewrites = 0;
    for line in crate::rules().iter().flat_map(|rule| rule.docs.lines()) {
        let Some(bullet) = line.trim().strip_prefix("- ") else { continue };
        for finding in findings(bullet) {
            if let Some(rewrite) = &finding.rewrite {
                sound(bullet, rewrite);
                rewrites += 1;
            }
        }
    }
    assert!(rewrites > 50, "{rewrites}");
}
