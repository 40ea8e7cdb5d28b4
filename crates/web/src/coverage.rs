//! What a resume shows of a job: the same markup in a file that loads nothing and on the pages of
//! the site.

use maud::{Markup, html};
use resume::FieldPath;
use resume::coverage::{Coverage, Covered, RequirementKind, SkillCoverage, Status, span};

use crate::label::label;
use crate::prose::{prose, sentence};
use crate::sheet;

/// How requirements look, here and in a ranking.
pub(crate) const STYLE: &str = include_str!("../assets/coverage.css");

/// What is shown.
#[derive(Clone, Copy, Debug)]
pub struct Shown<'a> {
    /// The name of the resume's file.
    pub resume: &'a str,
    /// The name of the job's file.
    pub job: &'a str,
    /// The title of the job.
    pub title: Option<&'a str>,
    /// The day that stood for today.
    pub as_of: &'a str,
    /// The result.
    pub coverage: &'a Coverage,
}

/// The page, in UTF-8.
pub fn page(shown: &Shown<'_>) -> String {
    let coverage = shown.coverage;
    let title = format!("{}: {} of 100 of {}", shown.resume, coverage.fit, shown.job);
    let body = html! {
        header {
            h1 { (shown.title.unwrap_or(shown.job)) }
            p { (shown.resume) " compared with " (shown.job) ", as of " (shown.as_of) }
            (result(coverage))
        }
        (requirements(coverage, None, &|_| None))
    };
    sheet::page(&title, &[STYLE], "coverage", &body)
}

/// The numbers, and what holds them down.
pub(crate) fn result(coverage: &Coverage) -> Markup {
    let missing: Vec<&Covered> =
        coverage.requirements.iter().filter(|one| one.missing > 0.0).collect();
    html! {
        dl.result {
            div {
                dt { "A reader finds" }
                dd { strong { (coverage.fit) } " of 100" (bar(coverage.fit, coverage.cap)) }
            }
            div {
                dt { "A machine that wants exact words finds" }
                dd { strong { (coverage.literal) } " of 100" (bar(coverage.literal, None)) }
            }
            @if let Some(cap) = coverage.cap {
                div {
                    dt { "Ceiling" }
                    dd {
                        (cap) ", for what is missing of the musts"
                        @if !coverage.capped_by.is_empty() {
                            "; without it " (coverage.uncapped)
                        }
                        @if !missing.is_empty() {
                            ul.missing {
                                @for one in missing {
                                    li { a href=(format!("#{}", anchor(one))) { (prose(&one.text)) } }
                                }
                            }
                        }
                    }
                }
            }
        }
    }
}

/// Points as a bar; a line marks the ceiling.
fn bar(points: f64, cap: Option<f64>) -> Markup {
    html! {
        svg.bar viewBox="0 0 100 4" preserveAspectRatio="none" aria-hidden="true" {
            rect.track width="100" height="4" {}
            rect.fill width=(format!("{:.1}", points.clamp(0.0, 100.0))) height="4" {}
            @if let Some(cap) = cap {
                rect.cap x=(format!("{:.1}", cap.clamp(0.0, 99.5))) width="0.5" height="4" {}
            }
        }
    }
}

/// The requirements, the strictest first; those of one status when it is named. `address` says
/// where a value of the resume can be seen or edited.
pub(crate) fn requirements(
    coverage: &Coverage,
    only: Option<Status>,
    address: &dyn Fn(&FieldPath) -> Option<String>,
) -> Markup {
    html! {
        @for kind in RequirementKind::ALL { (group(coverage, kind, only, address)) }
    }
}

fn group(
    coverage: &Coverage,
    kind: RequirementKind,
    only: Option<Status>,
    address: &dyn Fn(&FieldPath) -> Option<String>,
) -> Markup {
    let name = match kind {
        RequirementKind::Must => "Must",
        RequirementKind::Nice => "Nice to have",
        RequirementKind::Duty => "Duties",
    };
    let share: f64 = coverage.of_kind(kind).map(|one| one.weight).sum();
    let shown = || coverage.of_kind(kind).filter(|one| only.is_none_or(|only| one.status == only));
    html! {
        @if shown().next().is_some() {
            section aria-labelledby=(kind.as_str()) {
                h2 id=(kind.as_str()) { (name) }
                p.share { (format!("{:.0}", 100.0 * share)) " % of the result" }
                ol { @for one in shown() { (requirement(one, address)) } }
            }
        }
    }
}

/// The name of a requirement in the address of its place on the page.
fn anchor(one: &Covered) -> String {
    format!("asked-{}", one.id)
}

fn requirement(one: &Covered, address: &dyn Fn(&FieldPath) -> Option<String>) -> Markup {
    html! {
        li.(tone(one.status)) id=(anchor(one)) {
            h3 { (prose(&one.text)) }
            p.status {
                (one.status.words())
                @if one.weight > 0.0 { ", weight " (format!("{:.1}", 100.0 * one.weight)) " %" }
            }
            @if !one.skills.is_empty() {
                ul.skills { @for one in &one.skills { li { (skill(one)) } } }
            }
            @for note in &one.notes { p.note { (sentence(note)) } }
            @for quote in &one.quotes {
                blockquote {
                    p { (quote.text) }
                    footer {
                        @match address(&quote.path) {
                            Some(address) => a href=(address) { (label(&quote.path)) },
                            None => span { (label(&quote.path)) },
                        }
                        @if let Some(line) = quote.line { ", line " (line) }
                    }
                }
            }
            @if let Some(action) = &one.action { p.action { (sentence(action)) } }
        }
    }
}

fn skill(one: &SkillCoverage) -> Markup {
    html! {
        b { (one.name) } ": " (one.status.words())
        @if let Some(shown) = &one.shown_as { " (" (shown) ")" }
        @if let Some(months) = one.months { ", " (span(months)) }
        @if let Some(last) = &one.last_used { ", last in " (last.display()) }
    }
}

fn tone(status: Status) -> &'static str {
    match status {
        Status::Proved | Status::OtherName | Status::Implied => "shown",
        Status::Stale | Status::Partly | Status::ListedOnly | Status::Related => "partly",
        Status::InMasterOnly | Status::NotStated => "open",
        Status::Unverifiable | Status::NotCompared => "aside",
    }
}
