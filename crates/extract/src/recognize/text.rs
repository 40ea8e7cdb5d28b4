//! Words of a line, the form they are compared by, and lists to look them up in.

use std::ops::Range;

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

/// A run of letters and digits.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Word<'a> {
    /// Bytes of the line.
    pub(crate) range: Range<usize>,
    /// As written.
    pub(crate) raw: &'a str,
    /// Lower case, without accents and without the dots of an abbreviation.
    pub(crate) norm: String,
}

impl Word<'_> {
    /// True for `Berlin` and `IBM`.
    pub(crate) fn is_capitalized(&self) -> bool {
        self.raw.chars().next().is_some_and(char::is_uppercase)
    }

    /// True for `IBM` and `B.Sc`'s `BSC`, not for `I`.
    pub(crate) fn is_all_caps(&self) -> bool {
        let letters = self.raw.chars().filter(|c| c.is_alphabetic());
        letters.clone().count() > 1 && letters.clone().all(char::is_uppercase)
    }

    /// True when a digit is in it.
    pub(crate) fn has_digit(&self) -> bool {
        self.raw.bytes().any(|byte| byte.is_ascii_digit())
    }
}

/// How long a piece of a dotted abbreviation is at most: `Ph.D.`, `B.Tech.`.
const ABBREVIATED: usize = 4;

/// The words of a line. An apostrophe inside a word belongs to it, as do the dots of `B.Sc.` and
/// `U.S.A.`; a dot behind the last letter does not.
pub(crate) fn words(text: &str) -> Vec<Word<'_>> {
    let mut words: Vec<Word<'_>> = Vec::with_capacity(text.len() / 6 + 1);
    let mut begin = None;
    for (at, c) in text.char_indices().chain(std::iter::once((text.len(), ' '))) {
        if c.is_alphanumeric() || (begin.is_some() && is_combining_mark(c)) {
            begin.get_or_insert(at);
        } else if let Some(start) = begin.take() {
            push(&mut words, text, start..at);
        }
    }
    words
}

fn push<'a>(words: &mut Vec<Word<'a>>, text: &'a str, range: Range<usize>) {
    if let Some(last) = words.last_mut() {
        let between = &text[last.range.end..range.start];
        let tail = last.raw.rsplit(['.', '\'', '’']).next().unwrap_or_default();
        let raw = &text[range.clone()];
        let letters = |piece: &str| piece.chars().all(char::is_alphabetic);
        let joined = match between {
            "." => {
                tail.len() <= ABBREVIATED
                    && raw.len() <= ABBREVIATED
                    && letters(tail)
                    && letters(raw)
            }
            "'" | "’" => letters(tail) && letters(raw),
            _ => false,
        };
        if joined {
            last.range.end = range.end;
            last.raw = &text[last.range.clone()];
            last.norm.push_str(if between == "." { "" } else { "'" });
            last.norm.push_str(&fold(raw));
            return;
        }
    }
    let raw = &text[range.clone()];
    words.push(Word { range, raw, norm: fold(raw) });
}

/// The form words are compared by: lower case, ligatures as letters, no accents.
pub(crate) fn fold(text: &str) -> String {
    if text.is_ascii() {
        return text.to_ascii_lowercase();
    }
    let mut folded = String::with_capacity(text.len());
    for c in text.nfkd().filter(|c| !is_combining_mark(*c)).flat_map(char::to_lowercase) {
        match c {
            'ß' => folded.push_str("ss"),
            'æ' => folded.push_str("ae"),
            'œ' => folded.push_str("oe"),
            'ø' => folded.push('o'),
            'ł' => folded.push('l'),
            'đ' | 'ð' => folded.push('d'),
            'þ' => folded.push_str("th"),
            'ı' => folded.push('i'),
            '’' | '‘' => folded.push('\''),
            c if is_combining_mark(c) => {}
            c => folded.push(c),
        }
    }
    folded
}

/// A sorted list of folded words and phrases.
#[derive(Debug)]
pub(crate) struct List {
    entries: Vec<&'static str>,
    /// Words of the longest phrase.
    longest: usize,
}

impl List {
    /// Entries between commas and line ends; lines that begin with `#` are remarks.
    pub(crate) fn new(text: &'static str) -> Self {
        let lines = text.lines().filter(|line| !line.starts_with('#'));
        let entries = lines.flat_map(|line| line.split(',')).map(str::trim);
        let mut entries: Vec<_> = entries.filter(|entry| !entry.is_empty()).collect();
        entries.sort_unstable();
        entries.dedup();
        let longest = entries.iter().map(|entry| entry.split(' ').count()).max().unwrap_or(0);
        Self { entries, longest }
    }

    /// True when the folded `word` (or phrase) is on the list.
    pub(crate) fn has(&self, word: &str) -> bool {
        self.entries.binary_search(&word).is_ok()
    }

    /// How many words the longest entry that begins with the word at `at` has; 0 when none does.
    pub(crate) fn at(&self, words: &[Word<'_>], at: usize) -> usize {
        let rest = &words[at.min(words.len())..];
        // Hardly any word begins an entry.
        let begins = rest.first().is_some_and(|first| {
            let next = self.entries.partition_point(|entry| *entry < first.norm.as_str());
            self.entries.get(next).is_some_and(|entry| entry.starts_with(&first.norm))
        });
        if !begins {
            return 0;
        }
        (1..=self.longest.min(rest.len()))
            .rev()
            .find(|count| self.has(&joined(&rest[..*count])))
            .unwrap_or(0)
    }

    /// True when the whole line, folded to words, is on the list.
    pub(crate) fn is(&self, words: &[Word<'_>]) -> bool {
        !words.is_empty() && words.len() <= self.longest && self.has(&joined(words))
    }
}

/// Folded words with one blank between them.
pub(crate) fn joined(words: &[Word<'_>]) -> String {
    let mut phrase = String::new();
    for word in words {
        if !phrase.is_empty() {
            phrase.push(' ');
        }
        phrase.push_str(&word.norm);
    }
    phrase
}

/// The range without the characters of a kind at its ends.
pub(crate) fn trimmed_of(
    text: &str,
    range: Range<usize>,
    is_trimmed: impl Fn(char) -> bool,
) -> Range<usize> {
    let piece = &text[range.clone()];
    let start = piece.find(|c| !is_trimmed(c)).unwrap_or(piece.len());
    let rest = piece[start..].trim_end_matches(&is_trimmed);
    range.start + start..range.start + start + rest.len()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, expected: &str) {
        assert_eq!(joined(&words(text)), expected, "{text:?}");
    }

    #[test]
    fn words_are_folded() {
        check("Zürich, São Paulo", "zurich sao paulo");
        check("B.Sc. (Hons), Ph.D.", "bsc hons phd");
        check("Bachelor’s at U.S.A.", "bachelor's at usa");
        check("Straße · Łódź", "strasse lodz");
        check("Berlin.Germany", "berlin germany");
        check("version 2.1.3", "version 2 1 3");
        check("", "");
        check("—•…", "");
    }

    #[test]
    fn lists_find_words_and_phrases() {
        let list = List::new("# remark\nsan jose, berlin\nsan");
        let line = words("San José or Berlin");
        assert_eq!([list.at(&line, 0), list.at(&line, 2), list.at(&line, 3)], [2, 0, 1]);
        assert!(list.is(&words("BERLIN!")) && !list.is(&line) && !list.is(&[]));
    }
}
