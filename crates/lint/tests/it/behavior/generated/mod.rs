//! Statements tried on generated pages.

mod fixes;
mod gaming;
mod invariance;
mod monotone;
mod spread;

use lint::Outcome;
use resume::{Bullet, Resume};

use super::Change;
use crate::generate::{self, Case, Page, Style};
use crate::page::check;

/// Compares a generated page with a change of it.
fn compare<T>(page: &Page, after: &Resume, holds: impl Fn(&Change<'_>) -> T) -> T {
    let (before, after) = (generate::outcome(page), check(after, page.stage));
    holds(&Change { before: &before, after: &after })
}

/// Compares two changes of a generated page.
fn compare_both<T>(
    page: &Page,
    before: &Resume,
    after: &Resume,
    holds: impl Fn(&Change<'_>) -> T,
) -> T {
    let outcomes: [Outcome; 2] = [before, after].map(|resume| check(resume, page.stage));
    holds(&Change { before: &outcomes[0], after: &outcomes[1] })
}

/// The page with a line at the end of the role that the case picks.
fn plus(case: &Case, line: &str) -> Resume {
    let mut resume = case.page.resume();
    let role = case.pick % resume.work.len();
    resume.work[role].highlights.push(Bullet::from(line));
    resume
}

/// The page with the case's own line, told in a style.
fn plus_extra(case: &Case) -> Resume {
    plus(case, &case.extra.text(&Style::default()))
}
