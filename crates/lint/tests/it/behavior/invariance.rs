//! Changes that must not move an axis.

use resume::model::{Place, Profile};
use resume::{Date, Stage};

use super::{assert_same, grade};
use crate::bases::{all, replaced, with_bullet};
use crate::page::check;

#[test]
fn identity_is_blind() {
    for (name, page, stage) in all() {
        for person in ["Oluwaseun Adeyemi", "Mary Smith", "李伟", "Fatima al-Zahra", ""] {
            let mut other = page.clone();
            let basics = other.basics.as_mut().expect("basics");
            basics.name = Some(person.to_owned());
            basics.email = Some("someone@elsewhere.net".to_owned());
            basics.phone = Some("+61 491 570 156".to_owned());
            basics.location = Some(Place { city: Some("Perth".to_owned()), ..Place::default() });
            basics.profiles.push(Profile {
                network: Some("LinkedIn".to_owned()),
                username: Some("x".to_owned()),
                ..Profile::default()
            });
            for (index, role) in other.work.iter_mut().enumerate() {
                role.name = Some(["Google", "Smallville Hardware"][index % 2].to_owned());
                role.location = Some("Remote".to_owned());
            }
            for school in &mut other.education {
                school.institution = Some("MIT".to_owned());
                school.score = Some("4.0".to_owned());
            }
            assert_same(name, &page, &other, stage);
        }
    }
}

#[test]
fn a_gap_moves_no_axis() {
    for (name, page, stage) in all().into_iter().filter(|(_, page, _)| page.work.len() > 1) {
        let mut other = page.clone();
        let later = page.work[0].start_date.as_ref().and_then(Date::year).expect("a dated role");
        // The later role begins in or after February: 14 months or a little more.
        other.work[1].end_date = Some(Date::Month(later - 2, 12));
        assert_same(name, &page, &other, stage);
        let before = check(&page, stage).findings.len();
        assert!(check(&other, stage).findings.len() <= before + 1, "{name}");
    }
}

#[test]
fn order_inside_a_role_and_among_skills_moves_no_axis() {
    for (name, page, stage) in all() {
        let mut other = page.clone();
        other.work[0].highlights.reverse();
        for group in &mut other.skills {
            group.keywords.reverse();
        }
        assert_same(name, &page, &other, stage);
    }
}

#[test]
fn notation_moves_no_axis() {
    let pairs = [
        ("900 ms to 210 ms", "0.9 s to 0.21 s"),
        ("from 900 ms to 210 ms", "from 900ms to 210ms"),
        ("from 900 ms to 210 ms", "900 ms → 210 ms"),
        ("from 900 ms to 210 ms", "900 ms -> 210 ms"),
        ("from 900 ms to 210 ms", "to 210 ms (was 900 ms)"),
        ("from 900 ms to 210 ms", "to 210 ms instead of 900 ms"),
        ("3 million", "3,000,000"),
        ("3 million", "3M"),
        ("p95", "95th percentile"),
        ("p95", "P95"),
        ("PostgreSQL", "Postgres"),
        ("idempotency key", "idempotency-key"),
        ("60,000", "60k"),
        ("12 mA to 3.1 mA", "12mA → 3.1mA"),
        ("40 s to 18 s", "40 seconds to 18 seconds"),
        ("25,000", "25\u{202f}000"),
        (" to ", " to\u{a0}"),
        ("so that a failed flash", "so that a failed flash "),
    ];
    for (name, page, stage) in all() {
        for (old, new) in pairs {
            assert_same(
                &format!("{name}: {old} / {new}"),
                &page,
                &replaced(&page, old, new),
                stage,
            );
        }
    }
}

#[test]
fn spelling_variants_move_no_axis() {
    for (name, page, stage) in all() {
        let american = with_bullet(
            &page,
            "Optimized serialization of the catalog importer, 4x fewer allocations",
        );
        let british = with_bullet(
            &page,
            "Optimised serialisation of the catalog importer, 4x fewer allocations",
        );
        assert_same(name, &american, &british, stage);
    }
}

#[test]
fn the_same_page_gives_the_same_grade() {
    for (name, page, stage) in all() {
        let (one, other) = (check(&page, stage), check(&page, stage));
        assert_eq!(one.grade, other.grade, "{name}");
        assert_eq!(one.findings, other.findings, "{name}");
    }
}

#[test]
fn bases_are_unsaturated() {
    for (name, page, stage) in all() {
        let (axes, overall) = grade(&page, stage);
        assert!((20.0..80.0).contains(&overall), "{name}: {overall} {axes:?}");
    }
}

#[test]
fn a_later_stage_never_scores_higher() {
    for (name, page, _) in all() {
        let overall: Vec<f64> = Stage::ALL.iter().map(|stage| grade(&page, *stage).1).collect();
        assert!(overall.is_sorted_by(|a, b| a >= b), "{name}: {overall:?}");
    }
}
