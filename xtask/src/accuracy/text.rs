//! When two texts count as the same.
//!
//! The figures are compared with those of other readers, which a script in Python scores. So every
//! function here gives what that script's gives, to the last bit.

use std::collections::HashMap;

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::canonical_combining_class;

/// Token-multiset F1 from which two names are one.
pub(crate) const SAME_TOKENS: f64 = 0.80;

/// Similarity from which two bullets are one.
const SAME_BULLET: f64 = 0.90;

/// A text without accents, case, typographic quotes and dashes, and punctuation at its ends.
pub(crate) fn normal(text: &str) -> String {
    let plain: String = text.nfkd().filter(|c| canonical_combining_class(*c) == 0).collect();
    let mut normal = String::with_capacity(plain.len());
    let mut blank = false;
    for c in plain.to_lowercase().chars() {
        let c = match c {
            '\u{2018}' | '\u{2019}' => '\'',
            '\u{201c}' | '\u{201d}' => '"',
            '\u{2010}'..='\u{2015}' | '\u{2212}' => '-',
            c => c,
        };
        // What the script takes for a blank, beside the white space of Unicode.
        if c.is_whitespace() || matches!(c, '\u{1c}'..='\u{1f}') {
            blank = true;
            continue;
        }
        if std::mem::take(&mut blank) {
            normal.push(' ');
        }
        normal.push(c);
    }
    if blank {
        normal.push(' ');
    }
    let ends = |c: char| " \t.,;:|·•-–()*'\"".contains(c);
    normal.trim_matches(ends).to_owned()
}

/// How many of the words of two texts agree, 0–1.
pub(crate) fn token_f1(one: &str, other: &str) -> f64 {
    let (one, other) = (tokens(one), tokens(other));
    if one.is_empty() || other.is_empty() {
        return 0.0;
    }
    let shared: usize =
        one.iter().map(|(token, count)| *count.min(other.get(token).unwrap_or(&0))).sum();
    let all: usize = one.values().chain(other.values()).sum();
    (2 * shared) as f64 / all as f64
}

fn tokens(text: &str) -> HashMap<String, usize> {
    let normal = normal(text);
    let mut tokens = HashMap::new();
    let part = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || matches!(c, '+' | '#');
    for token in normal.split(|c| !part(c)).filter(|token| !token.is_empty()) {
        *tokens.entry(token.to_owned()).or_default() += 1;
    }
    tokens
}

/// True when `found` is right where `gold` is the truth, by the measure of the field.
pub(crate) fn same(found: &str, gold: &str, field: &str) -> bool {
    match field {
        "email" => normal(found) == normal(gold),
        "phone" => digits(found) == digits(gold),
        "start" | "end" => {
            if found == "present" || gold == "present" {
                return found == gold;
            }
            // As precise as the truth is.
            found.starts_with(gold)
        }
        "location" => {
            let first = |text: &str| normal(text.split(',').next().unwrap_or_default());
            normal(found) == normal(gold) || first(found) == first(gold)
        }
        "bullets" => similar(&normal(found), &normal(gold)),
        _ => normal(found) == normal(gold) || token_f1(found, gold) >= SAME_TOKENS,
    }
}

/// The digits of a phone number, without the country code of North America.
fn digits(phone: &str) -> String {
    let digits: String = phone.chars().filter(|c| c.is_numeric()).collect();
    match digits.strip_prefix('1') {
        Some(rest) if rest.chars().count() == 10 => rest.to_owned(),
        _ => digits,
    }
}

/// An address without scheme, `www.` and slashes at its end.
pub(crate) fn address(url: &str) -> String {
    let lower = url.trim().to_lowercase();
    let rest = lower.strip_prefix("https://").or_else(|| lower.strip_prefix("http://"));
    let rest = rest.unwrap_or(&lower);
    rest.strip_prefix("www.").unwrap_or(rest).trim_end_matches('/').to_owned()
}

