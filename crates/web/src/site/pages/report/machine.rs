//! What a machine reads: fields in their order with how sure it is, the text in reading order, and
//! what other readers lose.

use document::{Document, Loss};
use extract::{Action, Decision};
use maud::{Markup, html};
use resume::{FieldPath, Parsed};
use workbench::editable::rivals;
use workbench::one_line;

use super::Subject;
use super::chips::shortened;
use super::lines::lines;
use super::places::Places;
use crate::label::label;

/// Fields at most.
const MOST_FIELDS: usize = 400;
/// Fields to look at again that are shown at once.
const MOST_DOUBTS: usize = 12;
/// Characters of a value at most.
const LONGEST: usize = 200;
/// Bytes of a text at most that is shown as it is stored.
const MOST_TEXT: usize = 60_000;

pub(super) fn section(subject: &Subject<'_>, places: &Places<'_>) -> Markup {
    let parsed = &subject.examined.reviewed.parsed;
    // The text is beside the findings already where there are no pages.
    let has_pages = !subject.examined.pages().is_empty();
    html! {
        section.machine #machine aria-labelledby="machine-title" {
            h2 #machine-title { "What a machine reads" }
            @if let Some(document) = &subject.examined.document {
                p.quiet {
                    "The fields as a program takes them that reads applications. It has nothing but "
                    "the file, so a field that is wrong here may be wrong in many other places."
                }
                (doubts(&subject.examined.decisions))
                (decided(&subject.examined.decisions))
                (losses(document))
            } @else {
                p.quiet {
                    "This file names its fields, so each is taken as it is written. What programs "
                    "read later is the page that is made of it; vitae reads every page it makes "
                    "once more before you get it."
                }
                (named(parsed))
            }
            @if has_pages {
                details {
                    summary {
                        @if subject.examined.document.is_some() { "The text in reading order" }
                        @else { "The file, line by line" }
                    }
                    (lines(parsed.source_map.text(), places))
                }
            }
        }
    }
}

/// Fields that were read without being sure.
fn doubts(decisions: &[Decision]) -> Markup {
    let doubtful: Vec<&Decision> =
        decisions.iter().filter(|decision| decision.action() == Action::Review).collect();
    html! {
        @if doubtful.is_empty() {
            p.clean { "Every field was read with confidence." }
        } @else {
            h3 { "Look at these " span.count { (doubtful.len()) } }
            ul.doubts {
                @for decision in doubtful.iter().take(MOST_DOUBTS) {
                    li {
                        b { (label(&decision.path)) } ": " (value(decision)) " "
                        span.quiet { (percent(decision.confidence)) " sure" (others(decision)) }
                    }
                }
                @if doubtful.len() > MOST_DOUBTS { li { "and " (doubtful.len() - MOST_DOUBTS) " more" } }
            }
        }
    }
}

/// `, or "Acme Inc."`
fn others(decision: &Decision) -> String {
    let near = rivals(decision)
        .map(|other| [", or \"", &shortened(&one_line(&other.text), 60), "\""].concat());
    near.collect()
}

fn value(decision: &Decision) -> String {
    let text = decision.candidates.first().map(|best| one_line(&best.text)).unwrap_or_default();
    shortened(&text, LONGEST)
}

fn percent(share: f32) -> String {
    format!("{:.0} %", share.clamp(0.0, 1.0) * 100.0)
}

/// All fields of a document.
fn decided(decisions: &[Decision]) -> Markup {
    let rows = decisions.iter().map(|decision| {
        let action = match decision.action() {
            Action::Use => "use",
            Action::Review => "look at this",
        };
        let sure = format!("{}, {action}", percent(decision.confidence));
        (label(&decision.path), value(decision), Some(sure))
    });
    table(&rows.collect::<Vec<_>>())
}

/// All fields of data, in the order of the file.
fn named(parsed: &Parsed) -> Markup {
    let spans: Vec<_> = parsed.source_map.spans().collect();
    let text = parsed.source_map.text();
    let mut leaves = Vec::new();
    for (at, (path, span)) in spans.iter().enumerate() {
        // Paths are in order, so that what lies below a path follows it.
        let has_parts = spans.get(at + 1).is_some_and(|(next, _)| next.starts_with(path));
        if !has_parts && **path != FieldPath::root() {
            leaves.push((
                span.value.start,
                *path,
                text.get(span.value.clone()).unwrap_or_default(),
            ));
        }
    }
    leaves.sort_by_key(|(start, ..)| *start);
    let rows = leaves.into_iter().map(|(_, path, value)| {
        let value = value.trim_matches(['"', '\'', ' ', '\n']);
        (label(path), shortened(&one_line(value), LONGEST), None)
    });
    table(&rows.collect::<Vec<_>>())
}

/// Names, values and how sure they are.
fn table(rows: &[(String, String, Option<String>)]) -> Markup {
    let sure = rows.iter().any(|(.., sure)| sure.is_some());
    let left_out = rows.len().saturating_sub(MOST_FIELDS);
    html! {
        @if !rows.is_empty() {
            details {
                summary { "All " (rows.len()) " fields, in their order" }
                div.wide tabindex="0" role="region" aria-label="Fields" {
                    table {
                        thead {
                            tr {
                                th scope="col" { "Field" }
                                th scope="col" { "Read as" }
                                @if sure { th scope="col" { "How sure" } }
                            }
                        }
                        tbody {
                            @for (name, value, sure) in rows.iter().take(MOST_FIELDS) {
                                tr {
                                    th scope="row" { (name) }
                                    td { (value) }
                                    @if let Some(sure) = sure { td { (sure) } }
                                }
                            }
                        }
                    }
                }
                @if left_out > 0 { p.more { "and " (left_out) " more" } }
            }
        }
    }
}

/// What a reader loses that takes the text as it is stored.
fn losses(document: &Document) -> Markup {
    let losses = document.losses();
    html! {
        h3 { "What other readers lose" }
        @if losses.is_empty() {
            p.clean { "Nothing: a reader that takes the text as it is stored gets what you see." }
        } @else {
            ul.losses { @for loss in &losses { (lost(loss)) } }
            details {
                summary { "The text as the file stores it" }
                pre.stored tabindex="0" { (stored(&document.naive)) }
            }
        }
    }
}

fn lost(loss: &Loss) -> Markup {
    html! {
        li {
            b { (loss.title) } ". " (loss.cost)
            @if !loss.examples.is_empty() {
                ul {
                    @for example in &loss.examples { li.quiet { (example) } }
                    @if loss.more > 0 { li.quiet { "and " (loss.more) " more" } }
                }
            }
        }
    }
}

/// The beginning of a text.
fn stored(text: &str) -> &str {
    let mut end = text.len().min(MOST_TEXT);
    while !text.is_char_boundary(end) {
        end -= 1;
    }
    &text[..end]
}
