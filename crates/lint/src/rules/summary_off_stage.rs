//! `summary-off-stage`: the summary names a thing of another stage.

use facts::{Object, Specificity};
use resume::{Severity, Stage};
use roles::Act;

use crate::page::Unit;
use crate::rule::{Context, Findings, Topic, declare_rule};

declare_rule! {
    /// The thing the summary names is smaller or larger than the stage usually holds.
    ///
    /// ## Why
    /// A panel takes the noun of the summary for your level: a project at the start, a service
    /// later, a system of several at staff. An endpoint on a staff page, or a whole platform in a
    /// first job, makes them look twice.
    ///
    /// ## What to do
    /// Name the largest thing you answer for, and no larger one. Where one service is the whole
    /// product, say so and keep it: this is a note.
    ///
    /// ```summary,flagged,staff
    /// Owns the export endpoint of a payroll vendor, 2,000 files a day.
    /// ```
    /// ```summary,flagged,junior
    /// Leads the data platform of a bank with 40 million accounts.
    /// ```
    /// ```summary,clean,staff
    /// Owns the payroll export service and its dashboard, 2,000 files a day for 300 firms.
    /// ```
    /// ```summary,clean,junior
    /// Tests and extends the data platform of a bank with 40 million accounts.
    /// ```
    /// ```summary,clean,mid
    /// Owns the export endpoint of a payroll vendor, 2,000 files a day.
    /// ```
    "summary-off-stage", Severity::Info, Topic::Scope => check
}

/// A skim stops after these.
const SENTENCES: usize = 2;

/// Things one person builds in weeks.
const SMALL: [&str; 14] = [
    "endpoint", "feature", "page", "form", "script", "module", "component", "widget", "bot",
    "project", "dashboard", "report", "button", "cronjob",
];

/// Things that several teams build.
const LARGE: [&str; 4] = ["platform", "infrastructure", "architecture", "ecosystem"];

fn check(cx: &Context<'_>, findings: &mut Findings<'_>) {
    let opening: Vec<&Unit> = cx.summary().take(SENTENCES).collect();
    match cx.stage {
        Stage::Senior | Stage::Staff => small(&opening, cx.stage, findings),
        Stage::Junior => large(&opening, cx, findings),
        Stage::Mid => {}
    }
}

fn small(opening: &[&Unit], stage: Stage, findings: &mut Findings<'_>) {
    let mut named = opening.iter().flat_map(|unit| named(unit).map(move |thing| (*unit, thing)));
    let Some((unit, first)) = named.next() else { return };
    let is_small = |unit: &Unit, thing: &Object| is_one_of(&SMALL, unit, thing);
    if !is_small(unit, first) || !named.all(|(unit, thing)| is_small(unit, thing)) {
        return;
    }
    let expected = if stage == Stage::Staff { "a system of several services" } else { "a service" };
    let message =
        format!("\"{}\" is small for {stage}; panels look for {expected}", unit.said(&first.range));
    let hint = "name the largest thing you answer for; keep it if this is the whole product";
    findings.add_in(unit, first.range.clone(), message, hint);
}

fn large(opening: &[&Unit], cx: &Context<'_>, findings: &mut Findings<'_>) {
    for unit in opening {
        let claim = unit.facts.claims.iter().find_map(|claim| {
            let owns = claim.verb.as_ref()?.entry(cx.pack).act == Act::Own;
            claim.object.as_ref().filter(|object| owns && is_one_of(&LARGE, unit, object))
        });
        let Some(object) = claim else { continue };
        let message = format!("few first jobs own \"{}\"", unit.said(&object.range));
        findings.add_in(unit, object.range.clone(), message, "name the part of it that is yours");
        return;
    }
}

/// Particular things and what verbs act on.
fn named(unit: &Unit) -> impl Iterator<Item = &Object> {
    let objects = unit.facts.claims.iter().filter_map(|claim| claim.object.as_ref());
    let objects = objects.filter(|object| object.specificity == Specificity::Specific);
    objects.chain(&unit.facts.things)
}

/// The noun of a thing is one of these, plural or not.
fn is_one_of(nouns: &[&str], unit: &Unit, thing: &Object) -> bool {
    let last = unit.words_in(&thing.range).last();
    last.is_some_and(|word| {
        let noun = word.norm.as_str();
        nouns.contains(&noun) || noun.strip_suffix('s').is_some_and(|one| nouns.contains(&one))
    })
}
