//! What a resume shows of a job, as one file that loads nothing.

use maud::{Markup, html};
use resume::coverage::{Coverage, Covered, RequirementKind, SkillCoverage, Status, span};

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
        @for kind in RequirementKind::ALL { (group(coverage, kind)) }
    };
    sheet::page(&title, &[STYLE], "coverage", &body)
}

fn result(coverage: &Coverage) -> Markup {
    html! {
        dl.result {
            div { dt { "A reader finds" } dd { strong { (coverage.fit) } " of 100" } }
            div { dt { "A machine that wants exact words finds" } dd { (coverage.literal) " of 100" } }
            @if let Some(cap) = coverage.cap {
                div {
                    dt { "Ceiling" }
                    dd {
                        (cap) ", for what is missing of the musts"
                        @if !coverage.capped_by.is_empty() {
                            "; without it " (coverage.uncapped)
                        }
                    }
                }
            }
        }
    }
}

fn group(coverage: &Coverage, kind: RequirementKind) -> Markup {
    let name = match kind {
        RequirementKind::Must => "Must",
        RequirementKind::Nice => "Nice to have",
        RequirementKind::Duty => "Duties",
    };
    let share: f64 = coverage.of_kind(kind).map(|one| one.weight).sum();
    html! {
        @if coverage.of_kind(kind).next().is_some() {
            section aria-labelledby=(kind.as_str()) {
                h2 id=(kind.as_str()) { (name) }
                p.share { (format!("{:.0}", 100.0 * share)) " % of the result" }
                ol { @for one in coverage.of_kind(kind) { (requirement(one)) } }
            }
        }
    }
}

fn requirement(one: &Covered) -> Markup {
    html! {
        li.(tone(one.status)) id=(one.id) {
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
                        code { (quote.path) }
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
