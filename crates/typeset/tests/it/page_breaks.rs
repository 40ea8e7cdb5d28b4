//! Where a page may end.

use std::collections::BTreeSet;

use resume::Resume;
use resume::model::Paper;
use resume::outline::Outline;

use super::poppler;
use super::samples::{PAPERS, SAMPLES, each, read, sample, set_on};
use crate::templates;

/// What must not be the last on a page: titles, employers, roles.
fn heads(resume: &Resume) -> BTreeSet<String> {
    let mut heads = BTreeSet::new();
    for section in Outline::of(resume).sections {
        heads.insert(section.title.to_owned());
        for entry in section.entries {
            let with_bullets = entry.positions.iter().any(|it| !it.bullets.is_empty());
            if with_bullets {
                heads.extend(entry.heading);
                heads.extend(entry.positions.into_iter().filter_map(|position| position.title));
            }
        }
    }
    heads
}

#[test]
fn pages_end_after_a_bullet_not_after_a_heading() {
    for template in templates() {
        for paper in PAPERS {
            let mut ends = 0;
            // Each extra line of the summary moves every later break by a line.
            for extra in 0..16 {
                let mut resume = sample("long");
                let basics = resume.basics.as_mut().expect("basics");
                basics.summary = Some("Long lines of text fill a page. ".repeat(3 * extra + 1));
                let pages = set_on(&resume, template, paper).expect("pages");
                let Some(text) = poppler::text(&pages.pdf().expect("a PDF")) else { return };
                let heads = heads(&resume);
                let name = "Håkon Lindqvist – ";
                let all: Vec<&str> = text.trim_end_matches('\u{c}').split('\u{c}').collect();
                for page in &all[..all.len() - 1] {
                    let lines = page.lines().map(str::trim).filter(|line| !line.is_empty());
                    let last = lines.filter(|line| !line.starts_with(name)).last();
                    let last = last.expect("a page has lines");
                    let is_head = heads.iter().any(|head| {
                        last == head
                            || last.starts_with(&format!("{head} · "))
                            || last.starts_with(&format!("{head} – "))
                    });
                    assert!(!is_head, "{} × {extra}: a page ends with {last:?}", paper.as_str());
                    ends += 1;
                }
            }
            assert!(ends > 16, "the resume takes several pages");
        }
    }
}

#[test]
fn bullets_stay_whole() {
    each(|case, resume, pages| {
        let Some(text) = poppler::text(&pages.pdf().expect("a PDF")) else { return };
        let pages: Vec<String> =
            text.split('\u{c}').map(|page| page.split_whitespace().collect()).collect();
        for role in &resume.work {
            for bullet in &role.highlights {
                let packed: String = bullet.text.split_whitespace().collect();
                let whole = pages.iter().any(|page| page.contains(&packed));
                assert!(whole, "{case}: {:?}", bullet.text);
            }
        }
    });
}

#[test]
fn a_bullet_longer_than_a_page_is_broken_not_lost() {
    let mut resume = sample("typical");
    resume.work[0].highlights[0] = "Wrote one more line of a story. ".repeat(400).into();
    for paper in PAPERS {
        let pages = set_on(&resume, &templates()[0], paper).expect("pages");
        assert!(pages.count() > 2);
        let Some(text) = poppler::text(&pages.pdf().expect("a PDF")) else { return };
        let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
        assert_eq!(text.matches("story.").count(), 400);
    }
}

#[track_caller]
fn check(name: &str, paper: Paper, expected: usize) {
    let (_, json) = SAMPLES.iter().find(|(sample, _)| *sample == name).expect("a sample");
    let pages = set_on(&read(json), &templates()[0], paper).expect("pages");
    assert_eq!(pages.count(), expected, "{name} on {}", paper.as_str());
}

#[test]
fn dense_pages_fit() {
    check("typical", Paper::A4, 1);
    check("typical", Paper::Letter, 1);
    check("sparse", Paper::A4, 1);
    check("hostile", Paper::Letter, 1);
    check("long", Paper::A4, 3);
    check("long", Paper::Letter, 3);
}

#[test]
fn the_page_number_begins_on_the_second_page() {
    each(|case, _, pages| {
        let Some(text) = poppler::text(&pages.pdf().expect("a PDF")) else { return };
        for (index, page) in text.trim_end_matches('\u{c}').split('\u{c}').enumerate() {
            let number = format!("– {} of {}", index + 1, pages.count());
            assert_eq!(page.contains(&number), index > 0, "{case}, page {}", index + 1);
        }
    });
}
