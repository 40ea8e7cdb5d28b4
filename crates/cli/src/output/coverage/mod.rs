//! What a resume shows of a job: `vitae match`.

mod human;
mod markdown;

use resume::coverage::{Coverage, Covered, SkillCoverage, Status};
use serde::Serialize;

pub(crate) use human::human;
pub(crate) use markdown::markdown;

/// Name and version of the wire form.
pub(crate) const FORMAT: &str = "vitae-match/1";

/// A result with the names of its files; what `--format json` prints. Keys are only ever added.
#[derive(Debug, Serialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct Shown<'a> {
    pub(crate) format: &'static str,
    pub(crate) resume: &'a str,
    pub(crate) variant: Option<&'a str>,
    pub(crate) job: &'a str,
    pub(crate) title: Option<&'a str>,
    pub(crate) as_of: String,
    #[serde(flatten)]
    pub(crate) coverage: &'a Coverage,
}

impl Shown<'_> {
    /// The resume as it is named to people.
    fn resume_name(&self) -> String {
        let file = super::shown_name(self.resume);
        self.variant.map_or_else(|| file.to_owned(), |variant| format!("{file}@{variant}"))
    }

    /// One page that loads nothing.
    pub(crate) fn html(&self) -> String {
        web::coverage::page(&web::coverage::Shown {
            resume: &self.resume_name(),
            job: super::shown_name(self.job),
            title: self.title,
            as_of: &self.as_of,
            coverage: self.coverage,
        })
    }
}

/// `proved, 2 years 3 months, until Mar 2024`.
fn in_words(skill: &SkillCoverage) -> String {
    let mut words = skill.status.words().to_owned();
    if let Some(shown) = &skill.shown_as {
        let link = match skill.status {
            Status::Implied => "by ",
            Status::OtherName | Status::Related => "",
            _ => "as ",
        };
        let joint = if matches!(skill.status, Status::Implied) { " " } else { ": " };
        let joint = if link == "as " { ", " } else { joint };
        words += &[joint, link, shown].concat();
    }
    if let Some(months) = skill.months.filter(|_| skill.status.is_on_page()) {
        words += &[", ", &resume::coverage::span(months)].concat();
        if let Some(last) = &skill.last_used {
            words += &[", last in ", &last.display()].concat();
        }
    }
    words
}

/// What is said of a requirement as a whole; its skills follow when it has several.
fn all_in_all(one: &Covered) -> String {
    match one.skills.as_slice() {
        [skill] if skill.status == one.status => in_words(skill),
        _ => one.status.words().to_owned(),
    }
}

/// Why the result is not higher: the ceiling, and who set it.
fn ceiling(coverage: &Coverage) -> Option<String> {
    let cap = coverage.cap?;
    let missing = coverage.requirements.iter().filter(|one| one.missing > 0.0);
    let ids: Vec<&str> = missing.map(|one| one.id.as_str()).collect();
    let held = if coverage.capped_by.is_empty() {
        format!("the ceiling is {cap}")
    } else {
        format!("held at {cap}; without a ceiling it would be {}", coverage.uncapped)
    };
    Some(format!("{held}: not shown as a must: {}", ids.join(", ")))
}
