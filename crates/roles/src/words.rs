//! Splitting text into comparable words.

use unicode_normalization::UnicodeNormalization;

/// A word of a text: a run of letters and digits, with the apostrophes inside it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Word {
    /// First byte in the text.
    pub start: usize,
    /// One past the last byte in the text.
    pub end: usize,
    /// The form to compare by; see [`fold`].
    pub norm: String,
    /// Hash of the form; equal for equal words.
    pub hash: u64,
    /// Hash of its first [`STEM`] characters; of all when there are fewer.
    pub(crate) stem: u64,
}

/// How many characters make the beginning by which words are looked up.
pub(crate) const STEM: usize = 3;

impl Word {
    fn new(start: usize, end: usize, text: &str) -> Self {
        let norm = fold(text);
        let stem_end = beginning(&norm, STEM).len();
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

impl<const N: usize> Listed for [&str; N] {
    fn lists(&self, word: &str) -> bool {
        self.as_slice().lists(word)
    }
}

impl Listed for &[&str] {
    fn lists(&self, word: &str) -> bool {
        (**self).lists(word)
    }
}

/// A longer list with a sieve that tells most other words apart in one look.
#[derive(Clone, Copy, Debug)]
pub struct WordList<const N: usize> {
    words: [&'static str; N],
    /// A bit for each [`mesh`] that a word of the list has.
    sieve: [u64; 8],
}

impl<const N: usize> WordList<N> {
    /// A list of `N` words.
    pub const fn new(words: [&'static str; N]) -> Self {
        let mut sieve = [0; 8];
        let mut at = 0;
        while at < N {
            let mesh = mesh(words[at].as_bytes());
            sieve[mesh / 64] |= 1 << (mesh % 64);
            at += 1;
        }
        Self { words, sieve }
    }
}

impl<const N: usize> Listed for WordList<N> {
    fn lists(&self, word: &str) -> bool {
        let mesh = mesh(word.as_bytes());
        self.sieve[mesh / 64] >> (mesh % 64) & 1 == 1 && self.words.as_slice().lists(word)
    }
}

/// A number below 512 made of the length, the first and the last byte of a word.
const fn mesh(word: &[u8]) -> usize {
    match word {
        [] => 0,
        [first, .., last] => (*first as usize * 31 + *last as usize * 7 + word.len() * 101) % 512,
        [only] => (*only as usize * 38 + 101) % 512,
    }
}

/// True when `word` is one of `list`.
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
    let mut words = Vec::with_capacity(text.len() / 6 + 1);
    let mut start = None;
    let mut chars = text.char_indices().peekable();
    while let Some((at, c)) = chars.next() {
        let next_is_letter = chars.peek().is_some_and(|(_, next)| next.is_alphanumeric());
        let inside = start.is_some();
        if c.is_alphanumeric() || (inside && matches!(c, '\'' | '’') && next_is_letter) {
            start.get_or_insert(at);
        } else if inside && is_combining(c) {
            // A decomposed accent belongs to the letter before it.
        } else if let Some(begin) = start.take() {
            words.push(Word::new(begin, at, &text[begin..at]));
        }
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
    let mut norm: String = if word.is_ascii() {
        word.to_ascii_lowercase()
    } else {
        word.nfkc().flat_map(char::to_lowercase).map(|c| if c == '’' { '\'' } else { c }).collect()
    };
    // Few words have one of the endings, and every word of every text comes here.
    let pairs = norm.as_bytes().windows(2);
    let (mut has_is, mut has_ou) = (false, false);
    for pair in pairs {
        has_is |= pair == b"is";
        has_ou |= pair == b"ou";
    }
    if norm.len() < 5 || !(has_is || has_ou) {
        return norm;
    }
    // The ending may have one more letter behind it: `optimised`, `behaviours`.
    let inner = norm.char_indices().next_back().map_or(0, |(at, _)| at);
    for (british, american) in
        [("isation", "ization"), ("isable", "izable"), ("ising", "izing"), ("ise", "ize")]
    {
        for end in [norm.len(), inner] {
            let at = norm[..end].strip_suffix(british).map_or(0, str::len);
            if at > 2 {
                norm.replace_range(at..end, american);
                return norm;
            }
        }
    }
    if let Some(at) =
        norm.as_bytes().windows(3).position(|part| part == b"our").filter(|&at| at > 1)
    {
        norm.replace_range(at..at + 3, "or");
    }
    norm
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
