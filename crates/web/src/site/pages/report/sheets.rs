//! Pages as pictures, with a box at the place of every finding.
//!
//! Boxes are drawn in SVG over the picture: they need no script, lead to their findings, and are
//! found from there by their name.

use maud::{Markup, html};
use resume::Rect;

use super::Subject;
use super::places::{Places, Spot};

/// Pages with a picture at most.
const MOST_PAGES: usize = 12;
/// Room that a box leaves around its words, in points.
const ROOM: f32 = 2.0;

/// The pages; nothing when the file has none.
pub(super) fn sheets(subject: &Subject<'_>, places: &Places<'_>) -> Markup {
    let pages = subject.examined.pages();
    let extension = if subject.is_pdf() { "png" } else { "svg" };
    // The same file is drawn once by a browser, however it is graded.
    let address = |page: usize| format!("/reports/{}/pages/{page}.{extension}", subject.key);
    html! {
        div.sheets tabindex="0" role="region" aria-label="Pages with the places of findings" {
            @for (at, (width, height)) in pages.iter().enumerate().take(MOST_PAGES) {
                figure.sheet {
                    img src=(address(at + 1)) loading="lazy" decoding="async"
                        width=(width.round()) height=(height.round())
                        alt=(format!("Page {} of {}", at + 1, pages.len()));
                    svg.spots viewBox=(format!("0 0 {width:.1} {height:.1}"))
                        role="group" aria-label=(format!("Findings on page {}", at + 1)) {
                        @for (number, spot) in places.spots.iter().enumerate() {
                            @if spot.region.page == at + 1 { (drawn(number, spot, places)) }
                        }
                    }
                }
            }
            @if pages.len() > MOST_PAGES {
                p.quiet { "Pages after the first " (MOST_PAGES) " are read and not shown." }
            }
        }
    }
}

/// The name of a box.
pub(super) fn id(spot: usize) -> String {
    format!("box-{}", spot + 1)
}

fn drawn(number: usize, spot: &Spot, places: &Places<'_>) -> Markup {
    let Rect { left, top, .. } = spot.region.rect;
    let (width, height) = (spot.region.rect.width(), spot.region.rect.height());
    let first = spot.numbers.first().copied().unwrap_or(1);
    let numbers: Vec<String> = spot.numbers.iter().map(usize::to_string).collect();
    let message = places.findings.get(first - 1).map_or("", |one| &one.finding.message);
    let name = match numbers.as_slice() {
        [one] => format!("Finding {one}: {message}"),
        all => format!("Findings {}: {message}", all.join(", ")),
    };
    html! {
        a.(spot.severity.to_string()) id=(id(number)) href=(format!("#finding-{first}"))
            data-findings=(numbers.join(" ")) aria-label=(name) {
            rect x=(format!("{:.1}", left - ROOM)) y=(format!("{:.1}", top - ROOM / 2.0))
                width=(format!("{:.1}", width + 2.0 * ROOM))
                height=(format!("{:.1}", height + ROOM)) rx="1.5" {}
            text x=(format!("{:.1}", left - 2.0 * ROOM)) y=(format!("{:.1}", top + 7.0))
                text-anchor="end" aria-hidden="true" { (few(&numbers)) }
        }
    }
}

/// The first of many numbers.
fn few(numbers: &[String]) -> String {
    match numbers {
        [first, _, ..] => format!("{first}…"),
        all => all.concat(),
    }
}
