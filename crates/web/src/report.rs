//! A report as HTML: the grade, then what was found.

use maud::{Markup, html};
use resume::{Axes, Axis, Readiness, Report, ReportedFinding, Severity};

use crate::prose::{counted, prose, sentence};
use crate::spots::Spots;

/// Findings at most; a page that has more is not read to the end anyway.
pub(crate) const MOST_FINDINGS: usize = 300;
/// Next steps at most.
const MOST_STEPS: usize = 3;
/// Points that meet the bar of a stage.
const BAR: f64 = 80.0;

/// Grade and findings.
pub(crate) fn panel(report: &Report, spots: Spots) -> Markup {
    html! {
        (grade(report))
        (findings(report, spots))
        @if !report.next.is_empty() {
            section.next aria-labelledby="next-title" {
                h2 #next-title { "Next, the cheapest first" }
                ol { @for step in report.next.iter().take(MOST_STEPS) { li { (sentence(step)) } } }
            }
        }
    }
}

/// What a person who hears the page is told after a change.
pub(crate) fn summary(report: &Report) -> String {
    let Readiness { errors, warnings, infos, .. } = report.readiness;
    format!(
        "{} overall, {}; {}",
        report.overall.floor(),
        report.verdict.as_str(),
        counts(errors, warnings, infos)
    )
}

/// Overall grade, verdict, stage and why; then the axes.
pub(crate) fn grade(report: &Report) -> Markup {
    html! {
        section.grade aria-labelledby="grade-title" {
            div.verdict {
                h2 #grade-title { "Grade" }
                p.overall {
                    strong { (report.overall.floor()) }
                    " " span { (report.verdict.as_str()) }
                }
                p.stage { "as " b { (report.stage) } ", " (report.stage_reason) }
            }
            (axes(&report.axes))
        }
    }
}

/// One row an axis: name, bar with the mark of the stage at 80, points.
fn axes(axes: &Axes) -> Markup {
    html! {
        dl.axes {
            @for axis in Axis::ALL {
                @let points = axes.get(axis).clamp(0.0, 100.0);
                div.(level(points)) {
                    dt { (axis) }
                    dd {
                        svg viewBox="0 0 100 8" preserveAspectRatio="none" aria-hidden="true" {
                            rect.track width="100" height="8" {}
                            rect.fill width=(format!("{points:.1}")) height="8" {}
                            rect.bar x=(BAR - 0.4) width="0.8" height="8" {}
                        }
                        span.points { (points.floor()) }
                    }
                }
            }
        }
    }
}

/// A class for how many points there are.
pub(crate) fn level(points: f64) -> &'static str {
    match points {
        points if points >= BAR => "good",
        points if points >= BAR / 2.0 => "weak",
        _ => "low",
    }
}

fn findings(report: &Report, spots: Spots) -> Markup {
    let Readiness { ready, errors, warnings, infos } = report.readiness;
    let left_out = report.findings.len().saturating_sub(MOST_FINDINGS);
    html! {
        section.findings aria-labelledby="findings-title" {
            h2 #findings-title { "Findings" }
            p.readiness {
                @if ready { "Ready to send" } @else { "Not ready to send" }
                ": " (counts(errors, warnings, infos))
            }
            @if !report.findings.is_empty() {
                ol {
                    @for one in report.findings.iter().take(MOST_FINDINGS) {
                        (finding(one, spots.of(&one.path).as_deref()))
                    }
                }
            }
            @if left_out > 0 {
                p.more { "and " (left_out) " more; " code { "vitae check" } " lists all" }
            }
        }
    }
}

fn finding(finding: &ReportedFinding, spots: Option<&str>) -> Markup {
    let id = format!("{}@{}+{}", finding.rule, finding.path, finding.column);
    let place = if finding.path.is_empty() {
        "whole page".to_owned()
    } else {
        format!("line {} · {}", finding.line, finding.path)
    };
    html! {
        li.finding.(finding.severity.to_string()) id=(id) data-spots=[spots] {
            p.head {
                span.severity { (word(finding.severity)) }
                @if spots.is_some() {
                    button.place type="button" title="Show on the page" { (place) }
                } @else {
                    span.place { (place) }
                }
            }
            (told(finding, Surface::Terminal))
        }
    }
}

/// Where a finding is read, which says what can be done there.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Surface {
    /// Beside a terminal that has the commands.
    Terminal,
    /// On the site, which has a page for each rule.
    Site,
    /// In a file that leads nowhere.
    File,
}

/// What is said of a finding: what is wrong, what to do, the rule.
pub(crate) fn told(finding: &ReportedFinding, surface: Surface) -> Markup {
    html! {
        p.message { (sentence(&finding.message)) }
        (advice(finding, surface, None))
    }
}

