//! Brackets and braces: JSON, and the flow style of YAML. One pass from the opening bracket on;
//! what is not well-formed is passed over.

use std::collections::BTreeSet;
use std::ops::Range;

use super::{Cursor, Notation, Slot};
use crate::schema::Step;

/// An open bracket or brace.
#[derive(Debug)]
enum Open {
    List { items: Vec<String> },
    Mapping { keys: Vec<String>, key: Option<String> },
}

impl Open {
    /// Takes a word or a quoted text.
    fn take(&mut self, word: String) {
        match self {
            Self::List { items } => items.push(word),
            // A value is taken with its key, at the comma.
            Self::Mapping { key: Some(_), .. } => {}
            Self::Mapping { keys, key: None } => keys.push(word),
        }
    }

    /// A colon makes the last word a key.
    fn colon(&mut self) {
        if let Self::Mapping { keys, key: key @ None } = self {
            *key = keys.last().cloned();
        }
    }

    /// A comma ends a key with its value.
    fn comma(&mut self) {
        if let Self::Mapping { key, .. } = self {
            *key = None;
        }
    }

    fn step(&self) -> Option<Step> {
        match self {
            Self::List { .. } => Some(Step::Item),
            Self::Mapping { key, .. } => key.clone().map(Step::Key),
        }
    }

    fn beside(&self) -> BTreeSet<String> {
        match self {
            Self::List { items } => items.iter().cloned().collect(),
            Self::Mapping { keys, .. } => keys.iter().cloned().collect(),
        }
    }
}

/// A reader that knows which brackets are open.
struct Scan<'a> {
    text: &'a str,
    at: usize,
    open: Vec<Open>,
}

/// What ends before a place or goes on over it.
enum Token {
    /// A word or quoted text with its content's bytes; the quote, and whether it is closed.
    Word {
        content: Range<usize>,
        quote: Option<char>,
        closed: bool,
    },
    Mark(char),
}

impl<'a> Scan<'a> {
    fn new(text: &'a str, at: usize) -> Self {
        Self { text, at, open: Vec::new() }
    }

    /// The next token that begins before `end`; a word never goes past `end`.
    fn next(&mut self, end: usize) -> Option<Token> {
        loop {
            let rest = self.text.get(self.at..end)?;
            let c = rest.chars().next()?;
            match c {
                c if c.is_whitespace() => self.at += c.len_utf8(),
                '#' if self.at == 0 || self.text[..self.at].ends_with(char::is_whitespace) => {
                    self.at += rest.find('\n').unwrap_or(rest.len());
                }
                '[' | ']' | '{' | '}' | ',' | ':' => {
                    self.at += 1;
                    return Some(Token::Mark(c));
                }
                '"' | '\'' => return Some(self.quoted(c, end)),
                _ => return Some(self.word(end)),
            }
        }
    }

    fn quoted(&mut self, quote: char, end: usize) -> Token {
        let start = self.at + 1;
        let mut escaped = false;
        let close = self.text[start..end].char_indices().find(|(_, c)| {
            let closes = *c == quote && !escaped;
            escaped = quote == '"' && *c == '\\' && !escaped;
            closes
        });
        let closed = close.is_some();
        let stop = close.map_or(end, |(at, _)| start + at);
        self.at = if closed { stop + 1 } else { end };
        Token::Word { content: start..stop, quote: Some(quote), closed }
    }

    fn word(&mut self, end: usize) -> Token {
        let rest = &self.text[self.at..end];
        // A `#` at the beginning is no comment: `next` has taken those. Every word goes on.
        let mut before = '#';
        let stop = rest.char_indices().find(|&(at, c)| {
            let colon = c == ':'
                && rest[at + 1..].chars().next().is_none_or(|c| c.is_whitespace() || c == '"');
            let comment = c == '#' && before.is_whitespace();
            before = c;
            matches!(c, '[' | ']' | '{' | '}' | ',' | '\n') || colon || comment
        });
        let stop = stop.map_or(end, |(at, _)| self.at + at);
        let start = self.at;
        self.at = stop;
        Token::Word { content: start..stop, quote: None, closed: stop < end }
    }

    fn apply(&mut self, token: &Token) {
        match token {
            Token::Mark('[') => self.open.push(Open::List { items: Vec::new() }),
            Token::Mark('{') => {
                self.open.push(Open::Mapping { keys: Vec::new(), key: None });
            }
            Token::Mark(']' | '}') => {
                self.open.pop();
            }
            Token::Mark(mark) => {
                if let Some(open) = self.open.last_mut() {
                    if *mark == ':' { open.colon() } else { open.comma() }
                }
            }
            Token::Word { content, .. } => {
                let word = self.text[content.clone()].trim_end().to_owned();
                if let Some(open) = self.open.last_mut() {
                    open.take(word);
                }
            }
        }
    }
}

/// The place at the end of `range`, which begins where brackets begin; `base` are the steps to
/// there. `None` outside of all brackets.
pub(super) fn cursor(
    text: &str,
    range: Range<usize>,
    base: Vec<Step>,
    notation: Notation,
) -> Option<Cursor> {
    let end = range.end;
    let mut scan = Scan::new(text, range.start);
    let mut typed = end..end;
    let mut quoted = false;
    while let Some(token) = scan.next(end) {
        if let Token::Word { content, quote, closed: false } = &token {
            typed = content.clone();
            quoted = quote.is_some();
            break;
        }
        // Behind a word or a closing bracket comes a comma, and nothing else.
        typed = end..end;
        scan.apply(&token);
    }
    let last = scan.open.last()?;
    let slot = match last {
        Open::Mapping { key: None, .. } => Slot::Key,
        _ => Slot::Value,
    };
    let path = base.into_iter().chain(scan.open.iter().filter_map(Open::step)).collect();
    let beside = rest(scan, end, typed.is_empty());
    let notation = if quoted { Notation::Quoted } else { notation };
    Some(Cursor { path, slot, typed, beside, notation })
}

/// What stands beside the cursor in the innermost brackets, before and behind it.
fn rest(mut scan: Scan<'_>, cursor: usize, nothing_typed: bool) -> BTreeSet<String> {
    let depth = scan.open.len();
    scan.at = cursor;
    let mut first = !nothing_typed;
    while let Some(token) = scan.next(scan.text.len()) {
        let closes = matches!(token, Token::Mark(']' | '}'));
        if closes && scan.open.len() == depth {
            break;
        }
        // The end of the word that is being typed is not beside it.
        let goes_on = first && matches!(token, Token::Word { .. });
        first = false;
        if !goes_on {
            scan.apply(&token);
        }
    }
    scan.open.get(depth.wrapping_sub(1)).map(Open::beside).unwrap_or_default()
}

/// The keys of the outermost mapping.
pub(crate) fn top_keys(text: &str) -> Vec<String> {
    let mut scan = Scan::new(text, 0);
    let mut found = Vec::new();
    while let Some(token) = scan.next(text.len()) {
        if matches!(token, Token::Mark(':'))
            && let [Open::Mapping { keys, key: None }] = scan.open.as_slice()
        {
            found.extend(keys.last().cloned());
        }
        scan.apply(&token);
    }
    found
}
