//! `too-many-pages`: the page runs over more than two pages.

use resume::{FieldPath, Severity};

use crate::rule::{Context, Findings, Topic, declare_rule};

/// What a first reading ever covers.
const MOST: usize = 2;

declare_rule! {
    /// The resume is longer than two pages.
    ///
    /// ## Why
    /// A first reading ends on page one, a careful one on page two. What stands on page three is
    /// read by nobody, and makes the rest look unsorted.
    ///
    /// ## What to do
    /// Cut what says least: internships to one line, education to one line a degree, work older
    /// than ten years to a bullet or none, long lists of talks to a link.
    ///
    /// ```yaml,flagged,staff,pages=3
    /// work: [{name: Pine Post, position: Engineer, startDate: 2011-03}]
    /// ```
    /// ```yaml,clean,staff,pages=2
    /// work: [{name: Pine Post, position: Engineer, startDate: 2011-03}]
    /// ```
    "too-many-pages", Severity::Warning, Topic::Format => check
}

fn check(cx: &Context<'_>, findings: &mut Findings<'_>) {
    let Some(layout) = cx.layout.filter(|layout| layout.pages > MOST) else { return };
    findings.add(
        FieldPath::root(),
        format!("the resume takes {} pages; a first reading ends before the third", layout.pages),
        "cut what says least: internships, early roles and education to one line each",
    );
}
