//! `filler-phrase`: words that fill a line without saying anything.

use resume::Severity;

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
            let message = format!("\"{}\" says nothing", unit.said(&range));
            findings.add_in(
                unit,
                range,
                message,
                "say the number, name the things, or leave it out",
            );
        }
    }
}
