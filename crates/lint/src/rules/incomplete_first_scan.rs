//! `incomplete-first-scan`: what a first look covers tells neither what runs nor how big it is.

use facts::{Dimension, Specificity};
use resume::{FieldPath, Severity};

use crate::page::{Part, Unit};
use crate::rule::{Context, Findings, Topic, declare_rule};
use crate::wording::shortened;

declare_rule! {
    /// The lines of a first look name no system, or no figure, although the page has them.
    ///
    /// ## Why
    /// A first look takes the headline, the line under the current role and the first bullet of
    /// the two latest roles. Strong lines further down are read only by those who got that far.
    ///
    /// ## What to do
    /// Move the line named here to the top of its role, or write a summary that carries its facts.
    ///
    /// ```yaml,flagged
    /// basics: {name: Ilse Haverkamp, label: Backend Engineer}
    /// work:
    ///   - name: Tollhaven Ferries
    ///     position: Backend Engineer
    ///     highlights:
    ///       - Took part in code reviews
    ///       - Cut p99 of the seat search from 900 ms to 120 ms
    /// ```
    /// ```yaml,clean
    /// basics: {name: Ilse Haverkamp, label: Backend Engineer}
    /// work:
    ///   - name: Tollhaven Ferries
    ///     position: Backend Engineer
    ///     highlights:
    ///       - Cut p99 of the seat search from 900 ms to 120 ms
    ///       - Took part in code reviews
    /// ```
    ///
    /// A summary that lacks them has rules of its own, and so has a page that has no such fact.
    ///
    /// ```yaml,clean
    /// basics: {name: Ilse Haverkamp, summary: Backend engineer with nine years of work.}
    /// work:
    ///   - name: Tollhaven Ferries
    ///     highlights:
    ///       - Took part in code reviews
    ///       - Cut p99 of the seat search from 900 ms to 120 ms
    /// ```
    /// ```bullets,clean
    /// - Took part in code reviews
    /// - Attended the planning
    /// ```
    "incomplete-first-scan", Severity::Warning, Topic::Scope => check
}

/// Roles whose first bullet a first look takes in.
const ROLES: usize = 2;

fn check(cx: &Context<'_>, findings: &mut Findings<'_>) {
    if cx.summary().next().is_some() {
        return;
    }
    let work = FieldPath::root().key("work");
    let mut seen = Vec::new();
    let mut below = Vec::new();
    for role in 0..cx.resume.work.len() {
        let mut bullets = 0;
        for unit in cx.units_of(&work.index(role)) {
            bullets += usize::from(unit.part.is_bullet());
            let first = unit.part == Part::ScopeLine && role == 0 || bullets == 1 && role < ROLES;
            if first { seen.push(unit) } else { below.push(unit) }
        }
    }
    seen.extend(cx.page.units.iter().filter(|unit| unit.part == Part::Label));
    let system = !seen.iter().any(|unit| names_system(unit));
    let figure = !seen.iter().any(|unit| has_figure(unit));
    let lacks = |unit: &&&Unit| (!system || names_system(unit)) && (!figure || has_figure(unit));
    let Some(better) = below.iter().find(lacks).filter(|_| system || figure) else { return };
    let missing = match (system, figure) {
        (true, true) => "what you work on nor how big it is",
        (true, false) => "what you work on",
        _ => "any figure",
    };
    let not = if system && figure { "neither" } else { "not" };
    findings.add_in(
        better,
        better.whole(),
        format!("a first look finds {not} {missing}; it ends above this line"),
        format!(
            "move \"{}\" to the top of its role, or write a summary that says it",
            shortened(&better.text, 6)
        ),
    );
}

fn names_system(unit: &Unit) -> bool {
    let objects = unit.facts.claims.iter().filter_map(|claim| claim.object.as_ref());
    !unit.facts.things.is_empty()
        || objects.into_iter().any(|object| object.specificity == Specificity::Specific)
}

fn has_figure(unit: &Unit) -> bool {
    const MONTH: f64 = 2_600_000.0;
    let tenure = |value: f64, dimension| dimension == Dimension::Time && value > MONTH;
    !unit.facts.changes.is_empty()
        || unit.facts.measured().any(|quantity| !tenure(quantity.value, quantity.dimension))
}