/// True when the similarity ratio of Ratcliff and Obershelp is high enough.
fn similar(one: &str, other: &str) -> bool {
    let (one, other): (Vec<char>, Vec<char>) = (one.chars().collect(), other.chars().collect());
    let all = one.len() + other.len();
    if all == 0 {
        return true;
    }
    let ratio = |matches: usize| (2 * matches) as f64 / all as f64;
    // Two bounds from above that cost little: the shorter text, and the letters both have.
    if ratio(one.len().min(other.len())) < SAME_BULLET {
        return false;
    }
    let mut left: HashMap<char, usize> = HashMap::new();
    for c in &other {
        *left.entry(*c).or_default() += 1;
    }
    let in_both = one
        .iter()
        .filter(|c| match left.get_mut(c) {
            Some(count) if *count > 0 => {
                *count -= 1;
                true
            }
            _ => false,
        })
        .count();
    ratio(in_both) >= SAME_BULLET && ratio(matching(&one, &other)) >= SAME_BULLET
}

/// Characters in the longest common run, and in those left and right of it, and so on.
fn matching(one: &[char], other: &[char]) -> usize {
    let mut places: HashMap<char, Vec<usize>> = HashMap::new();
    for (at, c) in other.iter().enumerate() {
        places.entry(*c).or_default().push(at);
    }
    let mut queue = vec![(0..one.len(), 0..other.len())];
    let mut total = 0;
    while let Some((rows, columns)) = queue.pop() {
        let (mut first_row, mut first_column, mut longest) = (rows.start, columns.start, 0);
        let mut above: HashMap<usize, usize> = HashMap::new();
        for row in rows.clone() {
            let mut here = HashMap::new();
            let places = places.get(&one[row]).map(Vec::as_slice).unwrap_or_default();
            for &column in places.iter().filter(|column| columns.contains(column)) {
                let before = column.checked_sub(1).and_then(|before| above.get(&before));
                let length = before.unwrap_or(&0) + 1;
                here.insert(column, length);
                if length > longest {
                    longest = length;
                    (first_row, first_column) = (row + 1 - length, column + 1 - length);
                }
            }
            above = here;
        }
        if longest == 0 {
            continue;
        }
        total += longest;
        queue.push((rows.start..first_row, columns.start..first_column));
        queue.push((first_row + longest..rows.end, first_column + longest..columns.end));
    }
    total
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(found: &str, gold: &str, field: &str, expected: bool) {
        assert_eq!(same(found, gold, field), expected, "{field}: {found:?} for {gold:?}");
    }

    #[test]
    fn texts_are_the_same_by_the_measure_of_their_field() {
        check("José  O’Hara", "jose o'hara", "name", true);
        check("Acme Corporation", "Acme", "company", false);
        check("Senior Software Engineer, Platform", "Senior Software Engineer", "title", true);
        check("+1 (555) 123-4567", "555.123.4567", "phone", true);
        check("+44 555 123 4567", "555.123.4567", "phone", false);
        check("2021-03", "2021", "start", true);
        check("2021", "2021-03", "start", false);
        check("present", "2021", "end", false);
        check("Graz, Austria", "Graz", "location", true);
        check("Led the move to queues.", "Led the move to queues", "bullets", true);
        check("Led the move to queues", "Led the team", "bullets", false);
    }

    #[test]
    fn the_longest_runs_are_counted_as_the_script_counts_them() {
        for (one, other, expected) in
            [("abcd", "bcde", 3), ("private thread", "private volatile thread", 14), ("ab", "", 0)]
        {
            let (a, b): (Vec<char>, Vec<char>) = (one.chars().collect(), other.chars().collect());
            assert_eq!(matching(&a, &b), expected, "{one:?} {other:?}");
        }
        assert_eq!(address(" HTTPS://www.Example.org/me/ "), "example.org/me");
    }
}
