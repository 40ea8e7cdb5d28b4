//! Roles of the quantities that are no end of a change: how big, how many, how long, what held.

use roles::{Listed, WordList};

use crate::lex::{Kind, Token};
use crate::quantity::{Quantity, Role};
use crate::unit::Dimension;
use crate::verb::VerbUse;

const DAY: f64 = 86_400.0;

/// Most tokens from a preposition to its number: `for more than 40 wards`.
const REACH: usize = 3;

/// Prepositions and participles before the size of a thing.
const SIZES: WordList<33> = WordList::new([
    "on", "across", "for", "over", "of", "at", "serving", "handling", "with", "to", "in", "behind",
    "processing", "carrying", "taking", "ingesting", "storing", "covering", "spanning", "used",
    "moving", "from", "into", "under", "between", "routing", "supporting", "holding", "around",
    "about", "tracking", "by", "against",
]);

/// Words before a value that held.
const HOLDS: [&str; 8] = ["under", "below", "within", "at", "held", "kept", "holds", "keeps"];

/// Sets [`Role::Level`], [`Role::Duration`] and [`Role::Denominator`]; changes are left alone.
pub(crate) fn assign(tokens: &[Token<'_>], quantities: &mut [Quantity], verbs: &[VerbUse]) {
    for quantity in quantities {
        if quantity.role != Role::Count {
            continue;
        }
        quantity.role = match quantity.dimension {
            Dimension::Time => {
                let level = quantity.percentile.is_some()
                    || quantity.value < DAY && near(tokens, quantity, verbs, &HOLDS);
                if level { Role::Level } else { Role::Duration }
            }
            Dimension::Percent | Dimension::Points | Dimension::Energy => Role::Level,
            Dimension::Ratio | Dimension::Bare => Role::Count,
            Dimension::Rate | Dimension::Bytes | Dimension::Bandwidth | Dimension::Frequency => {
                Role::Denominator
            }
            Dimension::Money | Dimension::Count => {
                let sized = is_attribute(tokens, quantity) || near(tokens, quantity, verbs, &SIZES);
                if sized { Role::Denominator } else { Role::Count }
            }
        };
    }
}

/// `(4.8B rows)`, `12-node`: it says how big the noun beside it is.
fn is_attribute(tokens: &[Token<'_>], quantity: &Quantity) -> bool {
    let covered = &tokens[quantity.tokens.clone()];
    let hyphenated = covered.iter().rev().nth(1).is_some_and(|token| token.is_symbol('-'));
    let before = quantity.tokens.start.checked_sub(1).map(|at| &tokens[at]);
    let after = tokens.get(quantity.tokens.end);
    let in_brackets =
        before.is_some_and(|token| token.is_symbol('(')) && after.is_none_or(Token::ends_phrase);
    in_brackets
        || hyphenated
            && after.is_some_and(|token| token.kind == Kind::Word)
            && covered.last().is_some_and(|token| !token.lower.ends_with('s'))
}

/// One of `words` shortly before the quantity, with no verb or comma between.
fn near(
    tokens: &[Token<'_>],
    quantity: &Quantity,
    verbs: &[VerbUse],
    words: &(impl Listed + ?Sized),
) -> bool {
    let before = verbs.partition_point(|verb| verb.range.start < quantity.range.start);
    let from = before.checked_sub(1).map_or(0, |last| verbs[last].range.start);
    tokens[..quantity.tokens.start]
        .iter()
        .rev()
        .take(REACH)
        .take_while(|token| token.start >= from && !token.ends_phrase())
        .any(|token| token.is_any(words))
}
