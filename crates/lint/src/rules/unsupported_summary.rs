//! `unsupported-summary`: the top of the page claims what nothing below shows.

use std::collections::BTreeSet;

use facts::Change;
use resume::Severity;
use roles::Category;

use crate::page::{Part, Unit};
use crate::rule::{Context, Findings, Topic, declare_rule};
use crate::skills::shown_below;

declare_rule! {
    /// The headline or summary claims a technology or a result that nothing below shows.
    ///
    /// ## Why
    /// The top of the page makes a promise, and a careful reader looks for the line that keeps it.
    /// When there is none, they doubt the rest of the top as well.
    ///
    /// ## What to do
    /// Add the bullet where it happened, or take the claim out. The scope of your present work may
    /// stand in the summary alone.
    ///
    /// ```yaml,flagged
    /// basics: {label: "Backend Engineer · Rust, PostgreSQL"}
    /// work:
    ///   - name: Tollhaven Ferries
    ///     highlights: [Moved the seat map to PostgreSQL with a Go backfill]
    /// skills: [{keywords: [Go, PostgreSQL]}]
    /// ```
    /// ```yaml,flagged
    /// basics: {summary: Owns the fare search of a ferry line; cut its p99 from 900 ms to 120 ms.}
    /// work:
    ///   - name: Tollhaven Ferries
    ///     highlights: [Added 14 harbors to the fare search of the booking site]
    /// ```
    /// ```yaml,clean
    /// basics:
    ///   label: Backend Engineer · Java, PostgreSQL
    ///   summary: Owns the fare search of a ferry line, 1.2B queries a year; cut its p99 by 87%.
    /// work:
    ///   - name: Tollhaven Ferries
    ///     highlights:
    ///       - Cut p99 of the fare search from 900 ms to 120 ms with a Spring Boot cache
    ///       - Moved the seat map to Postgres
    /// ```
    /// ```yaml,clean
    /// basics: {label: "Backend Engineer · Go", summary: "Runs 38k bookings a day, cut p99 to 0.12 s."}
    /// work:
    ///   - name: Tollhaven Ferries
    ///     position: Go Developer
    ///     highlights: [Cut p99 of the fare search from 900 ms to 120 ms]
    /// ```
    "unsupported-summary", Severity::Warning, Topic::Integrity => check
}

/// Two ways to write a figure differ by rounding at most this much.
const ROUNDING: f64 = 0.06;

fn check(cx: &Context<'_>, findings: &mut Findings<'_>) {
    if cx.bullets().next().is_none() {
        return;
    }
    technologies(cx, findings);
    results(cx, findings);
}

fn is_top(unit: &Unit) -> bool {
    matches!(unit.part, Part::Label | Part::Summary)
}

fn technologies(cx: &Context<'_>, findings: &mut Findings<'_>) {
    let mut below = None;
    let mut told = BTreeSet::new();
    for unit in cx.page.units.iter().filter(|unit| is_top(unit)) {
        for mention in &unit.facts.skills {
            let skill = cx.pack.vocabulary.skill(mention.skill);
            let below = below.get_or_insert_with(|| {
                let mut below = shown_below(cx.resume, cx.page, cx.memory, cx.pack);
                let listed = cx.skill_items().iter().flat_map(|item| item.mentions.iter());
                below.extend(listed.map(|mention| mention.skill));
                below
            });
            let implied = below
                .iter()
                .any(|&shown| cx.pack.vocabulary.skill(shown).implies.contains(&mention.skill));
            if !is_main(skill.category) || below.contains(&mention.skill) || implied {
                continue;
            }
            if told.insert(mention.skill) {
                findings.add_in(
                    unit,
                    mention.range.clone(),
                    format!("nothing below shows {}", skill.name),
                    "add the bullet where you used it, or take it out",
                );
            }
        }
    }
}

fn is_main(category: Category) -> bool {
    use Category::{Cloud, Database, Framework, Infrastructure, Language, Queue};
    matches!(category, Cloud | Database | Framework | Infrastructure | Language | Queue)
}

fn results(cx: &Context<'_>, findings: &mut Findings<'_>) {
    let top = cx.summary().filter(|unit| !unit.facts.changes.is_empty());
    let mut below = None;
    for unit in top {
        for change in &unit.facts.changes {
            let below = below.get_or_insert_with(|| {
                let units = cx.page.units.iter().filter(|unit| !is_top(unit));
                let mut values: Vec<f64> = units.flat_map(values).collect();
                values.sort_unstable_by(f64::total_cmp);
                values
            });
            let claimed = result(change);
            let known = |value: &f64| stands_in(below, *value);
            if claimed.is_empty() || claimed.iter().any(known) {
                continue;
            }
            findings.add_in(
                unit,
                change.range.clone(),
                format!("no line below tells how \"{}\" happened", unit.said(&change.range)),
                "add the bullet of the role where you did it, or take it out",
            );
        }
    }
}

/// One of the sorted figures is this one, rounding aside.
fn stands_in(sorted: &[f64], value: f64) -> bool {
    let leeway = ROUNDING * value.abs();
    let at = sorted.partition_point(|other| *other < value - leeway);
    sorted.get(at).is_some_and(|other| *other <= value + leeway)
}

/// The figures by which a change can be found again: its end, or by how much.
fn result(change: &Change) -> Vec<f64> {
    let after = change.after.as_ref().and_then(|end| end.value);
    after.into_iter().chain(change.delta).collect()
}

/// Every figure of a text, and how much its changes come to in percent and as a factor.
fn values(unit: &Unit) -> Vec<f64> {
    let facts = &unit.facts;
    let mut values: Vec<f64> = facts.quantities.iter().map(|quantity| quantity.value).collect();
    for change in &facts.changes {
        values.extend(result(change));
        let ends = change.before.as_ref().and_then(|end| end.value);
        let ends = ends.zip(change.after.as_ref().and_then(|end| end.value));
        if let Some((before, after)) = ends.filter(|(before, after)| *before > 0.0 && *after > 0.0)
        {
            values.push(100.0 * (1.0 - after / before).abs());
            values.push((before / after).max(after / before));
        }
    }
    values
}
