//! What the words around an ambiguous name say about it.
//!
//! A cue set lists words for and against; `before` and `after` look at the neighbor, `near` at
//! six words to either side within the sentence. Words for the skill beat words against it.

use std::borrow::Cow;
use std::ops::Range;

use super::data::CueSet;
use super::text::Text;

/// Words to either side that count as near.
const NEAR: usize = 6;

/// Stands in the data for any year.
pub(super) const YEAR: &str = "<year>";

/// Words that decide on an ambiguous name; each list sorted.
#[derive(Clone, Debug, Default)]
pub(crate) struct Cues {
    pub(crate) before: Cow<'static, [Text]>,
    pub(crate) after: Cow<'static, [Text]>,
    pub(crate) near: Cow<'static, [Text]>,
    pub(crate) not_before: Cow<'static, [Text]>,
    pub(crate) not_after: Cow<'static, [Text]>,
    /// Skills a few words away do not count, only those right beside the name.
    pub(crate) strict: bool,
}

/// What the neighbors of a name say.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Verdict {
    /// They name the skill.
    For,
    /// They name something else.
    Against,
    /// Nothing.
    Open,
}

impl Cues {
    /// The union of several sets; strict when one of them is.
    pub(super) fn union<'a>(sets: impl IntoIterator<Item = &'a CueSet>) -> Self {
        let sets: Vec<&CueSet> = sets.into_iter().collect();
        let all = |list: fn(&CueSet) -> &Vec<String>| {
            let mut words: Vec<Text> =
                sets.iter().flat_map(|set| list(set)).map(|word| word.as_str().into()).collect();
            words.sort_unstable();
            Cow::Owned(words)
        };
        Self {
            before: all(|set| &set.before),
            after: all(|set| &set.after),
            near: all(|set| &set.near),
            not_before: all(|set| &set.not_before),
            not_after: all(|set| &set.not_after),
            strict: sets.iter().any(|set| set.strict),
        }
    }

    /// Judges the name at `range` by the words right beside it.
    pub(super) fn judge(&self, text: &str, range: &Range<usize>, compounds: &[Text]) -> Verdict {
        if let Some(tail) = text[range.end..].strip_prefix('-')
            && tail.starts_with(char::is_alphabetic)
        {
            // `Go-based` is about the name, `Go-live` is another word.
            let word = word_after(text, range.end + 1).map(|at| &text[at]);
            return if word.is_some_and(|word| has(compounds, word) || has(&self.after, word)) {
                Verdict::For
            } else {
                Verdict::Against
            };
        }
        let year = word_after(text, range.end).is_some_and(|at| is_year(&text[at]));
        let before = word_before(text, range.start);
        let after = word_after(text, skip_version(text, range.end));
        let gap_before = before.as_ref().map(|at| &text[at.end..range.start]);
        let gap_after = after.as_ref().map(|at| &text[skip_version(text, range.end)..at.start]);
        let word_before = before.map_or("", |at| &text[at]);
        let word_after = after.map_or("", |at| &text[at]);

        let touches = |gap: Option<&str>, marks: &str| {
            gap.is_some_and(|gap| gap.chars().all(|c| marks.contains(c)))
        };
        if (touches(gap_before, " \n:\"'`*(") && has(&self.before, word_before))
            || (touches(gap_after, " \n\"'`*)") && has(&self.after, word_after))
        {
            return Verdict::For;
        }
        // In `Java/Go for tools` the slash says more than the next word.
        if text[..range.start].ends_with('/') || text[range.end..].starts_with('/') {
            return Verdict::Open;
        }
        if !year && asks_for(&text[..range.start]) {
            return Verdict::For;
        }
        if (touches(gap_before, " \n-,\"") && has(&self.not_before, word_before))
            || (touches(gap_after, " \n,'\"") && has(&self.not_after, word_after))
            || (year && has(&self.not_after, YEAR))
        {
            return Verdict::Against;
        }
        if has_release(text, range) {
            return Verdict::For;
        }
        Verdict::Open
    }

    /// True when one of the `near` words stands in `window`.
    pub(super) fn is_near(&self, text: &str, window: &Range<usize>) -> bool {
        !self.near.is_empty()
            && text[window.clone()]
                .split(|c: char| !c.is_alphanumeric())
                .any(|word| has(&self.near, word))
    }
}

/// Words before something one knows: `three years of Go`, `experience with R`.
const ASKING: [&str; 12] = [
    "years of ", "years in ", "years with ", "experience in ", "experience with ",
    "experience of ", "knowledge of ", "proficient in ", "proficiency in ", "proficient with ",
    "familiar with ", "familiarity with ",
];

