//! `mismatched-ratio`: a factor or percentage that its own ends contradict.

use facts::{Change, Dimension, Quantity};
use resume::Severity;

use roles::WordList;

use crate::page::{Part, Unit};
use crate::rule::{Context, Findings, Topic, declare_rule};

declare_rule! {
    /// A stated factor or percentage is not what the two figures beside it give.
    ///
    /// ## Why
    /// Readers do this sum in their heads: 4 s to 2 s is twice as fast. A page that says "10x"
    /// next to it loses the credit of both figures, and of the next ones too.
    ///
    /// ## What to do
    /// Correct the one that is wrong, or leave the ratio out: both ends say it already.
    ///
    /// ```bullets,flagged
    /// - Made the tariff import 10x faster (4 s to 2 s) by batching inserts
    /// - Cut p99 of the quote API by 80 % (from 800 ms to 480 ms) with a covering index
    /// - Raised bookings by 20 %, from 40 to 90 a minute, with a seat hold
    /// ```
    /// ```bullets,clean
    /// - Made the tariff import 10x faster (4 s to 380 ms) by batching inserts
    /// - Cut p99 of the quote API by 40 % (from 800 ms to 480 ms) with a covering index
    /// - Cut p99 of the quote API by almost half, 45 %, from 800 ms to 440 ms
    /// - Cut p99 of the quote API by about 50 % (from 800 ms to 440 ms)
    /// - Cut cost of the fleet by 30 % while p99 fell from 800 ms to 240 ms
    /// - Raised bookings by 125 %, from 40 to 90 a minute, with a seat hold
    /// ```
    "mismatched-ratio", Severity::Warning, Topic::Integrity, penalty(Evidence, 4.0, 12.0) => check
}

/// A stated ratio may be rounded this much.
const TOLERANCE: f64 = 0.12;

/// Most bytes between the ratio and the ends it belongs to.
const BESIDE: usize = 12;

/// Words that make a ratio less exact.
const HEDGES: WordList<16> = WordList::new([
    "about", "around", "roughly", "nearly", "almost", "over", "more", "than", "up", "least",
    "approximately", "approx", "under", "less", "circa", "some",
]);

/// Words that begin another statement between the two.
const TURNS: [&str; 6] = ["while", "and", "as", "then", "but", "with"];

fn check(cx: &Context<'_>, findings: &mut Findings<'_>) {
    for unit in cx.page.units.iter().filter(|unit| unit.part != Part::Label) {
        let Some((stated, from, to)) = mismatch(unit) else { continue };
        let said = unit.said(&stated.range);
        let computed = computed(stated.dimension, from, to);
        findings.add_in(
            unit,
            stated.range.clone(),
            format!(
                "\"{said}\" does not follow from the two figures beside it, which give {computed}"
            ),
            "correct the one that is wrong, or leave the ratio out",
        );
    }
}

/// The stated change, with the values of the ends that contradict it.
fn mismatch(unit: &Unit) -> Option<(&Change, f64, f64)> {
    let stated = unit.facts.changes.iter().filter(|change| {
        change.delta.is_some() && matches!(change.dimension, Dimension::Percent | Dimension::Ratio)
    });
    stated.filter(|change| !is_hedged(unit, change)).find_map(|change| {
        let (from, to) = ends_beside(unit, change)?;
        let delta = change.delta?;
        (from > 0.0 && to > 0.0 && delta > 0.0 && !agrees(change.dimension, delta, from, to))
            .then_some((change, from, to))
    })
}

fn is_hedged(unit: &Unit, change: &Change) -> bool {
    let before = unit.words_in(&(0..change.range.start));
    let said = unit.said(&change.range);
    let small = |word: &&roles::Word| roles::is_one_of(&word.norm, &HEDGES);
    before.iter().rev().take(2).any(|word| small(&word))
        || unit.said(&(0..change.range.start)).trim_end().ends_with(['~', '≈', '>', '<', '≥', '+'])
        || said.contains(['+', '~'])
        || unit.said(&(change.range.end..unit.text.len())).starts_with('+')
}

