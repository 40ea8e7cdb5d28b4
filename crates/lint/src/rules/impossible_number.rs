//! `impossible-number`: a figure that cannot be true.

use std::ops::Range;
use std::sync::LazyLock;

use facts::{Change, Dimension, Quantity, Role};
use resume::Severity;
use roles::{Direction, PhraseSet, Word, WordList};

use crate::page::{Part, Unit};
use crate::rule::{Context, Findings, Topic, declare_rule};
use crate::wording::set;

declare_rule! {
    /// A figure cannot be true.
    ///
    /// ## Why
    /// Nothing falls by more than all of it, and nothing is up 120 % of the time. One such figure
    /// makes every other figure of the page doubtful, so two of them cap the grade.
    ///
    /// ## What to do
    /// Go back to the source and write both ends: "from 900 ms to 300 ms". Growth may pass
    /// 100 %; a reduction may not.
    ///
    /// ```bullets,flagged
    /// - Reduced latency of the fare search by 300 %
    /// - Raised availability of the booking API to 120 %
    /// - Reached 140 % branch coverage in the tariff parser
    /// - Cut p99 of the label API from 40 ms to -5 ms
    /// - Served the fare search at p50 900 ms and p99 200 ms
    /// - Wrote the tile server, 70 % Go, 60 % Python
    /// - Split my time 70 % coding, 50 % reviews
    /// ```
    /// ```bullets,clean
    /// - Raised bookings of the night trains by 300 %
    /// - Grew test coverage of the parser by 120 %, from 35 % to 77 %
    /// - Eliminated duplicate invoices, a drop of 100 %
    /// - Made the fare search 300 % faster with a covering index
    /// - Lowered idle cost while traffic went up 250 %
    /// - Wrote the tile server, 70 % Go, 30 % Python
    /// - Held 98 % branch coverage and 99 % mutation coverage of the parser
    /// - Moved the freezer logger to sensors rated down to -40 degrees
    /// - Served the fare search at p50 12 ms and p99 200 ms
    /// ```
    "impossible-number", Severity::Error, Topic::Integrity, penalty(Evidence, 8.0, 24.0), caps_at(2) => check
}

/// A share of a whole, in percent.
const WHOLE: f64 = 100.0;

/// Quantities that are shares of a whole.
const SHARES: [&str; 11] = [
    "availability",
    "uptime",
    "test|branch|line|code|statement|unit coverage",
    "test coverage",
    "coverage of tests|branches|lines",
    "hit rate|ratio",
    "success rate",
    "accuracy",
    "precision",
    "recall",
    "sla|slo",
];

/// Words that make a percentage growth, whatever verb stands before it.
const GROWTH: WordList<11> = WordList::new([
    "faster", "quicker", "improvement", "speedup", "better", "more", "higher", "increase",
    "growth", "up", "of",
]);

static SHARE: LazyLock<PhraseSet> = LazyLock::new(|| set(&SHARES));

/// Words that divide one whole.
static DIVIDED: LazyLock<PhraseSet> = LazyLock::new(|| {
    let phrases = ["split", "divided", "breakdown", "mix of", "consist*", "made up of", "time"];
    set(&phrases)
});

fn check(cx: &Context<'_>, findings: &mut Findings<'_>) {
    for unit in cx.page.units.iter().filter(|unit| unit.part != Part::Label) {
        let Some((range, message, hint)) = impossible(unit) else { continue };
        findings.add_in(unit, range, message, hint);
    }
}

/// The first impossible figure of a text: where, what is wrong, what to do.
fn impossible(unit: &Unit) -> Option<(Range<usize>, String, &'static str)> {
    let facts = &unit.facts;
    let both = "look the figure up and write both ends: from … to …";
    if let Some(change) = facts.changes.iter().find(|change| falls_below_nothing(unit, change)) {
        let said = unit.said(&change.range);
        return Some((change.range.clone(), format!("nothing can fall by {said}"), both));
    }
    if let Some(range) = facts.measured().find_map(|quantity| negative(unit, quantity)) {
        let said = unit.said(&range).to_owned();
        return Some((range, format!("{said} is less than nothing"), both));
    }
    if let Some(quantity) = facts.measured().find(|quantity| is_more_than_whole(unit, quantity)) {
        let said = unit.said(&quantity.range);
        let message = format!("{said} is more than the whole");
        return Some((
            quantity.range.clone(),
            message,
            "a share ends at 100 %: look the figure up",
        ));
    }
    if let Some((range, sum)) = overfull(unit) {
        let message = format!("the shares in \"{}\" sum to {sum} %", unit.said(&range));
        return Some((range, message, "shares of one whole end at 100 %: look them up"));
    }
    facts.quantities.windows(2).find_map(|pair| disordered(unit, &pair[0], &pair[1]))
}

