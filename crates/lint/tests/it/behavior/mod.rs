//! What the grade promises, tested as relations between pages (there is no "right" number for a
//! page, but there is a right order of two pages that differ in one thing).

mod gaming;
mod invariance;
mod monotone;
mod ordering;
mod robust;

use lint::Outcome;
use resume::{Axes, Axis, Resume, Stage};

use crate::page::check;

/// Axes and overall of a page.
fn grade(resume: &Resume, stage: Stage) -> (Axes, f64) {
    let Outcome { grade, .. } = check(resume, stage);
    (grade.axes, grade.overall)
}

/// Fails unless both pages have equal axes.
#[track_caller]
fn assert_same(name: &str, before: &Resume, after: &Resume, stage: Stage) {
    let (one, other) = (grade(before, stage), grade(after, stage));
    for axis in Axis::ALL {
        let moved = (one.0.get(axis) - other.0.get(axis)).abs();
        assert!(moved <= 0.5, "{name}: {axis} moved by {moved}: {one:?} {other:?}");
    }
}

/// Fails when an axis or the overall grade falls.
#[track_caller]
fn assert_not_lower(name: &str, before: &Resume, after: &Resume, stage: Stage) {
    let (one, other) = (grade(before, stage), grade(after, stage));
    for axis in Axis::ALL {
        let fell = one.0.get(axis) - other.0.get(axis);
        assert!(fell <= 0.0, "{name}: {axis} fell by {fell}: {one:?} {other:?}");
    }
    assert!(other.1 >= one.1, "{name}: overall fell: {one:?} {other:?}");
}

/// Fails when an axis rises by more than `slack`, or the overall grade does.
#[track_caller]
fn assert_not_higher(name: &str, before: &Resume, after: &Resume, stage: Stage, slack: f64) {
    let (one, other) = (grade(before, stage), grade(after, stage));
    for axis in Axis::ALL {
        let rose = other.0.get(axis) - one.0.get(axis);
        assert!(rose <= slack, "{name}: {axis} rose by {rose}: {one:?} {other:?}");
    }
    assert!(other.1 <= one.1 + slack, "{name}: overall rose: {one:?} {other:?}");
}

/// The score of one bullet on its own.
fn bullet_score(text: &str) -> f64 {
    let outcome = check(&crate::page::with_bullets(&[text]), Stage::Senior);
    outcome.grade.bullets[0].score
}
