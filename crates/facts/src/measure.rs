//! The unit or the counted noun that follows a number.

use crate::counted::counted;
use crate::lex::{Kind, Token};
use crate::number::{Number, number_at};
use crate::unit::{Dimension, Unit, adverb_period, currency_of, of_word, period_of};

/// A unit or noun that follows a number.
pub(crate) struct Measured {
    pub(crate) dimension: Dimension,
    pub(crate) factor: f64,
    pub(crate) noun: Option<String>,
    /// The token after it.
    pub(crate) next: usize,
}

/// What follows `number`; `None` when it is no measure but makes a name of it (`2FA`, `5xx`).
pub(crate) fn measure(tokens: &[Token<'_>], number: &Number) -> Option<Measured> {
    let of = |dimension, factor, next| Some(Measured { dimension, factor, noun: None, next });
    let bare = |next| of(Dimension::Bare, 1.0, next);
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
    if let Some(currency) = currency_of(token) {
        return Some(Measured {
            dimension: Dimension::Money,
            factor: 1.0,
            noun: Some(currency.to_owned()),
            next: at + 1,
        });
    }
    match token.kind {
        Kind::Symbol('%' | '‰') => {
            let points = tokens.get(at + 1).is_some_and(|t| t.is_any(&["points", "point"]));
            let dimension = if points { Dimension::Points } else { Dimension::Percent };
            let factor = if token.is_symbol('‰') { 0.1 } else { 1.0 };
            return of(dimension, factor, at + 1 + usize::from(points));
        }
        // `8 °C`
        Kind::Symbol('°')
            if tokens.get(at + 1).is_some_and(|t| t.glued && t.is_any(&["c", "f"])) =>
        {
            return of(Dimension::Energy, 1.0, at + 2);
        }
        Kind::Symbol('×') => return of(Dimension::Ratio, 1.0, at + 1),
        Kind::Symbol(_) | Kind::Number => return bare(number.next),
        Kind::Word => {}
    }
    if let Some(measured) = worded_unit(tokens, at, number) {
        return Some(measured);
    }
    if let Some(Unit { dimension, factor }) = of_word(token).filter(|_| !is_article_like(token)) {
        return of(dimension, factor, at + 1);
    }
    // Letters glued to digits that are no unit make a name: `2FA`, `3rd`, `5xx`.
    if token.glued && at == number.next && !number.scaled {
        return None;
    }
    counted(tokens, at, hyphenated).or_else(|| bare(number.next))
}

/// Symbols that are also words: `5 A grades` is no current.
fn is_article_like(token: &Token<'_>) -> bool {
    !token.glued && matches!(token.text, "d" | "A" | "W" | "X")
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
    if token.is_word("basis") && next_is(&["points", "point"]) {
        return Some(Measured { factor: 0.01, ..of(Dimension::Points, at + 2)? });
    }
    // `2 business days`
    if token.is_any(&["business", "working", "calendar"]) {
        let period =
            tokens.get(at + 1).filter(|next| next.is_any(&["day", "days", "hours", "weeks"]));
        if let Some(Unit { factor, .. }) = period.and_then(of_word) {
            return Some(Measured { factor, ..of(Dimension::Time, at + 2)? });
        }
    }
    if token.is_any(&["fold"]) {
        return of(Dimension::Ratio, at + 1);
    }
    let compares = next_is(&[
        "faster", "slower", "fewer", "less", "more", "lower", "higher", "cheaper", "smaller",
        "larger", "the", "as", "shorter", "quicker",
    ]);
    (token.is_word("times") && compares && number.value > 1.0).then_some(())?;
    of(Dimension::Ratio, at + 1)
}

/// The seconds that a number in `3 h 15`, `2h30m` or `1 m 20 s` begins, when smaller units follow:
/// all seconds of the time, and the token after it.
pub(crate) fn compound_time(tokens: &[Token<'_>], number: &Number) -> Option<(f64, usize)> {
    let unit = tokens.get(number.next).filter(|token| token.kind == Kind::Word)?;
    let glued_tail = unit.glued.then(|| glued_parts(&unit.lower)).flatten();
    if let Some((larger, smaller)) = glued_tail {
        // `2h30m`, `1m20s`, `3h15`
        return Some((number.value * larger + smaller, number.next + 1));
    }
    let (larger, smaller) = match &*unit.lower {
        "h" | "hr" | "hrs" | "hour" | "hours" => (3600.0, 60.0),
        "m" | "min" | "mins" | "minute" | "minutes" => (60.0, 1.0),
        _ => return None,
    };
    let joined = usize::from(tokens.get(number.next + 1).is_some_and(|t| t.is_word("and")));
    let tail_at = number.next + 1 + joined;
    tokens.get(tail_at).filter(|token| token.kind == Kind::Number)?;
    let tail = number_at(tokens, tail_at).filter(|tail| !tail.scaled && tail.value < 60.0)?;
    let named = tokens.get(tail.next).filter(|token| token.kind == Kind::Word);
    let same = |token: &&Token<'_>| match smaller {
        60.0 => token.is_any(&["m", "min", "mins", "minute", "minutes"]),
        _ => token.is_any(&["s", "sec", "secs", "second", "seconds"]),
    };
    let next = match named {
        Some(unit) if same(&unit) => tail.next + 1,
        // `3 h 15` and nothing more: the minutes go without saying after hours only.
        None if smaller > 1.0 && joined == 0 => tail.next,
        _ => return None,
    };
    Some((number.value * larger + tail.value * smaller, next))
}

/// `h30m`, `m20s`, `h15`: the seconds of the first unit, and of the digits after it.
fn glued_parts(word: &str) -> Option<(f64, f64)> {
    let (larger, rest) = match (word.strip_prefix('h'), word.strip_prefix('m')) {
        (Some(rest), _) => (3600.0, rest),
        (_, Some(rest)) => (60.0, rest),
        _ => return None,
    };
    let digits = rest.len() - rest.trim_start_matches(|c: char| c.is_ascii_digit()).len();
    let fits = match (larger > 60.0, &rest[digits..]) {
        (true, "" | "m" | "min") | (false, "s" | "sec") => (1..=2).contains(&digits),
        _ => false,
    };
    fits.then_some(())?;
    let value: f64 = rest[..digits].parse().ok()?;
    Some((larger, value * larger / 60.0))
}

/// Turns a count into a rate when a period follows: `events/day`, `parcels a day`, `jobs daily`,
/// `requests per second`. Money stays money: a yearly saving is a sum.
pub(crate) fn per_period(tokens: &[Token<'_>], measured: Measured) -> Measured {
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
        Dimension::Money | Dimension::Bandwidth => Measured { next, ..measured },
        _ => measured,
    }
}
