//! Lists in running text: names joined by commas, slashes, `and`.

use std::ops::Range;

use super::context::skip_version;

/// Marks that part the items of a list.
const SEPARATORS: &str = ",;/|·•&+():[]\n";

/// How well or long something is known, as lists say it: `Go (5 years), Rust (basic)`.
const LEVELS: [&str; 10] = [
    "years", "year", "yrs", "months", "expert", "advanced", "proficient", "intermediate", "basic",
    "beginner",
];

/// True when nothing but list marks, a joining word, versions and levels stands in `gap`, the
/// bytes between two names, and at least one mark or joining word does.
pub(super) fn joins(text: &str, gap: &Range<usize>) -> bool {
    let start = skip_version(text, gap.start).min(gap.end);
    let mut joined = false;
    let rest = &text[start..gap.end];
    if rest.contains("\n\n") {
        return false;
    }
    for part in rest.split([' ', '\n']) {
        let word = part.trim_matches(|c: char| SEPARATORS.contains(c) || "\"'`*".contains(c));
        let is_joint = ["and", "or", "-", "vs", "plus"].contains(&word);
        let is_level = LEVELS.iter().any(|level| word.eq_ignore_ascii_case(level))
            || word.bytes().all(|byte| byte.is_ascii_digit() || byte == b'.');
        if !is_joint && !is_level {
            return false;
        }
        joined |= is_joint || part.contains(|c: char| SEPARATORS.contains(c));
    }
    joined || rest.contains('\n')
}

/// True when the name at `range` is a whole item of a list: marks, joining words or the ends of
/// the text on both sides, versions aside.
pub(super) fn stands_alone(text: &str, range: &Range<usize>) -> bool {
    let before = text[..range.start].trim_end_matches([' ', '"', '\'', '`', '*', '-']);
    let after =
        text[skip_version(text, range.end)..].trim_start_matches([' ', '"', '\'', '`', '*']);
    let opened = before.is_empty()
        || before.ends_with(|c: char| SEPARATORS.contains(c))
        || [" and", " or"].iter().any(|joint| before.ends_with(joint));
    let closed = after.is_empty()
        || after.starts_with(|c: char| SEPARATORS.contains(c))
        || after.starts_with(". ")
        || after == "."
        || ["and ", "or ", "- "].iter().any(|joint| after.starts_with(joint));
    opened && closed
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(gap: &str, expected: bool) {
        let text = format!("Go{gap}Rust");
        assert_eq!(joins(&text, &(2..2 + gap.len())), expected, "{gap:?}");
    }

    #[test]
    fn list_marks_join() {
        for gap in [", ", "/", " / ", " and ", ", and ", " & ", " 1.22, ", " (", "\n", " · ", "; "]
        {
            check(gap, true);
        }
    }

    #[test]
    fn words_and_blanks_do_not() {
        for gap in [" ", " with ", ", then ", "\n\n", ". ", " handlers, "] {
            check(gap, false);
        }
    }
}
