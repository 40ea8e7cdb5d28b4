//! `adjective-claim`: praise of a thing without anything that shows it.

use std::ops::Range;
use std::sync::LazyLock;

use resume::Severity;
use roles::{PhraseSet, RolePack};

use crate::deletion::delete;
use crate::page::Unit;
use crate::reading::listed;
use crate::rule::{Context, Findings, Topic, declare_rule};
use crate::wording::set;

declare_rule! {
    /// A bullet praises a thing and shows nothing for it.
    ///
    /// ## Why
    /// Robust, scalable, cutting-edge: these words stand on every page, so they tell two pages
    /// apart only when a figure or a mechanism stands next to them, and then they are not needed.
    ///
    /// ## What to do
    /// Delete the word, or put what it stands for in its place: how many requests, which failure
    /// it survives, what was measured.
    ///
    /// ```bullets,flagged
    /// - Built a robust tariff pipeline
    /// - Delivered an efficient fare importer for night trains
    /// - Wrote the seamless checkout of the ticket shop
    /// ```
    /// ```bullets,clean
    /// - Built a robust tariff pipeline that survived 3 broker failures without losing a row
    /// - Ran the fault-tolerant (3 of 5 nodes) lock service of the depot
    /// - Wrote the robust regression that estimates arrival times
    /// - Modeled leverage ratios for the risk desk
    /// - Signed the firmware for secure boot on the meter board
    /// - Built a tariff pipeline for night trains
    /// ```
    "adjective-claim", Severity::Info, Topic::Language => check
}

/// Adjectives people add to things they built, beside the buzzwords of the role pack.
static ADJECTIVES: LazyLock<PhraseSet> = LazyLock::new(|| {
    let phrases = [
        "highly available", "highly performant", "performant", "efficient", "highly efficient",
        "highly reliable", "maintainable", "easily maintainable", "well structured",
        "user friendly", "high quality", "clean and maintainable", "feature rich", "full featured",
    ];
    set(&phrases)
});

/// Terms of the trade that contain such a word.
static TERMS: LazyLock<PhraseSet> = LazyLock::new(|| {
    let phrases = [
        "robust regression|statistics|estimator*|covariance|scaler|optimization|control",
        "leverage ratio*|score*|limit*|point*",
        "leveraged loan*|buyout*|product*|position*|etf*",
        "scalable vector",
        "seamless tileable|texture*",
        "resilient distributed dataset*",
        "energy efficient",
        "fuel efficient",
        "premium quality|tier",
        "first class function*|object*|citizen*",
        "efficient frontier",
        "top tier support",
        "cloud native buildpack*",
        "data driven decision|test*|tests",
    ];
    set(&phrases)
});

/// Adjectives that a noun does not need.
static DELETABLE: LazyLock<PhraseSet> = LazyLock::new(|| {
    set(&[
        "robust|seamless|innovative|cutting|revolutionary|world|efficient|performant|maintainable",
        "cutting edge",
        "state of the art",
        "world class",
        "best in class",
        "highly performant",
        "highly efficient",
        "highly reliable",
        "next generation|gen",
        "user friendly",
        "stellar",
        "high quality",
        "groundbreaking",
        "enterprise grade",
        "top notch|tier",
        "impeccable",
    ])
});

/// Most words quoted in a message.
const QUOTED: usize = 3;

fn check(cx: &Context<'_>, findings: &mut Findings<'_>) {
    for unit in cx.bullets().filter(|unit| !shows_something(unit)) {
        let praise = praise(unit, cx.pack);
        let Some(first) = praise.first() else { continue };
        let words: Vec<String> =
            praise.iter().take(QUOTED).map(|range| format!("\"{}\"", unit.said(range))).collect();
        let verb = if words.len() == 1 { "carries" } else { "carry" };
        let fix = deletable(unit, first).then(|| delete(unit, first)).flatten();
        let finding = findings.add_in(
            unit,
            first.clone(),
            format!("{} {verb} no fact", listed(&words)),
            "delete it, or put what it stands for in its place: a load, a failure survived, a figure",
        );
        finding.fix = fix;
    }
}

/// An adjective right before a noun.
fn deletable(unit: &Unit, range: &Range<usize>) -> bool {
    let words = unit.words_in(range);
    let whole = DELETABLE.opens(words).is_some_and(|found| found.words.end == words.len());
    let next = unit.words_in(&(range.end..unit.text.len())).first();
    whole
        && next.is_some_and(|next| {
            unit.said(&(range.end..next.start)) == " " && !crate::reading::ends_phrase(next)
        })
}

pub(super) fn praise(unit: &Unit, pack: &RolePack) -> Vec<Range<usize>> {
    let words = &unit.facts.words;
    let terms = TERMS.find(words);
    let mut found = pack.lists.buzzwords.find(words);
    found.extend(ADJECTIVES.find(words));
    found.retain(|praise| {
        !terms
            .iter()
            .any(|term| praise.words.start < term.words.end && term.words.start < praise.words.end)
    });
    found.sort_by_key(|praise| (praise.words.start, std::cmp::Reverse(praise.words.end)));
    found.dedup_by(|next, kept| next.words.start < kept.words.end);
    found.into_iter().map(|praise| unit.bytes(&praise.words)).collect()
}

/// A figure or a mechanism stands for what the adjective claims.
pub(super) fn shows_something(unit: &Unit) -> bool {
    let facts = &unit.facts;
    !facts.changes.is_empty()
        || !facts.quantities.is_empty()
        || facts.mechanisms.iter().any(|mechanism| mechanism.concrete)
}
