//! `objectless-figure`: figures that measure nothing.

use std::ops::Range;

use facts::Change;
use resume::Severity;
use roles::{RolePack, Word, WordList};

use crate::page::Unit;
use crate::reading::ends_phrase;
use crate::rule::{Context, Findings, Topic, declare_rule};

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
    /// - 10x of nothing
    /// - Achieved 10x and 300 % more, 99 % better
    /// ```
    /// ```bullets,clean
    /// - Cut p99 480 -> 92 ms
    /// - Reduced failed payments by 40 %
    /// - Ran 11 incident reviews across 4 rotations; time to mitigate fell from 47 to 14 minutes on 3 services
    /// - Latency down 40 %
    /// - Released version 2.0
    /// - Dropped error rate from 2 % to 0.1 % while raising traffic from 2k to 9k rps
    /// ```
    "objectless-figure", Severity::Warning, Topic::Evidence, penalty(Evidence, 4.0, 20.0) => check
}

/// Words that compare, and words that only join.
const EMPTY: WordList<41> = WordList::new([
    "faster", "better", "more", "less", "fewer", "higher", "lower", "cheaper", "quicker", "bigger",
    "smaller", "best", "improvement", "improvements", "increase", "increases", "decrease",
    "reduction", "reductions", "growth", "gain", "gains", "boost", "speedup", "result", "results",
    "performance", "efficiency", "impact", "and", "is", "was", "were", "it", "up", "down", "x",
    "than", "nothing", "something", "everything",
]);

/// Most letters of a unit that is written with its number.
const LONGEST_UNIT: usize = 3;

/// From so many figures on, a line without an object needs more words than figures.
const MANY: usize = 4;

fn check(cx: &Context<'_>, findings: &mut Findings<'_>) {
    for unit in cx.bullets() {
        let figures = figures(&unit.text);
        let Some((first, last)) = figures.first().zip(figures.last()) else { continue };
        let words = named(unit, &figures, cx.pack);
        let facts = &unit.facts;
        let stuffed = figures.len() >= MANY
            && words < figures.len()
            && facts.claims.iter().all(|claim| claim.object.is_none())
            && !facts.changes.iter().any(Change::has_both_ends);
        if words > 0 && !stuffed {
            continue;
        }
        let range = first.start..last.end;
        let said = unit.said(&range).to_owned();
        findings.add_in(
            unit,
            range,
            format!("\"{said}\" measures nothing that the line names"),
            if figures.len() > 2 {
                "keep the two figures that matter and give each its thing"
            } else {
                "say what it is a figure of, and on which system"
            },
        );
    }
}

/// Parts of a text that are a number with at most a short unit: `10x`, `99%`, `40 %`, `5M`.
///
/// Read from the text itself: a number beside nothing measures nothing, so it is no quantity.
fn figures(text: &str) -> Vec<Range<usize>> {
    let mut figures: Vec<Range<usize>> = Vec::new();
    if !text.bytes().any(|byte| byte.is_ascii_digit()) {
        return figures;
    }
    let mut start = 0;
    for part in text.split(' ') {
        let end = start + part.len();
        let outside = |c: char| !c.is_alphanumeric() && !matches!(c, '%' | '$' | '€' | '£');
        let rest = part.trim_start_matches(outside);
        let at = if rest.is_empty() { start } else { end - rest.len() };
        let trimmed = rest.trim_end_matches(outside);
        let letters = trimmed.chars().filter(|c| c.is_alphabetic()).count();
        let number = trimmed.trim_start_matches(['$', '€', '£', '+', '-', '~']);
        let before = figures.last_mut().filter(|last| trimmed == "%" && last.end + 1 == at);
        if let Some(number) = before {
            number.end = at + 1;
        } else if number.starts_with(|c: char| c.is_ascii_digit()) && letters <= LONGEST_UNIT {
            figures.push(at..at + trimmed.len());
        }
        start = end + 1;
    }
    figures
}

/// Words outside the figures that could name what they measure, as many as there are figures at
/// most: more are never asked for.
fn named(unit: &Unit, figures: &[Range<usize>], pack: &RolePack) -> usize {
    let facts = &unit.facts;
    let inside = |word: &Word, range: Option<&Range<usize>>| {
        range.is_some_and(|range| word.start >= range.start && word.end <= range.end)
    };
    // Figures and verbs stand in the order of the text.
    let figure = |word: &Word| figures.get(figures.partition_point(|f| f.end < word.end));
    let verb = |word: &Word| {
        let next = facts.verbs.partition_point(|verb| verb.range.end < word.end);
        facts.verbs.get(next).map(|verb| &verb.range)
    };
    // A verb that opens a line is no thing, also where a reader of facts takes it for something else.
    let opener = pack.verb_forms.opens(&facts.words).map_or(0, |verb| verb.words.end);
    let words = facts.words.iter().skip(opener).filter(|word| {
        let one = std::slice::from_ref(*word);
        !inside(word, figure(word))
            && !inside(word, verb(word))
            && !ends_phrase(word)
            && !roles::is_one_of(&word.norm, &EMPTY)
            && pack.objects.generic_modifiers.opens(one).is_none()
            && pack.lists.vague_changes.opens(one).is_none()
    });
    words.take(figures.len()).count()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, expected: &[&str]) {
        let found: Vec<&str> = figures(text).into_iter().map(|range| &text[range]).collect();
        assert_eq!(found, expected);
    }

    #[test]
    fn figures_are_numbers_with_short_units() {
        check("10x 99% 5M 40 % better", &["10x", "99%", "5M", "40 %"]);
        check("($1.2M), ~30%.", &["$1.2M", "30%"]);
        check("p99 and HTTP/2 in 12-node clusters", &[]);
        check("% 7", &["7"]);
        check("", &[]);
    }
}
