//! Every bullet by itself: what was credited, and what is missing.

use std::collections::BTreeMap;

use maud::{Markup, html};
use resume::{Axis, Report, ReportedBullet, ReportedFinding};

use super::chips::{chips, marked};
use super::grade::slots;
use super::line;
use super::places::Places;
use crate::prose::sentence;
use crate::report::level;

/// Bullets that are shown at once: those with the lowest scores.
const AT_ONCE: usize = 5;
/// Bullets at most.
const MOST: usize = 200;

/// What is said of one bullet: the number of the finding on this page, and the finding.
type Said<'a> = BTreeMap<&'a str, Vec<(Option<usize>, &'a ReportedFinding)>>;

/// All bullets, the weakest first; `places` have the numbers of findings, where they have any.
pub(super) fn section(report: &Report, places: Option<&Places<'_>>) -> Markup {
    let shown = places.is_some();
    let mut said: Said<'_> = BTreeMap::new();
    match places {
        Some(places) => places.findings.iter().for_each(|one| {
            said.entry(&one.finding.path).or_default().push((Some(one.number), one.finding));
        }),
        None => report.findings.iter().for_each(|finding| {
            said.entry(&finding.path).or_default().push((None, finding));
        }),
    }
    let mut weakest: Vec<&ReportedBullet> = report.bullets.iter().collect();
    weakest.sort_by(|a, b| a.score.total_cmp(&b.score));
    let (first, rest) = weakest.split_at(weakest.len().min(AT_ONCE));
    let mut rest = rest.to_vec();
    rest.sort_by_key(|bullet| bullet.line);
    let left_out = rest.len().saturating_sub(MOST);
    html! {
        section.bullets #bullets aria-labelledby="bullets-title" {
            h2 #bullets-title { "Bullet by bullet" }
            @if report.bullets.is_empty() {
                p { "The page has no bullets. A panel reads those first: begin with one line a piece of work." }
            } @else {
                p.quiet { "The weakest first. Marked words were credited; a chip says as what." }
                ol { @for bullet in first { (item(bullet, &said, shown)) } }
            }
            @if !rest.is_empty() {
                details {
                    summary { "The other " (rest.len()) ", in the order of the page" }
                    ol { @for bullet in rest.iter().take(MOST) { (item(bullet, &said, shown)) } }
                    @if left_out > 0 { p.more { "and " (left_out) " more" } }
                }
            }
        }
    }
}

fn item(bullet: &ReportedBullet, said: &Said<'_>, shown: bool) -> Markup {
    let own = said.get(bullet.path.as_str()).map(Vec::as_slice).unwrap_or_default();
    let rewrite = own.iter().find_map(|(_, finding)| finding.rewrite.as_deref());
    let empty: Vec<&str> = Axis::ALL
        .iter()
        .filter(|axis| bullet.axes.get(**axis) < 1.0)
        .map(|axis| axis.as_str())
        .collect();
    let facts = bullet.facts.iter().map(|fact| fact.start..fact.end);
    html! {
        li.bullet {
            p.score.(level(bullet.score)) title="Score of this bullet, of 100" {
                (bullet.score.floor())
                span.visually-hidden { " of 100" }
            }
            div.told {
                p.words { (marked(&bullet.text, facts)) " " (line(bullet.line, shown)) }
                (chips(&bullet.facts))
                @if !empty.is_empty() { p.lacks { "Says nothing of " (empty.join(" and ")) "." } }
                @for (number, finding) in own {
                    p.said {
                        (sentence(&finding.message))
                        @if let Some(number) = number {
                            " " a href=(format!("#finding-{number}")) { "finding " (number) }
                        }
                    }
                }
                @if let Some(rewrite) = rewrite { p.rewrite { b { "Say" } " " (slots(rewrite)) } }
            }
        }
    }
}
