//! `long-bullet`: more than a reader takes in.

use resume::Severity;

use super::short_bullet::SHORTEST;
use crate::page::Unit;
use crate::rule::{Context, Findings, Topic, declare_rule};

declare_rule! {
    /// A bullet is longer than two lines.
    ///
    /// ## Why
    /// In a first pass a line gets a second or two. From the third line of a bullet on, facts are
    /// missed, the good ones included.
    ///
    /// ## What to do
    /// Cut words that carry no fact, or split the bullet where its second claim begins. Keep
    /// every figure.
    ///
    /// ```bullets,flagged
    /// - Designed and implemented the new fare service together with the pricing team, which included writing the requirements, planning the work, building the importer for all the tariff tables, testing everything, and later on also presenting the results to the other teams in the department
    /// ```
    /// ```bullets,clean
    /// - Cut p95 of the fare search from 900 ms to 180 ms at 1,200 requests a second by replacing one query per zone with a covering index on zone and day
    /// - Reduced storage: 1.7 TB -> 190 GB, rows: 9.4 billion -> 1.1 billion, and cost: 4,100 EUR -> 520 EUR a month, by moving old fares into daily chunks that are compressed after 48 hours
    /// ```
    "long-bullet", Severity::Info, Topic::Format => check
}

/// Words of the longest bullet that still reads in two lines.
const LONGEST: usize = 38;

/// Short words fit more to a line: so many more are let pass.
const TOLERANCE: usize = 4;

fn check(cx: &Context<'_>, findings: &mut Findings<'_>) {
    for unit in cx.bullets() {
        let count = words(&unit.text);
        if count <= LONGEST + TOLERANCE {
            continue;
        }
        let hint = match second_half(unit) {
            Some(start) => {
                format!("split it before \"{start} …\", or cut words that carry no fact")
            }
            None => "cut words that carry no fact; keep the figures".to_owned(),
        };
        findings.add_in(
            unit,
            unit.whole(),
            format!("{count} words; two lines hold about {LONGEST}"),
            hint,
        );
    }
}

/// The first words of a claim that both halves are long enough for.
fn second_half(unit: &Unit) -> Option<String> {
    let half = unit.facts.claims.iter().find(|claim| {
        let before = words(unit.said(&(0..claim.range.start)));
        let after = words(unit.said(&(claim.range.start..unit.text.len())));
        before >= SHORTEST && after >= SHORTEST && claim.object.is_some()
    })?;
    let first: Vec<&str> = unit.said(&half.range).split_whitespace().take(4).collect();
    Some(first.join(" "))
}

/// Words as a reader counts them: between blanks, `480 -> 92` being one figure.
pub(super) fn words(text: &str) -> usize {
    let mut count = 0;
    let mut after_arrow = false;
    for part in text.split_whitespace() {
        let arrow = matches!(part, "->" | "=>" | "→" | "⇒" | "➜");
        let counts = part.contains(char::is_alphanumeric) && !after_arrow;
        count += usize::from(counts);
        after_arrow = arrow;
    }
    count
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, expected: usize) {
        assert_eq!(words(text), expected, "{text}");
    }

    #[test]
    fn arrows_join_figures() {
        check("Cut p99 480 -> 92 ms", 4);
        check("Cut p99 480 → 92 ms", 4);
        check("On-call: 6 services - 2 teams", 5);
        check("", 0);
    }
}
