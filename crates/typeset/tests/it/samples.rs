//! The resumes that pages are made of, and the pages.

use std::sync::{LazyLock, Mutex, PoisonError};
use std::thread;

use document::{Document, Kind, Limits};
use extract::{Reading, read_document};
use resume::model::Paper;
use resume::{PageFacts, Resume};
use serde_json::Value;

use super::poppler;
use crate::{Options, Pages, Template, TypesetError, pages, template, templates};

/// Name and content. `typical` is a dense page of four roles; `long` takes several pages;
/// `sparse` leaves out what can be left out; `hostile` holds markup, long words and long names;
/// `roles` has twelve roles with promotions and forty skills; `names` has long names, titles and
/// employers; `untold` has no summary and no headline.
pub(super) const SAMPLES: [(&str, &str); 7] = [
    ("typical", include_str!("../samples/typical.json")),
    ("long", include_str!("../samples/long.json")),
    ("sparse", include_str!("../samples/sparse.json")),
    ("hostile", include_str!("../samples/hostile.json")),
    ("roles", include_str!("../samples/roles.json")),
    ("names", include_str!("../samples/names.json")),
    ("untold", include_str!("../samples/untold.json")),
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

/// The template that tests use which are about no template.
pub(super) fn classic() -> &'static Template {
    template("classic").expect("a template")
}

/// As `classic` sets it on A4.
pub(super) fn set(resume: &Resume) -> Result<Pages, TypesetError> {
    set_on(resume, classic(), Paper::A4)
}

/// A resume on a paper, set, exported and read back.
pub(super) struct Case<'a> {
    /// `classic × long × a4`
    pub(super) name: String,
    pub(super) sample: &'a str,
    pub(super) resume: Resume,
    pub(super) paper: Paper,
    pub(super) template: &'static Template,
    pub(super) count: usize,
    pub(super) facts: PageFacts,
    pub(super) pdf: Vec<u8>,
    /// What `pdftotext` reads; `None` without it.
    pub(super) text: Option<String>,
    /// What our own reader sees.
    pub(super) document: Document,
    /// What it makes of that.
    pub(super) reading: Reading,
}

impl<'a> Case<'a> {
    pub(super) fn of(
        template: &'static Template,
        sample: &'a str,
        json: &str,
        paper: Paper,
    ) -> Self {
        let name = format!("{} × {sample} × {}", template.name, paper.as_str());
        let resume = read(json);
        let pages = set_on(&resume, template, paper)
            .unwrap_or_else(|error| panic!("{name}: {error}\n{}", error.hint()));
        let pdf = pages.pdf().unwrap_or_else(|error| panic!("{name}: {error}"));
        let facts = pages.facts(&resume);
        let (count, text) = (pages.count(), poppler::text(&pdf));
        let document = own(&pdf);
        let reading = read_document(&document);
        Self { name, sample, resume, paper, template, count, facts, pdf, text, document, reading }
    }
}

/// What our own reader sees in a PDF.
pub(super) fn own(pdf: &[u8]) -> Document {
    document::read(pdf, Kind::Pdf, &Limits::default()).expect("a PDF of ours")
}

/// What `job` makes of each item, in the order of items. Setting is slow in a debug build, so two
/// threads share it.
pub(super) fn in_parallel<T: Send, R: Send>(items: Vec<T>, job: impl Fn(T) -> R + Sync) -> Vec<R> {
    let queue = Mutex::new(items.into_iter().enumerate().collect::<Vec<_>>());
    let next = || queue.lock().unwrap_or_else(PoisonError::into_inner).pop();
    let work = || {
        let mut done = Vec::new();
        while let Some((index, item)) = next() {
            done.push((index, job(item)));
        }
        done
    };
    let mut done = thread::scope(|scope| {
        let other = scope.spawn(work);
        let mut done = work();
        match other.join() {
            Ok(more) => done.extend(more),
            Err(panic) => std::panic::resume_unwind(panic),
        }
        done
    });
    done.sort_by_key(|(index, _)| *index);
    done.into_iter().map(|(_, result)| result).collect()
}

/// All templates × samples, `typical` and `long` on both papers, the others on one of them, each
/// set once. `all.rs` sets the rest.
pub(super) static CASES: LazyLock<Vec<Case<'static>>> = LazyLock::new(|| {
    let mut jobs = Vec::new();
    for (row, template) in templates().iter().enumerate() {
        for (column, (sample, json)) in SAMPLES.into_iter().enumerate() {
            for (index, paper) in PAPERS.into_iter().enumerate() {
                if column < 2 || (row + column + index) % 2 == 0 {
                    jobs.push((template, sample, json, paper));
                }
            }
        }
    }
    in_parallel(jobs, |(template, sample, json, paper)| Case::of(template, sample, json, paper))
});

/// The case of `classic` with this sample on A4.
pub(super) fn case(sample: &str) -> &'static Case<'static> {
    let name = format!("classic × {sample} × a4");
    CASES.iter().find(|case| case.name == name).expect("a sample's name")
}
