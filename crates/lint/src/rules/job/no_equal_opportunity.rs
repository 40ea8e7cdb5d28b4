//! `no-equal-opportunity`: no line about equal opportunity, or nobody to ask for accommodations.

use resume::Severity;

use crate::job::{JobContext, declare_job_rule};
use crate::rule::Findings;
use crate::wording::filled;

declare_job_rule! {
    /// There is no line about equal opportunity, or nobody to ask for accommodations.
    ///
    /// ## Why
    /// Somebody who needs an interpreter, a quiet room or another format for a task has to know whom
    /// to ask before applying. Without a name they may not apply.
    ///
    /// ## What to do
    /// Two short lines: who decides by what, and whom to write to for accommodations. They are yours to
    /// word; a lawyer knows what your place asks for.
    ///
    /// ```job,flagged
    /// title: Backend Engineer
    /// must: [Go in production]
    /// ```
    /// ```job,flagged
    /// title: Backend Engineer
    /// equalOpportunity: We decide by the criteria above and by nothing else.
    /// ```
    /// ```job,clean
    /// title: Backend Engineer
    /// equalOpportunity: We decide by the criteria above and by nothing else.
    /// accommodations: Write to access@brackwater.example for anything you need in the process.
    /// ```
    /// ```job,clean
    /// title: Backend Engineer
    /// other: [{heading: Equal opportunity, texts: [We hire regardless of background. Ask
    ///   people@brackwater.example for accommodations.]}]
    /// ```
    "no-equal-opportunity", Severity::Info => check
}

fn check(cx: &JobContext<'_>, findings: &mut Findings<'_>) {
    if cx.is_empty() {
        return;
    }
    let says = |list: &roles::JobPhrases| cx.texts.iter().any(|text| list.is_said(&text.words));
    let equal = filled(cx.job.equal_opportunity.as_ref()).is_some() || says(&cx.wording.equal);
    let asked = filled(cx.job.accommodations.as_ref()).is_some() || says(&cx.wording.accommodation);
    let message = match (equal, asked) {
        (true, true) => return,
        (true, false) => "the job does not say whom to ask for accommodations",
        (false, true) => "the job says nothing about equal opportunity",
        (false, false) => {
            "the job says nothing about equal opportunity, nor whom to ask for accommodations"
        }
    };
    findings.add_whole(message, "add a short line and a contact");
}
