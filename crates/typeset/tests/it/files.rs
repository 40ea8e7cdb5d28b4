//! The bytes of a file, and pictures.

use std::thread;

use super::samples::{CASES, Case, case, classic, sample, set, set_on};
use crate::{Options, TypesetError, pdf, png, template, templates};
use resume::model::Paper;

#[test]
fn same_resume_same_bytes() {
    let typical = |case: &&Case| case.sample == "typical" && case.paper == Paper::A4;
    for case in CASES.iter().filter(typical) {
        // Nothing of the first run is left.
        comemo::evict(0);
        let again = set_on(&case.resume, case.template, case.paper).and_then(|pages| pages.pdf());
        assert!(case.pdf == again.expect("a PDF"), "{}", case.name);
    }
}

#[test]
fn threads_do_not_disturb_each_other() {
    let job = |name: &'static str| move || set(&sample(name)).and_then(|pages| pages.pdf());
    let threads: Vec<_> = ["typical", "sparse", "typical", "sparse"]
        .map(|name| (name, thread::spawn(job(name))))
        .into_iter()
        .collect();
    for (name, thread) in threads {
        let pdf = thread.join().expect("no panic").expect("a PDF");
        assert!(pdf == case(name).pdf, "{name}");
    }
}

#[test]
fn different_resumes_give_different_bytes() {
    let mut changed = sample("typical");
    changed.work[0].highlights[0].text.push('!');
    assert!(case("typical").pdf != set(&changed).and_then(|pages| pages.pdf()).expect("a PDF"));
}

#[test]
fn private_notes_stay_out() {
    let resume = sample("typical");
    let mut without = resume.clone();
    for bullet in without.work.iter_mut().flat_map(|role| &mut role.highlights) {
        *bullet = bullet.text.clone().into();
    }
    assert_ne!(resume, without);
    assert!(case("typical").pdf == set(&without).and_then(|pages| pages.pdf()).expect("a PDF"));
}

/// Width and height of a PNG, from its header.
fn size(png: &[u8]) -> (u32, u32) {
    assert_eq!(&png[..8], b"\x89PNG\r\n\x1a\n");
    let number = |at: usize| u32::from_be_bytes(png[at..at + 4].try_into().expect("four bytes"));
    (number(16), number(20))
}

#[test]
fn pictures_have_the_size_of_the_paper() {
    let resume = sample("sparse");
    for (paper, expected) in [(Paper::A4, (595, 842)), (Paper::Letter, (612, 792))] {
        let options = Options { paper, ..Options::new(classic()) };
        let pictures = png(&resume, &options, 1.0).expect("pictures");
        assert_eq!(pictures.len(), 1);
        assert_eq!(size(&pictures[0]), expected);
    }
    let long = set(&sample("long")).expect("pages");
    assert_eq!(long.png(0.2).expect("pictures").len(), 3);
}

#[test]
fn a_scale_out_of_bounds_is_refused() {
    let pages = set(&sample("sparse")).expect("pages");
    for scale in [0.0, -1.0, 11.0, f32::NAN, f32::INFINITY] {
        assert!(matches!(pages.png(scale), Err(TypesetError::Scale { .. })), "{scale}");
    }
}

#[test]
fn templates_are_found_by_name() {
    assert_eq!(template("classic").map(|template| template.name.as_str()), Some("classic"));
    assert!(template("Classic").is_none() && template("").is_none());
    for template in templates() {
        assert!(!template.summary.is_empty() && !template.license.is_empty(), "{}", template.name);
    }
}

#[test]
fn the_shorthand_gives_the_same_file() {
    let options = Options::new(classic());
    assert!(pdf(&sample("sparse"), &options).as_ref() == Ok(&case("sparse").pdf));
}
