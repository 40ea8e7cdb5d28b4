//! Splitting text into comparable words.

use ecow::EcoString;
use unicode_normalization::UnicodeNormalization;

/// A word of a text: a run of letters and digits, with the apostrophes inside it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Word {
    /// First byte in the text.
    pub start: usize,
    /// One past the last byte in the text.
    pub end: usize,
    /// The form to compare by; see [`fold`]. Nearly every word is short enough to need no memory of
    /// its own.
    pub norm: EcoString,
    /// Hash of the form; equal for equal words.
    pub hash: u64,
    /// Hash of its first [`STEM`] characters; of all when there are fewer.
    pub(crate) stem: u64,
}

/// How many characters make the beginning by which words are looked up.
pub(crate) const STEM: usize = 3;

impl Word {
    fn new(start: usize, end: usize, text: &str) -> Self {
        let norm = folded(text);
        let plain = text.is_ascii();
        let stem_end = if plain { norm.len().min(STEM) } else { beginning(&norm, STEM).len() };
        let stem = hash_on(SEED, &norm.as_bytes()[..stem_end]);
        let hash = hash_on(stem, &norm.as_bytes()[stem_end..]);
        Self { start, end, norm, hash, stem }
    }
}

/// A list of words to look others up in.
pub trait Listed {
    /// True when `word` is on the list.
    fn lists(&self, word: &str) -> bool;
}

/// Most words differ in length or first letter, which is told without comparing them.
impl Listed for [&str] {
    fn lists(&self, word: &str) -> bool {
        let first = word.as_bytes().first();
        self.iter()
            .any(|one| one.len() == word.len() && one.as_bytes().first() == first && **one == *word)
    }
}

/// Few words in a literal become a few comparisons of numbers, without a loop or a call.
impl<const N: usize> Listed for [&str; N] {
    #[inline]
    fn lists(&self, word: &str) -> bool {
        if N <= UNROLLED { self.contains(&word) } else { self.as_slice().lists(word) }
    }
}

/// Most words of a list that are compared one by one where it stands.
const UNROLLED: usize = 6;

impl Listed for &[&str] {
    fn lists(&self, word: &str) -> bool {
        (**self).lists(word)
    }
}

/// A longer list as a table made by the compiler: one look tells most words apart, and a word that
/// is on the list is compared once or twice.
#[derive(Clone, Copy, Debug)]
pub struct WordList<const N: usize> {
    words: [&'static str; N],
    /// For each [`mesh`] the number of a word, counted from 1; 0 where there is none. A word whose
    /// place is taken stands in the next free one.
    table: [u8; MESHES],
}

/// Places of the table; a list is much shorter, so that most of them are free.
const MESHES: usize = 256;

impl<const N: usize> WordList<N> {
    /// A list of `N` words.
    ///
    /// # Panics
    /// With more words than half of the places; for a constant that is an error of the compiler.
    #[expect(clippy::cast_possible_truncation, reason = "a list is shorter than 256 words")]
    pub const fn new(words: [&'static str; N]) -> Self {
        assert!(N <= MESHES / 2, "a list this long belongs into a `PhraseSet`");
        let mut table = [0; MESHES];
        let mut at = 0;
        while at < N {
            let mut place = mesh(words[at].as_bytes());
            while table[place] != 0 {
                place = (place + 1) % MESHES;
            }
            at += 1;
            table[place] = at as u8;
        }
        Self { words, table }
    }
}

impl<const N: usize> Listed for WordList<N> {
    fn lists(&self, word: &str) -> bool {
        let mut place = mesh(word.as_bytes());
        while let Some(one) = usize::from(self.table[place]).checked_sub(1) {
            if self.words[one] == word {
                return true;
            }
            place = (place + 1) % MESHES;
        }
        false
    }
}

/// Tells at one look that a word is on none of several lists.
#[derive(Clone, Copy, Debug)]
pub struct WordSieve([bool; MESHES]);

impl WordSieve {
    /// A sieve that holds back all words but these and a few others.
    pub const fn new(words: &[&str]) -> Self {
        Self([false; MESHES]).and(words)
    }

