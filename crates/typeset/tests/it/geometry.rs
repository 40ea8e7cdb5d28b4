//! What set pages tell about their look.

use resume::{FieldPath, PageFacts, Resume};

use super::samples::{sample, set};

fn facts(resume: &Resume) -> PageFacts {
    set(resume).expect("a page").facts(resume)
}

#[test]
fn pages_and_their_filling_are_told() {
    let sparse = facts(&sample("sparse"));
    assert_eq!(sparse.pages, 1);
    assert!((0.3..0.7).contains(&sparse.last_page_fill), "{}", sparse.last_page_fill);
    let typical = facts(&sample("typical"));
    assert_eq!(typical.pages, 1);
    assert!(typical.last_page_fill > 0.7, "{}", typical.last_page_fill);
    assert!(typical.last_page_lines > 30, "{}", typical.last_page_lines);
    assert!(facts(&sample("long")).pages > 2);
}

#[test]
fn every_bullet_is_found_on_its_page() {
    for name in ["typical", "long", "hostile"] {
        let resume = sample(name);
        let facts = facts(&resume);
        for (role, job) in resume.work.iter().enumerate() {
            for (index, bullet) in job.highlights.iter().enumerate() {
                let work = FieldPath::root().key("work").index(role);
                let path = work.key("highlights").index(index);
                let found = facts.paragraphs.contains_key(&path);
                assert!(found || bullet.text.trim().is_empty(), "{name} {path}: {}", bullet.text);
            }
        }
    }
}

#[test]
fn every_bullet_has_its_box() {
    for name in ["typical", "long", "hostile"] {
        let resume = sample(name);
        let pages = set(&resume).expect("a page");
        let (facts, regions, sizes) = (pages.facts(&resume), pages.regions(&resume), pages.sizes());
        assert_eq!(sizes.len(), facts.pages);
        assert!(regions.keys().eq(facts.paragraphs.keys()), "{name}");
        for (path, paragraph) in &facts.paragraphs {
            let boxes = &regions[path];
            assert_eq!(boxes[0].page, paragraph.page + 1, "{name} {path}");
            let height: f32 = boxes.iter().map(|region| region.rect.height()).sum();
            let lines = f32::from(u16::try_from(paragraph.lines).expect("a few lines"));
            assert!((lines * 7.0..lines * 20.0).contains(&height), "{name} {path}: {height}");
            for region in boxes {
                let (width, height) = sizes[region.page - 1];
                let rect = region.rect;
                assert!(rect.left >= 0.0 && f64::from(rect.right) <= width, "{path}: {rect:?}");
                assert!(rect.top >= 0.0 && f64::from(rect.bottom) <= height, "{path}: {rect:?}");
                assert!(rect.width() > 0.0, "{name} {path}: {rect:?}");
            }
        }
    }
}

/// A bullet of `words` words of nine letters, as lines and words of the last one.
#[track_caller]
fn check(words: usize, lines: usize, last_line_words: std::ops::RangeInclusive<usize>) {
    let mut resume = Resume::default();
    let text = ["migration"; 40][..words].join(" ");
    let job = resume::model::Work {
        name: Some("Pine Post".to_owned()),
        highlights: vec![text.into()],
        ..resume::model::Work::default()
    };
    resume.work.push(job);
    let path = FieldPath::root().key("work").index(0).key("highlights").index(0);
    let facts = facts(&resume);
    let paragraph = facts.paragraphs[&path];
    assert_eq!((paragraph.lines, paragraph.page), (lines, 0), "{paragraph:?}");
    assert!(last_line_words.contains(&paragraph.last_line_words), "{paragraph:?}");
}

#[test]
fn lines_and_their_words_are_counted() {
    check(3, 1, 3..=3);
    check(14, 2, 1..=13);
    check(30, 3, 1..=12);
}
