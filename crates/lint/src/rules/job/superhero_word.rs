//! `superhero-word`: a hero where a title belongs.

use resume::Severity;

use crate::job::{JobContext, declare_job_rule};
use crate::rule::Findings;

declare_job_rule! {
    /// A hero stands where a title belongs.
    ///
    /// ## Why
    /// Nobody searches for "ninja", and engineers who know what they can do are the first to pass
    /// over a job that wants a legend. It says nothing about the work, and reads as a team that
    /// rewards being loud.
    ///
    /// ## What to do
    /// Use the plain title, with its stage: "Senior Backend Engineer".
    ///
    /// ```title,flagged
    /// - Rockstar Developer
    /// - Backend Ninja (Go)
    /// - 10x Engineer
    /// ```
    /// ```title,clean
    /// - Senior Backend Engineer
    /// - Staff Engineer, Onboarding Wizard
    /// ```
    /// ```about,flagged
    /// We are looking for a database guru who will crush it.
    /// ```
    /// ```about,clean
    /// You keep the dispatch service of Ninja Van partners running behind our Unicorn workers. No
    /// rockstars, please.
    /// ```
    "superhero-word", Severity::Error => check
}

fn check(cx: &JobContext<'_>, findings: &mut Findings<'_>) {
    for text in cx.wording_texts() {
        for found in cx.wording.superhero.find(&text.words) {
            if text.is_name(&found.words) || text.is_denied(&found.words) {
                continue;
            }
            let range = text.bytes(&found.words);
            let message = format!("\"{}\" is no job", text.said(&range));
            findings.add_said(text, range, message, "write the plain title, with its stage");
        }
    }
}
