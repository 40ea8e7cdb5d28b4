//! Which way letters run, and which faces have letters of East Asia.

use std::ops::Range;

/// True for letters that run from right to left.
pub(crate) fn is_right_to_left(c: char) -> bool {
    matches!(c,
        '\u{590}'..='\u{8FF}' | '\u{FB1D}'..='\u{FDFF}' | '\u{FE70}'..='\u{FEFE}'
            | '\u{10800}'..='\u{10FFF}' | '\u{1E800}'..='\u{1EFFF}')
}

/// True when the first letter of a text that has a direction runs from right to left.
pub(crate) fn begins_right_to_left(text: &str) -> Option<bool> {
    let mut letters = text.chars();
    letters.find(|c| is_right_to_left(*c) || c.is_alphabetic()).map(is_right_to_left)
}

/// The text cut where its direction changes, with `true` for the parts from right to left. What
/// stands between two letters of one direction belongs to them, else to the text around.
pub(crate) fn segments(text: &str) -> Vec<(Range<usize>, bool)> {
    let mut segments: Vec<(Range<usize>, bool)> = Vec::new();
    // From the first letter from right to left to the end of the last one seen.
    let mut right: Option<Range<usize>> = None;
    let mut start = 0;
    let mut close = |start: &mut usize, right: &mut Option<Range<usize>>| {
        if let Some(range) = right.take() {
            if *start < range.start {
                segments.push((*start..range.start, false));
            }
            *start = range.end;
            segments.push((range, true));
        }
    };
    for (at, c) in text.char_indices() {
        if is_right_to_left(c) {
            right.get_or_insert(at..at).end = at + c.len_utf8();
        } else if c.is_alphanumeric() {
            close(&mut start, &mut right);
        }
    }
    close(&mut start, &mut right);
    if start < text.len() {
        segments.push((start..text.len(), false));
    }
    segments
}

/// True for letters of East Asia, which most faces do not have.
pub(crate) fn is_eastern(c: char) -> bool {
    matches!(c,
        '\u{1100}'..='\u{11FF}' | '\u{2E80}'..='\u{A4CF}' | '\u{A960}'..='\u{A97F}'
            | '\u{AC00}'..='\u{D7FF}' | '\u{F900}'..='\u{FAFF}' | '\u{FE30}'..='\u{FE4F}'
            | '\u{FF00}'..='\u{FFEF}' | '\u{20000}'..='\u{3FFFF}')
}

/// Whose letters of East Asia a text has: the same characters are drawn differently.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum East {
    /// Simplified Chinese, also for what has none of them.
    Chinese,
    /// Japanese.
    Japanese,
    /// Korean.
    Korean,
}

/// By the language where it is one of them, else by the letters.
pub(crate) fn east<'a>(language: &str, texts: impl IntoIterator<Item = &'a str>) -> East {
    match language.split('-').next().unwrap_or_default() {
        "ja" => return East::Japanese,
        "ko" => return East::Korean,
        "zh" => return East::Chinese,
        _ => {}
    }
    for text in texts.into_iter().filter(|text| !text.is_ascii()) {
        for c in text.chars() {
            match c {
                '\u{3040}'..='\u{30FF}' => return East::Japanese,
                '\u{1100}'..='\u{11FF}' | '\u{AC00}'..='\u{D7AF}' => return East::Korean,
                _ => {}
            }
        }
    }
    East::Chinese
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, expected: &[(&str, bool)]) {
        let segments = segments(text);
        let found: Vec<(&str, bool)> =
            segments.iter().map(|(range, right)| (&text[range.clone()], *right)).collect();
        assert_eq!(found, expected, "{text:?}");
    }

    #[test]
    fn text_is_cut_where_its_direction_changes() {
        check("", &[]);
        check("Go & C++", &[("Go & C++", false)]);
        check("שלום, עולם!", &[("שלום, עולם", true), ("!", false)]);
        check("at חברה Ltd.", &[("at ", false), ("חברה", true), (" Ltd.", false)]);
        check("مهندس Kafka وخبير", &[("مهندس", true), (" Kafka ", false), ("وخبير", true)]);
        check("naïve Привет 日本 🚀", &[("naïve Привет 日本 🚀", false)]);
    }

    #[test]
    fn a_paragraph_runs_as_its_first_letter() {
        assert_eq!(begins_right_to_left("1) שלום Go"), Some(true));
        assert_eq!(begins_right_to_left("Go שלום"), Some(false));
        assert_eq!(begins_right_to_left("1. – 2"), None);
    }

    #[test]
    fn letters_of_east_asia() {
        assert_eq!(east("ja-JP", []), East::Japanese);
        assert_eq!(east("en", ["漢字かな"]), East::Japanese);
        assert_eq!(east("en", ["한국"]), East::Korean);
        assert_eq!(east("en", ["漢字", "x"]), East::Chinese);
        assert_eq!(east("en", []), East::Chinese);
        assert!("漢かカ한、（".chars().all(is_eastern));
        assert!(!"aéЖ–…→🚀ש".chars().any(is_eastern));
    }
}
