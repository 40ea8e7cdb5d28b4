//! The grade beside the form: in a glance, with a way to the whole report.

use maud::{Markup, html};
use resume::{Axis, Readiness, Report};

use crate::prose::{counted, sentence};
use crate::site::preview::Fit;

/// Next steps at most.
const MOST_STEPS: usize = 2;
/// Points that meet the bar of a stage.
const BAR: f64 = 80.0;

/// Points, axes, pages and the next step; `fit` is none when there are no pages yet.
pub(crate) fn grade(report: &Report, fit: Option<Fit>) -> Markup {
    let Readiness { ready, errors, warnings, .. } = report.readiness;
    html! {
        p.overall {
            strong { (report.overall.floor()) }
            " " span { (report.verdict.as_str()) }
        }
        p.stage { "as " b { (report.stage) } ", " (report.stage_reason) }
        dl.points {
            @for axis in Axis::ALL {
                @let points = report.axes.get(axis).clamp(0.0, 100.0);
                div.(if points >= BAR { "good" } else { "weak" }) {
                    dt { (axis) }
                    dd { (points.floor()) }
                }
            }
        }
        @if let Some(fit) = fit { p.fit { (fit.words()) } }
        p.quiet {
            @if ready { "Ready to send" } @else { "Not ready to send" }
            @if errors + warnings > 0 { ": " (counted(errors, "error")) " and " (counted(warnings, "warning")) }
        }
        @if !report.next.is_empty() {
            ol.next { @for step in report.next.iter().take(MOST_STEPS) { li { (sentence(step)) } } }
        }
    }
}
