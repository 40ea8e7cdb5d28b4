//! `unexplained-allow`: an allowance without a reason.

use resume::Severity;

use crate::allow::{place, reason};
use crate::rule::{Context, Findings, Topic, declare_rule};

declare_rule! {
    /// An entry of `vitae.allow` has no reason, so it allows nothing.
    ///
    /// ## Why
    /// Next year neither you nor anybody else knows why the finding was let through. Writing the
    /// reason down also shows whether there is one.
    ///
    /// ## What to do
    /// Say in a few words why this place is right as it stands. The reason stays in the file; it
    /// is never on the page.
    ///
    /// ```yaml,flagged
    /// vitae:
    ///   allow:
    ///     - rule: long-bullet
    /// ```
    /// ```yaml,flagged
    /// vitae:
    ///   allow:
    ///     - {rule: long-bullet, reason: " "}
    /// ```
    /// ```yaml,clean
    /// vitae:
    ///   allow:
    ///     - {rule: long-bullet, reason: The second line carries the numbers}
    /// ```
    "unexplained-allow", Severity::Warning, Topic::Format => check
}

fn check(cx: &Context<'_>, findings: &mut Findings<'_>) {
    let list = cx.resume.vitae.as_ref().map_or(&[][..], |settings| &settings.allow);
    for (index, allowance) in list.iter().enumerate() {
        if reason(allowance).is_none() {
            findings.add(
                place(index),
                "this entry gives no reason, so it allows nothing",
                "add `reason:` and say why this place is right as it stands",
            );
        }
    }
}
