//! What the role pack knows about each token, looked up once and asked often.

use std::ops::Range;

use roles::{PhraseSet, RolePack, Word};

use crate::lex::{Kind, Token};

/// Small facts about one token.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Marks(u8);

impl Marks {
    /// Names a thing one can build.
    pub(crate) const HEAD: Self = Self(1);
    /// A noun that names nothing in particular.
    pub(crate) const GENERIC_HEAD: Self = Self(2);
    /// A modifier without information.
    pub(crate) const GENERIC_MODIFIER: Self = Self(4);
    /// A form of a known verb.
    pub(crate) const VERB_FORM: Self = Self(8);
    /// Inside the name of a product.
    pub(crate) const NAME: Self = Self(16);
    /// The last token of the name of a product.
    pub(crate) const NAME_END: Self = Self(32);
    /// A noun for people or groups of them.
    pub(crate) const PEOPLE: Self = Self(64);

    pub(crate) fn has(self, mark: Self) -> bool {
        self.0 & mark.0 != 0
    }

    fn set(&mut self, mark: Self, on: bool) {
        if on {
            self.0 |= mark.0;
        }
    }
}

/// Marks all tokens. `names` are byte ranges of product names in order.
pub(crate) fn mark(
    tokens: &mut [Token<'_>],
    words: &[Word],
    names: &[Range<usize>],
    pack: &RolePack,
) {
    let (mut word, mut name) = (0, 0);
    // Words up to here belong to a modifier of several: `large-scale`, `end-to-end`.
    let mut modified = 0;
    for token in tokens {
        while words.get(word).is_some_and(|word| word.start < token.start) {
            word += 1;
        }
        while names.get(name).is_some_and(|name| name.end <= token.start) {
            name += 1;
        }
        if let Some(name) = names.get(name).filter(|name| name.start <= token.start) {
            token.marks.set(Marks::NAME, true);
            token.marks.set(Marks::NAME_END, name.end == token.end);
        }
        if token.kind != Kind::Word {
            continue;
        }
        let Some(one) = words.get(word..=word).filter(|one| one[0].start == token.start) else {
            continue;
        };
        let is_in = |set: &PhraseSet| set.opens(one).is_some();
        token.marks.set(Marks::HEAD, is_in(&pack.objects.heads));
        token.marks.set(Marks::GENERIC_HEAD, is_in(&pack.objects.generic_heads));
        if let Some(found) = pack.objects.generic_modifiers.match_at(words, word) {
            modified = modified.max(found.words.end);
        }
        let people =
            is_in(&pack.signals.people_words) && pack.signals.people.contains(&*token.lower);
        token.marks.set(Marks::PEOPLE, people);
        token.marks.set(Marks::GENERIC_MODIFIER, word < modified);
        token.marks.set(Marks::VERB_FORM, is_in(&pack.verb_forms));
    }
}
