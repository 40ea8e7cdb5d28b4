//! `salary-history-asked`: the job asks what somebody earned before.

use resume::Severity;

use crate::job::{JobContext, Kind, declare_job_rule};
use crate::rule::Findings;

declare_job_rule! {
    /// The job asks what somebody earned before.
    ///
    /// ## Why
    /// Pay that follows former pay carries every unfair offer into the next one. The European Union
    /// and many American states and cities forbid the question.
    ///
    /// ## What to do
    /// Leave it out. Name your band, and ask for expectations at most.
    ///
    /// ```about,flagged
    /// Please state your current salary and when you could begin.
    /// ```
    /// ```about,flagged
    /// Send your last three payslips with your application.
    /// ```
    /// ```about,clean
    /// We do not ask for your salary history. Our current salary bands are published.
    /// ```
    /// ```duties,clean
    /// - Run the payroll service: current salaries, payslips and tax of 40 000 people
    /// ```
    "salary-history-asked", Severity::Error => check
}

fn check(cx: &JobContext<'_>, findings: &mut Findings<'_>) {
    // Who builds payroll is asked for work there, not for a payslip.
    let about_work = [Kind::Duty, Kind::Outcome, Kind::Organization, Kind::Team, Kind::Nice];
    for text in cx.wording_texts().filter(|text| !about_work.contains(&text.kind)) {
        for found in cx.wording.salary_history.find(&text.words) {
            if text.is_denied(&found.words) {
                continue;
            }
            let range = text.bytes(&found.words);
            let message = format!("\"{}\" asks for former pay", text.said(&range));
            findings.add_said(text, range, message, "leave it out and name your band");
        }
    }
}
