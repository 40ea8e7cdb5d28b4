//! Roles of the quantities that are no end of a change: how big, how many, how long, what held.

use roles::{RolePack, Strength};

use crate::lex::Token;
use crate::quantity::{Quantity, Role};
use crate::unit::Dimension;
use crate::verb::VerbUse;

const DAY: f64 = 86_400.0;

/// Prepositions and participles before the size of a thing.
const SIZES: [&str; 31] = [
    "on",
    "across",
    "for",
    "over",
    "of",
    "at",
    "serving",
    "handling",
    "with",
    "to",
    "in",
    "behind",
    "processing",
    "carrying",
    "taking",
    "ingesting",
    "storing",
    "covering",
    "spanning",
    "used",
    "moving",
    "from",
    "into",
    "under",
    "between",
    "routing",
    "supporting",
    "holding",
    "around",
    "about",
    "tracking",
];

/// Sets [`Role::Level`], [`Role::Duration`] and [`Role::Denominator`]; changes are left alone.
pub(crate) fn assign(
    tokens: &[Token<'_>],
    quantities: &mut [Quantity],
    verbs: &[VerbUse],
    pack: &RolePack,
) {
    for quantity in quantities {
        if quantity.role != Role::Count {
            continue;
        }
        let before = &tokens[..quantity.tokens.start];
        let near = |words: &[&str]| before.iter().rev().take(3).any(|t| t.is_any(words));
        quantity.role = match quantity.dimension {
            Dimension::Time => {
                let level = quantity.percentile.is_some()
                    || quantity.value < DAY
                        && near(&["under", "below", "within", "at", "held", "kept"]);
                if level { Role::Level } else { Role::Duration }
            }
            Dimension::Percent | Dimension::Points => Role::Level,
            Dimension::Ratio | Dimension::Bare => Role::Count,
            _ => {
                let sized = near(&SIZES)
                    || verbs.iter().any(|verb| {
                        verb.range.end <= quantity.range.start
                            && verb.entry(pack).strength == Strength::Strong
                    });
                if sized { Role::Denominator } else { Role::Count }
            }
        };
    }
}
