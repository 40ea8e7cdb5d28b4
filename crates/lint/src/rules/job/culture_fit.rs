//! `culture-fit`: likeness to those who are there already.

use resume::Severity;

use crate::job::{JobContext, declare_job_rule};
use crate::rule::Findings;

declare_job_rule! {
    /// The job looks for likeness to those who are there already.
    ///
    /// ## Why
    /// "Culture fit" cannot be assessed, so it is decided by who one would have a beer with. Teams hire
    /// themselves again, and candidates who differ read that they need not apply.
    ///
    /// ## What to do
    /// Say how you work ("we write decisions down", "everybody reviews"), or what somebody would add.
    ///
    /// ```about,flagged
    /// We look for a culture fit above all.
    /// ```
    /// ```about,flagged
    /// You fit into our culture and are one of the like-minded people here.
    /// ```
    /// ```about,clean
    /// How we work: decisions are written down, everybody reviews, nobody answers mail at night.
    /// We do not decide by culture fit.
    /// ```
    /// ```duties,clean
    /// - Fit the planner's model to the depots' real travel times
    /// - Keep cultures of cell samples traceable in the lab system
    /// ```
    "culture-fit", Severity::Warning => check
}

fn check(cx: &JobContext<'_>, findings: &mut Findings<'_>) {
    let hint = "say how you work (\"we write decisions down\"), or what somebody would add";
    for text in cx.wording_texts() {
        let mut found = cx.wording.culture_fit.find(&text.words);
        found.retain(|found| !text.is_denied(&found.words));
        let message = |said: &str| format!("\"{said}\" asks for likeness");
        findings.add_each(text, &found, message, hint);
    }
}
