//! Which words of a text a line may not tear, for `say` of the kit.
//!
//! A template could find them by patterns, but Typst copies a pattern each time it is used, and
//! the copy learns anew: a quarter of the time of a first page. So the kit gets a function.

use std::ops::Range;
use std::sync::LazyLock;

use typst::comemo::Tracked;
use typst::diag::SourceResult;
use typst::engine::Engine;
use typst::foundations::{
    Args, Array, CastInfo, Context, Dict, Func, IntoValue, NativeFuncData, NativeFuncPtr, Scope,
    Str, Value,
};
use unicode_properties::{GeneralCategory, GeneralCategoryGroup, UnicodeGeneralCategory};

/// A word or number of at most as many letters stays with the dash beside it.
const SHORT: usize = 20;

/// What the kit finds under `sys.inputs`.
pub(crate) fn inputs() -> Dict {
    static WORDS: NativeFuncData = NativeFuncData {
        function: NativeFuncPtr(&call),
        name: "words",
        title: "Words",
        docs: "",
        def_site: None,
        keywords: &[],
        contextual: false,
        scope: LazyLock::new(&Scope::new),
        params: LazyLock::new(&Vec::new),
        returns: LazyLock::new(&|| CastInfo::Any),
    };
    [(Str::from("words"), Func::from(&WORDS).into_value())].into_iter().collect()
}

/// `words(text, longest)`: `none`, or an array of pairs; see [`words`].
fn call(_: &mut Engine, _: Tracked<Context>, args: &mut Args) -> SourceResult<Value> {
    let text: Str = args.expect("text")?;
    let longest: usize = args.expect("longest")?;
    args.take().finish()?;
    let pair = |(words, whole): (String, bool)| {
        Value::Array([words.into_value(), whole.into_value()].into_iter().collect())
    };
    Ok(words(&text, longest)
        .map_or(Value::None, |words| Value::Array(words.into_iter().map(pair).collect::<Array>())))
}

/// The text in pieces with a space between two; with each, whether a line may not tear it. Nothing
/// when all its lines break at spaces anyway. A word of at most `longest` letters fits on a line.
fn words(text: &str, longest: usize) -> Option<Vec<(String, bool)>> {
    if !tearable(text, longest) {
        return None;
    }
    let mut pieces: Vec<(String, bool)> = Vec::new();
    for word in kept_together(text) {
        let whole = tearable(word, longest);
        match pieces.last_mut() {
            Some((words, false)) if !whole => {
                words.push(' ');
                words.push_str(word);
            }
            _ => pieces.push((word.to_owned(), whole)),
        }
    }
    Some(pieces)
}

/// True when a line could break at something other than a space, or at a space where it should
/// not; and for a word that may be too long for a line.
fn tearable(text: &str, longest: usize) -> bool {
    let mut letters = 0;
    // The two before, line ends at the beginning.
    let (mut second, mut first) = ('\n', '\n');
    for next in text.chars() {
        letters = if next.is_whitespace() { 0 } else { letters + 1 };
        let inside = is_break(first) && !second.is_whitespace() && !next.is_whitespace();
        let doubled = matches!(first, '+' | '$') && matches!(next, '+' | '$');
        let number = next == ' ' && is_digit(first);
        let dash = next == ' ' && is_dash(first) && second == ' ';
        if inside || doubled || number || dash || letters > longest {
            return true;
        }
        (second, first) = (first, next);
    }
    text.contains("www.")
}

/// Words, a number with its unit, and words with the dash between them: at the beginning of a line
/// a dash would be the sign of a list, at the end a hyphen.
fn kept_together(text: &str) -> impl Iterator<Item = &str> {
    let words = ranges(text);
    let mut at = 0;
    std::iter::from_fn(move || {
        let start = words.get(at)?.start;
        let word = |index: usize| words.get(index).map(|range| &text[range.clone()]);
        // True when one space stands between a word and the one behind it.
        let near = |index: usize| {
            let (one, other) = (&words[index], words.get(index + 1));
            other.is_some_and(|other| &text[one.end..other.start] == " ")
        };
        let short =
            |index: usize| word(index).is_some_and(|word| word.chars().nth(SHORT).is_none());
        let number = text[..words[at].end].chars().next_back().is_some_and(is_digit);
        if number && near(at) && word(at + 1).is_some_and(is_unit) {
            at += 1;
        } else if short(at) {
            let first = at;
            while at < first + 4
                && near(at)
                && word(at + 1).is_some_and(|word| matches!(word, "–" | "—" | "-"))
                && near(at + 1)
                && short(at + 2)
            {
                at += 2;
            }
        }
        let end = words[at].end;
        at += 1;
        Some(&text[start..end])
    })
}

