//! Files that somebody dropped and nobody asked to keep: in memory, for a while.
//!
//! A report has an address, so that it can be read again and gone back to, and the address holds a
//! name that nobody can guess. The file goes when it is old, or when newer ones need its room; with
//! the process at the latest. Where people have accounts, what one of them dropped is theirs alone;
//! what a visitor dropped is for whoever knows the name.

use std::collections::VecDeque;
use std::sync::{Arc, Mutex, PoisonError};

use store::UserId;
use typeset::Drawing;

use super::person::Viewer;
use crate::hex::hex;

/// How long a file stays, in milliseconds: an hour.
const LIFE: i64 = 60 * 60 * 1000;
/// Bytes of all files together. 64 MiB.
const MOST_BYTES: usize = 64 << 20;

/// A file that was dropped.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Dropped {
    /// What its owner calls it; `-` for pasted text.
    pub(crate) name: String,
    pub(crate) bytes: Vec<u8>,
}

/// All of them.
#[derive(Debug, Default)]
pub(crate) struct Shelf(Mutex<VecDeque<Entry>>);

#[derive(Debug)]
struct Entry {
    key: String,
    /// Who dropped it, when they were signed in.
    owner: Option<UserId>,
    until: i64,
    file: Arc<Dropped>,
    /// Pages that were set for its report, so that a browser may ask for them one by one.
    drawings: Arc<Vec<Drawing>>,
}

impl Entry {
    /// True for the entry of this name, asked for by who may have it.
    fn is(&self, key: &str) -> bool {
        self.key == key && (self.owner.is_none() || self.owner == Viewer::now().id())
    }

    fn size(&self) -> usize {
        let drawings = self.drawings.iter().map(|drawing| drawing.svg.len());
        self.file.bytes.len() + drawings.sum::<usize>()
    }
}

impl Shelf {
    /// Puts a file on the shelf, and returns the name it can be had by.
    pub(crate) fn put(&self, file: Dropped, now: i64) -> String {
        let key = key();
        let entry = Entry {
            key: key.clone(),
            owner: Viewer::now().id(),
            until: now.saturating_add(LIFE),
            file: Arc::new(file),
            drawings: Arc::default(),
        };
        let mut entries = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        entries.push_back(entry);
        make_room(&mut entries, now);
        key
    }

    /// Keeps the pages of a file beside it; nothing when it is gone.
    pub(crate) fn keep_drawings(&self, key: &str, drawings: Vec<Drawing>, now: i64) {
        let mut entries = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let Some(entry) = entries.iter_mut().find(|entry| entry.is(key)) else { return };
        entry.drawings = Arc::new(drawings);
        make_room(&mut entries, now);
    }

    /// The pages that are kept of a file; none when they never were.
    pub(crate) fn drawings(&self, key: &str, now: i64) -> Option<Arc<Vec<Drawing>>> {
        let entries = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let entry = entries.iter().find(|entry| entry.is(key) && entry.until > now)?;
        (!entry.drawings.is_empty()).then(|| Arc::clone(&entry.drawings))
    }

    /// The file with this name, while it is there.
    pub(crate) fn get(&self, key: &str, now: i64) -> Option<Arc<Dropped>> {
        let mut entries = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        entries.retain(|entry| entry.until > now);
        entries.iter().find(|entry| entry.is(key)).map(|entry| Arc::clone(&entry.file))
    }

    /// Takes the file with this name away.
    pub(crate) fn forget(&self, key: &str) {
        let mut entries = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        entries.retain(|entry| !entry.is(key));
    }
}

/// Drops what is too old, then the oldest until the rest fits.
fn make_room(entries: &mut VecDeque<Entry>, now: i64) {
    entries.retain(|entry| entry.until > now);
    let mut bytes: usize = entries.iter().map(Entry::size).sum();
    // The newest stays, however large: its size has a limit of its own.
    while bytes > MOST_BYTES && entries.len() > 1 {
        bytes -= entries.pop_front().map_or(0, |oldest| oldest.size());
    }
}

/// 128 random bits in letters and digits.
fn key() -> String {
    let mut bits = [0; 16];
    // Without randomness of the system nothing here can be kept private, so nothing is.
    getrandom::fill(&mut bits).expect("the system has randomness");
    hex(&bits)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn file(name: &str, size: usize) -> Dropped {
        Dropped { name: name.to_owned(), bytes: vec![0; size] }
    }

    #[test]
    fn files_stay_for_a_while_and_go_when_asked() {
        let shelf = Shelf::default();
        let (a, b) = (shelf.put(file("a", 1), 0), shelf.put(file("b", 2), 10));
        assert_ne!(a, b);
        assert_eq!(shelf.get(&a, LIFE - 1).as_deref(), Some(&file("a", 1)));
        assert_eq!(shelf.get(&a, LIFE), None);
        assert_eq!(shelf.get(&b, LIFE).as_deref(), Some(&file("b", 2)));
        shelf.forget(&b);
        assert_eq!(shelf.get(&b, 0), None);
        assert_eq!(shelf.get("", 0), None);
    }

    #[test]
    fn there_is_room_for_the_newest() {
        let shelf = Shelf::default();
        let first = shelf.put(file("first", MOST_BYTES / 2), 0);
        let second = shelf.put(file("second", MOST_BYTES / 2), 0);
        assert!(shelf.get(&first, 0).is_some());
        let third = shelf.put(file("third", 1), 0);
        let there = [&first, &second, &third].map(|key| shelf.get(key, 0).is_some());
        assert_eq!(there, [false, true, true]);
        let huge = shelf.put(file("huge", MOST_BYTES + 1), 0);
        assert!(shelf.get(&third, 0).is_none() && shelf.get(&huge, 0).is_some());
    }

    #[test]
    fn pictures_go_with_their_file_and_take_room() {
        let shelf = Shelf::default();
        let (old, new) = (shelf.put(file("old", 1), 0), shelf.put(file("new", 1), 0));
        assert!(shelf.drawings(&new, 0).is_none());
        let picture = |size| Drawing { svg: "x".repeat(size), width: 595.0, height: 842.0 };
        shelf.keep_drawings(&new, vec![picture(10)], 0);
        assert_eq!(shelf.drawings(&new, 0).map(|pages| pages.len()), Some(1));
        assert!(shelf.drawings(&new, LIFE).is_none());
        shelf.keep_drawings(&new, vec![picture(MOST_BYTES)], 0);
        assert!(shelf.get(&old, 0).is_none() && shelf.get(&new, 0).is_some());
        shelf.forget(&new);
        shelf.keep_drawings(&new, vec![picture(1)], 0);
        assert!(shelf.drawings(&new, 0).is_none());
    }
}
