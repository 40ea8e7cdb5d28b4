//! Where the points come from: criteria with their quotes, and what findings took.

use maud::{Markup, html};
use resume::{Axis, Criterion, Report};
use workbench::{number, one_line};

use super::chips::cut;
use super::line;
use crate::prose::{capital, sentence};

/// Quotes of a criterion at most.
const MOST_QUOTES: usize = 8;

/// `shown`: the page shows the file, too.
pub(super) fn section(report: &Report, shown: bool) -> Markup {
    html! {
        section.points-of #points aria-labelledby="points-title" {
            h2 #points-title { "Where the points come from" }
            p.quiet { "Every point can be added up again: facts, what the stage needs, and the words they were read from." }
            @for axis in Axis::ALL {
                details {
                    summary { (capital(axis.as_str())) ": " (report.axes.get(axis).floor()) " points" }
                    (of_axis(report, axis, shown))
                }
            }
            p.quiet {
                "Rubric " (report.rubric.version) " (" code { (report.rubric.fingerprint) } "), page "
                code { (report.page) } ", as of " (report.as_of) "."
            }
        }
    }
}

fn of_axis(report: &Report, axis: Axis, shown: bool) -> Markup {
    let criteria = report.criteria.iter().filter(|criterion| criterion.axis == axis);
    let taken = report.penalties.iter().filter(|one| one.axis == axis && one.points > 0.0);
    html! {
        div.wide tabindex="0" role="region" aria-label=(format!("Criteria of {axis}")) {
            table {
                thead {
                    tr {
                        th scope="col" { "Criterion" }
                        th.figure scope="col" { "Facts" }
                        th.figure scope="col" { "Needed" }
                        th.figure scope="col" { "Points" }
                        th scope="col" { "Words" }
                    }
                }
                tbody { @for criterion in criteria { (row(criterion, shown)) } }
            }
        }
        @for penalty in taken {
            p.lacks {
                code { (penalty.rule) } " takes " (number(penalty.points)) " points ("
                (penalty.count) "×)."
            }
        }
    }
}

fn row(criterion: &Criterion, shown: bool) -> Markup {
    let more = criterion.quotes.len().saturating_sub(MOST_QUOTES);
    html! {
        tr {
            th scope="row" {
                (sentence(&criterion.title)) " " span.quiet { (criterion.id) }
                @if let Some(next) = &criterion.next { p.quiet { "Next: " (next) } }
            }
            td.figure { (number(criterion.n)) }
            td.figure { @if let Some(need) = criterion.need { (number(need)) } @else { "not asked" } }
            td.figure { (number(criterion.points)) " of " (number(criterion.weight)) }
            td {
                @if criterion.quotes.is_empty() { "–" } @else {
                    ul.quotes {
                        @for quote in criterion.quotes.iter().take(MOST_QUOTES) {
                            li {
                                q { (cut(&one_line(&quote.text))) }
                                @if let Some(number) = quote.line { " " (line(number, shown)) }
                            }
                        }
                        @if more > 0 { li { "and " (more) " more" } }
                    }
                }
            }
        }
    }
}
