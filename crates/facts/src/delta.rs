//! How much something changed, when its ends are not given.

use std::ops::Range;

use roles::{Direction, WordList};

use crate::change::{Change, Scene};
use crate::lex::Token;
use crate::quantity::Quantity;
use crate::unit::Dimension;

/// Most tokens from a verb of change to its amount: `cut the cost of a tile request by 40 %`.
const REACH: usize = 8;

/// Most tokens from `halved` to the ends that say it more precisely.
const ENDS_REACH: usize = 14;

/// Verbs whose object is the amount: `saved 40 hours`.
const SAVERS: [&str; 5] = ["save", "free", "reclaim", "recover", "shave"];

/// Nouns for what goes wrong, after which a factor tells how badly.
const TROUBLES: WordList<12> = WordList::new([
    "bug", "race", "retry", "retries", "defect", "leak", "error", "fault", "regression", "issue",
    "problem", "incident",
]);

/// What a word after a relative quantity says about it.
struct Comparison {
    /// Faster is better, but it can be up or down.
    direction: Option<Direction>,
}

/// Words after a relative quantity that make it a change.
fn comparison(token: &Token<'_>) -> Option<Comparison> {
    let direction = match &*token.lower {
        "fewer" | "less" | "lower" | "cheaper" | "smaller" | "shorter" | "reduction" | "drop"
        | "decrease" | "decline" | "saving" | "savings" | "cut" => Some(Direction::Down),
        "more" | "higher" | "larger" | "increase" | "growth" | "gain" | "rise" => {
            Some(Direction::Up)
        }
        "faster" | "quicker" | "slower" | "improvement" | "speedup" | "better" | "earlier"
        | "sooner" => None,
        _ => return None,
    };
    Some(Comparison { direction })
}

/// `by 35%`, `fell 35%`, `35% fewer`, `12x faster`, `a 40 % reduction`.
pub(crate) fn delta(scene: &Scene<'_>, quantity: &Quantity) -> Option<Change> {
    if quantity.dimension == Dimension::Bare {
        return None;
    }
    let tokens = scene.tokens;
    let rest = &tokens[quantity.tokens.end..];
    let relative =
        matches!(quantity.dimension, Dimension::Percent | Dimension::Points | Dimension::Ratio);
    let compared = rest
        .iter()
        .take(if relative { 2 } else { 1 })
        .take_while(|token| !token.ends_phrase() && !token.is_word("of"))
        .find_map(comparison)
        .filter(|_| !is_date(scene, quantity));
    let mover = scene.directed_before(quantity.range.start);
    let by = is_amount(scene, quantity);
    let close = mover.is_some_and(|(verb, _)| {
        let between = &tokens[scene.token_at(verb.range.end)..quantity.tokens.start];
        between.len() <= REACH
            && !between.iter().any(|t| {
                t.ends_phrase()
                    || t.is_any(&[
                        "to", "at", "of", "for", "on", "across", "with", "under", "below", "by",
                    ])
            })
    });
    // `recovered 2 % of billed energy`: the verb says which way without moving a figure.
    let recovers = scene.verbs_before(quantity.range.start).next().is_some_and(|verb| {
        let between = &tokens[scene.token_at(verb.range.end)..quantity.tokens.start];
        SAVERS.contains(&verb.entry(scene.pack).lemma.as_str())
            && between.iter().all(crate::change::is_hedge)
    });
    // `returned 1.8% of trips to billing`: a share of something in particular.
    let recovers = recovers
        || quantity.dimension == Dimension::Percent
            && rest.first().is_some_and(|token| token.is_word("of"))
            && scene
                .follows(quantity.tokens.start, &["returned", "returns", "returning", "regained"]);
    let adverb = tokens[..quantity.tokens.start].last().filter(|t| t.is_any(&["down", "up"]));
    let stated = if relative {
        compared.is_some() || by || close || recovers || adverb.is_some()
    } else {
        // `saved 40 engineer-hours a week`, `cut 3 weeks from onboarding`, `by 300 ms`
        let taken = quantity.dimension != Dimension::Count
            && rest.first().is_some_and(|token| token.is_any(&["from", "off"]));
        let saves = mover.is_some_and(|(verb, _)| {
            SAVERS.contains(&verb.entry(scene.pack).lemma.as_str()) || taken
        });
        (by && mover.is_some())
            || (close && saves)
            || (compared.is_some() && quantity.dimension == Dimension::Time)
    };
    stated.then_some(())?;
    // `Decreased latency, throughput up 300%`: the word beside the figure knows best.
    let direction = adverb
        .map(|t| if t.is_word("up") { Direction::Up } else { Direction::Down })
        .or_else(|| compared.as_ref().and_then(|compared| compared.direction))
        .or_else(|| {
            let silent = compared.is_none();
            mover.filter(|_| silent).map(|(_, direction)| direction)
        });
    Some(Change { delta: Some(quantity.value), ..Change::of(quantity, direction) })
}

/// `two years earlier, …`: a date rather than an amount.
fn is_date(scene: &Scene<'_>, quantity: &Quantity) -> bool {
    let opens =
        quantity.tokens.start.checked_sub(1).is_none_or(|at| scene.tokens[at].ends_phrase());
    opens && scene.tokens.get(quantity.tokens.end).is_some_and(|t| t.is_any(&["earlier", "later"]))
}

