//! How a line is made: what it says beside its facts, and what it leaves out.

use std::ops::Range;

use facts::{Change, Claim, Facts, Position, Quantity, Role};
use resume::FieldPath;
use roles::{Act, RolePack, Shape, Signal, Strength};

use crate::line::{Line, Part};

/// All shapes of a line with the words that show them; the whole line where it is all of them.
pub(crate) fn shapes(line: &Line<'_>, pack: &RolePack) -> Vec<(Shape, Range<usize>)> {
    let facts = &line.facts;
    let whole = 0..line.text.len();
    let mut shapes = Vec::new();
    match line.part {
        Part::Publication => return vec![(Shape::Publication, whole)],
        Part::ScopeLine if line.path.starts_with(&FieldPath::root().key("projects")) => {
            shapes.push((Shape::ProjectLine, whole.clone()));
        }
        Part::Summary | Part::ScopeLine => shapes.push((Shape::ScopeLine, whole.clone())),
        Part::Bullet if grows(line, pack) => {}
        Part::Bullet => shapes.extend(gaps(line, pack).into_iter().map(|gap| (gap, whole.clone()))),
    }
    if !grows(line, pack) {
        how(facts, pack, &mut shapes);
    }
    figures(line, pack, &mut shapes);
    verbs(line, pack, &mut shapes);
    shapes.extend(facts.checks.first().map(|check| (Shape::Check, check.clone())));
    let is_reason = |range: &&Range<usize>| line.text[(*range).clone()].starts_with("because");
    shapes.extend(facts.reasons.iter().find(is_reason).map(|range| (Shape::Reason, range.clone())));
    shapes
}

/// The line is about people who learned: what is asked of a system does not fit it.
pub(crate) fn grows(line: &Line<'_>, pack: &RolePack) -> bool {
    let mut verbs = line.facts.claims.iter().filter_map(|claim| claim.verb.as_ref());
    verbs.any(|verb| verb.entry(pack).act == Act::Grow && verb.position == Position::Opening)
}

/// What a bullet leaves out.
fn gaps(line: &Line<'_>, pack: &RolePack) -> Vec<Shape> {
    let facts = &line.facts;
    let how = facts.mechanisms.iter().any(|mechanism| mechanism.concrete);
    let named = how || !facts.concepts.is_empty();
    let result = !facts.changes.is_empty() || facts.has(Signal::Outcome);
    let is_bare = |claim: &Claim| claim.is_list || claim.is_duty;
    let tests = crate::fired::is_about_tests(facts, pack) && !result;
    if facts.claims.iter().any(is_bare) && !result || tests {
        return Vec::new();
    }
    let reached = facts.has(Signal::Production) || facts.has(Signal::Reach);
    let said = [Signal::Operations, Signal::Proof];
    let sized = |one: &Quantity| !one.counts_effort && one.role != Role::Duration;
    let says_something = reached
        || facts.measured().any(sized)
        || !facts.checks.is_empty()
        || said.iter().any(|one| facts.has(*one));
    if result {
        // What somebody built is the how of what came of it.
        let verb = facts.claims.first().and_then(|claim| claim.verb.as_ref());
        let changes = verb.is_none_or(|verb| verb.entry(pack).act == Act::Change);
        let untold = !named && changes && !facts.changes.is_empty();
        return if untold { vec![Shape::ResultWithoutMechanism] } else { Vec::new() };
    }
    match (named, says_something) {
        (true, _) if reached => Vec::new(),
        (true, _) => vec![Shape::MechanismWithoutResult],
        (false, true) => Vec::new(),
        (false, false) if facts.is_substantial(pack) => vec![Shape::NoResult],
        (false, false) => vec![Shape::Unproved, Shape::NoResult],
    }
}

/// Says how, and whether that can be checked.
fn how(facts: &Facts, pack: &RolePack, shapes: &mut Vec<(Shape, Range<usize>)>) {
    let concrete = facts.mechanisms.iter().find(|mechanism| mechanism.concrete);
    let empty = pack.lists.vague_mechanisms.find(&facts.words);
    let is_empty = |range: &Range<usize>| {
        empty.iter().any(|found| {
            let start = facts.words.get(found.words.start).map_or(0, |word| word.start);
            range.contains(&start)
        })
    };
    let vague = facts
        .mechanisms
        .iter()
        .find(|mechanism| !mechanism.concrete && (!mechanism.loose || is_empty(&mechanism.range)));
    match (concrete, vague) {
        (Some(found), _) => shapes.push((Shape::Mechanism, found.range.clone())),
        (None, Some(found)) => shapes.push((Shape::MechanismVague, found.range.clone())),
        (None, None) => {}
    }
}

