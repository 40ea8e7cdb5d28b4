//! Reading documents of strangers, which may take seconds each: beside the work of the pool, so that
//! whoever writes, or has a text checked, does not wait for it.
//!
//! As many are read at once as there are processors. Who waits, waits in order, but for somebody of
//! whom fewer are being read; and of one account one worker is always left to others.

use std::collections::BTreeMap;
use std::sync::{Arc, Condvar, Mutex, MutexGuard, PoisonError};

use document::{Document, Kind, Limits};
use sandbox::{Failure, Policy};
use store::UserId;
use workbench::DocumentReader;

use super::person::Viewer;
use super::pool;

/// Documents that wait at most; each keeps its bytes, 16 MiB at most.
const MOST_WAITING: usize = 64;
/// Documents of one account that wait at most.
const MOST_OF_ONE: usize = 16;

/// Workers for documents, and who waits for one.
#[derive(Debug)]
pub(crate) struct Readers {
    policy: Policy,
    workers: usize,
    queue: Mutex<Queue>,
    /// A worker is free, or somebody left.
    changed: Condvar,
}

/// Whose document it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Owner {
    /// Of the one person of this machine.
    Local,
    /// Of people without an account, who share what one account has.
    Visitor,
    Member(UserId),
}

impl Owner {
    /// Whose work this thread does.
    fn now() -> Self {
        match Viewer::now() {
            Viewer::Local => Self::Local,
            Viewer::Visitor => Self::Visitor,
            Viewer::Member(member) => Self::Member(member.user.id),
        }
    }
}

#[derive(Debug, Default)]
struct Queue {
    /// Numbers of those that wait, in order.
    waiting: BTreeMap<u64, Owner>,
    /// How many are being read.
    running: BTreeMap<Owner, usize>,
    last: u64,
    /// True when the site ends: who waits goes away.
    closed: bool,
}

impl Queue {
    /// Who is next, when a worker is free for anybody.
    fn next(&self, workers: usize) -> Option<u64> {
        if self.running.values().sum::<usize>() >= workers {
            return None;
        }
        let of = |owner: &Owner| self.running.get(owner).copied().unwrap_or_default();
        let may = |owner: &Owner| *owner == Owner::Local || of(owner) + 1 < workers.max(2);
        let able = self.waiting.iter().filter(|(_, owner)| may(owner));
        able.min_by_key(|(number, owner)| (of(owner), **number)).map(|(number, _)| *number)
    }

    fn has_room(&self, owner: Owner) -> bool {
        let own = self.waiting.values().filter(|other| **other == owner).count();
        self.waiting.len() < MOST_WAITING && (owner == Owner::Local || own < MOST_OF_ONE)
    }
}

impl Readers {
    /// `workers` at once; one at least.
    pub(crate) fn new(policy: Policy, workers: usize) -> Self {
        Self { policy, workers: workers.max(1), queue: Mutex::default(), changed: Condvar::new() }
    }

    /// The page of a PDF, from 1, as PNG.
    pub(crate) fn picture(&self, bytes: &[u8], page: u32, pixels: u16) -> Result<Vec<u8>, Failure> {
        self.work(|policy| sandbox::picture(bytes, page, pixels, policy))
    }

    /// Sends away who waits and who comes: the site ends.
    pub(crate) fn close(&self) {
        self.queue().closed = true;
        self.changed.notify_all();
    }

    /// Does `job` when a worker is free for whoever asks. The room on the pool is free meanwhile.
    fn work<T>(&self, job: impl FnOnce(&Policy) -> Result<T, Failure>) -> Result<T, Failure> {
        pool::aside(|| {
            let _worker = self.worker(Owner::now()).ok_or(Failure::Busy)?;
            job(&self.policy)
        })
    }

    fn worker(&self, owner: Owner) -> Option<Worker<'_>> {
        let mut queue = self.queue();
        if queue.closed || !queue.has_room(owner) {
            return None;
        }
        queue.last += 1;
        let number = queue.last;
        queue.waiting.insert(number, owner);
        while queue.next(self.workers) != Some(number) {
            queue = self.changed.wait(queue).unwrap_or_else(PoisonError::into_inner);
            if queue.closed {
                queue.waiting.remove(&number);
                return None;
            }
        }
        queue.waiting.remove(&number);
        *queue.running.entry(owner).or_default() += 1;
        // Another worker may be free as well.
        self.changed.notify_all();
        Some(Worker { readers: self, owner })
    }

    fn queue(&self) -> MutexGuard<'_, Queue> {
        self.queue.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// One of the workers, until it is dropped.