    /// Lets these words pass as well.
    #[must_use]
    pub const fn and(mut self, words: &[&str]) -> Self {
        let mut at = 0;
        while at < words.len() {
            self.0[mesh(words[at].as_bytes())] = true;
            at += 1;
        }
        self
    }

    /// Lets the words of a list pass as well.
    #[must_use]
    pub const fn and_list<const N: usize>(self, list: &WordList<N>) -> Self {
        self.and(&list.words)
    }

    /// False when `word` is not on any of the lists; true may be wrong.
    #[inline]
    pub fn may_list(&self, word: &str) -> bool {
        self.0[mesh(word.as_bytes())]
    }
}

/// A place made of the length, the first and the last byte of a word.
const fn mesh(word: &[u8]) -> usize {
    match word {
        [] => 0,
        [first, .., last] => {
            (*first as usize * 31 + *last as usize * 7 + word.len() * 101) % MESHES
        }
        [only] => (*only as usize * 38 + 101) % MESHES,
    }
}

/// True when `word` is one of `list`.
#[inline]
pub fn is_one_of(word: &str, list: &(impl Listed + ?Sized)) -> bool {
    list.lists(word)
}

/// The first `count` characters.
pub(crate) fn beginning(word: &str, count: usize) -> &str {
    word.char_indices().nth(count).map_or(word, |(end, _)| &word[..end])
}

/// FNV-1a, 64 bits: words are short, and every word of a text is looked up in many sets.
pub(crate) fn hash(word: &str) -> u64 {
    hash_on(SEED, word.as_bytes())
}

const SEED: u64 = 0xcbf2_9ce4_8422_2325;

/// Goes on hashing.
fn hash_on(hash: u64, bytes: &[u8]) -> u64 {
    let mix = |hash: u64, byte: &u8| (hash ^ u64::from(*byte)).wrapping_mul(0x0100_0000_01b3);
    bytes.iter().fold(hash, mix)
}

/// The words of `text`, in order. Everything that is not a letter or digit separates words, so
/// `on-call` and `on call` are the same two words.
pub fn words(text: &str) -> Vec<Word> {
    let letter_at = |at: usize| {
        text.get(at..).and_then(|rest| rest.chars().next()).is_some_and(char::is_alphanumeric)
    };
    let mut words = Vec::with_capacity(text.len() / 6 + 1);
    let mut start = None;
    let mut at = 0;
    while let Some(byte) = text.as_bytes().get(at) {
        // Most bytes are ASCII, and all texts come here: only the others are decoded.
        let (goes_on, width) = if byte.is_ascii() {
            let apostrophe = *byte == b'\'' && start.is_some() && letter_at(at + 1);
            (byte.is_ascii_alphanumeric() || apostrophe, 1)
        } else {
            let c = text[at..].chars().next().unwrap_or_default();
            let width = c.len_utf8();
            // A decomposed accent belongs to the letter before it.
            let inner = is_combining(c) || c == '’' && letter_at(at + width);
            (c.is_alphanumeric() || start.is_some() && inner, width)
        };
        if goes_on {
            start.get_or_insert(at);
        } else if let Some(begin) = start.take() {
            words.push(Word::new(begin, at, &text[begin..at]));
        }
        at += width;
    }
    if let Some(begin) = start {
        words.push(Word::new(begin, text.len(), &text[begin..]));
    }
    words
}

fn is_combining(c: char) -> bool {
    unicode_normalization::char::is_combining_mark(c)
}

/// The form words are compared by: compatibility-composed (ligatures become letters), lower case,
/// straight apostrophes, and British endings written the American way (`optimised`, `behaviour`).
///
/// The endings are folded blindly (`raised` becomes `raized`). That is harmless, because texts and
/// word lists go through the same function.
pub fn fold(word: &str) -> String {
    folded(word).into()
}

/// As [`fold`], without memory of its own for a short word.
pub fn folded(word: &str) -> EcoString {
    let norm: EcoString = if word.is_ascii() {
        let mut norm = EcoString::from(word);
        if word.bytes().any(|byte| byte.is_ascii_uppercase()) {
            norm.make_mut().make_ascii_lowercase();
        }
        norm
    } else {
        word.nfkc().flat_map(char::to_lowercase).map(|c| if c == '’' { '\'' } else { c }).collect()
    };
    american(&norm).unwrap_or(norm)
}

/// The word with its British ending written the American way; `None` for all others.
fn american(norm: &str) -> Option<EcoString> {
    // Few words have one of the endings, and every word of every text comes here.
    let has_pair = || norm.as_bytes().windows(2).any(|pair| pair == b"is" || pair == b"ou");
    if norm.len() < 5 || !has_pair() {
        return None;
    }
    let replaced = |at: usize, american: &str, rest: &str| {
        Some(
            [&norm[..at], american, rest]
                .into_iter()
                .fold(EcoString::new(), |word, part| word + part),
        )
    };
    // The ending may have one more letter behind it: `optimised`, `behaviours`.
    let inner = norm.char_indices().next_back().map_or(0, |(at, _)| at);
    for (british, american) in
        [("isation", "ization"), ("isable", "izable"), ("ising", "izing"), ("ise", "ize")]
    {
        for end in [norm.len(), inner] {
            let at = norm[..end].strip_suffix(british).map_or(0, str::len);
            if at > 2 {
                return replaced(at, american, &norm[end..]);
            }
        }
    }
    let at = norm.as_bytes().windows(3).position(|part| part == b"our").filter(|&at| at > 1)?;
    replaced(at, "or", &norm[at + 3..])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, expected: &[&str]) {
        let found = words(text);
        let norms: Vec<&str> = found.iter().map(|word| word.norm.as_str()).collect();
        assert_eq!(norms, expected, "{text:?}");
        for word in &found {
            assert!(text.is_char_boundary(word.start) && text.is_char_boundary(word.end));
        }
    }

