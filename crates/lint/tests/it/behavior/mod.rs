//! What the grade promises, tested as relations between pages (there is no "right" number for a
//! page, but there is a right order of two pages that differ in one thing).
//!
//! Statements are tried on pages of eight fields written by hand (`bases`), on complete pages
//! (`bases::complete`) and, where the module is named `generated`, on 200 pages made by a grammar.
//! "Near" is within 6 points of an axis, "same" within 0.5.
//!
//! | statement | test |
//! |---|---|
//! | Who somebody is, where, at whom they worked or studied changes nothing | `invariance::identity_is_blind`, `generated::invariance::{another_*, other_contact_details_*, pronouns_*}` |
//! | A gap costs nothing | `invariance::a_gap_*`, `generated::invariance::a_gap_*` |
//! | Order of lines and of skills costs nothing | `{generated::,}invariance::*order*` |
//! | Units, percentages, millions, money, both ends, percentiles, short names, marks: the same | `generated::invariance::{notation_*, short_names_*, bullets_spaces_*, numbers_in_words_*}`, `paraphrase::notations_of_one_value_are_equal` |
//! | Other words for the same facts: near | `paraphrase::other_words_*`, `paraphrase::a_technique_in_plain_words_*` |
//! | Format of the file and look of the page: the same | `generated::invariance::the_same_content_read_from_json_*`, `the_look_of_the_page_*` |
//! | The same page always gives the same report | `invariance::the_same_page_*`, `generated::invariance::the_same_page_*` |
//! | A fix removes its finding and lowers nothing | `generated::fixes::*` |
//! | A fact more, a cause, the value before, a base, a load, the factual verb: never lower | `monotone::*`, `generated::monotone::*`, `algebra::one_fact_more_*` |
//! | Filler, traits, objective, soft skills, references, ratings, unshown skills less: never lower | `monotone::*_less`, `generated::monotone::*_less_never_*` |
//! | A later bar is never easier | `*::a_later_stage_never_scores_higher`, `algebra::stages_are_ordered` |
//! | Each fact more earns something, and less than the one before | `generated::monotone::each_fact_more_earns_less`, `algebra::gains_diminish` |
//! | Two lines are worth what one of both is | `*::splitting_a_bullet`, `generated::monotone::two_lines_*` |
//! | A cap goes with its cause | `generated::monotone::a_lifted_cap_never_lowers` |
//! | Keywords, repetition, bare figures, grand verbs, lists, duties, larger shares, copied postings, words to machines, versions, titles: in vain | `gaming::*`, `generated::gaming::*` |
//! | A change told backwards loses its credit and is reported | `*::reversed_*`, `generated::gaming::a_change_told_backwards_*` |
//! | Lines in the order of a panel | `ordering::*`, `fields::*` |
//! | Pages in the order of an expert | `pages::*` |
//! | Nobody is asked for what their stage or field does not have | `domain::*` |
//! | Any page gives a report, in time that grows with its length, with places that exist | `robust::*` |
//! | Shipped examples meet their own bar and no more; strong lines beat their weak twins | `examples::*`, `library::*` |
//!
//! Ignored tests are known to fail; each names its reason.

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