fn asks_for(before: &str) -> bool {
    ASKING.iter().any(|words| {
        before
            .len()
            .checked_sub(words.len())
            .is_some_and(|at| before.get(at..).is_some_and(|tail| tail.eq_ignore_ascii_case(words)))
    })
}

/// True for `Go 1.22`: a name of more than a letter with a release, and no `Spring 2023`.
fn has_release(text: &str, range: &Range<usize>) -> bool {
    let number = &text[range.end..skip_version(text, range.end)];
    let capital = text[range.clone()].starts_with(char::is_uppercase);
    let mut parts = number.trim().split('.');
    let short = parts.next().is_some_and(|major| (1..=2).contains(&major.len()));
    capital && range.len() > 1 && short && parts.next().is_some_and(|minor| !minor.is_empty())
}

/// The bytes of up to six words before and after `range`, within its sentence.
pub(super) fn window(text: &str, range: &Range<usize>) -> Range<usize> {
    let mut window = range.clone();
    for _ in 0..NEAR {
        match word_before(text, window.start) {
            Some(at) if !ends_sentence(&text[at.end..window.start]) => window.start = at.start,
            _ => break,
        }
    }
    for _ in 0..NEAR {
        match word_after(text, window.end) {
            Some(at) if !ends_sentence(&text[window.end..at.start]) => window.end = at.end,
            _ => break,
        }
    }
    window
}

/// True when the capital of a word at `at` proves nothing, because a sentence or line begins.
pub(super) fn opens_sentence(text: &str, at: usize) -> bool {
    let lead = text[..at].trim_end_matches([' ', '"', '\'', '(', '*', '`', '-']);
    lead.is_empty() || lead.ends_with(['.', '!', '?', '•', '\n'])
}

/// The end of the version that follows a name (` 1.22`, ` v5+`), or `at` when there is none.
pub(super) fn skip_version(text: &str, at: usize) -> usize {
    let rest = &text[at..];
    let number = rest.trim_start_matches(' ').trim_start_matches(['v', 'V']);
    if !number.starts_with(|c: char| c.is_ascii_digit()) {
        return at;
    }
    let tail = number.trim_start_matches(|c: char| c.is_ascii_digit() || ".x+-".contains(c));
    if tail.starts_with(char::is_alphanumeric) {
        return at;
    }
    let end = text.len() - tail.len();
    // A final full stop ends the sentence, it is no part of the version.
    at + text[at..end].trim_end_matches(['.', '-']).len()
}

fn is_year(word: &str) -> bool {
    word.len() == 4
        && (word.starts_with("19") || word.starts_with("20"))
        && word.bytes().all(|b| b.is_ascii_digit())
}

fn ends_sentence(gap: &str) -> bool {
    gap.contains("\n\n")
        || gap.contains('•')
        || gap
            .char_indices()
            .any(|(at, c)| ".!?;".contains(c) && gap[at + 1..].starts_with(char::is_whitespace))
}

fn word_before(text: &str, at: usize) -> Option<Range<usize>> {
    let end = text[..at].trim_end_matches(|c: char| !c.is_alphanumeric()).len();
    let start = text[..end].trim_end_matches(char::is_alphanumeric).len();
    (start < end).then_some(start..end)
}

fn word_after(text: &str, at: usize) -> Option<Range<usize>> {
    let start = text.len() - text[at..].trim_start_matches(|c: char| !c.is_alphanumeric()).len();
    let end = text.len() - text[start..].trim_start_matches(char::is_alphanumeric).len();
    (start < end).then_some(start..end)
}

pub(super) fn has(sorted: &[Text], word: &str) -> bool {
    sorted
        .binary_search_by(|cue| cue.bytes().cmp(word.bytes().map(|byte| byte.to_ascii_lowercase())))
        .is_ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_version_is_skipped() {
        let skipped = |text: &str| text[..skip_version(text, 2)].to_owned();
        assert_eq!(skipped("Go 1.22 services"), "Go 1.22");
        assert_eq!(skipped("Go v5+ and"), "Go v5+");
        assert_eq!(skipped("Go 1.22. Then"), "Go 1.22");
        assert_eq!(skipped("Go 12k"), "Go");
        assert_eq!(skipped("Go services"), "Go");
    }

    #[test]
    fn a_window_ends_with_the_sentence() {
        let text = "One. Two three Go four. Five";
        let at = text.find("Go").expect("is there");
        assert_eq!(&text[window(text, &(at..at + 2))], "Two three Go four");
        let text = "a b c d e f g Go h i j k l m n";
        let at = text.find("Go").expect("is there");
        assert_eq!(&text[window(text, &(at..at + 2))], "b c d e f g Go h i j k l m");
    }
}
