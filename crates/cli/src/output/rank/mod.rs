//! A ranking: `vitae rank`.

mod csv;
mod human;

use ranking::report::{Criterion, RankReport, RankedApplicant, RankedRequirement};
use resume::coverage::{RequirementKind, Status};

pub(crate) use self::csv::csv;
pub(crate) use human::{Detail, human, verified};

/// The must-haves of an applicant, grouped by what is shown of them.
struct Musts<'a> {
    shown: Vec<(&'a RankedRequirement, &'a Criterion)>,
    weak: Vec<(&'a RankedRequirement, &'a Criterion)>,
    open: Vec<(&'a RankedRequirement, &'a Criterion)>,
    ask: Vec<(&'a RankedRequirement, &'a Criterion)>,
}

impl<'a> Musts<'a> {
    fn of(report: &'a RankReport, one: &'a RankedApplicant) -> Self {
        let mut musts =
            Self { shown: Vec::new(), weak: Vec::new(), open: Vec::new(), ask: Vec::new() };
        let pairs = report.job.requirements.iter().zip(&one.criteria);
        for (asked, found) in pairs.filter(|(asked, _)| asked.kind == RequirementKind::Must) {
            let list = match found.status {
                Status::Proved | Status::OtherName | Status::Implied => &mut musts.shown,
                Status::NotStated | Status::InMasterOnly => &mut musts.open,
                Status::Unverifiable | Status::NotCompared => &mut musts.ask,
                _ => &mut musts.weak,
            };
            list.push((asked, found));
        }
        musts
    }
}

/// `2.`, or `2.=` for a place that several share.
fn place(one: &RankedApplicant) -> String {
    let shared = if one.sharing > 1 { "=" } else { "" };
    format!("{}{shared}", one.place)
}
