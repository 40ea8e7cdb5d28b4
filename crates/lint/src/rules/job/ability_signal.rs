//! `ability-signal`: a body or a mind taken for granted.

use resume::{Fix, Severity};

use crate::job::{JobContext, cased, declare_job_rule};
use crate::rule::Findings;

declare_job_rule! {
    /// A body or a mind is taken for granted.
    ///
    /// ## Why
    /// Backend work needs neither standing nor lifting. Asking for it, or calling things crazy and
    /// lame, tells people with a disability not to apply for work they can do.
    ///
    /// ## What to do
    /// Name the task and leave the way to do it open: "move", "communicate". Where lifting is the
    /// work, in a data center for instance, the rule is silent.
    ///
    /// ```must,flagged
    /// - Must be able to stand and lift 20 kg
    /// - Able-bodied and physically fit
    /// - Ability to sit for extended periods
    /// ```
    /// ```must,clean
    /// - You have moved services by lift and shift, and can say what that cost
    /// - You can walk us through a design, and are able to carry out a restore on your own
    /// - You want to hear from users and to see how they work
    /// ```
    /// ```duties,flagged
    /// - Run a sanity check after each deploy
    /// ```
    /// ```duties,clean
    /// - Run a quick check after each deploy
    /// - Keep tables in third normal form where writes matter
    /// ```
    /// ```job,clean
    /// title: Data Center Technician
    /// must: [Able to lift 20 kg, with a lift where there is one]
    /// ```
    "ability-signal", Severity::Warning => check
}

fn check(cx: &JobContext<'_>, findings: &mut Findings<'_>) {
    let is_physical = || cx.texts.iter().any(|text| cx.wording.physical_work.is_said(&text.words));
    for text in cx.wording_texts() {
        for found in cx.wording.ability.find(&text.words) {
            let range = text.bytes(&found.words);
            let said = text.said(&range);
            if text.is_quoted(&range) || text.is_name(&found.words) {
                continue;
            }
            let message = format!("\"{said}\" takes a body or a mind for granted");
            let Some(instead) = cx.wording.ability.instead(&found) else {
                if !is_physical() {
                    let hint = "name the task and leave the way to do it open, or drop it";
                    findings.add_said(text, range, message, hint);
                }
                continue;
            };
            let fix = Fix::replace(
                format!("Write \"{instead}\""),
                text.path.clone(),
                text.offset + range.start..text.offset + range.end,
                cased(said, instead),
            );
            findings.add_said(text, range, message, format!("write \"{instead}\"")).fix = Some(fix);
        }
    }
}
