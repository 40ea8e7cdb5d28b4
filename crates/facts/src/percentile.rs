//! Percentiles and the quantities they belong to.

use std::ops::Range;

use crate::lex::{Kind, Token};
use crate::quantity::Quantity;
use crate::unit::Dimension;

/// Most tokens between a percentile and its quantity: `p99 of the settlement write path from 480 ms`.
const REACH: usize = 12;

/// Puts the percentile that stands nearest before (or right after) each time quantity on it, inside
/// one clause.
pub(crate) fn attach(tokens: &[Token<'_>], quantities: &mut [Quantity]) {
    let percentiles = percentiles(tokens);
    for quantity in quantities {
        // `cut p99 by 40 %`
        let relative = matches!(quantity.dimension, Dimension::Percent | Dimension::Ratio)
            && quantity.tokens.start > 0
            && tokens[quantity.tokens.start - 1].is_word("by");
        if !relative && !matches!(quantity.dimension, Dimension::Time | Dimension::Bare) {
            continue;
        }
        let next = percentiles.partition_point(|(range, _)| range.end <= quantity.tokens.start);
        let before = next.checked_sub(1).map(|index| &percentiles[index]).filter(|(range, _)| {
            let between = &tokens[range.end..quantity.tokens.start];
            between.len() <= REACH && !between.iter().any(|token| token.is_symbol(';'))
        });
        // `20 ms at p99`, `20 ms (p99)`; in `3 ms, p99 20 ms` the name belongs to the next number.
        let after = percentiles.get(next).filter(|(range, _)| {
            tokens.get(quantity.tokens.end..range.start).is_some_and(|between| {
                between.len() <= 2 && !between.iter().any(|t| t.ends_phrase() && !t.is_symbol('('))
            })
        });
        // `p50 900 ms and p99 200 ms`: what stands right before a number is about it.
        let touches = before.is_some_and(|(range, _)| quantity.tokens.start - range.end <= 1);
        let nearest = if touches { before } else { after.or(before) };
        quantity.percentile = nearest.map(|(_, name)| name.clone());
    }
}

/// Each percentile with the tokens it covers, by its canonical name.
fn percentiles(tokens: &[Token<'_>]) -> Vec<(Range<usize>, String)> {
    let mut found = Vec::new();
    for (at, token) in tokens.iter().enumerate() {
        match token.kind {
            Kind::Word => {
                // `worst-case`
                let joint = usize::from(tokens.get(at + 1).is_some_and(|t| t.is_symbol('-')));
                let case = tokens.get(at + 1 + joint).is_some_and(|t| t.is_word("case"));
                if token.is_word("worst") && case {
                    found.push((at..at + 2 + joint, "max".to_owned()));
                } else if let Some(name) = canonical(&token.lower) {
                    // `p99.9` is lexed as `p99`, `.`, `9`.
                    let tail =
                        tokens.get(at + 1).zip(tokens.get(at + 2)).filter(|(dot, digits)| {
                            dot.is_symbol('.')
                                && dot.glued
                                && digits.glued
                                && digits.kind == Kind::Number
                        });
                    match tail {
                        Some((_, digits)) => {
                            found.push((at..at + 3, format!("{name}.{}", digits.text)));
                        }
                        None => found.push((at..at + 1, name)),
                    }
                }
            }
            Kind::Number => {
                // `99th percentile`, `99.9th percentile`, `99th-percentile`
                let ordinal =
                    tokens.get(at + 1).is_some_and(|t| t.glued && t.is_any(&["th", "st"]));
                let word =
                    at + 2 + usize::from(tokens.get(at + 2).is_some_and(|t| t.is_symbol('-')));
                if ordinal
                    && tokens.get(word).is_some_and(|t| t.is_any(&["percentile", "percentiles"]))
                {
                    found.push((at..word + 1, format!("p{}", token.text)));
                }
            }
            Kind::Symbol(_) => {}
        }
    }
    found
}

/// The canonical name of a percentile: `p99`, and `p50` for the median.
pub(crate) fn canonical(word: &str) -> Option<String> {
    match word {
        "median" => return Some("p50".to_owned()),
        "p999" => return Some("p99.9".to_owned()),
        "p9999" => return Some("p99.99".to_owned()),
        _ => {}
    }
    let digits = word.strip_prefix('p')?;
    (digits.len() == 2 && digits.bytes().all(|b| b.is_ascii_digit())).then(|| word.to_owned())
}
