//! The resumes that pages are made of, and the pages.

use std::sync::LazyLock;

use resume::Resume;
use resume::model::Paper;
use serde_json::Value;

use super::poppler;
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
    pages(resume, &Options { paper, ..Options::new(template) })
}

/// As the first template sets it on A4.
pub(super) fn set(resume: &Resume) -> Result<Pages, TypesetError> {
    set_on(resume, &templates()[0], Paper::A4)
}

/// A resume on a paper, set, exported and read back.
pub(super) struct Case {
    /// `classic × long × a4`
    pub(super) name: String,
    pub(super) resume: Resume,
    pub(super) paper: Paper,
    pub(super) template: &'static Template,
    pub(super) count: usize,
    pub(super) pdf: Vec<u8>,
    /// What `pdftotext` reads; `None` without it.
    pub(super) text: Option<String>,
}

/// All templates × samples × papers. Setting is slow in a debug build, so it is done once.
pub(super) static CASES: LazyLock<Vec<Case>> = LazyLock::new(|| {
    let mut cases = Vec::new();
    for template in templates() {
        for (sample, json) in SAMPLES {
            for paper in PAPERS {
                let name = format!("{} × {sample} × {}", template.name, paper.as_str());
                let resume = read(json);
                let pages = set_on(&resume, template, paper)
                    .unwrap_or_else(|error| panic!("{name}: {error}\n{}", error.hint()));
                let pdf = pages.pdf().unwrap_or_else(|error| panic!("{name}: {error}"));
                let (count, text) = (pages.count(), poppler::text(&pdf));
                cases.push(Case { name, resume, paper, template, count, pdf, text });
            }
        }
    }
    cases
});

/// The case of the first template with this sample on A4.
pub(super) fn case(sample: &str) -> &'static Case {
    let name = format!("{} × {sample} × a4", templates()[0].name);
    CASES.iter().find(|case| case.name == name).expect("a sample's name")
}
