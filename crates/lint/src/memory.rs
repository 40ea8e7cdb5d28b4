//! What was read of texts, kept while pages that share most of them are checked one after another.

use std::cell::RefCell;
use std::collections::BTreeMap;
use std::sync::Arc;

use facts::Facts;
use roles::{Mention, RolePack, Word};

/// What is kept; reading a text again would find the same.
#[derive(Debug, Default)]
pub(crate) struct Memory {
    facts: Kept<Facts>,
    words: Kept<[Word]>,
    listed: Kept<[Mention]>,
}

impl Memory {
    /// What a text of the page says.
    pub(crate) fn facts(&self, text: &str, pack: &RolePack) -> Arc<Facts> {
        self.facts.get(text, || Facts::read(text, pack).into())
    }

    /// The words of any text.
    pub(crate) fn words(&self, text: &str) -> Arc<[Word]> {
        self.words.get(text, || roles::words(text).into())
    }

    /// The skills that an item of a list names.
    pub(crate) fn listed(&self, text: &str, pack: &RolePack) -> Arc<[Mention]> {
        self.listed.get(text, || pack.vocabulary.mentions_in_list(text).into())
    }
}

#[derive(Debug)]
struct Kept<T: ?Sized>(RefCell<BTreeMap<Box<str>, Arc<T>>>);

impl<T: ?Sized> Default for Kept<T> {
    fn default() -> Self {
        Self(RefCell::default())
    }
}

impl<T: ?Sized> Kept<T> {
    fn get(&self, text: &str, read: impl FnOnce() -> Arc<T>) -> Arc<T> {
        if let Some(kept) = self.0.borrow().get(text) {
            return Arc::clone(kept);
        }
        let made = read();
        self.0.borrow_mut().insert(text.into(), Arc::clone(&made));
        made
    }
}
