//! Two quantities that are the ends of one change.

use crate::change::{Scene, is_hedge, moved};
use crate::lex::Kind;
use crate::mark::Marks;
use crate::quantity::Quantity;
use crate::unit::Dimension;

/// What links a quantity to the next one.
#[derive(Clone, Copy, PartialEq)]
enum Link {
    /// `→`, or `to` after `from`: the first is before.
    Forward,
    /// `to` without `from`: a change after a verb of change, else a range.
    MaybeForward,
    /// `was`, `down from`, `instead of`: the first is after.
    Backward,
}

/// Most tokens between two ends.
const REACH: usize = 8;

/// Indices (before, after) when the quantity at `at` and the next one are the ends of a change.
pub(crate) fn pair(
    scene: &Scene<'_>,
    quantities: &[Quantity],
    at: usize,
) -> Option<(usize, usize)> {
    let (first, second) = (quantities.get(at)?, quantities.get(at + 1)?);
    let link = link(scene, first, second)?;
    comparable(scene, first, second).then_some(())?;
    // `20k a second, up from 5k` is one change; `fell by 4 s (from 5 s to 1 s)` pairs the last two.
    if link == Link::Backward
        && scene.follows(second.tokens.start, &["from"])
        && quantities.get(at + 2).is_some_and(|third| {
            self::link(scene, second, third) == Some(Link::Forward)
                && comparable(scene, second, third)
        })
    {
        return None;
    }
    match link {
        Link::Forward => Some((at, at + 1)),
        Link::Backward => Some((at + 1, at)),
        Link::MaybeForward => {
            let moved = moved(first.value * scale(first, second), second.value)?;
            let said = scene.directed_before(first.range.start).map(|(_, direction)| direction);
            // `Improved the importer: 3 hours to 20 minutes`, `throughput went 8k to 31k a second`.
            let improved = first.tokens.start.checked_sub(1).is_some_and(|before| {
                let before = &scene.tokens[before];
                let colon = before.is_symbol(':') && first.dimension == second.dimension;
                colon && said.is_none()
                    || before
                        .is_any(&["went", "moved", "throughput", "latency", "p99", "p95", "p50"])
            });
            (improved || said == Some(moved)).then_some((at, at + 1))
        }
    }
}

/// Base units that a bare `first` borrows from `second`.
fn scale(first: &Quantity, second: &Quantity) -> f64 {
    if first.dimension == Dimension::Bare { second.factor } else { 1.0 }
}

fn comparable(scene: &Scene<'_>, first: &Quantity, second: &Quantity) -> bool {
    let bare = |quantity: &Quantity| quantity.dimension == Dimension::Bare;
    if bare(first) && bare(second) {
        // `from 11 to 15` after the name of a product is an upgrade.
        let from = scene.follows_at(first.tokens.start, &["from"]);
        return from
            .is_some_and(|from| from == 0 || !scene.tokens[from - 1].marks.has(Marks::NAME_END));
    }
    let lends = first.dimension != Dimension::Ratio && second.dimension != Dimension::Ratio;
    let same = first.dimension == second.dimension || lends && (bare(first) || bare(second));
    same && !(first.dimension == Dimension::Money && first.noun != second.noun && !bare(second))
}

/// How the words between two quantities link them.
fn link(scene: &Scene<'_>, first: &Quantity, second: &Quantity) -> Option<Link> {
    let between = scene.tokens.get(first.tokens.end..second.tokens.start)?;
    (between.len() <= REACH).then_some(())?;
    let mut arrow = false;
    let mut gap = [""; REACH];
    let mut length = 0;
    for token in between {
        arrow |= token.is_symbol('→');
        let silent =
            matches!(token.kind, Kind::Symbol('(' | ',' | '~' | '<' | '-' | '>' | ';' | '.'));
        // `9 ms p99 where it was 70 ms`
        let percentile = crate::percentile::canonical(&token.lower).is_some();
        // `3 s rather than 40 s`: the `than` alone would be a hedge.
        if !silent && !percentile && !is_hedge(token) {
            gap[length] = &token.lower;
            length += 1;
        }
    }
    let dots = between.iter().any(|token| token.is_symbol('.') || token.is_symbol(';'));
    let from = || scene.follows(first.tokens.start, &["from"]);
    match &gap[..length] {
        _ if arrow && length <= 1 => Some(Link::Forward),
        ["vs" | "versus"] | ["it", "used", "to", "be"] | ["it", "was"] => Some(Link::Backward),
        _ if dots => None,
        ["to" | "into"] | ["down" | "up", "to"] | [_, "down" | "up", "to"] => {
            Some(if from() { Link::Forward } else { Link::MaybeForward })
        }
        // `from 6 h of batch work to 20 min`
        [.., "to"] if length <= 4 && from() => Some(Link::Forward),
        ["was" | "previously" | "formerly" | "from" | "before" | "rather"]
        | ["instead" | "down" | "up", "of" | "from"]
        | ["compared", "to" | "with"]
        | ["had", "been"]
        | ["used", "to", "be"]
        | ["which", "was"]
        | ["where" | "before", "it", "was" | "took"]
        | ["where", "it", "took", "up", "to"]
        | ["before", "it", "was", "a" | "an"] => Some(Link::Backward),
        _ => None,
    }
}
