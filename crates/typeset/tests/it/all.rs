//! The whole product of what is tested in parts: minutes in a debug build, so only on demand:
//! `cargo test -p typeset --lib -- --ignored every`.

use resume::model::Paper;

use super::layouts::gallery::people;
use super::options::check_fonts;
use super::reading::{assert_in_order, body, packed};
use super::samples::{Case, PAPERS, SAMPLES, in_parallel};
use crate::{FAMILIES, templates};

fn check(sheets: &[(String, String)]) {
    let mut jobs: Vec<(_, &str, &str, Paper)> = Vec::new();
    for template in templates() {
        for (name, json) in sheets {
            jobs.extend(PAPERS.map(|paper| (template, name.as_str(), json.as_str(), paper)));
        }
    }
    in_parallel(jobs, |(template, name, json, paper)| {
        let case = Case::of(template, name, json, paper);
        let outline = template.outline(&case.resume);
        let leaves = outline.leaves();
        assert_eq!(case.document.hidden, [], "{}", case.name);
        assert_in_order(&case.name, &leaves, &body(&case.document), packed);
        if let Some(text) = &case.text {
            assert_in_order(&case.name, &leaves, text, packed);
        }
    });
}

#[test]
#[ignore = "minutes"]
fn every_template_sample_and_paper() {
    check(&SAMPLES.map(|(name, json)| (name.to_owned(), json.to_owned())));
}

#[test]
#[ignore = "minutes"]
fn every_template_example_and_paper() {
    let json = |resume| serde_json::to_string(resume).expect("a resume is JSON");
    let people = people();
    check(&people.iter().map(|(name, resume)| (name.clone(), json(resume))).collect::<Vec<_>>());
}

#[test]
#[ignore = "minutes"]
fn every_template_and_font() {
    check_fonts(FAMILIES.len());
}
