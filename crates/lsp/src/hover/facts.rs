//! What was read from a line, and what it is worth.

use std::fmt::Write as _;
use std::ops::Range;

use facts::{Dimension, Specificity};
use lint::Unit;
use resume::Axis;
use roles::{Act, RolePack, Strength};

use super::measure;
use crate::markdown::code;
use crate::reading::Page;

/// The line's worth, its facts, and the criteria they count for, as Markdown.
pub(super) fn describe(unit: &Unit, page: &Page, pack: &RolePack) -> String {
    let mut text = worth(unit, page);
    let facts = read(unit, pack);
    text += "\n\n";
    text += if facts.is_empty() {
        "Nothing that a panel could credit was read from it."
    } else {
        "Read:"
    };
    for (said, meaning) in facts {
        let _ = write!(text, "\n- {}: {meaning}", code(unit.text.get(said).unwrap_or_default()));
    }
    let credits = credits(unit, page);
    if !credits.is_empty() {
        text += "\n\nCounts for:";
        for (title, quotes) in credits {
            let _ = write!(text, "\n- {title}: {}", quotes.join(", "));
        }
    }
    text
}

fn worth(unit: &Unit, page: &Page) -> String {
    let bullets = &page.outcome.grade.bullets;
    let Some(bullet) = bullets.iter().find(|bullet| bullet.path == unit.path) else {
        return "**What this line says**".to_owned();
    };
    let axes = Axis::ALL.map(|axis| format!("{axis} {}", bullet.axes.get(axis).floor()));
    format!("**{} of 100** · {}", bullet.score.floor(), axes.join(" · "))
}

/// Facts with the words they were read from, in reading order.
fn read(unit: &Unit, pack: &RolePack) -> Vec<(Range<usize>, String)> {
    let facts = &unit.facts;
    let mut found: Vec<(Range<usize>, String)> = Vec::new();
    for claim in &facts.claims {
        if let Some(verb) = &claim.verb {
            let entry = verb.entry(pack);
            let what = format!("verb, {} ({})", act(entry.act), strength(entry.strength));
            found.push((verb.range.clone(), what));
        }
        if let Some(object) = &claim.object {
            let what = match object.specificity {
                Specificity::Specific => "object, names a particular thing",
                Specificity::Generic => "object, could be anything",
            };
            found.push((object.range.clone(), what.to_owned()));
        }
    }
    for change in &facts.changes {
        found.push((change.range.clone(), format!("change, {}", measure::change(change))));
    }
    let in_change = |range: &Range<usize>| {
        facts.changes.iter().any(|it| it.range.start <= range.start && range.end <= it.range.end)
    };
    for quantity in &facts.quantities {
        if quantity.dimension == Dimension::Bare || in_change(&quantity.range) {
            continue;
        }
        let percentile = quantity.percentile.as_ref().map(|it| format!(", {it}"));
        let what = format!(
            "{}, {}{}",
            quantity.role.as_str(),
            measure::quantity(quantity),
            percentile.unwrap_or_default()
        );
        found.push((quantity.range.clone(), what));
    }
    for mechanism in &facts.mechanisms {
        let what = if mechanism.concrete { "mechanism" } else { "mechanism, too vague to check" };
        found.push((mechanism.range.clone(), what.to_owned()));
    }
    for concept in &facts.concepts {
        found.push((concept.range.clone(), format!("concept, {}", concept.entry(pack).name)));
    }
    for skill in &facts.skills {
        let name = &pack.vocabulary.skill(skill.skill).name;
        found.push((skill.range.clone(), format!("skill, {name}")));
    }
    for signal in &facts.signals {
        found.push((signal.range.clone(), format!("signal, {}", signal.signal.as_str())));
    }
    found.sort_by(|(a, x), (b, y)| (a.start, a.end, x).cmp(&(b.start, b.end, y)));
    found
}

/// Criteria with the words of this line that they rest on.
fn credits(unit: &Unit, page: &Page) -> Vec<(String, Vec<String>)> {
    let range = unit.offset..unit.offset + unit.text.len();
    let mut credits = Vec::new();
    for criterion in &page.outcome.grade.criteria {
        let here = criterion.quotes.iter().filter(|quote| {
            quote.path == unit.path
                && range.start <= quote.range.start
                && quote.range.end <= range.end
        });
        let quotes: Vec<_> = here.map(|quote| code(&quote.text)).collect();
        if !quotes.is_empty() {
            let title = format!("{} {} ({})", criterion.id, criterion.title, criterion.axis);
            credits.push((title, quotes));
        }
    }
    credits
}

/// The word for a kind of act.
pub(crate) fn act(act: Act) -> &'static str {
    match act {
        Act::Create => "create",
        Act::Change => "change",
        Act::Repair => "repair",
        Act::Migrate => "migrate",
        Act::Own => "own",
        Act::Operate => "operate",
        Act::Grow => "grow people",
        Act::Share => "share",
        Act::Attend => "attend",
    }
}

fn strength(strength: Strength) -> &'static str {
    match strength {
        Strength::Strong => "names a piece of work",
        Strength::Neutral => "says little",
        Strength::Weak => "hides your part",
        Strength::Inflated => "promises more than it says",
    }
}