/// Where the words of a text stand.
fn ranges(text: &str) -> Vec<Range<usize>> {
    let mut ranges: Vec<Range<usize>> = Vec::new();
    for (at, character) in text.char_indices().filter(|(_, next)| !next.is_whitespace()) {
        let end = at + character.len_utf8();
        match ranges.last_mut() {
            Some(range) if range.end == at => range.end = end,
            _ => ranges.push(at..end),
        }
    }
    ranges
}

/// True for `%`, `ms`, `GiB` and the like, with whatever stands behind: `%,`.
fn is_unit(word: &str) -> bool {
    let rest = word.trim_start_matches(is_of_word);
    let unit = &word[..word.len() - rest.len()];
    let bytes = unit.strip_suffix('B').map(|size| size.strip_suffix('i').unwrap_or(size));
    word.starts_with('%')
        || matches!(unit, "s" | "ms" | "µs" | "ns" | "h" | "min")
        || matches!(bytes, Some("k" | "K" | "M" | "G" | "T" | "P"))
}

fn is_dash(character: char) -> bool {
    matches!(character, '–' | '—' | '-')
}

/// True for what a line could break before or behind when letters stand around it.
fn is_break(character: char) -> bool {
    if character.is_ascii() {
        let harmless = ".,:;'\"@_#+*&=<>$()[]".contains(character);
        return !harmless && !character.is_ascii_alphanumeric() && !character.is_whitespace();
    }
    let harmless = matches!(
        character.general_category_group(),
        GeneralCategoryGroup::Letter | GeneralCategoryGroup::Number | GeneralCategoryGroup::Mark
    );
    character != '’' && !harmless && !character.is_whitespace()
}

fn is_digit(character: char) -> bool {
    character.is_ascii_digit()
        || !character.is_ascii() && character.general_category() == GeneralCategory::DecimalNumber
}

/// True for what continues a word.
fn is_of_word(character: char) -> bool {
    if character.is_ascii() {
        return character.is_ascii_alphanumeric() || character == '_';
    }
    character.is_alphabetic()
        || is_digit(character)
        || matches!(character, '\u{200C}' | '\u{200D}')
        || character.general_category_group() == GeneralCategoryGroup::Mark
        || character.general_category() == GeneralCategory::ConnectorPunctuation
}

#[cfg(test)]
mod tests {
    use super::*;

    /// `expected`: pieces that a line may not tear in brackets, `None` for a text that needs none.
    #[track_caller]
    fn check(text: &str, expected: Option<&str>) {
        let marked = words(text, 10).map(|pieces| {
            let piece = |(words, whole)| if whole { format!("[{words}]") } else { words };
            pieces.into_iter().map(piece).collect::<Vec<_>>().join(" ")
        });
        assert_eq!(marked.as_deref(), expected, "{text:?}");
    }

    #[test]
    fn plain_words_stay_as_they_are() {
        for text in ["", " ", "two words", "Zoë, Łódź (née Ünal).", "a.b,c:d;e'", "f’g\"h@i_j#"]
        {
            check(text, None);
        }
        for text in [
            "R&D = <x>", "C+, $5, (one) [two]", "- dash first", "end -", "7", "東京 都",
            "x\u{301}y z",
        ] {
            check(text, None);
        }
    }

    #[test]
    fn words_with_a_break_in_them_are_kept() {
        check("an event-driven design", Some("an [event-driven] design"));
        check("CI/CD and TCP/IP", Some("[CI/CD] and [TCP/IP]"));
        check("C++ or $$", Some("[C++] or [$$]"));
        check("at www.x.io", Some("at [www.x.io]"));
        check("p99→p50 of a…b", Some("[p99→p50] of [a…b]"));
        check("abcdefghijk abcdefghij", Some("[abcdefghijk] abcdefghij"));
    }

    #[test]
    fn numbers_keep_their_units() {
        check("from 26 ms to 4 GiB, 3 %", Some("from [26 ms] to [4 GiB,] [3 %]"));
        check("in 5 h. or 2 min", Some("in [5 h.] or [2 min]"));
        check("10 MB/s and ٣ s", Some("[10 MB/s] and [٣ s]"));
        // It stays with what is no unit only where it must.
        check("5 hours, 2 msec, 3 MBs, 1  s", Some("5 hours, 2 msec, 3 MBs, 1 s"));
    }

    #[test]
    fn a_dash_keeps_its_words() {
        check("May – now, x", Some("[May – now,] x"));
        check("a - b — c – d", Some("[a - b — c] – d"));
        check("a – incomprehensibilities", Some("a – [incomprehensibilities]"));
        check("a -- b, c –  d", Some("a -- b, c – d"));
    }
}