/// Both ends of a change that stands right beside the stated one, or in brackets behind it.
fn ends_beside(unit: &Unit, stated: &Change) -> Option<(f64, f64)> {
    let beside = |start: usize, end: usize| {
        let (first, second) = if start >= stated.range.end {
            (stated.range.end, start)
        } else {
            (end, stated.range.start)
        };
        first <= second
            && second - first <= BESIDE
            && !unit.said(&(first..second)).contains(';')
            && !unit
                .words_in(&(first..second))
                .iter()
                .any(|word| roles::is_one_of(&word.norm, &TURNS))
    };
    let pair = unit.facts.changes.iter().find_map(|change| {
        let from = change.before.as_ref()?.value?;
        let to = change.after.as_ref()?.value?;
        let absolute = !matches!(change.dimension, Dimension::Percent | Dimension::Ratio);
        (absolute && beside(change.range.start, change.range.end)).then_some((from, to))
    });
    pair.or_else(|| bracketed(unit, beside))
}

/// `(4s to 2s)`: two quantities of one kind with `to` between them.
fn bracketed(unit: &Unit, beside: impl Fn(usize, usize) -> bool) -> Option<(f64, f64)> {
    unit.facts.quantities.windows(2).find_map(|pair: &[Quantity]| {
        let [from, to] = pair else { return None };
        let between = unit.said(&(from.range.end..to.range.start)).trim();
        let same = from.dimension == to.dimension
            && !matches!(from.dimension, Dimension::Percent | Dimension::Ratio | Dimension::Bare);
        (same
            && matches!(between, "to" | "->" | "→" | "=>")
            && beside(from.range.start, to.range.end))
        .then_some((from.value, to.value))
    })
}

/// True when some usual way to compute the ratio gives what is stated.
fn agrees(dimension: Dimension, stated: f64, from: f64, to: f64) -> bool {
    let (small, large) = if from < to { (from, to) } else { (to, from) };
    let factor = large / small;
    let close = |computed: f64| (stated - computed).abs() <= TOLERANCE * computed.max(f64::EPSILON);
    // `halved` and `a third of` are factors below one.
    if dimension == Dimension::Ratio {
        return close(factor) || close(1.0 / factor) || close(factor - 1.0);
    }
    let of_large = (1.0 - small / large) * 100.0;
    close(of_large)
        || (stated - of_large).abs() <= 1.0
        || close((factor - 1.0) * 100.0)
        || close(factor * 100.0)
        || close(100.0 / factor)
}

/// The ratio that the ends give, as a reader would write it.
fn computed(dimension: Dimension, from: f64, to: f64) -> String {
    let factor = if from < to { to / from } else { from / to };
    match dimension {
        Dimension::Ratio => format!("{}x", short(factor)),
        _ if from > to => format!("{} %", ((1.0 - to / from) * 100.0).round()),
        _ => format!("{} %", ((factor - 1.0) * 100.0).round()),
    }
}

fn short(factor: f64) -> f64 {
    (factor * 10.0).round() / 10.0
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(dimension: Dimension, stated: f64, from: f64, to: f64, expected: bool) {
        assert_eq!(agrees(dimension, stated, from, to), expected, "{stated} of {from} to {to}");
    }

    #[test]
    fn ratios_follow_from_ends() {
        check(Dimension::Ratio, 10.0, 4.0, 0.38, true);
        check(Dimension::Ratio, 10.0, 4.0, 2.0, false);
        check(Dimension::Ratio, 0.5, 4.0, 2.0, true);
        check(Dimension::Percent, 40.0, 0.8, 0.48, true);
        check(Dimension::Percent, 80.0, 0.8, 0.48, false);
        check(Dimension::Percent, 125.0, 40.0, 90.0, true);
    }
}
