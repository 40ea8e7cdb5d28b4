//! Numbers that measure nothing: years, versions, tickets, phone numbers, grades, clock times,
//! ordinals and the digits inside names.

use roles::WordList;

use crate::lex::{Kind, Token};
use crate::mark::Marks;
use crate::number::Number;

/// Words whose number is a label: `RFC 7231`, `port 443`, `level 3`.
const LABELS: [&str; 48] = [
    "rfc", "iso", "soc", "pci", "ieee", "issue", "ticket", "pr", "pull", "version", "v", "release",
    "level", "tier", "grade", "phase", "chapter", "section", "step", "part", "port", "http", "tls",
    "ipv", "utf", "sha", "top", "room", "page", "number", "no", "layer", "series", "zone", "class",
    "type", "group", "gpa", "python", "java", "windows", "office", "fortune", "article", "sil",
    "rev", "gen", "error",
];

/// Nouns that a number names the kind of: `two-phase commit`, `3-tier architecture`.
const KINDS: WordList<15> = WordList::new([
    "phase", "factor", "way", "tier", "sided", "dimensional", "legged", "step", "stage", "layer",
    "pass", "party", "click", "nines", "level",
]);

/// Answers of HTTP that people write as plurals: `retried on 429s`.
const STATUS_CODES: [&str; 12] =
    ["400", "401", "403", "404", "408", "409", "422", "429", "500", "502", "503", "504"];

/// Words that stand before a year.
const DATE_WORDS: [&str; 22] = [
    "in", "since", "until", "from", "by", "of", "to", "and", "january", "february", "march",
    "april", "may", "june", "july", "august", "september", "october", "november", "december",
    "mid", "early",
];

