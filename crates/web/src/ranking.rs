//! A ranking, as one file that loads nothing.

use maud::{Markup, html};
use ranking::Band;
use ranking::report::{Criterion, RankReport, RankedApplicant, RankedRequirement};
use resume::coverage::{RequirementKind, Status, span};

use crate::{coverage, sheet};

/// The page, in UTF-8.
pub fn page(report: &RankReport) -> String {
    let job = &report.job;
    let title = job.title.as_deref().unwrap_or(&job.file);
    let body = html! {
        header {
            h1 { (title) }
            p {
                (report.applicants.len()) " applications, as of " (report.as_of)
                @if report.blind { "; names are left out" }
            }
            p {
                "A band says what a page shows and decides nothing. What is not stated "
                "is a question to ask. Equal fits share a place."
            }
        }
        @for band in Band::ALL { (of_band(report, band)) }
        (unread(report))
        (asked(report))
        footer {
            p {
                "vitae " (report.scorer.version) ", role " code { (report.scorer.role) }
                ", job " code { (report.job.version) } ", weights "
                code { (report.scorer.weights) }
            }
        }
    };
    let styles = [coverage::STYLE, include_str!("../assets/ranking.css")];
    let name = format!("{} applications for {title}", report.applicants.len());
    sheet::page(&name, &styles, "coverage ranking", &body)
}

fn of_band(report: &RankReport, band: Band) -> Markup {
    let applicants: Vec<&RankedApplicant> =
        report.applicants.iter().filter(|one| one.band == band).collect();
    html! {
        @if !applicants.is_empty() {
            section aria-labelledby=(band.as_str()) {
                h2 id=(band.as_str()) { (band.title()) " (" (applicants.len()) ")" }
                @for one in applicants { (applicant(report, one)) }
            }
        }
    }
}

fn applicant(report: &RankReport, one: &RankedApplicant) -> Markup {
    let shared = if one.sharing > 1 { " (shared)" } else { "" };
    html! {
        details {
            summary {
                span.place { (one.place) (shared) } " "
                strong { (one.applicant) } " "
                span.fit { "fit " (one.fit) @if let Some(cap) = one.cap { ", at most " (cap) } }
                @for flag in &one.integrity { " " span.flag { "look: " (flag.message) } }
            }
            @if let Some(moved) = &one.moved {
                p { "Was at " (moved.place) " with fit " (moved.fit) "." }
            }
            table {
                thead {
                    tr {
                        th scope="col" { "Asked for" }
                        th scope="col" { "Shown" }
                        th scope="col" { "In the words of the page" }
                    }
                }
                tbody {
                    @for (asked, found) in report.job.requirements.iter().zip(&one.criteria) {
                        (criterion(asked, found))
                    }
                }
            }
        }
    }
}

fn criterion(asked: &RankedRequirement, found: &Criterion) -> Markup {
    let weak = matches!(found.status, Status::NotStated | Status::InMasterOnly);
    html! {
        tr.open[weak] {
            th scope="row" {
                (asked.text) " "
                @if asked.kind != RequirementKind::Must { span.kind { (asked.kind.as_str()) } }
            }
            td {
                (found.status.words())
                @if let Some(months) = found.months.filter(|months| *months > 0) {
                    ", " (span(months))
                }
            }
            td {
                @for words in found.evidence.iter().take(2) {
                    q { (words.text) } " "
                    span.where {
                        @if let Some(page) = words.page { "page " (page) ", " }
                        "line " (words.line)
                    }
                    br;
                }
                @if let Some(reason) = &found.absent_reason { span.where { (reason) } }
            }
        }
    }
}

fn unread(report: &RankReport) -> Markup {
    html! {
        @if !report.unread.is_empty() {
            section aria-labelledby="unread" {
                h2 id="unread" { "Not read (" (report.unread.len()) ")" }
                ul { @for one in &report.unread { li { (one.message) } } }
            }
        }
    }
}

fn asked(report: &RankReport) -> Markup {
    html! {
        section aria-labelledby="asked" {
            h2 id="asked" { "What everybody was compared with" }
            ul {
                @for one in &report.job.requirements {
                    li {
                        (one.text) " "
                        span.where { "(" (one.kind.as_str()) ", " (share(one.weight)) ")" }
                    }
                }
            }
        }
    }
}

/// The share of a requirement in words.
fn share(weight: f64) -> String {
    if weight > 0.0 { format!("{:.1} points", weight * 100.0) } else { "not compared".to_owned() }
}
