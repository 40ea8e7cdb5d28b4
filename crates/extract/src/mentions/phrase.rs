//! Words of a line, what joins them, and the runs of them that can be a name.

use std::ops::Range;
use std::sync::LazyLock;

use crate::recognize::headings::Section;
use crate::recognize::looks;
use crate::recognize::text::{List, Word};

macro_rules! lists {
    ($($name:ident: $file:literal;)*) => {
        $(pub(super) static $name: LazyLock<List> =
            LazyLock::new(|| List::new(include_str!(concat!("data/", $file))));)*
    };
}

lists! {
    NO_NAMES: "no-names.txt";
    FIRM_WORDS: "firm-words.txt";
    PRODUCTS: "products.txt";
    EMPLOYMENT: "employment.txt";
    BOARDS: "boards.txt";
    PLAIN_HEADS: "plain-heads.txt";
}

/// The most words of a name.
const LONGEST: usize = 9;

/// What stands between two words.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Joint {
    Blank,
    Slash,
    And,
    Hyphen,
    Comma,
    Dot,
    Open,
    Close,
    /// Anything that ends a phrase: a dash between blanks, a colon, a wide gap.
    Strong,
}

/// A paragraph of the page, cut into words.
#[derive(Debug)]
#[expect(clippy::struct_excessive_bools, reason = "each is a fact of its own")]
pub(super) struct Line<'a> {
    /// The paragraph.
    pub(super) para: usize,
    pub(super) text: &'a str,
    pub(super) words: Vec<Word<'a>>,
    /// Ranges of words between strong separators.
    pub(super) parts: Vec<Range<usize>>,
    /// What the heading above it names.
    pub(super) section: Option<Section>,
    /// True before the first heading.
    pub(super) top: bool,
    /// True for an item of a list.
    pub(super) item: bool,
    /// True when a date is all it says.
    pub(super) dated: bool,
    /// True when it holds an address, a number to call or a link.
    pub(super) contact: bool,
}

