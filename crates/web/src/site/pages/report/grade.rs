//! The verdict: axes, stage and why, what to improve first.

use maud::{Markup, html};
use resume::{Report, Stage};
use roles::Bar;

use crate::prose::{prose, sentence};
use crate::report::grade;

/// Next steps at most.
const MOST_STEPS: usize = 5;
/// Lines to write anew, at most.
const MOST_REWRITES: usize = 3;

/// The grade beside what to do about it. `choice` is the key of the file and the stage that
/// somebody asked for, where it can be graded again.
pub(super) fn section(
    report: &Report,
    bar: Option<&Bar>,
    choice: Option<(&str, Option<Stage>)>,
) -> Markup {
    html! {
        div.top {
            div.card {
                (grade(report))
                @if let Some(bar) = bar {
                    p.quiet {
                        "The mark in each bar is 80: what the stage asks for. " (bar.advance)
                        " overall and " (bar.advance_axis) " on every axis advance."
                    }
                }
                @for cap in &report.caps {
                    p.cap {
                        code { (cap.rule) } " holds the grade at " (cap.overall)
                        " at most until it is gone."
                    }
                }
                @if let Some((key, chosen)) = choice { (stages(key, chosen)) }
            }
            (next(report))
        }
    }
}

/// Grading against another stage.
fn stages(key: &str, chosen: Option<Stage>) -> Markup {
    html! {
        form.stages method="get" action=(format!("/reports/{key}")) {
            label for="stage" { "Grade against" }
            select #stage name="stage" {
                option value="" selected[chosen.is_none()] { "the stage found" }
                @for stage in Stage::ALL {
                    option value=(stage) selected[chosen == Some(stage)] { (stage) }
                }
            }
            button.plain type="submit" { "Grade again" }
        }
    }
}

fn next(report: &Report) -> Markup {
    let rewrites = report.findings.iter().filter_map(|finding| finding.rewrite.as_deref());
    let rewrites: Vec<&str> = rewrites.take(MOST_REWRITES).collect();
    html! {
        div.card {
            section.next aria-labelledby="next-title" {
                h2 #next-title { "Next best improvements" }
                @if report.next.is_empty() {
                    p { "Nothing cheap is left: the page meets what its stage asks for." }
                } @else {
                    p.quiet { "The cheapest first." }
                    ol { @for step in report.next.iter().take(MOST_STEPS) { li { (sentence(step)) } } }
                }
            }
            @if !rewrites.is_empty() {
                section.rewrites aria-labelledby="rewrites-title" {
                    h2 #rewrites-title { "Lines to write anew" }
                    p.quiet { "Your words, with a slot for what only you know." }
                    ul { @for rewrite in rewrites { li { (slots(rewrite)) } } }
                }
            }
        }
    }
}

/// A rewrite with its slots, `‹before›`, set apart.
pub(super) fn slots(text: &str) -> Markup {
    html! {
        @for part in text.split_inclusive('›') {
            @if let Some((before, slot)) = part.strip_suffix('›').and_then(|part| part.split_once('‹')) {
                (prose(before)) span.slot { (slot) }
            } @else {
                (prose(part))
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn slots_are_set_apart() {
        for (text, expected) in [
            ("", ""),
            ("Wrote it", "Wrote it"),
            ("Cut it to ‹after›", "Cut it to <span class=\"slot\">after</span>"),
            (
                "From ‹before› to ‹after› by <caching>",
                "From <span class=\"slot\">before</span> to <span class=\"slot\">after</span> by \
                 &lt;caching&gt;",
            ),
            ("an odd › stays", "an odd › stays"),
        ] {
            assert_eq!(slots(text).into_string(), expected);
        }
    }
}
