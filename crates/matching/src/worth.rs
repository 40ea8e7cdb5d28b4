//! What each value of a page is worth for a job.

use std::collections::BTreeMap;

use resume::FieldPath;
use resume::coverage::Coverage;

/// Points of the result that rest on a value first of all, and the requirements it shows.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Worth {
    /// 0-100.
    pub points: f64,
    /// Ids of the requirements, in the order of the job.
    pub shows: Vec<String>,
}

/// The values that show something of a job.
///
/// What several values show counts for the one that shows it best, so that leaving out all the
/// others costs nothing, and leaving out all of them costs what is lost.
pub fn worth(coverage: &Coverage) -> BTreeMap<FieldPath, Worth> {
    let mut found: BTreeMap<FieldPath, Worth> = BTreeMap::new();
    for one in &coverage.requirements {
        let sum: f64 = one.skills.iter().map(|skill| skill.credit).sum();
        for skill in one.skills.iter().filter(|skill| skill.credit > 0.0) {
            let Some(quote) = skill.quotes.first() else { continue };
            let worth = found.entry(quote.path.clone()).or_default();
            worth.points += 100.0 * one.weight * one.credit * skill.credit / sum;
            if worth.shows.last() != Some(&one.id) {
                worth.shows.push(one.id.clone());
            }
        }
    }
    found
}
