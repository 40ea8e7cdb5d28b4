//! Pages and jobs in a few lines.

use facts::requirement::{self, Requirement};
use matching::{Evidence, cover};
use resume::coverage::{Coverage, Covered};
use resume::job::Wanted;
use resume::model::{Skill, Work};
use resume::{Date, Job, Resume};
use roles::RolePack;

/// The day of all tests.
pub(crate) fn as_of() -> Date {
    Date::Month(2026, 11)
}

/// A page of roles (`2020-01..2022-06`, bullets) and a list of skills.
pub(crate) fn page(roles: &[(&str, &[&str])], skills: &[&str]) -> Resume {
    let role = |(period, bullets): &(&str, &[&str])| {
        let (start, end) = period.split_once("..").unwrap_or((period, ""));
        let date = |text: &str| (!text.is_empty()).then(|| Date::parse(text));
        Work {
            start_date: date(start),
            end_date: date(end),
            highlights: bullets.iter().map(|text| (*text).into()).collect(),
            ..Work::default()
        }
    };
    let keywords = skills.iter().map(|skill| (*skill).to_owned()).collect();
    Resume {
        work: roles.iter().map(role).collect(),
        skills: vec![Skill { keywords, ..Skill::default() }],
        ..Resume::default()
    }
}

/// A job of musts and what is nice.
pub(crate) fn job(must: &[&str], nice: &[&str], duties: &[&str]) -> Job {
    let wanted = |list: &[&str]| list.iter().map(|text| Wanted::from(*text)).collect();
    Job {
        must: wanted(must),
        nice: wanted(nice),
        responsibilities: duties.iter().map(|duty| (*duty).to_owned()).collect(),
        ..Job::default()
    }
}

pub(crate) fn asked(job: &Job) -> Vec<Requirement> {
    requirement::read(job, RolePack::backend_engineer())
}

pub(crate) fn evidence(page: &Resume) -> Evidence {
    Evidence::of(page, RolePack::backend_engineer(), &as_of())
}

pub(crate) fn covered(page: &Resume, job: &Job) -> Coverage {
    cover(&evidence(page), &asked(job), RolePack::backend_engineer(), None).expect("comparable")
}

/// The one requirement of a job with a single must.
pub(crate) fn one(page: &Resume, must: &str) -> Covered {
    let mut coverage = covered(page, &job(&[must], &[], &[]));
    assert_eq!(coverage.requirements.len(), 1, "{must:?}");
    coverage.requirements.remove(0)
}