/// Changes with an end missing, percentiles, people, tests.
fn figures(line: &Line<'_>, pack: &RolePack, shapes: &mut Vec<(Shape, Range<usize>)>) {
    let facts = &line.facts;
    let half = |change: &&Change| change.delta.is_some() && !change.has_both_ends();
    let delta = facts.changes.iter().find(half);
    shapes.extend(delta.map(|change| (Shape::DeltaOnly, change.range.clone())));
    let end = facts.changes.iter().find_map(|change| {
        let after = change.after.as_ref().filter(|_| change.before.is_none())?;
        (change.delta.is_none() && after.value.is_some()).then(|| after.range.clone())
    });
    shapes.extend(end.map(|range| (Shape::AfterOnly, range)));
    shapes.extend(percentile(line).map(|range| (Shape::Percentile, range)));
    let grows = facts.verbs.iter().any(|verb| verb.entry(pack).act == Act::Grow);
    let adopted = facts
        .signals
        .iter()
        .find(|one| one.signal == Signal::Reach && tells_adoption(&line.text[one.range.clone()]));
    shapes.extend(adopted.map(|signal| (Shape::Adopted, signal.range.clone())));
    for quantity in facts.measured() {
        let range = quantity.range.clone();
        if quantity.own_team {
            shapes.push((Shape::Team, with_team(line.text, range)));
        } else if quantity.counts_people && facts.has(Signal::Reach) && !grows {
            shapes.push((Shape::People, range));
        } else if quantity.noun.as_deref() == Some("tests") {
            shapes.push((Shape::CountsTests, range));
        }
    }
    for once in [Shape::Team, Shape::People, Shape::CountsTests] {
        let mut seen = false;
        shapes.retain(|(shape, _)| *shape != once || !std::mem::replace(&mut seen, true));
    }
}

/// Others took it up, by choice: more than that somebody uses it.
fn tells_adoption(words: &str) -> bool {
    let words = words.to_lowercase();
    ["adopt", "rolled out", "default", "wide", "standard", "taken up", "reused", "built on"]
        .iter()
        .any(|one| words.contains(one))
}

/// The words for the percentile that a figure of the line is given for.
fn percentile(line: &Line<'_>) -> Option<Range<usize>> {
    let changed = line.facts.changes.iter().filter_map(|change| change.percentile.as_deref());
    let told = line.facts.quantities.iter().filter_map(|one| one.percentile.as_deref());
    let name = changed.chain(told).next()?;
    let names = if name == "p50" { &["p50", "median"][..] } else { &[name][..] };
    line.facts.words.iter().find_map(|word| {
        let range = word.start..word.end;
        let text = line.text.get(range.clone())?;
        names.iter().any(|name| text.eq_ignore_ascii_case(name)).then_some(range)
    })
}

/// `team of 5` for the `5` in it.
fn with_team(text: &str, range: Range<usize>) -> Range<usize> {
    let before = text.get(..range.start).unwrap_or_default();
    let start = ["team of ", "team with "]
        .into_iter()
        .filter(|lead| before.ends_with(lead))
        .map(|lead| before.len() - lead.len())
        .next();
    start.unwrap_or(range.start)..range.end
}

/// Verbs that hide the author's part, or promise more than they say; duties and lists.
fn verbs(line: &Line<'_>, pack: &RolePack, shapes: &mut Vec<(Shape, Range<usize>)>) {
    let facts = &line.facts;
    let of_strength = |strength: Strength| {
        let mut claims = facts.claims.iter().filter_map(|claim| claim.verb.as_ref());
        claims.find(|verb| verb.entry(pack).strength == strength).map(|verb| verb.range.clone())
    };
    let weak = || {
        let found = pack.lists.weak_openers.match_at(&facts.words, 0)?;
        Some(facts.words.first()?.start..facts.words.get(found.words.end - 1)?.end)
    };
    let duty = facts.claims.iter().any(|claim| claim.is_duty);
    let whole = 0..line.text.len();
    if duty {
        shapes.push((Shape::Duty, whole.clone()));
    } else if let Some(range) = of_strength(Strength::Weak).or_else(weak) {
        shapes.push((Shape::WeakVerb, range));
    }
    let inflated = of_strength(Strength::Inflated);
    shapes.extend(inflated.map(|range| (Shape::InflatedVerb, range)));
    if facts.claims.iter().any(|claim| claim.is_list) {
        shapes.push((Shape::List, whole));
    }
}
