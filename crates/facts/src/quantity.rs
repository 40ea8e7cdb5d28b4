//! The second step: numbers with what they measure.
//!
//! A number is a quantity only when it measures something: years, versions, tickets, phone
//! numbers, grades, clock times and the digits inside names are not (see [`crate::name`]).

use std::ops::Range;

use crate::lex::{Kind, Token};
use crate::name;
use crate::number::{Number, number_at};
use crate::unit::{Dimension, Unit, adverb_period, currency_of, of_word, period_of};

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
    /// Base units in one unit as written, so that a bare number beside it can share the unit.
    pub(crate) factor: f64,
    /// Tokens it covers.
    pub(crate) tokens: Range<usize>,
}

/// All quantities of a text, bare numbers included (a later step may lend them a unit).
///
/// `names` are byte ranges of product names; a number right after one is its version.
pub(crate) fn quantities(tokens: &[Token<'_>], names: &[Range<usize>]) -> Vec<Quantity> {
    let mut found = Vec::new();
    let mut at = 0;
    while at < tokens.len() {
        match quantity_at(tokens, at, names) {
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
fn without_heaps(found: Vec<Quantity>) -> Vec<Quantity> {
    let heaped: Vec<bool> = (0..found.len())
        .map(|at| {
            let touches = |one: usize| {
                found.get(one).zip(found.get(one + 1)).is_some_and(|(a, b)| a.tokens.end == b.tokens.start)
            };
            let before = at.checked_sub(1).is_some_and(touches);
            let further = at.checked_sub(2).is_some_and(touches);
            before && (touches(at) || further) || touches(at) && touches(at + 1)
        })
        .collect();
    found.into_iter().zip(heaped).filter(|(_, heaped)| !heaped).map(|(quantity, _)| quantity).collect()
}

fn quantity_at(tokens: &[Token<'_>], at: usize, names: &[Range<usize>]) -> Option<Quantity> {
    if let Some(fraction) = fraction(tokens, at, names) {
        return Some(fraction);
    }
    let prefix = currency_of(&tokens[at])
        .filter(|_| tokens.get(at + 1).is_some_and(|next| next.kind == Kind::Number));
    let digits_at = at + usize::from(prefix.is_some());
    let number = number_at(tokens, digits_at)?;
    if prefix.is_none() && name::is_part_of_name(tokens, digits_at, &number, names) {
        return None;
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
    if measured.dimension == Dimension::Bare && (number.worded || prefix.is_some()) {
        return None;
    }
    let year_like = !number.worded
        && !number.scaled
        && matches!(measured.dimension, Dimension::Bare | Dimension::Count)
        && name::is_year(&tokens[digits_at]);
    if year_like && (measured.dimension == Dimension::Bare || name::follows_date_word(tokens, at)) {
        return None;
    }
    let measured = per_period(tokens, measured);
    let last = tokens.get(measured.next - 1)?;
    Some(Quantity {
        range: tokens[at].start..last.end,
        value: number.value * measured.factor,
        dimension: measured.dimension,
        noun: measured.noun,
        percentile: None,
        role: Role::Count,
        factor: measured.factor,
        tokens: at..measured.next,
    })
}

/// A unit or noun that follows a number.
struct Measured {
    dimension: Dimension,
    factor: f64,
    noun: Option<String>,
    /// The token after it.
    next: usize,
}

fn measure(tokens: &[Token<'_>], number: &Number) -> Option<Measured> {
    let bare = |next| Some(Measured { dimension: Dimension::Bare, factor: 1.0, noun: None, next });
    let mut at = number.next;
    // `5+ years`, `12-node`
    while tokens.get(at).is_some_and(|t| t.glued && (t.is_symbol('+') || t.is_symbol('-')))
        && tokens
            .get(at + 1)
            .is_some_and(|t| t.kind == Kind::Word && (t.glued || tokens[at].is_symbol('+')))
    {
        at += 1;
    }
    let hyphenated = at > number.next && tokens[at - 1].is_symbol('-');
    let Some(token) = tokens.get(at) else { return bare(number.next) };
    if token.is_symbol('%') || token.is_symbol('‰') {
        let points = tokens.get(at + 1).is_some_and(|t| t.is_any(&["points", "point"]));
        let dimension = if points { Dimension::Points } else { Dimension::Percent };
        return Some(Measured {
            dimension,
            factor: 1.0,
            noun: None,
            next: at + 1 + usize::from(points),
        });
    }
    if token.is_symbol('×') {
        return Some(Measured {
            dimension: Dimension::Ratio,
            factor: 1.0,
            noun: None,
            next: at + 1,
        });
    }
    if token.kind != Kind::Word {
        return bare(number.next);
    }
    if let Some(measured) = worded_unit(tokens, at, number) {
        return Some(measured);
    }
    if let Some(currency) = currency_of(token) {
        return Some(Measured {
            dimension: Dimension::Money,
            factor: 1.0,
            noun: Some(currency.to_owned()),
            next: at + 1,
        });
    }
    if let Some(Unit { dimension, factor }) =
        of_word(token).filter(|_| !is_article_like(tokens, at))
    {
        return Some(Measured { dimension, factor, noun: None, next: at + 1 });
    }
    // Letters glued to digits that are no unit make a name: `2FA`, `3rd`, `5xx`.
    if token.glued && at == number.next && !number.scaled {
        return None;
    }
    counted(tokens, at, hyphenated).or_else(|| bare(number.next))
}

/// `d` and `a` after a number are words unless glued or before a full stop.
fn is_article_like(tokens: &[Token<'_>], at: usize) -> bool {
    !tokens[at].glued
        && matches!(tokens[at].text, "d" | "A" | "W" | "B" | "X" | "x")
        && !matches!(tokens[at].text, "B" | "x")
}

/// Units of several words: `per cent`, `percentage points`, `times faster`, `-fold`.
fn worded_unit(tokens: &[Token<'_>], at: usize, number: &Number) -> Option<Measured> {
    let next_is = |words: &[&str]| tokens.get(at + 1).is_some_and(|t| t.is_any(words));
    let of = |dimension, next| Some(Measured { dimension, factor: 1.0, noun: None, next });
    let token = &tokens[at];
    if token.is_word("per") && next_is(&["cent"]) {
        return of(Dimension::Percent, at + 2);
    }
    if token.is_word("percentage") && next_is(&["points", "point"]) {
        return of(Dimension::Points, at + 2);
    }
    if token.is_any(&["fold"]) {
        return of(Dimension::Ratio, at + 1);
    }
    let compares = next_is(&[
        "faster", "slower", "fewer", "less", "more", "lower", "higher", "cheaper", "smaller",
        "larger", "the", "as", "shorter",
    ]);
    (token.is_word("times") && compares && number.value > 1.0).then_some(())?;
    of(Dimension::Ratio, at + 1)
}

/// Words that end a noun phrase.
const STOPS: [&str; 62] = [
    "a", "an", "the", "and", "or", "of", "to", "from", "in", "on", "at", "by", "for", "with",
    "per", "each", "every", "across", "over", "under", "below", "above", "into", "through", "via",
    "while", "after", "before", "without", "within", "during", "between", "than", "that", "which",
    "who", "so", "as", "is", "was", "were", "are", "be", "been", "has", "have", "had", "using",
    "against", "behind", "instead", "but", "not", "if", "when", "where", "since", "until", "its",
    "their", "our", "my",
];

/// Plurals that do not end in `s`, and mass nouns people count by.
const IRREGULAR: [&str; 9] =
    ["people", "staff", "children", "women", "men", "data", "traffic", "req", "criteria"];

fn is_plural(word: &str) -> bool {
    let regular = word.len() > 2
        && word.ends_with('s')
        && !word.ends_with("ss")
        && !word.ends_with("us")
        && !word.ends_with("is");
    regular || IRREGULAR.contains(&word)
}

/// The counted noun: the first plural within four words, or the word after a hyphen.
fn counted(tokens: &[Token<'_>], at: usize, hyphenated: bool) -> Option<Measured> {
    let mut end = at;
    while let Some(token) = tokens.get(end) {
        if end - at >= 4 || STOPS.contains(&token.lower.as_str()) || adverb_period(token).is_some()
        {
            break;
        }
        match token.kind {
            Kind::Word => {}
            Kind::Symbol('-') if token.glued && end > at => {
                end += 1;
                continue;
            }
            _ => break,
        }
        if is_plural(&token.lower) && !is_possessive(token) {
            return Some(noun(token, end + 1));
        }
        if hyphenated
            && end == at
            && !tokens.get(end + 1).is_some_and(|t| t.is_symbol('-') && t.glued)
        {
            return Some(noun(token, end + 1));
        }
        end += 1;
    }
    None
}

fn is_possessive(token: &Token<'_>) -> bool {
    token.lower.ends_with("'s") || token.lower.ends_with("’s")
}

fn noun(token: &Token<'_>, next: usize) -> Measured {
    Measured { dimension: Dimension::Count, factor: 1.0, noun: Some(token.lower.clone()), next }
}

/// Turns a count into a rate when a period follows: `events/day`, `parcels a day`, `jobs daily`,
/// `requests per second`. Money stays money: a yearly saving is a sum.
fn per_period(tokens: &[Token<'_>], measured: Measured) -> Measured {
    let at = measured.next;
    let Some(token) = tokens.get(at) else { return measured };
    let (seconds, next) = if let Some(seconds) = adverb_period(token) {
        (seconds, at + 1)
    } else {
        let joins = token.is_symbol('/') || token.is_any(&["per", "a", "an", "each", "every"]);
        let Some(seconds) = tokens.get(at + 1).filter(|_| joins).and_then(period_of) else {
            return measured;
        };
        (seconds, at + 2)
    };
    match measured.dimension {
        Dimension::Count | Dimension::Bare | Dimension::Bytes => Measured {
            dimension: Dimension::Rate,
            factor: measured.factor / seconds,
            noun: measured
                .noun
                .or_else(|| (measured.dimension == Dimension::Bytes).then(|| "bytes".to_owned())),
            next,
        },
        Dimension::Money => Measured { next, ..measured },
        _ => measured,
    }
}

/// `one in five`, `1 in 20`, `a third`, `two thirds`, `a quarter of`, `half of`: as percent.
fn fraction(tokens: &[Token<'_>], at: usize, names: &[Range<usize>]) -> Option<Quantity> {
    let word = |index: usize| tokens.get(index).filter(|t| t.kind == Kind::Word).map(|t| &*t.lower);
    let (value, next) = match (word(at), word(at + 1)) {
        (Some("a" | "one"), Some("third")) => (100.0 / 3.0, at + 2),
        (Some("two"), Some("thirds")) => (200.0 / 3.0, at + 2),
        (Some("a" | "one"), Some("quarter")) if !period_like(tokens, at + 2) => (25.0, at + 2),
        (Some("three"), Some("quarters")) => (75.0, at + 2),
        (Some("half"), _) if word(at + 1).is_some_and(|next| matches!(next, "of" | "the")) => {
            (50.0, at + 1)
        }
        _ => {
            let top = number_at(tokens, at).filter(|top| (1.0..20.0).contains(&top.value))?;
            tokens.get(top.next)?.is_word("in").then_some(())?;
            let bottom = number_at(tokens, top.next + 1)?;
            let named = !top.worded && name::is_part_of_name(tokens, at, &top, names);
            (!named && !name::is_year(&tokens[top.next + 1])).then_some(())?;
            let next_is_noun = measure(tokens, &bottom)?.dimension != Dimension::Bare;
            // `2 in 3 months` counts, it is no fraction.
            (bottom.value > top.value && !next_is_noun).then_some(())?;
            (100.0 * top.value / bottom.value, bottom.next)
        }
    };
    Some(Quantity {
        range: tokens[at].start..tokens[next - 1].end,
        value,
        dimension: Dimension::Percent,
        noun: None,
        percentile: None,
        role: Role::Count,
        factor: 1.0,
        tokens: at..next,
    })
}

/// `a quarter` before `to`, `after` or the end is more often a period than a fraction; before
/// `of` it is a fraction.
fn period_like(tokens: &[Token<'_>], after: usize) -> bool {
    !tokens.get(after).is_some_and(|t| t.is_any(&["of", "fewer", "less", "more"]))
}
