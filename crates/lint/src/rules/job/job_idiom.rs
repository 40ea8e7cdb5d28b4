//! `job-idiom`: a saying that hides the fact behind it.

use resume::Severity;

use crate::job::{JobContext, declare_job_rule};
use crate::rule::Findings;

declare_job_rule! {
    /// A saying hides the fact behind it.
    ///
    /// ## Why
    /// "Fast-paced" may be a release a day or a rota that nobody survives; readers assume the worse.
    /// Sayings are also lost on many who read English as a second language.
    ///
    /// ## What to do
    /// Say the fact: "we release daily", "on call one week in six", "you own search and billing".
    ///
    /// ```about,flagged
    /// You hit the ground running in a fast-paced environment.
    /// ```
    /// ```about,flagged
    /// We are like a family, and everybody wears many hats.
    /// ```
    /// ```about,clean
    /// We release daily, are on call one week in six, and sit in one room on Tuesdays.
    /// ```
    /// ```duties,clean
    /// - Raise the hit rate of the next-level cache in front of the tariff tables
    /// - Keep family accounts of the booking service apart
    /// ```
    "job-idiom", Severity::Info => check
}

fn check(cx: &JobContext<'_>, findings: &mut Findings<'_>) {
    let hint = "say the fact: how often you release, how on-call goes, what one person owns";
    for text in cx.wording_texts() {
        let found = cx.wording.idioms.find(&text.words);
        findings.add_each(text, &found, |said| format!("\"{said}\" hides the fact"), hint);
    }
}
