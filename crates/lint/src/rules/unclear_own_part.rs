//! `unclear-own-part`: a team did it, and nothing says what its author did.

use std::ops::Range;
use std::sync::LazyLock;

use resume::Severity;
use roles::{PhraseSet, RolePack, Strength};

use crate::page::Unit;
use crate::rule::{Context, Findings, Topic, declare_rule};
use crate::wording::{report, set};

declare_rule! {
    /// A bullet tells what a team did, not what you did in it.
    ///
    /// ## Why
    /// A panel hires one person. When the subject is the team, the reader has to guess your part,
    /// and two people from that team may send the same line.
    ///
    /// ## What to do
    /// Say your own act, even if it was a small part of the whole; the team can stand at the end:
    /// "wrote the import of the customer register (team of five)".
    ///
    /// ```bullets,flagged
    /// - As part of a team we delivered the customer register of a bank
    /// - Our team built the fare search for 40 carriers
    /// - In a team of five, we moved the ledger to PostgreSQL
    /// ```
    /// ```bullets,clean
    /// - Led a team of 4 that built the fare search for 40 carriers
    /// - Cut the queue of the payments team from 900 to 40 open cases
    /// - In a team of five, wrote the import of the customer register
    /// - Built the alert rules that our team reviews every Monday
    /// - The team calendar now syncs with the rota of 12 depots
    /// ```
    "unclear-own-part", Severity::Warning, Topic::Scope => check
}

/// Openers that put the line into a team.
static WITHIN: LazyLock<PhraseSet> = LazyLock::new(|| {
    set(&[
        "as part of a|an|the|our .. team|group|squad",
        "as a|one member of a|an|the|our .. team|group|squad",
        "as a|the team",
        "as member of a|the .. team|group|squad",
        "in a|the|our team|group|squad",
        "in a team|group|squad of",
        "within a|the|our team|group|squad",
        "together with my|the|our team|colleagues",
    ])
});

/// The team as the one who acts, if a verb follows.
static TEAM: LazyLock<PhraseSet> = LazyLock::new(|| {
    set(&["our|my|the team|squad|group", "our|my|the engineering|backend|dev|development team"])
});

fn check(cx: &Context<'_>, findings: &mut Findings<'_>) {
    report(
        cx.bullets(),
        findings,
        |unit| team(unit, cx.pack),
        |said| format!("\"{said}\" did it; which part was yours?"),
        "say your own act: what did you write, decide or fix in it?",
    );
}

fn team(unit: &Unit, pack: &RolePack) -> Option<Range<usize>> {
    let words = &unit.facts.words;
    if let Some(found) = TEAM.opens(words) {
        let acts = pack.verb_forms.match_at(words, found.words.end).is_some_and(|verb| {
            let last = &words[verb.words.end - 1].norm;
            pack.verbs[verb.value].strength != Strength::Weak
                && (last.ends_with("ed") || PAST.contains(&last.as_str()))
        });
        return acts.then(|| unit.bytes(&found.words));
    }
    let found = WITHIN.opens(words)?;
    let end = unit.bytes(&found.words).end;
    let we =
        words[found.words.end..].iter().find(|word| matches!(word.norm.as_str(), "we" | "team"));
    let act = unit
        .facts
        .verbs
        .iter()
        .find(|verb| verb.range.start >= end && verb.entry(pack).strength != Strength::Weak);
    let own = match (we, act) {
        (Some(we), Some(act)) => act.range.end <= we.start,
        (None, act) => act.is_some(),
        (Some(_), None) => false,
    };
    (!own).then(|| unit.bytes(&found.words))
}

/// Past forms that do not end in -ed.
const PAST: [&str; 12] = [
    "built", "wrote", "cut", "led", "made", "won", "ran", "rebuilt", "rewrote", "took", "split",
    "set",
];
