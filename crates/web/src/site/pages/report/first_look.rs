//! The first eight seconds: the places a reader looks at before deciding to read on.

use lint::{Asked, Scan, Section, Zone};
use maud::{Markup, html};
use workbench::one_line;

use super::chips::{chips, cut, shortened};
use super::line;
use crate::prose::sentence;

/// Characters of a place that are shown.
const LONGEST: usize = 320;
/// Sections of a page at most.
const MOST_SECTIONS: usize = 60;

pub(super) fn section(scan: &Scan) -> Markup {
    let told = scan.checklist.iter().filter(|asked| asked.quote.is_some()).count();
    html! {
        section.first-look #first-look aria-labelledby="first-look-title" {
            h2 #first-look-title { "The first eight seconds" }
            p.quiet {
                "Where a first look rests, and what each place establishes. Together these places "
                "tell " (told) " of " (scan.checklist.len()) " things a recruiter looks for."
            }
            div.beside {
                ol.zones { @for zone in &scan.zones { (place(zone)) } }
                ul.checklist { @for asked in &scan.checklist { (item(asked)) } }
            }
            @if !scan.sections.is_empty() { (sections(&scan.sections)) }
        }
    }
}

fn place(zone: &Zone) -> Markup {
    let nothing = zone.scope.is_empty() && zone.evidence.is_empty() && zone.depth.is_empty();
    // A title with dates, or a school, is read and not graded.
    let graded = !matches!(zone.zone, "current-role" | "education");
    html! {
        li {
            h3 {
                (sentence(zone.title))
                @if let Some(number) = zone.line { " " (line(number, true)) }
            }
            @if let Some(text) = &zone.text {
                p.words { (shortened(&one_line(text), LONGEST)) }
                @for (axis, facts) in
                    [("Scope", &zone.scope), ("Evidence", &zone.evidence), ("Depth", &zone.depth)]
                {
                    @if !facts.is_empty() { div.credit { span.axis { (axis) } (chips(facts)) } }
                }
                @if nothing && graded { p.lacks { "Establishes nothing." } }
            } @else {
                p.lacks { "Nothing stands here." }
            }
        }
    }
}

fn item(asked: &Asked) -> Markup {
    html! {
        @if let Some(quote) = &asked.quote {
            li.told {
                span.sign aria-hidden="true" { "✓" }
                div { p { (sentence(asked.title)) } p.quiet { q { (cut(&one_line(quote))) } } }
            }
        } @else {
            li.lacking {
                span.sign aria-hidden="true" { "–" }
                div {
                    p { "Missing: " (asked.title) }
                    @if let Some(hint) = &asked.hint { p.quiet { (sentence(hint)) } }
                }
            }
        }
    }
}

fn sections(sections: &[Section]) -> Markup {
    html! {
        details {
            summary { "Section by section: what the page would lose without each" }
            div.wide tabindex="0" role="region" aria-label="Sections of the page" {
                table {
                    thead {
                        tr {
                            th scope="col" { "Section" }
                            @for head in ["Items", "Words", "Score", "Scope", "Evidence", "Depth"] {
                                th.figure scope="col" { (head) }
                            }
                        }
                    }
                    tbody { @for section in sections.iter().take(MOST_SECTIONS) { (row(section)) } }
                }
            }
        }
    }
}

fn row(section: &Section) -> Markup {
    // A negative zero is a zero.
    let lost = |points: f64| format!("{:.1}", points + 0.0);
    html! {
        tr {
            th scope="row" { (sentence(&cut(&one_line(&section.title)))) }
            td.figure { (section.bullets) }
            td.figure { (section.words) }
            td.figure { @if let Some(score) = section.score { (score.floor()) } @else { "–" } }
            @if let Some(adds) = section.adds {
                td.figure { (lost(adds.scope)) }
                td.figure { (lost(adds.evidence)) }
                td.figure { (lost(adds.depth)) }
            } @else {
                td.figure colspan="3" { "not graded" }
            }
        }
    }
}
