//! Rows of words that a copy shares with what it was copied from. The build script reads the
//! examples with this file.

use std::ops::Range;

/// Words in a row that two authors do not write by chance, one of them with a digit.
pub(crate) const RUN: usize = 8;

/// A word of a text as a number: a run of letters and digits, in lower case where it is ASCII.
pub(crate) struct Token {
    pub(crate) bytes: Range<usize>,
    hash: u64,
    digit: bool,
}

/// The words of a text. [`crate::words`] folds more: a copy differs in nothing but capitals.
pub(crate) fn tokens(text: &str) -> Vec<Token> {
    const SEED: u64 = 0xcbf2_9ce4_8422_2325;
    const PRIME: u64 = 0x0100_0000_01b3;
    let mut tokens: Vec<Token> = Vec::with_capacity(text.len() / 6 + 1);
    let mut inside = false;
    for (at, byte) in text.bytes().enumerate() {
        let letter = byte.is_ascii_alphanumeric() || !byte.is_ascii();
        if letter && !inside {
            tokens.push(Token { bytes: at..at, hash: SEED, digit: false });
        }
        inside = letter;
        if let Some(token) = tokens.last_mut().filter(|_| letter) {
            token.bytes.end = at + 1;
            token.hash = (token.hash ^ u64::from(byte.to_ascii_lowercase())).wrapping_mul(PRIME);
            token.digit |= byte.is_ascii_digit();
        }
    }
    tokens
}

/// Rows of [`RUN`] words that hold a digit: the first word of each and a hash of all.
pub(crate) fn runs(tokens: &[Token]) -> impl DoubleEndedIterator<Item = (usize, u64)> {
    let digits = |run: &[Token]| run.iter().any(|token| token.digit);
    let hash = |run: &[Token]| {
        run.iter().fold(0_u64, |hash, token| hash.rotate_left(7).wrapping_mul(31) ^ token.hash)
    };
    let runs = tokens.windows(RUN).enumerate();
    runs.filter(move |(_, run)| digits(run)).map(move |(at, run)| (at, hash(run)))
}
