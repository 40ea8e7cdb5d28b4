//! Years of experience: `5+ years`, `three to five years`, `at least 2 yrs`.

use std::ops::Range;

use roles::{Word, is_one_of};

/// A wish for years.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Years {
    /// At least; `None` in `up to 3 years`.
    pub min: Option<u32>,
    /// At most, where a text names an upper end.
    pub max: Option<u32>,
    /// Bytes of the value, from the number to the word for years.
    pub range: Range<usize>,
}

/// More than anybody works.
const MOST: u32 = 50;

/// Words that make a number of years experience, anywhere in the sentence.
const EXPERIENCE: [&str; 16] = [
    "experience", "experiences", "experienced", "exp", "expertize", "background", "career",
    "record", "professional", "professionally", "industry", "commercial", "hands", "working",
    "coding", "writing",
];

/// Before the number: these years are no experience.
const OTHER_BEFORE: [&str; 12] = [
    "past", "last", "next", "every", "within", "for", "over", "first", "coming", "previous", "of",
    "aged",
];

/// After the word for years: neither are these.
const OTHER_AFTER: [&str; 7] = ["ago", "old", "older", "contract", "term", "warranty", "olds"];

/// The first wish for years among `words`, the words of one sentence of `text`.
pub(super) fn years(text: &str, words: &[Word], names_a_skill: bool) -> Option<Years> {
    let speaks_of_work =
        names_a_skill || words.iter().any(|word| is_one_of(&word.norm, &EXPERIENCE));
    (0..words.len()).filter(|_| speaks_of_work).find_map(|at| years_at(text, words, at))
}

/// A wish whose word for years stands at `at`.
fn years_at(text: &str, words: &[Word], at: usize) -> Option<Years> {
    let unit = &words[at];
    if !is_one_of(unit.norm.trim_end_matches('\''), &["year", "years", "yr", "yrs", "years'"]) {
        return None;
    }
    if words.get(at + 1).is_some_and(|after| is_one_of(&after.norm, &OTHER_AFTER)) {
        return None;
    }
    // `5 (five) years`, `5 or more years`, `5 plus years`: small words between.
    let mut last = at.checked_sub(1)?;
    while is_one_of(&words[last].norm, &["or", "more", "plus", "full", "solid"]) {
        last = last.checked_sub(1)?;
    }
    let high = number(&words[last].norm)?;
    let mut first = last;
    let mut low = None;
    if let Some(before) = last.checked_sub(1) {
        let dash = text.get(words[before].end..words[last].start).is_some_and(is_dash);
        let worded = is_one_of(&words[before].norm, &["to", "and"]);
        let lower = if dash { Some(before) } else { before.checked_sub(1).filter(|_| worded) };
        if let Some((at, value)) = lower.and_then(|at| Some((at, number(&words[at].norm)?)))
            && value <= high
        {
            (first, low) = (at, Some(value));
        }
    }
    let before = first.checked_sub(1).map(|at| words[at].norm.as_str()).unwrap_or_default();
    let of_which = first.checked_sub(2).map(|at| words[at].norm.as_str()).unwrap_or_default();
    let is_of_experience = before == "of" && is_one_of(of_which, &["experience", "minimum"]);
    if is_one_of(before, &OTHER_BEFORE) && !is_of_experience && !of_experience(words, at) {
        return None;
    }
    let up_to = before == "to" && first.checked_sub(2).is_some_and(|at| words[at].norm == "up");
    let capped = is_one_of(before, &["maximum", "max", "under", "below"])
        || words.get(at + 1).is_some_and(|after| is_one_of(&after.norm, &["max", "maximum"]));
    let (min, max) = match low {
        Some(low) => (Some(low), Some(high)),
        None if up_to || capped => (None, Some(high)),
        None => (Some(high), None),
    };
    Some(Years { min, max, range: words[first].start..unit.end })
}

/// True for `years of experience`, whatever stands before.
fn of_experience(words: &[Word], at: usize) -> bool {
    let plain = |word: &Word| is_one_of(&word.norm, &["experience", "experiences", "exp"]);
    words[at + 1..].iter().take(4).any(plain)
}

fn is_dash(between: &str) -> bool {
    let between = between.trim().trim_start_matches('+').trim();
    matches!(between, "-" | "–" | "—" | "‑")
}

/// A small number, in digits or words.
fn number(word: &str) -> Option<u32> {
    const WORDS: [&str; 13] = [
        "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten",
        "eleven", "twelve",
    ];
    let named = WORDS.iter().position(|name| *name == word).and_then(|at| u32::try_from(at).ok());
    named.or_else(|| word.parse().ok()).filter(|number| (1..=MOST).contains(number))
}

#[cfg(test)]
mod tests {
    use roles::words;

    use super::*;

    #[track_caller]
    fn check(text: &str, expected: Option<(&str, Option<u32>, Option<u32>)>) {
        let found = years(text, &words(text), false);
        let found = found.map(|years| (&text[years.range], years.min, years.max));
        assert_eq!(found, expected, "{text}");
    }

    #[test]
    fn wishes_are_found_in_digits_and_words() {
        check("5+ years of experience", Some(("5+ years", Some(5), None)));
        check("At least 3 years' experience", Some(("3 years", Some(3), None)));
        check("3-5 years of professional work", Some(("3-5 years", Some(3), Some(5))));
        check("3 – 5 yrs experience", Some(("3 – 5 yrs", Some(3), Some(5))));
        check("three to five years' experience", Some(("three to five years", Some(3), Some(5))));
        check("between 2 and 4 years experience", Some(("2 and 4 years", Some(2), Some(4))));
        check("up to 3 years of experience", Some(("3 years", None, Some(3))));
        check("1–3 years max, any industry", Some(("1–3 years", Some(1), Some(3))));
        check("7 or more years of industry work", Some(("7 or more years", Some(7), None)));
        check("experience of 4 years or longer", Some(("4 years", Some(4), None)));
        check("for over 6 years of coding experience", Some(("6 years", Some(6), None)));
    }

    #[test]
    fn other_years_are_no_wish() {
        check("We were founded 12 years ago, with experience in freight", None);
        check("Grew tenfold over the last 3 years in a regulated industry", None);
        check("You are 18 years old or older; experience helps", None);
        check("A 2 years contract with working hours of your own", None);
        check("5 years", None);
        check("many years of experience", None);
        check("", None);
    }
}
