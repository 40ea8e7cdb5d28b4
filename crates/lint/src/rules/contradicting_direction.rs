//! `contradicting-direction`: the verb says down, the figures say up.

use facts::{Change, Dimension};
use resume::Severity;
use roles::{Direction, RolePack, WordList};

use crate::grade::{ClaimFacts, claims, is_consistent};
use crate::page::{Part, Unit};
use crate::rule::{Context, Findings, Topic, declare_rule};

declare_rule! {
    /// The figures of a bullet move against its verb.
    ///
    /// ## Why
    /// "Cut p99 from 92 ms to 480 ms" is a swap made while typing, and the reader who notices it
    /// stops believing the other figures.
    ///
    /// ## What to do
    /// Swap the ends or choose the other verb. Check which of the two the dashboard said.
    ///
    /// ```bullets,flagged
    /// - Cut p99 of the fare search from 92 ms to 480 ms
    /// - Raised the cache hit rate of the tile server from 92 % to 60 %
    /// - Reduced the nightly import from 20 minutes to 3 hours
    /// - Cut wake-up time of the pump controller from 10 ms to 20 ms
    /// ```
    /// ```bullets,clean
    /// - Cut p99 of the fare search from 480 ms to 92 ms
    /// - Cut p99 of the fare search from 1.2 s to 180 ms
    /// - Raised the cache hit rate of the tile server from 60 % to 92 %
    /// - Scaled the fleet of workers down from 40 to 12 nodes
    /// - Cut p99 of the fare search by spreading it from 4 to 12 shards
    /// - Cut cost of the fleet while traffic went from 2k to 9k requests a second
    /// - Removed a lock from the tile server, from 300 to 900 requests a second
    /// - Increased battery life from 3 to 14 months by lowering the duty cycle from 5 % to 1 %
    /// - Grew the import from 4,000 to 38,000 parcels a day
    /// ```
    "contradicting-direction", Severity::Error, Topic::Integrity, penalty(Evidence, 8.0, 24.0) => check
}

/// Words that end what a verb says about: `cut cost while traffic went from …`.
const TURNS: WordList<20> = WordList::new([
    "while", "as", "despite", "although", "though", "when", "after", "before", "during", "by",
    "whose", "which", "that", "and", "with", "even", "for", "down", "up", "back",
]);

/// Verbs whose object is not what the figures measure.
const OTHER_OBJECT: [&str; 8] =
    ["remove", "eliminate", "free", "save", "compress", "compact", "drop", "narrow"];

fn check(cx: &Context<'_>, findings: &mut Findings<'_>) {
    for unit in cx.page.units.iter().filter(|unit| unit.part != Part::Label) {
        let claims = claims(unit);
        let contradicting = claims.iter().find_map(|facts| {
            let against = |change: &&Change| {
                !is_consistent(unit, facts, change, cx.pack)
                    && belongs_to_verb(unit, facts, change, cx.pack)
            };
            facts.changes.iter().find(against)
        });
        let Some(change) = contradicting else { continue };
        let goes = if change.direction == Some(Direction::Up) { "up" } else { "down" };
        let says = if goes == "up" { "down" } else { "up" };
        let said = unit.said(&change.range);
        findings.add_in(
            unit,
            change.range.clone(),
            format!("the verb says {says}, but \"{said}\" goes {goes}"),
            "swap the two figures, or choose the other verb",
        );
    }
}

/// Between the verb and the figures stands nothing that they could belong to instead.
fn belongs_to_verb(unit: &Unit, facts: &ClaimFacts<'_>, change: &Change, pack: &RolePack) -> bool {
    let mut before = unit.facts.verbs.iter().filter(|verb| {
        verb.range.end <= change.range.start && verb.range.start >= facts.claim.range.start
    });
    // The last verb of any kind: `by spreading it from 4 to 12 shards` belongs to "spreading".
    let Some(verb) = before.next_back() else { return false };
    let entry = verb.entry(pack);
    let between = verb.range.end..change.range.start;
    // The `up` of `wake-up time` turns nothing.
    let alone = |at: usize| at == 0 || unit.text.as_bytes().get(at - 1) != Some(&b'-');
    let turns = unit
        .words_in(&between)
        .iter()
        .any(|word| alone(word.start) && roles::is_one_of(&word.norm, &TURNS));
    let parted =
        unit.said(&between).contains([',', ';', ':']) && change.dimension != Dimension::Time;
    entry.direction.is_some_and(|said| Some(said) != change.direction)
        && !OTHER_OBJECT.contains(&entry.lemma.as_str())
        && !turns
        && !parted
}
