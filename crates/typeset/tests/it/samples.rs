//! The resumes that pages are made of, and the pages.

use resume::Resume;
use resume::model::Paper;
use serde_json::Value;

use crate::{Options, Pages, Template, TypesetError, pages, templates};

/// Name and content. `typical` is a dense page of four roles; `long` takes several pages;
/// `sparse` leaves out what can be left out; `hostile` holds markup, long words and long names.
pub(super) const SAMPLES: [(&str, &str); 4] = [
    ("typical", include_str!("../samples/typical.json")),
    ("long", include_str!("../samples/long.json")),
    ("sparse", include_str!("../samples/sparse.json")),
    ("hostile", include_str!("../samples/hostile.json")),
];

pub(super) const PAPERS: [Paper; 2] = [Paper::A4, Paper::Letter];

pub(super) fn read(json: &str) -> Resume {
    serde_json::from_str(json).expect("a sample is valid JSON")
}

pub(super) fn sample(name: &str) -> Resume {
    let (_, json) = SAMPLES.iter().find(|sample| sample.0 == name).expect("a sample's name");
    read(json)
}

/// A resume of one section, e.g. `[("name", json!("Ana"))]` in `basics`.
pub(super) fn resume_with(key: &str, value: Value) -> Resume {
    serde_json::from_value(Value::Object([(key.to_owned(), value)].into_iter().collect()))
        .expect("a resume")
}

pub(super) fn set_on(
    resume: &Resume,
    template: &'static Template,
    paper: Paper,
) -> Result<Pages, TypesetError> {
    pages(resume, &Options { template, paper, language: "en" })
}

/// As the first template sets it on A4.
pub(super) fn set(resume: &Resume) -> Result<Pages, TypesetError> {
    set_on(resume, &templates()[0], Paper::A4)
}

/// Calls `test` with all templates × samples × papers; the first argument names the case.
#[track_caller]
pub(super) fn each(test: impl Fn(&str, &Resume, &Pages)) {
    for template in templates() {
        for (name, json) in SAMPLES {
            for paper in PAPERS {
                let case = format!("{} × {name} × {}", template.name, paper.as_str());
                let resume = read(json);
                match set_on(&resume, template, paper) {
                    Ok(pages) => test(&case, &resume, &pages),
                    Err(error) => panic!("{case}: {error}\n{}", error.hint()),
                }
            }
        }
    }
}
