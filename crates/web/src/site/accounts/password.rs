//! Passwords: which ones are taken, and how they are kept (Argon2id).

use std::sync::{Arc, LazyLock};

use argon2::Argon2;
use argon2::password_hash::phc::PasswordHash;
use argon2::password_hash::{PasswordHasher, PasswordVerifier};
use tokio::sync::Semaphore;
use unicode_normalization::UnicodeNormalization;

use crate::site::Site;
use crate::site::fault::Fault;

/// Characters of a password at least.
pub(crate) const SHORTEST: usize = 10;
/// Characters of a password at most: room for a sentence.
pub(crate) const LONGEST: usize = 128;

/// Different characters of a password at least.
const DIFFERENT: usize = 5;

/// Passwords that are guessed first, among those that are long enough.
static COMMON: LazyLock<Vec<&str>> = LazyLock::new(|| include_str!("common.txt").lines().collect());

/// The hash of no password: checking one against it takes as long as against any other.
const ABSENT: &str =
    "$argon2id$v=19$m=19456,t=2,p=1$dml0YWUgbm9ib2R5IQ$AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA";

/// A password as it is compared: in one spelling, whatever keyboard it was written on.
fn normal(password: &str) -> String {
    // Longer ones are refused anyway; this keeps the work small.
    password.chars().take(4 * LONGEST).nfkc().collect()
}

/// Why somebody with this handle cannot have this password; `None` when they can.
pub(crate) fn refusal(password: &str, handle: &str) -> Option<&'static str> {
    let password = normal(password);
    let length = password.chars().count();
    let folded = password.to_lowercase();
    let mut characters: Vec<char> = folded.chars().collect();
    characters.sort_unstable();
    characters.dedup();
    let handle = normal(handle).to_lowercase();
    let own = [handle.as_str(), handle.split('@').next().unwrap_or_default()];
    if length < SHORTEST {
        Some("a password has 10 characters at least: a few words make a good one")
    } else if length > LONGEST {
        Some("a password has 128 characters at most")
    } else if own.iter().any(|own| own.chars().count() >= 4 && folded.contains(own)) {
        Some("a password must not contain what you sign in with: that is guessed first")
    } else if characters.len() < DIFFERENT || COMMON.contains(&folded.as_str()) {
        Some("this password is among the first that are guessed: take a few words of your own")
    } else {
        None
    }
}

/// Hashes passwords, a few at once: each takes 19 MiB and 30 ms of a processor.
pub(crate) struct Hasher(Arc<Semaphore>);

impl Hasher {
    /// Leaves half of the processors to everything else.
    pub(super) fn new(workers: usize) -> Self {
        Self(Arc::new(Semaphore::new(workers.div_ceil(2).clamp(1, 16))))
    }

    async fn run<T: Send + 'static>(
        &self,
        site: &Site,
        work: impl FnOnce() -> T + Send + 'static,
    ) -> Result<T, Fault> {
        let _room = self.0.acquire().await.map_err(|_| Fault::ours())?;
        site.pool.run(work).await
    }

    /// What is kept of a password.
    pub(crate) async fn hash(&self, site: &Site, password: &str) -> Result<String, Fault> {
        let password = normal(password);
        let hashed = self.run(site, move || {
            let hash = Argon2::default().hash_password(password.as_bytes());
            hash.map(|hash| hash.to_string())
        });
        hashed.await?.map_err(|_| Fault::ours())
    }

    /// Whether it is the password of which `hash` is kept. It takes as long without a hash.
    pub(crate) async fn matches(
        &self,
        site: &Site,
        password: &str,
        hash: Option<String>,
    ) -> Result<bool, Fault> {
        let password = normal(password);
        let work = move || {
            let known = hash.is_some();
            let hash = hash.unwrap_or_else(|| ABSENT.to_owned());
            let right = PasswordHash::new(&hash).is_ok_and(|hash| {
                Argon2::default().verify_password(password.as_bytes(), &hash).is_ok()
            });
            known && right
        };
        self.run(site, work).await
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(password: &str, expected: bool) {
        assert_eq!(refusal(password, "grace@example.org").is_none(), expected, "{password}");
    }

    #[test]
    fn long_passwords_are_taken_and_those_that_are_guessed_are_not() {
        check("correct horse battery", true);
        check("ähnliche wörter", true);
        check("密码很长而且没有人知道它", true);
        check("Pa55word-of-mine", true);
        check(&"abcdefgh".repeat(16), true);
        check("", false);
        check("short one", false);
        check(&"abcdefghi".repeat(15), false);
        check("aaaaaaaaaaaa", false);
        check("1212121212121212", false);
        check("Password123", false);
        check("ＰＡＳＳＷＯＲＤ１２３", false);
        check("1234567890", false);
        check("i am grace of example", false);
        check("GRACE@example.org", false);
    }

    #[test]
    fn a_short_handle_may_be_part_of_a_word() {
        assert_eq!(refusal("correct bobbin battery", "bob"), None);
    }

    #[test]
    fn the_absent_hash_costs_as_much_as_any() {
        let absent = PasswordHash::new(ABSENT).expect("a hash");
        let real = Argon2::default().hash_password(b"correct horse").expect("hashes");
        assert_eq!(absent.params.to_string(), real.params.to_string());
        assert_eq!(absent.algorithm, real.algorithm);
        assert_eq!(
            absent.hash.expect("bytes").as_bytes().len(),
            real.hash.expect("bytes").as_bytes().len()
        );
    }

    #[test]
    fn common_ones_are_long_and_folded() {
        for common in COMMON.iter() {
            assert!(common.chars().count() >= SHORTEST, "{common}");
            assert_eq!(common.to_lowercase(), *common);
        }
    }
}
