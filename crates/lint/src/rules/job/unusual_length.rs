//! `unusual-length`: a job too short to decide by, or too long to be read.

use resume::Severity;

use crate::job::{JobContext, Kind, declare_job_rule};
use crate::rule::Findings;

/// Words of a job that can be decided by, and still is read.
const USUAL: std::ops::RangeInclusive<usize> = 200..=700;
/// More than this is not read to the end.
const LONGEST: usize = 1000;

declare_job_rule! {
    /// The job is too short to decide by, or too long to be read.
    ///
    /// ## Why
    /// Below 200 words nobody can tell the job from another; beyond 700 most stop reading before the
    /// process and the pay. More than 1,000 is a warning. Advice on the best length differs, so take
    /// this as a band. Lines that are there for legal reasons (equal opportunity, accommodations,
    /// notices) are not counted.
    ///
    /// ## What to do
    /// Short: say what the team runs, for whom, and what is to be reached in 90 days. Long: cut what
    /// every job says.
    ///
    /// ```job,flagged
    /// title: Backend Engineer
    /// responsibilities: [Run the tariff importer]
    /// must: [Go in production]
    /// ```
    /// ```job,clean
    /// filler: 300
    /// title: Backend Engineer
    /// responsibilities: [Run the tariff importer]
    /// ```
    "unusual-length", Severity::Warning => check
}

fn check(cx: &JobContext<'_>, findings: &mut Findings<'_>) {
    if cx.is_empty() {
        return;
    }
    let counted = cx.texts.iter().filter(|text| {
        let is_legal = text.kind.is_legal()
            || text.kind == Kind::Other && cx.wording.equal.is_said(&text.words);
        !is_legal
    });
    let words: usize = counted.map(|text| text.text.split_whitespace().count()).sum();
    if USUAL.contains(&words) {
        return;
    }
    let (message, hint) = if words < *USUAL.start() {
        let hint = "say what the team runs, for whom, and what is to be reached in 90 days";
        (format!("{words} words are too few to decide by"), hint)
    } else {
        (format!("{words} words are more than most will read"), "cut what every job says")
    };
    let severity = if words > LONGEST { findings.severity } else { Severity::Info };
    findings.add_whole(message, hint).severity = severity;
}
