//! Rules for jobs: what one is, what it may look at, and the run of all of them.

mod places;
mod rule;
mod text;

use std::collections::BTreeMap;

use resume::{Date, Finding, Job};
use roles::{Category, RolePack};

use crate::Level;
use crate::review::level;
use crate::rule::Findings;
use crate::rules;

pub(crate) use places::{law_of, names_only_lawless_countries};
pub use rule::JobRule;
pub(crate) use rule::{JobContext, declare_job_rule, stage_of_title};
pub(crate) use text::{JobText, Kind, cased, sentences};

/// Runs every rule for jobs; `today` is the day that stands for "today".
///
/// Findings stand rule by rule, and within a rule in the order of the job. The same job gives the
/// same findings, in time linear in its length.
pub fn check_job(job: &Job, pack: &RolePack, today: &Date) -> Vec<Finding> {
    let context = JobContext::of(job, pack, today);
    let mut findings = Vec::new();
    for rule in rules::job::ALL {
        let (id, severity) = (rule.id, rule.severity);
        (rule.check)(&context, &mut Findings { id, severity, list: &mut findings });
    }
    findings
}

/// Gives findings the levels that somebody asked for; those of rules that are off are gone.
pub fn settle_job(findings: &mut Vec<Finding>, levels: &BTreeMap<String, Level>) {
    findings.retain_mut(|finding| level(finding, levels));
}

/// True for things with a name: Go, PostgreSQL, Kubernetes; false for ways to work and for fields.
pub(crate) fn is_product(category: Category) -> bool {
    category.is_engineering() && !matches!(category, Category::Practice | Category::Pattern)
}
