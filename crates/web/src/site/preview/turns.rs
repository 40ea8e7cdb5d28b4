//! Who is drawn for: of the previews that one open page asks for, only the newest is worth the work.

use std::collections::BTreeMap;
use std::collections::btree_map::Entry;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

/// The open page that asks: whose resume, and the name that its script chose.
type View = (String, String);

/// The previews that are asked for and not answered yet.
#[derive(Clone, Debug, Default)]
pub(crate) struct Turns(Arc<Mutex<BTreeMap<View, Open>>>);

/// Those of one page.
#[derive(Debug, Default)]
struct Open {
    newest: u64,
    count: usize,
}

/// One of them, until it is dropped.
#[derive(Debug)]
pub(crate) struct Turn {
    turns: Turns,
    view: View,
    number: u64,
}

impl Turns {
    /// The next one of a page; those before it are overtaken.
    pub(crate) fn next(&self, resume: &str, page: &str) -> Turn {
        let view = (resume.to_owned(), page.to_owned());
        let mut all = self.lock();
        let open = all.entry(view.clone()).or_default();
        open.newest += 1;
        open.count += 1;
        Turn { turns: self.clone(), view, number: open.newest }
    }

    fn lock(&self) -> MutexGuard<'_, BTreeMap<View, Open>> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Turn {
    /// True when the same page has asked again since.
    pub(crate) fn is_overtaken(&self) -> bool {
        self.turns.lock().get(&self.view).is_some_and(|open| open.newest > self.number)
    }
}

impl Drop for Turn {
    fn drop(&mut self) {
        // A page without a request is forgotten, so that what is kept stays small.
        if let Entry::Occupied(mut entry) = self.turns.lock().entry(self.view.clone()) {
            entry.get_mut().count -= 1;
            if entry.get().count == 0 {
                entry.remove();
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_newest_of_a_page_overtakes_and_other_pages_do_not() {
        let turns = Turns::default();
        let first = turns.next("a", "1");
        let elsewhere = (turns.next("a", "2"), turns.next("b", "1"));
        assert!(!first.is_overtaken());
        let second = turns.next("a", "1");
        assert!(first.is_overtaken() && !second.is_overtaken());
        drop(first);
        assert!(!second.is_overtaken());
        let third = turns.next("a", "1");
        assert!(second.is_overtaken() && !third.is_overtaken());
        assert!(!elsewhere.0.is_overtaken() && !elsewhere.1.is_overtaken());
    }

    #[test]
    fn nothing_is_kept_of_who_left() {
        let turns = Turns::default();
        for page in 0..100 {
            drop((turns.next("a", &page.to_string()), turns.next("a", &page.to_string())));
        }
        assert!(turns.lock().is_empty());
    }
}
