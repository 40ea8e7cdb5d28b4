//! `many-claims`: several achievements share one bullet.

use std::collections::BTreeSet;

use facts::{Claim, Position};
use resume::Severity;
use roles::RolePack;

use crate::page::Unit;
use crate::reading::listed;
use crate::rule::{Context, Findings, Topic, declare_rule};

declare_rule! {
    /// A bullet makes three or more claims about different things.
    ///
    /// ## Why
    /// A reader takes one thought from a line. The second survives if it belongs to the first; the
    /// third is lost, however good it is.
    ///
    /// ## What to do
    /// Give each achievement its line, the strongest first. An act with its rollout, or with what
    /// came of it, is one achievement.
    ///
    /// ```bullets,flagged
    /// - Built the fare cache; led the ledger rewrite; moved the seat map to Kubernetes
    /// - Designed the meter importer, wrote the tariff parser and fixed the label printer
    /// ```
    /// ```bullets,clean
    /// - Designed, built and shipped the meter importer for 40 carriers
    /// - Designed the meter importer and rolled it out to 40 carriers
    /// - Ran 11 incident reviews and rewrote 6 alerts; pages fell from 40 to 9 a week
    /// - Found 1,140 damaged scans by hashing them again, restored all but six from tape, and made the scrub a monthly job
    /// - Moved the ledger to PostgreSQL 16, which halved its disk and ended nightly locks
    /// ```
    "many-claims", Severity::Info, Topic::Language => check
}

/// Two acts may belong together; so many do not.
const MANY: usize = 3;

fn check(cx: &Context<'_>, findings: &mut Findings<'_>) {
    for unit in cx.bullets() {
        let verbs = acts(unit, cx.pack);
        if verbs.len() < MANY {
            continue;
        }
        let said: Vec<String> = verbs.iter().map(|verb| format!("\"{verb}\"")).collect();
        findings.add_in(
            unit,
            unit.whole(),
            format!("{} claims in one line: {}", said.len(), listed(&said)),
            "give each achievement its own line, the strongest first",
        );
    }
}

/// Verbs of the claims that act on different things.
fn acts<'a>(unit: &'a Unit, pack: &RolePack) -> Vec<&'a str> {
    let mut objects = BTreeSet::new();
    let mut verbs = Vec::new();
    for Claim { verb, object, .. } in &unit.facts.claims {
        let Some((verb, object)) = verb.as_ref().zip(object.as_ref()) else { continue };
        // `pages fell from 40 to 9` is what came of it.
        let result = verb.position == Position::Result
            || object.range.end <= verb.range.start
            || verb.entry(pack).direction.is_some();
        // `restored all but six`, `tested them`: the same thing still.
        let same = opens_with_pronoun(unit, verb.range.end..object.range.end);
        if !result && !same && objects.insert(object.key.as_str()) {
            verbs.push(unit.said(&verb.range));
        }
    }
    verbs
}

/// The object only points back: `them`, `all but six`, `it`.
fn opens_with_pronoun(unit: &Unit, range: std::ops::Range<usize>) -> bool {
    unit.words_in(&range).first().is_some_and(|word| {
        matches!(word.norm.as_str(), "it" | "them" | "these" | "those" | "all" | "both" | "its")
    })
}