    #[test]
    fn separators_do_not_matter() {
        check("On-call", &["on", "call"]);
        check("on call", &["on", "call"]);
        check("event/day, 12M", &["event", "day", "12m"]);
        check("", &[]);
        check("—•…", &[]);
    }

    #[test]
    fn lists_know_their_words_and_no_others() {
        const NAMES: [&str; 6] = ["", "a", "an", "the", "über", "throughout"];
        const LIST: WordList<6> = WordList::new(NAMES);
        for name in NAMES {
            assert!(is_one_of(name, &LIST) && is_one_of(name, &NAMES), "{name:?}");
        }
        for other in ["b", "ana", "het", "uber", "tée", "throughouts"] {
            assert!(!is_one_of(other, &LIST) && !is_one_of(other, &NAMES), "{other:?}");
        }
    }

    #[test]
    fn a_sieve_lets_the_words_of_its_lists_pass() {
        const LIST: WordList<2> = WordList::new(["never", "nobody"]);
        const SIEVE: WordSieve = WordSieve::new(&["no"]).and(&["", "über"]).and_list(&LIST);
        for word in ["no", "", "über", "never", "nobody"] {
            assert!(SIEVE.may_list(word), "{word:?}");
        }
        let others = ["service", "checkout", "the", "queue", "parcel", "router", "invoice", "of"];
        assert!(others.iter().any(|word| !SIEVE.may_list(word)));
    }

    #[test]
    fn compatible_forms_are_one() {
        check("e\u{fb03}cient", &["efficient"]);
        check("cafe\u{301}", &["caf\u{e9}"]);
        check("team’s", &["team's"]);
        check("optimised optimized", &["optimized", "optimized"]);
        check("behaviours behaviors", &["behaviors", "behaviors"]);
        check("normalisation", &["normalization"]);
        check("serialisable", &["serializable"]);
    }
}
