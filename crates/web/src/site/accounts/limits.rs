//! How often somebody may ask. Memory does not grow with those who ask.
//!
//! A name (an address, a handle, a person) has a place in a table that is found by a hash with a
//! key of this process. Two names in one place share it: that is rare, and nobody can choose it.

use std::collections::hash_map::RandomState;
use std::hash::{BuildHasher, Hash};
use std::sync::atomic::{AtomicI64, Ordering};
use std::sync::{Mutex, PoisonError};

/// Places of a table; a power of two.
const PLACES: usize = 1 << 14;

/// How many seconds somebody has to wait, at least one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Wait(pub(crate) i64);

impl Wait {
    fn of(ms: i64) -> Self {
        Self(((ms + 999) / 1000).max(1))
    }
}

/// All of them.
pub(crate) struct Limits {
    /// Attempts to sign in, by address.
    pub(crate) sign_in_from: Rate,
    /// Attempts to sign in, by handle, from wherever.
    pub(crate) sign_in_as: Rate,
    /// Attempts to sign in, by handle and address: after a few mistakes each takes longer.
    pub(crate) mistakes: Growing,
    /// Letters, by address of who asks for one.
    pub(crate) letters_from: Rate,
    /// Letters, by handle of who gets one.
    pub(crate) letters_to: Rate,
    /// Uses of links that are good once, by address.
    pub(crate) links: Rate,
    /// Work for somebody without an account, by address.
    pub(crate) visitors: Rate,
    /// Requests of a person.
    pub(crate) people: Rate,
}

impl Default for Limits {
    fn default() -> Self {
        let seconds = |seconds: i64| seconds * 1000;
        Self {
            sign_in_from: Rate::new(20, seconds(6)),
            sign_in_as: Rate::new(50, seconds(20)),
            mistakes: Growing::new(),
            letters_from: Rate::new(5, seconds(300)),
            letters_to: Rate::new(3, seconds(600)),
            links: Rate::new(20, seconds(15)),
            visitors: Rate::new(60, seconds(2)),
            people: Rate::new(1200, 20),
        }
    }
}

/// So many at once, and then one every so often (the generic cell rate algorithm).
pub(crate) struct Rate {
    /// When the next one would be due if all came evenly, by place.
    due: Box<[AtomicI64]>,
    keys: RandomState,
    burst: i64,
    every_ms: i64,
}

impl Rate {
    fn new(burst: i64, every_ms: i64) -> Self {
        let due = (0..PLACES).map(|_| AtomicI64::new(0)).collect();
        Self { due, keys: RandomState::new(), burst, every_ms }
    }

    /// Takes one for `name`, or says how long to wait for it.
    pub(crate) fn take(&self, name: impl Hash, now: i64) -> Result<(), Wait> {
        let due = &self.due[place(&self.keys, name)];
        let room = self.burst * self.every_ms;
        let next = |due: i64| {
            let next = due.max(now).saturating_add(self.every_ms);
            (next - now <= room).then_some(next)
        };
        let taken = due.fetch_update(Ordering::Relaxed, Ordering::Relaxed, next);
        taken.map(drop).map_err(|due| Wait::of(due + self.every_ms - room - now))
    }
}

/// Mistakes without a wait.
const FREE: u32 = 4;
/// The longest wait, in milliseconds: a quarter of an hour.
const LONGEST: i64 = 15 * 60 * 1000;

/// After a few mistakes each further attempt waits twice as long as the one before.
pub(crate) struct Growing {
    /// Attempts since the last that was right, and when the next may be made.
    attempts: Mutex<Box<[(u32, i64)]>>,
    keys: RandomState,
}

impl Growing {
    fn new() -> Self {
        let attempts = Mutex::new(vec![(0, 0); PLACES].into());
        Self { attempts, keys: RandomState::new() }
    }

    /// Begins an attempt, which counts as a mistake until [`Growing::right`] says otherwise: many
    /// at once are many mistakes.
    pub(crate) fn attempt(&self, name: impl Hash, now: i64) -> Result<(), Wait> {
        let mut attempts = self.attempts.lock().unwrap_or_else(PoisonError::into_inner);
        let (count, next) = &mut attempts[place(&self.keys, name)];
        if *next > now {
            return Err(Wait::of(*next - now));
        }
        if now.saturating_sub(*next) > LONGEST {
            *count = 0;
        }
        *count = count.saturating_add(1);
        let doubled = count.saturating_sub(FREE + 1).min(20);
        let wait = if *count > FREE { (1000 << doubled).min(LONGEST) } else { 0 };
        *next = now.saturating_add(wait);
        Ok(())
    }

    /// The attempt was right.
    pub(crate) fn right(&self, name: impl Hash) {
        let mut attempts = self.attempts.lock().unwrap_or_else(PoisonError::into_inner);
        attempts[place(&self.keys, name)] = (0, 0);
    }
}

fn place(keys: &RandomState, name: impl Hash) -> usize {
    usize::try_from(keys.hash_one(name) % PLACES as u64).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_rate_has_a_burst_and_then_comes_evenly() {
        let rate = Rate::new(3, 1000);
        let ms = 1_000_000;
        for _ in 0..3 {
            assert_eq!(rate.take("ada", ms), Ok(()));
        }
        assert_eq!(rate.take("ada", ms), Err(Wait(1)));
        assert_eq!(rate.take("bob", ms), Ok(()));
        assert_eq!(rate.take("ada", ms + 999), Err(Wait(1)));
        assert_eq!(rate.take("ada", ms + 1000), Ok(()));
        assert_eq!(rate.take("ada", ms + 1001), Err(Wait(1)));
        let later = ms + 60_000;
        let taken = (0..10).filter(|_| rate.take("ada", later).is_ok()).count();
        assert_eq!(taken, 3);
    }

    #[test]
    fn waits_grow_until_somebody_is_right() {
        let growing = Growing::new();
        let mut now = 1_000_000;
        for _ in 0..FREE {
            assert_eq!(growing.attempt("ada", now), Ok(()));
        }
        for wait in [1, 2, 4, 8, 16, 32, 64, 128, 256, 512, 900, 900] {
            assert_eq!(growing.attempt("ada", now), Ok(()), "{wait}");
            assert_eq!(growing.attempt("ada", now), Err(Wait(wait)));
            assert_eq!(growing.attempt("ada", now + wait * 1000 - 1), Err(Wait(1)));
            now += wait * 1000;
        }
        assert_eq!(growing.attempt("bob", now), Ok(()));
        growing.right("ada");
        for _ in 0..=FREE {
            assert_eq!(growing.attempt("ada", now), Ok(()));
        }
        assert!(growing.attempt("ada", now).is_err());
        // Who stays away for a while begins anew.
        now += 2 * LONGEST;
        for _ in 0..=FREE {
            assert_eq!(growing.attempt("ada", now), Ok(()));
        }
    }
}
