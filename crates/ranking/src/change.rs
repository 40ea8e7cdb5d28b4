//! Why somebody stands elsewhere when a job is worded differently.

use resume::coverage::{Coverage, Covered, RequirementKind};
use schemars::JsonSchema;
use serde::Serialize;

/// What one requirement has to do with a move.
#[derive(Clone, Debug, PartialEq, Serialize, JsonSchema)]
#[serde(rename_all = "camelCase")]
pub struct Change {
    /// The requirement: its id in the new job, or in the old one when it is gone.
    pub id: String,
    /// Its words, in the new job if it is there.
    pub text: String,
    /// What happened to it.
    pub cause: Cause,
    /// Points of `fit` it brings now less the points it brought, before the ceiling.
    pub points: f64,
}

/// What happened to a requirement.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Cause {
    /// The job asks for it now.
    Added,
    /// The job no longer asks for it.
    Removed,
    /// It matters more or less than before: must, nice, duty.
    Kind,
    /// It asks for something else under the same name.
    Asks,
    /// Only its share moved, because others came, went or changed.
    Share,
}

/// Smallest move of points that is worth a line.
const SMALLEST: f64 = 0.05;

/// What moved between two coverages of the same page, the largest move first.
///
/// Requirements belong together when their words are equal, else when their ids are.
pub fn changes(old: &Coverage, new: &Coverage) -> Vec<Change> {
    let mut left: Vec<&Covered> = old.requirements.iter().collect();
    let mut pairs: Vec<(Option<&Covered>, Option<&Covered>)> = Vec::new();
    let mut take = |like: &dyn Fn(&Covered) -> bool| {
        let at = left.iter().position(|one| like(one))?;
        Some(left.remove(at))
    };
    let same_words: Vec<Option<&Covered>> =
        new.requirements.iter().map(|one| take(&|old| old.text == one.text)).collect();
    for (one, known) in new.requirements.iter().zip(same_words) {
        pairs.push((known.or_else(|| take(&|old| old.id == one.id)), Some(one)));
    }
    pairs.extend(left.into_iter().map(|one| (Some(one), None)));
    let mut changes: Vec<Change> =
        pairs.into_iter().filter_map(|(old, new)| change(old, new)).collect();
    changes.sort_by(|one, other| other.points.abs().total_cmp(&one.points.abs()));
    changes
}

fn change(old: Option<&Covered>, new: Option<&Covered>) -> Option<Change> {
    let shown = new.or(old)?;
    let cause = match (old, new) {
        (Some(old), Some(new)) if old.kind != new.kind => Cause::Kind,
        (Some(old), Some(new)) if old.text != new.text => Cause::Asks,
        (Some(_), Some(_)) => Cause::Share,
        (None, _) => Cause::Added,
        (_, None) => Cause::Removed,
    };
    let points = new.map_or(0.0, points) - old.map_or(0.0, points);
    // A must that is missing sets a ceiling, even where no points move.
    let is_must = |one: Option<&Covered>| one.is_some_and(|one| one.kind == RequirementKind::Must);
    let matters =
        points.abs() >= SMALLEST || (cause != Cause::Share && (is_must(old) || is_must(new)));
    matters.then(|| Change {
        id: shown.id.clone(),
        text: shown.text.clone(),
        cause,
        points: (points * 10.0).round() / 10.0,
    })
}

/// Points of `fit` a requirement brings, before the ceiling.
fn points(covered: &Covered) -> f64 {
    covered.weight * covered.credit * 100.0
}
