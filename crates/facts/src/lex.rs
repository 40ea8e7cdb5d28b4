//! The first step: text to tokens, with the byte range of each.
//!
//! Unlike [`roles::words`], which compares phrases, these tokens keep symbols apart and split a
//! number from the unit glued to it: `480ms` is the number `480` and the word `ms`.

use std::borrow::Cow;
use std::ops::Range;

use roles::Listed;

use crate::mark::Marks;

/// What a token is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Kind {
    /// Begins with a letter: `checkout`, `p99`, `tenant_id`, `S3`.
    Word,
    /// Begins with a digit: `480`, `1,200,000`, `4.8`.
    Number,
    /// Anything else, one character; arrows and dashes are unified to `→` and `-`.
    Symbol(char),
}

/// One token.
#[derive(Clone, Debug)]
pub(crate) struct Token<'a> {
    pub(crate) kind: Kind,
    pub(crate) start: usize,
    pub(crate) end: usize,
    /// As written.
    pub(crate) text: &'a str,
    /// Lower case.
    pub(crate) lower: Cow<'a, str>,
    /// True when no white space stands before it.
    pub(crate) glued: bool,
    /// What the role pack knows about it.
    pub(crate) marks: Marks,
}

impl Token<'_> {
    pub(crate) fn range(&self) -> Range<usize> {
        self.start..self.end
    }

    pub(crate) fn is_symbol(&self, symbol: char) -> bool {
        self.kind == Kind::Symbol(symbol)
    }

    pub(crate) fn is_word(&self, lower: &str) -> bool {
        self.kind == Kind::Word && self.lower == lower
    }

    #[inline]
    pub(crate) fn is_any(&self, lower: &(impl Listed + ?Sized)) -> bool {
        self.kind == Kind::Word && roles::is_one_of(&self.lower, lower)
    }

    /// A full stop, semicolon, colon, comma, bracket or dash that stands alone.
    pub(crate) fn ends_phrase(&self) -> bool {
        match self.kind {
            Kind::Symbol('-') => !self.glued,
            Kind::Symbol(c) => {
                matches!(
                    c,
                    ',' | ';'
                        | ':'
                        | '.'
                        | '('
                        | ')'
                        | '['
                        | ']'
                        | '!'
                        | '?'
                        | '→'
                        | '·'
                        | '•'
                        | '|'
                )
            }
            _ => false,
        }
    }
}

/// Splits `text` into tokens.
pub(crate) fn tokens(text: &str) -> Vec<Token<'_>> {
    let mut tokens = Vec::with_capacity(text.len() / 4 + 1);
    let mut glued = false;
    let mut end = 0;
    while let Some(c) = char_at(text, end) {
        let start = end;
        end += c.len_utf8();
        if is_space(c) {
            glued = false;
            continue;
        }
        let kind = if c.is_ascii_digit() {
            while let Some(next) = char_at(text, end) {
                let tail = &text[end + next.len_utf8()..];
                let group = match next {
                    '.' | ',' | '_' => tail.starts_with(|c: char| c.is_ascii_digit()),
                    ' ' | '\u{a0}' | '\u{202f}' | '\u{2009}' => {
                        is_thousands(&text[start..end]) && is_thousand_group(tail)
                    }
                    _ => false,
                };
                if !(next.is_ascii_digit() || group) {
                    break;
                }
                end += next.len_utf8();
            }
            Kind::Number
        } else if c.is_alphabetic() {
            while let Some(next) = char_at(text, end) {
                let inner = matches!(next, '\'' | '’')
                    && text[end + next.len_utf8()..].starts_with(char::is_alphabetic);
                if !(next.is_alphanumeric() || next == '_' || inner || is_combining(next)) {
                    break;
                }
                end += next.len_utf8();
            }
            Kind::Word
        } else {
            let unified = unify(c);
            if matches!(unified, '-' | '=') {
                if char_at(text, end) == Some('>') {
                    end += 1;
                    Kind::Symbol('→')
                } else {
                    Kind::Symbol(unified)
                }
            } else {
                Kind::Symbol(unified)
            }
        };
        let slice = &text[start..end];
        let is_lower = slice.bytes().all(|b| b.is_ascii() && !b.is_ascii_uppercase());
        let lower = if is_lower { Cow::Borrowed(slice) } else { Cow::Owned(slice.to_lowercase()) };
        tokens.push(Token { kind, start, end, text: slice, lower, glued, marks: Marks::default() });
        glued = true;
    }
    tokens
}

/// The character that begins at byte `at`, which nearly always is ASCII.
#[inline]
fn char_at(text: &str, at: usize) -> Option<char> {
    let byte = *text.as_bytes().get(at)?;
    if byte.is_ascii() { Some(char::from(byte)) } else { text[at..].chars().next() }
}

fn is_space(c: char) -> bool {
    c.is_whitespace() || matches!(c, '\u{200b}' | '\u{feff}' | '\u{ad}' | '\0')
}

fn is_combining(c: char) -> bool {
    ('\u{300}'..='\u{36f}').contains(&c)
}

/// Digits that a group of three may follow: `1`, `20`, `1 200`, but no `0`, `2021` or `4.8`.
fn is_thousands(digits: &str) -> bool {
    let first = digits.bytes().take_while(u8::is_ascii_digit).count();
    !digits.starts_with('0') && first <= 3 && !digits.contains(['.', ',', '_'])
}

/// `200 000`: a space groups digits only by three, and `4 100-person` is two numbers.
fn is_thousand_group(rest: &str) -> bool {
    let digits = rest.bytes().take_while(u8::is_ascii_digit).count();
    digits == 3 && !rest[3..].starts_with('-')
}

fn unify(c: char) -> char {
    match c {
        '→' | '➜' | '➔' | '⇒' | '➝' | '⟶' | '▶' => '→',
        '‐' | '‑' | '‒' | '–' | '—' | '−' => '-',
        '×' | '✕' => '×',
        '’' | '‘' => '\'',
        '“' | '”' | '„' | '«' | '»' => '"',
        '≤' => '<',
        '≥' => '>',
        '≈' | '∼' => '~',
        _ => c,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, expected: &str) {
        let found: Vec<&str> = tokens(text).iter().map(|token| token.text).collect();
        assert_eq!(found.join("|"), expected);
    }

    #[test]
    fn numbers_part_from_units_and_names_stay_whole() {
        check("480ms -> 92 ms", "480|ms|->|92|ms");
        check("p99 of S3, 1,200,000 rows.", "p99|of|S3|,|1,200,000|rows|.");
        check("40M-req/day", "40|M|-|req|/|day");
        check("1\u{202f}200\u{202f}000 rows", "1\u{202f}200\u{202f}000|rows");
        check("(tenant_id) team’s", "(|tenant_id|)|team’s");
        check("", "");
    }
}
