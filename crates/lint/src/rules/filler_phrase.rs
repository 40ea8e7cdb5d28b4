//! `filler-phrase`: words that fill a line without saying anything.

use std::ops::Range;

use resume::Severity;

use crate::deletion::delete;
use crate::page::Unit;
use crate::rule::{Context, Findings, Topic, declare_rule};

declare_rule! {
    /// Words fill the line without saying anything.
    ///
    /// ## Why
    /// "Etc." tells a panel that you could not think of a third thing, "a wide range of" that you
    /// did not count. Every word of a page is read at the expense of another.
    ///
    /// ## What to do
    /// Say the number, name the things, or end the line earlier.
    ///
    /// ```bullets,flagged
    /// - Built the tariff importer, the seat map, etc.
    /// - Migrated a wide range of services to Kubernetes
    /// - Maintained the label printers, the scanners and so on
    /// ```
    /// ```bullets,clean
    /// - Moved the secrets of 40 hosts from /etc to Vault
    /// - Published the incident review format, with references to 14 postmortems
    /// - Moved the seat map and more than 10 reports to one service
    /// - Cut the range of the meter poll from 900 m to 300 m to save power
    /// ```
    /// ```summary,flagged
    /// Runs the meter importer of a grid operator, 3 million readings a day, and much more.
    /// ```
    /// ```summary,clean
    /// Runs the meter importer of a grid operator, 3 million readings a day.
    /// ```
    "filler-phrase", Severity::Info, Topic::Language => check
}

fn check(cx: &Context<'_>, findings: &mut Findings<'_>) {
    for unit in &cx.page.units {
        for found in cx.pack.lists.filler.find(&unit.facts.words) {
            let range = unit.bytes(&found.words);
            // A path on a machine: `/etc`.
            if unit.said(&(0..range.start)).ends_with('/') {
                continue;
            }
            // `and more than 10 ports` counts.
            let next = unit.facts.words.get(found.words.end);
            if next.is_some_and(|next| next.norm == "than") {
                continue;
            }
            let message = format!("\"{}\" says nothing", unit.said(&range));
            let fix = superfluous(unit, &range).and_then(|range| delete(unit, &range));
            findings
                .add_in(unit, range, message, "say the number, name the things, or leave it out")
                .fix = fix;
        }
    }
}

/// Phrases at the end of a list that go with the comma or word that joins them.
const TAILS: [&str; 10] = [
    "etc", "et cetera", "and so on", "and so forth", "and more", "and much more", "and many more",
    "and others", "among others", "to name a few",
];

/// Phrases that a sentence does not need.
const ADVERBIALS: [&str; 6] = [
    "on a daily basis",
    "on a regular basis",
    "at all times",
    "whenever possible",
    "in a fast-paced environment",
    "under tight deadlines",
];

/// The words that can go without another word in their place.
fn superfluous(unit: &Unit, range: &Range<usize>) -> Option<Range<usize>> {
    let said = unit.said(range).to_lowercase();
    let before = unit.said(&(0..range.start));
    if TAILS.contains(&said.as_str()) {
        let joined = before.trim_end();
        let joined = joined.strip_suffix("and").unwrap_or(joined).trim_end();
        let start = joined.trim_end_matches(',').len();
        // The full stop of "etc." ends the sentence as well, where one stands.
        let dot =
            unit.said(&(range.end..unit.text.len())).starts_with('.') && said.starts_with("et");
        let end = range.end + usize::from(dot);
        return (!joined.is_empty()).then_some(start..end);
    }
    // `migrated a wide range of services`
    let of = said.ends_with(" of") && !before.trim().is_empty();
    (of || ADVERBIALS.contains(&said.as_str())).then(|| range.clone())
}
