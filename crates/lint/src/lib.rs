//! A resume and a role pack to findings and a grade.
//!
//! [`check_job`] runs the rules for jobs, which have nothing in common with those for resumes but
//! their form.
//!
//! [`check`] runs every rule of [`rules`] and grades the page; [`review`] also minds what the file
//! allows and the levels asked for; [`scan`] looks at it as a reader does in the first seconds.
//! Rules see the whole resume; the grader sees only a [`Page`], whose type has no name, contact,
//! school, employer or place, so that a grade cannot depend on them.

mod allow;
mod career;
mod check;
mod deletion;
mod domain;
mod fingerprint;
mod fix;
mod grade;
mod integrity;
mod job;
mod leaves;
mod memory;
mod page;
mod precedence;
mod printed;
mod proof;
mod reading;
mod review;
mod rewrite;
mod rule;
mod rules;
mod scan;
mod similarity;
mod skills;
mod stage;
mod wording;

use fingerprint::fingerprint;

pub use allow::allowed;
pub use check::{Options, Outcome, check};
pub use fix::{is_no_worse, verify_fixes};
pub use grade::attainment;
pub use integrity::integrity;
pub use job::{JobRule, check_job, settle_job};
pub use page::{Page, Part, Unit};
pub use review::{Level, Policy, Settled, review, settle};
pub use rule::{Penalty, Rule, Topic};
pub use scan::{Asked, Scan, Section, Zone, scan};

/// All rules, sorted by id.
pub fn rules() -> &'static [&'static Rule] {
    rules::ALL
}

/// All rules for jobs, sorted by id. None of [`rules`] is ever run on a job: a posting may say
/// "help" and "responsible for", because it describes work to be done.
pub fn job_rules() -> &'static [&'static JobRule] {
    rules::job::ALL
}

/// The rule with this id.
pub fn rule(id: &str) -> Option<&'static Rule> {
    rules().iter().find(|rule| rule.id == id).copied()
}
