//! `miscounted-list`: a count and the list behind it disagree.

use std::ops::Range;

use facts::{Dimension, Quantity};
use resume::Severity;
use roles::words;

use crate::page::{Part, Unit};
use crate::rule::{Context, Findings, Topic, declare_rule};

declare_rule! {
    /// A line counts things and then lists another number of them.
    ///
    /// ## Why
    /// "Three services: A, B" makes the reader stop and count again, and the doubt stays with the
    /// other numbers of the page.
    ///
    /// ## What to do
    /// Correct the count or the list. If you name only some of them, say "including".
    ///
    /// ```bullets,flagged
    /// - Split the monolith into three services: booking, billing
    /// - Four merged patches: two to pgx, one to sqlc, two to etcd
    /// - Three services: A, B
    /// ```
    /// ```bullets,clean
    /// - Split the monolith into three services: booking, billing and search
    /// - Four merged patches: two to pgx, one to sqlc, one to etcd
    /// - Split the monolith into 12 services, including booking and billing
    /// - Ran 3 services: p99 40 ms, no data loss
    /// - Moved 5 teams to trunk-based development: release time fell from 9 to 2 days
    /// ```
    "miscounted-list", Severity::Info, Topic::Integrity => check
}

/// Longer lists are examples.
const LONGEST: f64 = 12.0;

/// Most words of one member of a list.
const MEMBER: usize = 4;

fn check(cx: &Context<'_>, findings: &mut Findings<'_>) {
    for unit in cx.page.units.iter().filter(|unit| unit.part != Part::Label) {
        let mut counts = unit.facts.quantities.iter().filter(|quantity| {
            quantity.dimension == Dimension::Count
                && (2.0..=LONGEST).contains(&quantity.value)
                && quantity.value.fract() == 0.0
        });
        let Some((range, said, listed)) = counts.find_map(|count| miscounted(unit, count)) else {
            continue;
        };
        findings.add_in(
            unit,
            range,
            format!("\"{said}\", but {listed} are listed"),
            "correct the count or the list, or say \"including\"",
        );
    }
}

/// The list right behind a count, when it has another number of members.
fn miscounted(unit: &Unit, count: &Quantity) -> Option<(Range<usize>, String, usize)> {
    let rest = unit.text.get(count.range.end..)?;
    // The list begins right behind the counted noun: `three services: …`.
    let list = rest
        .strip_prefix(':')
        .or_else(|| rest.strip_prefix(" –"))
        .or_else(|| rest.strip_prefix(" —"))?;
    let list = list.split(['.', ';', '(']).next()?;
    let members: Vec<&str> = members(list);
    let plain = members.iter().all(|member| {
        let words = words(member);
        (1..=MEMBER).contains(&words.len())
            && !words.iter().any(|word| {
                matches!(
                    word.norm.as_str(),
                    "including"
                        | "e"
                        | "eg"
                        | "such"
                        | "etc"
                        | "like"
                        | "from"
                        | "no"
                        | "fell"
                        | "more"
                        | "others"
                ) || (word.norm.len() > 1 && word.norm.starts_with(|c: char| c.is_ascii_digit()))
            })
    });
    if !plain || members.len() < 2 {
        return None;
    }
    let said = unit.said(&count.range).to_owned();
    let range = count.range.start
        ..unit.text.len() - rest.len()
            + (rest.len() - rest.split_once(list).map_or(rest, |(_, tail)| tail).len());
    let numbers: Option<Vec<usize>> = members.iter().map(|member| leading_number(member)).collect();
    // Small whole numbers, so that equality is exact.
    let wrong = |listed: usize| (count.value - listed as f64).abs() > 0.5;
    match numbers {
        Some(numbers) => {
            let sum = numbers.iter().sum();
            wrong(sum).then_some((range, said, sum))
        }
        // Some members count several things; nobody can say how many that is.
        None if members.iter().any(|member| leading_number(member).is_some()) => None,
        None => wrong(members.len()).then_some((range, said, members.len())),
    }
}

/// Parts of a list between commas and a last `and`.
fn members(list: &str) -> Vec<&str> {
    let mut parts: Vec<&str> = Vec::new();
    for part in list.split(',') {
        let part = part.trim();
        let part = part.strip_prefix("and ").unwrap_or(part);
        parts.extend(part.split(" and ").map(str::trim));
    }
    parts.retain(|part| !part.is_empty());
    parts
}

/// `two` of `two to pgx`.
fn leading_number(member: &str) -> Option<usize> {
    let first = words(member).into_iter().next()?.norm;
    let named = ["one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"];
    // A single letter names a thing: `services A and B`.
    let phrase = words(member).len() > 1;
    let article = (phrase && matches!(first.as_str(), "a" | "an" | "another")).then_some(1);
    article
        .or_else(|| named.iter().position(|word| *word == first).map(|at| at + 1))
        .or_else(|| first.parse().ok().filter(|number| *number < 100))
}