struct Worker<'a> {
    readers: &'a Readers,
    owner: Owner,
}

impl Drop for Worker<'_> {
    fn drop(&mut self) {
        let mut queue = self.readers.queue();
        if let Some(running) = queue.running.get_mut(&self.owner) {
            *running -= 1;
            if *running == 0 {
                queue.running.remove(&self.owner);
            }
        }
        drop(queue);
        self.readers.changed.notify_all();
    }
}

/// The readers of a site, as a source asks for one.
#[derive(Clone, Debug)]
pub(crate) struct Reader(pub(crate) Arc<Readers>);

impl DocumentReader for Reader {
    fn read(&self, bytes: &[u8], kind: Kind, limits: &Limits) -> Result<Document, Failure> {
        self.0.work(|policy| sandbox::read(bytes, kind, limits, policy))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn owner(number: u8) -> Owner {
        let id = format!("00000000-0000-0000-0000-{number:012}");
        match number {
            0 => Owner::Local,
            9 => Owner::Visitor,
            _ => Owner::Member(id.parse().expect("an id")),
        }
    }

    /// Whose document is next, of those that wait in this order; 0 is the person of this machine, 9 are visitors.
    #[track_caller]
    fn check(workers: usize, running: &[u8], waiting: &[u8], expected: Option<usize>) {
        let mut queue = Queue::default();
        for number in running {
            *queue.running.entry(owner(*number)).or_default() += 1;
        }
        queue.waiting = (0..).zip(waiting.iter().map(|number| owner(*number))).collect();
        let next = queue.next(workers).and_then(|number| usize::try_from(number).ok());
        assert_eq!(next, expected, "{workers} {running:?} {waiting:?}");
    }

    #[test]
    fn nobody_waits_for_one_person_alone() {
        check(2, &[], &[], None);
        check(2, &[], &[1, 1], Some(0));
        // One worker is always left to others.
        check(2, &[1], &[1, 1], None);
        check(2, &[1], &[1, 1, 2], Some(2));
        check(2, &[1, 2], &[3], None);
        // Whose documents are read least is first, then who came first.
        check(4, &[1, 1, 2], &[1, 2, 3], Some(2));
        check(4, &[1, 1, 2], &[1, 2], Some(1));
        check(4, &[2], &[1, 3], Some(0));
        check(4, &[1, 1, 1], &[1], None);
        // With one worker there is nothing to leave.
        check(1, &[], &[1], Some(0));
        check(1, &[1], &[2], None);
        // Visitors share what one account has.
        check(2, &[9], &[9, 9, 1], Some(2));
        check(2, &[9], &[9], None);
        // Without accounts everybody is the same person.
        check(2, &[0], &[0], Some(0));
        check(2, &[0, 0], &[0], None);
    }

    #[test]
    fn the_queue_has_an_end() {
        let mut queue = Queue::default();
        let one = owner(1);
        for number in 0..MOST_OF_ONE {
            assert!(queue.has_room(one), "{number}");
            queue.waiting.insert(number as u64, one);
        }
        assert!(!queue.has_room(one) && queue.has_room(owner(2)));
        for number in MOST_OF_ONE..MOST_WAITING {
            assert!(queue.has_room(Owner::Local), "{number}");
            queue.waiting.insert(number as u64, Owner::Local);
        }
        assert!(!queue.has_room(owner(2)) && !queue.has_room(Owner::Local));
    }

    #[test]
    fn workers_come_back() {
        let readers = Readers::new(Policy::default(), 2);
        let (one, two) = (readers.worker(Owner::Local), readers.worker(Owner::Local));
        assert!(one.is_some() && two.is_some());
        assert_eq!(readers.queue().running.get(&Owner::Local), Some(&2));
        drop((one, two));
        assert!(readers.queue().running.is_empty() && readers.queue().waiting.is_empty());
        assert!(readers.worker(owner(1)).is_some());
    }

    #[test]
    fn nobody_waits_for_a_site_that_ends() {
        let readers = Readers::new(Policy::default(), 1);
        let _busy = readers.worker(Owner::Local);
        std::thread::scope(|scope| {
            let waits = scope.spawn(|| readers.worker(Owner::Local).is_some());
            readers.close();
            assert!(!waits.join().expect("it comes back"));
        });
        assert!(readers.worker(Owner::Local).is_none() && readers.queue().waiting.is_empty());
    }
}
