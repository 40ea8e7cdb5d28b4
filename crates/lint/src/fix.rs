//! Fixes are promises: one is kept only when the page, graded again with it, is nowhere worse.

use std::collections::BTreeMap;

use resume::{Axis, Finding, Resume, Severity};
use roles::RolePack;

use crate::check::{Options, Outcome, check_page};
use crate::page::Page;

/// Points that two grades of the same facts may differ by, because sums are rounded.
const ROUNDING: f64 = 1e-9;

/// Drops every fix of `outcome` that does not hold, and keeps the others as they are.
///
/// A fix holds when, after it alone is made and the page is checked again, no axis and not the
/// overall grade is lower, its rule has one finding fewer, and no rule has more warnings or errors
/// than before. `outcome` is what [`crate::check`] said of the same arguments.
pub fn verify_fixes(
    resume: &Resume,
    pack: &RolePack,
    options: &Options<'_>,
    outcome: &mut Outcome,
) {
    if outcome.findings.iter().all(|finding| finding.fix.is_none()) {
        return;
    }
    let page = Page::of(resume, pack);
    let known = page.known();
    let before = Count::of(&outcome.findings);
    let holds = |finding: &Finding| {
        let edits = finding.fix.as_ref().map(|fix| &fix.edits)?;
        let after = resume.edited(edits)?;
        let again = check_page(&after, &Page::again(&after, pack, &known), pack, options);
        let better = is_no_worse(outcome, &again)
            && Count::of(&again.findings).all(&finding.rule) < before.all(&finding.rule);
        better.then_some(())
    };
    let broken: Vec<usize> = (0..outcome.findings.len())
        .filter(|at| outcome.findings[*at].fix.is_some() && holds(&outcome.findings[*at]).is_none())
        .collect();
    for at in broken {
        outcome.findings[at].fix = None;
    }
}

/// True when nothing of a page got worse: no axis and not the overall grade is lower, and no rule
/// has more warnings or errors.
pub fn is_no_worse(before: &Outcome, after: &Outcome) -> bool {
    let (old, new) = (&before.grade, &after.grade);
    let holds = |old: f64, new: f64| new >= old - ROUNDING;
    let counts = Count::of(&before.findings);
    holds(old.overall, new.overall)
        && Axis::ALL.iter().all(|axis| holds(old.axes.get(*axis), new.axes.get(*axis)))
        && Count::of(&after.findings)
            .0
            .iter()
            .all(|(rule, (_, grave))| *grave <= counts.grave(rule))
}

/// Findings by rule: all of them, and those a reader holds against the page.
struct Count<'a>(BTreeMap<&'a str, (usize, usize)>);

impl<'a> Count<'a> {
    fn of(findings: &'a [Finding]) -> Self {
        let mut rules = BTreeMap::new();
        for finding in findings {
            let (all, grave): &mut (usize, usize) = rules.entry(&*finding.rule).or_default();
            *all += 1;
            *grave += usize::from(finding.severity > Severity::Info);
        }
        Self(rules)
    }

    fn all(&self, rule: &str) -> usize {
        self.0.get(rule).map_or(0, |(all, _)| *all)
    }

    fn grave(&self, rule: &str) -> usize {
        self.0.get(rule).map_or(0, |(_, grave)| *grave)
    }
}
