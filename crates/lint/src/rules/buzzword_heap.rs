//! `buzzword-heap`: a line, or a page, of words that carry no facts.

use resume::Severity;
use roles::RolePack;

use super::adjective_claim::{praise, shows_something};
use crate::page::Unit;
use crate::reading::listed;
use crate::rule::{Context, Findings, Topic, declare_rule};

declare_rule! {
    /// A bullet has two or more buzzwords and no fact, or the page has five.
    ///
    /// ## Why
    /// One such word is overread. Two in a line, or five on a page, set the tone: the reader
    /// begins to look for the words instead of the work.
    ///
    /// ## What to do
    /// Delete them without replacement and read the line again. What is left is what you claim;
    /// if it is too little, add a figure or the technique.
    ///
    /// ```bullets,flagged
    /// - Leveraged cutting-edge synergies for the booking portal
    /// - Delivered a robust and scalable fare importer
    /// - Architected a hyper-scale, cloud-native, next-generation ticket shop on 6 nodes
    /// ```
    /// ```bullets,flagged-together
    /// - Built a robust tariff pipeline
    /// - Wrote the seamless checkout of the seat map
    /// - Ran an innovative label printer
    /// - Designed the resilient meter importer
    /// - Shipped a world-class berth scheduler
    /// ```
    /// ```bullets,clean
    /// - Built a robust and scalable tariff pipeline: 40k rows a second on 6 nodes
    /// - Built a robust tariff pipeline
    /// - Ran the fault-tolerant (3 of 5 nodes) lock service of the depot
    /// - Wrote the robust regression that estimates leverage ratios
    /// ```
    "buzzword-heap", Severity::Warning, Topic::Language => check
}

/// So many in one line.
const IN_A_LINE: usize = 2;

/// So many in one line drown the figure beside them.
const BESIDE_FIGURES: usize = 3;

/// So many on one page.
const ON_A_PAGE: usize = 5;

fn check(cx: &Context<'_>, findings: &mut Findings<'_>) {
    let mut all: Vec<String> = Vec::new();
    let mut in_line = false;
    let mut first = None;
    for unit in cx.bullets() {
        let words = heap(unit, cx.pack);
        let Some(range) = words.first().cloned() else { continue };
        let said: Vec<String> =
            words.iter().map(|range| format!("\"{}\"", unit.said(range))).collect();
        if said.len() >= IN_A_LINE {
            in_line = true;
            findings.add_in(
                unit,
                range,
                format!("{} carry no fact", listed(&said)),
                "delete them and read what is left; then add the figure or the technique",
            );
        } else {
            first.get_or_insert((unit, range));
            all.extend(said);
        }
    }
    let Some((unit, range)) = first.filter(|_| !in_line && all.len() >= ON_A_PAGE) else { return };
    findings.add_in(
        unit,
        range,
        format!("{} words of the page carry no fact: {}", all.len(), listed(&all)),
        "delete them and read what is left; then add the figure or the technique",
    );
}

/// Buzzwords of a line that shows nothing for them.
fn heap(unit: &Unit, pack: &RolePack) -> Vec<std::ops::Range<usize>> {
    let praise = praise(unit, pack);
    if praise.len() < BESIDE_FIGURES && shows_something(unit) { Vec::new() } else { praise }
}
