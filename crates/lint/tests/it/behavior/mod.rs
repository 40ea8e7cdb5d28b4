//! What the grade promises, tested as relations between pages (there is no "right" number for a
//! page, but there is a right order of two pages that differ in one thing).

mod domain;
mod fields;
mod gaming;
mod generated;
mod invariance;
mod monotone;
mod ordering;
mod pages;
mod paraphrase;
mod robust;

use lint::Outcome;
use resume::{Axes, Axis, Resume, Stage};

use crate::page::check;

/// Axes and overall of a page.
fn grade(resume: &Resume, stage: Stage) -> (Axes, f64) {
    let Outcome { grade, .. } = check(resume, stage);
    (grade.axes, grade.overall)
}

/// How far two grades of what says the same may lie apart.
const SAME: f64 = 0.5;

/// What became of a page by a change of it.
struct Change<'a> {
    before: &'a Outcome,
    after: &'a Outcome,
}

impl Change<'_> {
    /// An error unless no axis and not the overall grade moved by more than `tolerance`.
    fn moves_at_most(&self, tolerance: f64) -> Result<(), String> {
        self.rises_at_most(tolerance)?;
        self.falls_at_most(tolerance)
    }

    /// An error if an axis or the overall grade rose by more than `slack`.
    fn rises_at_most(&self, slack: f64) -> Result<(), String> {
        self.each(|rise| rise <= slack + ROUNDING, "rose")
    }

    /// An error if an axis or the overall grade fell by more than `slack`.
    fn falls_at_most(&self, slack: f64) -> Result<(), String> {
        self.each(|rise| rise >= -slack - ROUNDING, "fell")
    }

    fn each(&self, holds: impl Fn(f64) -> bool, what: &str) -> Result<(), String> {
        let (before, after) = (&self.before.grade, &self.after.grade);
        let axes =
            Axis::ALL.map(|axis| (axis.as_str(), after.axes.get(axis) - before.axes.get(axis)));
        for (name, rise) in axes.into_iter().chain([("overall", after.overall - before.overall)]) {
            if !holds(rise) {
                return Err(format!(
                    "{name} {what} by {:.1}: {:?} {} -> {:?} {}",
                    rise.abs(),
                    before.axes,
                    before.overall,
                    after.axes,
                    after.overall
                ));
            }
        }
        Ok(())
    }
}

/// Grades are rounded to a tenth; differences of tenths are not exact.
const ROUNDING: f64 = 1e-9;

#[track_caller]
fn assert_holds(name: &str, result: Result<(), String>) {
    if let Err(why) = result {
        panic!("{name}: {why}");
    }
}

/// Fails unless both pages have equal axes.
#[track_caller]
fn assert_same(name: &str, before: &Resume, after: &Resume, stage: Stage) {
    let (before, after) = (check(before, stage), check(after, stage));
    let change = Change { before: &before, after: &after };
    assert_holds(name, change.moves_at_most(SAME));
}

/// Fails when an axis or the overall grade falls.
#[track_caller]
fn assert_not_lower(name: &str, before: &Resume, after: &Resume, stage: Stage) {
    let (before, after) = (check(before, stage), check(after, stage));
    let change = Change { before: &before, after: &after };
    assert_holds(name, change.falls_at_most(0.0));
}

/// Fails when an axis rises by more than `slack`, or the overall grade does.
#[track_caller]
fn assert_not_higher(name: &str, before: &Resume, after: &Resume, stage: Stage, slack: f64) {
    let (before, after) = (check(before, stage), check(after, stage));
    let change = Change { before: &before, after: &after };
    assert_holds(name, change.rises_at_most(slack));
}

/// The score of one bullet on its own.
fn bullet_score(text: &str) -> f64 {
    let outcome = check(&crate::page::with_bullets(&[text]), Stage::Senior);
    outcome.grade.bullets[0].score
}
