//! Secrets that whoever holds them comes in with. Only their SHA-256 is kept.

use sha2::{Digest, Sha256};

use crate::hex::hex;

/// The beginning of tokens for the API: whoever finds one in a file knows what it is.
const API: &str = "vitae_";

/// A secret: 256 random bits in 64 digits.
pub(crate) fn new_token() -> String {
    let mut bits = [0; 32];
    // Without randomness of the system nobody can be told apart, so nobody comes in.
    getrandom::fill(&mut bits).expect("the system has randomness");
    hex(&bits)
}

/// A secret for programs.
pub(crate) fn new_api_token() -> String {
    format!("{API}{}", new_token())
}

/// What is kept of a secret; none for what cannot be one.
pub(crate) fn hash(token: &str) -> Option<[u8; 32]> {
    let digits = token.strip_prefix(API).unwrap_or(token);
    let is_token = digits.len() == 64 && digits.bytes().all(|byte| byte.is_ascii_hexdigit());
    is_token.then(|| Sha256::digest(token.as_bytes()).into())
}

/// What is kept, as a name in a form. It opens nothing.
pub(crate) fn name_of(hash: &[u8; 32]) -> String {
    hex(hash)
}

/// What a name in a form means.
pub(crate) fn named(name: &str) -> Option<[u8; 32]> {
    let digit = |byte: u8| char::from(byte).to_digit(16).and_then(|digit| u8::try_from(digit).ok());
    let pair = |pair: &[u8]| Some(digit(pair[0])? << 4 | digit(pair[1])?);
    let bytes: Option<Vec<u8>> = name.as_bytes().chunks_exact(2).map(pair).collect();
    bytes?.try_into().ok().filter(|_| name.len() == 64)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tokens_differ_and_only_they_have_a_hash() {
        let (one, two) = (new_token(), new_api_token());
        assert_ne!(hash(&one), hash(&two));
        assert!(hash(&one).is_some() && hash(&two).is_some());
        assert_ne!(hash(&one), hash(&format!("vitae_{one}")));
        for none in ["", "vitae_", "0", &one[1..], &format!("{one}0"), &"é".repeat(32)] {
            assert_eq!(hash(none), None, "{none}");
        }
    }

    #[test]
    fn names_are_read_back() {
        let kept = hash(&new_token()).expect("a token");
        assert_eq!(named(&name_of(&kept)), Some(kept));
        for none in ["", "00", &"g".repeat(64), &"é".repeat(32), &"0".repeat(65), &"+".repeat(64)]
        {
            assert_eq!(named(none), None, "{none}");
        }
    }
}
