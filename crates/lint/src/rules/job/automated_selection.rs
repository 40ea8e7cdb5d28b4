//! `automated-selection`: software sorts out applicants, and nothing tells them.

use resume::Severity;

use crate::job::{JobContext, Kind, declare_job_rule};
use crate::rule::Findings;
use crate::wording::filled;

declare_job_rule! {
    /// Software takes part in the selection, and nothing tells candidates how.
    ///
    /// ## Why
    /// Grades of vitae are made for people who edit their own page; they are not made to select by. To
    /// screen by a score can make you answerable: New York City asks for a yearly audit of such a tool,
    /// its publication and a notice ten business days before (Local Law 144), the European Union treats
    /// it as high-risk (AI Act, annex III, point 4; check the dates in force). This is no legal advice.
    ///
    /// ## What to do
    /// Let people decide by evidence. Where a tool takes part, say under `selectionNotice` which, what
    /// it looks at, and how to ask for a person instead.
    ///
    /// ```about,flagged
    /// Applications are screened automatically before anybody reads them.
    /// ```
    /// ```about,flagged
    /// Our AI-powered screening ranks all candidates within a minute.
    /// ```
    /// ```job,flagged
    /// process: [{name: CV score of 80 or more, assesses: [your resume, by vitae score]}]
    /// ```
    /// ```job,clean
    /// summary: Applications are screened automatically for duplicates of candidates.
    /// selectionNotice: A program finds duplicate applications. People read all others. Ask
    ///   people@brackwater.example for a person to look at yours first.
    /// ```
    /// ```duties,clean
    /// - Run the service that screens card payments automatically
    /// - Train the model that ranks parcels, with automated assessment of its errors
    /// ```
    "automated-selection", Severity::Warning => check
}

fn check(cx: &JobContext<'_>, findings: &mut Findings<'_>) {
    if filled(cx.job.selection_notice.as_ref()).is_some() {
        return;
    }
    // Duties may be to build such software for others.
    let about_work = [
        Kind::Duty,
        Kind::Outcome,
        Kind::Organization,
        Kind::Team,
        Kind::Must,
        Kind::Nice,
        Kind::Qualification,
        Kind::Tool,
    ];
    for text in cx.texts.iter().filter(|text| !about_work.contains(&text.kind)) {
        if text.kind != Kind::Round && !cx.wording.automated_context.is_said(&text.words) {
            continue;
        }
        if let Some(found) = cx.wording.automated.find(&text.words).first() {
            let range = text.bytes(&found.words);
            let message =
                format!("\"{}\": software takes part in the selection", text.said(&range));
            let hint = "let people decide; say under `selectionNotice` what the tool does, and how \
                        to ask for a person";
            findings.add_said(text, range, message, hint);
        }
    }
}