fn falls_below_nothing(unit: &Unit, change: &Change) -> bool {
    let reduction = change.dimension == Dimension::Percent
        && change.direction == Some(Direction::Down)
        && change.delta.is_some_and(|delta| delta > WHOLE);
    let after = unit.words_in(&(change.range.end..unit.text.len()));
    let before = unit.words_in(&(0..change.range.start));
    let near = after.iter().take(2).chain(before.iter().rev().take(1));
    reduction && !near.into_iter().any(|word| roles::is_one_of(&word.norm, &GROWTH))
}

/// `to -5 ms`: a minus sign before something that has no sign.
fn negative(unit: &Unit, quantity: &Quantity) -> Option<Range<usize>> {
    let unsigned = matches!(
        quantity.dimension,
        Dimension::Time | Dimension::Bytes | Dimension::Rate | Dimension::Bandwidth
    );
    let before = unit.text.get(..quantity.range.start)?;
    let sign = before.strip_suffix(['-', '−'])?;
    let led = sign.ends_with("to ") || sign.ends_with("→ ") || sign.ends_with("> ");
    (unsigned && led).then_some(sign.len()..quantity.range.end)
}

fn is_more_than_whole(unit: &Unit, quantity: &Quantity) -> bool {
    let level = quantity.dimension == Dimension::Percent
        && quantity.value > WHOLE
        && matches!(quantity.role, Role::Level | Role::After | Role::Before);
    let (claim, end) = unit
        .claim_at(quantity.range.start)
        .map_or((0, unit.text.len()), |claim| (claim.range.start, claim.range.end));
    let after = unit.words_in(&(quantity.range.end..end));
    let before = unit.words_in(&(claim..quantity.range.start));
    let to = before.last().is_some_and(|word| {
        matches!(word.norm.as_str(), "to" | "at" | "of" | "above" | "over" | "from")
    });
    let of_share = SHARE.opens(after).is_some() || (to && !SHARE.find(before).is_empty());
    // `5 % more than 100 % …` and sizes of orders are no shares.
    let compared = after
        .first()
        .is_some_and(|word| roles::is_one_of(&word.norm, &GROWTH) && word.norm != "of");
    level && of_share && !compared
}

/// Shares of one whole that sum to more: `70 % Go, 60 % Python`.
fn overfull(unit: &Unit) -> Option<(Range<usize>, f64)> {
    let facts = &unit.facts;
    let shares: Vec<&Quantity> = facts
        .measured()
        .filter(|quantity| quantity.dimension == Dimension::Percent && quantity.role == Role::Level)
        .collect();
    let (first, last) = shares.first().zip(shares.last()).filter(|_| shares.len() > 1)?;
    let listed = shares.windows(2).all(|pair| {
        let between = pair[0].range.end..pair[1].range.start;
        unit.words_in(&between).len() <= 3 && !unit.said(&between).contains([';', ':', '('])
    });
    let named = shares.iter().all(|share| {
        facts.skills.iter().any(|skill| {
            skill.range.start >= share.range.end && skill.range.start - share.range.end <= 1
        })
    });
    let divided = !DIVIDED.find(unit.words_in(&(0..first.range.start))).is_empty();
    let sum: f64 = shares.iter().map(|share| share.value).sum();
    let whole = first.range.start..last.range.end;
    (listed && (named || divided) && sum > WHOLE + 1.0).then_some((whole, sum))
}

/// `p50 900 ms and p99 200 ms`: a higher percentile cannot be the smaller time.
fn disordered(
    unit: &Unit,
    first: &Quantity,
    second: &Quantity,
) -> Option<(Range<usize>, String, &'static str)> {
    let (a, b) = (percentile_before(unit, first)?, percentile_before(unit, second)?);
    let between = unit.words_in(&(first.range.end..second.range.start));
    let joins =
        |word: &Word| matches!(word.norm.as_str(), "and" | "at" | "a" | "of" | "with" | "but");
    let side_by_side = between.iter().rev().skip(1).all(joins);
    let times = first.dimension == Dimension::Time && second.dimension == Dimension::Time;
    let wrong = (a < b && first.value > second.value) || (a > b && first.value < second.value);
    let range = first.range.start..second.range.end;
    (times && first.role == second.role && side_by_side && wrong).then(|| {
        let message =
            format!("\"{}\": the higher percentile cannot be the shorter time", unit.said(&range));
        (range, message, "check which figure belongs to which percentile")
    })
}

/// The percentile named right before a figure: 99 of `p99 200 ms`.
fn percentile_before(unit: &Unit, quantity: &Quantity) -> Option<u32> {
    let word = unit.words_in(&(0..quantity.range.start)).last()?;
    match word.norm.as_str() {
        "median" => Some(50),
        norm => norm.strip_prefix('p').filter(|digits| digits.len() == 2)?.parse().ok(),
    }
}
