//! The noun that a number counts.

use roles::WordList;

use crate::lex::{Kind, Token};
use crate::mark::Marks;
use crate::measure::Measured;
use crate::unit::{Dimension, period_of};

/// Most words from a number to its noun: `600k nightly price check jobs`.
const REACH: usize = 4;

/// Words that end a noun phrase.
const STOPS: WordList<71> = WordList::new([
    "a", "an", "the", "and", "or", "of", "to", "from", "in", "on", "at", "by", "for", "with",
    "per", "each", "every", "across", "over", "under", "below", "above", "into", "through", "via",
    "while", "after", "before", "without", "within", "during", "between", "than", "that", "which",
    "who", "so", "as", "is", "was", "were", "are", "be", "been", "has", "have", "had", "using",
    "because", "once", "rather", "more", "less", "fewer", "earlier", "later", "ago", "against",
    "behind", "instead", "but", "not", "if", "when", "where", "since", "until", "its", "their",
    "our", "my",
]);

/// Plurals that do not end in `s`, and mass nouns people count by.
const IRREGULAR: WordList<9> = WordList::new([
    "people", "staff", "children", "women", "men", "data", "traffic", "req", "criteria",
]);

fn is_plural(token: &Token<'_>) -> bool {
    let word = &*token.lower;
    // `GPUs`: the plural of an acronym.
    let acronym = token.text.len() > 3 && token.text.chars().nth(1).is_some_and(char::is_uppercase);
    let regular = word.len() > 2
        && word.ends_with('s')
        && !word.ends_with("ss")
        && (acronym || !word.ends_with("us"))
        && !word.ends_with("is")
        && word.chars().all(char::is_alphabetic)
        // `EKS`, `HTTPS`
        && !(word.len() <= 5 && token.text.chars().all(char::is_uppercase));
    regular || roles::is_one_of(word, &IRREGULAR)
}

/// `three times forecast` compares; `three times a day` counts.
fn is_factor(tokens: &[Token<'_>], at: usize) -> bool {
    tokens[at].is_word("times") && tokens.get(at + 2).and_then(period_of).is_none()
}

/// `12M event/day`: the singular before a period.
fn precedes_period(tokens: &[Token<'_>], at: usize) -> bool {
    tokens.get(at + 1).is_some_and(|token| token.is_symbol('/') && token.glued)
        && tokens.get(at + 2).and_then(period_of).is_some()
}

/// The counted noun: the first plural within a few words, or the word after a hyphen.
pub(crate) fn counted(tokens: &[Token<'_>], at: usize, hyphenated: bool) -> Option<Measured> {
    let mut end = at;
    let mut words = 0;
    while let Some(token) = tokens.get(end) {
        match token.kind {
            Kind::Symbol('-') if token.glued && end > at => {}
            // `40 Java 8 services`: the version of a product.
            Kind::Number if end > at && tokens[end - 1].marks.has(Marks::NAME_END) => {}
            Kind::Word if words < REACH && !roles::is_one_of(&token.lower, &STOPS) => {
                words += 1;
                // `3 data centers`
                let goes_on = roles::is_one_of(&token.lower, &IRREGULAR)
                    && tokens.get(end + 1).is_some_and(|t| t.kind == Kind::Word && is_plural(t));
                if is_plural(token) && !goes_on && !is_factor(tokens, end)
                    || precedes_period(tokens, end)
                {
                    return Some(noun(token, end + 1));
                }
                let compound = tokens.get(end + 1).is_some_and(|t| t.is_symbol('-') && t.glued);
                if hyphenated && end == at && !compound {
                    return Some(noun(token, end + 1));
                }
            }
            _ => break,
        }
        end += 1;
    }
    None
}

fn noun(token: &Token<'_>, next: usize) -> Measured {
    Measured {
        dimension: Dimension::Count,
        factor: 1.0,
        noun: Some(token.lower.clone().into_owned()),
        next,
    }
}
