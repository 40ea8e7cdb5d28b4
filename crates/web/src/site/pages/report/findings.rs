//! Findings at their place: the page or the text beside what was found.

use maud::{Markup, html};
use resume::{Readiness, Report, ReportedFinding};
use workbench::place;

use super::Subject;
use super::lines::lines;
use super::places::{Group, Numbered, Places};
use super::sheets::{id, sheets};
use crate::label::label;
use crate::report::{Surface, counts, told, word};

/// Findings of a group that are shown at once; the rest is a click away.
const AT_ONCE: usize = 25;

/// Where findings are listed, which says what they can lead to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum On {
    /// On the page that shows the file, too.
    Report,
    /// On a page of the site without the file.
    Saved,
    /// In a file that leads nowhere.
    File,
}

/// Pages or text, and beside them the findings.
pub(super) fn section(subject: &Subject<'_>, places: &Places<'_>) -> Markup {
    let report = &subject.examined.reviewed.report;
    let has_pages = !subject.examined.pages().is_empty();
    html! {
        section.findings #findings aria-labelledby="findings-title" {
            h2 #findings-title { "Findings at their place" }
            (ready(report))
            @if let Some(failure) = &subject.examined.set.failure {
                p.lacks { "No page could be set: " (failure.message) "." }
            }
            div.columns {
                @if has_pages {
                    (sheets(subject, places))
                } @else {
                    div.sheets tabindex="0" role="region" aria-label="The text with the places of findings" {
                        (lines(subject.examined.reviewed.parsed.source_map.text(), places))
                    }
                }
                (groups(places, On::Report))
            }
        }
    }
}

/// The findings of a report that is shown without its file.
pub(super) fn list(report: &Report, on: On) -> Markup {
    html! {
        section.findings #findings aria-labelledby="findings-title" {
            h2 #findings-title { "Findings" }
            (ready(report))
            (groups(&Places::none(report), on))
        }
    }
}

fn ready(report: &Report) -> Markup {
    let Readiness { ready, errors, warnings, infos } = report.readiness;
    html! {
        p.readiness {
            @if ready { b { "Ready to send" } } @else { b { "Not ready to send" } }
            ": " (counts(errors, warnings, infos))
            @if !report.allowed.is_empty() { ", " (report.allowed.len()) " allowed by the file" }
        }
    }
}

fn groups(places: &Places<'_>, on: On) -> Markup {
    html! {
        div.groups {
            @for group in Group::ALL { (of_group(group, places, on)) }
            @if places.left_out > 0 {
                p.more { "and " (places.left_out) " more; the download of the report has all of them" }
            }
        }
    }
}

fn of_group(group: Group, places: &Places<'_>, on: On) -> Markup {
    let (key, title, about, clean) = match group {
        Group::Content => (
            "content",
            "Engineering content",
            "What was owned, what changed, how it works. This is what the axes grade.",
            "Nothing is held against the work as it is told.",
        ),
        Group::Integrity => (
            "integrity",
            "Integrity",
            "Whether all of it can be true. Only this can cap a verdict.",
            "No hidden text, no words for a machine, no number or date that cannot be.",
        ),
        Group::Readiness => (
            "readiness",
            "Readiness",
            "Format and language. Never part of the axes.",
            "Nothing about format and language.",
        ),
    };
    let all: Vec<&Numbered<'_>> = places.of_group(group).collect();
    let (first, rest) = all.split_at(all.len().min(AT_ONCE));
    html! {
        section aria-labelledby=(format!("about-{key}")) {
            h3 id=(format!("about-{key}")) { (title) " " span.count { (all.len()) } }
            p.quiet { (about) }
            @if all.is_empty() { p.clean { (clean) } }
            @if !first.is_empty() { ol { @for one in first { (item(one, on)) } } }
            @if !rest.is_empty() {
                details {
                    summary { (rest.len()) " more" }
                    ol { @for one in rest { (item(one, on)) } }
                }
            }
        }
    }
}

fn item(one: &Numbered<'_>, on: On) -> Markup {
    let Numbered { number, finding, spot, .. } = one;
    let target = match spot {
        Some(spot) => Some(format!("#{}", id(*spot))),
        None if finding.path.is_empty() => None,
        None => (on == On::Report).then(|| format!("#line-{}", finding.line)),
    };
    html! {
        li.finding.(finding.severity.to_string()) id=(format!("finding-{number}")) tabindex="-1"
            data-box=[spot.map(id)] {
            p.head {
                span.number { (number) }
                span.severity { (word(finding.severity)) }
                @if let Some(target) = target {
                    a.place href=(target) { (whereabouts(finding)) }
                } @else {
                    span.place { (whereabouts(finding)) }
                }
            }
            (told(finding, if on == On::File { Surface::File } else { Surface::Site }))
        }
    }
}

/// `Role 1, bullet 2 (page 1, line 12)`
fn whereabouts(finding: &ReportedFinding) -> String {
    let path = finding.path.parse().map_or_else(|_| finding.path.clone(), |path| label(&path));
    let line = (!finding.path.is_empty()).then_some(finding.line);
    match place(finding.page, line) {
        place if place.is_empty() => path,
        place => format!("{path} ({place})"),
    }
}
