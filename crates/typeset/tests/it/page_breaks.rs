//! Where a page may end.

use std::ops::RangeInclusive;

use resume::Resume;
use resume::model::Paper;
use serde_json::json;

use super::poppler;
use super::samples::{CASES, PAPERS, classic, in_parallel, sample, set_on};
use crate::{Template, templates};

/// Templates that number their first page, too.
const NUMBERED_FROM_THE_FIRST: [&str; 1] = ["academic"];

#[track_caller]
fn check_ends(template: &'static Template, paper: Paper, extra: usize) -> usize {
    // Of six lines of a role only the last may end a page, so most places are wrong ones.
    let role = |index: usize| {
        json!({
            "name": format!("Employer {}", index / 2),
            "position": format!("Engineer {index}"),
            "startDate": "2020",
            "highlights": [format!("Did {}.", "one thing after another, ".repeat(18) + "and stopped")],
        })
    };
    let resume: Resume = serde_json::from_value(json!({
        "basics": { "name": "Ana", "summary": "Long lines of text fill a page. ".repeat(3 * extra + 1) },
        "work": (0..30).map(role).collect::<Vec<_>>(),
    }))
    .expect("a resume");
    let pages = set_on(&resume, template, paper).expect("pages");
    let Some(text) = poppler::text(&pages.pdf().expect("a PDF")) else { return pages.count() };
    let all: Vec<&str> = text.trim_end_matches('\u{c}').split('\u{c}').collect();
    for page in &all[..all.len() - 1] {
        let mut lines = page.lines().filter(|line| !line.is_empty() && !line.starts_with("Ana –"));
        let last = lines.next_back().unwrap_or_default();
        assert!(last.ends_with("and stopped."), "{} + {extra}: {last:?}", template.name);
    }
    pages.count()
}

#[test]
fn pages_end_after_a_bullet_not_after_a_heading() {
    // The first break comes at another place in each template.
    let jobs = templates().iter().enumerate();
    let jobs = jobs.map(|(index, template)| (template, PAPERS[index % 2], index % 4)).collect();
    in_parallel(jobs, |(template, paper, extra)| {
        assert!(check_ends(template, paper, extra) > 2, "there are pages to end");
    });
}

#[test]
fn bullets_stay_whole() {
    for case in &*CASES {
        let Some(text) = &case.text else { return };
        let pages: Vec<String> =
            text.split('\u{c}').map(|page| page.split_whitespace().collect()).collect();
        for role in &case.resume.work {
            for bullet in &role.highlights {
                let packed: String = bullet.text.split_whitespace().collect();
                let whole = pages.iter().any(|page| page.contains(&packed));
                assert!(whole, "{}: {:?}", case.name, bullet.text);
            }
        }
    }
}

#[test]
fn a_bullet_longer_than_a_page_is_broken_not_lost() {
    let mut resume = sample("typical");
    resume.work[0].highlights[0] = "Wrote one more line of a story. ".repeat(400).into();
    let pages = set_on(&resume, classic(), Paper::A4).expect("pages");
    assert!(pages.count() > 2);
    let Some(text) = poppler::text(&pages.pdf().expect("a PDF")) else { return };
    assert_eq!(text.matches("story.").count(), 400);
}

#[track_caller]
fn check(sample: &str, expected: RangeInclusive<usize>) {
    let cases: Vec<_> = CASES.iter().filter(|case| case.sample == sample).collect();
    assert!(cases.len() >= templates().len());
    for case in cases {
        assert!(expected.contains(&case.count), "{}: {} pages", case.name, case.count);
    }
}

#[test]
fn dense_pages_fit() {
    check("typical", 1..=1);
    check("sparse", 1..=1);
    check("hostile", 1..=1);
    check("names", 1..=1);
    check("roles", 1..=2);
    check("untold", 1..=2);
    check("long", 3..=4);
}

#[test]
fn the_page_number_begins_on_the_second_page() {
    for case in &*CASES {
        let Some(text) = &case.text else { return };
        for (index, page) in text.trim_end_matches('\u{c}').split('\u{c}').enumerate() {
            let number = format!("– {} of {}", index + 1, case.count);
            let numbered = index > 0 || NUMBERED_FROM_THE_FIRST.contains(&&*case.template.name);
            assert_eq!(page.contains(&number), numbered, "{}, page {}", case.name, index + 1);
        }
    }
}
