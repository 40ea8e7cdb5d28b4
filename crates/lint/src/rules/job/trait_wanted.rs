//! `trait-wanted`: praise of a character where a behavior belongs.

use resume::Severity;

use crate::job::{JobContext, Kind, declare_job_rule};
use crate::rule::Findings;

declare_job_rule! {
    /// A trait is wanted where a behavior belongs.
    ///
    /// ## Why
    /// Nobody can see passion in an interview, and everybody claims it. What you want is something
    /// that somebody does: then you can ask for it, and candidates can answer.
    ///
    /// ## What to do
    /// Say what one would see: "writes the design down before the code", "asks for a review early".
    ///
    /// ```must,flagged
    /// - Passionate about clean code
    /// - Self-starter and team player
    /// - Excellent communication skills
    /// - Strong attention to detail
    /// ```
    /// ```must,clean
    /// - You write a design down before the code, and change it when a review shows why
    /// - You have run proactive monitoring and built resilient services
    /// - You tell support what broke, in words they can pass on
    /// ```
    "trait-wanted", Severity::Info => check
}

fn check(cx: &JobContext<'_>, findings: &mut Findings<'_>) {
    let hint = "say what one would see: \"asks for a review early\", \"writes the design down\"";
    // What the company says of itself asks nothing of anybody.
    let skipped = [Kind::Organization, Kind::Benefit, Kind::Team];
    for text in cx.wording_texts().filter(|text| !skipped.contains(&text.kind)) {
        let found = cx.wording.traits.find(&text.words);
        let message = |said: &str| format!("\"{said}\" is a trait nobody can see");
        findings.add_each(text, &found, message, hint);
    }
}
