//! The text of a page, made ready to be searched.

use std::collections::BTreeMap;
use std::ops::Range;

use unicode_normalization::UnicodeNormalization;

/// Bytes that are looked at in one page, all searches together: below a second of work.
const BUDGET: usize = 512 << 20;
/// Letters that are a text of their own wherever they stand: a chance match is out of question.
const TELLING: usize = 12;

/// A text with composed letters and one space for any white space.
pub(super) fn normal(text: &str) -> String {
    let mut normal = String::with_capacity(text.len());
    for word in text.split_whitespace() {
        if !normal.is_empty() {
            normal.push(' ');
        }
        normal.extend(word.nfc());
    }
    normal
}

/// A page and what was found on it.
pub(super) struct Page {
    text: String,
    squeezed: Option<Squeezed>,
    /// Places that hold a text: start and end.
    claimed: BTreeMap<usize, usize>,
    budget: usize,
}

/// A text without white space and hyphens.
struct Squeezed {
    text: String,
    /// For each byte, where it stood.
    places: Vec<usize>,
}

impl Page {
    pub(super) fn new(text: &str) -> Self {
        let (text, claimed) = (normal(text), BTreeMap::new());
        Self { text, squeezed: None, claimed, budget: BUDGET }
    }

    pub(super) fn len(&self) -> usize {
        self.text.len()
    }

    /// The first place in a range where a text stands with no word going on around it.
    pub(super) fn find(&mut self, leaf: &str, within: Range<usize>) -> Option<Range<usize>> {
        let mut start = self.text.ceil_char_boundary(within.start);
        let end = self.text.floor_char_boundary(within.end);
        while start < end {
            let found = search(&self.text, leaf, start..end, &mut self.budget)?;
            if stands_alone(&self.text, &found) {
                return Some(found);
            }
            start = self.text.ceil_char_boundary(found.start + 1);
        }
        None
    }

    /// Marks a place as taken.
    pub(super) fn claim(&mut self, place: Range<usize>) {
        self.claimed.insert(place.start, place.end);
    }

    fn is_free(&self, place: &Range<usize>) -> bool {
        let last = self.claimed.range(..place.end).next_back();
        last.is_none_or(|(_, end)| *end <= place.start)
    }

    /// Takes a place of a text that nothing else has, wherever it is.
    pub(super) fn claim_whole(&mut self, leaf: &str) -> bool {
        let mut start = 0;
        while let Some(found) = self.find(leaf, start..self.len()) {
            if self.is_free(&found) {
                self.claim(found);
                return true;
            }
            start = found.end;
        }
        false
    }

    /// Takes a place that has the letters of a text, with any white space and hyphens.
    pub(super) fn claim_torn(&mut self, leaf: &str) -> bool {
        let leaf: String = leaf.chars().filter(|c| !is_loose(*c)).collect();
        if leaf.is_empty() {
            return false;
        }
        let squeezed = self.squeezed.take().unwrap_or_else(|| Squeezed::new(&self.text));
        let telling = leaf.chars().count() >= TELLING;
        let mut start = 0;
        let mut claimed = false;
        while !claimed
            && let Some(found) =
                search(&squeezed.text, &leaf, start..squeezed.text.len(), &mut self.budget)
        {
            let last = squeezed.text.floor_char_boundary(found.end - 1);
            let letter = squeezed.text[last..].chars().next().map_or(1, char::len_utf8);
            let place = squeezed.places[found.start]..squeezed.places[last] + letter;
            claimed = self.is_free(&place) && (telling || stands_alone(&self.text, &place));
            if claimed {
                self.claim(place);
            }
            start = squeezed.text.ceil_char_boundary(found.start + 1);
        }
        self.squeezed = Some(squeezed);
        claimed
    }
}

impl Squeezed {
    fn new(text: &str) -> Self {
        let mut squeezed = Self { text: String::new(), places: Vec::new() };
        for (at, c) in text.char_indices().filter(|(_, c)| !is_loose(*c)) {
            squeezed.text.push(c);
            squeezed.places.resize(squeezed.text.len(), at);
        }
        squeezed
    }
}

/// White space, and what a line may be broken with.
fn is_loose(c: char) -> bool {
    c.is_whitespace() || matches!(c, '-' | '\u{ad}' | '\u{2010}' | '\u{2011}')
}

/// The first place of a text, paid for by the bytes that were looked at.
fn search(
    text: &str,
    leaf: &str,
    within: Range<usize>,
    budget: &mut usize,
) -> Option<Range<usize>> {
    if within.len() < leaf.len() || *budget == 0 {
        return None;
    }
    let found = text[within.clone()].find(leaf).map(|at| within.start + at);
    let looked_at = found.map_or(within.end, |found| found + leaf.len()) - within.start;
    *budget = budget.saturating_sub(looked_at);
    found.map(|start| start..start + leaf.len())
}

/// True when no word goes on before or behind a place.
fn stands_alone(text: &str, place: &Range<usize>) -> bool {
    let is_word = |c: Option<char>| c.is_some_and(|c| c.is_alphanumeric() || c == '_');
    let mut before = text[..place.start].chars().rev();
    let goes_on_before = match before.next() {
        // `CD` of `CI/CD`, `NET` of `ASP.NET`.
        Some('-' | '/' | '.' | '\'' | '’') => is_word(before.next()),
        letter => is_word(letter),
    };
    let mut after = text[place.end..].chars();
    let goes_on_after = match after.next() {
        // `Node` of `Node.js`, `I` of `I/O`.
        Some('-' | '/' | '.' | '\'' | '’') => is_word(after.next()),
        // `C` of `C++` and `C#`.
        Some('+' | '#') => true,
        letter => is_word(letter),
    };
    !goes_on_before && !goes_on_after
}
