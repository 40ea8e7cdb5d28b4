//! A text line by line, with the words that findings are about.

use maud::{Markup, html};
use resume::Severity;

use super::chips::{marked, shortened};
use super::places::Places;

/// Lines at most.
const MOST_LINES: usize = 1500;
/// Characters of a line at most.
const LONGEST: usize = 1000;
/// Findings named beside a line at most.
const MOST_NAMED: usize = 6;

/// What one finding says of the text.
struct Note {
    start: usize,
    end: usize,
    number: usize,
    severity: Severity,
}

/// The lines of `text`, each under a name of its own: `line-12`.
pub(super) fn lines(text: &str, places: &Places<'_>) -> Markup {
    let mut notes: Vec<Note> = places
        .findings
        .iter()
        // What is about the whole page stands on no line.
        .filter(|one| !one.finding.path.is_empty())
        .map(|one| Note {
            start: one.finding.start,
            end: one.finding.end,
            number: one.number,
            severity: one.finding.severity,
        })
        .collect();
    notes.sort_by_key(|note| (note.start, note.number));
    let mut rows = Vec::new();
    let (mut begin, mut rest) = (0, notes.as_slice());
    for line in text.split('\n').take(MOST_LINES) {
        let end = begin + line.len();
        let here = rest.partition_point(|note| note.start <= end);
        let (own, later) = rest.split_at(here);
        rows.push((begin, line, own));
        (begin, rest) = (end + 1, later);
    }
    let left_out = text.split('\n').count().saturating_sub(MOST_LINES);
    html! {
        ol.lines {
            @for (at, (begin, line, notes)) in rows.iter().enumerate() { (row(at + 1, *begin, line, notes)) }
        }
        @if left_out > 0 { p.quiet { "and " (left_out) " more lines" } }
    }
}

fn row(number: usize, begin: usize, line: &str, notes: &[Note]) -> Markup {
    let shown = shortened(line.trim_end_matches('\r'), LONGEST);
    let ranges = notes
        .iter()
        .map(|note| note.start - begin..note.end.saturating_sub(begin).min(shown.len()));
    let worst = notes.iter().map(|note| note.severity).max();
    html! {
        li id=(format!("line-{number}")) class=[worst.map(|worst| worst.to_string())] {
            span.number aria-hidden="true" { (number) }
            span.text { (marked(&shown, ranges)) }
            @for note in notes.iter().take(MOST_NAMED) {
                " " a.(note.severity.to_string()) href=(format!("#finding-{}", note.number))
                    aria-label=(format!("Finding {}", note.number)) { (note.number) }
            }
        }
    }
}
