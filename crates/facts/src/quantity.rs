//! The second step: numbers with what they measure.
//!
//! A number is a quantity only when it measures something: years, versions, tickets, phone
//! numbers, grades, clock times and the digits inside names are not (see [`crate::name`]).

use std::ops::Range;

use roles::WordList;

use crate::fraction::fraction;
use crate::lex::{Kind, Token};
use crate::measure::{Measured, compound_time, measure, per_period};
use crate::name;
use crate::number::{Number, number_at};
use crate::unit::{Dimension, currency_of, period_of};

/// What a quantity says in its sentence.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Role {
    /// The value before a change.
    Before,
    /// The value after a change.
    After,
    /// How much it changed.
    Delta,
    /// A value that held: `p99 under 40 ms`.
    Level,
    /// How big the thing is: `across 6 services`, `at 12k rps`.
    Denominator,
    /// A plain count.
    Count,
    /// Over what time.
    Duration,
}

impl Role {
    /// The word used in reports and tests.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Before => "before",
            Self::After => "after",
            Self::Delta => "delta",
            Self::Level => "level",
            Self::Denominator => "denominator",
            Self::Count => "count",
            Self::Duration => "duration",
        }
    }
}

/// A number with what it measures.
#[derive(Clone, Debug, PartialEq)]
pub struct Quantity {
    /// Bytes in the text, unit and noun included.
    pub range: Range<usize>,
    /// In the base unit of the dimension: seconds, bytes, things per second, percent, …
    pub value: f64,
    /// What is measured.
    pub dimension: Dimension,
    /// The counted noun (`merchants`), the noun of a rate (`events`), or the currency (`EUR`).
    pub noun: Option<String>,
    /// The percentile it is given for: `p99`, `p50`.
    pub percentile: Option<String>,
    /// What it says in its sentence.
    pub role: Role,
    /// It counts people or groups of people who work on things.
    pub counts_people: bool,
    /// It counts the people of a team that somebody worked in or led: `a team of 5`, `5-engineer team`.
    pub own_team: bool,
    /// It counts work done rather than the size of a thing: `12 bugs`.
    pub counts_effort: bool,
    /// Base units in one unit as written, so that a bare number beside it can share the unit.
    pub(crate) factor: f64,
    /// Tokens it covers.
    pub(crate) tokens: Range<usize>,
}

