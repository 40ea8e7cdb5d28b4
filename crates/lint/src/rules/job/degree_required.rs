//! `degree-required`: a degree as a condition, with nothing that may stand for it.

use resume::Severity;
use resume::coverage::RequirementKind;

use crate::job::{JobContext, declare_job_rule};
use crate::rule::Findings;

declare_job_rule! {
    /// A degree is a condition, and nothing may stand for it.
    ///
    /// ## Why
    /// Good backend engineers come from boot camps, other fields and their own terminals. A degree
    /// that is asked for without an alternative turns them away and predicts little of how somebody
    /// does the job.
    ///
    /// ## What to do
    /// Add "or equivalent practical experience", move it to what is nice to have, or leave it out.
    ///
    /// ```must,flagged
    /// - BSc in computer science required
    /// - Bachelor's or Master's degree in engineering
    /// ```
    /// ```must,clean
    /// - Bachelor's degree in computer science or equivalent practical experience
    /// - You can work as a Scrum Master for your own team
    /// - You merge to the master branch several times a day
    /// - A high degree of autonomy in planning your own work
    /// - A degree in computer science is a plus
    /// ```
    /// ```job,clean
    /// nice: [MSc in distributed systems]
    /// ```
    "degree-required", Severity::Warning => check
}

fn check(cx: &JobContext<'_>, findings: &mut Findings<'_>) {
    for one in &cx.requirements {
        let Some(degree) = &one.degree else { continue };
        if one.kind != RequirementKind::Must || degree.or_equivalent {
            continue;
        }
        findings.add_at(
            one.path.clone(),
            degree.range.clone(),
            "a degree is required, and nothing may stand for it",
            "add \"or equivalent practical experience\", or leave it out",
        );
    }
}
