//! `unsorted-requirements`: what is needed and what helps stand in one list.

use resume::coverage::RequirementKind;
use resume::{FieldPath, Severity};

use crate::job::{JobContext, declare_job_rule};
use crate::rule::Findings;

/// A list this short needs no sorting.
const SHORT: usize = 2;

declare_job_rule! {
    /// What is needed and what only helps stand in one list.
    ///
    /// ## Why
    /// Some read every line of a list as a condition and stay away; others read none as one. Then you
    /// decide afterwards what you meant, differently for each candidate.
    ///
    /// ## What to do
    /// Two lists: `must`, each with the round that finds out (`assessedIn`), and `nice`.
    ///
    /// ```job,flagged
    /// qualifications: [Go in production, PostgreSQL, Kafka or another log, Terraform]
    /// ```
    /// ```job,flagged
    /// title: Backend Engineer
    /// responsibilities: [Run the tariff importer, Review changes to the ledger]
    /// ```
    /// ```job,clean
    /// must: [Go in production, PostgreSQL]
    /// nice: [Kafka or another log]
    /// ```
    /// ```job,clean
    /// qualifications: [Go in production, PostgreSQL, Kafka is a plus, Nice to have Terraform]
    /// ```
    "unsorted-requirements", Severity::Warning => check
}

fn check(cx: &JobContext<'_>, findings: &mut Findings<'_>) {
    let job = cx.job;
    let root = FieldPath::root();
    if job.must.is_empty() && job.qualifications.is_empty() && job.prerequisites.is_empty() {
        if !job.responsibilities.is_empty() {
            let message = "nothing says what is needed for the job";
            let hint =
                "list under `must` what nobody can do the job without, under `nice` the rest";
            findings.add_whole(message, hint);
        }
        return;
    }
    let says_what_helps =
        !job.nice.is_empty() || cx.requirements.iter().any(|one| one.kind == RequirementKind::Nice);
    if job.qualifications.len() > SHORT && job.must.is_empty() && !says_what_helps {
        findings.add(
            root.key("qualifications"),
            "what is needed and what only helps stand in one list",
            "split it: `must` for what nobody can do the job without, `nice` for the rest",
        );
    }
}
