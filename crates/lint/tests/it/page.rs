//! Building small resumes for tests and checking them.

use std::collections::BTreeMap;

use extract::{Format, Limits};
use lint::{Options, Outcome, Policy};
use resume::{Date, PageFacts, Parsed, Resume, Review, Stage};
use roles::RolePack;

/// Reads YAML that is expected to be well-formed.
#[track_caller]
pub(crate) fn resume(yaml: &str) -> Resume {
    match extract::read(yaml.as_bytes(), Format::Yaml, &Limits::default()) {
        Ok(parsed) => parsed.resume,
        Err(error) => panic!("{}\n{yaml}", error.message),
    }
}

/// A page with one current role that has these bullets.
pub(crate) fn with_bullets(bullets: &[impl AsRef<str>]) -> Resume {
    let mut resume = Resume::default();
    let role = resume::model::Work {
        name: Some("Harbor Analytics".to_owned()),
        position: Some("Backend engineer".to_owned()),
        start_date: Some(Date::Month(2022, 3)),
        highlights: bullets.iter().map(|bullet| bullet.as_ref().into()).collect(),
        ..resume::model::Work::default()
    };
    resume.work.push(role);
    resume
}

/// Checks a page at a stage, on a fixed day.
pub(crate) fn check(resume: &Resume, stage: Stage) -> Outcome {
    check_set(resume, stage, None)
}

/// Checks a resume that is set in a certain way.
pub(crate) fn check_set(resume: &Resume, stage: Stage, layout: Option<&PageFacts>) -> Outcome {
    lint::check(resume, RolePack::backend_engineer(), &options(stage, layout))
}

/// As [`check_set`], with what the file allows.
pub(crate) fn review_set(resume: &Resume, stage: Stage, layout: Option<&PageFacts>) -> Review {
    let parsed = Parsed { resume: resume.clone(), ..Parsed::default() };
    let policy = Policy { levels: &BTreeMap::new(), other_rules: &[] };
    lint::review(&parsed, RolePack::backend_engineer(), &options(stage, layout), policy)
}

fn options(stage: Stage, layout: Option<&PageFacts>) -> Options<'_> {
    Options { stage: Some(stage), as_of: Date::Month(2026, 11), layout }
}
