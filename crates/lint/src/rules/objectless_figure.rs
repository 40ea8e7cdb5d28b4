//! `objectless-figure`: figures that measure nothing.

use facts::Dimension;
use resume::Severity;
use roles::RolePack;

use crate::page::Unit;
use crate::reading::ends_phrase;
use crate::rule::{Context, Findings, declare_rule};

declare_rule! {
    /// A bullet has figures, but no thing that they measure.
    ///
    /// ## Why
    /// A percentage of nothing in particular cannot be checked or even asked about. Piling up
    /// such figures reads as an attempt to please a machine, and costs points here.
    ///
    /// ## What to do
    /// Keep one or two figures and give each its thing: 40 % fewer of what, 10x faster than what,
    /// on which system.
    ///
    /// ```bullets,flagged
    /// - 10x 99% 5M 40% 3x faster better
    /// - Improved by 40 %
    /// - Achieved 10x and 300 % more, 99 % better
    /// ```
    /// ```bullets,clean
    /// - Cut p99 480 -> 92 ms
    /// - Reduced failed payments by 40 %
    /// - Ran 11 incident reviews across 4 rotations; time to mitigate fell from 47 to 14 minutes on 3 services
    /// - Latency down 40 %
    /// - Released version 2.0
    /// ```
    "objectless-figure", Severity::Warning, penalty(Evidence, 4.0, 20.0) => check
}

/// Words that compare, and words that only join.
const EMPTY: [&str; 38] = [
    "faster", "better", "more", "less", "fewer", "higher", "lower", "cheaper", "quicker", "bigger",
    "smaller", "best", "improvement", "improvements", "increase", "increases", "decrease",
    "reduction", "reductions", "growth", "gain", "gains", "boost", "speedup", "result", "results",
    "performance", "efficiency", "impact", "and", "is", "was", "were", "it", "up", "down", "x", "than",
];

/// Share of the words that may be figures when no thing is named.
const MOST_FIGURES: f64 = 0.4;

/// From so many figures on, their share is looked at.
const MANY: usize = 4;

fn check(cx: &Context<'_>, findings: &mut Findings<'_>) {
    for unit in cx.bullets() {
        let quantities = &unit.facts.quantities;
        let relative = quantities.iter().any(|quantity| {
            matches!(
                quantity.dimension,
                Dimension::Percent | Dimension::Points | Dimension::Ratio | Dimension::Bare
            )
        });
        let Some((first, last)) = quantities.first().zip(quantities.last()).filter(|_| relative) else {
            continue;
        };
        let words = named(unit, cx.pack);
        let claims = unit.facts.claims.iter();
        let stuffed = quantities.len() >= MANY
            && quantities.len() as f64 > MOST_FIGURES * (quantities.len() + words) as f64
            && claims.clone().all(|claim| claim.object.is_none());
        if words > 0 && !stuffed {
            continue;
        }
        let range = first.range.start..last.range.end;
        let said = unit.said(&range).to_owned();
        findings.add_in(
            unit,
            range,
            format!("\"{said}\" measures nothing that the line names"),
            if quantities.len() > 2 {
                "keep the two figures that matter and give each its thing"
            } else {
                "say what it is a figure of, and on which system"
            },
        );
    }
}

/// Words outside the figures that could name what they measure.
fn named(unit: &Unit, pack: &RolePack) -> usize {
    let facts = &unit.facts;
    facts
        .words
        .iter()
        .filter(|word| {
            let figure = facts.quantities.iter().any(|q| word.start >= q.range.start && word.end <= q.range.end);
            let verb = facts.verbs.iter().any(|v| word.start >= v.range.start && word.end <= v.range.end);
            let one = std::slice::from_ref(*word);
            !figure
                && !verb
                && !ends_phrase(word)
                && !EMPTY.contains(&word.norm.as_str())
                && pack.objects.generic_modifiers.opens(one).is_none()
                && pack.lists.vague_changes.opens(one).is_none()
        })
        .count()
}
