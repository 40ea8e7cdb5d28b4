//! `repeated-verb`: the same verb opens line after line.

use std::collections::HashMap;

use resume::{FieldPath, Severity};

use crate::rule::{Context, Findings, Topic, declare_rule};

declare_rule! {
    /// Bullets of one role open with the same verb.
    ///
    /// ## Why
    /// A column of "Developed" hides the differences between the lines. The verb is the first
    /// word read; it should tell what kind of work this one was.
    ///
    /// ## What to do
    /// Name the act more closely: did you write, split, replace, measure or retire it? The same
    /// verb in two roles is fine.
    ///
    /// ```bullets,flagged-together
    /// - Developed the fare importer for 40 carriers
    /// - Developed the seat map of the night trains
    /// ```
    /// ```bullets,flagged-together
    /// - Built the fare importer for 40 carriers
    /// - Cut p99 of the seat map from 480 ms to 92 ms
    /// - Built the voucher ledger of the ticket shop
    /// - Moved timetables from MySQL to PostgreSQL
    /// - Built the label printer of the parcel desk
    /// ```
    /// ```bullets,clean
    /// - Built the fare importer for 40 carriers
    /// - Cut p99 of the seat map from 480 ms to 92 ms
    /// - Built the voucher ledger of the ticket shop
    /// ```
    /// ```yaml,clean
    /// work:
    ///   - name: Harbor Analytics
    ///     highlights: [Owned the berth scheduler of 14 ports]
    ///   - name: Quayline
    ///     highlights: [Owned the crane telemetry of 3 terminals]
    /// ```
    "repeated-verb", Severity::Info, Topic::Language => check
}

/// So many lines of one role may open with the same verb, apart from each other.
const APART: usize = 2;

fn check(cx: &Context<'_>, findings: &mut Findings<'_>) {
    // How many lines of the role each lemma opened, and what opened the last one.
    let mut opened: HashMap<&str, usize> = HashMap::new();
    let mut last = None;
    let mut role: Option<FieldPath> = None;
    for unit in cx.bullets() {
        if unit.path.parent() != role {
            role = unit.path.parent();
            opened.clear();
            last = None;
        }
        let verb =
            unit.facts.verbs.first().filter(|verb| verb.position == facts::Position::Opening);
        let lemma = verb.map(|verb| verb.entry(cx.pack).lemma.as_str());
        if let Some((verb, lemma)) = verb.zip(lemma) {
            let count = opened.entry(lemma).or_default();
            let said = unit.said(&verb.range).to_owned();
            if last == Some(lemma) {
                let message = format!("\"{said}\" opens two lines in a row");
                findings.add_in(unit, verb.range.clone(), message, hint(&said));
            } else if *count >= APART {
                let message = format!("\"{said}\" opens {} lines of this role", *count + 1);
                findings.add_in(unit, verb.range.clone(), message, hint(&said));
            }
            *count += 1;
        }
        last = lemma;
    }
}

fn hint(said: &str) -> String {
    format!("name this act more closely than \"{}\"", said.to_lowercase())
}
