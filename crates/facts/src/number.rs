//! Numbers in digits and in words.

use roles::WordList;

use crate::lex::{Kind, Token};

/// A number that stands at a token.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Number {
    pub(crate) value: f64,
    /// The token after it.
    pub(crate) next: usize,
    /// Written in words (`four`, `a dozen`).
    pub(crate) worded: bool,
    /// A magnitude was given (`38k`, `4.8 billion`), so it is no year and no version.
    pub(crate) scaled: bool,
}

/// Reads the number that begins at `at`.
pub(crate) fn number_at(tokens: &[Token<'_>], at: usize) -> Option<Number> {
    let token = tokens.get(at)?;
    match token.kind {
        Kind::Number => {
            let value = digits(token.text, tokens.get(at + 1))?;
            let (factor, next) = magnitude(tokens, at + 1).unwrap_or((1.0, at + 1));
            Some(Number { value: value * factor, next, worded: false, scaled: next > at + 1 })
        }
        Kind::Word => worded(tokens, at),
        Kind::Symbol(_) => None,
    }
}

/// `1,200,000`, `4.8`, `7,5`, `1.200.000`, and `4.800` when a counted thing follows.
fn digits(text: &str, next: Option<&Token<'_>>) -> Option<f64> {
    if text.bytes().all(|byte| byte.is_ascii_digit()) {
        return text.parse().ok();
    }
    let separators: Vec<char> = text.chars().filter(|c| !c.is_ascii_digit()).collect();
    let groups: Vec<&str> = text.split(|c: char| !c.is_ascii_digit()).collect();
    let by_threes = groups[1..].iter().all(|group| group.len() == 3) && groups[0].len() <= 3;
    let joined: String = text.chars().filter(char::is_ascii_digit).collect();
    let counted = next.is_some_and(|token| {
        token.kind == Kind::Word
            && token.lower.len() > 2
            && token.lower.ends_with('s')
            && crate::unit::of_word(token).is_none()
    });
    match separators.as_slice() {
        [',' | ' '] if by_threes => joined.parse().ok(),
        ['.'] if by_threes && counted && groups[0] != "0" => joined.parse().ok(),
        ['.' | ','] => format!("{}.{}", groups[0], groups[1]).parse().ok(),
        many if by_threes && many.iter().all(|separator| separator == &many[0]) => {
            joined.parse().ok()
        }
        // `1,200,000.50`: the last separator is the decimal point.
        [thousands @ .., '.'] if thousands.iter().all(|separator| *separator == ',') => {
            text.replace(',', "").parse().ok()
        }
        // `1.2.3` is a version.
        _ => None,
    }
}

/// The factor of `k`, `M`, `million` … at `at`, with the token after it.
fn magnitude(tokens: &[Token<'_>], at: usize) -> Option<(f64, usize)> {
    let token = tokens.get(at)?;
    let after = at + 1;
    if token.is_symbol('-') && token.glued {
        // `640-million-row`
        let factor = match &*tokens.get(after).filter(|next| next.glued)?.lower {
            "thousand" => 1e3,
            "million" => 1e6,
            "billion" => 1e9,
            _ => return None,
        };
        return Some((factor, after + 1));
    }
    if token.kind != Kind::Word {
        return None;
    }
    if token.glued {
        let counted = tokens
            .get(after)
            .is_some_and(|next| next.kind == Kind::Word && next.lower.len() > 2 && !next.glued);
        let factor = match token.text {
            "k" | "K" => 1e3,
            "M" | "mm" | "MM" | "mn" => 1e6,
            "m" if counted || follows_currency(tokens, at) => 1e6,
            "B" | "bn" | "Bn" => 1e9,
            "T" | "tn" => 1e12,
            _ => return None,
        };
        return Some((factor, after));
    }
    let factor = match &*token.lower {
        "thousand" | "k" => 1e3,
        "million" | "mio" | "mn" => 1e6,
        "billion" | "bn" | "mrd" => 1e9,
        "trillion" => 1e12,
        "lakh" | "lakhs" => 1e5,
        "crore" | "crores" | "cr" => 1e7,
        _ if token.text == "M" => 1e6,
        _ => return None,
    };
    // `7,5 Mio. records`
    let dotted = matches!(&*token.lower, "mio" | "mrd")
        && tokens.get(after).is_some_and(|t| t.is_symbol('.') && t.glued);
    Some((factor, after + usize::from(dotted)))
}

/// `£1.2` before the magnitude at `at`.
fn follows_currency(tokens: &[Token<'_>], at: usize) -> bool {
    at >= 2 && tokens[at - 1].glued && crate::unit::currency_of(&tokens[at - 2]).is_some()
}

/// What a number in words begins with: all words of [`small_word`] and [`tens_word`], and the first
/// ones of `a dozen`, `dozen` and `half a million`.
const OPENERS: WordList<31> = WordList::new([
    "a", "dozen", "half", "zero", "one", "two", "three", "four", "five", "six", "seven", "eight",
    "nine", "ten", "eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen",
    "eighteen", "nineteen", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty",
    "ninety",
]);

fn small_word(word: &str) -> Option<f64> {
    const WORDS: [&str; 21] = [
        "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten",
        "eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen",
        "nineteen", "twenty",
    ];
    WORDS.iter().position(|name| *name == word).map(|value| value as f64)
}

fn tens_word(word: &str) -> Option<f64> {
    const WORDS: [&str; 8] =
        ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"];
    WORDS.iter().position(|name| *name == word).map(|index| (index as f64 + 2.0) * 10.0)
}

/// `four`, `twenty-five`, `two hundred`, `three million`, `a dozen`, `half a million`.
fn worded(tokens: &[Token<'_>], at: usize) -> Option<Number> {
    let word = |index: usize| tokens.get(index).filter(|t| t.kind == Kind::Word).map(|t| &*t.lower);
    let done = |value: f64, next: usize| Number { value, next, worded: true, scaled: false };
    // Hardly any word begins a number, and every word is asked several times.
    let first = word(at).filter(|word| roles::is_one_of(word, &OPENERS))?;
    match (first, word(at + 1)) {
        ("a", Some("dozen")) => return Some(done(12.0, at + 2)),
        ("a", Some("hundred")) => return Some(done(100.0, at + 2)),
        ("a", Some("thousand")) => return Some(done(1e3, at + 2)),
        ("a", Some("million")) => return Some(done(1e6, at + 2)),
        ("dozen", _) => return Some(done(12.0, at + 1)),
        ("half", Some("a")) if word(at + 2) == Some("million") => return Some(done(5e5, at + 3)),
        _ => {}
    }
    let (mut value, mut next) = match (tens_word(first), small_word(first)) {
        (Some(tens), _) => {
            let hyphen = tokens.get(at + 1).is_some_and(|t| t.is_symbol('-') && t.glued);
            let unit_at = at + 1 + usize::from(hyphen);
            match word(unit_at).and_then(small_word).filter(|unit| (1.0..10.0).contains(unit)) {
                Some(unit) => (tens + unit, unit_at + 1),
                None => (tens, at + 1),
            }
        }
        (None, Some(small)) => (small, at + 1),
        (None, None) => return None,
    };
    if word(next) == Some("dozen") {
        return Some(done(value * 12.0, next + 1));
    }
    while let Some(factor) = word(next).and_then(|word| match word {
        "hundred" => Some(100.0),
        "thousand" => Some(1e3),
        "million" => Some(1e6),
        "billion" => Some(1e9),
        _ => None,
    }) {
        value *= factor;
        next += 1;
    }
    Some(done(value, next))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lex::tokens;

    #[track_caller]
    fn check(text: &str, expected: Option<f64>) {
        assert_eq!(number_at(&tokens(text), 0).map(|number| number.value), expected, "{text}");
    }

    #[test]
    fn digits_and_words() {
        check("480", Some(480.0));
        check("1,200,000", Some(1_200_000.0));
        check("1.200.000 rows", Some(1_200_000.0));
        check("4.800 merchants", Some(4800.0));
        check("4.800 s", Some(4.8));
        check("7,5", Some(7.5));
        check("38k", Some(38_000.0));
        check("4.8 billion", Some(4.8e9));
        check("2.3bn", Some(2.3e9));
        check("5m users", Some(5e6));
        check("1.2.3", None);
        check("four", Some(4.0));
        check("twenty-five", Some(25.0));
        check("two hundred thousand", Some(200_000.0));
        check("a dozen", Some(12.0));
        check("half a million", Some(500_000.0));
        check("service", None);
    }
}