/// All quantities of a text, bare numbers included (a later step may lend them a unit).
pub(crate) fn quantities(tokens: &[Token<'_>]) -> Vec<Quantity> {
    let mut found = Vec::new();
    let mut at = 0;
    while at < tokens.len() {
        match quantity_at(tokens, at) {
            Some(quantity) => {
                at = quantity.tokens.end.max(at + 1);
                found.push(quantity);
            }
            None => at = name::skip(tokens, at),
        }
    }
    without_heaps(found)
}

/// Three or more figures side by side (`10x 99% 5M`) measure nothing.
fn without_heaps(mut found: Vec<Quantity>) -> Vec<Quantity> {
    let touching: Vec<bool> =
        found.windows(2).map(|pair| pair[0].tokens.end == pair[1].tokens.start).collect();
    let touches = |at: Option<usize>| at.and_then(|at| touching.get(at)).copied().unwrap_or(false);
    let mut at: usize = 0;
    found.retain(|_| {
        let (before, after) = (touches(at.checked_sub(1)), touches(Some(at)));
        let further = touches(at.checked_sub(2)) && before || after && touches(Some(at + 1));
        at += 1;
        !(further || before && after)
    });
    found
}

fn quantity_at(tokens: &[Token<'_>], at: usize) -> Option<Quantity> {
    if let Some((value, next)) = fraction(tokens, at) {
        let percent = Measured { dimension: Dimension::Percent, factor: 1.0, noun: None, next };
        return Some(quantity(tokens, at, value, percent));
    }
    if let Some((seconds, next)) = one_period(tokens, at) {
        let time = Measured { dimension: Dimension::Time, factor: seconds, noun: None, next };
        return Some(quantity(tokens, at, 1.0, time));
    }
    let prefix = currency_of(&tokens[at])
        .filter(|_| tokens.get(at + 1).is_some_and(|next| next.kind == Kind::Number));
    let digits_at = at + usize::from(prefix.is_some());
    let number = number_at(tokens, digits_at)?;
    if let Some((share, next)) = nines(tokens, &number) {
        let percent = Measured { dimension: Dimension::Percent, factor: 1.0, noun: None, next };
        return Some(quantity(tokens, at, share, percent));
    }
    if prefix.is_none() && name::is_part_of_name(tokens, digits_at, &number) {
        return None;
    }
    let (value, number) = range(tokens, &number).unwrap_or((number.value, number));
    if let Some((seconds, next)) = compound_time(tokens, &number).filter(|_| prefix.is_none()) {
        let time = Measured { dimension: Dimension::Time, factor: 1.0, noun: None, next };
        return Some(quantity(tokens, at, seconds, time));
    }
    let measured = match prefix {
        Some(currency) => Measured {
            dimension: Dimension::Money,
            factor: 1.0,
            noun: Some(currency.to_owned()),
            next: number.next,
        },
        None => measure(tokens, &number)?,
    };
    let measured = team_size(tokens, at, measured);
    // `one a month` is a rate, a bare `one` is a pronoun.
    if measured.dimension == Dimension::Bare && number.worded {
        let next = tokens.get(measured.next)?;
        next.is_any(&["a", "an", "per"]).then_some(())?;
        let per_period = per_period(tokens, measured);
        let is_rate = per_period.dimension == Dimension::Rate;
        return is_rate.then(|| quantity(tokens, at, value, per_period));
    }
    let year_like = !number.worded
        && !number.scaled
        && matches!(measured.dimension, Dimension::Bare | Dimension::Count)
        && name::is_year(&tokens[digits_at]);
    if year_like && (measured.dimension == Dimension::Bare || name::follows_date_word(tokens, at)) {
        return None;
    }
    let measured = per_period(tokens, measured);
    // `4.8 stars` is a rating; things come in whole numbers.
    if measured.dimension == Dimension::Count && !number.scaled && number.value.fract() != 0.0 {
        return None;
    }
    let own_team = is_team(tokens, at, &measured);
    Some(Quantity { own_team, ..quantity(tokens, at, value, measured) })
}

/// `four nines`: the share it stands for.
fn nines(tokens: &[Token<'_>], number: &Number) -> Option<(f64, usize)> {
    let named = tokens.get(number.next).is_some_and(|t| t.is_word("nines"));
    let plain = (2.0..10.0).contains(&number.value) && number.value.fract() == 0.0;
    (named && plain).then(|| (100.0 - 100.0 * tenth(number.value), number.next + 1))
}

/// A tenth of a tenth, that many times.
fn tenth(times: f64) -> f64 {
    let mut share = 1.0;
    let mut count = 0.0;
    while count < times {
        share /= 10.0;
        count += 1.0;
    }
    share
}

/// `30-40 banks`, `5-10k`: the lower end counts. Its value, and the number that has the unit.
fn range(tokens: &[Token<'_>], low: &Number) -> Option<(f64, Number)> {
    let dash = tokens.get(low.next).filter(|token| token.glued && token.is_symbol('-'))?;
    let high = tokens.get(low.next + 1).filter(|t| t.glued && t.kind == Kind::Number)?;
    (dash.end == high.start && !low.worded).then_some(())?;
    let high = number_at(tokens, low.next + 1)?;
    let unit = tokens.get(high.next)?;
    let measures = unit.kind == Kind::Word || unit.is_symbol('%') || unit.is_symbol('×');
    // `5-10k`: the magnitude belongs to both.
    let shared = high.scaled && !low.scaled;
    let digits = digits_of(tokens, low.next + 1);
    let value = match digits.filter(|_| shared) {
        Some(digits) if digits > 0.0 => low.value * (high.value / digits),
        _ => low.value,
    };
    (measures && value < high.value).then_some((value, high))
}

fn digits_of(tokens: &[Token<'_>], at: usize) -> Option<f64> {
    number_at(&tokens[at..=at], 0).map(|number| number.value)
}

/// `team of 5`, `5-engineer team`, `5-person rewrite`.
fn is_team(tokens: &[Token<'_>], at: usize, measured: &Measured) -> bool {
    if measured.dimension != Dimension::Count {
        return false;
    }
    let of = at >= 2
        && tokens[at - 1].is_word("of")
        && tokens[at - 2].is_any(&["team", "squad", "group", "crew", "guild"]);
    let hyphen = measured.next >= 2 && tokens[measured.next - 2].is_symbol('-');
    let attribute = hyphen
        && tokens[measured.next - 1]
            .is_any(&["person", "people", "engineer", "developer", "man", "strong"]);
    of || attribute
}

fn quantity(tokens: &[Token<'_>], at: usize, value: f64, measured: Measured) -> Quantity {
    Quantity {
        range: tokens[at].start..tokens[measured.next - 1].end,
        value: value * measured.factor,
        dimension: measured.dimension,
        noun: measured.noun,
        percentile: None,
        role: Role::Count,
        counts_people: false,
        own_team: false,
        counts_effort: false,
        factor: measured.factor,
        tokens: at..measured.next,
    }
}

/// `a team of 5`: a bare number of people.
fn team_size(tokens: &[Token<'_>], at: usize, measured: Measured) -> Measured {
    let team = measured.dimension == Dimension::Bare
        && at >= 2
        && tokens[at - 1].is_word("of")
        && tokens[at - 2].is_any(&["team", "squad", "group", "crew", "guild"]);
    if team {
        Measured { dimension: Dimension::Count, noun: Some("people".to_owned()), ..measured }
    } else {
        measured
    }
}

/// `an hour`, `a day` where a change or a limit puts a value: `to an hour`, `under a minute`. The
/// seconds, and the token after it.
fn one_period(tokens: &[Token<'_>], at: usize) -> Option<(f64, usize)> {
    const BEFORE: [&str; 8] = ["from", "to", "under", "below", "within", "than", "was", "of"];
    tokens[at].is_any(&["a", "an"]).then_some(())?;
    let seconds = tokens.get(at + 1).and_then(period_of)?;
    let before = &tokens[at.checked_sub(1)?];
    let of = before.is_word("of");
    let limited = before.is_any(&BEFORE) && (!of || at >= 2 && tokens[at - 2].is_word("instead"));
    (limited && ends_value(tokens, at + 2)).then_some((seconds, at + 2))
}

/// True when the token at `at` cannot go on with the noun of a value: `to zero in May`, but not
/// `to zero trust`.
pub(crate) fn ends_value(tokens: &[Token<'_>], at: usize) -> bool {
    const AFTER: WordList<24> = WordList::new([
        "to", "by", "with", "via", "and", "using", "through", "after", "when", "for", "in", "on",
        "or", "at", "but", "so", "from", "instead", "across", "over", "since", "within", "a",
        "per",
    ]);
    tokens.get(at).is_none_or(|token| match token.kind {
        Kind::Word => token.is_any(&AFTER),
        Kind::Number => false,
        Kind::Symbol(_) => !(token.glued && token.is_symbol('-')),
    })
}