impl Line<'_> {
    pub(super) fn norm(&self, at: usize) -> &str {
        self.words.get(at).map_or("", |word| word.norm.as_str())
    }

    /// The folded word that stands `back` words before `at`.
    pub(super) fn before(&self, at: usize, back: usize) -> &str {
        at.checked_sub(back).map_or("", |at| self.norm(at))
    }

    /// What joins the word at `at` to the word before it.
    pub(super) fn joint(&self, at: usize) -> Joint {
        let (Some(before), Some(word)) =
            (at.checked_sub(1).and_then(|before| self.words.get(before)), self.words.get(at))
        else {
            return Joint::Strong;
        };
        let gap = &self.text[before.range.end..word.range.start];
        let gap = gap.trim_start_matches(['+', '#', '\'', '’', '"', '”']);
        let gap = gap.trim_end_matches(['\'', '‘', '"', '“']);
        match gap.trim() {
            "" if gap.len() < 3 => Joint::Blank,
            "." if gap.len() == 1 && word.raw.len() > 1 => Joint::Blank,
            "/" => Joint::Slash,
            "&" => Joint::And,
            "-" | "\u{2010}" | "\u{2011}" if gap.len() == gap.trim().len() => Joint::Hyphen,
            "," => Joint::Comma,
            "." => Joint::Dot,
            "(" => Joint::Open,
            ")" => Joint::Close,
            _ => Joint::Strong,
        }
    }

    /// Bytes of a range of words.
    pub(super) fn bytes(&self, words: &Range<usize>) -> Range<usize> {
        match (self.words.get(words.start), self.words.get(words.end.wrapping_sub(1))) {
            (Some(first), Some(last)) if first.range.start <= last.range.end => {
                first.range.start..last.range.end
            }
            _ => 0..0,
        }
    }

    pub(super) fn slice(&self, words: &Range<usize>) -> &str {
        &self.text[self.bytes(words)]
    }

    /// What stands behind the words before `end`.
    pub(super) fn rest(&self, end: usize) -> &str {
        self.words.get(end.wrapping_sub(1)).map_or("", |word| &self.text[word.range.end..])
    }

    /// Finds the parts; to be called once all else is filled in.
    pub(super) fn cut(mut self) -> Self {
        let mut start = 0;
        for at in 1..=self.words.len() {
            if at == self.words.len() || self.joint(at) == Joint::Strong {
                self.parts.push(start..at);
                start = at;
            }
        }
        self
    }

    /// The part that the word at `at` stands in.
    pub(super) fn part_of(&self, at: usize) -> Range<usize> {
        let part = self.parts.partition_point(|part| part.end <= at);
        self.parts.get(part).cloned().unwrap_or(0..self.words.len())
    }

    /// Where the bracket behind the words before `end` closes: bytes behind them, at most `most`.
    pub(super) fn bracket(&self, end: usize, most: usize) -> Option<usize> {
        if self.joint(end) != Joint::Open {
            return None;
        }
        let rest = self.rest(end);
        rest[..rest.floor_char_boundary(most + 1)].find(')')
    }

    /// True for a word that can be part of a name as it is written.
    pub(super) fn is_name_word(&self, at: usize) -> bool {
        let Some(word) = self.words.get(at) else { return false };
        let large = word.raw.chars().any(char::is_uppercase);
        large
            && !NO_NAMES.has(&word.norm)
            && (word.is_all_caps()
                || !looks::begins_sentence(&word.norm)
                || self.joint(at) == Joint::Blank)
    }

    /// The words of the name that begins at `at`: large words, and small ones between them.
    pub(super) fn name_from(&self, at: usize) -> Option<Range<usize>> {
        if !self.is_name_word(at) {
            return None;
        }
        let mut end = at + 1;
        while end < self.words.len() && end - at < LONGEST {
            let joined = match self.joint(end) {
                Joint::Blank | Joint::Hyphen | Joint::And => true,
                Joint::Dot => is_short(&self.words[end - 1]),
                _ => false,
            };
            if !joined {
                break;
            }
            if self.is_name_word(end) {
                end += 1;
            } else if matches!(self.norm(end), "of" | "and" | "for" | "the" | "de")
                && self.joint(end + 1) == Joint::Blank
                && self.is_name_word(end + 1)
                && (self.norm(end) != "and" || looks::is_firm_end(self.norm(end + 1)))
            {
                end += 2;
            } else {
                break;
            }
        }
        Some(at..end)
    }

    /// Where the name that ends before `end` begins: large words, and small ones between them.
    pub(super) fn name_before(&self, end: usize) -> usize {
        let mut start = end;
        while start > 0 && end - start < LONGEST {
            let joined = start == end && end < self.words.len()
                || match self.joint(start) {
                    Joint::Blank | Joint::Hyphen | Joint::And => true,
                    Joint::Dot => is_short(&self.words[start - 1]),
                    Joint::Open | Joint::Close => {
                        // `Acme (India) Pvt. Ltd`: the bracket opens and closes inside.
                        let inside = self.bytes(&(start - 1..end));
                        let text = &self.text[inside];
                        text.matches('(').count() <= 1
                    }
                    _ => false,
                };
            if !joined && start != self.words.len() {
                break;
            }
            if self.is_name_word(start - 1) {
                start -= 1;
            } else if start > 1
                && matches!(self.norm(start - 1), "of" | "and" | "for" | "the")
                && self.joint(start - 1) == Joint::Blank
                && self.is_name_word(start - 2)
                && start < end
            {
                start -= 2;
            } else {
                break;
            }
        }
        start
    }
}

/// Abbreviations whose dot ends no sentence: `Dr.`, `St.`, `Pvt.`.
fn is_short(word: &Word<'_>) -> bool {
    word.raw.len() <= 3 || word.raw.contains('.') || looks::is_legal_form(&word.norm)
}