/// What to do about a finding, and its rule; `button` makes the fix.
pub(crate) fn advice(
    finding: &ReportedFinding,
    surface: Surface,
    button: Option<Markup>,
) -> Markup {
    html! {
        @if let Some(hint) = &finding.hint { p.hint { (sentence(hint)) } }
        @if let Some(rewrite) = &finding.rewrite { p.rewrite { b { "Say" } " " (rewrite) } }
        @if let Some(fix) = &finding.fix {
            p.fix {
                b { "Fix" } " " (prose(&fix.title))
                @if surface == Surface::Terminal { " (" code { "vitae fix" } ")" }
                @if let Some(button) = button { " " (button) }
            }
        }
        p.rule {
            @if surface == Surface::Site {
                a href=(format!("/rules/{}", finding.rule)) { (finding.rule) }
            } @else {
                (finding.rule)
            }
        }
    }
}

/// A level in a word.
pub(crate) fn word(severity: Severity) -> &'static str {
    match severity {
        Severity::Info => "Note",
        Severity::Warning => "Warning",
        Severity::Error => "Error",
    }
}

/// `2 errors, 1 warning`
pub(crate) fn counts(errors: usize, warnings: usize, infos: usize) -> String {
    let parts = [(errors, "error"), (warnings, "warning"), (infos, "note")];
    let parts: Vec<String> = parts
        .into_iter()
        .filter(|(count, _)| *count > 0)
        .map(|(count, word)| counted(count, word))
        .collect();
    if parts.is_empty() { "nothing found".to_owned() } else { parts.join(", ") }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use resume::{FieldPath, Finding, Parsed, Review, Rubric, Stage, Verdict};

    use super::*;

    /// A report with these findings and nothing else.
    fn report(findings: Vec<Finding>) -> Report {
        let grade = resume::Grade {
            rubric: Rubric { version: String::new(), fingerprint: String::new() },
            stage: Stage::Mid,
            stage_reason: "set <in> the file".to_owned(),
            overall: 79.99,
            axes: Axes { scope: 91.0, evidence: 79.9, depth: 12.0 },
            verdict: Verdict::Maybe,
            criteria: Vec::new(),
            penalties: Vec::new(),
            caps: Vec::new(),
            bullets: Vec::new(),
            next: Vec::new(),
        };
        let review = Review { grade, page: String::new(), findings, allowed: Vec::new() };
        Report::new("resume.yaml", "2026-11-01", &Parsed::default(), review)
    }

    fn html(report: &Report) -> String {
        let nowhere = BTreeMap::new();
        panel(report, Spots { regions: &nowhere, sizes: &[] }).into_string()
    }

    #[test]
    fn points_are_never_rounded_up() {
        let html = html(&report(Vec::new()));
        assert!(html.contains("<strong>79</strong>"), "{html}");
        for (class, points) in [("good", 91), ("weak", 79), ("low", 12)] {
            assert!(html.contains(&format!("<div class=\"{class}\">")), "{class}");
            assert!(html.contains(&format!("<span class=\"points\">{points}</span>")), "{points}");
        }
        assert!(html.contains("Ready to send: nothing found"), "{html}");
    }

    #[test]
    fn every_text_is_escaped() {
        let evil = "<script>alert('x')</script>";
        let path =
            FieldPath::root().key(evil.to_owned()).key("\"><img src=x onerror=y>".to_owned());
        let mut finding = Finding::new("rule", Severity::Error, path, evil).hint(evil);
        finding.rewrite = Some(evil.to_owned());
        let html = html(&report(vec![finding]));
        assert!(!html.contains("<script"), "{html}");
        assert!(!html.contains("<img"), "{html}");
        assert!(html.contains("&lt;script&gt;"), "{html}");
        assert!(html.contains("set &lt;in&gt; the file"), "{html}");
    }

    #[test]
    fn long_lists_end() {
        let one = Finding::new("rule", Severity::Info, FieldPath::root(), "again");
        let html = html(&report(vec![one; MOST_FINDINGS + 2]));
        assert_eq!(html.matches("<li class=\"finding").count(), MOST_FINDINGS);
        assert!(html.contains("and 2 more"));
    }

    #[test]
    fn counts_name_what_there_is() {
        for (errors, warnings, infos, expected) in [
            (0, 0, 0, "nothing found"),
            (1, 0, 0, "1 error"),
            (2, 1, 0, "2 errors, 1 warning"),
            (0, 0, 3, "3 notes"),
        ] {
            assert_eq!(counts(errors, warnings, infos), expected);
        }
    }
}