/// `by 35%`; but not `used by 5% of riders`, where a participle tells who did it.
fn is_amount(scene: &Scene<'_>, quantity: &Quantity) -> bool {
    let Some(by) = scene.follows_at(quantity.tokens.start, &["by"]) else { return false };
    let Some(before) = by.checked_sub(1).map(|at| &scene.tokens[at]) else { return true };
    // `feed`, `speed` and `seed` are no participles.
    let participle = before.lower.ends_with("ed") && !before.lower.ends_with("eed");
    let agent = participle || before.is_any(&["seen", "taken", "run", "paid", "read"]);
    let mover = scene.directed_before(scene.tokens[by].start);
    let moves = mover.is_some_and(|(verb, _)| {
        // `Cut errors of the billing run by 12%`: a noun of the phrase that the verb moves.
        let phrase = &scene.tokens[scene.token_at(verb.range.end)..by];
        let noun = before.is_word("run") && !phrase.iter().any(Token::ends_phrase);
        verb.range.end == before.end || noun
    });
    !agent || moves
}

/// `halved`, `doubled`, `tenfold`, `an order of magnitude`, `by half`: factors in words, unless ends
/// that say it more precisely follow. `found` are the other changes in order.
pub(crate) fn factor_words(scene: &Scene<'_>, found: &[Change]) -> Vec<Change> {
    let tokens = scene.tokens;
    let mut changes = Vec::new();
    for at in 0..tokens.len() {
        let Some((range, factor, direction)) = factor_at(tokens, at) else { continue };
        if !said_by_ends(scene, at, &range, found) {
            changes.push(Change {
                range,
                dimension: Dimension::Ratio,
                before: None,
                after: None,
                delta: Some(factor),
                direction,
                percentile: None,
                noun: None,
            });
        }
    }
    changes
}

type Factor = (Range<usize>, f64, Option<Direction>);

fn factor_at(tokens: &[Token<'_>], at: usize) -> Option<Factor> {
    let token = &tokens[at];
    let before = |back: usize| at.checked_sub(back).map(|index| &tokens[index]);
    let after = tokens.get(at + 1);
    let compared = || after.and_then(comparison).and_then(|compared| compared.direction);
    let down = Some(Direction::Down);
    let up = Some(Direction::Up);
    // `the halved refunds`, `a race that doubled charges`: a thing rather than a change.
    let describes = before(1).is_some_and(|t| {
        t.is_any(&["a", "an", "the", "of", "for", "with", "from", "about", "against", "no", "any"])
            || t.is_any(&["that", "which"]) && before(2).is_some_and(|t| t.is_any(&TROUBLES))
    });
    if describes && (token.lower.ends_with("led") || token.lower.ends_with("ved")) {
        return None;
    }
    let (value, direction) = match &*token.lower {
        "halved" | "halving" => (0.5, down),
        "doubled" | "doubling" => (2.0, up),
        "tripled" | "tripling" | "trebled" => (3.0, up),
        "quadrupled" | "quadrupling" => (4.0, up),
        "twofold" => (2.0, compared()),
        "threefold" => (3.0, compared()),
        "fourfold" => (4.0, compared()),
        "fivefold" => (5.0, compared()),
        "tenfold" => (10.0, compared()),
        "hundredfold" => (100.0, compared()),
        // `load-tested at twice the evening peak` tells a load.
        "twice"
            if after.is_some_and(|t| t.is_any(&["as", "the"]))
                && !before(1).is_some_and(|t| t.is_any(&["at", "for", "under", "with", "of"])) =>
        {
            (2.0, None)
        }
        // `by a factor of twenty`
        "factor" if before(1)?.is_word("a") && after?.is_word("of") => {
            let number = crate::number::number_at(tokens, at + 2)?;
            return Some((before(1)?.start..tokens[number.next - 1].end, number.value, None));
        }
        "half" => {
            // `by half`, `in half`, `by more than half`
            let hedges = tokens[..at]
                .iter()
                .rev()
                .take(2)
                .take_while(|t| t.is_any(&["more", "than", "about", "nearly", "over", "almost"]))
                .count();
            let opener = before(1 + hedges).filter(|t| t.is_any(&["by", "in"]))?;
            return Some((opener.start..token.end, 0.5, down));
        }
        "magnitude" if before(1)?.is_word("of") && before(2)?.is_any(&["order", "orders"]) => {
            let two = before(3).is_some_and(|t| t.is_word("two"));
            return Some((before(2)?.start..token.end, if two { 100.0 } else { 10.0 }, None));
        }
        _ => return None,
    };
    Some((token.range(), value, direction))
}

/// `halved builds (80 s to 40 s)`, `went from 80 s to 40 s (halved)`.
fn said_by_ends(scene: &Scene<'_>, at: usize, range: &Range<usize>, found: &[Change]) -> bool {
    let next = found.partition_point(|change| change.range.start < range.start);
    let close = |change: &Change| {
        let first = scene.token_at(change.range.start.max(range.start));
        change.has_both_ends() && first - at.min(first) <= ENDS_REACH
    };
    let follows = found
        .get(next)
        .is_some_and(|change| close(change) && !scene.parted(range.end, change.range.start));
    let bracketed = at > 0 && scene.tokens[at - 1].is_symbol('(');
    follows || bracketed && next > 0 && close(&found[next - 1])
}
