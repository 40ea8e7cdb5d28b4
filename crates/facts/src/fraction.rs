//! Shares in words: `one in five`, `1 in 20`, `a third`, `two thirds`, `half of`.

use crate::lex::{Kind, Token};
use crate::measure::measure;
use crate::name;
use crate::number::number_at;
use crate::unit::Dimension;

/// The share that begins at `at`, as percent, with the token after it.
pub(crate) fn fraction(tokens: &[Token<'_>], at: usize) -> Option<(f64, usize)> {
    let word = |index: usize| tokens.get(index).filter(|t| t.kind == Kind::Word).map(|t| &*t.lower);
    let first = &tokens[at];
    if first.kind == Kind::Word {
        let of_follows = |index| word(index) == Some("of");
        match (word(at), word(at + 1)) {
            (Some("a" | "one"), Some("third")) => return Some((100.0 / 3.0, at + 2)),
            (Some("two"), Some("thirds")) => return Some((200.0 / 3.0, at + 2)),
            (Some("a" | "one"), Some("quarter"))
                if is_share(tokens, at + 2)
                    || at > 0 && tokens[at - 1].is_word("by")
                    || set_against_share(tokens, at) =>
            {
                return Some((25.0, at + 2));
            }
            (Some("three"), Some("quarters")) if of_follows(at + 2) => return Some((75.0, at + 2)),
            (Some("half"), Some("of" | "the")) => return Some((50.0, at + 1)),
            _ => {}
        }
    }
    one_in(tokens, at)
}

/// `a quarter` is more often a period than a share.
fn is_share(tokens: &[Token<'_>], after: usize) -> bool {
    tokens.get(after).is_some_and(|t| t.is_any(&["of", "fewer", "less", "more"]))
}

/// `9% of the load rather than a quarter`.
fn set_against_share(tokens: &[Token<'_>], at: usize) -> bool {
    at > 1
        && tokens[at - 1].is_any(&["than", "of", "not"])
        && tokens[at.saturating_sub(10)..at].iter().any(|token| token.is_symbol('%'))
}

/// `one in five`, `1 in 20 refunds`; `2 in 3 months` counts, it is no share.
fn one_in(tokens: &[Token<'_>], at: usize) -> Option<(f64, usize)> {
    let top = number_at(tokens, at).filter(|top| (1.0..20.0).contains(&top.value))?;
    tokens.get(top.next)?.is_word("in").then_some(())?;
    let bottom = number_at(tokens, top.next + 1)?;
    let named = !top.worded && name::is_part_of_name(tokens, at, &top);
    (!named && !name::is_year(&tokens[top.next + 1]) && bottom.value > top.value).then_some(())?;
    let share = match measure(tokens, &bottom)?.dimension {
        Dimension::Bare => true,
        Dimension::Count => {
            (top.value - 1.0).abs() < f64::EPSILON
                || [10.0, 20.0, 50.0, 100.0, 1000.0].contains(&bottom.value)
        }
        _ => false,
    };
    share.then_some((100.0 * top.value / bottom.value, bottom.next))
}