/// True when the number at `at` belongs to a name, a date or a code.
pub(crate) fn is_part_of_name(tokens: &[Token<'_>], at: usize, number: &Number) -> bool {
    if number.worded {
        return is_idiom(tokens, at, number);
    }
    let token = &tokens[at];
    // `three 9s`
    if token.text == "9" && tokens.get(at + 1).is_some_and(|t| t.glued && t.is_word("s")) {
        return true;
    }
    let before = at.checked_sub(1).map(|index| &tokens[index]);
    let after = tokens.get(number.next);
    let glued_after = |symbol: char| after.is_some_and(|t| t.is_symbol(symbol) && t.glued);
    let digit_follows =
        tokens.get(number.next + 1).is_some_and(|t| t.glued && t.kind == Kind::Number);

    // `07:30`, `24/7`, `3.8/4.0`, `03/2021`, `2021-03`; but `240/month` is a rate and
    // `120-140 ms` a range of a quantity.
    if (glued_after(':') || glued_after('/')) && digit_follows {
        return true;
    }
    if glued_after('-') && digit_follows && is_year(token) {
        return true;
    }
    if let Some(before) = before {
        let digits_before = at >= 2 && tokens[at - 2].kind == Kind::Number && before.glued;
        if token.glued && (before.is_symbol(':') || before.is_symbol('/')) && digits_before {
            return true;
        }
        if token.glued && before.is_symbol('-') && digits_before && is_year(&tokens[at - 2]) {
            return true;
        }
        // `#1234`, `OPS-1234`, `v2`, `HTTP/2`, `+385 91 …`
        if token.glued && before.is_symbol('#') {
            return true;
        }
        let word_before = at >= 2 && tokens[at - 2].kind == Kind::Word && before.glued;
        if token.glued
            && (before.is_symbol('-') || before.is_symbol('/') || before.is_symbol('.'))
            && word_before
        {
            return true;
        }
        if token.glued && before.is_symbol('+') && is_phone(tokens, at) {
            return true;
        }
        if is_status_code(token, before, after) {
            return true;
        }
        if before.kind == Kind::Word && !token.glued && LABELS.contains(&before.lower.as_ref()) {
            return number.next == at + 1 && !has_unit(tokens, number);
        }
        if before.marks.has(Marks::NAME_END)
            && !number.scaled
            && !has_unit(tokens, number)
            && (looks_like_version(token) || !precedes_plural(tokens, number))
        {
            return true;
        }
    }
    let hyphen = usize::from(glued_after('-'));
    let names_kind = tokens
        .get(number.next + hyphen)
        .is_some_and(|t| hyphen == 1 && t.glued && t.is_any(&KINDS));
    names_kind || is_ordinal(after) || is_clock(after)
}

/// `17`, `3.12`, `2022` after the name of a product: its version, even in `Java 8 services`.
fn looks_like_version(token: &Token<'_>) -> bool {
    token.text.len() <= 2 || token.text.contains('.') || is_year(token)
}

/// `HTTP 503s`, `retried on 429s`; but `from 500s to 120s` is a time.
fn is_status_code(token: &Token<'_>, before: &Token<'_>, after: Option<&Token<'_>>) -> bool {
    let plural = after.is_some_and(|t| t.glued && t.is_word("s"));
    let measures = before.kind != Kind::Word
        || before.is_any(&[
            "from", "to", "under", "below", "by", "within", "at", "was", "took", "of", "in",
        ]);
    STATUS_CODES.contains(&token.text) && (before.is_word("http") || plural && !measures)
}

/// `6 am`, `6pm`, `9 o'clock`.
fn is_clock(after: Option<&Token<'_>>) -> bool {
    after.is_some_and(|t| t.is_any(&["am", "pm", "utc", "o'clock", "o’clock"]))
}

/// Where to go on after a token that opens no quantity: past a phone number, one token otherwise.
pub(crate) fn skip(tokens: &[Token<'_>], at: usize) -> usize {
    let next = at + 1;
    if tokens[at].is_symbol('+')
        && tokens.get(next).is_some_and(|t| t.glued)
        && is_phone(tokens, next)
    {
        let digits = |t: &&Token<'_>| {
            matches!(t.kind, Kind::Number | Kind::Symbol('-' | '(' | ')' | '.' | '/'))
        };
        return next + tokens[next..].iter().take_while(digits).count();
    }
    next
}

/// `+` and at least seven digits in groups.
fn is_phone(tokens: &[Token<'_>], at: usize) -> bool {
    let group =
        |t: &&Token<'_>| matches!(t.kind, Kind::Number | Kind::Symbol('-' | '(' | ')' | '.' | '/'));
    let digits: usize = tokens[at..]
        .iter()
        .take_while(group)
        .map(|t| t.text.bytes().filter(u8::is_ascii_digit).count())
        .sum();
    digits >= 7 && tokens.get(at + 1).is_some_and(|t| group(&t))
}

/// Four digits from 1970 to 2039, without separators.
pub(crate) fn is_year(token: &Token<'_>) -> bool {
    token.kind == Kind::Number
        && token.text.len() == 4
        && token.text.parse().is_ok_and(|year: u16| (1970..2040).contains(&year))
}

/// True when the word before is one that stands before years.
pub(crate) fn follows_date_word(tokens: &[Token<'_>], at: usize) -> bool {
    at.checked_sub(1).is_some_and(|before| {
        tokens[before].kind == Kind::Word
            && (DATE_WORDS.contains(&tokens[before].lower.as_ref())
                || tokens[before].lower.len() == 3)
    })
}

fn is_ordinal(after: Option<&Token<'_>>) -> bool {
    after.is_some_and(|t| t.glued && t.is_any(&["st", "nd", "rd", "th"]))
}

/// A unit of measure right after the number.
fn has_unit(tokens: &[Token<'_>], number: &Number) -> bool {
    tokens
        .get(number.next)
        .is_some_and(|t| t.is_symbol('%') || t.is_symbol('×') || crate::unit::of_word(t).is_some())
}

/// `Kafka 12 topics`: a counted plural, so not a version.
fn precedes_plural(tokens: &[Token<'_>], number: &Number) -> bool {
    tokens.get(number.next).is_some_and(|t| {
        t.kind == Kind::Word
            && t.lower.len() > 3
            && t.lower.ends_with('s')
            && !t.lower.ends_with("ss")
    })
}

/// Number words that count nothing: `one of`, `one another`; `zero-downtime` is a promise rather
/// than a count, and `two-phase` names a kind.
fn is_idiom(tokens: &[Token<'_>], at: usize, number: &Number) -> bool {
    let next = tokens.get(number.next);
    let next_is = |words: &[&str]| next.is_some_and(|t| t.is_any(words));
    let hyphen = next.is_some_and(|t| t.is_symbol('-') && t.glued);
    let noun = tokens.get(number.next + usize::from(hyphen));
    if noun.is_some_and(|t| t.is_any(&KINDS)) {
        return true;
    }
    let period = noun.is_some_and(|t| crate::unit::of_word(t).is_some());
    match &*tokens[at].lower {
        "one" => {
            hyphen && !period
                || next_is(&["of", "another", "time", "place", "by", "on", "s"])
                || next.is_none()
        }
        "zero" => hyphen || next_is(&["trust"]),
        _ => false,
    }
}
