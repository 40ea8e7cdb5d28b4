//! Whether a text says that a skill is not the one: `no Java`, `not Java but Kotlin`, `without
//! Kubernetes`, `PHP is not required`.

use std::ops::Range;

use super::chain::joins;

/// Words that deny what follows.
const DENIALS: [&str; 11] = [
    "no", "not", "without", "never", "neither", "nor", "don't", "doesn't", "didn't", "won't",
    "except",
];

/// Two words that do the same.
const PAIRS: [(&str, &str); 4] =
    [("instead", "of"), ("rather", "than"), ("other", "than"), ("than", "by")];

/// What may stand between such a word and the name.
const BETWEEN: [&str; 34] = [
    "a", "an", "the", "any", "more", "much", "prior", "previous", "deep", "strong", "need",
    "needs", "needed", "use", "uses", "used", "using", "require", "required", "want", "know",
    "have", "be", "do", "write", "with", "of", "in", "experience", "knowledge", "for", "to",
    "familiarity", "background",
];

/// What makes a denial none: `not only Java`, `no doubt`.
const AFFIRMATIVE: [&str; 6] = ["only", "just", "merely", "limited", "doubt", "problem"];

/// What a name is, when it is not asked for: `PHP not required`.
const ASKED: [&str; 6] = ["required", "needed", "necessary", "used", "expected", "mandatory"];

/// Words between a name and its denial: `PHP skills are not needed`.
const CARRIERS: [&str; 9] =
    ["is", "are", "was", "were", "experience", "knowledge", "skills", "background", "will"];

/// Words that are looked at on either side.
const REACH: usize = 6;

/// Bytes that hold them.
const NEAR: usize = 160;

/// For each of the names at `ranges`, from left to right, whether it is denied.
pub(super) fn negated<'r>(text: &str, ranges: impl Iterator<Item = &'r Range<usize>>) -> Vec<bool> {
    let ranges: Vec<&Range<usize>> = ranges.collect();
    let mut denied = vec![false; ranges.len()];
    // Most texts deny nothing; one look says so.
    if ranges.is_empty() || !text.split(is_edge).any(is_hint) {
        return denied;
    }
    let mut first = 0;
    while first < ranges.len() {
        let mut end = first + 1;
        while end < ranges.len() && joins(text, &(ranges[end - 1].end..ranges[end].start)) {
            end += 1;
        }
        // A denial in the middle of a list holds from there on: `Go, not Java or C`.
        let from = (first..end).find(|at| denied_before(text, ranges[*at].start));
        if let Some(from) = from {
            // `no Java or Kotlin` denies both, `no Java, Kotlin` leaves the second open.
            let last = ranges[end - 1].start;
            let gap = &text[ranges[end.max(2) - 2].end.min(last)..last];
            let closed = [" or ", " nor ", " and ", "/"].iter().any(|joint| gap.contains(joint));
            let until = if closed { end } else { from + 1 };
            denied[from..until].fill(true);
        }
        if denied_after(text, ranges[end - 1].end) {
            denied[first..end].fill(true);
        }
        first = end;
    }
    denied
}

fn is_edge(c: char) -> bool {
    !c.is_alphanumeric() && c != '\''
}

/// True for words without which nothing is denied.
fn is_hint(word: &str) -> bool {
    is_in(&DENIALS, word) || is_in(&["instead", "than", "isn't", "aren't"], word)
}

fn is_in(list: &[&str], word: &str) -> bool {
    list.iter().any(|one| one.eq_ignore_ascii_case(word))
}

/// True when the words before `at` deny what stands there.
fn denied_before(text: &str, at: usize) -> bool {
    let least = text.floor_char_boundary(at.saturating_sub(NEAR));
    let clause = text[least..at].rfind(['.', '!', '?', ';', ':', ',', '\n', '(']);
    let clause = clause.map_or(least, |end| least + end + 1);
    let mut after = "";
    for word in text[clause..at].split_whitespace().rev().take(REACH) {
        let word = word.trim_matches(|c: char| is_edge(c));
        let paired = PAIRS
            .iter()
            .any(|(one, two)| one.eq_ignore_ascii_case(word) && two.eq_ignore_ascii_case(after));
        if paired || is_in(&DENIALS, word) && !is_in(&AFFIRMATIVE, after) {
            return true;
        }
        let halves = PAIRS.iter().any(|(_, two)| two.eq_ignore_ascii_case(word));
        if !halves && !is_in(&BETWEEN, word) {
            return false;
        }
        after = word;
    }
    false
}

/// True when the words after `at` say that it is not asked for.
fn denied_after(text: &str, at: usize) -> bool {
    let rest = &text[at..text.ceil_char_boundary((at + NEAR).min(text.len()))];
    let clause = rest.find(['.', '!', '?', ';', ':', '\n', ',']).unwrap_or(rest.len());
    let mut denied = false;
    for word in rest[..clause].split_whitespace().take(REACH) {
        let word = word.trim_matches(|c: char| is_edge(c));
        if denied {
            return is_in(&ASKED, word);
        }
        denied = is_in(&["not", "isn't", "aren't"], word);
        if !denied && !is_in(&CARRIERS, word) {
            return false;
        }
    }
    false
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Names are in brackets, denied ones in braces.
    #[track_caller]
    fn check(marked: &str) {
        let (mut text, mut ranges, mut expected) = (String::new(), Vec::new(), Vec::new());
        let mut start = 0;
        for c in marked.chars() {
            match c {
                '[' | '{' => start = text.len(),
                ']' | '}' => {
                    ranges.push(start..text.len());
                    expected.push(c == '}');
                }
                c => text.push(c),
            }
        }
        assert_eq!(negated(&text, ranges.iter()), expected, "{marked}");
    }

    #[test]
    fn what_is_denied() {
        check("no {Java}");
        check("not {Java} but [Kotlin]");
        check("No {Java}, just [Kotlin].");
        check("without {Kubernetes}, on plain [Linux]");
        check("[Kotlin] instead of {Java} or {Scala}");
        check("[Go] rather than {C++}");
        check("You don't need {PHP} for this");
        check("No prior experience with {Rust} or {Go} needed");
        check("{Java} is not required, [SQL] is");
        check("{COBOL} experience not necessary");
        check("neither {Java} nor {Scala}");
        check("[Go], not {Java}");
        check("We do not use {Spring} or {Hibernate}. [Go] it is");
    }

    #[test]
    fn what_is_not() {
        check("not only [Java] but also [Kotlin]");
        check("[Java]");
        check("There is no doubt: [Java]");
        check("No. [Java] and [Go]");
        check("without downtime moved to [Kafka]");
        check("no team was without tests; [JUnit] everywhere");
        check("a note on [Java], nothing more");
        check("could not scale until [Redis] came");
    }
}
