//! `short-last-page`: a sheet for a few lines.

use resume::{FieldPath, Severity};

use super::second_page_too_early;
use crate::rule::{Context, Findings, Topic, declare_rule};
use crate::wording::counted;

declare_rule! {
    /// The last page holds only a few lines.
    ///
    /// ## Why
    /// A sheet with five lines looks like an accident, and a reader who prints it may lose them.
    /// The space says that nobody decided what to cut.
    ///
    /// ## What to do
    /// Cut as many lines as stand on the last page, shortest bullets first, or give the page
    /// something worth turning it for.
    ///
    /// ```yaml,flagged,staff,last-page=5
    /// work: [{name: Pine Post, position: Engineer, startDate: 2011-03}]
    /// ```
    /// ```yaml,clean,staff,last-page=40
    /// work: [{name: Pine Post, position: Engineer, startDate: 2011-03}]
    /// ```
    ///
    /// Where one page would do, `second-page-too-early` says so.
    ///
    /// ```yaml,clean,mid,last-page=5
    /// work: [{name: Pine Post, position: Engineer, startDate: 2023-03}]
    /// ```
    "short-last-page", Severity::Info, Topic::Format => check
}

/// A page filled less than this looks like an accident.
const LEAST_FILL: f64 = 0.2;

fn check(cx: &Context<'_>, findings: &mut Findings<'_>) {
    let Some(layout) = cx.layout.filter(|layout| layout.pages > 1) else { return };
    if layout.last_page_fill >= LEAST_FILL || second_page_too_early::applies(cx) {
        return;
    }
    let lines = layout.last_page_lines;
    let held = if lines == 0 { "almost nothing".to_owned() } else { counted(lines, "line") };
    findings.add(
        FieldPath::root(),
        format!("the last page holds {held}"),
        "cut that much above, so that the page before it is the last",
    );
}
