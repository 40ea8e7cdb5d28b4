//! Values that change whenever anything changes that can change a grade.

use std::sync::LazyLock;

use roles::RolePack;
use sha2::{Digest, Sha256};

use crate::rules;

/// Rises when the grader's own code changes a grade.
const GRADER: u32 = 2;

/// Every rule's id, penalty and cap, hashed once a process.
static RULES: LazyLock<Sha256> = LazyLock::new(|| {
    let mut hash = Sha256::new();
    hash.update(format!("grader {GRADER}\n"));
    for rule in rules::ALL {
        hash.update(format!("{} {:?} {:?}\n", rule.id, rule.penalty, rule.caps_at));
    }
    hash
});

/// The first 16 hexadecimal digits of a SHA-256 over the grader's version, the role pack, and every
/// rule's id, penalty and cap.
pub(crate) fn fingerprint(pack: &RolePack) -> String {
    short(RULES.clone().chain_update(&pack.fingerprint))
}

/// The first 16 hexadecimal digits of a hash.
pub(crate) fn short(hash: Sha256) -> String {
    let digest = hash.finalize();
    let (first, _) = digest.split_at(8);
    first.iter().fold(String::new(), |hex, byte| hex + &format!("{byte:02x}"))
}
